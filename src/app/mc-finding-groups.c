/* mc-finding-groups.c
 *
 * What each group of tests found: those where something went wrong first and
 * in the open, the others behind a row each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-finding-groups.h"
#include "mc-finding-row.h"
#include "mc-findings-row.h"
#include "mc-status.h"

/* The findings of a group by how they stand. */
typedef struct
{
  GPtrArray *by_status[MC_STATUS_FAILED + 1];
} Tally;

static const McStatus worst_first[] = { MC_STATUS_FAILED, MC_STATUS_WARNING, MC_STATUS_PASSED, MC_STATUS_SKIPPED };

static void
tally_clear (Tally *tally)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tally->by_status); i++)
    g_clear_pointer (&tally->by_status[i], g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, tally_clear)

static void
tally_init (Tally    *tally,
            McResult *result,
            McGroup   group)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tally->by_status); i++)
    tally->by_status[i] = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < result->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (result->findings, i);
      McStatus   status = mc_status_of_outcome (mc_finding_get_outcome (finding));

      if (mc_finding_get_group (finding) == group)
        g_ptr_array_add (tally->by_status[status], g_object_ref (finding));
    }
}

static gboolean
has_trouble (const Tally *tally)
{
  return tally->by_status[MC_STATUS_FAILED]->len > 0 || tally->by_status[MC_STATUS_WARNING]->len > 0;
}

static McStatus
find_worst (const Tally *tally)
{
  for (gsize i = 0; i < G_N_ELEMENTS (worst_first); i++)
    {
      if (tally->by_status[worst_first[i]]->len > 0)
        return worst_first[i];
    }

  return MC_STATUS_SKIPPED;
}

static char *
dup_count (const Tally *tally,
           McStatus     status)
{
  guint n = tally->by_status[status]->len;

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

static char *
dup_counts (const Tally *tally)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           parts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (worst_first); i++)
    {
      if (tally->by_status[worst_first[i]]->len > 0)
        g_strv_builder_take (builder, dup_count (tally, worst_first[i]));
    }

  parts = g_strv_builder_end (builder);
  /* Translators: between the items of a list */
  return g_strjoinv (_ (", "), parts);
}

static void
add_rows (AdwPreferencesGroup *group,
          McResult            *result,
          const Tally         *tally,
          McStatus             status)
{
  for (guint i = 0; i < tally->by_status[status]->len; i++)
    adw_preferences_group_add (group, mc_finding_row_new (result, g_ptr_array_index (tally->by_status[status], i)));
}

static void
add_row_behind (AdwPreferencesGroup *group,
                McResult            *result,
                const Tally         *tally,
                McStatus             status)
{
  g_autofree char *title = dup_count (tally, status);

  if (tally->by_status[status]->len > 0)
    adw_preferences_group_add (group, mc_findings_row_new (result, tally->by_status[status], status, title, NULL));
}

static GtkWidget *
new_group (McResult    *result,
           McGroup      id,
           const Tally *tally)
{
  g_autofree char     *counts = dup_counts (tally);
  AdwPreferencesGroup *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP,
                                             "title", mc_group_get_title (id),
                                             "description", counts,
                                             NULL);
  GtkWidget           *image = g_object_new (GTK_TYPE_IMAGE,
                                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                             NULL);

  mc_status_show (find_worst (tally), GTK_IMAGE (image));
  adw_preferences_group_set_header_suffix (group, image);
  add_rows (group, result, tally, MC_STATUS_FAILED);
  add_rows (group, result, tally, MC_STATUS_WARNING);
  add_row_behind (group, result, tally, MC_STATUS_PASSED);
  add_row_behind (group, result, tally, MC_STATUS_SKIPPED);

  return GTK_WIDGET (group);
}

static void
add_all (GPtrArray *findings,
         GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (findings, g_object_ref (g_ptr_array_index (others, i)));
}

static GtkWidget *
new_group_row (McResult    *result,
               McGroup      id,
               const Tally *tally)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char      *counts = dup_counts (tally);

  add_all (findings, tally->by_status[MC_STATUS_PASSED]);
  add_all (findings, tally->by_status[MC_STATUS_SKIPPED]);

  return mc_findings_row_new (result, findings, find_worst (tally), mc_group_get_title (id), counts);
}

/**
 * mc_finding_groups_new:
 * @result: a result
 *
 * Returns: (transfer full) (element-type GtkWidget): groups of rows, floating
 */
GPtrArray *
mc_finding_groups_new (McResult *result)
{
  GPtrArray           *groups = g_ptr_array_new ();
  AdwPreferencesGroup *others = NULL;

  for (int id = 0; id < MC_N_GROUPS; id++)
    {
      g_auto (Tally)   tally = { 0 };
      g_autofree char *counts = NULL;

      tally_init (&tally, result, (McGroup) id);
      counts = dup_counts (&tally);
      if (has_trouble (&tally))
        g_ptr_array_add (groups, new_group (result, (McGroup) id, &tally));
      else if (*counts != '\0')
        {
          if (others == NULL)
            others = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_add (others, new_group_row (result, (McGroup) id, &tally));
        }
    }

  if (others == NULL)
    return groups;

  if (groups->len > 0)
    adw_preferences_group_set_title (others, _ ("Other Tests"));
  g_ptr_array_add (groups, others);

  return groups;
}
