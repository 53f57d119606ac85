/* test-smtp-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-smtp-client.h"
#include "mc-test-script.h"

#define PASSWORD "tanstaaftanstaaf"

/* What the client did in the end; each test looks at its own part. */
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
greet_and_load (McMailClient *client,
                McScope      *scope)
{
  g_autoptr (McMailReply) greeting = greet (client, scope);
  g_autoptr (GError)      error = NULL;

  mc_mail_client_load_capabilities (client, scope, &error);
  g_assert_no_error (error);
}

static void
greeting (McMailClient *client,
          McScope      *scope)
{
  forget ();
  last_reply = mc_mail_client_read_greeting (client, scope, &last_error);
}

static void
test_greeting (void)
{
  static const struct
  {
    const char       *says;
    McMailReplyStatus status;
    int               code;
  } rows[] = {
    { "220 foo.com Simple Mail Transfer Service Ready\r\n", MC_MAIL_REPLY_ACCEPTED, 220 },
    { "220-foo.com ESMTP\r\n220-No spam here\r\n220 Ready\r\n", MC_MAIL_REPLY_ACCEPTED, 220 },
    { "421 foo.com Service not available, closing transmission channel\r\n", MC_MAIL_REPLY_CLOSING, 421 },
    { "554 No SMTP service here\r\n", MC_MAIL_REPLY_REFUSED, 554 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (McTestScript) server = { .protocol = MC_PROTOCOL_SMTP, .says = { rows[i].says } };

      mc_test_script_run (&server, greeting);
      g_assert_no_error (last_error);
      g_assert_cmpint (mc_mail_reply_get_status (last_reply), ==, (int) rows[i].status);
      g_assert_cmpint (mc_mail_reply_get_reply_code (last_reply), ==, rows[i].code);
    }
}

static void
other_protocol (McMailClient *client,
                McScope      *scope)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) reply = mc_mail_client_read_greeting (client, scope, &error);

  g_assert_null (reply);
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_UNEXPECTED);
  g_assert_cmpstr (mc_mail_reply_get_text (mc_mail_client_get_last_reply (client)), ==, "* OK IMAP4rev1 ready");
}

static void
test_other_protocol (void)
{
  g_auto (McTestScript) server = { .protocol = MC_PROTOCOL_SMTP, .says = { "* OK IMAP4rev1 ready\r\n" } };

  mc_test_script_run (&server, other_protocol);
}

static void
capabilities (McMailClient *client,
              McScope      *scope)
{
  g_auto (GStrv)   mechanisms = NULL;
  g_autofree char *list = NULL;

  greet_and_load (client, scope);
  g_assert_true (mc_mail_client_offers_tls (client));
  g_assert_true (mc_mail_client_has_capability (client, "smtputf8"));
  g_assert_false (mc_mail_client_has_capability (client, "SMTP"));
  g_assert_cmpuint (mc_smtp_client_get_size_limit (MC_SMTP_CLIENT (client)), ==, 10240000);

  mechanisms = mc_mail_client_list_mechanisms (client);
  list = g_strjoinv (" ", mechanisms);
  g_assert_cmpstr (list, ==, "PLAIN LOGIN XOAUTH2 CRAM-MD5");

  /* Known already */
  g_assert_true (mc_mail_client_load_capabilities (client, scope, NULL));
}

static void
test_capabilities (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = {
      "220 hi\r\n",
      "250-smtp.example.org AUTH NTLM\r\n250-STARTTLS\r\n250-AUTH plain LOGIN XOAUTH2\r\n250-AUTH=LOGIN CRAM-MD5\r\n"
      "250-SIZE 10240000\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
    }
  };

  mc_test_script_run (&server, capabilities);
  g_assert_cmpuint (server.commands->len, ==, 1);

  /* The computer's own name is not told. */
  g_assert_cmpstr (mc_test_script_get_command (&server, 0), ==, "EHLO [127.0.0.1]");
}

