/* mc-sandbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-sandbox.h"

/* What Flatpak tells an application about its sandbox: see flatpak-metadata(5). */
#define INFO "/.flatpak-info"

/**
 * mc_sandbox_is_active:
 *
 * Returns: whether the program runs as a Flatpak, in a sandbox
 */
gboolean
mc_sandbox_is_active (void)
{
  return g_file_test (INFO, G_FILE_TEST_EXISTS);
}

/**
 * mc_sandbox_dup_runtime:
 *
 * Returns: (transfer full) (nullable): the runtime of the sandbox, or %NULL where
 *   there is no sandbox or it does not tell
 */
char *
mc_sandbox_dup_runtime (void)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();

  if (!g_key_file_load_from_file (info, INFO, G_KEY_FILE_NONE, NULL))
    return NULL;

  return g_key_file_get_string (info, "Application", "runtime", NULL);
}

/**
 * mc_sandbox_allows_network:
 * @info: what Flatpak tells about a sandbox, as a key file
 *
 * Returns: whether that sandbox shares the computer's network
 */
gboolean
mc_sandbox_allows_network (const char *info)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv)       shared = NULL;

  g_return_val_if_fail (info != NULL, FALSE);

  if (!g_key_file_load_from_data (file, info, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return FALSE;

  shared = g_key_file_get_string_list (file, "Context", "shared", NULL, NULL);
  return shared != NULL && g_strv_contains ((const char *const *) shared, "network");
}

/**
 * mc_sandbox_may_use_network:
 *
 * A person can take this permission away from a Flatpak. It then looks as if the
 * computer had no network.
 *
 * Returns: whether the program is allowed to use the network
 */
gboolean
mc_sandbox_may_use_network (void)
{
  g_autofree char *info = NULL;

  return !g_file_get_contents (INFO, &info, NULL, NULL) || mc_sandbox_allows_network (info);
}

/**
 * mc_sandbox_get_network_command:
 *
 * Returns: what allows the network again, to be typed in a terminal outside the
 *   sandbox
 */
const char *
mc_sandbox_get_network_command (void)
{
  return "flatpak override --user --share=network " MC_APPLICATION_ID;
}
