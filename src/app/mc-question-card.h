/* mc-question-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-journey.h"

G_BEGIN_DECLS

#define MC_TYPE_QUESTION_CARD (mc_question_card_get_type ())

G_DECLARE_FINAL_TYPE (McQuestionCard, mc_question_card, MC, QUESTION_CARD, GtkBox)

G_END_DECLS