static void
without_extensions (McMailClient *client,
                    McScope      *scope)
{
  greet_and_load (client, scope);
  g_assert_true (mc_mail_client_load_capabilities (client, scope, NULL));
  g_assert_null (mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD));
  g_assert_true (mc_mail_client_is_password_disabled (client));
  g_assert_false (mc_mail_client_offers_tls (client));
  g_assert_cmpuint (mc_smtp_client_get_size_limit (MC_SMTP_CLIENT (client)), ==, 0);
}

/* RFC 5321 appendix D begins with one that knows HELO only. */
static void
test_without_extensions (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = { "220 hi\r\n", "502 5.5.2 Error: command not recognized\r\n", "250 foo.com\r\n", "221 not asked\r\n" }
  };

  mc_test_script_run (&server, without_extensions);
  g_assert_cmpuint (server.commands->len, ==, 2);
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "HELO [127.0.0.1]");
}

static void
refused_ehlo (McMailClient *client,
              McScope      *scope)
{
  g_autoptr (McMailReply) reply = greet (client, scope);

  forget ();
  g_assert_false (mc_mail_client_load_capabilities (client, scope, &last_error));
}

static void
test_refused_ehlo (void)
{
  g_auto (McTestScript) refusing = { .protocol = MC_PROTOCOL_SMTP, .says = { "220 hi\r\n", "550 Go away\r\n" } };
  g_auto (McTestScript) closing = { .protocol = MC_PROTOCOL_SMTP, .says = { "220 hi\r\n", "421 4.7.0 Later\r\n" } };
  g_auto (McTestScript) broken = { .protocol = MC_PROTOCOL_SMTP, .says = { "220 hi\r\n", "250-x\r\nwhat?\r\n" } };

  mc_test_script_run (&refusing, refused_ehlo);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_REFUSED);
  mc_test_script_run (&closing, refused_ehlo);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_CLOSED);
  mc_test_script_run (&broken, refused_ehlo);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED);
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
  g_assert_null (mc_mail_client_list_capabilities (client)[0]);

  g_assert_true (mc_mail_client_load_capabilities (client, scope, NULL));
  g_assert_cmpstr (mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD), ==, "CRAM-MD5");
}

/* RFC 3207 section 4.2: what was offered before TLS counts no more. */
static void
test_starts_tls (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = {
      "220 hi\r\n",
      "250-a\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n",
      "220 Go ahead\r\n" MC_TEST_SCRIPT_TLS,
      "250-a\r\n250 AUTH CRAM-MD5\r\n",
    }
  };

  mc_test_script_run (&server, starts_tls);
  g_assert_cmpstr (mc_test_script_get_command (&server, 2), ==, "EHLO [127.0.0.1]");
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
    .protocol = MC_PROTOCOL_SMTP,
    .says = { "220 hi\r\n", "250-a\r\n250 STARTTLS\r\n", "220 Go ahead\r\n250 AUTH PLAIN\r\n" }
  };
  g_auto (McTestScript) refusing = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = { "220 hi\r\n", "250-a\r\n250 STARTTLS\r\n", "454 4.7.0 TLS not available\r\n" }
  };
  g_auto (McTestScript) without = { .protocol = MC_PROTOCOL_SMTP, .says = { "220 hi\r\n", "250 a\r\n", "220 x\r\n" } };

  mc_test_script_run (&injecting, fails_to_start_tls);
  g_assert_error (last_error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_INJECTED);
  mc_test_script_run (&refusing, fails_to_start_tls);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_REFUSED);
  mc_test_script_run (&without, fails_to_start_tls);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED);
  g_assert_cmpuint (without.commands->len, ==, 1);
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
signs_in (McMailClient *client,
          McScope      *scope)
{
  sign_in_with (client, scope, MC_SECRET_PASSWORD, "tim", PASSWORD);
}

static void
assert_hidden (const char *text)
{
  g_assert_null (strstr (last_transcript, text));
}

