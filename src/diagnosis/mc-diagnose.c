/* mc-diagnose.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-values.h"
#include "mc-diagnose.h"
#include "mc-rule.h"

/* What is being worked out. */
typedef struct
{
  GPtrArray  *findings;
  GHashTable *answers;
  McAccount  *account;
  GHashTable *explained; /* set of McFinding */
  GPtrArray  *candidates;
} Diagnosing;

static gboolean
any_matches (GPtrArray         *findings,
             const McCondition *condition,
             const char        *binding)
{
  for (guint i = 0; i < findings->len; i++)
    {
      if (mc_rule_matches (condition, g_ptr_array_index (findings, i), binding))
        return TRUE;
    }

  return FALSE;
}

static gboolean
condition_holds (Diagnosing        *self,
                 const McCondition *condition,
                 const char        *binding)
{
  return mc_rule_get_question (condition) != NULL ? mc_rule_is_answered (condition, self->answers)
                                                  : any_matches (self->findings, condition, binding);
}

/* Most rules about answers ask for one that was not given, which is quick to see. */
static gboolean
rule_is_answered (Diagnosing   *self,
                  const McRule *rule)
{
  for (guint i = 0; i < MC_RULE_MAX && rule->when[i].check != NULL; i++)
    {
      if (mc_rule_get_question (&rule->when[i]) != NULL && !mc_rule_is_answered (&rule->when[i], self->answers))
        return FALSE;
    }

  return TRUE;
}

static gboolean
rule_holds (Diagnosing   *self,
            const McRule *rule,
            const char   *binding)
{
  if (!rule_is_answered (self, rule))
    return FALSE;

  for (guint i = 0; i < MC_RULE_MAX && rule->when[i].check != NULL; i++)
    {
      if (!condition_holds (self, &rule->when[i], binding))
        return FALSE;
    }

  for (guint i = 0; i < MC_RULE_MAX && rule->unless[i].check != NULL; i++)
    {
      if (condition_holds (self, &rule->unless[i], binding))
        return FALSE;
    }

  return TRUE;
}

static gboolean
rule_is_seen_in (const McRule *rule,
                 McFinding    *finding,
                 const char   *binding)
{
  for (guint i = 0; i < MC_RULE_MAX && rule->when[i].check != NULL; i++)
    {
      if (mc_rule_matches (&rule->when[i], finding, binding))
        return TRUE;
    }

  return FALSE;
}

static gboolean
rule_explains (const McRule *rule,
               McFinding    *finding,
               const char   *binding)
{
  if (rule_is_seen_in (rule, finding, binding))
    return TRUE;

  for (guint i = 0; i < MC_RULE_MAX && rule->explains[i] != NULL; i++)
    {
      if (mc_rule_is_about (rule->explains[i], mc_finding_get_check (finding), binding))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_open_failure (Diagnosing *self,
                 McFinding  *finding)
{
  return mc_finding_get_outcome (finding) == MC_OUTCOME_FAIL && !g_hash_table_contains (self->explained, finding);
}

/* A cause on its way to a diagnosis. */
typedef struct
{
  const McCause     *cause;
  const McRule      *rule;
  double             confidence;
  GPtrArray         *seen_in;
  const char *const *alternatives;
  const char        *decided_by;
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  g_ptr_array_unref (candidate->seen_in);
  g_free (candidate);
}

static Candidate *
find_candidate (Diagnosing    *self,
                const McCause *cause)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (self->candidates, i);

      if (candidate->cause == cause)
        return candidate;
    }

  return NULL;
}

/* A cause that shows at both servers is one cause. */
static void
add_candidate (Diagnosing        *self,
               const McCause     *cause,
               const McRule      *rule,
               double             confidence,
               GPtrArray         *seen_in,
               const char *const *alternatives,
               const char        *decided_by)
{
  Candidate *candidate = find_candidate (self, cause);

  if (candidate != NULL)
    {
      candidate->confidence = MAX (candidate->confidence, confidence);
      g_ptr_array_extend (candidate->seen_in, seen_in, NULL, NULL);
      return;
    }

  candidate = g_new0 (Candidate, 1);
  candidate->cause = cause;
  candidate->rule = rule;
  candidate->confidence = confidence;
  candidate->seen_in = g_ptr_array_copy (seen_in, NULL, NULL);
  candidate->alternatives = alternatives;
  candidate->decided_by = decided_by;
  g_ptr_array_add (self->candidates, candidate);
}

