/* mc-report-print.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mc-portal.h"
#include "mc-report-actions.h"
#include "mc-report-format.h"
#include "mc-report-instead.h"
#include "mc-report-pages.h"
#include "mc-report-print.h"

/* What a print operation draws. */
typedef struct
{
  McOutline     *outline;
  McReportPages *pages;
  char          *footer;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mc_outline_free (job->outline);
  g_clear_pointer (&job->pages, mc_report_pages_free);
  g_free (job->footer);
  g_free (job);
}

static char *
dup_footer (const McResult *result)
{
  g_autoptr (GDateTime) started = g_date_time_new_from_unix_local (result->started);
  /* Translators: the day of a checkup, as g_date_time_format() writes it, such as “22 November 2026” */
  g_autofree char *date = started != NULL ? g_date_time_format (started, _ ("%-d %B %Y")) : NULL;

  /* Translators: at the foot of each sheet of paper; %s is a date */
  return date != NULL ? g_strdup_printf (_ ("Mail Checkup report, %s"), date) : g_strdup (_ ("Mail Checkup report"));
}

static void
on_print_begin_cb (GtkPrintOperation *operation,
                   GtkPrintContext   *context,
                   Job               *job)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    pango_context_set_base_dir (pango, PANGO_DIRECTION_RTL);

  g_clear_pointer (&job->pages, mc_report_pages_free);
  job->pages = mc_report_pages_new (job->outline, pango, gtk_print_context_get_width (context),
                                    gtk_print_context_get_height (context), job->footer);
  gtk_print_operation_set_n_pages (operation, (int) mc_report_pages_get_n_pages (job->pages));
  g_object_unref (pango);
}

static void
on_print_draw_page_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       Job               *job)
{
  mc_report_pages_draw (job->pages, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
explain_failure (GtkWidget *widget)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Report Not Printed"),
                                            _ ("Make sure that the printer is on and connected, then try again. "
                                               "You can also save the report and print the file somewhere else."));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, widget);
}

static void
on_print_done_cb (GtkPrintOperation      *operation,
                  GtkPrintOperationResult result,
                  GtkWidget              *widget)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && mc_report_actions_can_tell (widget))
    explain_failure (widget);
}

/**
 * mc_report_print_operation_new:
 * @result: a result
 * @flags: how to report it
 *
 * Returns: (transfer full): what prints a report
 */
GtkPrintOperation *
mc_report_print_operation_new (const McResult *result,
                               McReportFlags   flags)
{
  GtkPrintOperation           *operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char             *name = mc_report_dup_base_name (result);
  Job                         *job = g_new0 (Job, 1);

  job->outline = mc_report_to_outline (result, flags);
  job->footer = dup_footer (result);
  g_object_set_data_full (G_OBJECT (operation), "mc-report-job", job, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_print_begin_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_print_draw_page_cb), job);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);

  return operation;
}

/* What was asked for, while it is looked whether there is a print dialog. */
typedef struct
{
  GtkWidget    *widget;
  McResult     *result;
  McReportFlags flags;
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_object_unref (print->widget);
  mc_result_unref (print->result);
  g_free (print);
}

static DexFuture *
on_portal_found_cb (DexFuture *found,
                    gpointer   data)
{
  Print                        *print = data;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (!mc_report_actions_can_tell (print->widget))
    return NULL;

  if (dex_future_is_rejected (found))
    {
      mc_report_instead_copy (print->widget, print->result, print->flags, _ ("Report Not Printed"),
                              _ ("This desktop has no print dialog for apps like this one. You can copy the report, "
                                 "paste it into a document, and print that."));
      return NULL;
    }

  operation = mc_report_print_operation_new (print->result, print->flags);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_print_done_cb), print->widget, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (print->widget)), NULL);

  return NULL;
}

/**
 * mc_report_print:
 * @widget: where it was asked for
 * @result: a result
 * @flags: how to report it
 *
 * Lets the person choose a printer, and prints a report.
 */
void
mc_report_print (GtkWidget    *widget,
                 McResult     *result,
                 McReportFlags flags)
{
  Print *print;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (result != NULL);

  print = g_new0 (Print, 1);
  print->widget = g_object_ref (widget);
  print->result = mc_result_ref (result);
  print->flags = flags;
  dex_future_disown (dex_future_finally (mc_portal_find (MC_PORTAL_PRINT), on_portal_found_cb, print, print_free));
}