/* RFC 4616 section 4 in RFC 4954 section 4.1. */
static void
test_plain (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .with_tls = TRUE,
    .says = { "220 hi\r\n", "250-a\r\n250 AUTH PLAIN\r\n", "235 2.7.0 Authentication successful\r\n" }
  };

  mc_test_script_run (&server, signs_in);
  g_assert_no_error (last_error);
  g_assert_true (mc_mail_reply_is_accepted (last_reply));
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "AUTH PLAIN AHRpbQB0YW5zdGFhZnRhbnN0YWFm");
  g_assert_nonnull (strstr (last_transcript, "C: AUTH PLAIN [hidden]"));
  assert_hidden ("AHRpbQB0YW5zdGFhZnRhbnN0YWFm");
}

/* The server answers 501 to a message beside the command, and wants it after “334”. */
static void
test_plain_later (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .with_tls = TRUE,
    .says = {
      "220 hi\r\n",
      "250-a\r\n250 AUTH PLAIN\r\n",
      "501 5.5.4 Syntax error\r\n",
      "334 \r\n",
      "535 5.7.8 Bad: AHRpbQB0YW5zdGFhZnRhbnN0YWFm\r\n",
    }
  };

  mc_test_script_run (&server, signs_in);
  g_assert_no_error (last_error);
  g_assert_cmpint (mc_mail_reply_get_status (last_reply), ==, MC_MAIL_REPLY_REFUSED);
  g_assert_cmpint (mc_mail_reply_get_reply_code (last_reply), ==, 535);
  g_assert_cmpstr (mc_mail_reply_get_enhanced_code (last_reply), ==, "5.7.8");
  g_assert_cmpstr (mc_test_script_get_command (&server, 2), ==, "AUTH PLAIN");
  g_assert_cmpstr (mc_test_script_get_command (&server, 3), ==, "AHRpbQB0YW5zdGFhZnRhbnN0YWFm");

  /* The server repeated it. */
  assert_hidden ("AHRpbQB0YW5zdGFhZnRhbnN0YWFm");
}

static void
test_login (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .with_tls = TRUE,
    .says = {
      "220 hi\r\n",
      "250-a\r\n250 AUTH LOGIN\r\n",
      "334 VXNlcm5hbWU6\r\n",
      "334 UGFzc3dvcmQ6\r\n",
      "235 ok\r\n",
    }
  };

  mc_test_script_run (&server, signs_in);
  g_assert_no_error (last_error);
  g_assert_true (mc_mail_reply_is_accepted (last_reply));
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "AUTH LOGIN");
  g_assert_cmpstr (mc_test_script_get_command (&server, 2), ==, "dGlt");
  g_assert_cmpstr (mc_test_script_get_command (&server, 3), ==, "dGFuc3RhYWZ0YW5zdGFhZg==");
  assert_hidden ("dGFuc3RhYWZ0YW5zdGFhZg");
}

/* RFC 2195 section 2, carried by SMTP. */
static void
test_cram_md5 (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .with_tls = TRUE,
    .says = {
      "220 hi\r\n",
      "250-a\r\n250 AUTH CRAM-MD5\r\n",
      "334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+\r\n",
      "235 ok\r\n",
    }
  };

  mc_test_script_run (&server, signs_in);
  g_assert_true (mc_mail_reply_is_accepted (last_reply));
  g_assert_cmpstr (mc_test_script_get_command (&server, 2), ==, "dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw");
  assert_hidden ("PDE4OTYuNjk3");
  assert_hidden ("dGltIGI5");
}

