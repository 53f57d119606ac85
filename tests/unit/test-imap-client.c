/* test-imap-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-client.h"
#include "mc-test-script.h"

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
  g_auto (McTestScript) server = { .says = { "* BYE [UNAVAILABLE] Maintenance\r\n" } };

  mc_test_script_run (&server, turned_away);
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
  g_auto (McTestScript) server = { .says = { "+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>\r\n" } };

  mc_test_script_run (&server, other_protocol);
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
  g_auto (McTestScript) server = { .says = { "* PREAUTH IMAP4rev1 server logged in as Smith\r\n" } };

  mc_test_script_run (&server, preauth);
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
  g_auto (McTestScript) server = { .says = { "* OK [CAPABILITY IMAP4rev1 SASL-IR auth=xoauth2 LOGINDISABLED] Ready\r\n", "* BAD not asked\r\n" } };

  mc_test_script_run (&server, capabilities);
  g_assert_cmpuint (server.commands->len, ==, 0);
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
  g_auto (McTestScript) server = {
    .says = {
      "* OK [CAPABILITY IMAP4rev1 ID QUOTA] Ready\r\n",
      "* ID (\"name\" \"Cyrus\" \"version\" \"1.5\" \"os\" \"sunos\")\r\n{tag} OK ID completed\r\n",
      "* 172 EXISTS\r\n* OK [UIDVALIDITY 3857529045] UIDs valid\r\n* OK [UIDNEXT 4392] Predicted next UID\r\n{tag} OK [READ-ONLY] EXAMINE completed\r\n",
      "* QUOTAROOT INBOX \"#user/alice\"\r\n* QUOTA \"#user/alice\" (MESSAGE 42 1000 STORAGE 54 111 ODD x 1)\r\n{tag} OK done\r\n",
    }
  };

  mc_test_script_run (&server, mailbox);
  g_assert_cmpstr (mc_test_script_get_command (&server, 1), ==, "EXAMINE INBOX");
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
  g_auto (McTestScript) server = { .says = { "* OK hi\r\n", "* OK [alert] Your account is being moved\r\n{tag} NO [INUSE] Later\r\n" } };

  mc_test_script_run (&server, alert);
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
  g_auto (McTestScript) closing = { .says = { "* OK hi\r\n", "* BYE [ALERT] Too many simultaneous connections.\r\n" } };
  g_auto (McTestScript) dawdling = { .says = { "* OK hi\r\n", "* BYE [ALERT] Too many simultaneous connections.\r\n", "" } };

  mc_test_script_run (&closing, goodbye);
  mc_test_script_run (&dawdling, goodbye);
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
  g_auto (McTestScript) server = { .says = { "* OK hi\r\n", says, "" } };

  wanted_error = code;
  mc_test_script_run (&server, hostile);
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
  g_auto (McTestScript) server = { .says = { "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\r\n", "+ \r\n", "{tag} OK\r\n" } };

  mc_test_script_run (&server, not_secure);
  g_assert_cmpuint (server.commands->len, ==, 0);
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
  g_auto (McTestScript) server = {
    .says = {
      "* OK [ALERT] Move to mail.example.net\r\n",
      "* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\n{tag} OK\r\n",
      "{tag} OK Begin TLS\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n",
    }
  };

  mc_test_script_run (&server, injected);
}

static void
leaves_before_tls (McMailClient *client,
                   McScope      *scope)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) greeting = greet (client, scope);

  g_assert_true (mc_mail_client_load_capabilities (client, scope, NULL));
  g_assert_false (mc_mail_client_start_tls (client, scope, MC_TEST_SCRIPT_HOST, &error));
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_REFUSED);
  g_assert_cmpint (mc_mail_reply_get_status (mc_mail_client_get_last_reply (client)), ==, MC_MAIL_REPLY_CLOSING);
}

/* Whoever sits on the line could put a goodbye there, to be taken for the server's answer to the password. */
static void
test_leaves_before_tls (void)
{
  g_auto (McTestScript) at_once = {
    .says = {
      "* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n",
      "* BYE Call 0900-123 for your app password\r\n{tag} OK Begin\r\n" MC_TEST_SCRIPT_TLS,
    }
  };
  g_auto (McTestScript) before = {
    .says = {
      "* OK hi\r\n",
      "* CAPABILITY IMAP4rev1 STARTTLS\r\n* BYE Call 0900-123 for your app password\r\n{tag} OK\r\n",
      "{tag} OK Begin\r\n" MC_TEST_SCRIPT_TLS,
    }
  };

  mc_test_script_run (&at_once, leaves_before_tls);
  mc_test_script_run (&before, leaves_before_tls);
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
  g_auto (McTestScript) server = { .says = { "* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n", "{tag} NO TLS is not available now\r\n" } };

  mc_test_script_run (&server, refuses_tls);
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
  g_auto (McTestScript) server = {
    .says = {
      "* OK [CAPABILITY IMAP4rev1 NAMESPACE SPECIAL-USE] hi\r\n",
      "* LIST (\\HasNoChildren \\Junk) \"/\" {11}\r\n[Mail]/Spam\r\n* LIST () NIL INBOX\r\n{tag} OK\r\n",
      "* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL\r\n{tag} OK\r\n",
    }
  };

  mc_test_script_run (&server, folders);
  g_assert_cmpstr (mc_test_script_get_command (&server, 0), ==, "LIST \"\" \"*\"");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

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
  g_test_add_func ("/mail/imap-client/leaves-before-tls", test_leaves_before_tls);
  g_test_add_func ("/mail/imap-client/refuses-tls", test_refuses_tls);

  return g_test_run ();
}
