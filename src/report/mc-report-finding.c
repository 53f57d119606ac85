/* mc-report-finding.c
 *
 * A report of one finding alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-report-finding.h"
#include "mc-report-private.h"

/**
 * mc_report_finding_dup_summary:
 * @result: a result
 * @finding: one of its findings
 *
 * Returns: (transfer full): what was found in a sentence, for the person at this computer
 */
char *
mc_report_finding_dup_summary (const McResult *result,
                               McFinding      *finding)
{
  g_auto (McReport) report = { 0 };

  g_return_val_if_fail (result != NULL, NULL);
  g_return_val_if_fail (MC_IS_FINDING (finding), NULL);

  mc_report_init (&report, result, MC_REPORT_SHOW_PERSONAL);
  return mc_report_dup_summary (&report, finding);
}

static void
add_target (McReport       *report,
            McBlock        *block,
            const McTarget *target)
{
  g_autofree char *host = target != NULL ? mc_report_clean (report, target->host) : NULL;
  g_autofree char *ip = target != NULL ? mc_report_clean (report, target->ip) : NULL;
  McSecurity       security;

  if (host != NULL)
    mc_block_add_pair (block, _ ("Server"), host);
  if (ip != NULL && g_strcmp0 (ip, host) != 0)
    mc_block_add_pair (block, _ ("Internet address"), ip);
  if (target != NULL && target->port != 0)
    {
      g_autofree char *port = g_strdup_printf ("%u", target->port);

      mc_block_add_pair (block, _ ("Port"), port);
    }
  if (target != NULL && mc_security_from_id (target->security, &security))
    mc_block_add_pair (block, _ ("Encryption"), mc_security_get_title (security));
}

static void
add_times (McBlock        *block,
           const McResult *result,
           McFinding      *finding)
{
  gint64                milliseconds = result->started * 1000 + mc_finding_get_started (finding);
  g_autoptr (GDateTime) started = g_date_time_new_from_unix_utc (milliseconds / 1000);
  g_autofree char      *time = started != NULL ? g_date_time_format (started, "%Y-%m-%d %H:%M:%S UTC") : NULL;
  g_autofree char      *duration = mc_report_format_duration (mc_finding_get_duration (finding));

  if (mc_finding_get_blocked_by (finding) != NULL)
    return;

  mc_block_add_pair (block, _ ("Started"), time != NULL ? time : _ ("not known"));
  mc_block_add_pair (block, _ ("Duration"), duration);
}

static void
add_circumstances (McReport  *report,
                   McOutline *outline,
                   McFinding *finding)
{
  McBlock *block;

  mc_outline_add_heading (outline, 3, _ ("How it was tested"));
  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  add_target (report, block, mc_finding_get_target (finding));
  add_times (block, report->result, finding);
  /* Translators: the id of a test follows, such as incoming.login */
  mc_block_add_pair (block, _ ("Test"), mc_finding_get_check (finding));
  if (mc_finding_get_code (finding) != NULL)
    /* Translators: the id of what a test found follows, such as tls.expired */
    mc_block_add_pair (block, _ ("Code"), mc_finding_get_code (finding));
}

static void
add_transcript (McReport  *report,
                McOutline *outline,
                McFinding *finding)
{
  g_auto (GStrv) lines = mc_report_dup_transcript (report, finding);
  McBlock       *block;

  if (*lines == NULL)
    return;

  block = mc_outline_add_transcript (outline, _ ("Dialogue with the server"));
  for (guint i = 0; lines[i] != NULL; i++)
    mc_block_add_text (block, lines[i]);
}

/**
 * mc_report_finding_to_outline:
 * @result: a result
 * @finding: one of its findings
 * @flags: how to report it
 *
 * What one test found: a block of checks with itself and all that was seen, a
 * block of details on how it was tested and, as far as something was said, a
 * transcript.
 *
 * Returns: (transfer full): the outline
 */
McOutline *
mc_report_finding_to_outline (const McResult *result,
                              McFinding      *finding,
                              McReportFlags   flags)
{
  g_auto (McReport) report = { 0 };
  g_autofree char  *summary = NULL;
  McOutline        *outline;
  McCheckRow       *row;

  g_return_val_if_fail (result != NULL, NULL);
  g_return_val_if_fail (MC_IS_FINDING (finding), NULL);

  mc_report_init (&report, result, flags);
  outline = mc_outline_new ();
  summary = mc_report_dup_summary (&report, finding);
  row = mc_block_add_check (mc_outline_add_items (outline, MC_BLOCK_CHECKS), mc_finding_get_outcome (finding),
                            mc_finding_get_title (finding), summary);
  mc_report_add_evidence (&report, finding, row);
  add_circumstances (&report, outline, finding);
  add_transcript (&report, outline, finding);

  return outline;
}
