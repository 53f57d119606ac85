/* mc-rule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-finding.h"

G_BEGIN_DECLS

#define MC_RULE_MAX 6

/* In place of a cause: the finding's own code, where that is a cause. */
#define MC_RULE_CAUSE_IS_CODE NULL

/**
 * McCondition:
 * @check: id of a check; `*` is any, `group.*` any of a group, and `*.port` that
 *   of one server, the same throughout a rule; or `?` and the id of a question
 * @code: the code found, or `=fail`, `=pass`, `=warning`, `=skipped` for an outcome,
 *   or a code and `?` where the check itself had doubts; `|` stands between
 *   codes of which one suffices; for a question the answer
 */
typedef struct
{
  const char *check;
  const char *code;
} McCondition;

/* The servers that `*.` in a rule stands for, one at a time. */
extern const char *const mc_rule_bindings[];

/**
 * McRule:
 * @cause: id of the cause, or %MC_RULE_CAUSE_IS_CODE
 * @confidence: from 0 to 1, where the check does not say it itself
 * @when: all of these were found
 * @unless: none of these was found
 * @counts_alone: whether it is worth naming although nothing failed
 * @explains: checks whose failure comes from this cause as well
 * @alternatives: ids of causes that the findings leave open, likeliest first
 * @decided_by: (nullable): what would decide between them, N_()
 *
 * A row of the rule table.
 */
typedef struct
{
  const char *cause;
  double      confidence;
  McCondition when[MC_RULE_MAX];
  McCondition unless[MC_RULE_MAX];
  gboolean    counts_alone;
  const char *explains[MC_RULE_MAX];
  const char *alternatives[MC_RULE_MAX];
  const char *decided_by;
} McRule;

const McRule *mc_rule_get_nth (guint position);
const char   *mc_rule_get_question (const McCondition *condition);
gboolean      mc_rule_is_answered (const McCondition *condition,
                                   GHashTable        *answers);
gboolean      mc_rule_is_bound (const McRule *rule);
gboolean      mc_rule_matches (const McCondition *condition,
                               McFinding         *finding,
                               const char        *binding);
gboolean      mc_rule_is_about (const char *pattern,
                                const char *check,
                                const char *binding);

G_END_DECLS
