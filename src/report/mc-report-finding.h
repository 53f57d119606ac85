/* mc-report-finding.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-outline.h"
#include "mc-report.h"

G_BEGIN_DECLS

char      *mc_report_finding_dup_summary (const McResult *result,
                                          McFinding      *finding);
McOutline *mc_report_finding_to_outline (const McResult *result,
                                         McFinding      *finding,
                                         McReportFlags   flags);

G_END_DECLS
