/* mc-program-signs-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-program-signs.h"

G_BEGIN_DECLS

/* A list of patterns, %NULL-terminated. */
#define MC_PHRASES (const char *const[])

/**
 * McProgramPhrases:
 * @reasons: what a library says, within a program's sentence or with the name of the own
 *   server
 * @with_reason: a program's sentence that only tells with a reason
 * @alone: what nothing but a mail program says
 * @with_host: what could be said of other things where the text names no host
 * @with_own_server: what a server could say of the next one where the text does not name
 *   the own server
 *
 * How one thing is said in a language: patterns of mc_words_hold(), lower case, %NULL
 * where there are none. Addresses and what varies else stand for a “*”.
 */
typedef struct
{
  const char *const *reasons;
  const char *const *with_reason;
  const char *const *alone;
  const char *const *with_host;
  const char *const *with_own_server;
} McProgramPhrases;

extern const McProgramPhrases mc_program_phrases_en[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_de[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_fr[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_es[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_it[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_pt_br[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_nl[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_pl[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_ru[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_ja[MC_PROGRAM_N_SIGNS];
extern const McProgramPhrases mc_program_phrases_zh_cn[MC_PROGRAM_N_SIGNS];

G_END_DECLS
