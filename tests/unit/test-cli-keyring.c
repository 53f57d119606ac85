/* test-cli-keyring.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>
#include <string.h>

#include "mc-keyring.h"
#include "mc-test-fiber.h"
#include "mc-test-identity.h"
#include "mc-test-keyring.h"
#include "mc-test-program.h"

#define PROBLEM       1
#define COULD_NOT_RUN 3

#define ADDRESS  "joe@example.org"
#define PASSWORD "kept Pässword"

/* An IMAP server of this computer that refuses every password, and remembers what it was given. */
typedef struct
{
  GSocketService  *service;
  GMainContext    *context;
  GMainLoop       *loop;
  GThread         *thread;
  GTlsCertificate *certificate;
  guint16          port;
  GMutex           mutex;
  GString         *sign_ins;
} Server;

static McTestKeyring *keyring;

static void
answer (Server        *server,
        GOutputStream *output,
        const char    *line)
{
  g_auto (GStrv)   words = g_strsplit (line, " ", 3);
  g_autofree char *reply = NULL;

  if (g_strv_length (words) < 2)
    return;

  if (g_str_equal (words[1], "CAPABILITY"))
    reply = g_strdup_printf ("* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n%s OK done\r\n", words[0]);
  else if (g_str_equal (words[1], "AUTHENTICATE"))
    {
      reply = g_strdup_printf ("%s NO [AUTHENTICATIONFAILED] Authentication failed.\r\n", words[0]);
      g_mutex_lock (&server->mutex);
      g_string_append_printf (server->sign_ins, "%s\n", words[2]);
      g_mutex_unlock (&server->mutex);
    }
  else
    reply = g_strdup_printf ("%s OK done\r\n", words[0]);

  g_output_stream_write_all (output, reply, strlen (reply), NULL, NULL, NULL);
}

static gboolean
on_run_cb (GThreadedSocketService *service,
           GSocketConnection      *connection,
           GObject                *source,
           Server                 *server)
{
  static const char            greeting[] = "* OK ready\r\n";
  g_autoptr (GIOStream)        tls = g_tls_server_connection_new (G_IO_STREAM (connection), server->certificate, NULL);
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (g_io_stream_get_input_stream (tls));
  GOutputStream               *output = g_io_stream_get_output_stream (tls);
  char                        *line;

  if (!g_output_stream_write_all (output, greeting, strlen (greeting), NULL, NULL, NULL))
    return TRUE;

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  while ((line = g_data_input_stream_read_line (input, NULL, NULL, NULL)) != NULL)
    {
      answer (server, output, line);
      g_free (line);
    }

  return TRUE;
}

static gpointer
serve (gpointer data)
{
  Server *server = data;

  g_main_context_push_thread_default (server->context);
  server->service = g_threaded_socket_service_new (10);
  server->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (server->service), NULL, NULL);
  g_signal_connect (server->service, "run", G_CALLBACK (on_run_cb), server);
  g_main_loop_run (server->loop);
  g_clear_object (&server->service);
  g_main_context_pop_thread_default (server->context);

  return NULL;
}

static void
server_start (Server *server)
{
  const McTestFields         fields = { .common_name = "helper" };
  g_autoptr (McTestIdentity) identity = mc_test_identity_new (&fields, NULL);

  server->certificate = mc_test_identity_to_tls (identity);
  server->sign_ins = g_string_new (NULL);
  g_mutex_init (&server->mutex);
  server->context = g_main_context_new ();
  server->loop = g_main_loop_new (server->context, FALSE);
  server->thread = g_thread_new ("server", serve, server);
  while (!g_main_loop_is_running (server->loop))
    g_usleep (G_TIME_SPAN_MILLISECOND);
}

static void
server_stop (Server *server)
{
  g_main_loop_quit (server->loop);
  g_thread_join (server->thread);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_object_unref (server->certificate);
  g_string_free (server->sign_ins, TRUE);
  g_mutex_clear (&server->mutex);
}

static void
keep (const char *address,
      const char *password)
{
  g_autoptr (McAccount) account = mc_account_new (address);
  g_autoptr (McSecret)  secret = mc_secret_new (MC_SECRET_PASSWORD, password, strlen (password));
  g_autoptr (DexFuture) future = mc_keyring_store (account, secret, NULL);
  g_autoptr (GError)    error = NULL;

  mc_test_await (dex_ref (future));
  dex_future_get_value (future, &error);
  g_assert_no_error (error);
}

static void
assert_kept (const char *address,
             const char *password)
{
  g_autoptr (McAccount) account = mc_account_new (address);
  g_autoptr (DexFuture) future = mc_keyring_lookup (account, NULL);
  g_autoptr (GError)    error = NULL;
  const GValue         *value;

  mc_test_await (dex_ref (future));
  value = dex_future_get_value (future, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mc_secret_peek (g_value_get_boxed (value)), ==, password);
}

