/* mc-checklist.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-account.h"
#include "mc-question.h"

G_BEGIN_DECLS

GPtrArray        *mc_checklist_list (McSymptom   symptom,
                                     GPtrArray  *findings,
                                     gboolean    is_over,
                                     McAccount  *account,
                                     GHashTable *answers);
const McQuestion *mc_checklist_next (McSymptom         symptom,
                                     GPtrArray        *findings,
                                     gboolean          is_over,
                                     McAccount        *account,
                                     GHashTable       *answers,
                                     const McQuestion *current);

G_END_DECLS
