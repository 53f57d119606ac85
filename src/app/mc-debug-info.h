/* mc-debug-info.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mc_debug_info_write (const char *renderer,
                           const char *keyring);

G_END_DECLS
