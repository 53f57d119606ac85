/* mc-account.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "mc-address.h"
#include "mc-server.h"

G_BEGIN_DECLS

#define MC_TYPE_ACCOUNT (mc_account_get_type ())

G_DECLARE_FINAL_TYPE (McAccount, mc_account, MC, ACCOUNT, GObject)

McAccount  *mc_account_new (const char *address);
const char *mc_account_get_address_text (McAccount *self);
McAddress  *mc_account_get_address (McAccount *self);
const char *mc_account_get_user (McAccount  *self,
                                 McDirection direction);
const char *mc_account_get_own_user (McAccount  *self,
                                     McDirection direction);
void        mc_account_set_user (McAccount  *self,
                                 const char *user);
void        mc_account_set_outgoing_user (McAccount  *self,
                                          const char *user);
McServer   *mc_account_get_server (McAccount  *self,
                                   McDirection direction);
void        mc_account_set_server (McAccount  *self,
                                   McDirection direction,
                                   McServer   *server);

G_END_DECLS
