/* mc-check-sending.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-smtp-client.h"

gboolean
mc_check_sending_applies (McCheckContext *context,
                          const McCheck  *check)
{
  return mc_account_get_address (mc_check_context_get_account (context)) != NULL;
}

static void
set_refused (McCheckContext   *context,
             McFindingBuilder *finding,
             McServer         *server,
             McMailReply      *reply,
             const char       *code,
             const char       *summary)
{
  if (!mc_check_set_from_reply (context, finding, server, reply))
    mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, code);
  mc_finding_builder_set_summary (finding, "%s", summary);
}

/* Names sender and recipient, the person's own address both, and takes it back:
 * no message is sent. */
void
mc_check_sending_run (McCheckContext   *context,
                      const McCheck    *check,
                      McScope          *scope,
                      McFindingBuilder *finding)
{
  McMailSession          *session = mc_check_get_session (context, check);
  McServer               *server = mc_mail_session_get_server (session);
  McAccount              *account = mc_check_context_get_account (context);
  const char             *address = mc_address_get_text (mc_account_get_address (account));
  g_autoptr (McMailReply) from_reply = NULL;
  g_autoptr (McMailReply) to_reply = NULL;
  g_autoptr (GError)      error = NULL;

  mc_check_set_target (finding, session);
  if (!mc_smtp_client_try_sender (MC_SMTP_CLIENT (mc_mail_session_get_client (session)), scope, address, address,
                                  &from_reply, &to_reply, &error))
    {
      mc_finding_builder_add_evidence (finding, "error", "%s", error->message);
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "server.broken");
      mc_finding_builder_set_summary (finding, _ ("The connection broke while a message was prepared"));
    }
  else if (!mc_mail_reply_is_accepted (from_reply))
    set_refused (context, finding, server, from_reply, "sending.from-refused",
                 _ ("The server refuses a message from your address"));
  else if (to_reply != NULL && !mc_mail_reply_is_accepted (to_reply))
    set_refused (context, finding, server, to_reply, "sending.recipient-refused",
                 _ ("The server does not take a message to your own address"));
  else
    mc_finding_builder_set_summary (finding, _ ("The server would take a message from your address"));

  if (mc_finding_builder_get_outcome (finding) == MC_OUTCOME_FAIL)
    mc_check_set_transcript (finding, session);
}
