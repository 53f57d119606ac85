/* mc-check-inbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"

static void
set_from_reply (McCheckContext   *context,
                McFindingBuilder *finding,
                McServer         *server,
                McMailReply      *reply)
{
  /* Signed in, and still refused: by itself that is a fault of the mailbox. */
  if (!mc_check_set_from_reply (context, finding, server, reply))
    mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "mailbox.damaged");
  mc_finding_builder_set_summary (finding, _ ("The server does not open the inbox"));
}

void
mc_check_inbox_run (McCheckContext   *context,
                    const McCheck    *check,
                    McScope          *scope,
                    McFindingBuilder *finding)
{
  McMailSession          *session = mc_check_get_session (context, check);
  McMailClient           *client = mc_mail_session_get_client (session);
  g_autoptr (McMailbox)   mailbox = NULL;
  g_autoptr (McMailReply) reply = NULL;
  g_autoptr (GError)      error = NULL;
  g_autofree char        *software = NULL;

  mc_check_set_target (finding, session);

  /* Some servers open no mailbox for a program that has not said its name. */
  if (mc_mail_client_identify (client, scope, &software, NULL) && software != NULL)
    mc_finding_builder_add_evidence (finding, "server_software", "%s", software);
  reply = mc_mail_client_open_inbox (client, scope, &mailbox, &error);

  if (reply == NULL)
    {
      mc_finding_builder_add_evidence (finding, "error", "%s", error->message);
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "server.broken");
      mc_finding_builder_set_summary (finding, _ ("The connection broke while the inbox was opened"));
    }
  else if (!mc_mail_reply_is_accepted (reply) || mailbox == NULL)
    set_from_reply (context, finding, mc_mail_session_get_server (session), reply);
  else
    {
      mc_finding_builder_add_evidence (finding, "messages", "%u", mailbox->exists);
      /* Translators: %u is a number of messages */
      mc_finding_builder_set_summary (finding, ngettext ("The inbox opens and holds %u message", "The inbox opens and holds %u messages", mailbox->exists),
                                      mailbox->exists);
    }

  if (mc_finding_builder_get_outcome (finding) == MC_OUTCOME_FAIL)
    mc_check_set_transcript (finding, session);
}
