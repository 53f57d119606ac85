/* mc-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-check-context.h"
#include "mc-finding.h"
#include "mc-scope.h"

G_BEGIN_DECLS

#define MC_CHECK_MAX_NEEDS 4

/* Codes of findings that mean "not tested", outside the causes. */
#define MC_CODE_CANCELLED          "run.cancelled"
#define MC_CODE_NO_TIME            "run.no-time"
#define MC_CODE_NO_SECRET          "login.not-tested"
#define MC_CODE_NOT_SECURE         "login.not-secure"
#define MC_CODE_HOST_NOT_CONFIRMED "login.host-not-confirmed"
#define MC_CODE_ENOUGH_REFUSALS    "login.enough-refusals"
#define MC_CODE_REFUSED_ELSEWHERE  "login.refused-elsewhere"
#define MC_CODE_INTERCEPTED        "login.intercepted"

typedef struct _McCheck McCheck;

/**
 * McCheckApplies:
 * @context: the run
 * @check: the row of the table
 *
 * Whether the check has anything to look at, asked when its needs are over.
 * A check that does not apply leaves no finding.
 */
typedef gboolean (*McCheckApplies) (McCheckContext *context,
                                    const McCheck  *check);

/**
 * McCheckRun:
 * @context: the run: the account, and the facts other checks left
 * @check: the row of the table
 * @scope: the time it has; every wait takes it
 * @finding: what it says; a pass until it says otherwise
 *
 * Does the check. It runs on a fiber of its own and may wait.
 */
typedef void (*McCheckRun) (McCheckContext   *context,
                            const McCheck    *check,
                            McScope          *scope,
                            McFindingBuilder *finding);

/**
 * McCheck:
 * @id: the public id, such as `incoming.login`
 * @title: what it looks at, N_()
 * @group: where the report lists it
 * @direction: the server it looks at
 * @needs: ids of checks without whose success it makes no sense
 * @after: ids of checks that must be over, whatever they found
 * @timeout_ms: how long it may take
 * @applies: (nullable): whether it has anything to look at
 * @applies_at_once: whether @applies looks at the call alone, so that it is asked
 *   before the needs are over and nobody waits for a check that never was due
 * @run: does it
 *
 * A row of the check table.
 */
struct _McCheck
{
  const char    *id;
  const char    *title;
  McGroup        group;
  McDirection    direction;
  const char    *needs[MC_CHECK_MAX_NEEDS + 1];
  const char    *after[MC_CHECK_MAX_NEEDS + 1];
  guint          timeout_ms;
  McCheckApplies applies;
  gboolean       applies_at_once;
  McCheckRun     run;
};

const McCheck *mc_check_table (gsize *n_checks);
const McCheck *mc_check_find (const char *id);
const char    *mc_check_get_title (const McCheck *check);

G_END_DECLS
