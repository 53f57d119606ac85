/* mc-preferences-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-memory.h"

G_BEGIN_DECLS

#define MC_TYPE_PREFERENCES_DIALOG (mc_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (McPreferencesDialog, mc_preferences_dialog, MC, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *mc_preferences_dialog_new (GSettings *settings,
                                      McMemory  *memory);

G_END_DECLS
