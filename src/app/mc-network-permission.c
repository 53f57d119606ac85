/* mc-network-permission.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mc-network-permission.h"
#include "mc-sandbox.h"

static void
on_copy_cb (GtkWidget *widget)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), mc_sandbox_get_network_command ());
}

/**
 * mc_network_permission_ask:
 * @widget: where a checkup was asked for
 *
 * A Flatpak whose permission to use the network was taken away would take the
 * computer for offline. So it says what is missing instead, and how to allow it.
 *
 * Returns: whether the network may be used
 */
gboolean
mc_network_permission_ask (GtkWidget *widget)
{
  AdwDialog *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (mc_sandbox_may_use_network ())
    return TRUE;

  dialog = adw_alert_dialog_new (_ ("No Permission to Use the Network"), NULL);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                /* Translators: %s is a command to type in a terminal */
                                _ ("Mail Checkup’s permission to use the network was taken away, so nothing can be "
                                   "tested. Whether the computer is connected cannot be told. To allow it, enter this "
                                   "in a terminal, and start Mail Checkup again:\n\n%s"),
                                mc_sandbox_get_network_command ());
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "close", _ ("_Close"),
                                  "copy", _ ("Copy C_ommand"),
                                  NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "copy");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response::copy", G_CALLBACK (on_copy_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);

  return FALSE;
}
