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

/* The set of runs of three bytes has two to the power of this many bits. */
#define MC_WORDS_GRAM_BITS 15

/**
 * McWords:
 * @text: the words
 *
 * What was said, made comparable. Whether it holds a pattern is told quickly, also
 * for hundreds of patterns.
 */
typedef struct
{
  char *text;

  /*< private >*/
  gsize   length;
  guint64 grams[(1 << MC_WORDS_GRAM_BITS) / 64];
} McWords;

McWords *mc_words_new (const char *text);
McWords *mc_words_new_with_case_folded (const char *text);
void     mc_words_free (McWords *self);
gboolean mc_words_hold (const McWords *self,
                        const char    *pattern);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McWords, mc_words_free)

G_END_DECLS
