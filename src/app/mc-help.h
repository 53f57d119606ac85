/* mc-help.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mc_help_show (GtkWindow  *parent,
                   const char *article);

G_END_DECLS
