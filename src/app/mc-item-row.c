/* mc-item-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-item-row.h"
#include "mc-status.h"

#define ROWS_IN_A_FRAME 6

/**
 * McItemRow:
 *
 * A check of a running checkup; it follows its state. When many change at once,
 * as they do without a network, they take turns, so that the window stays smooth.
 */
struct _McItemRow
{
  AdwActionRow parent_instance;
  McCheckItem *item;
  guint        tick;

  GtkImage *image;
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
update (McItemRow *self)
{
  g_autofree char *subtitle = dup_subtitle (self->item);

  mc_status_show (mc_status_of_item (self->item), self->image);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self), mc_check_item_get_state (self->item) != MC_CHECK_STATE_NOT_NEEDED);
}

/* Whether one more row fits into this frame: laying out its words anew is what takes time. */
static gboolean
take_turn (GdkFrameClock *clock)
{
  static gint64 frame = -1;
  static guint  n_rows = 0;

  if (frame != gdk_frame_clock_get_frame_counter (clock))
    {
      frame = gdk_frame_clock_get_frame_counter (clock);
      n_rows = 0;
    }

  return n_rows++ < ROWS_IN_A_FRAME;
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  McItemRow *self = MC_ITEM_ROW (widget);

  if (!take_turn (clock))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
on_item_state_cb (McItemRow *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

static void
mc_item_row_dispose (GObject *object)
{
  g_clear_object (&MC_ITEM_ROW (object)->item);

  G_OBJECT_CLASS (mc_item_row_parent_class)->dispose (object);
}

static void
mc_item_row_class_init (McItemRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_item_row_dispose;
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
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify::state", G_CALLBACK (on_item_state_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