static void
assert_refuses (const char *call,
                const char *reason)
{
  g_autoptr (McTestRun) run = mc_test_program_run (call);

  mc_test_run_assert_one_error (run, COULD_NOT_RUN);
  mc_test_run_assert_safe (run);
  g_assert_nonnull (strstr (run->errors, reason));
  g_assert_null (strstr (run->errors, PASSWORD));
}

static void
test_missing (void)
{
  assert_refuses ("check " ADDRESS " --password-stored", "No keyring");
  mc_test_keyring_start (keyring);
}

static void
test_not_found (void)
{
  assert_refuses ("check nobody@example.org --password-stored", "no password for this address");
}

/* The contract: an address that is none is a finding, whatever else there is. */
static void
test_no_address (void)
{
  g_autoptr (McTestRun) run = mc_test_program_run ("check nobody --password-stored --no-third-party");

  g_assert_cmpint (run->status, ==, PROBLEM);
  g_assert_cmpstr (run->errors, ==, "");
}

/* The server gets the very password, and the one it refuses stays where it is. */
static void
test_found (void)
{
  static const char     plain[] = "\0" ADDRESS "\0" PASSWORD;
  g_autofree char      *response = g_base64_encode ((const guchar *) plain, sizeof plain - 1);
  g_autofree char      *expected = g_strdup_printf ("PLAIN %s\n", response);
  g_autofree char      *call = NULL;
  g_autoptr (McTestRun) run = NULL;
  Server                server = { 0 };

  keep (ADDRESS, PASSWORD);
  server_start (&server);
  call = g_strdup_printf ("check " ADDRESS " --incoming imap:127.0.0.1:%u/tls --password-stored --no-third-party "
                          "--verbose --show-personal",
                          server.port);
  run = mc_test_program_run (call);
  g_assert_cmpstr (server.sign_ins->str, ==, expected);
  server_stop (&server);

  g_assert_cmpint (run->status, ==, PROBLEM);
  g_assert_cmpstr (run->errors, ==, "");
  g_assert_null (strstr (run->output, PASSWORD));
  g_assert_null (strstr (run->output, response));
  assert_kept (ADDRESS, PASSWORD);
}

/* Nobody can unlock it. */
static void
test_locked (void)
{
  keep (ADDRESS, PASSWORD);
  mc_test_keyring_lock (keyring);
  assert_refuses ("check " ADDRESS " --password-stored", "still locked");
  mc_test_keyring_stop (keyring);
  mc_test_keyring_start (keyring);
}

static GDBusMessage *
swallow (GDBusConnection *connection,
         GDBusMessage    *message,
         gboolean         is_incoming,
         gpointer         user_data)
{
  if (is_incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    {
      g_atomic_int_inc ((int *) user_data);
      g_clear_object (&message);
    }

  return message;
}

/* A prompt that nobody answers. */
static void
test_open_prompt (void)
{
  g_autoptr (GDBusConnection) connection = mc_test_keyring_connect (keyring);
  g_autoptr (GSubprocess)     process = NULL;
  g_autoptr (McTestRun)       run = NULL;
  int                         n_shown = 0;

  keep (ADDRESS, PASSWORD);
  mc_test_keyring_lock (keyring);
  g_dbus_connection_add_filter (connection, swallow, &n_shown, NULL);
  mc_test_own_name (connection, "org.gnome.keyring.SystemPrompter");

  assert_refuses ("check " ADDRESS " --password-stored --timeout 1", "not unlocked in time");
  g_assert_cmpint (g_atomic_int_get (&n_shown), ==, 1);

  mc_test_keyring_stop (keyring);
  mc_test_keyring_start (keyring);
  mc_test_keyring_lock (keyring);
  process = mc_test_program_start ("check " ADDRESS " --password-stored");
  while (g_atomic_int_get (&n_shown) < 2)
    g_usleep (G_TIME_SPAN_MILLISECOND);
  g_subprocess_send_signal (process, SIGINT);
  run = mc_test_program_end (process, NULL, 0);
  mc_test_run_assert_one_error (run, COULD_NOT_RUN);

  g_dbus_connection_close_sync (connection, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  keyring = mc_test_keyring_new ();
  dex_init ();

  g_test_add_func ("/cli-keyring/missing", test_missing);
  g_test_add_func ("/cli-keyring/not-found", test_not_found);
  g_test_add_func ("/cli-keyring/no-address", test_no_address);
  g_test_add_func ("/cli-keyring/found", test_found);
  g_test_add_func ("/cli-keyring/locked", test_locked);
  g_test_add_func ("/cli-keyring/open-prompt", test_open_prompt);

  status = g_test_run ();
  mc_test_keyring_free (keyring);
  return status;
}
