/* mc-announce.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has screen readers say @text, which is about @widget. Nothing is said while @widget is in no window. */
void mc_announce (GtkWidget                        *widget,
                  const char                       *text,
                  GtkAccessibleAnnouncementPriority priority);

G_END_DECLS
