/* mc-server-line.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-server.h"

G_BEGIN_DECLS

char *mc_server_line_new (McServer *incoming,
                          McServer *outgoing);

G_END_DECLS
