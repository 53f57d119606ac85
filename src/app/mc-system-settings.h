/* mc-system-settings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_SYSTEM_SETTINGS (mc_system_settings_get_type ())

G_DECLARE_FINAL_TYPE (McSystemSettings, mc_system_settings, MC, SYSTEM_SETTINGS, GObject)

McSystemSettings *mc_system_settings_new (GDBusConnection *bus);
gboolean          mc_system_settings_is_available (McSystemSettings *self);
void              mc_system_settings_open (McSystemSettings *self,
                                           const char       *panel);

G_END_DECLS
