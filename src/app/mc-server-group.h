/* mc-server-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-server.h"

G_BEGIN_DECLS

#define MC_TYPE_SERVER_GROUP (mc_server_group_get_type ())

G_DECLARE_FINAL_TYPE (McServerGroup, mc_server_group, MC, SERVER_GROUP, AdwPreferencesGroup)

McServer *mc_server_group_dup_server (McServerGroup *self);
void      mc_server_group_set_server (McServerGroup *self,
                                      McServer      *server);
char     *mc_server_group_dup_user (McServerGroup *self);
void      mc_server_group_set_user (McServerGroup *self,
                                    const char    *user);
gboolean  mc_server_group_is_valid (McServerGroup *self);
gboolean  mc_server_group_is_empty (McServerGroup *self);

G_END_DECLS
