/* mc-check-login.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "mc-certificate.h"
#include "mc-checks.h"
#include "mc-web-comparison.h"

static void
set_not_tested (McFindingBuilder *finding,
                const char       *code,
                const char       *summary)
{
  mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, code);
  mc_finding_builder_set_summary (finding, "%s", summary);
}

/* A password that one server refused is not tried on the other unless the person asks for it. */
static gboolean
is_refused_elsewhere (McCheckContext *context,
                      const McCheck  *check)
{
  return check->direction == MC_DIRECTION_OUTGOING &&
         mc_sign_in_budget_get_words (mc_check_context_get_budget (context), mc_check_context_get_secret (context),
                                      MC_DIRECTION_INCOMING) != NULL &&
         g_strcmp0 (mc_check_context_get_answer (context, "try-sending-password"), "yes") != 0;
}

static gboolean
is_within (const char *host,
           const char *domain)
{
  g_autofree char *ending = g_strconcat (".", domain, NULL);

  return g_str_equal (host, domain) || g_str_has_suffix (host, ending);
}

/* A host that only an unsigned DNS answer named gets the password only if it
 * lies in the registered domain of the address. */
static gboolean
is_host_trusted (McCheckContext *context,
                 McServer       *server)
{
  McAddress  *address = mc_account_get_address (mc_check_context_get_account (context));
  const char *domain;
  const char *host_domain;

  switch (mc_server_get_origin (server))
    {
    case MC_ORIGIN_USER:
    case MC_ORIGIN_PROVIDER:
    case MC_ORIGIN_PROGRAM:
    case MC_ORIGIN_ONLINE_ACCOUNT:
      return TRUE;
    case MC_ORIGIN_ISPDB:
    case MC_ORIGIN_AUTOCONFIG:
    case MC_ORIGIN_SRV:
    case MC_ORIGIN_AUTODISCOVER:
    case MC_ORIGIN_GUESS:
    default:
      break;
    }

  if (is_within (mc_server_get_host (server), mc_address_get_domain (address)))
    return TRUE;

  domain = soup_tld_get_base_domain (mc_address_get_domain (address), NULL);
  host_domain = soup_tld_get_base_domain (mc_server_get_host (server), NULL);
  return domain != NULL && g_strcmp0 (domain, host_domain) == 0;
}

/* What signs in place of everybody reads along, also where this computer was told
 * to trust it; then only the person can say that it is welcome. */
static gboolean
is_intercepted (McCheckContext *context,
                McMailSession  *session)
{
  McWebComparison          *comparison = mc_check_context_get_fact (context, MC_DIRECTION_NONE, MC_TYPE_WEB_COMPARISON);
  McTlsInfo                *info = mc_connection_get_tls_info (mc_mail_session_get_connection (session));
  GPtrArray                *samples = comparison != NULL ? mc_web_comparison_list (comparison) : NULL;
  const char               *foreign = samples != NULL ? mc_web_comparison_foreign_issuer (samples)
                                                      : NULL;
  g_autoptr (McCertificate) own = NULL;

  if (foreign == NULL || g_strcmp0 (mc_check_context_get_answer (context, "trust-interception"), "yes") == 0)
    return FALSE;

  own = mc_certificate_new_from_tls (g_ptr_array_index (mc_tls_info_get_chain (info), 0), NULL);
  return own == NULL || g_str_equal (foreign, mc_certificate_get_issuer (own));
}

/* Encryption alone does not tell whom it is with. */
static void
set_not_secure (McFindingBuilder *finding,
                McMailSession    *session)
{
  set_not_tested (finding, MC_CODE_NOT_SECURE,
                  mc_mail_session_has_reached (session, MC_SESSION_ENCRYPTED)
                    ? _ ("The password was not sent, because the certificate is not trusted or the encryption is too weak")
                    : _ ("The password was not sent, because the connection is not encrypted"));
}

