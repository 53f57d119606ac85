/* mc-group-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-check-item.h"

G_BEGIN_DECLS

#define MC_TYPE_GROUP_ROW (mc_group_row_get_type ())

G_DECLARE_FINAL_TYPE (McGroupRow, mc_group_row, MC, GROUP_ROW, AdwExpanderRow)

GtkWidget *mc_group_row_new (McGroup     group,
                             GListModel *checkup);

G_END_DECLS
