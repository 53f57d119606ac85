/* mc-connection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>

#include "mc-connection.h"
#include "mc-future.h"
#include "mc-tls-witness.h"

#define READ_SIZE 16384

/**
 * McConnection:
 *
 * A TCP connection to one address, in the clear or protected by TLS. It reads
 * bounded lines, keeps a transcript, and is the one place that lets a secret
 * pass: only over TLS 1.2 or newer with a certificate the system trusts.
 *
 * A certificate that is not trusted does not end the handshake, since a
 * checkup wants to see the rest; it only keeps secrets back.
 */
struct _McConnection
{
  GObject            parent_instance;
  GSocketConnection *socket;
  GIOStream         *stream; /* the TLS connection once there is one */
  GInetAddress      *address;
  guint16            port;
  GByteArray        *buffer;
  McTlsInfo         *tls_info;
  gboolean           has_answered; /* since TLS is in place */
  McTranscript      *transcript;
};

G_DEFINE_FINAL_TYPE (McConnection, mc_connection, G_TYPE_OBJECT)

static void
mc_connection_dispose (GObject *object)
{
  McConnection *self = MC_CONNECTION (object);

  mc_connection_close (self);
  g_clear_object (&self->stream);
  g_clear_object (&self->socket);
  g_clear_object (&self->address);
  g_clear_object (&self->tls_info);
  g_clear_object (&self->transcript);
  g_clear_pointer (&self->buffer, g_byte_array_unref);

  G_OBJECT_CLASS (mc_connection_parent_class)->dispose (object);
}

static void
mc_connection_class_init (McConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_connection_dispose;
}

static void
mc_connection_init (McConnection *self)
{
  self->buffer = g_byte_array_new ();
}

/* Connecting a datagram socket asks the routing table and sends nothing. */
static gboolean
has_route (GSocketAddress *address)
{
  g_autoptr (GSocket) socket = g_socket_new (g_socket_address_get_family (address), G_SOCKET_TYPE_DATAGRAM,
                                             G_SOCKET_PROTOCOL_UDP, NULL);

  return socket != NULL && g_socket_connect (socket, address, NULL, NULL);
}

/**
 * mc_connection_has_route:
 * @address: any address
 *
 * Returns: whether this computer knows a way to @address; nothing is sent
 */
gboolean
mc_connection_has_route (GInetAddress *address)
{
  g_autoptr (GSocketAddress) socket_address = g_inet_socket_address_new (address, 53);

  return has_route (socket_address);
}

/**
 * mc_connection_has_way_out:
 * @family: IPv4 or IPv6
 *
 * Returns: whether this computer knows a way to the Internet; nothing is sent
 */
gboolean
mc_connection_has_way_out (GSocketFamily family)
{
  /* Any public address will do. */
  const char              *text = family == G_SOCKET_FAMILY_IPV6 ? "2001:4860::1" : "192.88.99.1";
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (text);

  return mc_connection_has_route (address);
}

/**
 * mc_connection_open:
 * @scope: the time it has
 * @address: the address to connect to
 * @port: the port to connect to
 * @transcript: where the dialogue is kept
 * @error: an error of %MC_CONNECTION_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Opens a TCP connection, past any proxy.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with an error
 */
McConnection *
mc_connection_open (McScope      *scope,
                    GInetAddress *address,
                    guint16       port,
                    McTranscript *transcript,
                    GError      **error)
{
  g_autoptr (GSocketAddress)    socket_address = g_inet_socket_address_new (address, port);
  g_autoptr (GSocketClient)     client = g_socket_client_new ();
  g_autoptr (GSocketConnection) socket = NULL;
  g_autofree char              *shown = g_inet_address_to_string (address);
  GError                       *own_error = NULL;
  McConnection                 *self;

  if (!has_route (socket_address))
    {
      g_set_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NO_ROUTE, "No route to %s", shown);
      return NULL;
    }

  g_socket_client_set_enable_proxy (client, FALSE);
  socket = mc_scope_await_object (scope, dex_socket_client_connect (client, G_SOCKET_CONNECTABLE (socket_address)),
                                  &own_error);
  if (socket == NULL)
    {
      mc_transcript_note (transcript, "%s port %u: %s", shown, port, own_error->message);
      mc_connection_error_take (error, own_error);
      return NULL;
    }

  mc_transcript_note (transcript, "connected to %s port %u", shown, port);
  self = g_object_new (MC_TYPE_CONNECTION, NULL);
  self->stream = g_object_ref (G_IO_STREAM (socket));
  self->socket = g_steal_pointer (&socket);
  self->address = g_object_ref (address);
  self->port = port;
  self->transcript = g_object_ref (transcript);

  return self;
}

