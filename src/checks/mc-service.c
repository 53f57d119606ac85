/* mc-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-mail-client.h"
#include "mc-service.h"
#include "mc-text.h"

/* Even a busy mail server greets a second connection within this time. */
#define LISTEN_MS 2000

typedef struct
{
  const char *prefix;
  McService   service;
} ServicePrefix;

static const ServicePrefix prefixes[] = {
  { "* OK", MC_SERVICE_IMAP },
  { "* PREAUTH", MC_SERVICE_IMAP },
  { "* BYE", MC_SERVICE_IMAP },
  { "* NO", MC_SERVICE_IMAP },
  { "* BAD", MC_SERVICE_IMAP },
  { "+OK", MC_SERVICE_POP3 },
  { "-ERR", MC_SERVICE_POP3 },
  { "220", MC_SERVICE_SMTP },
  { "421", MC_SERVICE_SMTP },
  { "554", MC_SERVICE_SMTP },
  { "HTTP/", MC_SERVICE_HTTP },
  { "<!DOCTYPE", MC_SERVICE_HTTP },
  { "<html", MC_SERVICE_HTTP },
  { "SSH-", MC_SERVICE_SSH },
};

static const char *const ids[] = {
  [MC_SERVICE_SILENT] = "silent",
  [MC_SERVICE_IMAP] = "imap",
  [MC_SERVICE_POP3] = "pop3",
  [MC_SERVICE_SMTP] = "smtp",
  [MC_SERVICE_HTTP] = "http",
  [MC_SERVICE_SSH] = "ssh",
  [MC_SERVICE_TLS] = "tls",
  [MC_SERVICE_OTHER] = "other",
};

static const char *const titles[] = {
  [MC_SERVICE_SILENT] = N_ ("nothing"),
  [MC_SERVICE_IMAP] = N_ ("an IMAP server"),
  [MC_SERVICE_POP3] = N_ ("a POP3 server"),
  [MC_SERVICE_SMTP] = N_ ("an SMTP server"),
  [MC_SERVICE_HTTP] = N_ ("a web server"),
  [MC_SERVICE_SSH] = N_ ("a server for remote sign-in (SSH)"),
  [MC_SERVICE_TLS] = N_ ("a server that speaks TLS at once"),
  [MC_SERVICE_OTHER] = N_ ("something that is not a mail server"),
};

/**
 * mc_service_from_bytes:
 * @bytes: the first bytes a server sent
 * @length: how many
 *
 * Returns: what sent them
 */
McService
mc_service_from_bytes (const char *bytes,
                       gsize       length)
{
  g_autofree char *start = NULL;

  if (length == 0)
    return MC_SERVICE_SILENT;

  /* A TLS alert or handshake record, RFC 8446 section 5.1. */
  if (length >= 2 && (bytes[0] == 0x15 || bytes[0] == 0x16) && bytes[1] == 0x03)
    return MC_SERVICE_TLS;

  start = g_strndup (bytes, MIN (length, 16));
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      if (mc_text_has_prefix (start, prefixes[i].prefix))
        return prefixes[i].service;
    }

  return MC_SERVICE_OTHER;
}

gboolean
mc_service_is_mail (McService service)
{
  return service == MC_SERVICE_IMAP || service == MC_SERVICE_POP3 || service == MC_SERVICE_SMTP;
}

gboolean
mc_service_is_protocol (McService  service,
                        McProtocol protocol)
{
  return (service == MC_SERVICE_IMAP && protocol == MC_PROTOCOL_IMAP) ||
         (service == MC_SERVICE_POP3 && protocol == MC_PROTOCOL_POP3) ||
         (service == MC_SERVICE_SMTP && protocol == MC_PROTOCOL_SMTP);
}

const char *
mc_service_get_id (McService service)
{
  return ids[service];
}

const char *
mc_service_get_title (McService service)
{
  return _ (titles[service]);
}

static McService
listen_for_service (McConnection *connection,
                    McScope      *scope)
{
  g_autoptr (GBytes) bytes = mc_connection_read_some (connection, scope, NULL);
  gsize              length;
  const char        *data;

  if (bytes == NULL)
    return MC_SERVICE_SILENT;

  data = g_bytes_get_data (bytes, &length);
  return mc_service_from_bytes (data, length);
}

