/* mc-cause-values.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-account.h"
#include "mc-finding.h"

G_BEGIN_DECLS

GHashTable *mc_cause_values_new (McAccount  *account,
                                 GPtrArray  *seen_in,
                                 GPtrArray  *findings,
                                 const char *decided_by);

G_END_DECLS
