/* mc-connection.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mc-scope.h"
#include "mc-tls-info.h"
#include "mc-transcript.h"

G_BEGIN_DECLS

#define MC_TYPE_CONNECTION  (mc_connection_get_type ())
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

G_DECLARE_FINAL_TYPE (McConnection, mc_connection, MC, CONNECTION, GObject)

GQuark        mc_connection_error_quark (void);
const char   *mc_connection_error_get_id (McConnectionError code);
gboolean      mc_connection_has_route (GInetAddress *address);
McConnection *mc_connection_open (McScope      *scope,
                                  GInetAddress *address,
                                  guint16       port,
                                  McTranscript *transcript,
                                  GError      **error);
gboolean      mc_connection_start_tls (McConnection *self,
                                       McScope      *scope,
                                       const char   *host,
                                       GError      **error);
GBytes       *mc_connection_read_line (McConnection *self,
                                       McScope      *scope,
                                       gsize         max_length,
                                       GError      **error);
GBytes       *mc_connection_read_exactly (McConnection *self,
                                          McScope      *scope,
                                          gsize         length,
                                          GError      **error);
GBytes       *mc_connection_read_some (McConnection *self,
                                       McScope      *scope,
                                       GError      **error);
gboolean      mc_connection_write (McConnection *self,
                                   McScope      *scope,
                                   const char   *text,
                                   GError      **error);
gboolean      mc_connection_write_bytes (McConnection *self,
                                         McScope      *scope,
                                         GBytes       *bytes,
                                         GError      **error);
GBytes       *mc_connection_read_bytes (McConnection *self,
                                        McScope      *scope,
                                        GError      **error);
gboolean      mc_connection_write_secret (McConnection *self,
                                          McScope      *scope,
                                          const char   *text,
                                          const char   *shown,
                                          GError      **error);
gboolean      mc_connection_is_secure (McConnection *self);
McTlsInfo    *mc_connection_get_tls_info (McConnection *self);
GInetAddress *mc_connection_get_address (McConnection *self);
guint16       mc_connection_get_port (McConnection *self);
GInetAddress *mc_connection_dup_local_address (McConnection *self);
McTranscript *mc_connection_get_transcript (McConnection *self);
void          mc_connection_close (McConnection *self);

G_END_DECLS
