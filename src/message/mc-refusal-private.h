/* mc-refusal-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-refusal.h"

G_BEGIN_DECLS

/**
 * McRefusalPhrase:
 * @reason: what it means
 * @pattern: what is said, a pattern of mc_words_hold()
 * @unless: (nullable): words with which it means something else
 *
 * A row: what a sentence means.
 */
typedef struct
{
  McReasonKind reason;
  const char  *pattern;
  const char  *unless;
} McRefusalPhrase;

const McRefusalPhrase *mc_refusal_phrase_find (McWords *words);
gboolean               mc_refusal_phrase_is_clear (const McRefusalPhrase *self);
const McRefusalPhrase *mc_refusal_phrase_find_longest (McWords *words);
McReasonKind           mc_refusal_token_find (McWords *words);

G_END_DECLS
