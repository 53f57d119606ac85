/* test-connection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/socket.h>

#include "mc-test-fiber.h"
#include "mc-test-server.h"

#define LIMIT     100
#define PROMPT_MS 100 /* how soon a cancelled wait is over, by the design */

/* A connection attempt to a port of this computer. */
typedef struct
{
  guint16           port;
  gint64            timeout_ms;
  McConnectionError code;
  gboolean          connected;
} Attempt;

static gint64
now_ms (void)
{
  return g_get_monotonic_time () / G_TIME_SPAN_MILLISECOND;
}

static void
attempt (gpointer data)
{
  Attempt                 *self = data;
  g_autoptr (GError)       error = NULL;
  g_autoptr (McScope)      scope = mc_scope_new (NULL, self->timeout_ms);
  g_autoptr (McRedactor)   redactor = mc_redactor_new ();
  g_autoptr (McTranscript) transcript = mc_transcript_new (redactor);
  g_autoptr (GInetAddress) address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (McConnection) connection = mc_connection_open (scope, address, self->port, transcript, &error);

  self->connected = connection != NULL;
  if (connection == NULL)
    {
      g_assert_true (error->domain == MC_CONNECTION_ERROR);
      self->code = (McConnectionError) error->code;
    }
}

static GSocket *
bind_socket (guint16 *port)
{
  g_autoptr (GInetAddress)   loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError)         error = NULL;
  GSocket                   *socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                                    &error);

  g_assert_no_error (error);
  g_socket_bind (socket, wanted, FALSE, &error);
  g_assert_no_error (error);
  bound = g_socket_get_local_address (socket, &error);
  g_assert_no_error (error);
  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));

  return socket;
}

/* The port is taken, but nobody listens. */
static void
test_refused (void)
{
  Attempt             self = { .timeout_ms = 10000 };
  g_autoptr (GSocket) socket = bind_socket (&self.port);

  mc_test_run_fiber (attempt, &self);
  g_assert_false (self.connected);
  g_assert_cmpstr (mc_connection_error_get_id (self.code), ==, "refused");
}

static GSocket *
fill_backlog (guint16 port)
{
  g_autoptr (GInetAddress)   loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, port);
  GSocket                   *socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                                    NULL);

  g_socket_set_blocking (socket, FALSE);
  g_socket_connect (socket, address, NULL, NULL);
  return socket;
}

/* Nobody accepts, and the system keeps only so many waiting: further ones get no answer. */
static void
test_timed_out (void)
{
  Attempt               self = { .timeout_ms = 300 };
  g_autoptr (GSocket)   socket = bind_socket (&self.port);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);
  gint64                began;

  g_socket_set_listen_backlog (socket, 0);
  g_assert_true (g_socket_listen (socket, NULL));
  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (waiting, fill_backlog (self.port));

  began = now_ms ();
  mc_test_run_fiber (attempt, &self);
  g_assert_false (self.connected);
  g_assert_cmpstr (mc_connection_error_get_id (self.code), ==, "timed-out");
  g_assert_cmpint (now_ms () - began, >=, 290);
  g_assert_cmpint (now_ms () - began, <, 5000);
}

static void
assert_line (McConnection *connection,
             McScope      *scope,
             const char   *expected,
             gsize         length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) line = mc_connection_read_line (connection, scope, LIMIT, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (line, NULL), g_bytes_get_size (line), expected, length);
}

static void
assert_no_line (McConnection     *connection,
                McScope          *scope,
                McConnectionError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) line = mc_connection_read_line (connection, scope, LIMIT, &error);

  g_assert_null (line);
  g_assert_error (error, MC_CONNECTION_ERROR, (int) code);
}

static void
read_lines (McTestServer *server,
            McConnection *connection,
            McScope      *scope)
{
  assert_line (connection, scope, "one\r\n", 5);
  assert_line (connection, scope, "two\n", 4);
  assert_line (connection, scope, "\r\n", 2);
  assert_line (connection, scope, "a\0b\rc\xff\x1b\n", 8);
  assert_no_line (connection, scope, MC_CONNECTION_ERROR_CLOSED);
  assert_no_line (connection, scope, MC_CONNECTION_ERROR_CLOSED);
}

