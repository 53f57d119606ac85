/* mc-keyring-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_KEYRING_ERROR (mc_keyring_error_quark ())

/**
 * McKeyringError:
 * @MC_KEYRING_ERROR_MISSING: there is no keyring to ask
 * @MC_KEYRING_ERROR_LOCKED: it is locked, and the person did not unlock it
 * @MC_KEYRING_ERROR_NOT_FOUND: it holds no password for the account
 * @MC_KEYRING_ERROR_TIMED_OUT: it does not answer
 * @MC_KEYRING_ERROR_FAILED: anything else
 */
typedef enum
{
  MC_KEYRING_ERROR_MISSING,
  MC_KEYRING_ERROR_LOCKED,
  MC_KEYRING_ERROR_NOT_FOUND,
  MC_KEYRING_ERROR_TIMED_OUT,
  MC_KEYRING_ERROR_FAILED,
} McKeyringError;

GQuark      mc_keyring_error_quark (void);
GError     *mc_keyring_error_new_from (const GError *cause) G_GNUC_WARN_UNUSED_RESULT;
const char *mc_keyring_explain (const GError *error);

G_END_DECLS
