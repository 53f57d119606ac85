/* mc-diagnosis.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mc-cause.h"
#include "mc-finding.h"

G_BEGIN_DECLS

#define MC_TYPE_DIAGNOSIS (mc_diagnosis_get_type ())

G_DECLARE_FINAL_TYPE (McDiagnosis, mc_diagnosis, MC, DIAGNOSIS, GObject)

McDiagnosis       *mc_diagnosis_new (const McCause     *cause,
                                     double             confidence,
                                     const char *const *because,
                                     const char *const *alternatives,
                                     const char        *decided_by,
                                     GHashTable        *values);
const McCause     *mc_diagnosis_get_cause (McDiagnosis *self);
const char        *mc_diagnosis_get_severity (McDiagnosis *self);
gboolean           mc_diagnosis_is_problem (McDiagnosis *self);
gboolean           mc_diagnosis_says_the_same (McDiagnosis *self,
                                               McDiagnosis *other);
double             mc_diagnosis_get_confidence (McDiagnosis *self);
const char *const *mc_diagnosis_get_because (McDiagnosis *self);
const char *const *mc_diagnosis_get_alternatives (McDiagnosis *self);
char              *mc_diagnosis_dup_decided_by (McDiagnosis *self);
char              *mc_diagnosis_dup_title (McDiagnosis *self);
char              *mc_diagnosis_dup_explanation (McDiagnosis *self);
GStrv              mc_diagnosis_dup_steps (McDiagnosis *self);
const char        *mc_diagnosis_find_value (McDiagnosis *self,
                                            const char  *placeholder);

G_END_DECLS
