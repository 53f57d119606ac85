/* mc-check-port.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"

static void
add_attempts (McFindingBuilder *finding,
              McReach          *reach)
{
  for (guint i = 0; i < mc_reach_get_n_attempts (reach); i++)
    {
      const McAttempt *attempt = mc_reach_get_attempt (reach, i);
      g_autofree char *address = g_inet_address_to_string (attempt->address);

      mc_finding_builder_add_evidence (finding, "tried", "%s: %s", address,
                                       mc_connection_error_get_id (attempt->code));
    }
}

static const char *
code_for (McConnectionError code)
{
  switch (code)
    {
    case MC_CONNECTION_ERROR_REFUSED:
      return "port.refused";
    case MC_CONNECTION_ERROR_TIMED_OUT:
      return "port.timed-out";
    case MC_CONNECTION_ERROR_RESET:
      return "port.reset";
    case MC_CONNECTION_ERROR_UNREACHABLE:
      return "port.unreachable";
    case MC_CONNECTION_ERROR_NO_ROUTE:
      return "port.no-route";
    case MC_CONNECTION_ERROR_CLOSED:
    case MC_CONNECTION_ERROR_TOO_MUCH:
    case MC_CONNECTION_ERROR_NOT_TLS:
    case MC_CONNECTION_ERROR_TLS:
    case MC_CONNECTION_ERROR_CLIENT_CERTIFICATE:
    case MC_CONNECTION_ERROR_INJECTED:
    case MC_CONNECTION_ERROR_NOT_SECURE:
    case MC_CONNECTION_ERROR_FAILED:
    default:
      return "port.failed";
    }
}

/* A helper on this computer that is not running refuses at once; nobody else is on the way. */
static gboolean
is_helper_missing (const McAttempt *attempt)
{
  return g_inet_address_get_is_loopback (attempt->address) && attempt->code == MC_CONNECTION_ERROR_REFUSED;
}

void
mc_check_port_run (McCheckContext   *context,
                   const McCheck    *check,
                   McScope          *scope,
                   McFindingBuilder *finding)
{
  McMailSession     *session = mc_check_get_session (context, check);
  McServer          *server = mc_mail_session_get_server (session);
  McReach           *reach = mc_mail_session_get_reach (session);
  const McAttempt   *best;
  g_autoptr (GError) error = NULL;

  if (mc_mail_session_await (session, MC_SESSION_CONNECTED, scope, &error))
    {
      mc_check_set_target (finding, session);
      mc_finding_builder_set_summary (finding, _ ("The server takes connections on port %u"),
                                      mc_server_get_port (server));
      return;
    }

  mc_check_set_target (finding, session);
  mc_check_set_transcript (finding, session);
  add_attempts (finding, reach);
  best = mc_reach_best_attempt (reach, G_SOCKET_FAMILY_INVALID);

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL,
                                  is_helper_missing (best)
                                    ? "program.helper-not-running"
                                    : code_for (best->code));
  /* Translators: the first is a port number, the second a word such as "refused" or "no answer" */
  mc_finding_builder_set_summary (finding, _ ("The server takes no connection on port %u: %s"),
                                  mc_server_get_port (server), mc_check_describe_attempt (best->code));
}
