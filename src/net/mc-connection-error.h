/* mc-connection-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_CONNECTION_ERROR (mc_connection_error_quark ())

/**
 * McConnectionError:
 * @MC_CONNECTION_ERROR_REFUSED: the host refuses connections to the port
 * @MC_CONNECTION_ERROR_TIMED_OUT: no answer in time
 * @MC_CONNECTION_ERROR_UNREACHABLE: the network says that there is no way to the host
 * @MC_CONNECTION_ERROR_NO_ROUTE: this computer has no way to that address family
 * @MC_CONNECTION_ERROR_RESET: the connection was cut off
 * @MC_CONNECTION_ERROR_CLOSED: the other side ended the connection
 * @MC_CONNECTION_ERROR_TOO_MUCH: more came than any honest server sends
 * @MC_CONNECTION_ERROR_NOT_TLS: what answers does not speak TLS
 * @MC_CONNECTION_ERROR_TLS: the TLS handshake failed
 * @MC_CONNECTION_ERROR_CLIENT_CERTIFICATE: the server demands a client certificate
 * @MC_CONNECTION_ERROR_INJECTED: bytes came before the handshake that STARTTLS began
 * @MC_CONNECTION_ERROR_NOT_SECURE: a secret was not sent, as the connection is not secure
 * @MC_CONNECTION_ERROR_FAILED: anything else
 */
typedef enum
{
  MC_CONNECTION_ERROR_REFUSED,
  MC_CONNECTION_ERROR_TIMED_OUT,
  MC_CONNECTION_ERROR_UNREACHABLE,
  MC_CONNECTION_ERROR_NO_ROUTE,
  MC_CONNECTION_ERROR_RESET,
  MC_CONNECTION_ERROR_CLOSED,
  MC_CONNECTION_ERROR_TOO_MUCH,
  MC_CONNECTION_ERROR_NOT_TLS,
  MC_CONNECTION_ERROR_TLS,
  MC_CONNECTION_ERROR_CLIENT_CERTIFICATE,
  MC_CONNECTION_ERROR_INJECTED,
  MC_CONNECTION_ERROR_NOT_SECURE,
  MC_CONNECTION_ERROR_FAILED,
} McConnectionError;

GQuark      mc_connection_error_quark (void);
const char *mc_connection_error_get_id (McConnectionError code);
gboolean    mc_connection_error_take (GError **error,
                                      GError  *cause);

G_END_DECLS
