/* mc-cause-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-diagnosis.h"
#include "mc-provider.h"

G_BEGIN_DECLS

GPtrArray *mc_cause_rows_new_steps (McDiagnosis      *diagnosis,
                                    const McProvider *provider,
                                    gboolean          has_settings);
GPtrArray *mc_cause_rows_new_alternatives (McDiagnosis *diagnosis);
GPtrArray *mc_cause_rows_new_links (McDiagnosis *diagnosis);
GtkWidget *mc_cause_row_new (McDiagnosis      *diagnosis,
                             const McProvider *provider,
                             gboolean          has_settings);

G_END_DECLS
