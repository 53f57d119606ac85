/* mc-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-about.h"
#include "mc-debug-info.h"
#include "mc-website.h"

#define METAINFO "/org/mailcheckup/MailCheckup/" MC_APPLICATION_ID ".metainfo.xml"

static void
set_debug_info (AdwAboutDialog *dialog,
                const char     *keyring)
{
  GtkNative       *native = gtk_widget_get_native (GTK_WIDGET (dialog));
  GskRenderer     *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  g_autofree char *text = mc_debug_info_write (renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : NULL, keyring);

  adw_about_dialog_set_debug_info (dialog, text);
}

static void
on_keyring_asked_cb (GObject      *connection,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (AdwAboutDialog) dialog = user_data;
  g_autoptr (GVariant)       reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (connection), result, NULL);
  gboolean                   running = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &running);
  set_debug_info (dialog, running ? "running" : "not running");
}

/* Only looks whether there is one: nothing is started or unlocked for the sake of a line. */
static void
ask_for_keyring (AdwAboutDialog *dialog)
{
  GDBusConnection *session = g_application_get_dbus_connection (g_application_get_default ());

  if (session != NULL)
    g_dbus_connection_call (session, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "NameHasOwner", g_variant_new ("(s)", "org.freedesktop.secrets"), G_VARIANT_TYPE ("(b)"),
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_keyring_asked_cb, g_object_ref (dialog));
}

/* Libadwaita says nothing of a link that does not open. */
static gboolean
on_activate_link_cb (AdwAboutDialog *dialog,
                     const char     *uri)
{
  mc_website_open (GTK_WIDGET (dialog), uri);

  return TRUE;
}

/**
 * mc_about_present:
 * @parent: the window, or something in it
 *
 * Shows who made the program, and what its authors want to know about a fault.
 */
void
mc_about_present (GtkWidget *parent)
{
  AdwDialog      *dialog;
  AdwAboutDialog *about;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = adw_about_dialog_new_from_appdata (METAINFO, NULL);
  about = ADW_ABOUT_DIALOG (dialog);
  adw_about_dialog_set_version (about, MC_VERSION);
  adw_about_dialog_set_copyright (about, _ ("© 2026 The Mail Checkup authors"));
  /* Translators: your names, one a line, each with an email address or a website if you like */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  adw_about_dialog_set_debug_info_filename (about, "mail-checkup.txt");
  g_signal_connect (about, "activate-link", G_CALLBACK (on_activate_link_cb), NULL);
  adw_dialog_present (dialog, parent);
  set_debug_info (about, NULL);
  ask_for_keyring (about);
}