static gboolean
on_accept_certificate_cb (GTlsConnection      *connection,
                          GTlsCertificate     *certificate,
                          GTlsCertificateFlags errors,
                          gpointer             user_data)
{
  return TRUE;
}

/**
 * mc_connection_start_tls:
 * @self: a connection without TLS
 * @scope: the time it has
 * @host: the name that the certificate must be good for
 * @error: an error of %MC_CONNECTION_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Does the TLS handshake. It succeeds with any certificate: see
 * mc_connection_is_secure(). Bytes that came before it are an error, since
 * they were not protected (RFC 3207 section 4.2, CVE-2011-0411).
 *
 * Returns: whether the connection is encrypted now
 */
gboolean
mc_connection_start_tls (McConnection *self,
                         McScope      *scope,
                         const char   *host,
                         GError      **error)
{
  g_autoptr (GSocketConnectable) identity = NULL;
  g_autoptr (GIOStream)          tls = NULL;
  g_autoptr (GTlsInteraction)    witness = mc_tls_witness_new ();
  GError                        *own_error = NULL;

  g_return_val_if_fail (MC_IS_CONNECTION (self), FALSE);
  g_return_val_if_fail (self->tls_info == NULL, FALSE);

  if (self->buffer->len > 0)
    {
      mc_transcript_note (self->transcript, "%u bytes came before the TLS handshake", self->buffer->len);
      g_set_error_literal (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_INJECTED,
                           "Bytes came before the TLS handshake");
      return FALSE;
    }

  identity = g_network_address_new (host, self->port);
  tls = g_tls_client_connection_new (self->stream, identity, &own_error);
  if (tls == NULL)
    return mc_connection_error_take (error, own_error);

  g_signal_connect (tls, "accept-certificate", G_CALLBACK (on_accept_certificate_cb), NULL);
  g_tls_connection_set_interaction (G_TLS_CONNECTION (tls), witness);
  mc_tls_start_fresh (G_TLS_CONNECTION (tls));
  if (!mc_scope_await (scope, mc_future_tls_handshake (G_TLS_CONNECTION (tls)), &own_error))
    {
      mc_transcript_note (self->transcript, "TLS handshake failed: %s", own_error->message);
      return mc_connection_error_take (error, own_error);
    }

  /* A server's greeting often waits until its session ticket is acknowledged (Nagle), which would be put off by
   * 40 ms. */
  g_socket_set_option (g_socket_connection_get_socket (self->socket), IPPROTO_TCP, TCP_QUICKACK, TRUE, NULL);

  self->tls_info = mc_tls_info_new (G_TLS_CONNECTION (tls), host);
  self->has_answered = FALSE;
  g_set_object (&self->stream, tls);
  mc_transcript_note (self->transcript, "%s, %s, certificate %s", mc_tls_info_get_version (self->tls_info),
                      mc_tls_info_get_cipher (self->tls_info),
                      mc_tls_info_is_verified (self->tls_info) ? "verified" : "NOT verified");
  return TRUE;
}

/* Whether the wait ended on this side. */
static gboolean
is_give_up (GError **error)
{
  return error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (*error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TIMED_OUT);
}

/* TLS 1.3 tells the missing certificate only after the handshake, and many servers just hang up. */
static gboolean
fail_for_certificate (McConnection *self,
                      GError      **error)
{
  if (self->tls_info == NULL || self->has_answered || !mc_tls_info_asks_certificate (self->tls_info))
    return FALSE;

  g_clear_error (error);
  g_set_error_literal (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLIENT_CERTIFICATE,
                       "The server asked for a certificate and then closed the connection");
  return TRUE;
}

