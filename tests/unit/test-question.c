/* test-question.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-check.h"
#include "mc-question.h"

#define MAX_TEXT_CHARS   75
#define MAX_OPTION_CHARS 32

static void
assert_plain (const char *text)
{
  g_test_message ("%s", text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strcspn (text, "%<>&\n\t'\"{}"), ==, strlen (text));
  g_assert_null (strstr (text, "  "));
}

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const McQuestion      *question;

  for (guint i = 0; (question = mc_question_get_nth (i)) != NULL; i++)
    {
      g_test_message ("%s", question->id);
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", question->id, 0, 0));
      g_assert_true (g_hash_table_add (seen, (gpointer) question->id));
      g_assert_true (mc_question_find (question->id) == question);
      g_assert_null (mc_check_find (question->id));
    }

  /* Known from the first release on */
  g_assert_nonnull (mc_question_find ("webmail-works"));
  g_assert_nonnull (mc_question_find ("try-sending-password"));
  g_assert_nonnull (mc_question_find ("trust-interception"));
  g_assert_null (mc_question_find ("webmail"));
  g_assert_null (mc_question_find (""));
}

static void
test_texts (void)
{
  const McQuestion *question;

  for (guint i = 0; (question = mc_question_get_nth (i)) != NULL; i++)
    {
      const char *detail = mc_question_get_detail (question);

      assert_plain (mc_question_get_text (question));
      g_assert_true (g_str_has_suffix (mc_question_get_text (question), "?"));
      g_assert_cmpint (g_utf8_strlen (mc_question_get_text (question), -1), <=, MAX_TEXT_CHARS);
      if (detail != NULL)
        {
          assert_plain (detail);
          g_assert_true (g_str_has_suffix (detail, "."));
        }
    }
}

/* Whoever does not know can say so. */
static void
test_options (void)
{
  const McQuestion *question;

  for (guint i = 0; (question = mc_question_get_nth (i)) != NULL; i++)
    {
      const McOption *option;
      const McOption *last = NULL;
      guint           n_options = 0;

      for (; (option = mc_question_get_option (question, n_options)) != NULL; n_options++)
        {
          assert_plain (mc_option_get_title (option));
          g_assert_cmpint (g_utf8_strlen (mc_option_get_title (option), -1), <=, MAX_OPTION_CHARS);
          g_assert_true (mc_question_find_option (question, option->id) == option);
          last = option;
        }

      g_test_message ("%s", question->id);
      g_assert_cmpuint (n_options, >=, 3);
      g_assert_cmpuint (n_options, <=, MC_QUESTION_MAX_OPTIONS);
      g_assert_cmpstr (last->id, ==, MC_ANSWER_UNKNOWN);
      g_assert_null (mc_question_find_option (question, "perhaps"));
      g_assert_null (mc_question_find_option (question, NULL));
    }
}

static gboolean
is_of_check (const char *pattern)
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

static void
test_conditions (void)
{
  const McQuestion *question;

  for (guint i = 0; (question = mc_question_get_nth (i)) != NULL; i++)
    {
      g_test_message ("%s", question->id);
      for (guint j = 0; j < MC_QUESTION_MAX_CONDITIONS && question->asked_when[j].check != NULL; j++)
        g_assert_true (is_of_check (question->asked_when[j].check));
      for (guint j = 0; j < MC_QUESTION_MAX_CONDITIONS && question->answered_by[j].check != NULL; j++)
        g_assert_true (is_of_check (question->answered_by[j].check));

      g_assert_cmpuint (question->symptoms, !=, 0);
      if (question->follows.check != NULL)
        {
          const McQuestion *followed = mc_question_find (mc_rule_get_question (&question->follows));

          g_assert_nonnull (mc_question_find_option (followed, question->follows.code));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question/ids", test_ids);
  g_test_add_func ("/question/texts", test_texts);
  g_test_add_func ("/question/options", test_options);
  g_test_add_func ("/question/conditions", test_conditions);

  return g_test_run ();
}
