/* mc-keyring-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "mc-keyring-error.h"

/* What the errors of D-Bus, GIO and libsecret mean here; any other is a failure. */
typedef struct
{
  GQuark (*domain) (void);
  int            code;
  McKeyringError meaning;
} ErrorRow;

static const ErrorRow rows[] = {
  { g_dbus_error_quark, G_DBUS_ERROR_SERVICE_UNKNOWN, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_NAME_HAS_NO_OWNER, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_NO_SERVER, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_DISCONNECTED, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_EXEC_FAILED, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_FORK_FAILED, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_CHILD_EXITED, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_CHILD_SIGNALED, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_FAILED, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND, MC_KEYRING_ERROR_MISSING },
  { g_dbus_error_quark, G_DBUS_ERROR_NO_REPLY, MC_KEYRING_ERROR_TIMED_OUT },
  { g_dbus_error_quark, G_DBUS_ERROR_TIMEOUT, MC_KEYRING_ERROR_TIMED_OUT },
  { g_dbus_error_quark, G_DBUS_ERROR_TIMED_OUT, MC_KEYRING_ERROR_TIMED_OUT },
  { g_io_error_quark, G_IO_ERROR_CLOSED, MC_KEYRING_ERROR_MISSING },
  { g_io_error_quark, G_IO_ERROR_TIMED_OUT, MC_KEYRING_ERROR_TIMED_OUT },
  /* What libsecret says of a prompt that was dismissed. */
  { g_io_error_quark, G_IO_ERROR_CANCELLED, MC_KEYRING_ERROR_LOCKED },
  { secret_error_get_quark, SECRET_ERROR_IS_LOCKED, MC_KEYRING_ERROR_LOCKED },
};

static const char *const explanations[] = {
  [MC_KEYRING_ERROR_MISSING] =
    N_ ("No keyring is running on this computer, so no password can be kept. The checkup works without it: type the password."),
  [MC_KEYRING_ERROR_LOCKED] =
    N_ ("The keyring is still locked. The checkup works without it: type the password, or unlock the keyring and try again."),
  [MC_KEYRING_ERROR_NOT_FOUND] =
    N_ ("The keyring holds no password for this account: type the password."),
  [MC_KEYRING_ERROR_TIMED_OUT] =
    N_ ("The keyring does not answer. The checkup works without it: type the password."),
  [MC_KEYRING_ERROR_FAILED] =
    N_ ("The keyring could not be used. The checkup works without it: type the password."),
};

G_DEFINE_QUARK (mc-keyring-error-quark, mc_keyring_error)

/**
 * mc_keyring_error_new_from:
 * @cause: an error that libsecret came back with
 *
 * Returns: (transfer full): one of %MC_KEYRING_ERROR that says what it means
 */
GError *
mc_keyring_error_new_from (const GError *cause)
{
  McKeyringError code = MC_KEYRING_ERROR_FAILED;

  g_return_val_if_fail (cause != NULL, NULL);

  if (cause->domain == MC_KEYRING_ERROR)
    return g_error_copy (cause);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (g_error_matches (cause, rows[i].domain (), rows[i].code))
        code = rows[i].meaning;
    }

  return g_error_new_literal (MC_KEYRING_ERROR, (int) code, cause->message);
}

/**
 * mc_keyring_explain:
 * @error: an error of the keyring's functions
 *
 * Returns: (nullable): what happened and what to do, in sentences for the
 *   person, translated; %NULL when there is nothing to say, as it was cancelled
 */
const char *
mc_keyring_explain (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;

  if (error->domain != MC_KEYRING_ERROR || (gsize) error->code >= G_N_ELEMENTS (explanations))
    return _ (explanations[MC_KEYRING_ERROR_FAILED]);

  return _ (explanations[error->code]);
}