/* Data that is there already must not outrun the end of its time. */
static gboolean
is_over (McConnection *self,
         McScope      *scope,
         GError      **error)
{
  GError *own_error = NULL;

  if (!mc_scope_is_over (scope, &own_error))
    return FALSE;

  mc_transcript_note (self->transcript, "%s", own_error->message);
  mc_connection_error_take (error, own_error);
  return TRUE;
}

/* Appends what comes next to the buffer. */
static gboolean
fill (McConnection *self,
      McScope      *scope,
      GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GError            *own_error = NULL;
  gsize              length;
  gconstpointer      data;

  if (self->stream == NULL || g_io_stream_is_closed (self->stream))
    {
      g_set_error_literal (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLOSED, "The connection is closed");
      return FALSE;
    }

  bytes = mc_scope_await_boxed (scope,
                                dex_input_stream_read_bytes (g_io_stream_get_input_stream (self->stream), READ_SIZE,
                                                             G_PRIORITY_DEFAULT),
                                &own_error);
  if (bytes == NULL)
    {
      mc_transcript_note (self->transcript, "%s", own_error->message);
      mc_connection_error_take (error, own_error);
      if (!is_give_up (error))
        fail_for_certificate (self, error);
      return FALSE;
    }

  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    {
      mc_transcript_note (self->transcript, "the server closed the connection");
      if (fail_for_certificate (self, error))
        return FALSE;
      g_set_error_literal (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLOSED,
                           "The server closed the connection");
      return FALSE;
    }

  self->has_answered = TRUE;
  g_byte_array_append (self->buffer, data, (guint) length);
  return TRUE;
}

static GBytes *
take_from_buffer (McConnection *self,
                  guint         length)
{
  GBytes *bytes = g_bytes_new (self->buffer->data, length);

  mc_transcript_received (self->transcript, (const char *) self->buffer->data, length);
  g_byte_array_remove_range (self->buffer, 0, length);

  return bytes;
}

static gboolean
fail_too_much (McConnection *self,
               gsize         max_length,
               GError      **error)
{
  mc_transcript_note (self->transcript, "more than %" G_GSIZE_FORMAT " bytes without an end", max_length);
  g_set_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TOO_MUCH,
               "The server sent more than %" G_GSIZE_FORMAT " bytes without an end", max_length);
  return FALSE;
}

/**
 * mc_connection_read_line:
 * @self: a connection
 * @scope: the time it has
 * @max_length: the longest line in bytes, its end included
 * @error: an error of %MC_CONNECTION_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the next line with its CR LF or LF, of
 *   any bytes, or %NULL with an error
 */
GBytes *
mc_connection_read_line (McConnection *self,
                         McScope      *scope,
                         gsize         max_length,
                         GError      **error)
{
  guint searched = 0;

  g_return_val_if_fail (MC_IS_CONNECTION (self), NULL);

  if (is_over (self, scope, error))
    return NULL;

  for (;;)
    {
      const guint8 *end = NULL;

      if (self->buffer->len > searched)
        end = memchr (self->buffer->data + searched, '\n', self->buffer->len - searched);

      if (end != NULL && (gsize) (end - self->buffer->data) < max_length)
        return take_from_buffer (self, (guint) (end - self->buffer->data + 1));

      if (self->buffer->len >= max_length)
        {
          fail_too_much (self, max_length, error);
          return NULL;
        }

      searched = self->buffer->len;
      if (!fill (self, scope, error))
        return NULL;
    }
}

/**
 * mc_connection_read_exactly:
 * @self: a connection
 * @scope: the time it has
 * @length: how many bytes; the caller bounds it
 * @error: an error of %MC_CONNECTION_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the next @length bytes, or %NULL with an error
 */
