/* mc-check-speed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"

/* Mail programs and people begin to give up about here. */
#define SLOW_MS     2500
#define SLOW_FACTOR 10
/* The way there and back once; even by satellite it is half of that. */
#define SLOW_NETWORK_MS 1500

static gint64
round_trip (McMailSession *session)
{
  const McAttempt *attempt = mc_reach_best_attempt (mc_mail_session_get_reach (session), G_SOCKET_FAMILY_INVALID);

  return attempt->duration_ms;
}

/* A server is slow when its answers take far longer than the way there and back. */
void
mc_check_speed_run (McCheckContext   *context,
                    const McCheck    *check,
                    McScope          *scope,
                    McFindingBuilder *finding)
{
  McMailSession *session = mc_check_get_session (context, check);
  gint64         connect_ms = round_trip (session);
  gint64         slowest_ms = MAX (mc_mail_session_get_time (session, MC_SESSION_GREETED),
                                   mc_mail_session_get_time (session, MC_SESSION_READY));

  mc_check_set_target (finding, session);
  mc_finding_builder_add_evidence (finding, "connect_ms", "%" G_GINT64_FORMAT, connect_ms);
  mc_finding_builder_add_evidence (finding, "greeting_ms", "%" G_GINT64_FORMAT,
                                   mc_mail_session_get_time (session, MC_SESSION_GREETED));
  mc_finding_builder_add_evidence (finding, "reply_ms", "%" G_GINT64_FORMAT,
                                   mc_mail_session_get_time (session, MC_SESSION_READY));

  if (connect_ms >= SLOW_NETWORK_MS)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "speed.slow-network");
      mc_finding_builder_set_summary (finding, _ ("The way to the server is very slow"));
    }
  else if (slowest_ms >= SLOW_MS && slowest_ms > SLOW_FACTOR * connect_ms)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "server.slow");
      /* Translators: %d is a number of seconds */
      mc_finding_builder_set_summary (finding, _ ("The server takes %d seconds for an answer"),
                                      (int) (slowest_ms / 1000));
    }
  else
    mc_finding_builder_set_summary (finding, _ ("The server answers quickly"));
}
