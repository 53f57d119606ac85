/* mc-finding-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-result.h"

G_BEGIN_DECLS

#define MC_TYPE_FINDING_GROUP (mc_finding_group_get_type ())

G_DECLARE_FINAL_TYPE (McFindingGroup, mc_finding_group, MC, FINDING_GROUP, AdwPreferencesGroup)

GtkWidget *mc_finding_group_new (McResult *result,
                                 McGroup   group);

G_END_DECLS
