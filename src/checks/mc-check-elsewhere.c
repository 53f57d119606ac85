/* mc-check-elsewhere.c
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

gboolean
mc_check_elsewhere_applies (McCheckContext *context,
                            const McCheck  *check)
{
  McMailSession *session = mc_check_get_session (context, check);

  return session != NULL && mc_check_context_allows_third_party (context) &&
         !mc_server_is_loopback (mc_mail_session_get_server (session)) &&
         !mc_mail_session_has_reached (session, MC_SESSION_CONNECTED);
}

/* Networks of phones may have IPv6 alone. */
static GSocketFamily
choose_family (void)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string ("192.88.99.1");

  return mc_connection_has_route (address) ? G_SOCKET_FAMILY_IPV4 : G_SOCKET_FAMILY_IPV6;
}

typedef struct
{
  const char   *name;
  DexFuture    *mail;
  DexFuture    *web;
  McProbeResult mail_result;
  McProbeResult web_result;
} Comparison;

static const char *
result_id (McProbeResult result)
{
  return result == MC_PROBE_OPEN ? "open" : result == MC_PROBE_BLOCKED ? "blocked"
                                                                       : "unknown";
}

static void
judge (McFindingBuilder *finding,
       guint16           port,
       guint             n_open,
       guint             n_blocked)
{
  if (n_blocked >= 2 && n_open == 0)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "network.port-blocked");
      mc_finding_builder_set_summary (finding, _ ("Port %u is blocked to other mail providers as well"), port);
    }
  else if (n_open > 0)
    mc_finding_builder_set_summary (finding, _ ("Port %u works to other mail providers"), port);
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "elsewhere.unknown");
      mc_finding_builder_set_summary (finding, _ ("Other mail providers could not be compared"));
    }
}

/* The same port at unrelated operators. It counts as blocked only where a web
 * port of the same operator opens: else the operator may be down. */
void
mc_check_elsewhere_run (McCheckContext   *context,
                        const McCheck    *check,
                        McScope          *scope,
                        McFindingBuilder *finding)
{
  GSocketFamily         family = choose_family ();
  guint16               port = mc_server_get_port (mc_mail_session_get_server (mc_check_get_session (context, check)));
  g_autoptr (McScope)   limit = mc_scope_new (scope, PROBE_TIMEOUT_MS);
  g_autoptr (GPtrArray) operators = mc_comparison_list_operators (mc_comparison_get_default (), port);
  Comparison            comparisons[MAX_OPERATORS];
  guint                 n_comparisons = 0;
  guint                 n_open = 0;
  guint                 n_blocked = 0;

  mc_check_set_target (finding, mc_check_get_session (context, check));
  for (guint i = 0; i < operators->len && n_comparisons < MAX_OPERATORS; i++)
    {
      McOperator *operator= g_ptr_array_index (operators, i);

      if (operator->host == NULL)
        continue;

      comparisons[n_comparisons++] = (Comparison) {
        operator->name,
        mc_comparison_probe (context, limit, operator->host, port, family),
        mc_comparison_probe (context, limit, operator->web_host, operator->web_port, family),
        MC_PROBE_UNKNOWN,
        MC_PROBE_UNKNOWN,
      };
    }

  for (guint i = 0; i < n_comparisons; i++)
    {
      Comparison *comparison = &comparisons[i];

      comparison->web_result = mc_comparison_probe_end (scope, comparison->web);
      comparison->mail_result = mc_comparison_probe_end (scope, comparison->mail);
      n_open += comparison->mail_result == MC_PROBE_OPEN;
      n_blocked += comparison->mail_result == MC_PROBE_BLOCKED && comparison->web_result == MC_PROBE_OPEN;
      mc_finding_builder_add_evidence (finding, "compared", "%s: port %u %s, web %s", comparison->name, port,
                                       result_id (comparison->mail_result), result_id (comparison->web_result));
    }

  judge (finding, port, n_open, n_blocked);
}
