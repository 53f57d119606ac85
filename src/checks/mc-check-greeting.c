/* mc-check-greeting.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-service.h"

/* After so much silence it is worth asking whether the server waits for TLS. */
#define PATIENCE_MS      2500
#define PROBE_TIMEOUT_MS 8000

static McMailReply *
get_last_reply (McMailSession *session)
{
  return mc_mail_client_get_last_reply (mc_mail_session_get_client (session));
}

static McService
service_of_transcript (McMailSession *session)
{
  McMailReply *reply = get_last_reply (session);
  const char  *text = reply != NULL ? mc_mail_reply_get_text (reply) : "";

  return mc_service_from_bytes (text, strlen (text));
}

static void
set_wants_tls (McFindingBuilder *finding,
               McServer         *server)
{
  mc_finding_builder_add_evidence (finding, "working", _ ("port %u with TLS"), mc_server_get_port (server));
  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "settings.wrong-security");
  mc_finding_builder_set_summary (finding, _ ("On port %u the server wants TLS from the start"),
                                  mc_server_get_port (server));
}

/* The server says nothing: does it wait for TLS, or is it a web server that waits for a question? */
static gboolean
is_told_by_probe (McCheckContext   *context,
                  McScope          *scope,
                  McMailSession    *session,
                  McFindingBuilder *finding)
{
  McServer                *server = mc_mail_session_get_server (session);
  gboolean                 with_tls = mc_server_get_security (server) == MC_SECURITY_TLS;
  GInetAddress            *address = mc_connection_get_address (mc_mail_session_get_connection (session));
  g_autoptr (McScope)      limit = mc_scope_new (scope, PROBE_TIMEOUT_MS);
  g_autoptr (McTranscript) transcript = mc_check_context_new_transcript (context);
  McService                service;
  gboolean                 speaks_tls = mc_service_probe_tls (limit, address, mc_server_get_port (server),
                                                              mc_server_get_host (server), transcript, &service);

  if (!speaks_tls)
    service = mc_service_probe_plain (limit, address, mc_server_get_port (server), transcript);

  if (service == MC_SERVICE_SILENT)
    return FALSE;
  if (speaks_tls && !with_tls && mc_service_is_protocol (service, mc_server_get_protocol (server)) &&
      mc_service_works (limit, server, address, mc_server_get_port (server), MC_SECURITY_TLS, transcript))
    set_wants_tls (finding, server);
  else if (!mc_service_is_protocol (service, mc_server_get_protocol (server)))
    mc_check_set_wrong_service (finding, server, service);
  else
    return FALSE;

  return TRUE;
}

static void
set_from_error (McCheckContext   *context,
                McFindingBuilder *finding,
                McMailSession    *session,
                GError           *error)
{
  mc_finding_builder_add_evidence (finding, "error", "%s", error->message);

  if (g_error_matches (error, MC_MAIL_ERROR, MC_MAIL_ERROR_UNEXPECTED))
    {
      if (get_last_reply (session) != NULL)
        mc_check_add_reply (finding, get_last_reply (session));
      mc_check_set_wrong_service (finding, mc_mail_session_get_server (session), service_of_transcript (session));
    }
  else if (g_error_matches (error, MC_MAIL_ERROR, MC_MAIL_ERROR_PREAUTH))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "greeting.preauth");
      mc_finding_builder_set_summary (finding, _ ("The server claims that you are signed in already, before the connection is encrypted"));
    }
  else if (g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TIMED_OUT))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "greeting.timed-out");
      mc_finding_builder_set_summary (finding, _ ("The server takes the connection and then says nothing"));
    }
  else if (g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLOSED) ||
           g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_RESET))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "greeting.closed");
      mc_finding_builder_set_summary (finding, _ ("The server ends the connection without a word"));
    }
  else if (g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLIENT_CERTIFICATE))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "tls.client-certificate");
      mc_finding_builder_set_summary (finding, _ ("The server demands a certificate from this computer"));
    }
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "server.broken");
      mc_finding_builder_set_summary (finding, _ ("The server’s greeting makes no sense"));
    }
}

static void
set_from_greeting (McCheckContext   *context,
                   McFindingBuilder *finding,
                   McMailSession    *session)
{
  McServer    *server = mc_mail_session_get_server (session);
  McMailReply *greeting = mc_mail_session_get_greeting (session);

  if (mc_mail_reply_is_accepted (greeting))
    {
      mc_check_add_reply (finding, greeting);
      /* Translators: %s is IMAP, POP3 or SMTP */
      mc_finding_builder_set_summary (finding, _ ("An %s server answers"),
                                      mc_protocol_get_title (mc_server_get_protocol (server)));
      return;
    }

  /* Before the sign-in a server, or somebody in its place, knows nothing of the account. */
  if (!mc_check_set_from_reply (context, finding, server, greeting) ||
      !g_str_has_prefix (mc_finding_builder_get_code (finding), "server."))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "server.unavailable");
      mc_finding_builder_set_doubt (finding, 0.8, NULL, NULL);
    }
  mc_finding_builder_set_summary (finding, _ ("The server answers, but turns this computer away"));
}

/* Whether an error may come from a server that waits for something else. */
static gboolean
is_silence (McMailSession *session,
            GError        *error)
{
  return mc_mail_session_has_reached (session, MC_SESSION_CONNECTED) &&
         (mc_server_get_security (mc_mail_session_get_server (session)) != MC_SECURITY_TLS ||
          mc_mail_session_has_reached (session, MC_SESSION_ENCRYPTED)) &&
         (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
          g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLOSED) ||
          g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_RESET));
}

static gboolean
await_greeting (McCheckContext   *context,
                McScope          *scope,
                McMailSession    *session,
                McFindingBuilder *finding,
                gboolean         *is_told,
                GError          **error)
{
  g_autoptr (McScope) patience = mc_scope_new (scope, PATIENCE_MS);

  *is_told = FALSE;
  if (mc_mail_session_await (session, MC_SESSION_GREETED, patience, error))
    return TRUE;

  *is_told = is_silence (session, *error) && is_told_by_probe (context, scope, session, finding);
  if (*is_told)
    {
      mc_mail_session_stop (session);
      return FALSE;
    }

  g_clear_error (error);
  return mc_mail_session_await (session, MC_SESSION_GREETED, scope, error);
}

void
mc_check_greeting_run (McCheckContext   *context,
                       const McCheck    *check,
                       McScope          *scope,
                       McFindingBuilder *finding)
{
  McMailSession     *session = mc_check_get_session (context, check);
  gboolean           with_tls = mc_server_get_security (mc_mail_session_get_server (session)) == MC_SECURITY_TLS;
  g_autoptr (GError) error = NULL;
  gboolean           is_told;

  mc_check_set_target (finding, session);
  if (await_greeting (context, scope, session, finding, &is_told, &error))
    set_from_greeting (context, finding, session);
  else if (with_tls && !mc_mail_session_has_reached (session, MC_SESSION_ENCRYPTED))
    {
      g_autofree char *blocker = g_strdup_printf ("%s.encryption", mc_group_get_id (check->group));

      mc_finding_builder_set_blocked_by (finding, blocker);
    }
  else if (!is_told)
    set_from_error (context, finding, session, error);

  if (mc_finding_builder_get_outcome (finding) == MC_OUTCOME_FAIL)
    mc_check_set_transcript (finding, session);
}
