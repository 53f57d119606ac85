/* mc-report-format.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-report.h"

G_BEGIN_DECLS

/**
 * McReportFormat:
 * @id: how it is asked for
 * @extension: how the names of such files end
 * @mime_type: what such files are
 * @title: for people, in English
 * @write: makes a report of this format
 *
 * A format that a report can be saved in.
 */
typedef struct
{
  const char *id;
  const char *extension;
  const char *mime_type;
  const char *title;
  char *(*write) (const McResult *result, McReportFlags flags);
} McReportFormat;

const McReportFormat *mc_report_format_get (guint position);
const McReportFormat *mc_report_format_find (const char *id);
const McReportFormat *mc_report_format_find_for_name (const char *name);
char                 *mc_report_dup_base_name (const McResult *result);

G_END_DECLS
