/* mc-test-server.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-test-fiber.h"
#include "mc-test-server.h"

#define TIMEOUT_MS 60000

typedef struct
{
  McTestServer    *server;
  GSocketListener *listener;
  McTestDialogue   dialogue;
} Run;

static gpointer
serve (gpointer data)
{
  Run                          *run = data;
  g_autoptr (GSocketConnection) connection = g_socket_listener_accept (run->listener, NULL, NULL, NULL);

  g_assert_nonnull (connection);
  run->server->serve (run->server, G_IO_STREAM (connection));
  return NULL;
}

static void
connect_and_talk (gpointer data)
{
  Run                     *run = data;
  g_autoptr (GError)       error = NULL;
  g_autoptr (McScope)      scope = mc_scope_new (NULL, TIMEOUT_MS);
  g_autoptr (McRedactor)   redactor = mc_redactor_new ();
  g_autoptr (McTranscript) transcript = mc_transcript_new (redactor);
  g_autoptr (GInetAddress) address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (McConnection) connection = mc_connection_open (scope, address, run->server->port, transcript, &error);

  g_assert_no_error (error);
  run->dialogue (run->server, connection, scope);
  mc_connection_close (connection);
}

/**
 * mc_test_server_run:
 * @self: a server
 * @dialogue: what the client does
 *
 * Connects to @self and waits for the end of both.
 */
void
mc_test_server_run (McTestServer  *self,
                    McTestDialogue dialogue)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GInetAddress)    loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress)  wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress)  address = NULL;
  g_autoptr (GError)          error = NULL;
  Run                         run = { self, listener, dialogue };

  g_socket_listener_add_address (listener, wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &address, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  self->received = g_string_new (NULL);
  self->thread = g_thread_new ("server", serve, &run);

  mc_test_run_fiber (connect_and_talk, &run);
  mc_test_server_join (self);
  g_string_free (self->received, TRUE);
}

/**
 * mc_test_server_join:
 * @self: a server whose connection is closed
 *
 * Waits until the server has seen all there was.
 */
void
mc_test_server_join (McTestServer *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
}

/**
 * mc_test_server_send:
 * @stream: a connection
 * @bytes: what to send
 * @length: how much of it
 *
 * Returns: whether the client took it
 */
gboolean
mc_test_server_send (GIOStream  *stream,
                     const char *bytes,
                     gsize       length)
{
  return g_output_stream_write_all (g_io_stream_get_output_stream (stream), bytes, length, NULL, NULL, NULL);
}

/**
 * mc_test_server_say:
 * @self: a server
 * @stream: its connection
 *
 * Sends what it has to say and hangs up.
 */
void
mc_test_server_say (McTestServer *self,
                    GIOStream    *stream)
{
  mc_test_server_send (stream, self->says, self->n_says > 0 ? self->n_says : strlen (self->says));
  g_io_stream_close (stream, NULL, NULL);
}

/**
 * mc_test_server_record:
 * @self: a server
 * @stream: its connection, encrypted or not
 *
 * Keeps what comes until the client hangs up.
 */
void
mc_test_server_record (McTestServer *self,
                       GIOStream    *stream)
{
  char   bytes[4096];
  gssize count;

  while ((count = g_input_stream_read (g_io_stream_get_input_stream (stream), bytes, sizeof bytes, NULL, NULL)) > 0)
    g_string_append_len (self->received, bytes, count);
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
 * mc_test_server_encrypt:
 * @self: a server with a certificate
 * @stream: its connection
 *
 * Does a TLS handshake, then keeps what comes inside it.
 */
void
mc_test_server_encrypt (McTestServer *self,
                        GIOStream    *stream)
{
  g_autoptr (GIOStream) tls = g_tls_server_connection_new (stream, self->certificate, NULL);

  g_assert_nonnull (tls);
  if (self->wants_certificate)
    g_object_set (tls, "authentication-mode", G_TLS_AUTHENTICATION_REQUIRED, NULL);
  g_signal_connect (tls, "accept-certificate", G_CALLBACK (on_accept_certificate_cb), NULL);
  if (g_tls_connection_handshake (G_TLS_CONNECTION (tls), NULL, NULL))
    mc_test_server_record (self, tls);
}
