/* mc-check-online.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"

static gboolean
is_local_helper (McCheckContext *context)
{
  McServer *server = mc_check_context_get_server (context, MC_DIRECTION_INCOMING);

  return server != NULL && mc_server_is_loopback (server);
}

void
mc_check_online_run (McCheckContext   *context,
                     const McCheck    *check,
                     McScope          *scope,
                     McFindingBuilder *finding)
{
  gboolean has_ipv4 = mc_connection_has_way_out (G_SOCKET_FAMILY_IPV4);
  gboolean has_ipv6 = mc_connection_has_way_out (G_SOCKET_FAMILY_IPV6);

  mc_finding_builder_add_evidence (finding, "ipv4_route", "%s", has_ipv4 ? "yes" : "no");
  mc_finding_builder_add_evidence (finding, "ipv6_route", "%s", has_ipv6 ? "yes" : "no");

  if (has_ipv4 || has_ipv6)
    mc_finding_builder_set_summary (finding, _ ("This computer is connected to a network"));
  else if (is_local_helper (context))
    mc_finding_builder_set_summary (finding, _ ("The mail server is on this computer; no network is needed"));
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "network.offline");
      mc_finding_builder_set_summary (finding, _ ("This computer is not connected to a network"));
    }
}
