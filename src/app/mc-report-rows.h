/* mc-report-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "mc-outline.h"

G_BEGIN_DECLS

typedef struct
{
  PangoLayout *layout;
  double       x;
} McReportCell;

/**
 * McReportRow:
 * @cells: texts side by side
 * @n_cells: how many there are
 * @space: how much room to leave above, in points
 * @glued: whether what follows must begin on the same page
 */
typedef struct
{
  McReportCell cells[3];
  guint        n_cells;
  double       space;
  gboolean     glued;
} McReportRow;

GPtrArray   *mc_report_rows_new (McOutline    *outline,
                                 PangoContext *context,
                                 double        width);
McReportRow *mc_report_row_new_footer (PangoContext *context,
                                       double        width,
                                       const char   *text,
                                       const char   *number);
void         mc_report_row_free (McReportRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McReportRow, mc_report_row_free)

G_END_DECLS
