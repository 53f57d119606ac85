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
  static const char *const keys[] = { "recipient", "action", "reply_code", "enhanced_code", "diagnostic", "reason", "permanent", "final", "smtp_command", "original_recipient", "last_attempt", "fixed_by", "cause", "title", "explanation", "steps", "code_meaning", "remote_host", "reporting_host" };
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
  g_test_add_func ("/cli-explain/text", test_text);
  g_test_add_func ("/cli-explain/code-meaning", test_code_meaning);
  g_test_add_func ("/cli-explain/exit-status", test_exit_status);
  g_test_add_func ("/cli-explain/several", test_several);
  g_test_add_func ("/cli-explain/empty", test_empty);
  g_test_add_func ("/cli-explain/endless", test_endless);
  g_test_add_func ("/cli-explain/deceptive", test_deceptive);

  return g_test_run ();
}
