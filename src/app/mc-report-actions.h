/* mc-report-actions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     mc_report_actions_install (GtkWidgetClass *window_class);
gboolean mc_report_actions_can_tell (GtkWidget *widget);
void     mc_report_actions_finish (GtkWidget  *widget,
                                   const char *message);

G_END_DECLS