static void
test_unearned_success (void)
{
  g_auto (McTestScript) scram = {
    .protocol = MC_PROTOCOL_SMTP,
    .with_tls = TRUE,
    .says = { "220 hi\r\n", "250-a\r\n250 AUTH SCRAM-SHA-256\r\n", "235 welcome\r\n" }
  };
  g_auto (McTestScript) odd = {
    .protocol = MC_PROTOCOL_SMTP,
    .with_tls = TRUE,
    .says = { "220 hi\r\n", "250-a\r\n250 AUTH CRAM-MD5\r\n", "334 not base64!\r\n", "501 cancelled\r\n" }
  };
  g_auto (McTestScript) endless = {
    .protocol = MC_PROTOCOL_SMTP,
    .with_tls = TRUE,
    .says = { "220 hi\r\n", "250-a\r\n250 AUTH PLAIN\r\n", "334-\r\n334 \r\n", "" }
  };

  mc_test_script_run (&scram, signs_in);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_SERVER_NOT_VERIFIED);
  mc_test_script_run (&odd, signs_in);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED);
  g_assert_cmpstr (mc_test_script_get_command (&odd, 2), ==, "*");
  mc_test_script_run (&endless, signs_in);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED);
}

static void
signs_in_with_token (McMailClient *client,
                     McScope      *scope)
{
  g_autofree char *token = g_strnfill (600, 't');

  sign_in_with (client, scope, MC_SECRET_TOKEN, "someuser@example.com", token);
  assert_hidden ("tttttttt");
  assert_hidden ("dHR0dHR0");
}

/* The token makes the command longer than 512 bytes: it comes after it (RFC 4954 section 4). */
static void
test_token_refused (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .with_tls = TRUE,
    .says = {
      "220 hi\r\n",
      "250-a\r\n250 AUTH LOGIN PLAIN XOAUTH2\r\n",
      "334 \r\n",
      "334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIG1hYyIsInNjb3BlIjoiaHR0cHM6Ly9tYWlsLmdvb2dsZS5jb20vIn0K\r\n",
      "535-5.7.8 Username and Password not accepted. Learn more at\r\n535 5.7.8 https://support.google.com/x - gsmtp\r\n",
    }
  };

  mc_test_script_run (&server, signs_in_with_token);
  g_assert_no_error (last_error);
  g_assert_cmpint (mc_mail_reply_get_status (last_reply), ==, MC_MAIL_REPLY_REFUSED);
  g_assert_cmpstr (mc_mail_reply_get_oauth_status (last_reply), ==, "401");
  g_assert_cmpstr (mc_mail_reply_get_alert (last_reply), ==, "OAuth status 401, scope https://mail.google.com/");
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "AUTH XOAUTH2");
  g_assert_cmpstr (mc_test_script_get_command (&server, 3), ==, "");
}

/* RFC 7628 section 3.2.3: the error is answered by one byte of 1, and no success follows it. */
static void
test_token_unearned (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .with_tls = TRUE,
    .says = {
      "220 hi\r\n",
      "250-a\r\n250 AUTH OAUTHBEARER XOAUTH2\r\n",
      "334 \r\n",
      "334 eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIn0=\r\n",
      "235 welcome\r\n",
    }
  };

  mc_test_script_run (&server, signs_in_with_token);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_SERVER_NOT_VERIFIED);
  g_assert_cmpstr (mc_test_script_get_command (&server, 3), ==, "AQ==");
}

/* Without TLS nothing is sent, whatever the server offers. */
static void
test_not_secure (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = { "220 hi\r\n", "250-a\r\n250 AUTH PLAIN\r\n", "235 ok\r\n" }
  };

  mc_test_script_run (&server, signs_in);
  g_assert_error (last_error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NOT_SECURE);
  g_assert_cmpuint (server.commands->len, ==, 1);
}

static McMailReply *from_reply;
static McMailReply *to_reply;

static void
try_sender (McMailClient *client,
            McScope      *scope,
            const char   *from,
            const char   *to)
{
  gboolean tried;

  forget ();
  g_clear_pointer (&from_reply, mc_mail_reply_unref);
  g_clear_pointer (&to_reply, mc_mail_reply_unref);
  greet_and_load (client, scope);
  tried = mc_smtp_client_try_sender (MC_SMTP_CLIENT (client), scope, from, to, &from_reply, &to_reply, &last_error);
  g_assert_cmpint (tried, ==, last_error == NULL);
}

