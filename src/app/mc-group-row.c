/* mc-group-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-announce.h"
#include "mc-group-row.h"
#include "mc-item-row.h"
#include "mc-status.h"

/**
 * McGroupRow:
 *
 * A group of checks of a running checkup: how the group stands and, when it is
 * opened, each of its checks.
 */
struct _McGroupRow
{
  AdwExpanderRow parent_instance;
  GPtrArray     *items; /* McCheckItem */
  gboolean       has_rows;
  gboolean       was_over;

  GtkImage *image;
};

/* How many checks of a group stand how. */
typedef struct
{
  guint       n_needed;
  guint       n_over;
  guint       n_waiting;
  guint       counts[MC_STATUS_FAILED + 1];
  const char *running;
} Tally;

G_DEFINE_FINAL_TYPE (McGroupRow, mc_group_row, ADW_TYPE_EXPANDER_ROW)

static Tally
take_tally (McGroupRow *self)
{
  Tally tally = { 0 };

  for (guint i = 0; i < self->items->len; i++)
    {
      McCheckItem *item = g_ptr_array_index (self->items, i);
      McCheckState state = mc_check_item_get_state (item);

      if (state == MC_CHECK_STATE_NOT_NEEDED)
        continue;

      tally.n_needed++;
      tally.n_over += state == MC_CHECK_STATE_DONE;
      tally.counts[mc_status_of_item (item)]++;
      if (state == MC_CHECK_STATE_RUNNING && tally.running == NULL)
        tally.running = mc_check_get_title (mc_check_item_get_check (item));
    }

  return tally;
}

static gboolean
is_over (const Tally *tally)
{
  return tally->n_over == tally->n_needed;
}

/* The worst so far; a group that is not over has not passed yet. */
static McStatus
find_status (const Tally *tally)
{
  if (tally->counts[MC_STATUS_FAILED] > 0)
    return MC_STATUS_FAILED;
  if (tally->counts[MC_STATUS_WARNING] > 0)
    return MC_STATUS_WARNING;
  if (!is_over (tally))
    return tally->running != NULL ? MC_STATUS_RUNNING : MC_STATUS_WAITING;
  if (tally->counts[MC_STATUS_PASSED] > 0)
    return MC_STATUS_PASSED;

  return MC_STATUS_SKIPPED;
}

static char *
dup_verdict (const Tally *tally)
{
  guint n_failed = tally->counts[MC_STATUS_FAILED];
  guint n_warnings = tally->counts[MC_STATUS_WARNING];
  guint n_passed = tally->counts[MC_STATUS_PASSED];

  if (n_failed > 0)
    return g_strdup_printf (ngettext ("%u problem found", "%u problems found", n_failed), n_failed);
  if (n_warnings > 0)
    return g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  if (n_passed > 0)
    return g_strdup_printf (ngettext ("%u test passed", "%u tests passed", n_passed), n_passed);

  return g_strdup (mc_status_get_title (MC_STATUS_SKIPPED));
}

static char *
dup_subtitle (const Tally *tally)
{
  if (is_over (tally))
    return dup_verdict (tally);

  if (tally->running != NULL)
    /* Translators: the name of a test; how many are over, and of how many */
    return g_strdup_printf (_ ("%s (%u of %u)"), tally->running, tally->n_over, tally->n_needed);

  return g_strdup (mc_status_get_title (MC_STATUS_WAITING));
}

/* Said once for those who do not see the list. */
static void
announce (McGroupRow *self,
          const char *verdict)
{
  /* Translators: a group of tests, such as “Incoming mail server”, and how it went, such as “5 tests passed” */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                           verdict);

  mc_announce (GTK_WIDGET (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
update (McGroupRow *self)
{
  Tally            tally = take_tally (self);
  g_autofree char *subtitle = dup_subtitle (&tally);

  mc_status_show (find_status (&tally), self->image);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self), tally.n_needed > 0);

  if (is_over (&tally) && !self->was_over && tally.n_needed > 0)
    announce (self, subtitle);
  self->was_over = is_over (&tally);
}

/* A row for each check is made when somebody wants to see them. */
static void
on_expanded_cb (McGroupRow *self)
{
  if (self->has_rows || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->has_rows = TRUE;
  for (guint i = 0; i < self->items->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), mc_item_row_new (g_ptr_array_index (self->items, i)));
}

static void
mc_group_row_dispose (GObject *object)
{
  McGroupRow *self = MC_GROUP_ROW (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (mc_group_row_parent_class)->dispose (object);
}

static void
mc_group_row_class_init (McGroupRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_group_row_dispose;
}

static void
mc_group_row_init (McGroupRow *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->image));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
}

/**
 * mc_group_row_new:
 * @group: a group of checks
 * @checkup: a list of #McCheckItem
 *
 * Returns: (transfer floating): a row that follows the checks of the group
 */
GtkWidget *
mc_group_row_new (McGroup     group,
                  GListModel *checkup)
{
  McGroupRow *self = g_object_new (MC_TYPE_GROUP_ROW, "title", mc_group_get_title (group), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (checkup); i++)
    {
      McCheckItem *item = g_list_model_get_item (checkup, i);

      if (mc_check_item_get_check (item)->group != group)
        {
          g_object_unref (item);
          continue;
        }

      g_ptr_array_add (self->items, item);
      g_signal_connect_object (item, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }

  self->was_over = TRUE;
  update (self);

  return GTK_WIDGET (self);
}
