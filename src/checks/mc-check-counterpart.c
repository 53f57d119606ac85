/* mc-check-counterpart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-doh.h"
#include "mc-name-view.h"

#define CONNECT_TIMEOUT_MS 6000

/* Only a certificate that nobody should trust makes one ask whether this is the right server at all. */
gboolean
mc_check_counterpart_applies (McCheckContext *context,
                              const McCheck  *check)
{
  McMailSession *session = mc_check_get_session (context, check);
  McConnection  *connection = session != NULL ? mc_mail_session_get_connection (session) : NULL;
  McTlsInfo     *info = connection != NULL ? mc_connection_get_tls_info (connection) : NULL;

  return mc_check_context_allows_third_party (context) && info != NULL &&
         (mc_tls_info_get_errors (info) & (G_TLS_CERTIFICATE_UNKNOWN_CA | G_TLS_CERTIFICATE_BAD_IDENTITY)) != 0 &&
         mc_doh_may_ask (mc_server_get_host (mc_mail_session_get_server (session)));
}

/* Whether the server at the addresses that others get has a certificate that fits. */
static gboolean
is_genuine_there (McCheckContext *context,
                  McServer       *server,
                  GPtrArray      *addresses,
                  McScope        *scope)
{
  g_autoptr (McScope)       limit = mc_scope_new (scope, CONNECT_TIMEOUT_MS);
  g_autoptr (McTranscript)  transcript = mc_check_context_new_transcript (context);
  g_autoptr (McReach)       reach = mc_reach_new (limit, addresses, mc_server_get_port (server), transcript);
  g_autoptr (McMailSession) session = mc_mail_session_new (context, server, reach, transcript);
  McTlsInfo                *info;

  if (!mc_mail_session_await (session, MC_SESSION_ENCRYPTED, limit, NULL))
    return FALSE;

  info = mc_connection_get_tls_info (mc_mail_session_get_connection (session));
  return info != NULL && mc_tls_info_get_errors (info) == G_TLS_CERTIFICATE_NO_FLAGS;
}

/* Other addresses prove nothing; a server there that can show who it is, while this one cannot, does. */
void
mc_check_counterpart_run (McCheckContext   *context,
                          const McCheck    *check,
                          McScope          *scope,
                          McFindingBuilder *finding)
{
  McServer              *server = mc_mail_session_get_server (mc_check_get_session (context, check));
  g_autoptr (McNameView) view = mc_name_view_new (mc_server_get_host (server));
  g_autoptr (GPtrArray)  made_up = g_ptr_array_new ();
  McNameVerdict          verdict;

  mc_finding_builder_set_target (finding, mc_server_get_host (server), mc_server_get_port (server),
                                 mc_security_get_id (mc_server_get_security (server)));
  mc_name_view_ask (view, scope);
  verdict = mc_name_view_judge (view, made_up);
  if (verdict == MC_NAME_SAME)
    {
      mc_finding_builder_set_summary (finding, _ ("Others are led to the same server"));
      return;
    }

  if (verdict != MC_NAME_DIFFERENT && verdict != MC_NAME_PRIVATE_HERE)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "counterpart.unknown");
      mc_finding_builder_set_summary (finding, _ ("No other address of the server is known"));
      return;
    }

  if (!is_genuine_there (context, server, view->there, scope))
    {
      mc_finding_builder_set_summary (finding, _ ("The server at the address that others get is no better"));
      return;
    }

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "network.dns-forged");
  mc_finding_builder_set_summary (finding, _ ("Others get another address, where a good certificate is shown"));
}
