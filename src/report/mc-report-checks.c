/* mc-report-checks.c
 *
 * The second part of a report: what passed and what failed, group by group.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-report-private.h"

static void
add_finding (McReport  *self,
             McBlock   *block,
             McFinding *finding)
{
  McOutcome        outcome = mc_finding_get_outcome (finding);
  g_autofree char *summary = mc_report_dup_summary (self, finding);
  McCheckRow      *row = mc_block_add_check (block, outcome, mc_finding_get_title (finding), summary);

  if (outcome == MC_OUTCOME_FAIL)
    mc_report_add_words (self, finding, row);
}

static void
add_group (McReport  *self,
           McOutline *outline,
           McGroup    group)
{
  McBlock *block = NULL;

  for (guint i = 0; i < self->result->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (self->result->findings, i);

      if (mc_finding_get_group (finding) != group)
        continue;

      if (block == NULL)
        {
          mc_outline_add_heading (outline, 3, mc_group_get_title (group));
          block = mc_outline_add_items (outline, MC_BLOCK_CHECKS);
        }

      add_finding (self, block, finding);
    }
}

/* Worst first. */
static void
add_counts (McReport  *self,
            McOutline *outline)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           parts = NULL;
  g_autofree char         *text = NULL;

  for (int outcome = MC_OUTCOME_FAIL; outcome >= MC_OUTCOME_SKIPPED; outcome--)
    {
      guint count = 0;

      for (guint i = 0; i < self->result->findings->len; i++)
        count += mc_finding_get_outcome (g_ptr_array_index (self->result->findings, i)) == (McOutcome) outcome;

      if (count > 0)
        /* Translators: the word for an outcome, and how many tests had it, as in “Failed: 2” */
        g_strv_builder_take (builder, g_strdup_printf (_ ("%s: %u"), mc_outcome_get_title ((McOutcome) outcome), count));
    }

  parts = g_strv_builder_end (builder);
  text = g_strjoinv (_ (", "), parts);
  mc_outline_add_paragraph (outline, text);
}

/**
 * mc_report_add_checks:
 * @self: a report
 * @outline: where to add it
 *
 * Adds the list of what passed and failed, with the server's own words where something failed.
 */
void
mc_report_add_checks (McReport  *self,
                      McOutline *outline)
{
  mc_outline_add_heading (outline, 2, _ ("What was tested"));

  if (self->result->findings->len == 0)
    {
      mc_outline_add_paragraph (outline, _ ("Nothing was tested."));
      return;
    }

  add_counts (self, outline);
  for (int group = 0; group < MC_N_GROUPS; group++)
    add_group (self, outline, (McGroup) group);
}
