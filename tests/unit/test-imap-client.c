/* test-imap-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "mc-imap-client.h"

#define MAX_STEPS 6

/* A server that says what it is told to, whatever it is asked; “{tag}” is the command's tag. An empty
 * text at the end keeps the connection open. */
typedef struct
{
  const char      *says[MAX_STEPS + 1]; /* the greeting, then one answer a command */
  GSocketListener *listener;
  GThread         *thread;
  GPtrArray       *commands; /* what came, without tags */
  guint16          port;
} Server;

typedef void (*Dialogue) (McMailClient *client,
                          McScope      *scope);

typedef struct
{
  Server    *server;
  Dialogue   dialogue;
  GMainLoop *loop;
} Session;

static gpointer
serve (gpointer data)
{
  Server                       *server = data;
  g_autoptr (GSocketConnection) connection = g_socket_listener_accept (server->listener, NULL, NULL, NULL);
  GOutputStream                *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  GInputStream                 *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autoptr (GDataInputStream)  input = g_data_input_stream_new (stream);
  g_autofree char              *tag = g_strdup ("");

  for (guint i = 0; server->says[i] != NULL; i++)
    {
      g_autoptr (GString) answer = g_string_new (server->says[i]);
      g_autofree char    *line = NULL;
      char               *command;

      g_string_replace (answer, "{tag}", tag, 0);
      g_output_stream_write_all (output, answer->str, answer->len, NULL, NULL, NULL);

      /* After the last word it hangs up. */
      if (server->says[i + 1] == NULL)
        break;

      line = g_data_input_stream_read_line (input, NULL, NULL, NULL);
      if (line == NULL)
        break;

      command = strchr (line, ' ');
      g_ptr_array_add (server->commands, g_strchomp (g_strdup (command != NULL ? command + 1 : line)));
      if (command != NULL)
        *command = '\0';
      g_set_str (&tag, line);
    }

  return NULL;
}

static DexFuture *
session_fiber (gpointer data)
{
  Session                 *session = data;
  g_autoptr (GError)       error = NULL;
  g_autoptr (McScope)      scope = mc_scope_new (NULL, 20000);
  g_autoptr (McRedactor)   redactor = mc_redactor_new ();
  g_autoptr (McTranscript) transcript = mc_transcript_new (redactor);
  g_autoptr (GInetAddress) address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (McConnection) connection = mc_connection_open (scope, address, session->server->port, transcript, &error);
  g_autoptr (McMailClient) client = NULL;

  g_assert_no_error (error);
  client = mc_mail_client_new (MC_PROTOCOL_IMAP, connection);
  session->dialogue (client, scope);
  mc_connection_close (connection);

  return dex_future_new_true ();
}

static DexFuture *
on_session_over (DexFuture *future,
                 gpointer   data)
{
  g_main_loop_quit (data);
  return NULL;
}

static void
run (Server  *server,
     Dialogue dialogue)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Session               session = { server, dialogue, loop };

  server->listener = g_socket_listener_new ();
  server->commands = g_ptr_array_new_with_free_func (g_free);
  server->port = g_socket_listener_add_any_inet_port (server->listener, NULL, NULL);
  server->thread = g_thread_new ("server", serve, server);

  dex_future_disown (dex_future_finally (dex_scheduler_spawn (NULL, 0, session_fiber, &session, NULL),
                                         on_session_over, loop, NULL));
  g_main_loop_run (loop);

  g_thread_join (server->thread);
  g_clear_object (&server->listener);
}

static void
end (Server *server)
{
  g_ptr_array_unref (server->commands);
}

static McMailReply *
greet (McMailClient *client,
       McScope      *scope)
{
  g_autoptr (GError) error = NULL;
  McMailReply       *greeting = mc_mail_client_read_greeting (client, scope, &error);

  g_assert_no_error (error);
  return greeting;
}

static void
turned_away (McMailClient *client,
             McScope      *scope)
{
  g_autoptr (McMailReply) greeting = greet (client, scope);

  g_assert_cmpint (mc_mail_reply_get_status (greeting), ==, MC_MAIL_REPLY_CLOSING);
  g_assert_cmpstr (mc_mail_reply_get_response_code (greeting), ==, "UNAVAILABLE");
  g_assert_cmpstr (mc_mail_reply_get_text (greeting), ==, "Maintenance");
  g_assert_null (mc_mail_reply_get_alert (greeting));
}

static void
test_turned_away (void)
{
  Server server = { .says = { "* BYE [UNAVAILABLE] Maintenance\r\n" } };

  run (&server, turned_away);
  end (&server);
}

