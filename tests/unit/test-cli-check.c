/* test-cli-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>

#include "mc-test-program.h"

/* How soon an interrupted program has ended; with a look for leaks at its end it takes longer. */
#ifdef __SANITIZE_ADDRESS__
#define PROMPT (5 * G_TIME_SPAN_SECOND)
#else
#define PROMPT G_TIME_SPAN_SECOND
#endif

#define PROBLEM       1
#define COULD_NOT_RUN 3

static const char *const formats[] = { "text", "markdown", "html", "json" };

/* A listener of this computer and one thread that answers. */
typedef struct
{
  GSocketListener *listener;
  guint16          port;
  const char      *greeting;
  GThread         *thread;
  GCancellable    *end;
} Server;

/* Greets everyone; keeps each connection open until the other side ends it. */
static gpointer
serve (gpointer data)
{
  Server *server = data;

  for (;;)
    {
      g_autoptr (GSocketConnection) connection = g_socket_listener_accept (server->listener, NULL, server->end, NULL);
      char                          bytes[1024];

      if (connection == NULL)
        return NULL;

      g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), server->greeting,
                                 strlen (server->greeting), NULL, NULL, NULL);
      while (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), bytes, sizeof bytes,
                                  NULL, NULL) > 0)
        continue;
    }
}

static void
server_open (Server *server)
{
  g_autoptr (GInetAddress)   loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError)         error = NULL;

  server->listener = g_socket_listener_new ();
  g_socket_listener_add_address (server->listener, wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &address,
                                 &error);
  g_assert_no_error (error);
  server->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
}

static JsonObject *
parse_object (const char *text,
              JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
assert_address_invalid (McTestRun *run)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject            *report = parse_object (run->output, parser);
  JsonObject            *finding = json_array_get_object_element (json_object_get_array_member (report, "findings"), 0);
  JsonObject            *cause = json_array_get_object_element (json_object_get_array_member (report, "diagnosis"), 0);

  g_assert_cmpint (run->status, ==, PROBLEM);
  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpstr (json_object_get_string_member (finding, "check"), ==, "account.address");
  g_assert_cmpstr (json_object_get_string_member (finding, "outcome"), ==, "fail");
  g_assert_cmpstr (json_object_get_string_member (finding, "code"), ==, "settings.address-invalid");
  g_assert_cmpstr (json_object_get_string_member (cause, "cause"), ==, "settings.address-invalid");
}

/* The contract: an address that is none is a finding, not a wrong call. */
static void
test_address_invalid (void)
{
  static const char *const addresses[] = { "''", "joe", "joe@", "joe@example", "joe@@example.org", "'joe smith@example.org'" };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char      *call = g_strdup_printf ("check %s --incoming imap:127.0.0.1:9/tls --no-third-party --format json",
                                                    addresses[i]);
      g_autoptr (McTestRun) run = mc_test_program_run (call);

      assert_address_invalid (run);
    }
}

static void
test_address_huge (void)
{
  g_autofree char *filler = g_strnfill (10000, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char      *call = g_strdup_printf ("check %s@example.org --incoming imap:127.0.0.1:9/tls --no-third-party "
                                                         "--show-personal --format %s",
                                                    filler, formats[i]);
      g_autoptr (McTestRun) run = mc_test_program_run (call);

      g_assert_cmpint (run->status, ==, PROBLEM);
      mc_test_run_assert_safe (run);
      if (g_str_equal (formats[i], "json"))
        assert_address_invalid (run);
    }
}

static void
test_address_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char      *call = g_strdup_printf ("check \"\033]0;x\007joe\u202e\r\n<script>alert(1)</script>@example.org\" "
                                                         "--incoming imap:127.0.0.1:9/tls --user \"\033[2J\u2066\" "
                                                         "--no-third-party --show-personal --verbose --format %s",
                                                    formats[i]);
      g_autoptr (McTestRun) run = mc_test_program_run (call);

      g_assert_cmpint (run->status, ==, PROBLEM);
      mc_test_run_assert_safe (run);
      if (g_str_equal (formats[i], "html"))
        g_assert_null (strstr (run->output, "<script"));
    }
}

