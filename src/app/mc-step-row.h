/* mc-step-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mc-step-offer.h"

G_BEGIN_DECLS

#define MC_TYPE_STEP_ROW (mc_step_row_get_type ())

G_DECLARE_FINAL_TYPE (McStepRow, mc_step_row, MC, STEP_ROW, GtkListBoxRow)

GtkWidget *mc_step_row_new (guint              number,
                            const char        *text,
                            const McStepOffer *offer);

G_END_DECLS
