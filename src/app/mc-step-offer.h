/* mc-step-offer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-diagnosis.h"
#include "mc-provider.h"

G_BEGIN_DECLS

/**
 * McStepOffer:
 * @label: what its button says, translated
 * @action: name of the action
 * @target: (nullable): its parameter, a string
 *
 * What a button can do for a step.
 */
typedef struct
{
  const char *label;
  const char *action;
  const char *target;
} McStepOffer;

gboolean mc_step_offer_init (McStepOffer      *self,
                             McDiagnosis      *diagnosis,
                             guint             step,
                             const McProvider *provider,
                             gboolean          has_settings);

G_END_DECLS
