/* mc-rules-outcome.c
 *
 * What works badly, and what speaks for itself: the last rows about findings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-rule-private.h"

const McRule mc_rules_outcome[] = {
  /* What works, but badly */
  {
    .cause = "network.slow",
    .confidence = 0.8,
    .when = { { "network.internet", "internet.slow" }, { "*.speed", "speed.slow-network" } },
    .counts_alone = TRUE,
  },
  {
    .cause = "server.slow",
    .confidence = 0.8,
    .when = { { "*.speed", "server.slow" } },
    .counts_alone = TRUE,
  },

  /* A finding that speaks for itself */
  {
    .cause = MC_RULE_CAUSE_IS_CODE,
    .confidence = 0.95,
    .when = { { "*", "=fail" } },
  },
  {
    .cause = MC_RULE_CAUSE_IS_CODE,
    .confidence = 0.95,
    .when = { { "*", "=warning" } },
  },
  { .cause = NULL },
};
