/* mc-typed.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *mc_typed_take_address (const char *text);
gboolean    mc_typed_is_unfinished (const char *address);
const char *mc_typed_explain_address (const char *address);
char       *mc_typed_take_host (const char *text,
                                guint16    *port);
gboolean    mc_typed_take_port (const char *text,
                                guint16    *port);

G_END_DECLS
