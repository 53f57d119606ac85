/* mc-finding-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-result.h"

G_BEGIN_DECLS

#define MC_TYPE_FINDING_ROW (mc_finding_row_get_type ())

G_DECLARE_FINAL_TYPE (McFindingRow, mc_finding_row, MC, FINDING_ROW, AdwActionRow)

GtkWidget *mc_finding_row_new (McResult  *result,
                               McFinding *finding);

G_END_DECLS
