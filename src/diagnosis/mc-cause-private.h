/* mc-cause-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-cause.h"

G_BEGIN_DECLS

/* One array a family, each ended by a row without id; mc-cause.c puts them in order. */
extern const McCause mc_causes_outcome[];
extern const McCause mc_causes_network[];
extern const McCause mc_causes_computer[];
extern const McCause mc_causes_settings[];
extern const McCause mc_causes_login[];
extern const McCause mc_causes_server[];
extern const McCause mc_causes_tls[];
extern const McCause mc_causes_mailbox[];
extern const McCause mc_causes_domain[];
extern const McCause mc_causes_sending[];
extern const McCause mc_causes_authenticity[];

G_END_DECLS
