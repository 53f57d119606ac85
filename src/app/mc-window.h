/* mc-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-application.h"
#include "mc-journey.h"
#include "mc-memory.h"

G_BEGIN_DECLS

#define MC_TYPE_WINDOW (mc_window_get_type ())

G_DECLARE_FINAL_TYPE (McWindow, mc_window, MC, WINDOW, AdwApplicationWindow)

McWindow  *mc_window_new (McApplication *application);
McJourney *mc_window_get_journey (McWindow *self);
McMemory  *mc_window_get_memory (McWindow *self);
void       mc_window_set_address (McWindow   *self,
                                  const char *address);
void       mc_window_add_toast (McWindow *self,
                                AdwToast *toast);

G_END_DECLS
