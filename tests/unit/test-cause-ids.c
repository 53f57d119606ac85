/* test-cause-ids.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-cause.h"
#include "mc-check.h"
#include "mc-question.h"
#include "mc-reply-signatures.h"
#include "mc-rule.h"

static void
assert_is_cause (const char *id,
                 const char *named_by)
{
  if (mc_cause_find (id) == NULL)
    g_test_message ("%s names “%s”, which is no cause", named_by, id);
  g_assert_nonnull (mc_cause_find (id));
}

static void
test_rules (void)
{
  const McRule *rule;

  for (guint i = 0; (rule = mc_rule_get_nth (i)) != NULL; i++)
    {
      if (rule->cause != MC_RULE_CAUSE_IS_CODE)
        assert_is_cause (rule->cause, "a rule");
      for (guint j = 0; j < MC_RULE_MAX && rule->alternatives[j] != NULL; j++)
        assert_is_cause (rule->alternatives[j], "a rule");
    }
}

static void
test_reply_signatures (void)
{
  gsize                   n_rows;
  const McReplySignature *rows = mc_reply_signature_table (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      assert_is_cause (rows[i].cause, "a reply signature");
      for (guint j = 0; rows[i].alternatives[j] != NULL; j++)
        assert_is_cause (rows[i].alternatives[j], "a reply signature");
    }
}

/* Whether there is a check that a rule's pattern stands for. */
static gboolean
is_about_any_check (const char *pattern)
{
  gsize          n_checks;
  const McCheck *checks = mc_check_table (&n_checks);

  for (gsize i = 0; i < n_checks; i++)
    {
      if (mc_rule_is_about (pattern, checks[i].id, NULL))
        return TRUE;
    }

  return FALSE;
}

/* Whether there is a question with that answer. */
static gboolean
is_about_answer (const McCondition *condition)
{
  const McQuestion *question = mc_question_find (mc_rule_get_question (condition));

  return question != NULL && mc_question_find_option (question, condition->code) != NULL;
}

static void
assert_about_checks (const McCondition *conditions)
{
  for (guint i = 0; i < MC_RULE_MAX && conditions[i].check != NULL; i++)
    {
      g_test_message ("%s %s", conditions[i].check, conditions[i].code);
      if (mc_rule_get_question (&conditions[i]) != NULL)
        g_assert_true (is_about_answer (&conditions[i]));
      else
        g_assert_true (is_about_any_check (conditions[i].check));
    }
}

static void
test_rule_patterns (void)
{
  const McRule *rule;

  for (guint i = 0; (rule = mc_rule_get_nth (i)) != NULL; i++)
    {
      assert_about_checks (rule->when);
      assert_about_checks (rule->unless);
      for (guint j = 0; j < MC_RULE_MAX && rule->explains[j] != NULL; j++)
        {
          g_test_message ("%s", rule->explains[j]);
          g_assert_true (is_about_any_check (rule->explains[j]));
        }
    }
}

static gboolean
is_asked_for (const char *code)
{
  const McRule *rule;

  for (guint i = 0; (rule = mc_rule_get_nth (i)) != NULL; i++)
    {
      for (guint j = 0; j < MC_RULE_MAX && rule->when[j].check != NULL; j++)
        {
          if (g_str_equal (rule->when[j].code, code))
            return TRUE;
        }
    }

  return FALSE;
}

/* The codes that a source file gives to failures. */
static void
check_file (const char *path)
{
  g_autofree char       *text = NULL;
  g_autoptr (GError)     error = NULL;
  g_autoptr (GRegex)     regex = g_regex_new ("MC_OUTCOME_FAIL,\\s*\"([a-z0-9.-]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *code = g_match_info_fetch (match, 1);

      if (!is_asked_for (code))
        assert_is_cause (code, path);
    }
}

/* A failure whose code is no cause and that no rule asks for could never be explained. */
static void
test_codes_of_failures (void)
{
  g_autofree char   *folder = g_test_build_filename (G_TEST_DIST, "src", "checks", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, &error);
  const char        *name;
  guint              n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_prefix (name, "mc-check-") || !g_str_has_suffix (name, ".c"))
        continue;
      check_file (path);
      n_files++;
    }

  g_assert_cmpuint (n_files, >, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cause-ids/rules", test_rules);
  g_test_add_func ("/cause-ids/rule-patterns", test_rule_patterns);
  g_test_add_func ("/cause-ids/reply-signatures", test_reply_signatures);
  g_test_add_func ("/cause-ids/codes-of-failures", test_codes_of_failures);

  return g_test_run ();
}
