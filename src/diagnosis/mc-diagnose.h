/* mc-diagnose.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-account.h"
#include "mc-diagnosis.h"
#include "mc-finding.h"

G_BEGIN_DECLS

GPtrArray *mc_diagnose (GPtrArray  *findings,
                        GHashTable *answers,
                        McAccount  *account);

G_END_DECLS
