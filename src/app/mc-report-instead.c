/* mc-report-instead.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mc-report-actions.h"
#include "mc-report-copy.h"
#include "mc-report-instead.h"

/* What could be copied. */
typedef struct
{
  GtkWidget    *widget;
  McResult     *result;
  McReportFlags flags;
} Offer;

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  g_object_unref (offer->widget);
  mc_result_unref (offer->result);
  g_free (offer);
}

static void
on_copy_cb (AdwAlertDialog *alert,
            const char     *response,
            Offer          *offer)
{
  if (mc_report_actions_can_tell (offer->widget))
    mc_report_copy (offer->widget, offer->result, offer->flags);
}

/**
 * mc_report_instead_copy:
 * @widget: where something was asked for: a window, or a dialog in it
 * @result: a result
 * @flags: how to report it
 * @heading: what was not done
 * @body: why
 *
 * Offers to copy a report that this desktop can neither save nor print.
 */
void
mc_report_instead_copy (GtkWidget    *widget,
                        McResult     *result,
                        McReportFlags flags,
                        const char   *heading,
                        const char   *body)
{
  AdwDialog *alert;
  Offer     *offer;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (result != NULL);

  alert = adw_alert_dialog_new (heading, body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert),
                                  "close", _ ("_Close"),
                                  "copy", _ ("C_opy Report"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "copy", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "copy");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "close");

  offer = g_new0 (Offer, 1);
  offer->widget = g_object_ref (widget);
  offer->result = mc_result_ref (result);
  offer->flags = flags;
  g_signal_connect_data (alert, "response::copy", G_CALLBACK (on_copy_cb), offer, offer_free, G_CONNECT_DEFAULT);
  adw_dialog_present (alert, widget);
}
