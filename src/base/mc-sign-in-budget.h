/* mc-sign-in-budget.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-secret.h"

G_BEGIN_DECLS

#define MC_TYPE_SIGN_IN_BUDGET (mc_sign_in_budget_get_type ())

G_DECLARE_FINAL_TYPE (McSignInBudget, mc_sign_in_budget, MC, SIGN_IN_BUDGET, GObject)

McSignInBudget *mc_sign_in_budget_new (void);
gboolean        mc_sign_in_budget_was_refused (McSignInBudget *self,
                                               McSecret       *secret);
gboolean        mc_sign_in_budget_is_spent (McSignInBudget *self,
                                            McSecret       *secret);
void            mc_sign_in_budget_refused (McSignInBudget *self,
                                           McSecret       *secret);
void            mc_sign_in_budget_accepted (McSignInBudget *self,
                                            const char     *host);
const char     *mc_sign_in_budget_get_accepted_by (McSignInBudget *self);

G_END_DECLS
