/* mc-plain-row.c
 *
 * Rows whose text may be foreign.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-plain-row.h"

/**
 * mc_plain_row_new:
 * @title: its title, which is never markup
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
mc_plain_row_new (const char *title)
{
  /* Markup is off before anything is set, which takes effect only once the row is made. */
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

/**
 * mc_plain_row_new_image:
 * @icon_name: (nullable): the name of an icon
 *
 * Returns: (transfer floating): an image that says nothing which the row does not say in words
 */
GtkWidget *
mc_plain_row_new_image (const char *icon_name)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon_name);
  return image;
}
