/* mc-report-pages.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "mc-outline.h"

G_BEGIN_DECLS

typedef struct _McReportPages McReportPages;

McReportPages *mc_report_pages_new (McOutline    *outline,
                                    PangoContext *context,
                                    double        width,
                                    double        height,
                                    const char   *footer);
void           mc_report_pages_free (McReportPages *self);
guint          mc_report_pages_get_n_pages (McReportPages *self);
void           mc_report_pages_draw (McReportPages *self,
                                     cairo_t       *cr,
                                     guint          page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McReportPages, mc_report_pages_free)

G_END_DECLS