GBytes *
mc_connection_read_exactly (McConnection *self,
                            McScope      *scope,
                            gsize         length,
                            GError      **error)
{
  g_return_val_if_fail (MC_IS_CONNECTION (self), NULL);
  g_return_val_if_fail (length <= G_MAXINT, NULL);

  while (self->buffer->len < length)
    {
      if (!fill (self, scope, error))
        return NULL;
    }

  return take_from_buffer (self, (guint) length);
}

/**
 * mc_connection_read_some:
 * @self: a connection
 * @scope: the time it has
 * @error: an error of %MC_CONNECTION_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): whatever comes first, at least one
 *   byte and at most 16 KiB, or %NULL with an error
 */
GBytes *
mc_connection_read_some (McConnection *self,
                         McScope      *scope,
                         GError      **error)
{
  g_return_val_if_fail (MC_IS_CONNECTION (self), NULL);

  if (self->buffer->len == 0 && !fill (self, scope, error))
    return NULL;

  return take_from_buffer (self, MIN (self->buffer->len, READ_SIZE));
}

static gboolean
write_all (McConnection *self,
           McScope      *scope,
           GBytes       *bytes,
           GError      **error)
{
  g_autoptr (GBytes) rest = g_bytes_ref (bytes);
  GError            *own_error = NULL;

  while (g_bytes_get_size (rest) > 0)
    {
      g_autoptr (DexFuture) written = NULL;
      gssize                count;

      if (self->stream == NULL || g_io_stream_is_closed (self->stream))
        {
          g_set_error_literal (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLOSED, "The connection is closed");
          return FALSE;
        }

      written = dex_output_stream_write_bytes (g_io_stream_get_output_stream (self->stream), rest,
                                               G_PRIORITY_DEFAULT);
      if (!mc_scope_await (scope, dex_ref (written), &own_error))
        {
          mc_transcript_note (self->transcript, "%s", own_error->message);
          return mc_connection_error_take (error, own_error);
        }

      count = dex_await_int64 (g_steal_pointer (&written), NULL);
      bytes = g_bytes_new_from_bytes (rest, count, g_bytes_get_size (rest) - count);
      g_bytes_unref (rest);
      rest = bytes;
    }

  return TRUE;
}

/**
 * mc_connection_write:
 * @self: a connection
 * @scope: the time it has
 * @text: what to send, which must hold no secret
 * @error: an error of %MC_CONNECTION_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all was handed to the network
 */
