/* mc-report-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-result.h"

G_BEGIN_DECLS

#define MC_TYPE_REPORT_DIALOG (mc_report_dialog_get_type ())

G_DECLARE_FINAL_TYPE (McReportDialog, mc_report_dialog, MC, REPORT_DIALOG, AdwDialog)

McReportDialog *mc_report_dialog_new (McResult  *result,
                                      GSettings *settings);

G_END_DECLS
