/* mc-report-actions.c
 *
 * What the window can do with a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-report-actions.h"
#include "mc-report-copy.h"
#include "mc-report-dialog.h"
#include "mc-report-print.h"
#include "mc-report-save.h"
#include "mc-window.h"

static GSettings *
get_settings (GtkWidget *window)
{
  return mc_application_get_settings (MC_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
}

static McReportFlags
get_flags (GtkWidget *window)
{
  return g_settings_get_boolean (get_settings (window), "hide-personal") ? MC_REPORT_DEFAULT : MC_REPORT_SHOW_PERSONAL;
}

static McResult *
get_result (GtkWidget *window)
{
  return mc_journey_get_result (mc_window_get_journey (MC_WINDOW (window)));
}

static void
preview_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  McReportDialog *dialog;

  if (get_result (widget) == NULL)
    return;

  dialog = mc_report_dialog_new (get_result (widget), get_settings (widget));
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (get_result (widget) != NULL)
    mc_report_copy (widget, get_result (widget), get_flags (widget));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (get_result (widget) != NULL)
    mc_report_save (widget, get_result (widget), get_flags (widget), mc_report_format_find (NULL));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (get_result (widget) != NULL)
    mc_report_print (widget, get_result (widget), get_flags (widget));
}

/**
 * mc_report_actions_install:
 * @window_class: the class of #McWindow
 *
 * Installs the actions of a window that are about its report.
 */
void
mc_report_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.preview-report", NULL, preview_action);
  gtk_widget_class_install_action (window_class, "win.copy-report", NULL, copy_action);
  gtk_widget_class_install_action (window_class, "win.save-report", NULL, save_action);
  gtk_widget_class_install_action (window_class, "win.print-report", NULL, print_action);
}

/**
 * mc_report_actions_can_tell:
 * @widget: where something was asked for: a window, or a dialog in it
 *
 * Returns: whether the person can still be told there: a closed window is its
 *   own root, but has no place on the screen
 */
gboolean
mc_report_actions_can_tell (GtkWidget *widget)
{
  GtkRoot *window = gtk_widget_get_root (widget);

  return window != NULL && gtk_widget_get_realized (GTK_WIDGET (window));
}

/**
 * mc_report_actions_finish:
 * @widget: where something was asked for: a window, or a dialog in it
 * @message: what was done
 *
 * Says what was done. A dialog it was asked for in has served its purpose.
 */
void
mc_report_actions_finish (GtkWidget  *widget,
                          const char *message)
{
  GtkRoot   *window = gtk_widget_get_root (widget);
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
  AdwToast  *toast;

  if (!MC_IS_WINDOW (window))
    return;

  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  mc_window_add_toast (MC_WINDOW (window), toast);
}
