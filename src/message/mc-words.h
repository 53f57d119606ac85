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

/* For a pattern whose first three bytes tell nothing. */
#define MC_WORDS_ANY_START G_MAXUINT16

/*< private >
 * McWordsView:
 * @text: a text
 * @length: how many bytes
 * @has_grams: whether they were counted yet
 * @grams: which runs of three bytes it has
 */
typedef struct
{
  char    *text;
  gsize    length;
  gboolean has_grams;
  guint64  grams[(1 << MC_WORDS_GRAM_BITS) / 64];
} McWordsView;

/**
 * McWords:
 * @said: as it was said, in lower case (ASCII)
 * @plain: with single spaces, without the codes at the start of each line, addresses
 *   as %MC_WORDS_ADDRESS and links as %MC_WORDS_LINK, so that names in them are not
 *   taken for words
 *
 * What was said, made comparable. Whether it holds a pattern is told quickly, also
 * for hundreds of patterns.
 */
typedef struct
{
  McWordsView said;
  McWordsView plain;
} McWords;

McWords    *mc_words_new (const char *text);
void        mc_words_free (McWords *self);
guint16     mc_words_hash_start (const char *pattern);
gboolean    mc_words_hold (McWords    *self,
                           const char *pattern);
gboolean    mc_words_hold_mark (McWords    *self,
                                const char *pattern);
const char *mc_words_find_any (McWords           *self,
                               const char *const *patterns,
                               gsize              n_patterns);
gsize       mc_words_count_letters (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McWords, mc_words_free)

/**
 * mc_words_may_hold:
 * @self: words
 * @start: how a pattern begins, by mc_words_hash_start()
 *
 * Tells quickly that words do not hold a pattern, for tables of many.
 *
 * Returns: whether mc_words_hold() has to be asked
 */
static inline gboolean
mc_words_may_hold (const McWords *self,
                   guint16        start)
{
  return start == MC_WORDS_ANY_START || (self->plain.grams[start / 64] >> start % 64 & 1) != 0;
}

G_END_DECLS
