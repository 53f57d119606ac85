/* mc-finding-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-finding-group.h"
#include "mc-finding-row.h"
#include "mc-status.h"

/**
 * McFindingGroup:
 *
 * What the tests of a group found: what went wrong first, the rest behind a
 * row that says how many there are.
 */
struct _McFindingGroup
{
  AdwPreferencesGroup parent_instance;
  McResult           *result;
  GPtrArray          *by_status[MC_STATUS_FAILED + 1];
};

G_DEFINE_FINAL_TYPE (McFindingGroup, mc_finding_group, ADW_TYPE_PREFERENCES_GROUP)

static guint
count (McFindingGroup *self,
       McStatus        status)
{
  return self->by_status[status]->len;
}

static char *
dup_count (McFindingGroup *self,
           McStatus        status)
{
  guint n = count (self, status);

  switch (status)
    {
    case MC_STATUS_FAILED:
      return g_strdup_printf (ngettext ("%u failed", "%u failed", n), n);
    case MC_STATUS_WARNING:
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", n), n);
    case MC_STATUS_PASSED:
      return g_strdup_printf (ngettext ("%u passed", "%u passed", n), n);
    case MC_STATUS_SKIPPED:
    case MC_STATUS_WAITING:
    case MC_STATUS_RUNNING:
    default:
      return g_strdup_printf (ngettext ("%u not tested", "%u not tested", n), n);
    }
}

/* Worst first. */
static char *
dup_counts (McFindingGroup *self)
{
  static const McStatus    order[] = { MC_STATUS_FAILED, MC_STATUS_WARNING, MC_STATUS_PASSED, MC_STATUS_SKIPPED };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           parts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (count (self, order[i]) > 0)
        g_strv_builder_take (builder, dup_count (self, order[i]));
    }

  parts = g_strv_builder_end (builder);
  /* Translators: between the items of a list */
  return g_strjoinv (_ (", "), parts);
}

static McStatus
find_worst (McFindingGroup *self)
{
  McStatus status = MC_STATUS_FAILED;

  while (status > MC_STATUS_WAITING && count (self, status) == 0)
    status--;

  return status;
}

/* A row for each finding is made when somebody wants to see them. */
static void
on_expanded_cb (AdwExpanderRow *row,
                GParamSpec     *pspec,
                McFindingGroup *self)
{
  GPtrArray *findings = g_object_get_data (G_OBJECT (row), "findings");

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    adw_expander_row_add_row (row, mc_finding_row_new (self->result, g_ptr_array_index (findings, i)));
  g_object_set_data (G_OBJECT (row), "findings", NULL);
}

static GtkWidget *
new_image (McStatus status)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  mc_status_show (status, GTK_IMAGE (image));
  return image;
}

static void
add_behind_row (McFindingGroup *self,
                McStatus        status)
{
  g_autofree char *title = dup_count (self, status);
  GtkWidget       *row;

  if (count (self, status) == 0)
    return;

  row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", title, NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), new_image (status));
  g_object_set_data (G_OBJECT (row), "findings", self->by_status[status]);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_rows (McFindingGroup *self,
          McStatus        status)
{
  for (guint i = 0; i < count (self, status); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self),
                               mc_finding_row_new (self->result, g_ptr_array_index (self->by_status[status], i)));
}

static void
mc_finding_group_finalize (GObject *object)
{
  McFindingGroup *self = MC_FINDING_GROUP (object);

  g_clear_pointer (&self->result, mc_result_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (self->by_status); i++)
    g_ptr_array_unref (self->by_status[i]);

  G_OBJECT_CLASS (mc_finding_group_parent_class)->finalize (object);
}

static void
mc_finding_group_class_init (McFindingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_finding_group_finalize;
}

static void
mc_finding_group_init (McFindingGroup *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->by_status); i++)
    self->by_status[i] = g_ptr_array_new ();
}

static void
take_findings (McFindingGroup *self,
               McGroup         group)
{
  for (guint i = 0; i < self->result->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (self->result->findings, i);

      if (mc_finding_get_group (finding) == group)
        g_ptr_array_add (self->by_status[mc_status_of_outcome (mc_finding_get_outcome (finding))], finding);
    }
}

/**
 * mc_finding_group_new:
 * @result: a result
 * @group: a group of checks
 *
 * Returns: (transfer floating) (nullable): what was found, or %NULL where nothing was looked at
 */
GtkWidget *
mc_finding_group_new (McResult *result,
                      McGroup   group)
{
  McFindingGroup  *self = g_object_new (MC_TYPE_FINDING_GROUP, "title", mc_group_get_title (group), NULL);
  g_autofree char *counts = NULL;

  self->result = mc_result_ref (result);
  take_findings (self, group);
  counts = dup_counts (self);
  if (*counts == '\0')
    {
      g_object_ref_sink (self);
      g_object_unref (self);
      return NULL;
    }

  if (find_worst (self) >= MC_STATUS_WARNING)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), counts);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), new_image (find_worst (self)));
  add_rows (self, MC_STATUS_FAILED);
  add_rows (self, MC_STATUS_WARNING);
  add_behind_row (self, MC_STATUS_PASSED);
  add_behind_row (self, MC_STATUS_SKIPPED);

  return GTK_WIDGET (self);
}
