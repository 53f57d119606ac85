/* mc-finding-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-finding-dialog.h"
#include "mc-finding-row.h"
#include "mc-report-finding.h"
#include "mc-status.h"

/* Longer sentences are read in the dialog. */
#define MAX_LINES 4

/**
 * McFindingRow:
 *
 * What one test found; it opens to everything that was seen.
 */
struct _McFindingRow
{
  AdwActionRow parent_instance;
  McResult    *result;
  McFinding   *finding;
};

G_DEFINE_FINAL_TYPE (McFindingRow, mc_finding_row, ADW_TYPE_ACTION_ROW)

static void
mc_finding_row_activate (AdwActionRow *row)
{
  McFindingRow *self = MC_FINDING_ROW (row);

  adw_dialog_present (mc_finding_dialog_new (self->result, self->finding), GTK_WIDGET (self));
}

static void
mc_finding_row_dispose (GObject *object)
{
  McFindingRow *self = MC_FINDING_ROW (object);

  g_clear_pointer (&self->result, mc_result_unref);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (mc_finding_row_parent_class)->dispose (object);
}

static void
mc_finding_row_class_init (McFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_finding_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = mc_finding_row_activate;
}

static void
mc_finding_row_init (McFindingRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), MAX_LINES);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

static GtkWidget *
new_image (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static char *
dup_subtitle (McResult  *result,
              McFinding *finding,
              McStatus   status)
{
  g_autofree char *summary = mc_report_finding_dup_summary (result, finding);

  /* What kept it from being tested says so itself. */
  if (status == MC_STATUS_SKIPPED && *summary != '\0')
    return g_steal_pointer (&summary);
  if (*summary == '\0')
    return g_strdup (mc_status_get_title (status));

  /* Translators: how a test stands, such as “Failed”, and a sentence about it */
  return g_strdup_printf (_ ("%s: %s"), mc_status_get_title (status), summary);
}

/**
 * mc_finding_row_new:
 * @result: a result
 * @finding: one of its findings
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
mc_finding_row_new (McResult  *result,
                    McFinding *finding)
{
  McFindingRow    *self = g_object_new (MC_TYPE_FINDING_ROW, NULL);
  McStatus         status = mc_status_of_outcome (mc_finding_get_outcome (finding));
  g_autofree char *subtitle = dup_subtitle (result, finding, status);
  GtkWidget       *image = new_image ();
  GtkWidget       *next = new_image ();

  self->result = mc_result_ref (result);
  self->finding = g_object_ref (finding);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), mc_finding_get_title (finding));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  mc_status_show (status, GTK_IMAGE (image));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), image);
  gtk_image_set_from_icon_name (GTK_IMAGE (next), "go-next-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), next);

  return GTK_WIDGET (self);
}
