/* mc-check-family.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"

static gboolean
is_ipv6 (const McCheck *check)
{
  return g_str_has_suffix (check->id, ".ipv6");
}

/* Reports one address family; that none works is for the port check to say. */
void
mc_check_family_run (McCheckContext   *context,
                     const McCheck    *check,
                     McScope          *scope,
                     McFindingBuilder *finding)
{
  McMailSession   *session = mc_check_get_session (context, check);
  McServer        *server = mc_mail_session_get_server (session);
  McReach         *reach = mc_mail_session_get_reach (session);
  GSocketFamily    family = is_ipv6 (check) ? G_SOCKET_FAMILY_IPV6 : G_SOCKET_FAMILY_IPV4;
  const char      *title = is_ipv6 (check) ? "IPv6" : "IPv4";
  const McAttempt *best;

  mc_finding_builder_set_target (finding, mc_server_get_host (server), mc_server_get_port (server),
                                 mc_security_get_id (mc_server_get_security (server)));
  best = mc_reach_best_attempt (reach, family);
  if (best == NULL)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "family.not-offered");
      /* Translators: %s is IPv4 or IPv6 */
      mc_finding_builder_set_summary (finding, _ ("The server has no %s address"), title);
      return;
    }

  mc_scope_await (scope, mc_reach_when_family (reach, family), NULL);
  best = mc_reach_best_attempt (reach, family);
  mc_finding_builder_set_target_ip (finding, best->address);

  if (best->connected)
    {
      /* Translators: the first is IPv4 or IPv6, the second a time in milliseconds */
      mc_finding_builder_set_summary (finding, _ ("The server answers over %s, after %d ms"), title,
                                      (int) best->duration_ms);
      mc_finding_builder_add_evidence (finding, "connect_ms", "%d", (int) best->duration_ms);
    }
  else if (best->code == MC_CONNECTION_ERROR_NO_ROUTE)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "family.no-route");
      /* Translators: %s is IPv4 or IPv6 */
      mc_finding_builder_set_summary (finding, _ ("This network has no %s"), title);
    }
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "family.unreachable");
      mc_finding_builder_add_evidence (finding, "result", "%s", mc_connection_error_get_id (best->code));
      /* Translators: the first is IPv4 or IPv6, the second a word such as "refused" or "no answer" */
      mc_finding_builder_set_summary (finding, _ ("The server cannot be reached over %s: %s"), title,
                                      mc_check_describe_attempt (best->code));
    }
}
