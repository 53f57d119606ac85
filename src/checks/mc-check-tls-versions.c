/* mc-check-tls-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-tls-probe.h"

/* Worth asking once the server has shown that it speaks at all. */
gboolean
mc_check_tls_versions_applies (McCheckContext *context,
                               const McCheck  *check)
{
  McMailSession *session = mc_check_get_session (context, check);

  if (session == NULL)
    return FALSE;

  switch (mc_server_get_security (mc_mail_session_get_server (session)))
    {
    case MC_SECURITY_TLS:
      return TRUE;
    case MC_SECURITY_STARTTLS:
      return mc_mail_session_has_reached (session, MC_SESSION_GREETED);
    case MC_SECURITY_NONE:
    default:
      return FALSE;
    }
}

/* A new connection, led to where TLS may begin. */
static McConnection *
connect_to_tls (McScope       *scope,
                McMailSession *session,
                McTranscript  *transcript)
{
  McServer                *server = mc_mail_session_get_server (session);
  GInetAddress            *address = mc_connection_get_address (mc_mail_session_get_connection (session));
  g_autoptr (McConnection) connection = mc_connection_open (scope, address, mc_server_get_port (server), transcript,
                                                            NULL);
  g_autoptr (McMailClient) client = NULL;
  g_autoptr (McMailReply)  greeting = NULL;

  if (connection == NULL || mc_server_get_security (server) == MC_SECURITY_TLS)
    return g_steal_pointer (&connection);

  client = mc_mail_client_new (mc_server_get_protocol (server), connection);
  greeting = mc_mail_client_read_greeting (client, scope, NULL);
  if (greeting == NULL || !mc_mail_client_load_capabilities (client, scope, NULL) ||
      !mc_mail_client_request_tls (client, scope, NULL))
    return NULL;

  return g_steal_pointer (&connection);
}

static gboolean
probe (McScope       *scope,
       McMailSession *session,
       McTranscript  *transcript,
       const char    *priority,
       McTlsProbe    *result)
{
  g_autoptr (McConnection) connection = connect_to_tls (scope, session, transcript);

  return connection != NULL &&
         mc_tls_probe_run (connection, scope, mc_server_get_host (mc_mail_session_get_server (session)), priority,
                           result);
}

static void
add_modern (McFindingBuilder *finding,
            gboolean          works,
            const McTlsProbe *result)
{
  mc_finding_builder_add_evidence (finding, "modern_tls", "%s", works ? result->version : "no");
  if (works)
    mc_finding_builder_add_evidence (finding, "stapled_ocsp", "%s", mc_ocsp_status_get_id (result->ocsp));
}

/* A server that only knows old versions fails for some systems and works for others,
 * as it depends on what they still allow; so it is asked in a session of our own. */
void
mc_check_tls_versions_run (McCheckContext   *context,
                           const McCheck    *check,
                           McScope          *scope,
                           McFindingBuilder *finding)
{
  McMailSession           *session = mc_check_get_session (context, check);
  g_autoptr (McTranscript) transcript = mc_check_context_new_transcript (context);
  McTlsProbe               modern;
  McTlsProbe               old;
  gboolean                 has_modern = probe (scope, session, transcript, MC_TLS_PROBE_MODERN, &modern);
  gboolean                 has_old = probe (scope, session, transcript, MC_TLS_PROBE_OLD, &old);

  mc_check_set_target (finding, session);
  add_modern (finding, has_modern, &modern);
  mc_finding_builder_add_evidence (finding, "old_tls", "%s", has_old ? old.version : "no");

  if (has_modern && !has_old)
    mc_finding_builder_set_summary (finding, _ ("The server uses only versions of TLS that are safe"));
  else if (has_modern)
    mc_finding_builder_set_summary (finding, _ ("The server uses a safe version of TLS, and for old programs an old one too"));
  else if (has_old)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "tls.weak");
      mc_finding_builder_set_summary (finding, _ ("The server only knows versions of TLS that are too old to be safe"));
    }
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "tls-versions.unknown");
      mc_finding_builder_set_summary (finding, _ ("The versions of TLS could not be told"));
    }
}
