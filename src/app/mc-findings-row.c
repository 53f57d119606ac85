/* mc-findings-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-finding-row.h"
#include "mc-findings-row.h"

/**
 * McFindingsRow:
 *
 * Several findings behind one row.
 */
struct _McFindingsRow
{
  AdwExpanderRow parent_instance;
  McResult      *result;
  GPtrArray     *findings; /* until their rows are made */
};

G_DEFINE_FINAL_TYPE (McFindingsRow, mc_findings_row, ADW_TYPE_EXPANDER_ROW)

/* A row for each finding is made when somebody wants to see them. */
static void
on_expanded_cb (McFindingsRow *self)
{
  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self),
                              mc_finding_row_new (self->result, g_ptr_array_index (self->findings, i)));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

static void
mc_findings_row_dispose (GObject *object)
{
  McFindingsRow *self = MC_FINDINGS_ROW (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->result, mc_result_unref);

  G_OBJECT_CLASS (mc_findings_row_parent_class)->dispose (object);
}

static void
mc_findings_row_class_init (McFindingsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_findings_row_dispose;
}

static void
mc_findings_row_init (McFindingsRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
}

/**
 * mc_findings_row_new:
 * @result: a result
 * @findings: (element-type McFinding): some of its findings
 * @status: how they stand
 * @title: what they have in common
 * @subtitle: (nullable): more on that
 *
 * Returns: (transfer floating): a row that opens to them
 */
GtkWidget *
mc_findings_row_new (McResult   *result,
                     GPtrArray  *findings,
                     McStatus    status,
                     const char *title,
                     const char *subtitle)
{
  McFindingsRow *self = g_object_new (MC_TYPE_FINDINGS_ROW, NULL);
  GtkWidget     *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->result = mc_result_ref (result);
  self->findings = g_ptr_array_ref (findings);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (subtitle != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  mc_status_show (status, GTK_IMAGE (image));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), image);

  return GTK_WIDGET (self);
}
