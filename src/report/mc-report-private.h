/* mc-report-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-outline.h"
#include "mc-personal.h"
#include "mc-report.h"

G_BEGIN_DECLS

/**
 * McReport:
 * @result: what is reported
 * @flags: how
 * @personal: (nullable): hides personal data, or %NULL when they are shown
 *
 * What each part of a report is made from.
 */
typedef struct
{
  const McResult *result;
  McReportFlags   flags;
  McPersonal     *personal;
} McReport;

void  mc_report_init (McReport       *self,
                      const McResult *result,
                      McReportFlags   flags);
void  mc_report_clear (McReport *self);
char *mc_report_clean (McReport   *self,
                       const char *text);
char *mc_report_clean_evidence (McReport   *self,
                                const char *name,
                                const char *value);
char *mc_report_format_duration (gint64 milliseconds);
char *mc_report_dup_summary (McReport  *self,
                             McFinding *finding);
GStrv mc_report_dup_transcript (McReport  *self,
                                McFinding *finding);
void  mc_report_add_evidence (McReport   *self,
                              McFinding  *finding,
                              McCheckRow *row);
void  mc_report_add_words (McReport   *self,
                           McFinding  *finding,
                           McCheckRow *row);
void  mc_report_add_verdict (McReport  *self,
                             McOutline *outline);
void  mc_report_add_checks (McReport  *self,
                            McOutline *outline);
void  mc_report_add_details (McReport  *self,
                             McOutline *outline);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (McReport, mc_report_clear)

G_END_DECLS
