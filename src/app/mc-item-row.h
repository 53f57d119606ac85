/* mc-item-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-check-item.h"

G_BEGIN_DECLS

#define MC_TYPE_ITEM_ROW (mc_item_row_get_type ())

G_DECLARE_FINAL_TYPE (McItemRow, mc_item_row, MC, ITEM_ROW, AdwActionRow)

GtkWidget *mc_item_row_new (McCheckItem *item);

G_END_DECLS
