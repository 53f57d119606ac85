/* mc-service.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-check-context.h"
#include "mc-connection.h"

G_BEGIN_DECLS

/**
 * McService:
 *
 * What answers on a port, told by the first bytes it sends.
 */
typedef enum
{
  MC_SERVICE_SILENT,
  MC_SERVICE_IMAP,
  MC_SERVICE_POP3,
  MC_SERVICE_SMTP,
  MC_SERVICE_HTTP,
  MC_SERVICE_SSH,
  MC_SERVICE_TLS,
  MC_SERVICE_OTHER,
} McService;

McService   mc_service_from_bytes (const char *bytes,
                                   gsize       length);
gboolean    mc_service_is_mail (McService service);
gboolean    mc_service_is_protocol (McService  service,
                                    McProtocol protocol);
const char *mc_service_get_id (McService service);
const char *mc_service_get_title (McService service);
McService   mc_service_probe_plain (McScope      *scope,
                                    GInetAddress *address,
                                    guint16       port,
                                    McTranscript *transcript);
gboolean    mc_service_probe_tls (McScope      *scope,
                                  GInetAddress *address,
                                  guint16       port,
                                  const char   *host,
                                  McTranscript *transcript,
                                  McService    *service);
gboolean    mc_service_works (McScope      *scope,
                              McServer     *server,
                              GInetAddress *address,
                              guint16       port,
                              McSecurity    security,
                              McTranscript *transcript);

G_END_DECLS
