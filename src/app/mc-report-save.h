/* mc-report-save.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include <libdex.h>

#include "mc-report-format.h"

G_BEGIN_DECLS

DexFuture  *mc_report_save_to_file (GFile                *file,
                                    const McResult       *result,
                                    McReportFlags         flags,
                                    const McReportFormat *format,
                                    gboolean              may_rename) G_GNUC_WARN_UNUSED_RESULT;
const char *mc_report_save_explain (const GError *error);
void        mc_report_save (GtkWidget            *widget,
                            McResult             *result,
                            McReportFlags         flags,
                            const McReportFormat *format);

G_END_DECLS
