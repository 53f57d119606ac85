/* mc-account-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-memory.h"

G_BEGIN_DECLS

#define MC_TYPE_ACCOUNT_LIST (mc_account_list_get_type ())

G_DECLARE_FINAL_TYPE (McAccountList, mc_account_list, MC, ACCOUNT_LIST, AdwPreferencesGroup)

G_END_DECLS
