/* mc-verdict-heading.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mc-status.h"
#include "mc-verdict.h"

G_BEGIN_DECLS

#define MC_TYPE_VERDICT_HEADING (mc_verdict_heading_get_type ())

G_DECLARE_FINAL_TYPE (McVerdictHeading, mc_verdict_heading, MC, VERDICT_HEADING, GtkBox)

void        mc_verdict_heading_show (McVerdictHeading *self,
                                     McVerdict        *verdict);
void        mc_verdict_heading_show_words (McVerdictHeading *self,
                                           McStatus          status,
                                           const char       *severity,
                                           const char       *title);
void        mc_verdict_heading_set_details (McVerdictHeading *self,
                                            GtkLabel         *explanation,
                                            GtkLabel         *fixer);
const char *mc_verdict_heading_get_title (McVerdictHeading *self);

G_END_DECLS
