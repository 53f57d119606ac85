/* mc-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands for an email address and for a link in normalized words. */
#define MC_WORDS_ADDRESS "<@>"
#define MC_WORDS_LINK    "<url>"

/* The longest gap that a “*” of a pattern stands for, in bytes. */
#define MC_WORDS_MAX_GAP 80

char    *mc_words_normalize (const char *text);
gboolean mc_words_hold (const char *words,
                        const char *pattern);

G_END_DECLS