static void
add_questions (GStrvBuilder *because,
               const McRule *rule)
{
  for (guint i = 0; i < MC_RULE_MAX && rule->when[i].check != NULL; i++)
    {
      if (mc_rule_get_question (&rule->when[i]) != NULL)
        g_strv_builder_add (because, mc_rule_get_question (&rule->when[i]));
    }
}

/* The texts take their values from the findings that speak for the cause. */
static McDiagnosis *
diagnosis_from_candidate (Diagnosing      *self,
                          const Candidate *candidate)
{
  g_autoptr (GStrvBuilder) because = g_strv_builder_new ();
  g_auto (GStrv)           ids = NULL;
  g_autoptr (GHashTable)   values = mc_cause_values_new (self->account, candidate->seen_in, self->findings,
                                                         candidate->decided_by);

  for (guint i = 0; i < candidate->seen_in->len; i++)
    g_strv_builder_add (because, mc_finding_get_check (g_ptr_array_index (candidate->seen_in, i)));
  if (candidate->rule != NULL)
    add_questions (because, candidate->rule);
  ids = g_strv_builder_end (because);

  return mc_diagnosis_new (candidate->cause, candidate->confidence, (const char *const *) ids,
                           candidate->alternatives, candidate->decided_by, values);
}

/* A finding whose own code is a cause. */
static void
apply_to_finding (Diagnosing   *self,
                  const McRule *rule,
                  McFinding    *finding)
{
  const char           *code = mc_finding_get_code (finding);
  const McCause        *cause = code != NULL ? mc_cause_find (code) : NULL;
  double                confidence = mc_finding_get_confidence (finding);
  g_autoptr (GPtrArray) seen_in = g_ptr_array_new ();

  if (cause == NULL || !(cause->is_notice || is_open_failure (self, finding)))
    return;

  g_ptr_array_add (seen_in, finding);
  add_candidate (self, cause, rule, confidence > 0 ? confidence : rule->confidence, seen_in,
                 mc_finding_get_alternatives (finding), mc_finding_get_decided_by (finding));
  g_hash_table_add (self->explained, finding);
}

static gboolean
any_problem (Diagnosing *self)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (self->candidates, i);

      if (!candidate->cause->is_notice)
        return TRUE;
    }

  return FALSE;
}

/* What rests on answers gives way to all that was measured, and to what a surer row said before. */
static gboolean
is_outweighed (Diagnosing   *self,
               const McRule *rule)
{
  gboolean is_told = FALSE;

  for (guint i = 0; i < MC_RULE_MAX && rule->when[i].check != NULL; i++)
    is_told |= mc_rule_get_question (&rule->when[i]) != NULL;
  if (!rule->counts_alone || !is_told)
    return FALSE;

  for (guint i = 0; i < self->findings->len; i++)
    {
      if (is_open_failure (self, g_ptr_array_index (self->findings, i)))
        return TRUE;
    }

  return any_problem (self);
}

static void
apply_to_all (Diagnosing   *self,
              const McRule *rule,
              const char   *binding)
{
  g_autoptr (GPtrArray) seen_in = g_ptr_array_new ();
  gboolean              explains_any = rule->counts_alone;

  if (!rule_holds (self, rule, binding) || is_outweighed (self, rule))
    return;

  for (guint i = 0; i < self->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (self->findings, i);

      if (rule_is_seen_in (rule, finding, binding))
        g_ptr_array_add (seen_in, finding);
      if (is_open_failure (self, finding) && rule_explains (rule, finding, binding))
        explains_any = TRUE;
    }

  if (!explains_any)
    return;

  for (guint i = 0; i < self->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (self->findings, i);

      if (rule_explains (rule, finding, binding))
        g_hash_table_add (self->explained, finding);
    }

  add_candidate (self, mc_cause_find (rule->cause), rule, rule->confidence, seen_in,
                 (const char *const *) rule->alternatives, rule->decided_by);
}

