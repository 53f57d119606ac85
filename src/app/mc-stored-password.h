/* mc-stored-password.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libdex.h>

#include "mc-memory.h"

G_BEGIN_DECLS

#define MC_TYPE_STORED_PASSWORD (mc_stored_password_get_type ())

G_DECLARE_FINAL_TYPE (McStoredPassword, mc_stored_password, MC, STORED_PASSWORD, GObject)

McStoredPassword *mc_stored_password_new (McMemory *memory);
McAccount        *mc_stored_password_get_account (McStoredPassword *self);
void              mc_stored_password_set_address (McStoredPassword *self,
                                                  const char       *address);
gboolean          mc_stored_password_is_asked (McStoredPassword *self);
gboolean          mc_stored_password_is_there (McStoredPassword *self);
McSecret         *mc_stored_password_get_secret (McStoredPassword *self);
const GError     *mc_stored_password_get_trouble (McStoredPassword *self);
void              mc_stored_password_ask (McStoredPassword *self);
DexFuture        *mc_stored_password_look_up (McStoredPassword *self,
                                              McAccount        *account) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