static void
fails_to_greet (McMailClient *client,
                McScope      *scope,
                McMailError   code)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) greeting = mc_mail_client_read_greeting (client, scope, &error);

  g_assert_null (greeting);
  g_assert_error (error, MC_MAIL_ERROR, (int) code);
}

static void
other_protocol (McMailClient *client,
                McScope      *scope)
{
  fails_to_greet (client, scope, MC_MAIL_ERROR_UNEXPECTED);
  g_assert_true (g_str_has_prefix (mc_mail_reply_get_text (mc_mail_client_get_last_reply (client)), "+OK POP3"));
}

static void
test_other_protocol (void)
{
  Server server = { .says = { "+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>\r\n" } };

  run (&server, other_protocol);
  end (&server);
}

static void
preauth (McMailClient *client,
         McScope      *scope)
{
  fails_to_greet (client, scope, MC_MAIL_ERROR_PREAUTH);
}

static void
test_preauth (void)
{
  Server server = { .says = { "* PREAUTH IMAP4rev1 server logged in as Smith\r\n" } };

  run (&server, preauth);
  end (&server);
}

/* What the greeting tells need not be asked for. */
static void
capabilities (McMailClient *client,
              McScope      *scope)
{
  g_autoptr (McMailReply) greeting = greet (client, scope);
  g_auto (GStrv)          mechanisms = NULL;

  g_assert_true (mc_mail_client_load_capabilities (client, scope, NULL));
  g_assert_true (mc_mail_client_has_capability (client, "sasl-ir"));
  g_assert_false (mc_mail_client_offers_tls (client));

  mechanisms = mc_mail_client_list_mechanisms (client);
  g_assert_true (g_strv_contains ((const char *const *) mechanisms, "XOAUTH2"));
  g_assert_cmpuint (g_strv_length (mechanisms), ==, 1);
  g_assert_true (mc_mail_client_is_password_disabled (client));
}

static void
test_capabilities (void)
{
  Server server = { .says = { "* OK [CAPABILITY IMAP4rev1 SASL-IR auth=xoauth2 LOGINDISABLED] Ready\r\n", "* BAD not asked\r\n" } };

  run (&server, capabilities);
  g_assert_cmpuint (server.commands->len, ==, 0);
  end (&server);
}

static void
mailbox (McMailClient *client,
         McScope      *scope)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) greeting = greet (client, scope);
  g_autoptr (McMailReply) reply = NULL;
  g_autoptr (McMailbox)   inbox = NULL;
  g_autoptr (GPtrArray)   quotas = NULL;
  g_autofree char        *name = NULL;
  McQuota                *quota;

  g_assert_true (mc_mail_client_identify (client, scope, &name, &error));
  g_assert_cmpstr (name, ==, "Cyrus 1.5");

  reply = mc_mail_client_open_inbox (client, scope, &inbox, &error);
  g_assert_no_error (error);
  g_assert_true (mc_mail_reply_is_accepted (reply));
  g_assert_cmpuint (inbox->exists, ==, 172);
  g_assert_cmpuint (inbox->uid_validity, ==, 3857529045);
  g_assert_cmpuint (inbox->uid_next, ==, 4392);

  quotas = mc_mail_client_list_quotas (client, scope, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quotas->len, ==, 2);
  quota = g_ptr_array_index (quotas, 1);
  g_assert_cmpstr (quota->resource, ==, "STORAGE");
  g_assert_cmpuint (quota->usage, ==, 54);
  g_assert_cmpuint (quota->limit, ==, 111);
}

/* Examples of RFC 2971, RFC 9051 section 6.3.3 and RFC 9208 section 4.2. */
static void
test_mailbox (void)
{
  Server server = {
    .says = {
      "* OK [CAPABILITY IMAP4rev1 ID QUOTA] Ready\r\n",
      "* ID (\"name\" \"Cyrus\" \"version\" \"1.5\" \"os\" \"sunos\")\r\n{tag} OK ID completed\r\n",
      "* 172 EXISTS\r\n* OK [UIDVALIDITY 3857529045] UIDs valid\r\n* OK [UIDNEXT 4392] Predicted next UID\r\n{tag} OK [READ-ONLY] EXAMINE completed\r\n",
      "* QUOTAROOT INBOX \"#user/alice\"\r\n* QUOTA \"#user/alice\" (MESSAGE 42 1000 STORAGE 54 111 ODD x 1)\r\n{tag} OK done\r\n",
    }
  };

  run (&server, mailbox);
  g_assert_cmpstr (g_ptr_array_index (server.commands, 1), ==, "EXAMINE INBOX");
  end (&server);
}

