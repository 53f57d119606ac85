/* mc-announce.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-announce.h"

/* GTK says nothing for a widget that no screen reader has asked about yet, as when a page has just come up; the window
 * is always known. */
void
mc_announce (GtkWidget                        *widget,
             const char                       *text,
             GtkAccessibleAnnouncementPriority priority)
{
  GtkRoot *window = gtk_widget_get_root (widget);

  if (window != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (window), text, priority);
}
