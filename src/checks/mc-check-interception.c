/* mc-check-interception.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-web-comparison.h"

gboolean
mc_check_interception_applies (McCheckContext *context,
                               const McCheck  *check)
{
  return mc_check_context_get_fact (context, MC_DIRECTION_NONE, MC_TYPE_WEB_COMPARISON) != NULL;
}

/* Who signs the certificates of operators that have nothing to do with each other? */
void
mc_check_interception_run (McCheckContext   *context,
                           const McCheck    *check,
                           McScope          *scope,
                           McFindingBuilder *finding)
{
  GPtrArray *samples = mc_web_comparison_list (
    mc_check_context_get_fact (context, MC_DIRECTION_NONE, MC_TYPE_WEB_COMPARISON));
  const char *foreign = mc_web_comparison_foreign_issuer (samples);
  guint       n_trusted = 0;

  for (guint i = 0; i < samples->len; i++)
    {
      const McWebSample *sample = g_ptr_array_index (samples, i);

      if (sample->issuer == NULL)
        continue;

      n_trusted += (sample->tls_errors & G_TLS_CERTIFICATE_UNKNOWN_CA) == 0;
      mc_finding_builder_add_evidence (finding, "issuers", "%s: %s", sample->name, sample->issuer);
    }

  if (foreign != NULL)
    {
      mc_finding_builder_add_evidence (finding, "issuer", "%s", foreign);
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "network.tls-intercepted");
      mc_finding_builder_set_summary (finding, _ ("Something on the way reads secure connections, and signs them itself"));
    }
  else if (n_trusted > 0)
    mc_finding_builder_set_summary (finding, _ ("Secure connections to other places are what they should be"));
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "interception.unknown");
      mc_finding_builder_set_summary (finding, _ ("Secure connections to other places could not be compared"));
    }
}