gboolean
mc_connection_write (McConnection *self,
                     McScope      *scope,
                     const char   *text,
                     GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MC_IS_CONNECTION (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  mc_transcript_sent (self->transcript, text, strlen (text));
  bytes = g_bytes_new (text, strlen (text));
  return write_all (self, scope, bytes, error);
}

/**
 * mc_connection_write_bytes:
 * @self: a connection
 * @scope: the time it has
 * @bytes: what to send, a protocol of another layer, which holds no secret
 * @error: an error of %MC_CONNECTION_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Sends bytes that the transcript does not show.
 *
 * Returns: whether all was handed to the network
 */
gboolean
mc_connection_write_bytes (McConnection *self,
                           McScope      *scope,
                           GBytes       *bytes,
                           GError      **error)
{
  g_return_val_if_fail (MC_IS_CONNECTION (self), FALSE);

  return write_all (self, scope, bytes, error);
}

/**
 * mc_connection_read_bytes:
 * @self: a connection
 * @scope: the time it has
 * @error: an error of %MC_CONNECTION_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): whatever comes first, which the
 *   transcript does not show, or %NULL with an error
 */
GBytes *
mc_connection_read_bytes (McConnection *self,
                          McScope      *scope,
                          GError      **error)
{
  GBytes *bytes;

  g_return_val_if_fail (MC_IS_CONNECTION (self), NULL);

  if (self->buffer->len == 0 && !fill (self, scope, error))
    return NULL;

  bytes = g_bytes_new (self->buffer->data, self->buffer->len);
  g_byte_array_set_size (self->buffer, 0);
  return bytes;
}

/**
 * mc_connection_write_secret:
 * @self: a connection
 * @scope: the time it has
 * @text: what to send, which holds a secret
 * @shown: what the transcript says instead
 * @error: an error of %MC_CONNECTION_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Sends a secret if the connection is secure; else it fails with
 * %MC_CONNECTION_ERROR_NOT_SECURE and nothing is sent. Every secret goes
 * through here.
 *
 * Returns: whether all was handed to the network
 */
gboolean
mc_connection_write_secret (McConnection *self,
                            McScope      *scope,
                            const char   *text,
                            const char   *shown,
                            GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char              *copy;

  g_return_val_if_fail (MC_IS_CONNECTION (self), FALSE);
  g_return_val_if_fail (text != NULL && shown != NULL, FALSE);

  if (!mc_connection_is_secure (self))
    {
      mc_transcript_note (self->transcript, "not secure: nothing secret was sent");
      g_set_error_literal (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NOT_SECURE,
                           "The connection is not secure enough to send a secret");
      return FALSE;
    }

  mc_transcript_sent (self->transcript, shown, strlen (shown));
  copy = g_strdup (text);
  bytes = g_bytes_new_with_free_func (copy, strlen (copy), (GDestroyNotify) mc_secret_free_text, copy);
  return write_all (self, scope, bytes, error);
}

/* A mail bridge on this computer signs its certificate itself. Nobody can get between
 * two programs that talk over 127.0.0.0/8 or ::1, but the name "localhost" may be
 * anything; so only the literal address counts. */
static gboolean
is_local_helper (McConnection *self)
{
  const GTlsCertificateFlags usual = G_TLS_CERTIFICATE_UNKNOWN_CA | G_TLS_CERTIFICATE_BAD_IDENTITY;

  return g_inet_address_get_is_loopback (self->address) &&
         g_hostname_is_ip_address (mc_tls_info_get_host (self->tls_info)) &&
         (mc_tls_info_get_errors (self->tls_info) & ~usual) == 0;
}

/**
 * mc_connection_is_secure:
 * @self: a connection
 *
 * Returns: whether a secret may be sent: TLS 1.2 or newer, and a strong certificate
 *   that is the host's, valid and trusted, or one that a helper on this computer
 *   made for itself
 */
gboolean
mc_connection_is_secure (McConnection *self)
{
  g_return_val_if_fail (MC_IS_CONNECTION (self), FALSE);

  return self->tls_info != NULL && mc_tls_info_is_strong (self->tls_info) &&
         (mc_tls_info_is_verified (self->tls_info) || is_local_helper (self));
}

/**
 * mc_connection_get_tls_info:
 * @self: a connection
 *
 * Returns: (transfer none) (nullable): what the handshake showed, %NULL in the clear
 */
McTlsInfo *
mc_connection_get_tls_info (McConnection *self)
{
  g_return_val_if_fail (MC_IS_CONNECTION (self), NULL);

  return self->tls_info;
}

GInetAddress *
mc_connection_get_address (McConnection *self)
{
  g_return_val_if_fail (MC_IS_CONNECTION (self), NULL);

  return self->address;
}

guint16
mc_connection_get_port (McConnection *self)
{
  g_return_val_if_fail (MC_IS_CONNECTION (self), 0);

  return self->port;
}

/**
 * mc_connection_dup_local_address:
 * @self: a connection
 *
 * Returns: (transfer full) (nullable): this computer's own address on the connection
 */
GInetAddress *
mc_connection_dup_local_address (McConnection *self)
{
  g_autoptr (GSocketAddress) address = NULL;

  g_return_val_if_fail (MC_IS_CONNECTION (self), NULL);

  address = g_socket_connection_get_local_address (self->socket, NULL);
  return address != NULL ? g_object_ref (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))) : NULL;
}

McTranscript *
mc_connection_get_transcript (McConnection *self)
{
  g_return_val_if_fail (MC_IS_CONNECTION (self), NULL);

  return self->transcript;
}

/**
 * mc_connection_close:
 * @self: a connection
 *
 * Closes the socket at once. What a protocol says in farewell comes before.
 */
void
mc_connection_close (McConnection *self)
{
  g_return_if_fail (MC_IS_CONNECTION (self));

  if (self->socket != NULL)
    g_socket_close (g_socket_connection_get_socket (self->socket), NULL);
}
