/* mc-network-notice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-window.h"

G_BEGIN_DECLS

#define MC_TYPE_NETWORK_NOTICE (mc_network_notice_get_type ())

G_DECLARE_FINAL_TYPE (McNetworkNotice, mc_network_notice, MC, NETWORK_NOTICE, GObject)

McNetworkNotice *mc_network_notice_new (McWindow *window);

G_END_DECLS
