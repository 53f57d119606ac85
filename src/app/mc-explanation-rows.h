/* mc-explanation-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-delivery-group.h"
#include "mc-status.h"

G_BEGIN_DECLS

McStatus   mc_explanation_status_of_action (McDeliveryAction action);
GPtrArray *mc_explanation_rows_new_recipients (const McDeliveryGroup *group);
GPtrArray *mc_explanation_rows_new_server (const McDeliveryGroup *group,
                                           const char            *code_meaning);
GPtrArray *mc_explanation_rows_new_reply (const McReplyReading *reply,
                                          const char           *code_meaning);
GPtrArray *mc_explanation_rows_new_original (const McOriginal *original);
GPtrArray *mc_explanation_rows_new_links (const McExplained *explained);
GtkWidget *mc_explanation_row_new_group (const McDeliveryGroup *group,
                                         guint                  position,
                                         gboolean               with_original);

G_END_DECLS
