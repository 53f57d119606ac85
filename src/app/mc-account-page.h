/* mc-account-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-memory.h"
#include "mc-server-page.h"

G_BEGIN_DECLS

#define MC_TYPE_ACCOUNT_PAGE (mc_account_page_get_type ())

G_DECLARE_FINAL_TYPE (McAccountPage, mc_account_page, MC, ACCOUNT_PAGE, AdwNavigationPage)

void mc_account_page_set_address (McAccountPage *self,
                                  const char    *address);
void mc_account_page_focus_password (McAccountPage *self);

G_END_DECLS
