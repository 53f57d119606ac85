/* test-cli.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "mc-test-program.h"

/* The contract, section 2: exit status */
#define NOTHING_WRONG 0
#define PROBLEM       1
#define WRONG_CALL    2
#define COULD_NOT_RUN 3

static const char *const wrong_calls[] = {
  "",
  "frobnicate",
  "''",
  "--frobnicate",
  "joe@example.org",
  "check",
  "check joe@example.org ann@example.org",
  "check joe smith@example.org",
  "check joe@example.org --frobnicate",
  "check joe@example.org --password sesame",
  "check joe@example.org --format",
  "check joe@example.org --format yaml",
  "check joe@example.org --format ''",
  "check joe@example.org --format TEXT",
  "check joe@example.org --symptom",
  "check joe@example.org --symptom sad",
  "check joe@example.org --symptom ''",
  "check joe@example.org --timeout",
  "check joe@example.org --timeout 0",
  "check joe@example.org --timeout -1",
  "check joe@example.org --timeout abc",
  "check joe@example.org --timeout 1.5",
  "check joe@example.org --timeout ''",
  "check joe@example.org --timeout 99999999999999999999",
  "check joe@example.org --incoming ''",
  "check joe@example.org --incoming mail.example.org",
  "check joe@example.org --incoming smtp:mail.example.org",
  "check joe@example.org --incoming imap:mail.example.org:0",
  "check joe@example.org --incoming imap:mail.example.org:65536",
  "check joe@example.org --incoming imap:mail.example.org:-1",
  "check joe@example.org --incoming imap:mail.example.org:",
  "check joe@example.org --incoming imap:mail.example.org:1143",
  "check joe@example.org --incoming imap:mail.example.org/ssl",
  "check joe@example.org --incoming imap:2001:db8::1",
  "check joe@example.org --incoming \"imap:mail\nexample.org\"",
  "check joe@example.org --outgoing imap:mail.example.org",
  "check joe@example.org --outgoing smtp:mail.example.org:0",
  "check joe@example.org --user ''",
  "check joe@example.org --answer webmail-works",
  "check joe@example.org --answer =yes",
  "check joe@example.org --answer webmail-works=",
  "check joe@example.org --answer webmail-works=perhaps",
  "check joe@example.org --answer webmail-works=YES",
  "check joe@example.org --answer webmail=yes",
  "check joe@example.org --answer \"\033[2J\u202e=yes\"",
  "check joe@example.org --quiet --verbose",
  "check joe@example.org --password-stdin --no-password",
  "check joe@example.org --password-stdin --token-stdin",
  "check joe@example.org --password-stdin --password-stored",
  "check joe@example.org --password-stored --no-password",
  "article",
  "article wrong-password app-password",
  "article wrong-password --format json",
  "article --frobnicate",
  "causes --format yaml",
  "causes extra",
  "causes --frobnicate",
  "checks --format html",
  "questions --format yaml",
  "questions webmail-works",
};

static void
test_wrong_calls (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong_calls); i++)
    {
      g_autoptr (McTestRun) run = mc_test_program_run (wrong_calls[i]);

      mc_test_run_assert_one_error (run, WRONG_CALL);
      mc_test_run_assert_safe (run);
    }
}

/* What was typed is repeated safely, and not without end. */
static void
test_wrong_call_hostile (void)
{
  g_autofree char      *filler = g_strnfill (50000, 'x');
  g_autofree char      *long_call = g_strconcat ("check joe@example.org --", filler, NULL);
  g_autoptr (McTestRun) hostile = mc_test_program_run ("\"\033[2J\u202e\nfrobnicate\"");
  g_autoptr (McTestRun) no_utf8 = mc_test_program_run ("\"\xff\xfe\"");
  g_autoptr (McTestRun) longer = mc_test_program_run (long_call);

  mc_test_run_assert_one_error (hostile, WRONG_CALL);
  mc_test_run_assert_safe (hostile);
  mc_test_run_assert_one_error (no_utf8, WRONG_CALL);
  mc_test_run_assert_safe (no_utf8);
  mc_test_run_assert_one_error (longer, WRONG_CALL);
  g_assert_cmpuint (strlen (longer->errors), <, 1000);
}

static void
assert_password_refused (const char *password,
                         gsize       length)
{
  g_autoptr (McTestRun) run = mc_test_program_run_with_input ("check joe@example.org --password-stdin", password, length);

  mc_test_run_assert_one_error (run, WRONG_CALL);
  g_assert_null (strstr (run->errors, "sesame"));
}

