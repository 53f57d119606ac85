/* mc-cli-watchdog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _McWatchdog McWatchdog;

McWatchdog *mc_watchdog_start (gint64 timeout_ms);
void        mc_watchdog_stop (McWatchdog *self);

G_END_DECLS
