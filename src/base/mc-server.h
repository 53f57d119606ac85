/* mc-server.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "mc-enums.h"

G_BEGIN_DECLS

#define MC_TYPE_SERVER  (mc_server_get_type ())
#define MC_SERVER_ERROR (mc_server_error_quark ())

typedef struct _McServer McServer;

/**
 * McServerError:
 * @MC_SERVER_ERROR_SYNTAX: not of the form PROTO:HOST[:PORT][/SECURITY]
 * @MC_SERVER_ERROR_PROTOCOL: the protocol is not known
 * @MC_SERVER_ERROR_HOST: the host is not a host name or IP address
 * @MC_SERVER_ERROR_PORT: the port is not a number from 1 to 65535
 * @MC_SERVER_ERROR_SECURITY: the security is not known, or must be given
 */
typedef enum
{
  MC_SERVER_ERROR_SYNTAX,
  MC_SERVER_ERROR_PROTOCOL,
  MC_SERVER_ERROR_HOST,
  MC_SERVER_ERROR_PORT,
  MC_SERVER_ERROR_SECURITY,
} McServerError;

GType       mc_server_get_type (void) G_GNUC_CONST;
GQuark      mc_server_error_quark (void);
McServer   *mc_server_new (McProtocol  protocol,
                           const char *host,
                           guint16     port,
                           McSecurity  security,
                           McOrigin    origin);
McServer   *mc_server_new_from_string (const char *text,
                                       GError    **error);
gboolean    mc_server_find_security (guint16     port,
                                     McSecurity *security);
char       *mc_server_to_string (McServer *self);
McServer   *mc_server_ref (McServer *self);
void        mc_server_unref (McServer *self);
McProtocol  mc_server_get_protocol (McServer *self);
const char *mc_server_get_host (McServer *self);
guint16     mc_server_get_port (McServer *self);
McSecurity  mc_server_get_security (McServer *self);
McOrigin    mc_server_get_origin (McServer *self);
gboolean    mc_server_is_loopback (McServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McServer, mc_server_unref)

G_END_DECLS