static void
set_from_error (McFindingBuilder *finding,
                GError           *error)
{
  const char *code = "server.broken";

  mc_finding_builder_add_evidence (finding, "error", "%s", error->message);
  if (g_error_matches (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NO_MECHANISM))
    code = "login.no-common-mechanism";
  else if (g_error_matches (error, MC_MAIL_ERROR, MC_MAIL_ERROR_SECRET))
    code = "login.secret-unusable";
  else if (g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TIMED_OUT))
    code = "login.timed-out";

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, code);
  mc_finding_builder_set_summary (finding, _ ("The sign-in could not be carried out"));
}

static gboolean
are_of_one_domain (const char *host,
                   const char *other)
{
  const char *domain = soup_tld_get_base_domain (host, NULL);

  return domain != NULL && g_strcmp0 (domain, soup_tld_get_base_domain (other, NULL)) == 0;
}

/* Accepted for reading, refused for sending at the same provider: then it is hardly a typing mistake. */
static void
doubt_password (McCheckContext   *context,
                McServer         *server,
                McFindingBuilder *finding)
{
  const char *accepted_by = mc_sign_in_budget_get_accepted_by (mc_check_context_get_budget (context),
                                                               mc_check_context_get_secret (context));
  const char *code = mc_finding_builder_get_code (finding);

  if (accepted_by != NULL && are_of_one_domain (accepted_by, mc_server_get_host (server)) &&
      (g_str_equal (code, "login.wrong-password") || g_str_equal (code, "login.refused")))
    mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "login.refused-for-sending");
}

/* Words about passwords mean something else where a token was refused. */
static void
doubt_token (McSecret         *secret,
             McFindingBuilder *finding)
{
  static const char *const about_passwords[] = {
    "login.wrong-password",
    "login.refused",
    "login.oauth-required",
    "login.app-password-required",
    NULL,
  };
  static const char *const alternatives[] = { "login.protocol-disabled", "login.refused-by-policy", NULL };

  if (mc_secret_get_kind (secret) != MC_SECRET_TOKEN ||
      !g_strv_contains (about_passwords, mc_finding_builder_get_code (finding)))
    return;

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "login.oauth-expired");
  mc_finding_builder_set_doubt (finding, 0.7, alternatives, N_ ("whether a new browser sign-in is accepted"));
}

/* A refusal the table does not know: the status says at least whether it passes. */
static const char *
code_from_status (McMailReply *reply)
{
  switch (mc_mail_reply_get_status (reply))
    {
    case MC_MAIL_REPLY_TEMPORARY:
      return "login.server-fault";
    case MC_MAIL_REPLY_CLOSING:
      return "server.unavailable";
    case MC_MAIL_REPLY_PROTOCOL_ERROR:
      return "server.broken";
    case MC_MAIL_REPLY_REFUSED:
    case MC_MAIL_REPLY_ACCEPTED:
    default:
      return "login.refused";
    }
}

static void
set_refused (McCheckContext   *context,
             McMailSession    *session,
             McMailReply      *reply,
             McFindingBuilder *finding)
{
  McServer *server = mc_mail_session_get_server (session);

  if (!mc_check_set_from_reply (context, finding, server, reply))
    mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, code_from_status (reply));
  doubt_password (context, server, finding);
  doubt_token (mc_check_context_get_secret (context), finding);
  mc_finding_builder_set_summary (finding, _ ("The server refuses the sign-in"));
}

/* What a server said to this very password still holds as far as anybody knows. */
static void
set_not_tried_again (McCheckContext   *context,
                     const McCheck    *check,
                     McMailSession    *session,
                     McFindingBuilder *finding)
{
  McMailReply *reply = mc_sign_in_budget_get_words (mc_check_context_get_budget (context),
                                                    mc_check_context_get_secret (context), check->direction);
  const char  *summary = _ ("The password was sent twice without success; another try could lock the account");

  if (reply == NULL)
    {
      set_not_tested (finding, MC_CODE_ENOUGH_REFUSALS, summary);
      return;
    }

  set_refused (context, session, reply, finding);
  mc_finding_builder_set_summary (finding, "%s", summary);
}

