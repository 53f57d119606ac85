/* mc-sign-in-budget.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-enums.h"
#include "mc-secret.h"

G_BEGIN_DECLS

#define MC_TYPE_SIGN_IN_BUDGET (mc_sign_in_budget_get_type ())

G_DECLARE_FINAL_TYPE (McSignInBudget, mc_sign_in_budget, MC, SIGN_IN_BUDGET, GObject)

McSignInBudget *mc_sign_in_budget_new (void);
gboolean        mc_sign_in_budget_is_spent (McSignInBudget *self,
                                            McSecret       *secret);
void            mc_sign_in_budget_try (McSignInBudget *self,
                                       McSecret       *secret);
void            mc_sign_in_budget_not_sent (McSignInBudget *self,
                                            McSecret       *secret);
void            mc_sign_in_budget_refused (McSignInBudget *self,
                                           McSecret       *secret,
                                           McDirection     direction,
                                           gpointer        words,
                                           GDestroyNotify  free_words);
void            mc_sign_in_budget_accepted (McSignInBudget *self,
                                            McSecret       *secret,
                                            McDirection     direction,
                                            const char     *host);
gpointer        mc_sign_in_budget_get_words (McSignInBudget *self,
                                             McSecret       *secret,
                                             McDirection     direction);
const char     *mc_sign_in_budget_get_accepted_by (McSignInBudget *self,
                                                   McSecret       *secret);

G_END_DECLS
