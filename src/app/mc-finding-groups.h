/* mc-finding-groups.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-result.h"

G_BEGIN_DECLS

GPtrArray *mc_finding_groups_new (McResult *result);

G_END_DECLS
