/* test-pop3-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-pop3-client.h"
#include "mc-sasl.h"
#include "mc-test-script.h"

/* The greeting and the account of RFC 1939 sections 7 and 10. */
#define GREETING "+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>\r\n"
#define PASSWORD "tanstaaf"

static McMailReply *last_reply;
static GError      *last_error;
static char        *last_transcript;

static void
forget (void)
{
  g_clear_pointer (&last_reply, mc_mail_reply_unref);
  g_clear_error (&last_error);
  g_clear_pointer (&last_transcript, g_free);
}

static void
greet_and_load (McMailClient *client,
                McScope      *scope)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) greeting = mc_mail_client_read_greeting (client, scope, &error);

  g_assert_no_error (error);
  g_assert_true (mc_mail_reply_is_accepted (greeting));
  mc_mail_client_load_capabilities (client, scope, &error);
  g_assert_no_error (error);
}

static void
greeting (McMailClient *client,
          McScope      *scope)
{
  forget ();
  last_reply = mc_mail_client_read_greeting (client, scope, &last_error);
  if (last_error != NULL)
    last_reply = mc_mail_reply_ref (mc_mail_client_get_last_reply (client));
}

static void
test_greeting (void)
{
  g_auto (McTestScript) refusing = { .protocol = MC_PROTOCOL_POP3, .says = { "-ERR [SYS/TEMP] Maintenance\r\n" } };
  g_auto (McTestScript) other = { .protocol = MC_PROTOCOL_POP3, .says = { "220 mail.example ESMTP\r\n" } };

  mc_test_script_run (&refusing, greeting);
  g_assert_no_error (last_error);
  g_assert_cmpint (mc_mail_reply_get_status (last_reply), ==, MC_MAIL_REPLY_TEMPORARY);
  g_assert_cmpstr (mc_mail_reply_get_text (last_reply), ==, "Maintenance");

  mc_test_script_run (&other, greeting);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_UNEXPECTED);
  g_assert_cmpstr (mc_mail_reply_get_text (last_reply), ==, "220 mail.example ESMTP");
}

static void
capabilities (McMailClient *client,
              McScope      *scope)
{
  g_auto (GStrv)     mechanisms = NULL;
  g_autofree char   *list = NULL;
  g_autofree char   *software = NULL;
  g_autoptr (GError) error = NULL;

  greet_and_load (client, scope);
  g_assert_false (mc_mail_client_offers_tls (client));
  g_assert_cmpstr (mc_mail_client_get_capability_arguments (client, "expire"), ==, "60");
  g_assert_cmpstr (mc_mail_client_get_capability_arguments (client, "PIPELINING"), ==, "");

  mechanisms = mc_mail_client_list_mechanisms (client);
  list = g_strjoinv (" ", mechanisms);
  g_assert_cmpstr (list, ==, "CRAM-MD5 KERBEROS_V4 APOP");
  g_assert_cmpstr (mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD), ==, "CRAM-MD5");

  g_assert_true (mc_mail_client_identify (client, scope, &software, &error));
  g_assert_cmpstr (software, ==, "Shlemazle-Plotz-v302");
  g_assert_true (mc_mail_client_load_capabilities (client, scope, NULL));
}

/* RFC 2449 section 5. */
static void
test_capabilities (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .says = {
      GREETING,
      "+OK Capability list follows\r\nTOP\r\nUSER\r\nSASL CRAM-MD5 KERBEROS_V4\r\nRESP-CODES\r\nLOGIN-DELAY 900\r\n"
      "PIPELINING\r\nEXPIRE 60\r\nUIDL\r\n..dot\r\nIMPLEMENTATION Shlemazle-Plotz-v302\r\n.\r\n",
    }
  };

  mc_test_script_run (&server, capabilities);
  g_assert_cmpuint (server.commands->len, ==, 1);
  g_assert_cmpstr (mc_test_script_get_command (&server, 0), ==, "CAPA");
}

static void
without_capa (McMailClient *client,
              McScope      *scope)
{
  greet_and_load (client, scope);
  g_assert_false (mc_mail_client_is_password_disabled (client));
  g_assert_cmpstr (mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD), ==, MC_SASL_COMMAND);
  g_assert_null (mc_mail_client_choose_mechanism (client, MC_SECRET_TOKEN));
  g_assert_true (mc_mail_client_load_capabilities (client, scope, NULL));
}

