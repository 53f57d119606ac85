/* mc-primary-menu.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_PRIMARY_MENU (mc_primary_menu_get_type ())

G_DECLARE_FINAL_TYPE (McPrimaryMenu, mc_primary_menu, MC, PRIMARY_MENU, AdwBin)

G_END_DECLS
