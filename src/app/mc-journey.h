/* mc-journey.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-question.h"
#include "mc-result.h"

G_BEGIN_DECLS

/**
 * McPhase:
 * @MC_PHASE_ASKING: the person says what is wrong, and with which account
 * @MC_PHASE_CHECKING: a checkup runs
 * @MC_PHASE_OVER: there is a result
 *
 * How far a journey has come.
 */
typedef enum
{
  MC_PHASE_ASKING,
  MC_PHASE_CHECKING,
  MC_PHASE_OVER,
} McPhase;

#define MC_TYPE_JOURNEY (mc_journey_get_type ())

G_DECLARE_FINAL_TYPE (McJourney, mc_journey, MC, JOURNEY, GObject)

McJourney        *mc_journey_new (void);
McPhase           mc_journey_get_phase (McJourney *self);
McSymptom         mc_journey_get_symptom (McJourney *self);
void              mc_journey_set_symptom (McJourney *self,
                                          McSymptom  symptom);
McAccount        *mc_journey_get_account (McJourney *self);
void              mc_journey_set_account (McJourney *self,
                                          McAccount *account);
McSecret         *mc_journey_get_secret (McJourney *self);
void              mc_journey_set_secret (McJourney *self,
                                         McSecret  *secret);
gboolean          mc_journey_get_third_party (McJourney *self);
void              mc_journey_set_third_party (McJourney *self,
                                              gboolean   allowed);
const char       *mc_journey_get_answer (McJourney  *self,
                                         const char *question);
void              mc_journey_set_answer (McJourney  *self,
                                         const char *question,
                                         const char *answer);
void              mc_journey_forget_trust (McJourney *self);
void              mc_journey_ask_again (McJourney  *self,
                                        const char *question);
void              mc_journey_skip_question (McJourney  *self,
                                            const char *question);
gboolean          mc_journey_is_skipped (McJourney  *self,
                                         const char *question);
const McQuestion *mc_journey_find_question (McJourney *self);
McCheckup        *mc_journey_get_checkup (McJourney *self);
McResult         *mc_journey_get_result (McJourney *self);
void              mc_journey_check (McJourney *self);
void              mc_journey_check_again (McJourney *self);
void              mc_journey_stop (McJourney *self);
void              mc_journey_leave (McJourney *self);
gboolean          mc_journey_is_busy (McJourney *self);

G_END_DECLS
