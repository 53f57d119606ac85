/* mc-rule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-rule-private.h"

/* From here on a check is as sure as a check gets. */
#define SURE 0.9

const char *const mc_rule_bindings[] = { "incoming", "outgoing", NULL };

/* The rule table, from what breaks most to what breaks least: the first rule
 * that explains a failure has it. A rule is only needed where several findings
 * or answers together mean something; a finding whose code is a cause speaks for
 * itself, by the last rows about findings. What only answers tell comes after. */
static const McRule *const families[] = {
  mc_rules_network,
  mc_rules_server,
  mc_rules_login,
  mc_rules_outcome,
  mc_rules_told,
};

/**
 * mc_rule_get_nth:
 * @position: counted from 0
 *
 * Goes through the whole table, in the order it is asked.
 *
 * Returns: (transfer none) (nullable): the row, or %NULL past the last one
 */
const McRule *
mc_rule_get_nth (guint position)
{
  for (gsize family = 0; family < G_N_ELEMENTS (families); family++)
    {
      for (const McRule *rule = families[family]; rule->when[0].check != NULL; rule++)
        {
          if (position-- == 0)
            return rule;
        }
    }

  return NULL;
}

/**
 * mc_rule_get_question:
 * @condition: a condition
 *
 * Returns: (nullable): the id of the question that the condition is about, %NULL when it is about a check
 */
const char *
mc_rule_get_question (const McCondition *condition)
{
  return condition->check[0] == '?' ? condition->check + 1 : NULL;
}

/**
 * mc_rule_is_answered:
 * @condition: a condition about a question
 * @answers: (nullable) (element-type utf8 utf8): the person's answers by question id
 *
 * Returns: whether the person gave the answer that the condition asks for
 */
gboolean
mc_rule_is_answered (const McCondition *condition,
                     GHashTable        *answers)
{
  const char *question = mc_rule_get_question (condition);

  return question != NULL && answers != NULL &&
         g_strcmp0 (g_hash_table_lookup (answers, question), condition->code) == 0;
}

static gboolean
is_bound_pattern (const char *pattern)
{
  return pattern != NULL && g_str_has_prefix (pattern, "*.");
}

/**
 * mc_rule_is_bound:
 * @rule: a rule
 *
 * Returns: whether the rule is about one server, and is to be asked for each
 */
gboolean
mc_rule_is_bound (const McRule *rule)
{
  for (guint i = 0; i < MC_RULE_MAX; i++)
    {
      if (is_bound_pattern (rule->when[i].check))
        return TRUE;
    }

  return FALSE;
}

/**
 * mc_rule_is_about:
 * @pattern: a check id, `group.*`, `*.name` or `*`
 * @check: a check id
 * @binding: (nullable): the server that `*.` stands for, `incoming` or
 *   `outgoing`; %NULL for either
 *
 * Returns: whether @check is one of those @pattern stands for
 */
gboolean
mc_rule_is_about (const char *pattern,
                  const char *check,
                  const char *binding)
{
  gsize length = strlen (pattern);

  if (g_str_equal (pattern, "*"))
    return TRUE;
  if (is_bound_pattern (pattern))
    return g_str_has_suffix (check, pattern + 1) &&
           (binding == NULL || strncmp (check, binding, strlen (check) - (length - 1)) == 0);
  if (g_str_has_suffix (pattern, ".*"))
    return strncmp (check, pattern, length - 1) == 0;

  return g_str_equal (pattern, check);
}

static gboolean
is_doubted (McFinding *finding)
{
  double confidence = mc_finding_get_confidence (finding);

  return confidence > 0 && confidence < SURE;
}

static gboolean
matches_code (McFinding  *finding,
              const char *code,
              gsize       length)
{
  const char *found = mc_finding_get_code (finding);

  if (code[0] == '=')
    found = mc_outcome_get_id (mc_finding_get_outcome (finding));
  if (code[0] == '=' || code[length - 1] == '?')
    length--;

  return found != NULL && strlen (found) == length && strncmp (code[0] == '=' ? code + 1 : code, found, length) == 0 &&
         (code[length] != '?' || is_doubted (finding));
}

/**
 * mc_rule_matches:
 * @condition: a condition about a check
 * @finding: a finding
 * @binding: (nullable): as in mc_rule_is_about()
 *
 * Returns: whether the finding is what the condition asks for
 */
gboolean
mc_rule_matches (const McCondition *condition,
                 McFinding         *finding,
                 const char        *binding)
{
  const char *code = condition->code;

  if (!mc_rule_is_about (condition->check, mc_finding_get_check (finding), binding))
    return FALSE;

  for (;;)
    {
      gsize length = strcspn (code, "|");

      if (matches_code (finding, code, length))
        return TRUE;
      if (code[length] == '\0')
        return FALSE;
      code += length + 1;
    }
}
