/* mc-public-name.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean mc_public_name_is_public (const char *name);
gboolean mc_public_address_is_public (GInetAddress *address);
gboolean mc_public_address_is_nowhere (GInetAddress *address);

G_END_DECLS
