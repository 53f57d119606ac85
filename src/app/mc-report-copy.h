/* mc-report-copy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mc-outline.h"
#include "mc-report.h"

G_BEGIN_DECLS

GdkContentProvider *mc_report_copy_new_outline_content (McOutline *outline);
GdkContentProvider *mc_report_copy_new_content (const McResult *result,
                                                McReportFlags   flags);
void                mc_report_copy (GtkWidget      *widget,
                                    const McResult *result,
                                    McReportFlags   flags);

G_END_DECLS
