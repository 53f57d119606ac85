/* mc-server.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-address.h"
#include "mc-server.h"

/**
 * McServer:
 *
 * A mail server as a mail program would have it in its settings. Immutable.
 */
struct _McServer
{
  gatomicrefcount ref_count;
  McProtocol      protocol;
  char           *host; /* lower-case ASCII */
  guint16         port;
  McSecurity      security;
  McOrigin        origin;
};

/* The ports that say by themselves how they are protected. */
typedef struct
{
  guint16    port;
  McSecurity security;
} PortSecurity;

static const PortSecurity port_securities[] = {
  { 993, MC_SECURITY_TLS },
  { 995, MC_SECURITY_TLS },
  { 465, MC_SECURITY_TLS },
  { 143, MC_SECURITY_STARTTLS },
  { 110, MC_SECURITY_STARTTLS },
  { 25, MC_SECURITY_STARTTLS },
  { 587, MC_SECURITY_STARTTLS },
};

G_DEFINE_QUARK (mc-server-error-quark, mc_server_error)
G_DEFINE_BOXED_TYPE (McServer, mc_server, mc_server_ref, mc_server_unref)

/**
 * mc_server_new:
 * @protocol: what it speaks
 * @host: its name in ASCII, or its IP address
 * @port: 1 to 65535
 * @security: how the connection is protected
 * @origin: where the setting comes from
 *
 * Returns: (transfer full): a new server
 */
McServer *
mc_server_new (McProtocol  protocol,
               const char *host,
               guint16     port,
               McSecurity  security,
               McOrigin    origin)
{
  McServer *self;

  g_return_val_if_fail (host != NULL && *host != '\0', NULL);
  g_return_val_if_fail (port != 0, NULL);

  self = g_new0 (McServer, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->protocol = protocol;
  self->host = g_ascii_strdown (host, -1);
  self->port = port;
  self->security = security;
  self->origin = origin;

  return self;
}

/**
 * mc_server_find_security:
 * @port: a port
 * @security: (out): how the connection is protected on it
 *
 * Returns: whether the port is a registered one, which says that by itself
 */
gboolean
mc_server_find_security (guint16     port,
                         McSecurity *security)
{
  for (gsize i = 0; i < G_N_ELEMENTS (port_securities); i++)
    {
      if (port_securities[i].port == port)
        {
          *security = port_securities[i].security;
          return TRUE;
        }
    }

  return FALSE;
}

/* Splits HOST[:PORT] or [IPV6][:PORT]; the port is %NULL where there is none. */
static gboolean
split_host_port (const char *text,
                 char      **host,
                 char      **port)
{
  const char *colon;

  if (*text == '[')
    {
      const char *bracket = strchr (text, ']');

      if (bracket == NULL || (bracket[1] != '\0' && bracket[1] != ':'))
        return FALSE;

      *host = g_strndup (text + 1, bracket - text - 1);
      *port = bracket[1] == ':' ? g_strdup (bracket + 2) : NULL;
      return g_hostname_is_ip_address (*host);
    }

  colon = strchr (text, ':');
  if (colon != NULL && strchr (colon + 1, ':') != NULL)
    return FALSE;

  *host = colon != NULL ? g_strndup (text, colon - text) : g_strdup (text);
  *port = colon != NULL ? g_strdup (colon + 1) : NULL;
  return TRUE;
}

/**
 * mc_server_new_from_string:
 * @text: `PROTO:HOST[:PORT][/tls|/starttls|/none]`, an IPv6 address in brackets
 *
 * Reads the server syntax of the command line (contract section 2). Without a
 * port it is the one for TLS; the registered ports imply their security, any
 * other port needs it said.
 *
 * Returns: (transfer full): the server, with %MC_ORIGIN_USER, or %NULL with an
 *   error of %MC_SERVER_ERROR, ready to be shown
 */
McServer *
mc_server_new_from_string (const char *text,
                           GError    **error)
{
  g_autofree char *proto = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *host_text = NULL;
  g_autofree char *port_text = NULL;
  g_autofree char *host = NULL;
  const char      *colon;
  char            *slash;
  McProtocol       protocol;
  McSecurity       security = MC_SECURITY_TLS;
  gboolean         has_security = FALSE;
  guint64          port = 0;

  g_return_val_if_fail (text != NULL, NULL);

  colon = strchr (text, ':');
  if (colon == NULL || strlen (text) > 1024 || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, MC_SERVER_ERROR, MC_SERVER_ERROR_SYNTAX,
                           _ ("A server is written like imap:mail.example.org:993/tls"));
      return NULL;
    }

  proto = g_strndup (text, colon - text);
  if (!mc_protocol_from_id (proto, &protocol))
    {
      g_set_error_literal (error, MC_SERVER_ERROR, MC_SERVER_ERROR_PROTOCOL,
                           _ ("A server starts with its protocol: imap:, pop3: or smtp:"));
      return NULL;
    }

  rest = g_strdup (colon + 1);
  slash = strchr (rest, '/');
  if (slash != NULL)
    {
      *slash = '\0';
      has_security = TRUE;
      if (!mc_security_from_id (slash + 1, &security))
        {
          g_set_error_literal (error, MC_SERVER_ERROR, MC_SERVER_ERROR_SECURITY,
                               _ ("The security is one of /tls, /starttls and /none"));
          return NULL;
        }
    }

  if (!split_host_port (rest, &host_text, &port_text) ||
      (host = mc_address_normalize_host (host_text)) == NULL)
    {
      g_set_error_literal (error, MC_SERVER_ERROR, MC_SERVER_ERROR_HOST,
                           _ ("The server’s host is not a host name or an IP address (IPv6 in brackets)"));
      return NULL;
    }

  if (port_text == NULL)
    port = mc_protocol_get_port (protocol, has_security ? security : MC_SECURITY_TLS);
  else if (!g_ascii_string_to_unsigned (port_text, 10, 1, G_MAXUINT16, &port, NULL))
    {
      g_set_error_literal (error, MC_SERVER_ERROR, MC_SERVER_ERROR_PORT,
                           _ ("The server’s port is not a number from 1 to 65535"));
      return NULL;
    }

  if (!has_security && port_text != NULL && !mc_server_find_security ((guint16) port, &security))
    {
      g_set_error_literal (error, MC_SERVER_ERROR, MC_SERVER_ERROR_SECURITY,
                           _ ("This port needs its security said: add /tls, /starttls or /none"));
      return NULL;
    }

  return mc_server_new (protocol, host, (guint16) port, security, MC_ORIGIN_USER);
}