static void
test_passwords (void)
{
  g_autofree char *huge = g_strnfill (40000, 's');

  assert_password_refused ("", 0);
  assert_password_refused ("\n", 1);
  assert_password_refused ("sesame\0street\n", 14);
  assert_password_refused ("\0", 1);
  assert_password_refused (huge, 40000);
}

static void
assert_help (const char *call)
{
  g_autoptr (McTestRun) run = mc_test_program_run (call);

  g_assert_cmpint (run->status, ==, NOTHING_WRONG);
  g_assert_cmpstr (run->output, !=, "");
  g_assert_cmpstr (run->errors, ==, "");
}

/* Every command of the contract is in the help; those not available yet say so, and nothing else. */
static void
test_commands (void)
{
  static const char *const commands[] = { "check", "settings", "accounts", "domain", "explain", "spf", "dkim", "dmarc",
                                          "inbox", "roundtrip", "history", "causes", "checks", "questions", "article" };
  g_autoptr (McTestRun)    help = mc_test_program_run ("--help");

  g_assert_cmpint (help->status, ==, NOTHING_WRONG);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("\n  %s ", commands[i]);
      g_autofree char *help_call = g_strdup_printf ("%s --help", commands[i]);
      const char      *row = strstr (help->output, pattern);
      g_autofree char *line = NULL;

      g_assert_nonnull (row);
      assert_help (help_call);
      line = g_strndup (row + 1, strcspn (row + 1, "\n"));
      if (strstr (line, "(not available yet)") != NULL)
        {
          g_autofree char      *call = g_strdup_printf ("%s joe@example.org", commands[i]);
          g_autoptr (McTestRun) run = mc_test_program_run (call);

          mc_test_run_assert_one_error (run, COULD_NOT_RUN);
        }
    }
}

