/* mc-item-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-item-row.h"
#include "mc-status.h"

/**
 * McItemRow:
 *
 * A check of a running checkup; it follows its state.
 */
struct _McItemRow
{
  AdwActionRow parent_instance;
  GtkImage    *image;
};

G_DEFINE_FINAL_TYPE (McItemRow, mc_item_row, ADW_TYPE_ACTION_ROW)

static char *
dup_subtitle (McCheckItem *item)
{
  const char *status = mc_status_get_title (mc_status_of_item (item));
  McFinding  *finding = mc_check_item_get_finding (item);
  const char *summary = finding != NULL ? mc_finding_get_summary (finding) : NULL;

  if (summary == NULL || *summary == '\0')
    return g_strdup (status);

  /* Translators: how a test stands, such as “Failed”, and a sentence about it */
  return g_strdup_printf (_ ("%s: %s"), status, summary);
}

static void
on_item_state_cb (McItemRow   *self,
                  GParamSpec  *pspec,
                  McCheckItem *item)
{
  g_autofree char *subtitle = dup_subtitle (item);

  mc_status_show (mc_status_of_item (item), self->image);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self), mc_check_item_get_state (item) != MC_CHECK_STATE_NOT_NEEDED);
}

static void
mc_item_row_class_init (McItemRowClass *klass)
{
}

static void
mc_item_row_init (McItemRow *self)
{
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->image));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * mc_item_row_new:
 * @item: a check in a run
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
mc_item_row_new (McCheckItem *item)
{
  McItemRow *self = g_object_new (MC_TYPE_ITEM_ROW, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), mc_check_get_title (mc_check_item_get_check (item)));
  g_signal_connect_object (item, "notify::state", G_CALLBACK (on_item_state_cb), self, G_CONNECT_SWAPPED);
  on_item_state_cb (self, NULL, item);

  return GTK_WIDGET (self);
}
