/* mc-report.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-outline.h"
#include "mc-result.h"

G_BEGIN_DECLS

/**
 * McReportFlags:
 * @MC_REPORT_SHOW_PERSONAL: leave addresses, names and own hosts as they are
 * @MC_REPORT_VERBOSE: add the redacted transcripts
 * @MC_REPORT_COLOR: colour the text with terminal sequences; text format only
 */
typedef enum
{
  MC_REPORT_DEFAULT = 0,
  MC_REPORT_SHOW_PERSONAL = 1 << 0,
  MC_REPORT_VERBOSE = 1 << 1,
  MC_REPORT_COLOR = 1 << 2,
} McReportFlags;

McOutline *mc_report_to_outline (const McResult *result,
                                 McReportFlags   flags);
char      *mc_report_to_text (const McResult *result,
                              McReportFlags   flags);
char      *mc_report_to_markdown (const McResult *result,
                                  McReportFlags   flags);
char      *mc_report_to_html (const McResult *result,
                              McReportFlags   flags);
char      *mc_report_to_json (const McResult *result,
                              McReportFlags   flags);

G_END_DECLS
