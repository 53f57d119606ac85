/* mc-server-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-account.h"

G_BEGIN_DECLS

#define MC_TYPE_SERVER_PAGE (mc_server_page_get_type ())

G_DECLARE_FINAL_TYPE (McServerPage, mc_server_page, MC, SERVER_PAGE, AdwNavigationPage)

char    *mc_server_page_dup_summary (McServerPage *self);
gboolean mc_server_page_is_valid (McServerPage *self);
void     mc_server_page_fill_account (McServerPage *self,
                                      McAccount    *account);
void     mc_server_page_show_account (McServerPage *self,
                                      McAccount    *account);

G_END_DECLS
