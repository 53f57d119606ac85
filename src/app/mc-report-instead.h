/* mc-report-instead.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mc-report.h"

G_BEGIN_DECLS

void mc_report_instead_copy (GtkWidget    *widget,
                             McResult     *result,
                             McReportFlags flags,
                             const char   *heading,
                             const char   *body);

G_END_DECLS
