/* mc-sandbox.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    mc_sandbox_is_active (void);
char       *mc_sandbox_dup_runtime (void);
gboolean    mc_sandbox_allows_network (const char *info);
gboolean    mc_sandbox_may_use_network (void);
const char *mc_sandbox_get_network_command (void);

G_END_DECLS
