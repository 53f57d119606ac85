/* test-cli-explain.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "mc-test-program.h"

#define BOUNCE "From: MAILER-DAEMON@example.net\nSubject: failure notice\n\n<b@example.net>:\nRemote host said: 552 5.2.2 full\n"

static McTestRun *
explain (const char *arguments,
         const char *input)
{
  g_autofree char *call = g_strconcat ("explain ", arguments, NULL);

  return mc_test_program_run_with_input (call, input, strlen (input));
}

static JsonNode *
parse_line (const char *line)
{
  g_autoptr (GError) error = NULL;
  JsonNode          *node = json_from_string (line, &error);

  g_assert_no_error (error);

  return node;
}

/* Contract section 3: one object, with these keys. */
static void
test_json (void)
{
  static const char *const keys[] = { "recipient", "action", "reply_code", "enhanced_code", "diagnostic", "reason", "permanent", "final", "smtp_command", "original_recipient", "last_attempt", "fixed_by", "cause", "title", "explanation", "steps", "article", "code_meaning", "remote_host", "reporting_host" };
  g_autoptr (McTestRun)    run = explain ("--format json", BOUNCE);
  g_autoptr (JsonNode)     node = parse_line (run->output);
  JsonObject              *object = json_node_get_object (node);
  JsonObject              *delivery;

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpint (json_object_get_int_member (object, "schema"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, "explain");
  g_assert_cmpstr (json_object_get_string_member (object, "what"), ==, "bounce");
  g_assert_true (json_object_has_member (object, "original"));

  delivery = json_array_get_object_element (json_object_get_array_member (object, "deliveries"), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (json_object_has_member (delivery, keys[i]));
  g_assert_cmpstr (json_object_get_string_member (delivery, "reason"), ==, "mailbox-full");
  g_assert_cmpint (json_object_get_int_member (delivery, "reply_code"), ==, 552);
  g_assert_cmpstr (json_object_get_string_member (delivery, "fixed_by"), ==, "recipient");
}

static McTestRun *
explain_recipients (const char *arguments,
                    guint       n)
{
  g_autoptr (GString) text = g_string_new ("From: MAILER-DAEMON@example.net\nSubject: failure notice\n\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "<b%u@example.net>:\nRemote host said: 552 5.2.2 full\n\n", i);

  return explain (arguments, text->str);
}

/* Whoever looks for a recipient is told that not all were read. */
static void
test_truncated (void)
{
  g_autoptr (McTestRun) few = explain_recipients ("--format json", 400);
  g_autoptr (McTestRun) many = explain_recipients ("--format json", 600);
  g_autoptr (McTestRun) said = explain_recipients ("", 600);
  g_autoptr (JsonNode)  of_few = parse_line (few->output);
  g_autoptr (JsonNode)  of_many = parse_line (many->output);

  g_assert_false (json_object_get_boolean_member (json_node_get_object (of_few), "truncated"));
  g_assert_true (json_object_get_boolean_member (json_node_get_object (of_many), "truncated"));
  g_assert_nonnull (strstr (said->output, "Only its beginning was read"));
}

/* The article is that of the cause, as `causes` lists it; null where nothing points at one. */
static void
test_article (void)
{
  g_autoptr (McTestRun) causes = mc_test_program_run ("causes --format json");
  g_autoptr (McTestRun) run = explain ("--format json", "550 5.7.26 This mail is unauthenticated");
  g_autoptr (McTestRun) unknown = explain ("--format json", "Good morning");
  g_autoptr (JsonNode)  listed = parse_line (causes->output);
  g_autoptr (JsonNode)  said = parse_line (run->output);
  g_autoptr (JsonNode)  nothing = parse_line (unknown->output);
  JsonArray            *rows = json_object_get_array_member (json_node_get_object (listed), "causes");
  const char           *article = json_object_get_string_member (json_node_get_object (said), "article");
  const char           *cause = json_object_get_string_member (json_node_get_object (said), "cause");
  gboolean              is_listed = FALSE;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_str_equal (json_object_get_string_member (row, "id"), cause))
        is_listed = g_strcmp0 (json_object_get_string_member (row, "article"), article) == 0;
    }
  g_assert_true (is_listed);
  g_assert_nonnull (article);
  g_assert_true (json_object_get_null_member (json_node_get_object (nothing), "article"));
}

/* What a support desk looks for: times that do not depend on where the report was made, and who answered to what. */
static void
test_details (void)
{
  static const char     notice[] = "From: MAILER-DAEMON@mx.example.com\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n"
                                   "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"
                                   "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.com\n\n"
                                   "Original-Recipient: rfc822; club@example.org\nFinal-Recipient: rfc822; b@gmail.com\n"
                                   "Action: failed\nStatus: 5.7.26\nRemote-MTA: dns; gmail-smtp-in.l.google.com\n"
                                   "Diagnostic-Code: smtp; 550-5.7.26 Unauthenticated email is not accepted\n"
                                   "Last-Attempt-Date: Mon, 1 Jun 2026 11:10:00 +0200\n\n"
                                   "--b\nContent-Type: message/rfc822\n\nFrom: a@example.com\nTo: club@example.org\nSubject: Party\n"
                                   "Date: Mon, 1 Jun 2026 11:09:00 +0200\nMessage-ID: <m1@example.com>\n\nHello\n--b--\n";
  g_autoptr (McTestRun) run = explain ("", notice);

  g_assert_nonnull (strstr (run->output, "2026-06-01 09:10:00 UTC"));
  g_assert_nonnull (strstr (run->output, "2026-06-01 09:09:00 UTC"));
  g_assert_nonnull (strstr (run->output, "You wrote to: club@example.org"));
  g_assert_nonnull (strstr (run->output, "gmail-smtp-in.l.google.com"));
  g_assert_nonnull (strstr (run->output, "Provider: Google"));
  g_assert_nonnull (strstr (run->output, "m1@example.com"));
  mc_test_run_assert_safe (run);
}

/* RFC 5321 section 4.2.1: what begins with 4 may work later, with 5 it will not. */
static void
test_final (void)
{
  g_autoptr (McTestRun) for_good = explain ("", "550 5.7.26 This mail is unauthenticated");
  g_autoptr (McTestRun) for_now = explain ("", "451 4.7.1 Greylisted, please try again");

  g_assert_nonnull (strstr (for_good->output, "Outcome: Refused; trying the same again will not help"));
  g_assert_nonnull (strstr (for_now->output, "Outcome: Refused for now; it may work later"));
}

/* Where retries have ended, nothing says that servers go on. */
static void
test_given_up (void)
{
  g_autoptr (McTestRun) run = explain ("", "From: MAILER-DAEMON@example.net\nSubject: failure notice\n\n<b@example.net>:\n"
                                           "Remote host said: 451 4.3.0 try later\nI'm not going to try again; this message "
                                           "has been in the queue too long.\n");

  g_assert_nonnull (strstr (run->output, "nobody will try again"));
  g_assert_nonnull (strstr (run->output, "here that has ended"));
}

/* What came back for good does not pass by itself, even if the first try was meant to fail. */
static void
test_given_up_greylisted (void)
{
  g_autoptr (McTestRun) run = explain ("", "From: MAILER-DAEMON@example.net\nSubject: failure notice\n\n<b@example.net>:\n"
                                           "Remote host said: 451 4.7.1 Greylisted\n");

  g_assert_nonnull (strstr (run->output, "nobody will try again"));
  g_assert_nonnull (strstr (run->output, "Send the message once more"));
  g_assert_null (strstr (run->output, "passes by itself"));
  g_assert_null (strstr (run->output, "Do not send the message again"));
}

/* The same without a notice around it. */
static void
test_given_up_reply (void)
{
  g_autoptr (McTestRun) run = explain ("", "4.4.7 Message expired");

  g_assert_nonnull (strstr (run->output, "nobody will try again"));
  g_assert_null (strstr (run->output, "may work later"));
  g_assert_nonnull (strstr (run->output, "here that has ended"));
}

/* Where no server was found, none refused anything. */
static void
test_not_refused (void)
{
  g_autoptr (McTestRun) run = explain ("", "Mail was not sent: Host or domain name not found. Name service error for name=example.invalid type=MX: Host not found");

  g_assert_nonnull (strstr (run->output, "Outcome: Not delivered"));
  g_assert_null (strstr (run->output, "Refused"));
}

/* There was no checkup: no step speaks of what only its report holds. */
static void
test_no_checkup (void)
{
  g_autoptr (McTestRun) fault = explain ("--format json", "a NO [UNAVAILABLE] Try later");

  g_assert_nonnull (strstr (fault->output, "The server’s answer: NO [UNAVAILABLE] Try later"));
  g_assert_nonnull (strstr (fault->output, "line “What the server said” of"));
  g_assert_null (strstr (fault->output, "marked as failed"));
}

/* A number alone is told in plain words, too. */
static void
test_only_code (void)
{
  g_autoptr (McTestRun) run = explain ("", "550 5.7.26");
  g_autoptr (McTestRun) moment = explain ("", "503");

  g_assert_true (g_str_has_prefix (run->output, "The message could not prove where it comes from"));
  /* It is the mail program’s settings more often than a fault of the provider’s. */
  g_assert_null (strstr (moment->output, "Your mail provider has to fix this"));
}

/* A program that reached no server: nobody is told to blame a recipient, or to send them a text. */
static void
test_program_error (void)
{
  g_autoptr (McTestRun) run = explain ("", "Could not connect to “imap.example.org:993”: Connection refused");

  g_assert_cmpint (run->status, ==, 0);
  g_assert_nonnull (strstr (run->output, "Run a checkup of your account"));
  g_assert_nonnull (strstr (run->output, "What the mail program said"));
  g_assert_null (strstr (run->output, "recipient"));
}

/* What a person needs: what happened, to whom, whether it is final, who can fix it, what to do, a text to send. */
static void
test_text (void)
{
  g_autoptr (McTestRun) run = explain ("", BOUNCE);

  g_assert_nonnull (strstr (run->output, "The recipient’s mailbox is full"));
  g_assert_nonnull (strstr (run->output, "b@example.net"));
  g_assert_nonnull (strstr (run->output, "nobody will try again"));
  g_assert_nonnull (strstr (run->output, "The recipient has to fix this"));
  g_assert_nonnull (strstr (run->output, "What to do"));
  g_assert_nonnull (strstr (run->output, "A text to send"));
  g_assert_nonnull (strstr (run->output, "What the code means"));
  mc_test_run_assert_safe (run);
}

static void
test_exit_status (void)
{
  g_autoptr (McTestRun) headers = explain ("", "From: a@example.org\nTo: b@example.net\nSubject: Hello\n\nLunch?\n");
  g_autoptr (McTestRun) unknown = explain ("-", "Good morning");
  g_autoptr (McTestRun) nothing = explain ("", "");
  g_autoptr (McTestRun) as = explain ("--as nonsense", "x");
  g_autoptr (McTestRun) format = explain ("--format yaml", "x");

  g_assert_cmpint (headers->status, ==, 0);
  g_assert_nonnull (strstr (headers->output, "later version"));
  g_assert_cmpint (unknown->status, ==, 1);
  g_assert_nonnull (strstr (unknown->output, "not recognized"));
  g_assert_cmpint (nothing->status, ==, 1);
  g_assert_cmpstr (nothing->errors, ==, "");
  mc_test_run_assert_one_error (as, 2);
  mc_test_run_assert_one_error (format, 2);
}

/* What a server said, and what its code says; null without a code. */
static void
test_code_meaning (void)
{
  g_autoptr (McTestRun) with = explain ("--format json", "550 5.7.26 Unauthenticated email from example.org is not accepted. gsmtp");
  g_autoptr (McTestRun) without = explain ("--format json", "Mailbox is full");
  g_autoptr (JsonNode)  said = parse_line (with->output);
  g_autoptr (JsonNode)  words = parse_line (without->output);

  g_assert_nonnull (strstr (json_object_get_string_member (json_node_get_object (said), "code_meaning"), "5.7.26 means, at Google: "));
  g_assert_true (json_object_get_null_member (json_node_get_object (words), "code_meaning"));
}

/* A file that cannot be read is told, and the rest goes on. */
static void
test_several (void)
{
  g_autoptr (McTestRun) run = explain ("--format json /nonexistent - /", "550 5.1.1 User unknown");
  g_auto (GStrv)        lines = g_strsplit (run->output, "\n", -1);
  g_autoptr (JsonNode)  first = parse_line (lines[0]);
  g_autoptr (JsonNode)  second = parse_line (lines[1]);
  g_autoptr (JsonNode)  third = parse_line (lines[2]);

  g_assert_cmpint (run->status, ==, 3);
  g_assert_true (json_object_has_member (json_node_get_object (first), "error"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (first), "file"), ==, "/nonexistent");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (second), "reason"), ==, "recipient-unknown");
  g_assert_true (json_object_has_member (json_node_get_object (third), "error"));
}