/**
 * mc_server_to_string:
 * @self: a server
 *
 * Returns: (transfer full): what mc_server_new_from_string() reads, with everything said
 */
char *
mc_server_to_string (McServer *self)
{
  gboolean is_ipv6 = strchr (self->host, ':') != NULL;

  return g_strdup_printf ("%s:%s%s%s:%u/%s", mc_protocol_get_id (self->protocol), is_ipv6 ? "[" : "", self->host,
                          is_ipv6 ? "]" : "", self->port, mc_security_get_id (self->security));
}

McServer *
mc_server_ref (McServer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mc_server_unref (McServer *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->host);
  g_free (self);
}

McProtocol
mc_server_get_protocol (McServer *self)
{
  return self->protocol;
}

const char *
mc_server_get_host (McServer *self)
{
  return self->host;
}

guint16
mc_server_get_port (McServer *self)
{
  return self->port;
}

McSecurity
mc_server_get_security (McServer *self)
{
  return self->security;
}

McOrigin
mc_server_get_origin (McServer *self)
{
  return self->origin;
}

/**
 * mc_server_is_loopback:
 * @self: a server
 *
 * Whether the host is literally an address of this computer (127.0.0.0/8, ::1):
 * a local helper such as a mail bridge. The name `localhost` does not count.
 */
gboolean
mc_server_is_loopback (McServer *self)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (self->host);

  return address != NULL && g_inet_address_get_is_loopback (address);
}
