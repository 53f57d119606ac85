/* mc-issuer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mc-scope.h"

G_BEGIN_DECLS

gboolean mc_issuer_is_fetchable (const char *uri);
GBytes  *mc_issuer_fetch (McScope    *scope,
                          const char *uri,
                          GError    **error);

G_END_DECLS
