/* mc-check-context.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-account.h"
#include "mc-redactor.h"
#include "mc-scope.h"
#include "mc-secret.h"
#include "mc-sign-in-budget.h"
#include "mc-transcript.h"

G_BEGIN_DECLS

#define MC_TYPE_CHECK_CONTEXT (mc_check_context_get_type ())

/**
 * McCheckEnding:
 * @object: what is at its end
 * @scope: the time it has
 *
 * Says goodbye to a server when all checks are over.
 */
typedef void (*McCheckEnding) (gpointer object,
                               McScope *scope);

G_DECLARE_FINAL_TYPE (McCheckContext, mc_check_context, MC, CHECK_CONTEXT, GObject)

McCheckContext *mc_check_context_new (McAccount      *account,
                                      McSecret       *secret,
                                      GHashTable     *answers,
                                      gboolean        allow_third_party,
                                      McSignInBudget *budget,
                                      McScope        *scope);
McAccount      *mc_check_context_get_account (McCheckContext *self);
McSecret       *mc_check_context_get_secret (McCheckContext *self);
McSignInBudget *mc_check_context_get_budget (McCheckContext *self);
McScope        *mc_check_context_get_scope (McCheckContext *self);
const char     *mc_check_context_get_answer (McCheckContext *self,
                                             const char     *question);
gboolean        mc_check_context_allows_third_party (McCheckContext *self);
McServer       *mc_check_context_get_server (McCheckContext *self,
                                             McDirection     direction);
void            mc_check_context_set_server (McCheckContext *self,
                                             McDirection     direction,
                                             McServer       *server);
McTranscript   *mc_check_context_new_transcript (McCheckContext *self);
McRedactor     *mc_check_context_get_redactor (McCheckContext *self);
void            mc_check_context_put_fact (McCheckContext *self,
                                           McDirection     direction,
                                           gpointer        fact);
gpointer        mc_check_context_get_fact (McCheckContext *self,
                                           McDirection     direction,
                                           GType           type);
void            mc_check_context_add_ending (McCheckContext *self, McCheckEnding ending, gpointer object);
void            mc_check_context_end (McCheckContext *self);

G_END_DECLS
