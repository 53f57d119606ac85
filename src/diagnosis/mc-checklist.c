/* mc-checklist.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-checklist.h"
#include "mc-diagnose.h"

/* What is known when a question may come up. */
typedef struct
{
  McSymptom   symptom;
  GPtrArray  *findings;
  gboolean    is_over;
  McAccount  *account;
  GHashTable *answers;
  GPtrArray  *diagnoses; /* what these findings and answers say; when it is first needed */
} Checklist;

static void
checklist_clear (Checklist *self)
{
  g_clear_pointer (&self->diagnoses, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Checklist, checklist_clear)

static const char *
look_up (Checklist        *self,
         const McQuestion *question)
{
  return self->answers != NULL ? g_hash_table_lookup (self->answers, question->id) : NULL;
}

static gboolean
any_found (Checklist         *self,
           const McCondition *conditions)
{
  for (guint i = 0; i < MC_QUESTION_MAX_CONDITIONS && conditions[i].check != NULL; i++)
    {
      for (guint j = 0; j < self->findings->len; j++)
        {
          if (mc_rule_matches (&conditions[i], g_ptr_array_index (self->findings, j), NULL))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
says_the_same (GPtrArray *first,
               GPtrArray *second)
{
  if (first->len != second->len)
    return FALSE;

  for (guint i = 0; i < first->len; i++)
    {
      if (!mc_diagnosis_says_the_same (g_ptr_array_index (first, i), g_ptr_array_index (second, i)))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
diagnose_with (Checklist        *self,
               const McQuestion *question,
               const McOption   *option)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter         iter;
  gpointer               key, value;

  if (self->answers != NULL)
    {
      g_hash_table_iter_init (&iter, self->answers);
      while (g_hash_table_iter_next (&iter, &key, &value))
        g_hash_table_insert (answers, key, value);
    }
  g_hash_table_insert (answers, (gpointer) question->id, (gpointer) option->id);

  return mc_diagnose (self->findings, answers, self->account);
}

static gboolean
is_in (const McCondition *conditions,
       const McQuestion  *question,
       const McOption    *option)
{
  for (guint i = 0; i < MC_RULE_MAX && conditions[i].check != NULL; i++)
    {
      const char *asked = mc_rule_get_question (&conditions[i]);

      if (asked != NULL && g_str_equal (asked, question->id) && g_str_equal (conditions[i].code, option->id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_asked_for (const McQuestion *question,
              const McOption   *option)
{
  const McRule *rule;

  for (guint i = 0; (rule = mc_rule_get_nth (i)) != NULL; i++)
    {
      if (is_in (rule->when, question, option) || is_in (rule->unless, question, option))
        return TRUE;
    }

  return FALSE;
}

/* Whether one of its answers changes what is said about these findings. */
static gboolean
would_tell_more (Checklist        *self,
                 const McQuestion *question)
{
  const McOption *option;

  if (self->diagnoses == NULL)
    self->diagnoses = mc_diagnose (self->findings, self->answers, self->account);

  for (guint i = 0; (option = mc_question_get_option (question, i)) != NULL; i++)
    {
      g_autoptr (GPtrArray) diagnoses = NULL;

      if (!is_asked_for (question, option))
        continue;

      diagnoses = diagnose_with (self, question, option);
      if (!says_the_same (self->diagnoses, diagnoses))
        return TRUE;
    }

  return FALSE;
}

static gboolean
belongs (Checklist        *self,
         const McQuestion *question)
{
  const McCondition *follows = &question->follows;

  return mc_question_is_about (question, self->symptom) ||
         (follows->check != NULL && self->answers != NULL && mc_rule_is_answered (follows, self->answers));
}

/* Somebody who wants everything checked need not have any trouble. */
static gboolean
is_to_be_asked (Checklist        *self,
                const McQuestion *question)
{
  if (!belongs (self, question) || any_found (self, question->answered_by))
    return FALSE;
  if (question->asked_when[0].check != NULL && !any_found (self, question->asked_when))
    return FALSE;

  return question->changes_run || (!self->is_over && self->symptom != MC_SYMPTOM_EVERYTHING) ||
         would_tell_more (self, question);
}

/**
 * mc_checklist_list:
 * @symptom: what the person says is wrong
 * @findings: (element-type McFinding): what the checks found so far
 * @is_over: whether the checkup is over
 * @account: the account it is about
 * @answers: (nullable) (element-type utf8 utf8): the answers so far by question id
 *
 * Lists the questions of a symptom in the order to ask them. Those answered are
 * there too, so that an answer can be changed. Left out is what a finding has
 * answered, and, once the checkup is over, what could change nothing that
 * mc_diagnose() says.
 *
 * Returns: (transfer container) (element-type McQuestion): rows of the question table
 */
GPtrArray *
mc_checklist_list (McSymptom   symptom,
                   GPtrArray  *findings,
                   gboolean    is_over,
                   McAccount  *account,
                   GHashTable *answers)
{
  g_auto (Checklist) self = { symptom, findings, is_over, account, answers, NULL };
  GPtrArray         *list = g_ptr_array_new ();
  const McQuestion  *question;

  for (guint i = 0; (question = mc_question_get_nth (i)) != NULL; i++)
    {
      if (look_up (&self, question) != NULL || is_to_be_asked (&self, question))
        g_ptr_array_add (list, (gpointer) question);
    }

  return list;
}

static gboolean
is_open (Checklist        *self,
         const McQuestion *question)
{
  return look_up (self, question) == NULL && is_to_be_asked (self, question);
}

/**
 * mc_checklist_next:
 * @symptom: what the person says is wrong
 * @findings: (element-type McFinding): what the checks found so far
 * @is_over: whether the checkup is over
 * @account: the account it is about
 * @answers: (nullable) (element-type utf8 utf8): the answers so far by question
 *   id; a question that was skipped counts as answered with `unknown`
 * @current: (nullable): the question that the person is reading; it stays as long
 *   as it is to be asked
 *
 * Picks the first question of mc_checklist_list() that has no answer yet.
 *
 * Returns: (transfer none) (nullable): the question to ask now, or %NULL
 */
const McQuestion *
mc_checklist_next (McSymptom         symptom,
                   GPtrArray        *findings,
                   gboolean          is_over,
                   McAccount        *account,
                   GHashTable       *answers,
                   const McQuestion *current)
{
  g_auto (Checklist) self = { symptom, findings, is_over, account, answers, NULL };
  const McQuestion  *question;

  if (current != NULL && is_open (&self, current))
    return current;

  for (guint i = 0; (question = mc_question_get_nth (i)) != NULL; i++)
    {
      if (is_open (&self, question))
        return question;
    }

  return NULL;
}