static void
test_without_capa (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .says = { "+OK hi\r\n", "-ERR unknown command\r\n", "-ERR not asked\r\n" }
  };

  mc_test_script_run (&server, without_capa);
  g_assert_cmpuint (server.commands->len, ==, 1);
}

static void
token_or_command (McMailClient *client,
                  McScope      *scope)
{
  greet_and_load (client, scope);
  g_assert_cmpstr (mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD), ==, MC_SASL_COMMAND);
  g_assert_cmpstr (mc_mail_client_choose_mechanism (client, MC_SECRET_TOKEN), ==, "XOAUTH2");
}

/* AUTH that takes tokens alone leaves USER and PASS for passwords. */
static void
test_token_or_command (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .says = { GREETING, "+OK\r\nUSER\r\nSASL XOAUTH2\r\n.\r\n" }
  };

  mc_test_script_run (&server, token_or_command);
}

static void
starts_tls (McMailClient *client,
            McScope      *scope)
{
  g_autoptr (GError) error = NULL;

  greet_and_load (client, scope);
  g_assert_cmpstr (mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD), ==, "PLAIN");

  mc_mail_client_start_tls (client, scope, MC_TEST_SCRIPT_HOST, &error);
  g_assert_no_error (error);
  mc_mail_client_load_capabilities (client, scope, &error);
  g_assert_no_error (error);

  /* Neither what was offered in the clear nor the timestamp from there. */
  g_assert_null (mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD));
  g_assert_true (mc_mail_client_is_password_disabled (client));
  g_assert_cmpstr (mc_mail_client_choose_mechanism (client, MC_SECRET_TOKEN), ==, "XOAUTH2");
}

/* RFC 2595 section 4. */
static void
test_starts_tls (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .says = {
      GREETING,
      "+OK\r\nSTLS\r\nSASL PLAIN\r\n.\r\n",
      "+OK Begin TLS negotiation\r\n" MC_TEST_SCRIPT_TLS,
      "+OK\r\nSASL XOAUTH2\r\n.\r\n",
    }
  };

  mc_test_script_run (&server, starts_tls);
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "STLS");
}

static void
fails_to_start_tls (McMailClient *client,
                    McScope      *scope)
{
  forget ();
  greet_and_load (client, scope);
  g_assert_false (mc_mail_client_start_tls (client, scope, MC_TEST_SCRIPT_HOST, &last_error));
}

static void
test_fails_to_start_tls (void)
{
  g_auto (McTestScript) injecting = {
    .protocol = MC_PROTOCOL_POP3,
    .says = { GREETING, "+OK\r\nSTLS\r\n.\r\n", "+OK\r\n+OK\r\nUSER\r\n.\r\n" }
  };
  g_auto (McTestScript) refusing = {
    .protocol = MC_PROTOCOL_POP3,
    .says = { GREETING, "+OK\r\nSTLS\r\n.\r\n", "-ERR No TLS today\r\n" }
  };

  mc_test_script_run (&injecting, fails_to_start_tls);
  g_assert_error (last_error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_INJECTED);
  mc_test_script_run (&refusing, fails_to_start_tls);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_REFUSED);
}

static void
sign_in_with (McMailClient *client,
              McScope      *scope,
              McSecretKind  kind,
              const char   *user,
              const char   *text)
{
  g_autoptr (McSecret) secret = mc_secret_new (kind, text, strlen (text));

  forget ();
  greet_and_load (client, scope);
  last_reply = mc_mail_client_sign_in (client, scope, user, secret, &last_error);
  last_transcript = mc_transcript_to_string (mc_connection_get_transcript (mc_mail_client_get_connection (client)));
}

static void
assert_hidden (const char *text)
{
  g_assert_null (strstr (last_transcript, text));
}

static void
signs_in (McMailClient *client,
          McScope      *scope)
{
  sign_in_with (client, scope, MC_SECRET_PASSWORD, "mrose", PASSWORD);
}

static void
signs_in_with_spaces (McMailClient *client,
                      McScope      *scope)
{
  sign_in_with (client, scope, MC_SECRET_PASSWORD, "mrose", " two words ");
}