/* Mail servers speak first. A web server waits for a question, and knows this one. */
static McService
ask_for_page (McScope      *scope,
              GInetAddress *address,
              guint16       port,
              const char   *tls_host,
              McTranscript *transcript)
{
  g_autoptr (McConnection) connection = mc_connection_open (scope, address, port, transcript, NULL);

  if (connection == NULL || (tls_host != NULL && !mc_connection_start_tls (connection, scope, tls_host, NULL)) ||
      !mc_connection_write (connection, scope, "GET / HTTP/1.0\r\n\r\n", NULL))
    return MC_SERVICE_SILENT;

  return listen_for_service (connection, scope);
}

/* A connection that was given up while it was read is of no use any more: the question goes over a new one. */
static McService
read_service (McConnection *connection,
              McScope      *scope,
              const char   *tls_host)
{
  g_autoptr (McScope) patience = mc_scope_new (scope, LISTEN_MS);
  McService           service = listen_for_service (connection, patience);

  if (service != MC_SERVICE_SILENT)
    return service;

  return ask_for_page (scope, mc_connection_get_address (connection), mc_connection_get_port (connection), tls_host,
                       mc_connection_get_transcript (connection));
}

/**
 * mc_service_probe_plain:
 * @scope: the time it has
 * @address: where
 * @port: and on which port
 * @transcript: where the dialogue is kept
 *
 * Connects without TLS and listens for what the server says by itself; where it
 * says nothing, asks for a web page.
 *
 * Returns: what answers
 */
McService
mc_service_probe_plain (McScope      *scope,
                        GInetAddress *address,
                        guint16       port,
                        McTranscript *transcript)
{
  g_autoptr (McConnection) connection = mc_connection_open (scope, address, port, transcript, NULL);

  return connection != NULL ? read_service (connection, scope, NULL) : MC_SERVICE_SILENT;
}

/**
 * mc_service_probe_tls:
 * @scope: the time it has
 * @address: where
 * @port: and on which port
 * @host: the server's name
 * @transcript: where the dialogue is kept
 * @service: (out): what answers inside TLS
 *
 * Connects with TLS from the first byte and listens for what the server says;
 * where it says nothing, asks for a web page.
 *
 * Returns: whether the server speaks TLS there
 */
gboolean
mc_service_probe_tls (McScope      *scope,
                      GInetAddress *address,
                      guint16       port,
                      const char   *host,
                      McTranscript *transcript,
                      McService    *service)
{
  g_autoptr (McConnection) connection = mc_connection_open (scope, address, port, transcript, NULL);

  *service = MC_SERVICE_SILENT;
  if (connection == NULL || !mc_connection_start_tls (connection, scope, host, NULL))
    return FALSE;

  *service = read_service (connection, scope, host);
  return TRUE;
}

/**
 * mc_service_works:
 * @scope: the time it has
 * @server: whose protocol and name are wanted
 * @address: where
 * @port: and on which port
 * @security: %MC_SECURITY_TLS or %MC_SECURITY_STARTTLS
 * @transcript: where the dialogue is kept
 *
 * Goes all the way to a verified, encrypted connection: only such a setting may
 * be recommended, since anybody on the way could pretend the rest.
 *
 * Returns: whether the protocol is spoken there over TLS that can be trusted
 */
gboolean
mc_service_works (McScope      *scope,
                  McServer     *server,
                  GInetAddress *address,
                  guint16       port,
                  McSecurity    security,
                  McTranscript *transcript)
{
  const char              *host = mc_server_get_host (server);
  g_autoptr (McConnection) connection = mc_connection_open (scope, address, port, transcript, NULL);
  g_autoptr (McMailClient) client = NULL;
  g_autoptr (McMailReply)  greeting = NULL;

  if (connection == NULL ||
      (security == MC_SECURITY_TLS && !mc_connection_start_tls (connection, scope, host, NULL)))
    return FALSE;

  client = mc_mail_client_new (mc_server_get_protocol (server), connection);
  greeting = mc_mail_client_read_greeting (client, scope, NULL);
  if (greeting == NULL || !mc_mail_reply_is_accepted (greeting))
    return FALSE;

  if (security == MC_SECURITY_STARTTLS &&
      (!mc_mail_client_load_capabilities (client, scope, NULL) ||
       !mc_mail_client_start_tls (client, scope, host, NULL)))
    return FALSE;

  return mc_connection_is_secure (connection);
}