static void
alert (McMailClient *client,
       McScope      *scope)
{
  g_autoptr (McMailReply) greeting = greet (client, scope);
  g_autoptr (McMailbox)   inbox = NULL;
  g_autoptr (McMailReply) reply = mc_mail_client_open_inbox (client, scope, &inbox, NULL);

  g_assert_cmpint (mc_mail_reply_get_status (reply), ==, MC_MAIL_REPLY_TEMPORARY);
  g_assert_cmpstr (mc_mail_reply_get_response_code (reply), ==, "INUSE");
  g_assert_cmpstr (mc_mail_reply_get_alert (reply), ==, "Your account is being moved");
  g_assert_cmpuint (mc_mail_client_get_alerts (client)->len, ==, 1);
  g_assert_null (inbox);
}

static void
test_alert (void)
{
  Server server = { .says = { "* OK hi\r\n", "* OK [alert] Your account is being moved\r\n{tag} NO [INUSE] Later\r\n" } };

  run (&server, alert);
  end (&server);
}

static void
goodbye (McMailClient *client,
         McScope      *scope)
{
  g_autoptr (McMailReply) greeting = greet (client, scope);
  g_autoptr (McMailbox)   inbox = NULL;
  g_autoptr (McMailReply) reply = mc_mail_client_open_inbox (client, scope, &inbox, NULL);

  g_assert_cmpint (mc_mail_reply_get_status (reply), ==, MC_MAIL_REPLY_CLOSING);
  g_assert_cmpstr (mc_mail_reply_get_text (reply), ==, "Too many simultaneous connections.");
  g_assert_null (mc_mail_reply_get_alert (reply));
}

/* Once the server hangs up, once it does not. */
static void
test_goodbye (void)
{
  Server closing = { .says = { "* OK hi\r\n", "* BYE [ALERT] Too many simultaneous connections.\r\n" } };
  Server dawdling = { .says = { "* OK hi\r\n", "* BYE [ALERT] Too many simultaneous connections.\r\n", "" } };

  run (&closing, goodbye);
  end (&closing);
  run (&dawdling, goodbye);
  end (&dawdling);
}

static McMailError wanted_error;

static void
hostile (McMailClient *client,
         McScope      *scope)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) greeting = greet (client, scope);
  g_autoptr (McMailbox)   inbox = NULL;
  g_autoptr (McMailReply) reply = mc_mail_client_open_inbox (client, scope, &inbox, &error);

  g_assert_null (reply);
  g_assert_error (error, MC_MAIL_ERROR, (int) wanted_error);
}

static void
assert_hostile (const char *says,
                McMailError code)
{
  Server server = { .says = { "* OK hi\r\n", says, "" } };

  wanted_error = code;
  run (&server, hostile);
  end (&server);
}

static void
test_hostile (void)
{
  g_autofree char    *line = g_strnfill (70000, 'x');
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GString) large = g_string_new (NULL);

  for (guint i = 0; i < 20001; i++)
    g_string_append (many, "* 1 EXISTS\r\n");
  for (guint i = 0; i < 70; i++)
    g_string_append_printf (large, "* X {%u}\r\n%.60000s\r\n", 60000, line);

  assert_hostile ("zzzz OK done\r\n", MC_MAIL_ERROR_MALFORMED);
  assert_hostile ("+ more, please\r\n", MC_MAIL_ERROR_MALFORMED);
  assert_hostile ("* LIST (\r\n", MC_MAIL_ERROR_MALFORMED);
  assert_hostile ("* LIST () \"/\" {4294967295}\r\n", MC_MAIL_ERROR_TOO_MUCH);
  assert_hostile (line, MC_MAIL_ERROR_TOO_MUCH);
  assert_hostile (many->str, MC_MAIL_ERROR_TOO_MUCH);
  assert_hostile (large->str, MC_MAIL_ERROR_TOO_MUCH);
}

static void
not_secure (McMailClient *client,
            McScope      *scope)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McSecret)    secret = mc_secret_new (MC_SECRET_PASSWORD, "canary", strlen ("canary"));
  g_autoptr (McMailReply) greeting = greet (client, scope);
  g_autoptr (McMailReply) reply = mc_mail_client_sign_in (client, scope, "ann", secret, &error);

  g_assert_null (reply);
  g_assert_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NOT_SECURE);
}

