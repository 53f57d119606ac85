/* mc-debug-info.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <ares.h>
#include <gnutls/gnutls.h>
#include <gsasl.h>
#include <libdex.h>
#include <libsoup/soup.h>
#include <locale.h>

#include "mc-debug-info.h"
#include "mc-sandbox.h"
#include "mc-text.h"

static void
add_line (GString    *text,
          const char *name,
          const char *value)
{
  g_autofree char *safe = value != NULL ? mc_text_make_safe (value, -1, 100) : NULL;

  g_string_append_printf (text, "%s: %s\n", name, safe != NULL ? safe : "unknown");
}

static void
add_version (GString    *text,
             const char *name,
             guint       major,
             guint       minor,
             guint       micro)
{
  g_string_append_printf (text, "%s: %u.%u.%u\n", name, major, minor, micro);
}

/* How it is installed: the runtime of the sandbox, or nothing around it. */
static char *
find_sandbox (void)
{
  g_autofree char *runtime = mc_sandbox_dup_runtime ();

  if (!mc_sandbox_is_active ())
    return g_strdup ("none");

  return g_strdup_printf ("Flatpak, %s", runtime != NULL ? runtime : "unknown runtime");
}

static void
add_surroundings (GString    *text,
                  const char *renderer,
                  const char *keyring)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autofree char *sandbox = find_sandbox ();

  add_line (text, "System", system);
  add_line (text, "Sandbox", sandbox);
  add_line (text, "Desktop", g_getenv ("XDG_CURRENT_DESKTOP"));
  add_line (text, "Session", g_getenv ("XDG_SESSION_TYPE"));
  add_line (text, "Language", setlocale (LC_MESSAGES, NULL));
  add_line (text, "Renderer", renderer);
  add_line (text, "Keyring", keyring);
}

static void
add_libraries (GString *text)
{
  add_version (text, "GTK", gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version ());
  add_version (text, "libadwaita", adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version ());
  add_version (text, "GLib", glib_major_version, glib_minor_version, glib_micro_version);
  add_version (text, "libsoup", soup_get_major_version (), soup_get_minor_version (), soup_get_micro_version ());
  add_line (text, "GnuTLS", gnutls_check_version (NULL));
  add_line (text, "c-ares", ares_version (NULL));
  add_line (text, "GNU SASL", gsasl_check_version (NULL));
  add_line (text, "libdex (built with)", DEX_VERSION_S);
}

/**
 * mc_debug_info_write:
 * @renderer: (nullable): what draws the window
 * @keyring: (nullable): whether a keyring can be reached
 *
 * Writes what helps to find a fault of the program, for its authors: in English,
 * and without anything about the person.
 *
 * Returns: (transfer full): some lines
 */
char *
mc_debug_info_write (const char *renderer,
                     const char *keyring)
{
  GString *text = g_string_new ("Mail Checkup: " MC_VERSION "\n\n");

  add_surroundings (text, renderer, keyring);
  g_string_append_c (text, '\n');
  add_libraries (text);

  return g_string_free_and_steal (text);
}