static void
tries (McMailClient *client,
       McScope      *scope)
{
  try_sender (client, scope, "Smith@bar.com", "Jones@foo.com");
}

/* RFC 5321 appendix D.2, an aborted transaction. */
static void
test_sender (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = {
      "220 foo.com Simple Mail Transfer Service Ready\r\n",
      "250-foo.com greets bar.com\r\n250-8BITMIME\r\n250-SIZE\r\n250-DSN\r\n250 HELP\r\n",
      "250 OK\r\n",
      "250 OK\r\n",
      "250 OK\r\n",
    }
  };

  mc_test_script_run (&server, tries);
  g_assert_no_error (last_error);
  g_assert_true (mc_mail_reply_is_accepted (from_reply));
  g_assert_true (mc_mail_reply_is_accepted (to_reply));
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "MAIL FROM:<Smith@bar.com> SIZE=2048");
  g_assert_cmpstr (mc_test_script_get_command (&server, 2), ==, "RCPT TO:<Jones@foo.com>");
  g_assert_cmpstr (mc_test_script_get_command (&server, 3), ==, "RSET");
}

static void
test_sender_refused (void)
{
  g_auto (McTestScript) at_mail = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = { "220 hi\r\n", "250 a\r\n", "530 5.7.0 Authentication required\r\n", "250 not asked\r\n" }
  };
  g_auto (McTestScript) at_rcpt = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = {
      "220 hi\r\n",
      "250 a\r\n",
      "250 2.1.0 Ok\r\n",
      "553 5.7.1 <Smith@bar.com>: Sender address rejected: not owned by user tim\r\n",
      "250 2.0.0 Ok\r\n",
    }
  };

  mc_test_script_run (&at_mail, tries);
  g_assert_cmpint (mc_mail_reply_get_reply_code (from_reply), ==, 530);
  g_assert_null (to_reply);
  g_assert_cmpuint (at_mail.commands->len, ==, 2);

  mc_test_script_run (&at_rcpt, tries);
  g_assert_true (mc_mail_reply_is_accepted (from_reply));
  g_assert_cmpint (mc_mail_reply_get_reply_code (to_reply), ==, 553);
  g_assert_cmpstr (mc_mail_reply_get_enhanced_code (to_reply), ==, "5.7.1");
}

static const char *tried_address;

static void
tries_address (McMailClient *client,
               McScope      *scope)
{
  try_sender (client, scope, "ann@example.org", tried_address);
}

/* Nothing in an address becomes a command of its own. */
static void
test_sender_hostile (void)
{
  static const char *const addresses[] = {
    "",
    "a@b>\r\nDATA",
    "a@b\nDATA",
    "a@b> NOTIFY=NEVER",
    "<a@b>",
    "a b@c",
    "a@b\x7f",
    "a@\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_auto (McTestScript) server = { .protocol = MC_PROTOCOL_SMTP, .says = { "220 hi\r\n", "250 a\r\n", "250 x\r\n" } };

      tried_address = addresses[i];
      mc_test_script_run (&server, tries_address);
      g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_ADDRESS);
      g_assert_cmpuint (server.commands->len, ==, 1);
    }
}

/* RFC 6531 section 3.4. */
static void
test_sender_international (void)
{
  g_auto (McTestScript) knowing = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = { "220 hi\r\n", "250-a\r\n250 SMTPUTF8\r\n", "250 x\r\n", "250 x\r\n", "250 x\r\n" }
  };
  g_auto (McTestScript) other = { .protocol = MC_PROTOCOL_SMTP, .says = { "220 hi\r\n", "250 a\r\n", "250 x\r\n" } };

  tried_address = "jürgen@example.org";
  mc_test_script_run (&knowing, tries_address);
  g_assert_no_error (last_error);
  g_assert_cmpstr (mc_test_script_get_command (&knowing, 1), ==, "MAIL FROM:<ann@example.org> SMTPUTF8");

  mc_test_script_run (&other, tries_address);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED);
  g_assert_cmpuint (other.commands->len, ==, 1);
}

