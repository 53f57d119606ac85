/* mc-check-size.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-smtp-client.h"

void
mc_check_size_run (McCheckContext   *context,
                   const McCheck    *check,
                   McScope          *scope,
                   McFindingBuilder *finding)
{
  McMailSession   *session = mc_check_get_session (context, check);
  guint64          limit = mc_smtp_client_get_size_limit (MC_SMTP_CLIENT (mc_mail_session_get_client (session)));
  g_autofree char *shown = g_format_size (limit);

  mc_check_set_target (finding, session);
  if (limit > 0)
    {
      mc_finding_builder_add_evidence (finding, "limit_bytes", "%" G_GUINT64_FORMAT, limit);
      /* Translators: %s is a size such as "25 MB" */
      mc_finding_builder_set_summary (finding, _ ("The server takes messages of up to %s, attachments included"), shown);
      return;
    }

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "size.not-told");
  mc_finding_builder_set_summary (finding, _ ("The server does not say how large a message may be"));
}
