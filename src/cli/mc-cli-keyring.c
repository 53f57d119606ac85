/* mc-cli-keyring.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "mc-cli-keyring.h"
#include "mc-cli-watchdog.h"
#include "mc-keyring.h"

static const char *const problems[] = {
  [MC_KEYRING_ERROR_MISSING] = N_ ("No keyring is running here; give the password with --password-stdin"),
  [MC_KEYRING_ERROR_LOCKED] = N_ ("The keyring is still locked; unlock it, or give the password with --password-stdin"),
  [MC_KEYRING_ERROR_NOT_FOUND] =
    N_ ("Mail Checkup keeps no password for this address in the keyring; give it with --password-stdin"),
  [MC_KEYRING_ERROR_TIMED_OUT] = N_ ("The keyring does not answer; give the password with --password-stdin"),
  [MC_KEYRING_ERROR_FAILED] = N_ ("The keyring could not be used; give the password with --password-stdin"),
};

static const char *
problem_of (const GError *error)
{
  if (error->domain == MC_KEYRING_ERROR && (gsize) error->code < G_N_ELEMENTS (problems))
    return _ (problems[error->code]);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return _ ("It ended before the keyring gave the password");

  return _ ("The keyring was not unlocked in time; unlock it, or give the password with --password-stdin");
}

static gboolean
on_interrupt_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * mc_cli_look_up_secret:
 * @account: whose password it is
 * @timeout_ms: how long to wait for it
 * @problem: (out): why there is none, translated
 *
 * Looks the password up that the person asked to keep. They may have to unlock
 * the keyring for it.
 *
 * Returns: (transfer full) (nullable): the password, or %NULL with a problem
 */
McSecret *
mc_cli_look_up_secret (McAccount   *account,
                       gint64       timeout_ms,
                       const char **problem)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (DexFuture)    answer = dex_future_first (mc_keyring_lookup (account, cancellable),
                                                      dex_timeout_new_msec ((int) timeout_ms), NULL);
  guint                    interrupt_id = g_unix_signal_add (SIGINT, on_interrupt_cb, cancellable);
  McWatchdog              *watchdog = mc_watchdog_start (timeout_ms);
  const GValue            *value;

  while (dex_future_is_pending (answer))
    g_main_context_iteration (NULL, TRUE);
  mc_watchdog_stop (watchdog);
  g_source_remove (interrupt_id);

  value = dex_future_get_value (answer, &error);
  if (value != NULL)
    return g_value_dup_boxed (value);

  /* What was given up ends now, and leaves nothing behind. */
  dex_clear (&answer);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  *problem = problem_of (error);
  return NULL;
}