static void
test_help (void)
{
  g_autoptr (McTestRun) check = mc_test_program_run ("check --help");
  g_autoptr (McTestRun) version = mc_test_program_run ("--version");

  /* The options of the contract, section 2 */
  for (const char *const *option = (const char *const[]) { "--incoming", "--outgoing", "--user", "--password-stdin", "--token-stdin", "--password-stored", "--no-password", "--symptom", "--answer", "--message", "--timeout", "--account", "--no-third-party", "--format", "--show-personal", "--quiet", "--verbose", NULL };
       *option != NULL; option++)
    {
      g_test_message ("%s", *option);
      g_assert_nonnull (strstr (check->output, *option));
    }

  g_assert_cmpint (version->status, ==, NOTHING_WRONG);
  g_assert_cmpstr (version->output, ==, "mail-checkup-cli " MC_VERSION "\n");
  assert_help ("-h");
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

static guint
count_lines (const char *text)
{
  guint count = 0;

  for (const char *p = text; *p != '\0'; p++)
    count += *p == '\n';
  return count;
}

/* The contract: a list has schema, kind and rows with these keys, and the text a line for each. */
static void
assert_list (const char        *kind,
             const char *const *keys)
{
  g_autofree char       *json_call = g_strdup_printf ("%s --format json", kind);
  g_autoptr (McTestRun)  json = mc_test_program_run (json_call);
  g_autoptr (McTestRun)  text = mc_test_program_run (kind);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject            *object = parse_object (json->output, parser);
  JsonArray             *rows = json_object_get_array_member (object, kind);

  g_assert_cmpint (json->status, ==, NOTHING_WRONG);
  g_assert_cmpint (text->status, ==, NOTHING_WRONG);
  g_assert_cmpstr (json->errors, ==, "");
  g_assert_cmpstr (text->errors, ==, "");
  g_assert_cmpint (json_object_get_int_member (object, "schema"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, kind);
  g_assert_cmpuint (json_array_get_length (rows), >, 0);
  g_assert_cmpuint (json_array_get_length (rows), ==, count_lines (text->output));

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      g_assert_cmpuint (json_object_get_size (row), ==, g_strv_length ((GStrv) keys));
      for (guint j = 0; keys[j] != NULL; j++)
        g_assert_true (json_object_has_member (row, keys[j]));
      g_assert_nonnull (strstr (text->output, json_object_get_string_member (row, "id")));
    }
}

static void
test_lists (void)
{
  static const char *const cause_keys[] = { "id", "title", "article", "fixed_by", NULL };
  static const char *const check_keys[] = { "id", "title", "group", NULL };
  static const char *const question_keys[] = { "id", "text", "detail", "symptoms", "options", NULL };

  assert_list ("causes", cause_keys);
  assert_list ("checks", check_keys);
  assert_list ("questions", question_keys);
}

/* Whoever gives a wrong answer learns which there are. */
static void
test_answers (void)
{
  g_autoptr (McTestRun) no_answer = mc_test_program_run ("check joe@example.org --answer recent-change=perhaps");
  g_autoptr (McTestRun) no_question = mc_test_program_run ("check joe@example.org --answer webmail=yes");
  g_autoptr (McTestRun) questions = mc_test_program_run ("questions");

  mc_test_run_assert_one_error (no_answer, WRONG_CALL);
  g_assert_nonnull (strstr (no_answer->errors, "password, network, computer, no, unknown"));
  mc_test_run_assert_one_error (no_question, WRONG_CALL);
  g_assert_nonnull (strstr (no_question->errors, "“mail-checkup-cli questions” lists them"));
  g_assert_nonnull (strstr (questions->output, "yes|no|unknown"));
}

/* An article begins with its title, as each format writes one; an id that is none has an answer too. */
static void
test_article (void)
{
  g_autoptr (McTestRun) text = mc_test_program_run ("article wrong-password");
  g_autoptr (McTestRun) markdown = mc_test_program_run ("article wrong-password --format markdown");
  g_autoptr (McTestRun) html = mc_test_program_run ("article wrong-password --format html");
  g_autoptr (McTestRun) unknown = mc_test_program_run ("article no-such-article");
  g_autoptr (McTestRun) empty = mc_test_program_run ("article ''");

  g_assert_cmpint (text->status, ==, NOTHING_WRONG);
  g_assert_true (g_str_has_prefix (text->output, "The password is not accepted\n===="));
  g_assert_true (g_str_has_prefix (markdown->output, "# The password is not accepted\n"));
  g_assert_nonnull (strstr (html->output, "<h1>The password is not accepted</h1>"));
  mc_test_run_assert_one_error (unknown, PROBLEM);
  mc_test_run_assert_one_error (empty, PROBLEM);
}

static void
test_closed_streams (void)
{
  g_autoptr (McTestRun) no_output = mc_test_program_run_in_shell ("\"$MC_CLI\" causes >&-");
  g_autoptr (McTestRun) full = mc_test_program_run_in_shell ("\"$MC_CLI\" causes >/dev/full");
  g_autoptr (McTestRun) no_input = mc_test_program_run_in_shell ("\"$MC_CLI\" check a@example.org --password-stdin <&-");
  g_autoptr (McTestRun) not_read = mc_test_program_run_in_shell ("\"$MC_CLI\" --version <&-");
  g_autoptr (McTestRun) no_errors = mc_test_program_run_in_shell ("\"$MC_CLI\" frobnicate 2>&-");
  g_autoptr (McTestRun) nothing = mc_test_program_run_in_shell ("\"$MC_CLI\" causes <&- >&- 2>&-");

  mc_test_run_assert_one_error (no_output, COULD_NOT_RUN);
  mc_test_run_assert_one_error (full, COULD_NOT_RUN);
  mc_test_run_assert_one_error (no_input, WRONG_CALL);
  g_assert_cmpint (not_read->status, ==, NOTHING_WRONG);
  g_assert_cmpint (no_errors->status, ==, WRONG_CALL);
  g_assert_cmpint (nothing->status, ==, COULD_NOT_RUN);
}

/* The reader is gone before the list is written. */
static void
test_closed_pipe (void)
{
  g_autoptr (McTestRun) run = mc_test_program_run_in_shell ("{ sleep 0.2; \"$MC_CLI\" causes; echo $? >&2; } | true");

  g_assert_cmpstr (run->errors, ==, "0\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/wrong-calls", test_wrong_calls);
  g_test_add_func ("/cli/wrong-call-hostile", test_wrong_call_hostile);
  g_test_add_func ("/cli/passwords", test_passwords);
  g_test_add_func ("/cli/commands", test_commands);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/lists", test_lists);
  g_test_add_func ("/cli/answers", test_answers);
  g_test_add_func ("/cli/article", test_article);
  g_test_add_func ("/cli/closed-streams", test_closed_streams);
  g_test_add_func ("/cli/closed-pipe", test_closed_pipe);

  return g_test_run ();
}
