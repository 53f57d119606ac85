/* mc-connection.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mc-connection-error.h"
#include "mc-scope.h"
#include "mc-tls-info.h"
#include "mc-transcript.h"

G_BEGIN_DECLS

#define MC_TYPE_CONNECTION (mc_connection_get_type ())

G_DECLARE_FINAL_TYPE (McConnection, mc_connection, MC, CONNECTION, GObject)

gboolean      mc_connection_has_route (GInetAddress *address);
gboolean      mc_connection_has_way_out (GSocketFamily family);
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
