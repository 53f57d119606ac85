/* mc-question.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-enums.h"
#include "mc-provider.h"
#include "mc-rule.h"

G_BEGIN_DECLS

#define MC_QUESTION_MAX_OPTIONS    5
#define MC_QUESTION_MAX_CONDITIONS 6

#define MC_ANSWER_YES     "yes"
#define MC_ANSWER_NO      "no"
#define MC_ANSWER_UNKNOWN "unknown"

/**
 * McOption:
 * @id: the public id, such as `yes`
 * @title: a few words, N_()
 *
 * An answer to choose.
 */
typedef struct
{
  const char *id;
  const char *title;
} McOption;

/**
 * McQuestion:
 * @id: the public id, fixed once released
 * @text: what a person can answer in seconds, N_()
 * @detail: (nullable): what helps to answer it, N_()
 * @symptoms: the symptoms it belongs to, a set of bits `1 << McSymptom`
 * @follows: an answer that brings it up too, as in a rule: `?` and a question's id
 * @options: its own answers, the last of them `unknown`; none stands for yes, no and not sure
 * @asked_when: only with one of these findings; none stands for always
 * @answered_by: never with one of these findings, which say as much
 * @link: the provider's page that helps to answer it
 * @changes_run: whether the answer says what the next checkup may test, rather
 *   than what this one means
 *
 * A row of the question table: what a person alone can know.
 */
typedef struct
{
  const char    *id;
  const char    *text;
  const char    *detail;
  guint          symptoms;
  McCondition    follows;
  McOption       options[MC_QUESTION_MAX_OPTIONS];
  McCondition    asked_when[MC_QUESTION_MAX_CONDITIONS];
  McCondition    answered_by[MC_QUESTION_MAX_CONDITIONS];
  McProviderLink link;
  gboolean       changes_run;
} McQuestion;

const McQuestion *mc_question_find (const char *id);
const McQuestion *mc_question_get_nth (guint position);
const char       *mc_question_get_text (const McQuestion *question);
const char       *mc_question_get_detail (const McQuestion *question);
gboolean          mc_question_is_about (const McQuestion *question,
                                        McSymptom         symptom);
const McOption   *mc_question_get_option (const McQuestion *question,
                                          guint             position);
const McOption   *mc_question_find_option (const McQuestion *question,
                                           const char       *id);
const char       *mc_option_get_title (const McOption *option);

G_END_DECLS
