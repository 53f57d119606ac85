/* mc-network-permission.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean mc_network_permission_ask (GtkWidget *widget);

G_END_DECLS