static void
test_not_secure (void)
{
  Server server = { .says = { "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\r\n", "+ \r\n", "{tag} OK\r\n" } };

  run (&server, not_secure);
  g_assert_cmpuint (server.commands->len, ==, 0);
  end (&server);
}

static void
injected (McMailClient *client,
          McScope      *scope)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) greeting = greet (client, scope);

  g_assert_true (mc_mail_client_load_capabilities (client, scope, NULL));
  g_assert_cmpuint (mc_mail_client_get_alerts (client)->len, ==, 1);
  g_assert_false (mc_mail_client_start_tls (client, scope, "mail.example.org", &error));
  g_assert_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_INJECTED);

  /* Nothing from before counts any more. */
  g_assert_null (mc_mail_client_list_capabilities (client)[0]);
  g_assert_cmpuint (mc_mail_client_get_alerts (client)->len, ==, 0);
  g_assert_null (mc_mail_client_get_last_reply (client));
}

static void
test_injected (void)
{
  Server server = {
    .says = {
      "* OK [ALERT] Move to mail.example.net\r\n",
      "* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\n{tag} OK\r\n",
      "{tag} OK Begin TLS\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n",
    }
  };

  run (&server, injected);
  end (&server);
}

static void
refuses_tls (McMailClient *client,
             McScope      *scope)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) greeting = greet (client, scope);

  g_assert_false (mc_mail_client_start_tls (client, scope, "mail.example.org", &error));
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_REFUSED);
  g_assert_cmpstr (mc_mail_reply_get_text (mc_mail_client_get_last_reply (client)), ==, "TLS is not available now");
}

static void
test_refuses_tls (void)
{
  Server server = { .says = { "* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n", "{tag} NO TLS is not available now\r\n" } };

  run (&server, refuses_tls);
  end (&server);
}

static void
folders (McMailClient *client,
         McScope      *scope)
{
  g_autoptr (McMailReply) greeting = greet (client, scope);
  g_autoptr (GPtrArray)   list = mc_imap_client_list_folders (MC_IMAP_CLIENT (client), scope, NULL);
  g_autofree char        *prefix = mc_imap_client_get_personal_namespace (MC_IMAP_CLIENT (client), scope, NULL);
  McMailFolder           *folder;

  g_assert_nonnull (list);
  g_assert_cmpuint (list->len, ==, 2);
  folder = g_ptr_array_index (list, 0);
  g_assert_cmpstr (folder->name, ==, "[Mail]/Spam");
  g_assert_cmpstr (folder->special_use, ==, "\\Junk");
  g_assert_cmpint (folder->delimiter, ==, '/');
  folder = g_ptr_array_index (list, 1);
  g_assert_cmpstr (folder->name, ==, "INBOX");
  g_assert_null (folder->special_use);
  g_assert_cmpint (folder->delimiter, ==, '\0');

  g_assert_cmpstr (prefix, ==, "INBOX.");
}

static void
test_folders (void)
{
  Server server = {
    .says = {
      "* OK [CAPABILITY IMAP4rev1 NAMESPACE SPECIAL-USE] hi\r\n",
      "* LIST (\\HasNoChildren \\Junk) \"/\" {11}\r\n[Mail]/Spam\r\n* LIST () NIL INBOX\r\n{tag} OK\r\n",
      "* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL\r\n{tag} OK\r\n",
    }
  };

  run (&server, folders);
  g_assert_cmpstr (g_ptr_array_index (server.commands, 0), ==, "LIST \"\" \"*\"");
  end (&server);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/mail/imap-client/turned-away", test_turned_away);
  g_test_add_func ("/mail/imap-client/other-protocol", test_other_protocol);
  g_test_add_func ("/mail/imap-client/preauth", test_preauth);
  g_test_add_func ("/mail/imap-client/capabilities", test_capabilities);
  g_test_add_func ("/mail/imap-client/mailbox", test_mailbox);
  g_test_add_func ("/mail/imap-client/folders", test_folders);
  g_test_add_func ("/mail/imap-client/alert", test_alert);
  g_test_add_func ("/mail/imap-client/goodbye", test_goodbye);
  g_test_add_func ("/mail/imap-client/hostile", test_hostile);
  g_test_add_func ("/mail/imap-client/not-secure", test_not_secure);
  g_test_add_func ("/mail/imap-client/injected", test_injected);
  g_test_add_func ("/mail/imap-client/refuses-tls", test_refuses_tls);

  return g_test_run ();
}
