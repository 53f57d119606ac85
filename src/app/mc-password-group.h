/* mc-password-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include <libdex.h>

#include "mc-memory.h"

G_BEGIN_DECLS

#define MC_TYPE_PASSWORD_GROUP (mc_password_group_get_type ())

G_DECLARE_FINAL_TYPE (McPasswordGroup, mc_password_group, MC, PASSWORD_GROUP, AdwPreferencesGroup)

void       mc_password_group_set_address (McPasswordGroup *self,
                                          const char      *address);
void       mc_password_group_clear (McPasswordGroup *self);
gboolean   mc_password_group_is_valid (McPasswordGroup *self);
gboolean   mc_password_group_is_known (McPasswordGroup *self);
gboolean   mc_password_group_wants_keeping (McPasswordGroup *self);
McSecret  *mc_password_group_dup_typed (McPasswordGroup *self);
McSecret  *mc_password_group_dup_secret (McPasswordGroup *self);
DexFuture *mc_password_group_look_up (McPasswordGroup *self,
                                      McAccount       *account) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
