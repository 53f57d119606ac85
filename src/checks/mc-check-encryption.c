/* mc-check-encryption.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-service.h"

#define PROBE_TIMEOUT_MS 8000

/* Whoever sits on the way can take encryption out as well as a server can lack it. */
static const char *const intercepted[] = { "network.mail-intercepted", NULL };

#define BY_OTHER_NETWORK N_ ("whether it is the same on another network, such as the hotspot of a phone")

static void
set_encrypted (McFindingBuilder *finding,
               McMailSession    *session)
{
  McTlsInfo  *info = mc_connection_get_tls_info (mc_mail_session_get_connection (session));
  const char *version = mc_tls_info_get_version (info);
  const char *cipher = mc_tls_info_get_cipher (info);

  mc_finding_builder_add_evidence (finding, "tls_version", "%s", version);
  if (cipher != NULL)
    mc_finding_builder_add_evidence (finding, "cipher", "%s", cipher);

  if (mc_tls_info_is_modern (info))
    {
      /* Translators: %s is a version of TLS */
      mc_finding_builder_set_summary (finding, _ ("The connection is encrypted with %s"), version);
      return;
    }

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "tls.weak");
  /* Translators: %s is a version of TLS */
  mc_finding_builder_set_summary (finding, _ ("The server only knows %s, which is too old to be safe"), version);
}

static void
set_from_service (McFindingBuilder *finding,
                  McServer         *server,
                  McService         service,
                  gboolean          works)
{
  guint port = mc_server_get_port (server);

  if (!mc_service_is_protocol (service, mc_server_get_protocol (server)))
    {
      mc_check_set_wrong_service (finding, server, service);
      return;
    }

  mc_finding_builder_add_evidence (finding, "service", "%s", mc_service_get_id (service));
  if (works)
    {
      mc_finding_builder_add_evidence (finding, "working", _ ("port %u with STARTTLS"), port);
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "settings.wrong-security");
      mc_finding_builder_set_summary (finding, _ ("On port %u the server wants STARTTLS"), port);
    }
  else
    {
      /* Also when STARTTLS is offered, but ends in nothing that can be trusted. */
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "tls.starttls-missing");
      mc_finding_builder_set_doubt (finding, 0.7, intercepted, BY_OTHER_NETWORK);
      mc_finding_builder_set_summary (finding, _ ("On port %u the server offers no encryption that works"), port);
    }
}

/* The handshake failed: does the server speak in the clear there? */
static gboolean
set_from_plain (McCheckContext   *context,
                McScope          *scope,
                McMailSession    *session,
                McFindingBuilder *finding)
{
  McServer                *server = mc_mail_session_get_server (session);
  McConnection            *connection = mc_mail_session_get_connection (session);
  g_autoptr (McScope)      limit = mc_scope_new (scope, PROBE_TIMEOUT_MS);
  g_autoptr (McTranscript) transcript = mc_check_context_new_transcript (context);
  McService                service = mc_service_probe_plain (limit, mc_connection_get_address (connection),
                                                             mc_server_get_port (server), transcript);
  gboolean                 is_protocol = mc_service_is_protocol (service, mc_server_get_protocol (server));

  if (service == MC_SERVICE_SILENT || service == MC_SERVICE_TLS)
    return FALSE;

  set_from_service (finding, server, service,
                    is_protocol && mc_service_works (limit, server, mc_connection_get_address (connection),
                                                     mc_server_get_port (server), MC_SECURITY_STARTTLS, transcript));
  return TRUE;
}

/* Firewalls that dislike encryption write over the word: "XXXXXXXA" stands where STARTTLS stood. */
static gboolean
has_masked_capability (McMailSession *session)
{
  const char *const *capabilities = mc_mail_client_list_capabilities (mc_mail_session_get_client (session));

  for (guint i = 0; capabilities != NULL && capabilities[i] != NULL; i++)
    {
      if (strlen (capabilities[i]) >= 4 && strspn (capabilities[i], "Xx") >= strlen (capabilities[i]) - 1)
        return TRUE;
    }

  return FALSE;
}

/* Refused for now, as SMTP's 421 says; not because of the encryption. */
static gboolean
is_turned_away (McMailSession *session)
{
  McMailClient *client = mc_mail_session_get_client (session);
  McMailReply  *reply = client != NULL ? mc_mail_client_get_last_reply (client) : NULL;

  return reply != NULL && mc_mail_reply_get_reply_code (reply) == 421;
}

