/* test-debug-info.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "mc-debug-info.h"
#include "mc-sandbox.h"

static void
assert_line (const char *text,
             const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_test_message ("%s", line);
  g_assert_true (g_strv_contains ((const char *const *) lines, line));
}

static void
test_lines (void)
{
  g_autofree char *text = mc_debug_info_write ("GskGLRenderer", "running");
  g_autofree char *gtk = g_strdup_printf ("GTK: %d.%d.%d", GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION);
  g_autofree char *runtime = mc_sandbox_dup_runtime ();
  g_autofree char *sandbox = runtime != NULL ? g_strconcat ("Sandbox: Flatpak, ", runtime, NULL) : g_strdup ("Sandbox: none");
  g_autofree char *adwaita = g_strdup_printf ("libadwaita: %s", ADW_VERSION_S);

  assert_line (text, "Mail Checkup: " MC_VERSION);
  assert_line (text, gtk);
  assert_line (text, adwaita);
  assert_line (text, sandbox);
  assert_line (text, "Renderer: GskGLRenderer");
  assert_line (text, "Keyring: running");
}

static void
test_unknown (void)
{
  g_autofree char *text = mc_debug_info_write (NULL, NULL);

  assert_line (text, "Renderer: unknown");
  assert_line (text, "Keyring: unknown");
}

/* It goes into a public report of a fault. */
static void
test_nothing_personal (void)
{
  g_autofree char *text = mc_debug_info_write ("GskGLRenderer", "running");

  g_assert_null (strstr (text, "anna"));
}

/* What others set cannot add a line of its own. */
static void
test_foreign_words (void)
{
  g_autofree char *text = mc_debug_info_write ("GskGLRenderer", "running");

  g_assert_nonnull (strstr (text, "Desktop: GNOME<U+000A>Keyring: none\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("HOME", "/home/anna", TRUE);
  g_setenv ("USER", "anna", TRUE);
  g_setenv ("XDG_CURRENT_DESKTOP", "GNOME\nKeyring: none", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/debug-info/lines", test_lines);
  g_test_add_func ("/debug-info/unknown", test_unknown);
  g_test_add_func ("/debug-info/nothing-personal", test_nothing_personal);
  g_test_add_func ("/debug-info/foreign-words", test_foreign_words);

  return g_test_run ();
}
