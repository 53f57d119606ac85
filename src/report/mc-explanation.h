/* mc-explanation.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-input.h"
#include "mc-outline.h"

G_BEGIN_DECLS

/**
 * McExplained:
 * @title: one short sentence
 * @explanation: what it means
 * @fixed_by: who can fix it
 * @fixer: (nullable): that as a sentence without its full stop
 * @steps: what to do, in order
 * @letter: (nullable): a text to send to whoever has to act
 * @code_meaning: (nullable): what the codes of the server say, in sentences
 * @article: (nullable): id of the help article about it
 * @wants_checkup: whether a checkup of the own account would tell more
 *
 * What a person is told about one thing that happened, translated.
 */
typedef struct
{
  char       *title;
  char       *explanation;
  McFixer     fixed_by;
  const char *fixer;
  GStrv       steps;
  char       *letter;
  char       *code_meaning;
  const char *article;
  gboolean    wants_checkup;
} McExplained;

McExplained *mc_explained_new_for_delivery (const McDelivery *delivery);
McExplained *mc_explained_new_for_reply (const McReplyReading *reply);
McExplained *mc_explained_new_for_other (const McInput *input);
void         mc_explained_free (McExplained *self);
char        *mc_explained_dup_outcome (const McDelivery *delivery);
const char  *mc_explained_get_reply_outcome (const McReplyReading *reply);
gboolean     mc_explained_is_for_now (const McReplyReading *reply);

char       *mc_explanation_dup_codes (int         reply_code,
                                      const char *enhanced_code,
                                      const char *response_code);
const char *mc_explanation_get_limit (const McInput *input);
void        mc_explanation_add (const McInput *input,
                                const char    *file,
                                McOutline     *outline);
char       *mc_explanation_to_json (const McInput *input,
                                    const char    *file);
char       *mc_explanation_error_to_json (const char *file,
                                          const char *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McExplained, mc_explained_free)

G_END_DECLS
