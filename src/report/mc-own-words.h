/* mc-own-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mc_own_words_contain (const char *word);

G_END_DECLS