static void
set_from_error (McFindingBuilder *finding,
                McMailSession    *session,
                GError           *error)
{
  const char *code = "tls.handshake-failed";
  const char *summary = _ ("The encrypted connection could not be set up");

  if (g_error_matches (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED))
    {
      code = has_masked_capability (session) ? "network.mail-intercepted" : "tls.starttls-missing";
      summary = _ ("The server offers no encryption on this port");
    }
  else if (is_turned_away (session))
    {
      code = "server.unavailable";
      summary = _ ("The server answers, but turns this computer away");
    }
  else if (error->domain == MC_MAIL_ERROR || g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_INJECTED))
    {
      code = "tls.starttls-broken";
      summary = _ ("The server announces encryption, but it does not work");
    }
  else if (g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLIENT_CERTIFICATE))
    {
      code = "tls.client-certificate";
      summary = _ ("The server demands a certificate from this computer");
    }
  else if (g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TIMED_OUT))
    code = "encryption.timed-out";

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, code);
  mc_finding_builder_set_summary (finding, "%s", summary);
  if (g_str_has_prefix (code, "tls.starttls-"))
    mc_finding_builder_set_doubt (finding, 0.75, intercepted, BY_OTHER_NETWORK);
  else if (g_str_equal (code, "network.mail-intercepted"))
    mc_finding_builder_set_doubt (finding, 0.85, NULL, NULL);
}

/* A server that turns everybody away offers no encryption either; that is no fault of its own. */
static gboolean
is_greeted (McMailSession *session)
{
  McMailReply *greeting = mc_mail_session_get_greeting (session);

  return greeting != NULL && mc_mail_reply_is_accepted (greeting);
}

static void
set_blocked_by_greeting (McFindingBuilder *finding,
                         const McCheck    *check)
{
  g_autofree char *blocker = g_strdup_printf ("%s.greeting", mc_group_get_id (check->group));

  mc_finding_builder_set_blocked_by (finding, blocker);
}

/* The settings want no encryption: could the server do better? */
static void
set_without (McCheckContext   *context,
             McScope          *scope,
             McMailSession    *session,
             const McCheck    *check,
             McFindingBuilder *finding)
{
  static const McService services[] = {
    [MC_PROTOCOL_IMAP] = MC_SERVICE_IMAP,
    [MC_PROTOCOL_POP3] = MC_SERVICE_POP3,
    [MC_PROTOCOL_SMTP] = MC_SERVICE_SMTP,
  };
  McServer                *server = mc_mail_session_get_server (session);
  g_autoptr (McTranscript) transcript = mc_check_context_new_transcript (context);

  if (!mc_mail_session_await (session, MC_SESSION_READY, scope, NULL))
    set_blocked_by_greeting (finding, check);
  else if (mc_server_is_loopback (server))
    mc_finding_builder_set_summary (finding, _ ("The connection stays on this computer and needs no encryption"));
  else
    set_from_service (finding, server, services[mc_server_get_protocol (server)],
                      mc_mail_client_offers_tls (mc_mail_session_get_client (session)) &&
                        mc_service_works (scope, server,
                                          mc_connection_get_address (mc_mail_session_get_connection (session)),
                                          mc_server_get_port (server), MC_SECURITY_STARTTLS, transcript));
}

void
mc_check_encryption_run (McCheckContext   *context,
                         const McCheck    *check,
                         McScope          *scope,
                         McFindingBuilder *finding)
{
  McMailSession     *session = mc_check_get_session (context, check);
  McSecurity         security = mc_server_get_security (mc_mail_session_get_server (session));
  g_autoptr (GError) error = NULL;

  mc_check_set_target (finding, session);
  if (security == MC_SECURITY_NONE)
    {
      set_without (context, scope, session, check, finding);
      return;
    }

  if (mc_mail_session_await (session, MC_SESSION_ENCRYPTED, scope, &error))
    {
      set_encrypted (finding, session);
      return;
    }

  if (security == MC_SECURITY_STARTTLS && !is_greeted (session))
    {
      set_blocked_by_greeting (finding, check);
      return;
    }

  mc_finding_builder_add_evidence (finding, "error", "%s", error->message);
  mc_check_set_transcript (finding, session);
  if (security == MC_SECURITY_STARTTLS || !set_from_plain (context, scope, session, finding))
    set_from_error (finding, session, error);
}