static void
test_lines (void)
{
  McTestServer server = { .serve = mc_test_server_say,
                          .says = "one\r\ntwo\n\r\na\0b\rc\xff\x1b\nhalf a line",
                          .n_says = 30 };

  mc_test_server_run (&server, read_lines);
}

static void
read_closed (McTestServer *server,
             McConnection *connection,
             McScope      *scope)
{
  assert_no_line (connection, scope, MC_CONNECTION_ERROR_CLOSED);
}

static void
close_at_once (McTestServer *server,
               GIOStream    *stream)
{
  g_io_stream_close (stream, NULL, NULL);
}

static void
test_closed (void)
{
  McTestServer server = { .serve = close_at_once };

  mc_test_server_run (&server, read_closed);
}

static void
reset (McTestServer *server,
       GIOStream    *stream)
{
  GSocket      *socket = g_socket_connection_get_socket (G_SOCKET_CONNECTION (stream));
  struct linger linger = { 1, 0 };
  char          byte;

  /* Not before the client knows that it is connected. */
  g_input_stream_read (g_io_stream_get_input_stream (stream), &byte, 1, NULL, NULL);
  g_assert_cmpint (setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger), ==, 0);
  g_io_stream_close (stream, NULL, NULL);
}

static void
read_reset (McTestServer *server,
            McConnection *connection,
            McScope      *scope)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mc_connection_write (connection, scope, "x", &error));
  g_assert_no_error (error);
  assert_no_line (connection, scope, MC_CONNECTION_ERROR_RESET);
}

static void
test_reset (void)
{
  McTestServer server = { .serve = reset };

  mc_test_server_run (&server, read_reset);
}

static void
read_longest (McTestServer *server,
              McConnection *connection,
              McScope      *scope)
{
  assert_line (connection, scope, server->says, LIMIT);
  assert_no_line (connection, scope, MC_CONNECTION_ERROR_TOO_MUCH);
}

/* The limit counts the line's end: a line of exactly so many bytes is read, one more is too long. */
static void
test_limit (void)
{
  g_autofree char *longest = g_strnfill (LIMIT - 2, 'a');
  g_autofree char *longer = g_strnfill (LIMIT - 1, 'b');
  g_autofree char *says = g_strconcat (longest, "\r\n", longer, "\r\n", NULL);
  McTestServer     server = { .serve = mc_test_server_say, .says = says };

  mc_test_server_run (&server, read_longest);
}

static void
never_end (McTestServer *server,
           GIOStream    *stream)
{
  g_autofree char *bytes = g_strnfill (65536, 'x');

  while (mc_test_server_send (stream, bytes, 65536))
    g_string_append (server->received, "x");
}

static void
read_endless (McTestServer *server,
              McConnection *connection,
              McScope      *scope)
{
  assert_no_line (connection, scope, MC_CONNECTION_ERROR_TOO_MUCH);
}

static void
test_endless (void)
{
  McTestServer server = { .serve = never_end };

  mc_test_server_run (&server, read_endless);
}

static void
drip (McTestServer *server,
      GIOStream    *stream)
{
  while (mc_test_server_send (stream, "x", 1))
    g_usleep (10000);
}

static void
read_until_deadline (McTestServer *server,
                     McConnection *connection,
                     McScope      *scope)
{
  g_autoptr (McScope) limit = mc_scope_new (scope, 200);
  gint64              began = now_ms ();

  assert_no_line (connection, limit, MC_CONNECTION_ERROR_TIMED_OUT);
  g_assert_cmpint (now_ms () - began, >=, 190);
  g_assert_cmpint (now_ms () - began, <, 900);
}

/* A server that sends a byte now and then does not buy itself time. */
static void
test_deadline (void)
{
  McTestServer silent = { .serve = mc_test_server_record };
  McTestServer slow = { .serve = drip };

  mc_test_server_run (&silent, read_until_deadline);
  mc_test_server_run (&slow, read_until_deadline);
}

static gboolean
on_cancel_cb (gpointer data)
{
  mc_scope_cancel (data);
  return G_SOURCE_REMOVE;
}

/* A busy computer may be late once, but not each time. */
static void
read_until_cancelled (McTestServer *server,
                      McConnection *connection,
                      McScope      *scope)
{
  gint64             began = now_ms ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) line = NULL;

  g_timeout_add (50, on_cancel_cb, scope);
  line = mc_connection_read_line (connection, scope, LIMIT, &error);
  g_assert_null (line);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (now_ms () - began < 50 + PROMPT_MS)
    server->says = "prompt";
}