/* RFC 1939 section 7: a password may hold spaces. */
static void
test_user_pass (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .with_tls = TRUE,
    .says = { GREETING, "+OK\r\nUSER\r\n.\r\n", "+OK mrose is a real hoopy frood\r\n", "+OK mrose's maildrop has 2 messages\r\n" }
  };
  g_auto (McTestScript) refusing = {
    .protocol = MC_PROTOCOL_POP3,
    .with_tls = TRUE,
    .says = { GREETING, "+OK\r\nUSER\r\n.\r\n", "-ERR sorry, no mailbox for mrose here\r\n", "+OK not asked\r\n" }
  };

  mc_test_script_run (&server, signs_in_with_spaces);
  g_assert_no_error (last_error);
  g_assert_true (mc_mail_reply_is_accepted (last_reply));
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "USER mrose");
  g_assert_cmpstr (mc_test_script_get_command (&server, 2), ==, "PASS  two words ");
  g_assert_nonnull (strstr (last_transcript, "C: PASS [hidden]"));
  assert_hidden ("two words");

  mc_test_script_run (&refusing, signs_in);
  g_assert_cmpint (mc_mail_reply_get_status (last_reply), ==, MC_MAIL_REPLY_REFUSED);
  g_assert_cmpuint (refusing.commands->len, ==, 2);
}

/* The example of RFC 1939 section 7, where nothing better is offered. */
static void
test_apop (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .with_tls = TRUE,
    .says = { GREETING, "+OK\r\nTOP\r\n.\r\n", "+OK maildrop has 1 message (369 octets)\r\n" }
  };

  mc_test_script_run (&server, signs_in);
  g_assert_no_error (last_error);
  g_assert_true (mc_mail_reply_is_accepted (last_reply));
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "APOP mrose c4c9334bac560ecc979e58001b3e22fb");
  assert_hidden ("c4c9334b");
}

/* RFC 5034 section 6, with an initial response. */
static void
test_plain (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .with_tls = TRUE,
    .says = { GREETING, "+OK\r\nSASL PLAIN LOGIN\r\nUSER\r\n.\r\n", "-ERR [AUTH] Authentication failed.\r\n" }
  };

  mc_test_script_run (&server, signs_in);
  g_assert_no_error (last_error);
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "AUTH PLAIN AG1yb3NlAHRhbnN0YWFm");
  g_assert_cmpstr (mc_mail_reply_get_response_code (last_reply), ==, "AUTH");
  assert_hidden ("AG1yb3NlAHRhbnN0YWFm");
}

static void
signs_in_with_token (McMailClient *client,
                     McScope      *scope)
{
  g_autofree char *token = g_strnfill (300, 't');

  sign_in_with (client, scope, MC_SECRET_TOKEN, "someuser@example.com", token);
  assert_hidden ("tttttttt");
  assert_hidden ("dHR0dHR0");
}

/* A command of POP3 has at most 255 bytes (RFC 2449 section 4): the token comes after it. */
static void
test_token (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .with_tls = TRUE,
    .says = {
      GREETING,
      "+OK\r\nSASL PLAIN XOAUTH2\r\nUSER\r\n.\r\n",
      "+ \r\n",
      "+ eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xlLmNvbS8ifQ==\r\n",
      "-ERR [AUTH] Invalid credentials\r\n",
    }
  };

  mc_test_script_run (&server, signs_in_with_token);
  g_assert_no_error (last_error);
  g_assert_cmpstr (mc_mail_reply_get_oauth_status (last_reply), ==, "400");
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "AUTH XOAUTH2");
  g_assert_cmpstr (mc_test_script_get_command (&server, 3), ==, "");
}

static void
test_not_secure (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .says = { GREETING, "+OK\r\nUSER\r\n.\r\n", "+OK\r\n", "+OK\r\n" }
  };

  mc_test_script_run (&server, signs_in);
  g_assert_error (last_error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NOT_SECURE);
  g_assert_cmpuint (server.commands->len, ==, 1);
}

static const char *tried_user;
static const char *tried_password;

static void
signs_in_with_line_end (McMailClient *client,
                        McScope      *scope)
{
  sign_in_with (client, scope, MC_SECRET_PASSWORD, tried_user, tried_password);
}

/* A line end in a name or password would begin a command of its own. */
static void
test_line_ends (void)
{
  static const char *const rows[][2] = { { "mrose\r\nDELE 1", "x" }, { "mrose", "x\r\nDELE 1" }, { "mrose", "x\ny" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (McTestScript) server = {
        .protocol = MC_PROTOCOL_POP3,
        .with_tls = TRUE,
        .says = { GREETING, "+OK\r\nUSER\r\n.\r\n", "+OK\r\n", "+OK\r\n" }
      };

      tried_user = rows[i][0];
      tried_password = rows[i][1];
      mc_test_script_run (&server, signs_in_with_line_end);
      g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_SECRET);
      g_assert_cmpuint (server.commands->len, ==, 1);
    }
}