static gboolean
may_sign_in (McCheckContext   *context,
             const McCheck    *check,
             McMailSession    *session,
             McFindingBuilder *finding)
{
  McServer *server = mc_mail_session_get_server (session);

  if (mc_check_context_get_secret (context) == NULL)
    set_not_tested (finding, MC_CODE_NO_SECRET, _ ("Sign-in was not tested, because no password was given"));
  else if (!mc_connection_is_secure (mc_mail_session_get_connection (session)))
    set_not_secure (finding, session);
  else if (is_intercepted (context, session))
    set_not_tested (finding, MC_CODE_INTERCEPTED,
                    _ ("The password was not sent, because something on the way would read it"));
  else if (!is_host_trusted (context, server))
    set_not_tested (finding, MC_CODE_HOST_NOT_CONFIRMED,
                    _ ("The password was not sent, because the server is outside the domain of your address; give the server to confirm it"));
  else if (mc_sign_in_budget_is_spent (mc_check_context_get_budget (context), mc_check_context_get_secret (context)))
    set_not_tried_again (context, check, session, finding);
  else if (is_refused_elsewhere (context, check))
    set_not_tested (finding, MC_CODE_REFUSED_ELSEWHERE,
                    _ ("The password was not tried here, because the incoming server refused it"));
  else
    return TRUE;

  return FALSE;
}

static McMailReply *
sign_in (McCheckContext *context,
         const McCheck  *check,
         McScope        *scope,
         McMailSession  *session,
         const char     *user,
         GError        **error)
{
  McSignInBudget *budget = mc_check_context_get_budget (context);
  McSecret       *secret = mc_check_context_get_secret (context);
  McMailReply    *reply;

  mc_sign_in_budget_try (budget, secret);
  reply = mc_mail_client_sign_in (mc_mail_session_get_client (session), scope, user, secret, error);
  if (reply == NULL)
    {
      if (g_error_matches (*error, MC_MAIL_ERROR, MC_MAIL_ERROR_NO_MECHANISM) ||
          g_error_matches (*error, MC_MAIL_ERROR, MC_MAIL_ERROR_SECRET) ||
          g_error_matches (*error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NOT_SECURE))
        mc_sign_in_budget_not_sent (budget, secret);
    }
  else if (mc_mail_reply_is_accepted (reply))
    mc_sign_in_budget_accepted (budget, secret, check->direction,
                                mc_server_get_host (mc_mail_session_get_server (session)));
  else
    mc_sign_in_budget_refused (budget, secret, check->direction, mc_mail_reply_ref (reply),
                               (GDestroyNotify) mc_mail_reply_unref);

  return reply;
}

void
mc_check_login_run (McCheckContext   *context,
                    const McCheck    *check,
                    McScope          *scope,
                    McFindingBuilder *finding)
{
  McMailSession          *session = mc_check_get_session (context, check);
  McMailClient           *client = mc_mail_session_get_client (session);
  McAccount              *account = mc_check_context_get_account (context);
  const char             *user = mc_account_get_user (account, check->direction);
  McSecret               *secret = mc_check_context_get_secret (context);
  const char             *mechanism;
  g_autoptr (GError)      error = NULL;
  g_autoptr (McMailReply) reply = NULL;

  mc_check_set_target (finding, session);
  if (!may_sign_in (context, check, session, finding))
    return;

  mechanism = mc_mail_client_choose_mechanism (client, mc_secret_get_kind (secret));
  if (mechanism != NULL)
    mc_finding_builder_add_evidence (finding, "mechanism", "%s", mechanism);
  mc_finding_builder_add_evidence (finding, "user", "%s", user);

  reply = sign_in (context, check, scope, session, user, &error);
  mc_check_set_transcript (finding, session);
  if (reply == NULL)
    set_from_error (finding, error);
  else if (mc_mail_reply_is_accepted (reply))
    mc_finding_builder_set_summary (finding, _ ("The server accepts the sign-in"));
  else
    set_refused (context, session, reply, finding);
}
