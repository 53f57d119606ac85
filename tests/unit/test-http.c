/* test-http.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-connection.h"
#include "mc-http.h"
#include "mc-test-fiber.h"

/* A web server that sends one text, over and over where it is told to. */
typedef struct
{
  const char      *says;
  gboolean         endlessly;
  gboolean         given_up; /* when it has been sent */
  McScope         *scope;
  GSocketListener *listener;
  guint16          port;
  McHttpAnswer    *answer;
  GError          *error;
} Server;

static gboolean
give_up (gpointer user_data)
{
  mc_scope_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static gpointer
serve (gpointer data)
{
  Server                       *server = data;
  g_autoptr (GSocketConnection) connection = g_socket_listener_accept (server->listener, NULL, NULL, NULL);
  GIOStream                    *stream = G_IO_STREAM (connection);
  char                          request[4096];

  g_input_stream_read (g_io_stream_get_input_stream (stream), request, sizeof request, NULL, NULL);
  while (g_output_stream_write_all (g_io_stream_get_output_stream (stream), server->says, strlen (server->says),
                                    NULL, NULL, NULL) &&
         server->endlessly)
    continue;

  if (server->given_up)
    {
      g_usleep ((gulong) g_random_int_range (0, 300));
      g_idle_add_full (G_PRIORITY_HIGH, give_up, g_object_ref (server->scope), g_object_unref);
    }

  return NULL;
}

static void
get (gpointer data)
{
  Server             *server = data;
  g_autoptr (McScope) scope = mc_scope_new (NULL, 5000);
  g_autofree char    *uri = g_strdup_printf ("http://127.0.0.1:%u/", server->port);

  server->scope = g_object_ref (scope);
  server->answer = mc_http_get (scope, uri, MC_HTTP_DEFAULT, 100, &server->error);
}

static void
server_run (Server *server)
{
  g_autoptr (GInetAddress)   loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError)         error = NULL;
  GThread                   *thread;

  server->listener = g_socket_listener_new ();
  g_socket_listener_add_address (server->listener, wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &address,
                                 &error);
  g_assert_no_error (error);
  server->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  thread = g_thread_new ("server", serve, server);
  mc_test_run_fiber (get, server);
  g_thread_join (thread);
  g_clear_object (&server->scope);
  g_clear_object (&server->listener);
}

static void
assert_answer (Server     *server,
               const char *body)
{
  g_assert_no_error (server->error);
  g_assert_cmpuint (server->answer->status, ==, 200);
  g_assert_cmpmem (g_bytes_get_data (server->answer->body, NULL), g_bytes_get_size (server->answer->body),
                   body, strlen (body));
  g_clear_pointer (&server->answer, mc_http_answer_free);
}

static void
test_announced (void)
{
  Server server = { .says = "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi" };

  server_run (&server);
  assert_answer (&server, "hi");
}

/* Without a limit the main loop would read these for ever, and no deadline would come to its turn. */
static void
test_announced_endlessly (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  Server              server = { .endlessly = TRUE };

  for (guint i = 0; i < 2000; i++)
    g_string_append (many, "HTTP/1.1 102 Processing\r\n\r\n");
  server.says = many->str;
  server_run (&server);

  g_assert_null (server.answer);
  g_assert_error (server.error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TOO_MUCH);
  g_clear_error (&server.error);
}

/* What is asked for is what this computer itself sees. */
static void
test_proxy (void)
{
  Server server = { .says = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\ndirect" };

  server_run (&server);
  assert_answer (&server, "direct");
}

/* Whatever moment it is given up in, also while the answer comes. */
static void
test_given_up (void)
{
  for (guint i = 0; i < 300; i++)
    {
      Server server = { .says = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", .given_up = TRUE };

      server_run (&server);
      g_clear_pointer (&server.answer, mc_http_answer_free);
      g_clear_error (&server.error);
    }
}

int
main (int   argc,
      char *argv[])
{
  /* Nothing listens there; what goes through it fails. */
  g_setenv ("http_proxy", "http://127.0.0.1:1", TRUE);
  g_unsetenv ("no_proxy");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http/announced", test_announced);
  g_test_add_func ("/http/announced-endlessly", test_announced_endlessly);
  g_test_add_func ("/http/proxy", test_proxy);
  g_test_add_func ("/http/given-up", test_given_up);

  return g_test_run ();
}
