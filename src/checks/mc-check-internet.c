/* mc-check-internet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-comparison.h"
#include "mc-reach.h"

#define HTTPS_PORT 443
#define SLOW_MS    1500

gboolean
mc_check_internet_applies (McCheckContext *context,
                           const McCheck  *check)
{
  return mc_check_context_allows_third_party (context);
}

static void
set_reached (McFindingBuilder *finding,
             gint64            connect_ms)
{
  mc_finding_builder_add_evidence (finding, "connect_ms", "%" G_GINT64_FORMAT, connect_ms);
  if (connect_ms < SLOW_MS)
    {
      mc_finding_builder_set_summary (finding, _ ("The Internet can be reached"));
      return;
    }

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "internet.slow");
  mc_finding_builder_set_summary (finding, _ ("The Internet can be reached, but very slowly"));
}

/* Addresses that need no name server: tells "no name server" from "no Internet". */
void
mc_check_internet_run (McCheckContext   *context,
                       const McCheck    *check,
                       McScope          *scope,
                       McFindingBuilder *finding)
{
  g_autoptr (GPtrArray)    addresses = mc_comparison_list_addresses (mc_comparison_get_default ());
  g_autoptr (McTranscript) transcript = mc_check_context_new_transcript (context);
  g_autoptr (McReach)      reach = mc_reach_new (scope, addresses, HTTPS_PORT, transcript);
  const McAttempt         *best;
  g_autofree char         *shown = NULL;

  /* Not through the scope: it bounds each try already, and each is to say how it ended. */
  if (dex_await (mc_reach_when_any (reach), NULL))
    {
      set_reached (finding, mc_reach_best_attempt (reach, G_SOCKET_FAMILY_INVALID)->duration_ms);
      return;
    }

  best = mc_reach_best_attempt (reach, G_SOCKET_FAMILY_INVALID);
  shown = g_inet_address_to_string (best->address);
  mc_finding_builder_add_evidence (finding, "tried", "%s port %d: %s", shown, HTTPS_PORT,
                                   mc_connection_error_get_id (best->code));
  mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "internet.unreachable");
  mc_finding_builder_set_summary (finding, _ ("Well-known addresses on the Internet do not answer"));
}
