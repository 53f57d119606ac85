/* mc-plain-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *mc_plain_row_new (const char *title);
GtkWidget *mc_plain_row_new_image (const char *icon_name);

G_END_DECLS
