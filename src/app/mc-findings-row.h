/* mc-findings-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-result.h"
#include "mc-status.h"

G_BEGIN_DECLS

#define MC_TYPE_FINDINGS_ROW (mc_findings_row_get_type ())

G_DECLARE_FINAL_TYPE (McFindingsRow, mc_findings_row, MC, FINDINGS_ROW, AdwExpanderRow)

GtkWidget *mc_findings_row_new (McResult   *result,
                                GPtrArray  *findings,
                                McStatus    status,
                                const char *title,
                                const char *subtitle);

G_END_DECLS
