/* mc-check-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-web-comparison.h"

/* From here on certificates and one-time codes begin to fail. */
#define OFF_MS   (5 * 60 * 1000)
#define WRONG_MS (24 * 60 * 60 * 1000)

gboolean
mc_check_clock_applies (McCheckContext *context,
                        const McCheck  *check)
{
  return mc_check_context_allows_third_party (context);
}

static char *
describe_offset (gint64 offset_ms)
{
  gint64 seconds = ABS (offset_ms) / 1000;
  guint  days = (guint) (seconds / (24 * 60 * 60));
  guint  minutes = (guint) (seconds / 60);

  if (days > 0)
    /* Translators: by how much a clock is wrong */
    return g_strdup_printf (ngettext ("%u day", "%u days", days), days);

  /* Translators: by how much a clock is wrong */
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

static void
set_from_offset (McFindingBuilder *finding,
                 gint64            offset_ms)
{
  g_autofree char *difference = describe_offset (offset_ms);

  if (ABS (offset_ms) < OFF_MS)
    {
      mc_finding_builder_set_summary (finding, _ ("This computer’s clock is right"));
      return;
    }

  if (ABS (offset_ms) >= WRONG_MS)
    mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "clock.wrong");
  else
    mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "clock.off");

  if (offset_ms > 0)
    /* Translators: %s is a duration such as "3 days" */
    mc_finding_builder_set_summary (finding, _ ("This computer’s clock is %s behind"), difference);
  else
    /* Translators: %s is a duration such as "3 days" */
    mc_finding_builder_set_summary (finding, _ ("This computer’s clock is %s ahead"), difference);
}

void
mc_check_clock_run (McCheckContext   *context,
                    const McCheck    *check,
                    McScope          *scope,
                    McFindingBuilder *finding)
{
  McWebComparison *comparison = mc_web_comparison_run (scope);
  GPtrArray       *samples = mc_web_comparison_list (comparison);
  gint64           offset_ms;

  mc_check_context_put_fact (context, MC_DIRECTION_NONE, comparison);
  for (guint i = 0; i < samples->len; i++)
    {
      const McWebSample *sample = g_ptr_array_index (samples, i);

      if (sample->has_time)
        mc_finding_builder_add_evidence (finding, "compared", "%s: %+" G_GINT64_FORMAT " s", sample->name,
                                         sample->offset_ms / 1000);
    }

  if (!mc_web_comparison_offset (samples, &offset_ms))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "clock.unknown");
      mc_finding_builder_set_summary (finding, _ ("The time could not be compared with other computers"));
      return;
    }

  mc_finding_builder_add_evidence (finding, "offset_ms", "%" G_GINT64_FORMAT, offset_ms);
  set_from_offset (finding, offset_ms);
}
