/* mc-keyring-unlock.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mc-scope.h"

G_BEGIN_DECLS

gboolean mc_keyring_unlock (McScope           *scope,
                            GDBusConnection   *bus,
                            const char *const *paths,
                            GError           **error);
gboolean mc_keyring_unlock_default (McScope         *scope,
                                    GDBusConnection *bus,
                                    GError         **error);

G_END_DECLS
