/* mc-connection-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-connection-error.h"

static const char *const error_ids[] = {
  [MC_CONNECTION_ERROR_REFUSED] = "refused",
  [MC_CONNECTION_ERROR_TIMED_OUT] = "timed-out",
  [MC_CONNECTION_ERROR_UNREACHABLE] = "unreachable",
  [MC_CONNECTION_ERROR_NO_ROUTE] = "no-route",
  [MC_CONNECTION_ERROR_RESET] = "reset",
  [MC_CONNECTION_ERROR_CLOSED] = "closed",
  [MC_CONNECTION_ERROR_TOO_MUCH] = "too-much",
  [MC_CONNECTION_ERROR_NOT_TLS] = "not-tls",
  [MC_CONNECTION_ERROR_TLS] = "tls",
  [MC_CONNECTION_ERROR_CLIENT_CERTIFICATE] = "client-certificate",
  [MC_CONNECTION_ERROR_INJECTED] = "injected",
  [MC_CONNECTION_ERROR_NOT_SECURE] = "not-secure",
  [MC_CONNECTION_ERROR_FAILED] = "failed",
};

G_DEFINE_QUARK (mc-connection-error-quark, mc_connection_error)

/**
 * mc_connection_error_get_id:
 * @code: a code of %MC_CONNECTION_ERROR
 *
 * Returns: its stable id, such as `timed-out`
 */
const char *
mc_connection_error_get_id (McConnectionError code)
{
  g_return_val_if_fail (code < G_N_ELEMENTS (error_ids), NULL);

  return error_ids[code];
}

static McConnectionError
code_from_tls_error (GTlsError code)
{
  switch (code)
    {
    case G_TLS_ERROR_NOT_TLS:
      return MC_CONNECTION_ERROR_NOT_TLS;
    case G_TLS_ERROR_CERTIFICATE_REQUIRED:
      return MC_CONNECTION_ERROR_CLIENT_CERTIFICATE;
    case G_TLS_ERROR_EOF:
      return MC_CONNECTION_ERROR_CLOSED;
    case G_TLS_ERROR_UNAVAILABLE:
    case G_TLS_ERROR_MISC:
    case G_TLS_ERROR_BAD_CERTIFICATE:
    case G_TLS_ERROR_HANDSHAKE:
    case G_TLS_ERROR_INAPPROPRIATE_FALLBACK:
    case G_TLS_ERROR_BAD_CERTIFICATE_PASSWORD:
    default:
      return MC_CONNECTION_ERROR_TLS;
    }
}

static McConnectionError
code_from_io_error (int code)
{
  if (code == G_IO_ERROR_CONNECTION_REFUSED)
    return MC_CONNECTION_ERROR_REFUSED;
  if (code == G_IO_ERROR_TIMED_OUT)
    return MC_CONNECTION_ERROR_TIMED_OUT;
  if (code == G_IO_ERROR_HOST_UNREACHABLE || code == G_IO_ERROR_NETWORK_UNREACHABLE)
    return MC_CONNECTION_ERROR_UNREACHABLE;
  if (code == G_IO_ERROR_CONNECTION_CLOSED)
    return MC_CONNECTION_ERROR_RESET;
  if (code == G_IO_ERROR_CLOSED)
    return MC_CONNECTION_ERROR_CLOSED;

  return MC_CONNECTION_ERROR_FAILED;
}

/**
 * mc_connection_error_take:
 * @error: where the error goes
 * @cause: (transfer full): any error of a wait
 *
 * Turns it into one of %MC_CONNECTION_ERROR; a cancelled wait stays one.
 *
 * Returns: %FALSE
 */
gboolean
mc_connection_error_take (GError **error,
                          GError  *cause)
{
  McConnectionError code = MC_CONNECTION_ERROR_FAILED;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }

  if (cause->domain == G_TLS_ERROR)
    code = code_from_tls_error ((GTlsError) cause->code);
  else if (cause->domain == G_IO_ERROR)
    code = code_from_io_error (cause->code);

  g_set_error_literal (error, MC_CONNECTION_ERROR, code, cause->message);
  g_error_free (cause);
  return FALSE;
}
