/* mc-report-print.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mc-report.h"

G_BEGIN_DECLS

GtkPrintOperation *mc_report_print_operation_new (const McResult *result,
                                                  McReportFlags   flags);
void               mc_report_print (GtkWidget    *widget,
                                    McResult     *result,
                                    McReportFlags flags);

G_END_DECLS
