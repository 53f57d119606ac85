/* mc-checks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-reply-signatures.h"

/**
 * mc_check_get_session:
 * @context: the run
 * @check: a check of a mail server
 *
 * Returns: (transfer none): the session with that server, which the check of
 *   its addresses made
 */
McMailSession *
mc_check_get_session (McCheckContext *context,
                      const McCheck  *check)
{
  return mc_check_context_get_fact (context, check->direction, MC_TYPE_MAIL_SESSION);
}

/**
 * mc_check_set_target:
 * @finding: a finding
 * @session: the session it is about
 *
 * Names the server, and the address that was used once there is one.
 */
void
mc_check_set_target (McFindingBuilder *finding,
                     McMailSession    *session)
{
  McServer     *server = mc_mail_session_get_server (session);
  McConnection *connection = mc_mail_session_get_connection (session);

  mc_finding_builder_set_target (finding, mc_server_get_host (server), mc_server_get_port (server),
                                 mc_security_get_id (mc_server_get_security (server)));
  if (connection != NULL)
    mc_finding_builder_set_target_ip (finding, mc_connection_get_address (connection));
}

/**
 * mc_check_set_transcript:
 * @finding: a finding
 * @session: the session it is about
 *
 * Adds the dialogue so far.
 */
void
mc_check_set_transcript (McFindingBuilder *finding,
                         McMailSession    *session)
{
  g_autofree char *text = mc_transcript_to_string (mc_mail_session_get_transcript (session));

  mc_finding_builder_set_transcript (finding, text);
}

/**
 * mc_check_add_reply:
 * @finding: a finding
 * @reply: what the server said
 *
 * Adds the server's own words as evidence.
 */
void
mc_check_add_reply (McFindingBuilder *finding,
                    McMailReply      *reply)
{
  const char *code = mc_mail_reply_get_response_code (reply);
  const char *enhanced_code = mc_mail_reply_get_enhanced_code (reply);
  const char *alert = mc_mail_reply_get_alert (reply);

  mc_finding_builder_add_evidence (finding, "reply", "%s", mc_mail_reply_get_text (reply));
  if (code != NULL)
    mc_finding_builder_add_evidence (finding, "response_code", "%s", code);
  if (mc_mail_reply_get_reply_code (reply) != 0)
    mc_finding_builder_add_evidence (finding, "reply_code", "%d", mc_mail_reply_get_reply_code (reply));
  if (enhanced_code != NULL)
    mc_finding_builder_add_evidence (finding, "enhanced_code", "%s", enhanced_code);
  if (alert != NULL)
    mc_finding_builder_add_evidence (finding, "alert", "%s", alert);
}

/**
 * mc_check_set_from_reply:
 * @context: the run
 * @finding: a finding
 * @server: the server that replied
 * @reply: its refusal
 *
 * Adds the reply, and where the table of reply signatures knows what it means,
 * makes the finding fail with that cause as its code.
 *
 * Returns: whether the table knows it
 */
gboolean
mc_check_set_from_reply (McCheckContext   *context,
                         McFindingBuilder *finding,
                         McServer         *server,
                         McMailReply      *reply)
{
  const McReplySignature *signature;
  const char             *alert = mc_mail_reply_get_alert (reply);
  g_autofree char        *words = g_strconcat (mc_mail_reply_get_text (reply), alert != NULL ? "\n" : NULL, alert, NULL);

  mc_check_add_reply (finding, reply);
  signature = mc_reply_signature_match (mc_server_get_protocol (server), mc_server_get_host (server),
                                        mc_mail_reply_get_response_code (reply),
                                        mc_mail_reply_get_reply_code (reply),
                                        mc_mail_reply_get_enhanced_code (reply), words);
  if (signature == NULL)
    return FALSE;

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, signature->cause);
  mc_finding_builder_set_doubt (finding, signature->confidence, signature->alternatives, signature->decided_by);
  return TRUE;
}

/**
 * mc_check_set_wrong_service:
 * @finding: a finding
 * @server: the server, as the settings have it
 * @service: what answers in its place, which does not speak its protocol
 *
 * Makes the finding fail.
 */
void
mc_check_set_wrong_service (McFindingBuilder *finding,
                            McServer         *server,
                            McService         service)
{
  mc_finding_builder_add_evidence (finding, "service", "%s", mc_service_get_id (service));
  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL,
                                  mc_service_is_mail (service) ? "settings.wrong-protocol" : "server.not-mail");
  /* Translators: the first is a port number, the second a phrase such as "a POP3 server" */
  mc_finding_builder_set_summary (finding, _ ("On port %u answers %s"), mc_server_get_port (server),
                                  mc_service_get_title (service));
}

/**
 * mc_check_describe_attempt:
 * @code: why a connection was not made
 *
 * Returns: a phrase for people, translated
 */
const char *
mc_check_describe_attempt (McConnectionError code)
{
  switch (code)
    {
    case MC_CONNECTION_ERROR_REFUSED:
      return _ ("refused");
    case MC_CONNECTION_ERROR_TIMED_OUT:
      return _ ("no answer");
    case MC_CONNECTION_ERROR_UNREACHABLE:
      return _ ("not reachable");
    case MC_CONNECTION_ERROR_NO_ROUTE:
      return _ ("this network has no way there");
    case MC_CONNECTION_ERROR_RESET:
      return _ ("cut off");
    case MC_CONNECTION_ERROR_CLOSED:
    case MC_CONNECTION_ERROR_TOO_MUCH:
    case MC_CONNECTION_ERROR_NOT_TLS:
    case MC_CONNECTION_ERROR_TLS:
    case MC_CONNECTION_ERROR_CLIENT_CERTIFICATE:
    case MC_CONNECTION_ERROR_INJECTED:
    case MC_CONNECTION_ERROR_NOT_SECURE:
    case MC_CONNECTION_ERROR_FAILED:
    default:
      return _ ("failed");
    }
}