static void
test_cancel (void)
{
  McTestServer server = { .serve = mc_test_server_record };

  for (guint i = 0; i < 3 && server.says == NULL; i++)
    mc_test_server_run (&server, read_until_cancelled);
  g_assert_nonnull (server.says);
}

/* Lines that are there already do not outlive the run. */
static void
read_after_cancel (McTestServer *server,
                   McConnection *connection,
                   McScope      *scope)
{
  g_autoptr (McScope) over = mc_scope_new (scope, 0);
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  line = mc_connection_read_line (connection, scope, LIMIT, &error);
  g_autoptr (GBytes)  next = NULL;

  g_assert_no_error (error);
  assert_no_line (connection, over, MC_CONNECTION_ERROR_TIMED_OUT);

  mc_scope_cancel (scope);
  next = mc_connection_read_line (connection, scope, LIMIT, &error);
  g_assert_null (next);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_over (void)
{
  McTestServer server = { .serve = mc_test_server_say, .says = "one\ntwo\nthree\n" };

  mc_test_server_run (&server, read_after_cancel);
}

static void
read_pieces (McTestServer *server,
             McConnection *connection,
             McScope      *scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) exactly = mc_connection_read_exactly (connection, scope, 5, &error);
  g_autoptr (GBytes) some = mc_connection_read_some (connection, scope, &error);
  g_autoptr (GBytes) more = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (exactly, NULL), g_bytes_get_size (exactly), "01234", 5);
  g_assert_cmpmem (g_bytes_get_data (some, NULL), g_bytes_get_size (some), "56789", 5);

  more = mc_connection_read_exactly (connection, scope, 1, &error);
  g_assert_null (more);
  g_assert_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLOSED);
}

static void
test_pieces (void)
{
  McTestServer server = { .serve = mc_test_server_say, .says = "0123456789" };

  mc_test_server_run (&server, read_pieces);
}

static void
write_in_the_clear (McTestServer *server,
                    McConnection *connection,
                    McScope      *scope)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *dialogue = NULL;

  g_assert_true (mc_connection_write (connection, scope, "a1 CAPABILITY\r\n", &error));
  g_assert_no_error (error);
  g_assert_false (mc_connection_is_secure (connection));
  g_assert_null (mc_connection_get_tls_info (connection));
  g_assert_false (mc_connection_write_secret (connection, scope, "sesame\r\n", "[hidden]", &error));
  g_assert_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NOT_SECURE);

  dialogue = mc_transcript_to_string (mc_connection_get_transcript (connection));
  g_assert_nonnull (strstr (dialogue, "C: a1 CAPABILITY"));
  g_assert_null (strstr (dialogue, "sesame"));

  /* What the server got is known when it has seen the end. */
  mc_connection_close (connection);
  mc_test_server_join (server);
  g_assert_cmpstr (server->received->str, ==, "a1 CAPABILITY\r\n");
  g_clear_error (&error);
  g_assert_false (mc_connection_write (connection, scope, "a2 NOOP\r\n", &error));
  g_assert_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLOSED);
}

static void
test_secret (void)
{
  McTestServer server = { .serve = mc_test_server_record };

  mc_test_server_run (&server, write_in_the_clear);
}

static void
test_ids (void)
{
  for (int code = 0; code <= MC_CONNECTION_ERROR_FAILED; code++)
    g_assert_nonnull (mc_connection_error_get_id ((McConnectionError) code));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection/open/refused", test_refused);
  g_test_add_func ("/connection/open/timed-out", test_timed_out);
  g_test_add_func ("/connection/read/lines", test_lines);
  g_test_add_func ("/connection/read/closed", test_closed);
  g_test_add_func ("/connection/read/reset", test_reset);
  g_test_add_func ("/connection/read/limit", test_limit);
  g_test_add_func ("/connection/read/endless", test_endless);
  g_test_add_func ("/connection/read/deadline", test_deadline);
  g_test_add_func ("/connection/read/cancel", test_cancel);
  g_test_add_func ("/connection/read/over", test_over);
  g_test_add_func ("/connection/read/pieces", test_pieces);
  g_test_add_func ("/connection/secret", test_secret);
  g_test_add_func ("/connection/ids", test_ids);

  return g_test_run ();
}
