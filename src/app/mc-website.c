/* mc-website.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-portal.h"
#include "mc-website.h"
#include "mc-window.h"

static void
copy_address (GtkUriLauncher *launcher)
{
  gdk_clipboard_set_text (gdk_display_get_clipboard (gdk_display_get_default ()), gtk_uri_launcher_get_uri (launcher));
}

static void
tell_in_toast (McWindow       *window,
               GtkUriLauncher *launcher)
{
  AdwToast *toast = adw_toast_new (_ ("The website could not be opened"));

  adw_toast_set_button_label (toast, _ ("C_opy Address"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (copy_address), g_object_ref (launcher),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_SWAPPED);
  mc_window_add_toast (window, toast);
}

/* A dialog lies above the window's toasts. */
static void
tell_in_dialog (GtkWidget      *widget,
                GtkUriLauncher *launcher)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("The Website Could Not Be Opened"), gtk_uri_launcher_get_uri (launcher));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert),
                                  "close", _ ("_Close"),
                                  "copy", _ ("C_opy Address"),
                                  NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "close");
  g_signal_connect_data (alert, "response::copy", G_CALLBACK (copy_address), g_object_ref (launcher),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, widget);
}

static void
tell (GtkWidget      *widget,
      GtkUriLauncher *launcher)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!MC_IS_WINDOW (root))
    return;

  if (gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG) != NULL)
    tell_in_dialog (widget, launcher);
  else
    tell_in_toast (MC_WINDOW (root), launcher);
}

static void
on_launched_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError)    error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell (widget, GTK_URI_LAUNCHER (object));
}

/* What is to be opened, while it is looked whether there is a way. */
typedef struct
{
  GtkWidget      *widget;
  GtkUriLauncher *launcher;
} Visit;

static void
visit_free (gpointer data)
{
  Visit *visit = data;

  g_object_unref (visit->widget);
  g_object_unref (visit->launcher);
  g_free (visit);
}

static DexFuture *
on_portal_found_cb (DexFuture *found,
                    gpointer   data)
{
  Visit   *visit = data;
  GtkRoot *root = gtk_widget_get_root (visit->widget);

  if (dex_future_is_rejected (found))
    tell (visit->widget, visit->launcher);
  else
    gtk_uri_launcher_launch (visit->launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_launched_cb,
                             g_object_ref (visit->widget));

  return NULL;
}

/**
 * mc_website_open:
 * @widget: where the person asked for it
 * @uri: a page that our own tables or articles name
 *
 * Opens a page in the browser. Where that fails it says so, and lets the person copy
 * the address.
 */
void
mc_website_open (GtkWidget  *widget,
                 const char *uri)
{
  Visit *visit;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (uri != NULL);

  visit = g_new0 (Visit, 1);
  visit->widget = g_object_ref (widget);
  visit->launcher = gtk_uri_launcher_new (uri);
  dex_future_disown (dex_future_finally (mc_portal_find (MC_PORTAL_OPEN_URI), on_portal_found_cb, visit, visit_free));
}