/* A file without a byte in it is nothing that is known, and nothing that breaks. */
static void
test_empty (void)
{
  g_autoptr (McTestRun) run = mc_test_program_run ("explain /dev/null");

  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->errors, ==, "");
  g_assert_nonnull (strstr (run->output, "not recognized"));
}

/* An endless pipe ends with a clear sentence. */
static void
test_endless (void)
{
  g_autoptr (McTestRun) run = mc_test_program_run_in_shell ("yes | \"$MC_CLI\" explain");

  g_assert_cmpint (run->status, ==, 3);
  g_assert_nonnull (strstr (run->errors, "100 MB"));
}

/* Neither terminal sequences nor text that runs backwards reach the terminal. */
static void
test_deceptive (void)
{
  g_autoptr (McTestRun) run = explain ("", "550 5.7.1 \033[31mred\xe2\x80\xae"
                                           "back\a");

  mc_test_run_assert_safe (run);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-explain/json", test_json);
  g_test_add_func ("/cli-explain/truncated", test_truncated);
  g_test_add_func ("/cli-explain/article", test_article);
  g_test_add_func ("/cli-explain/text", test_text);
  g_test_add_func ("/cli-explain/details", test_details);
  g_test_add_func ("/cli-explain/final", test_final);
  g_test_add_func ("/cli-explain/given-up", test_given_up);
  g_test_add_func ("/cli-explain/given-up-greylisted", test_given_up_greylisted);
  g_test_add_func ("/cli-explain/given-up-reply", test_given_up_reply);
  g_test_add_func ("/cli-explain/not-refused", test_not_refused);
  g_test_add_func ("/cli-explain/no-checkup", test_no_checkup);
  g_test_add_func ("/cli-explain/only-code", test_only_code);
  g_test_add_func ("/cli-explain/program-error", test_program_error);
  g_test_add_func ("/cli-explain/code-meaning", test_code_meaning);
  g_test_add_func ("/cli-explain/exit-status", test_exit_status);
  g_test_add_func ("/cli-explain/several", test_several);
  g_test_add_func ("/cli-explain/empty", test_empty);
  g_test_add_func ("/cli-explain/endless", test_endless);
  g_test_add_func ("/cli-explain/deceptive", test_deceptive);

  return g_test_run ();
}
