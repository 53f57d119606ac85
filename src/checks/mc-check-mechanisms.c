/* mc-check-mechanisms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"

static gboolean
offers_tokens (const char *const *mechanisms)
{
  return g_strv_contains (mechanisms, "XOAUTH2") || g_strv_contains (mechanisms, "OAUTHBEARER");
}

/* LOGINDISABLED means "encrypt first" in the clear, and "no passwords" under TLS. */
static const char *
code_without_password (McMailSession     *session,
                       const char *const *mechanisms)
{
  if (!mc_mail_session_has_reached (session, MC_SESSION_ENCRYPTED))
    return "login.encryption-required";
  if (offers_tokens (mechanisms))
    return "login.oauth-required";
  if (mechanisms[0] == NULL && mc_server_get_protocol (mc_mail_session_get_server (session)) == MC_PROTOCOL_SMTP)
    return "login.smtp-not-offered";

  return "login.no-common-mechanism";
}

void
mc_check_mechanisms_run (McCheckContext   *context,
                         const McCheck    *check,
                         McScope          *scope,
                         McFindingBuilder *finding)
{
  McMailSession     *session = mc_check_get_session (context, check);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv)     mechanisms = NULL;
  g_autofree char   *list = NULL;

  mc_check_set_target (finding, session);
  if (!mc_mail_session_await (session, MC_SESSION_READY, scope, &error))
    {
      mc_finding_builder_add_evidence (finding, "error", "%s", error->message);
      mc_check_set_transcript (finding, session);
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "server.broken");
      mc_finding_builder_set_summary (finding, _ ("The server does not say what it offers"));
      return;
    }

  mechanisms = mc_mail_client_list_mechanisms (mc_mail_session_get_client (session));
  list = g_strjoinv (" ", mechanisms);
  mc_finding_builder_add_evidence (finding, "mechanisms", "%s", list);

  if (!mc_mail_client_is_password_disabled (mc_mail_session_get_client (session)) &&
      mc_mail_client_choose_mechanism (mc_mail_session_get_client (session), MC_SECRET_PASSWORD) != NULL)
    {
      mc_finding_builder_set_summary (finding, _ ("The server takes passwords"));
      return;
    }

  if (offers_tokens ((const char *const *) mechanisms) && mc_check_context_get_secret (context) != NULL &&
      mc_secret_get_kind (mc_check_context_get_secret (context)) == MC_SECRET_TOKEN)
    {
      mc_finding_builder_set_summary (finding, _ ("The server takes sign-ins by the browser"));
      return;
    }

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL,
                                  code_without_password (session, (const char *const *) mechanisms));
  mc_finding_builder_set_summary (finding, _ ("The server takes no password on this connection"));
}