/* SIGINT: what is known so far is printed. Returns how long that took. */
static gint64
interrupt (void)
{
  Server                        server = { 0 };
  g_autofree char              *call = NULL;
  g_autoptr (GSubprocess)       process = NULL;
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (McTestRun)         run = NULL;
  g_autoptr (JsonParser)        parser = json_parser_new ();
  JsonObject                   *report;
  gint64                        interrupted;
  gint64                        duration;
  char                          bytes[16];

  server_open (&server);
  call = g_strdup_printf ("check joe@example.org --incoming imap:127.0.0.1:%u/tls --no-third-party --no-password --format json",
                          server.port);
  process = mc_test_program_start (call);
  connection = g_socket_listener_accept (server.listener, NULL, NULL, NULL);
  g_assert_nonnull (connection);

  /* The first bytes of a handshake: from now on it waits for the server. */
  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), bytes, sizeof bytes,
                                        NULL, NULL),
                   >, 0);
  interrupted = g_get_monotonic_time ();
  g_subprocess_send_signal (process, SIGINT);
  run = mc_test_program_end (process, NULL, 0);
  duration = g_get_monotonic_time () - interrupted;
  g_assert_cmpint (run->status, ==, COULD_NOT_RUN);
  g_assert_cmpstr (run->errors, ==, "");
  report = parse_object (run->output, parser);
  g_assert_true (json_object_get_boolean_member (report, "cancelled"));
  g_assert_false (json_object_get_boolean_member (report, "complete"));
  g_object_unref (server.listener);

  return duration;
}

/* A busy computer may be late once, but not each time. */
static void
test_interrupt (void)
{
  gint64 shortest = G_MAXINT64;

  for (guint i = 0; i < 3 && shortest >= PROMPT; i++)
    {
      gint64 duration = interrupt ();

      shortest = MIN (shortest, duration);
    }

  g_assert_cmpint (shortest, <, PROMPT);
}

/* A server that says nothing is given no longer than asked, not the minute it would have. */
static void
test_timeout (void)
{
  Server                server = { 0 };
  g_autofree char      *call = NULL;
  g_autoptr (McTestRun) run = NULL;
  gint64                began = g_get_monotonic_time ();

  server_open (&server);
  call = g_strdup_printf ("check joe@example.org --incoming imap:127.0.0.1:%u/tls --no-third-party --timeout 1", server.port);
  run = mc_test_program_run (call);
  g_assert_cmpint (run->status, ==, PROBLEM);
  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpint (g_get_monotonic_time () - began, <, 15 * G_TIME_SPAN_SECOND);
  g_object_unref (server.listener);
}

/* A server that repeats the password, as bytes and in base64, does not get it into a report. */
static void
test_password_canary (void)
{
  static const char password[] = "ki wi\"Möwe' \\%s$(x)\n";
  Server            server = { .greeting = "* OK ki wi\"Möwe' \\%s$(x) a2kgd2kiTcO2d2UnIFwlcyQoeCk= ready\r\n" };

  server_open (&server);
  server.end = g_cancellable_new ();
  server.thread = g_thread_new ("server", serve, &server);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char      *call = g_strdup_printf ("check joe@example.org --incoming imap:127.0.0.1:%u/none --password-stdin "
                                                         "--no-third-party --timeout 1 --verbose --show-personal --format %s",
                                                    server.port, formats[i]);
      g_autoptr (McTestRun) run = mc_test_program_run_with_input (call, password, strlen (password));

      g_assert_cmpint (run->status, ==, PROBLEM);
      g_assert_cmpstr (run->errors, ==, "");
      g_assert_null (strstr (run->output, "ki wi"));
      g_assert_null (strstr (run->output, "Möwe"));
      g_assert_null (strstr (run->output, "a2kgd2ki"));
      g_assert_nonnull (strstr (run->output, "[hidden]"));
      mc_test_run_assert_safe (run);
    }

  g_cancellable_cancel (server.end);
  g_thread_join (server.thread);
  g_object_unref (server.end);
  g_object_unref (server.listener);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-check/address/invalid", test_address_invalid);
  g_test_add_func ("/cli-check/address/huge", test_address_huge);
  g_test_add_func ("/cli-check/address/hostile", test_address_hostile);
  g_test_add_func ("/cli-check/interrupt", test_interrupt);
  g_test_add_func ("/cli-check/timeout", test_timeout);
  g_test_add_func ("/cli-check/password-canary", test_password_canary);

  return g_test_run ();
}
