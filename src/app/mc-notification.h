/* mc-notification.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mc-journey.h"

G_BEGIN_DECLS

void mc_notification_watch (GtkWindow *window,
                            McJourney *journey);

G_END_DECLS