static void
inbox (McMailClient *client,
       McScope      *scope)
{
  g_autoptr (McMailbox)   mailbox = NULL;
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) reply = NULL;
  guint                   count;

  greet_and_load (client, scope);
  reply = mc_mail_client_open_inbox (client, scope, &mailbox, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mailbox->exists, ==, 2);

  g_assert_true (mc_pop3_client_count_ids (MC_POP3_CLIENT (client), scope, &count, &error));
  g_assert_cmpuint (count, ==, 2);
  g_assert_false (mc_pop3_client_count_ids (MC_POP3_CLIENT (client), scope, &count, &error));
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_REFUSED);
  mc_mail_client_log_out (client, scope);
}

/* RFC 1939 sections 5 and 7. Nothing is fetched and nothing deleted. */
static void
test_inbox (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_POP3,
    .says = {
      GREETING,
      "-ERR\r\n",
      "+OK 2 320\r\n",
      "+OK\r\n1 whqtswO00WBw418f9t5JxYwZ\r\n2 QhdPYR:00WBw1Ph7x7\r\n.\r\n",
      "-ERR not known\r\n",
      "+OK dewey POP3 server signing off\r\n",
    }
  };

  mc_test_script_run (&server, inbox);
  g_assert_cmpuint (server.commands->len, ==, 5);
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "STAT");
  g_assert_cmpstr (mc_test_script_get_command (&server, 4), ==, "QUIT");
}

static void
hostile (McMailClient *client,
         McScope      *scope)
{
  g_autoptr (McMailReply) reply = mc_mail_client_read_greeting (client, scope, NULL);

  forget ();
  g_assert_false (mc_mail_client_load_capabilities (client, scope, &last_error));
}

static void
assert_hostile (const char *says,
                McMailError code)
{
  g_auto (McTestScript) server = { .protocol = MC_PROTOCOL_POP3, .says = { "+OK hi\r\n", says, "" } };

  mc_test_script_run (&server, hostile);
  g_assert_error (last_error, MC_MAIL_ERROR, (int) code);
}

static void
test_hostile (void)
{
  g_autofree char    *line = g_strnfill (9000, 'x');
  g_autofree char    *long_line = g_strconcat ("+OK\r\n", line, "\r\n.\r\n", NULL);
  g_autoptr (GString) many = g_string_new ("+OK\r\n");
  g_autoptr (GString) large = g_string_new ("+OK\r\n");

  for (guint i = 0; i < 200010; i++)
    g_string_append (many, "x\r\n");
  for (guint i = 0; i < 600; i++)
    g_string_append_printf (large, "%.8000s\r\n", line);

  assert_hostile (line, MC_MAIL_ERROR_TOO_MUCH);
  assert_hostile (long_line, MC_MAIL_ERROR_TOO_MUCH);
  assert_hostile (many->str, MC_MAIL_ERROR_TOO_MUCH);
  assert_hostile (large->str, MC_MAIL_ERROR_TOO_MUCH);
  assert_hostile ("* CAPABILITY\r\n", MC_MAIL_ERROR_MALFORMED);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/pop3-client/greeting", test_greeting);
  g_test_add_func ("/mail/pop3-client/capabilities", test_capabilities);
  g_test_add_func ("/mail/pop3-client/without-capa", test_without_capa);
  g_test_add_func ("/mail/pop3-client/token-or-command", test_token_or_command);
  g_test_add_func ("/mail/pop3-client/starts-tls", test_starts_tls);
  g_test_add_func ("/mail/pop3-client/fails-to-start-tls", test_fails_to_start_tls);
  g_test_add_func ("/mail/pop3-client/user-pass", test_user_pass);
  g_test_add_func ("/mail/pop3-client/apop", test_apop);
  g_test_add_func ("/mail/pop3-client/plain", test_plain);
  g_test_add_func ("/mail/pop3-client/token", test_token);
  g_test_add_func ("/mail/pop3-client/not-secure", test_not_secure);
  g_test_add_func ("/mail/pop3-client/line-ends", test_line_ends);
  g_test_add_func ("/mail/pop3-client/inbox", test_inbox);
  g_test_add_func ("/mail/pop3-client/hostile", test_hostile);

  status = g_test_run ();
  forget ();
  return status;
}
