/* mc-check-ipv6.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-comparison-probe.h"
#include "mc-comparison.h"

#define MAX_OPERATORS    3
#define PROBE_TIMEOUT_MS 5000

/* The server takes connections over IPv4, and has IPv6 that does not work. */
static gboolean
lacks_ipv6 (McCheckContext *context,
            McDirection     direction)
{
  McMailSession   *session = mc_check_context_get_fact (context, direction, MC_TYPE_MAIL_SESSION);
  const McAttempt *attempt;

  if (session == NULL || !mc_mail_session_has_reached (session, MC_SESSION_CONNECTED))
    return FALSE;

  attempt = mc_reach_best_attempt (mc_mail_session_get_reach (session), G_SOCKET_FAMILY_IPV6);
  return attempt != NULL && !attempt->connected && attempt->code != MC_CONNECTION_ERROR_NO_ROUTE;
}

/* Other places are only asked where it makes a difference. */
gboolean
mc_check_ipv6_applies (McCheckContext *context,
                       const McCheck  *check)
{
  return mc_check_context_allows_third_party (context) &&
         (lacks_ipv6 (context, MC_DIRECTION_INCOMING) || lacks_ipv6 (context, MC_DIRECTION_OUTGOING));
}

void
mc_check_ipv6_run (McCheckContext   *context,
                   const McCheck    *check,
                   McScope          *scope,
                   McFindingBuilder *finding)
{
  g_autoptr (McScope)   limit = mc_scope_new (scope, PROBE_TIMEOUT_MS);
  g_autoptr (GPtrArray) operators = mc_comparison_list_operators (mc_comparison_get_default (), 443);
  DexFuture            *probes[MAX_OPERATORS];
  guint                 n_probes = MIN (operators->len, MAX_OPERATORS);
  guint                 n_open = 0;
  guint                 n_blocked = 0;

  for (guint i = 0; i < n_probes; i++)
    {
      McOperator *operator= g_ptr_array_index (operators, i);

      probes[i] = mc_comparison_probe (context, limit, operator->web_host, operator->web_port, G_SOCKET_FAMILY_IPV6);
    }

  for (guint i = 0; i < n_probes; i++)
    {
      McOperator *operator= g_ptr_array_index (operators, i);
      McProbeResult result = mc_comparison_probe_end (scope, probes[i]);

      n_open += result == MC_PROBE_OPEN;
      n_blocked += result == MC_PROBE_BLOCKED;
      mc_finding_builder_add_evidence (finding, "compared", "%s: %s", operator->name,
                                       result == MC_PROBE_OPEN      ? "open"
                                       : result == MC_PROBE_BLOCKED ? "blocked"
                                                                    : "unknown");
    }

  if (n_open > 0)
    mc_finding_builder_set_summary (finding, _ ("IPv6 works to other places; only this server cannot be reached over it"));
  else if (n_blocked >= 2)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "network.ipv6-broken");
      mc_finding_builder_set_summary (finding, _ ("This network offers IPv6, but nothing can be reached over it"));
    }
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "ipv6.unknown");
      mc_finding_builder_set_summary (finding, _ ("IPv6 could not be compared with other places"));
    }
}