static void
apply (Diagnosing   *self,
       const McRule *rule)
{
  if (rule->cause != MC_RULE_CAUSE_IS_CODE && mc_rule_is_bound (rule))
    {
      for (guint i = 0; mc_rule_bindings[i] != NULL; i++)
        apply_to_all (self, rule, mc_rule_bindings[i]);
      return;
    }

  if (rule->cause != MC_RULE_CAUSE_IS_CODE)
    {
      apply_to_all (self, rule, NULL);
      return;
    }

  for (guint i = 0; i < self->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (self->findings, i);

      if (rule_is_seen_in (rule, finding, NULL))
        apply_to_finding (self, rule, finding);
    }
}

/* Failures that no rule explained. */
static void
add_unknown (Diagnosing *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < self->findings->len; i++)
    {
      if (is_open_failure (self, g_ptr_array_index (self->findings, i)))
        g_ptr_array_add (open, g_ptr_array_index (self->findings, i));
    }

  if (open->len > 0)
    add_candidate (self, mc_cause_find ("unknown"), NULL, 0.3, open, NULL, NULL);
}

/* A run that was cut short proves nothing. */
static gboolean
was_cut_short (GPtrArray *findings)
{
  static const McCondition conditions[] = { { "*", "run.cancelled" }, { "*", "run.no-time" } };

  return any_matches (findings, &conditions[0], NULL) || any_matches (findings, &conditions[1], NULL);
}

/* Problems before notices, then the likelier one. */
static gint
compare_by_likelihood (gconstpointer a,
                       gconstpointer b)
{
  McDiagnosis *first = *(McDiagnosis *const *) a;
  McDiagnosis *second = *(McDiagnosis *const *) b;
  double       difference = mc_diagnosis_get_confidence (second) - mc_diagnosis_get_confidence (first);

  if (mc_diagnosis_is_problem (first) != mc_diagnosis_is_problem (second))
    return mc_diagnosis_is_problem (first) ? -1 : 1;

  return (difference > 0) - (difference < 0);
}

/**
 * mc_diagnose:
 * @findings: (element-type McFinding): what the checks found, in the order of their table
 * @answers: (nullable) (element-type utf8 utf8): the person's answers by question id
 * @account: the account it is about
 *
 * Names the fewest causes that explain the failures, most likely first:
 * problems, then notices. With nothing wrong it is `healthy`; with failures that
 * no rule explains, or a run that was cut short, `unknown`. Answers decide
 * between causes that the findings leave open, and name one where all that can
 * be measured is in order; they never outweigh a finding.
 *
 * Returns: (transfer full) (element-type McDiagnosis): at least one diagnosis
 */
GPtrArray *
mc_diagnose (GPtrArray  *findings,
             GHashTable *answers,
             McAccount  *account)
{
  g_autoptr (GHashTable) explained = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray)  candidates = g_ptr_array_new_with_free_func (candidate_free);
  GPtrArray             *diagnoses = g_ptr_array_new_with_free_func (g_object_unref);
  Diagnosing             self = { findings, answers, account, explained, candidates };
  g_autoptr (GPtrArray)  none = g_ptr_array_new ();
  const McRule          *rule;

  for (guint i = 0; (rule = mc_rule_get_nth (i)) != NULL; i++)
    apply (&self, rule);

  add_unknown (&self);
  if (was_cut_short (findings) && !any_problem (&self))
    add_candidate (&self, mc_cause_find ("unknown"), NULL, 0.3, none, NULL, NULL);
  if (candidates->len == 0)
    add_candidate (&self, mc_cause_find ("healthy"), NULL, 0.95, none, NULL, NULL);

  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (diagnoses, diagnosis_from_candidate (&self, g_ptr_array_index (candidates, i)));
  g_ptr_array_sort (diagnoses, compare_by_likelihood);

  return diagnoses;
}