static void
test_hostile (void)
{
  g_autofree char      *line = g_strnfill (9000, 'x');
  g_autofree char      *long_line = g_strconcat ("250 ", line, "\r\n", NULL);
  g_autoptr (GString)   many = g_string_new (NULL);
  g_auto (McTestScript) endless = { .protocol = MC_PROTOCOL_SMTP, .says = { "220 hi\r\n", long_line, "" } };
  g_auto (McTestScript) lines = { .protocol = MC_PROTOCOL_SMTP, .says = { "220 hi\r\n", NULL, NULL } };

  for (guint i = 0; i < 300; i++)
    g_string_append (many, "250-x\r\n");
  lines.says[1] = many->str;

  mc_test_script_run (&endless, refused_ehlo);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_TOO_MUCH);
  mc_test_script_run (&lines, refused_ehlo);
  g_assert_error (last_error, MC_MAIL_ERROR, MC_MAIL_ERROR_TOO_MUCH);
}

static void
no_mailbox (McMailClient *client,
            McScope      *scope)
{
  g_autoptr (McMailbox)   mailbox = NULL;
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) reply = NULL;

  greet_and_load (client, scope);
  reply = mc_mail_client_open_inbox (client, scope, &mailbox, &error);
  g_assert_null (reply);
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED);
  mc_mail_client_log_out (client, scope);
}

static void
test_no_mailbox (void)
{
  g_auto (McTestScript) server = {
    .protocol = MC_PROTOCOL_SMTP,
    .says = { "220 hi\r\n", "250 a\r\n", "221 Bye\r\n" }
  };

  mc_test_script_run (&server, no_mailbox);
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "QUIT");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/smtp-client/greeting", test_greeting);
  g_test_add_func ("/mail/smtp-client/other-protocol", test_other_protocol);
  g_test_add_func ("/mail/smtp-client/capabilities", test_capabilities);
  g_test_add_func ("/mail/smtp-client/without-extensions", test_without_extensions);
  g_test_add_func ("/mail/smtp-client/refused-ehlo", test_refused_ehlo);
  g_test_add_func ("/mail/smtp-client/starts-tls", test_starts_tls);
  g_test_add_func ("/mail/smtp-client/fails-to-start-tls", test_fails_to_start_tls);
  g_test_add_func ("/mail/smtp-client/plain", test_plain);
  g_test_add_func ("/mail/smtp-client/plain-later", test_plain_later);
  g_test_add_func ("/mail/smtp-client/login", test_login);
  g_test_add_func ("/mail/smtp-client/cram-md5", test_cram_md5);
  g_test_add_func ("/mail/smtp-client/unearned-success", test_unearned_success);
  g_test_add_func ("/mail/smtp-client/token-refused", test_token_refused);
  g_test_add_func ("/mail/smtp-client/token-unearned", test_token_unearned);
  g_test_add_func ("/mail/smtp-client/not-secure", test_not_secure);
  g_test_add_func ("/mail/smtp-client/sender", test_sender);
  g_test_add_func ("/mail/smtp-client/sender-refused", test_sender_refused);
  g_test_add_func ("/mail/smtp-client/sender-hostile", test_sender_hostile);
  g_test_add_func ("/mail/smtp-client/sender-international", test_sender_international);
  g_test_add_func ("/mail/smtp-client/hostile", test_hostile);
  g_test_add_func ("/mail/smtp-client/no-mailbox", test_no_mailbox);

  status = g_test_run ();
  forget ();
  g_clear_pointer (&from_reply, mc_mail_reply_unref);
  g_clear_pointer (&to_reply, mc_mail_reply_unref);
  return status;
}
