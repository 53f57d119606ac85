/* mc-portal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "mc-portal.h"
#include "mc-sandbox.h"

/**
 * mc_portal_find:
 * @interface: one of MC_PORTAL_…
 *
 * GTK does without a portal where there is none: in a sandbox it then shows
 * dialogs for files and printers of the sandbox, and what is saved there is lost;
 * or it says that a page was opened, which was not.
 *
 * Returns: (transfer full): a future that resolves where the desktop offers this
 *   portal, or where none is needed as there is no sandbox; and is rejected else
 */
DexFuture *
mc_portal_find (const char *interface)
{
  GDBusConnection *session;

  g_return_val_if_fail (interface != NULL, NULL);

  if (!mc_sandbox_is_active ())
    return dex_future_new_true ();

  session = g_application_get_dbus_connection (g_application_get_default ());
  if (session == NULL)
    return dex_future_new_reject (G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "There is no session bus");

  return dex_dbus_connection_call (session, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                                   "org.freedesktop.DBus.Properties", "Get",
                                   g_variant_new ("(ss)", interface, "version"), G_VARIANT_TYPE ("(v)"),
                                   G_DBUS_CALL_FLAGS_NONE, -1);
}
