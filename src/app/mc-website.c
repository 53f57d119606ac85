/* mc-website.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-website.h"
#include "mc-window.h"

static void
on_launched_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError)    error = NULL;
  GtkRoot              *root = gtk_widget_get_root (widget);

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) || !MC_IS_WINDOW (root))
    return;

  mc_window_add_toast (MC_WINDOW (root), adw_toast_new (_ ("The website could not be opened")));
}

/**
 * mc_website_open:
 * @widget: where the person asked for it
 * @uri: a page of the table of providers or of causes
 *
 * Opens a page in the browser, and says so where that fails.
 */
void
mc_website_open (GtkWidget  *widget,
                 const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  GtkRoot                   *root = gtk_widget_get_root (widget);

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_launched_cb,
                           g_object_ref (widget));
}
