/* mc-cause-values.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-account.h"
#include "mc-finding.h"

G_BEGIN_DECLS

/**
 * McCauseChooseFinding:
 * @findings: (element-type McFinding): all findings
 * @finding: one of them
 *
 * Returns: whether to name it
 */
typedef gboolean (*McCauseChooseFinding) (GPtrArray *findings,
                                          McFinding *finding);

GHashTable *mc_cause_values_new (McAccount  *account,
                                 GPtrArray  *seen_in,
                                 GPtrArray  *findings,
                                 const char *decided_by);
char       *mc_cause_list_phrases (GPtrArray           *findings,
                                   McCauseChooseFinding choose);
char       *mc_cause_list_what_works (GPtrArray *findings);

G_END_DECLS
