/* mc-password-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-secret.h"

G_BEGIN_DECLS

#define MC_TYPE_PASSWORD_GROUP (mc_password_group_get_type ())

G_DECLARE_FINAL_TYPE (McPasswordGroup, mc_password_group, MC, PASSWORD_GROUP, AdwPreferencesGroup)

McSecret *mc_password_group_dup_secret (McPasswordGroup *self);

G_END_DECLS
