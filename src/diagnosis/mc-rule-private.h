/* mc-rule-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-rule.h"

G_BEGIN_DECLS

/* One array a family, each ended by a row without conditions; mc-rule.c puts them in order. */
extern const McRule mc_rules_network[];
extern const McRule mc_rules_server[];
extern const McRule mc_rules_login[];
extern const McRule mc_rules_outcome[];
extern const McRule mc_rules_told[];

G_END_DECLS
