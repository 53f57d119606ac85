/* mc-public-names.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mc_public_names_has_host (const char *host);
gboolean mc_public_names_has_word (const char *word);

G_END_DECLS
