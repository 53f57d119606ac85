/* mc-sign-in-budget.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-sign-in-budget.h"

/* Servers lock accounts after a few failures; the first limits seen are three. */
#define MAX_REFUSALS 2

/**
 * McSignInBudget:
 *
 * Counts the refused sign-ins of an account, over all protocols and over every
 * run that shares it, so that a checkup never locks anyone out. A changed
 * secret starts anew.
 */
struct _McSignInBudget
{
  GObject   parent_instance;
  McSecret *secret;
  guint     n_refused;
  char     *accepted_by;
};

G_DEFINE_FINAL_TYPE (McSignInBudget, mc_sign_in_budget, G_TYPE_OBJECT)

static void
mc_sign_in_budget_finalize (GObject *object)
{
  McSignInBudget *self = MC_SIGN_IN_BUDGET (object);

  g_clear_pointer (&self->secret, mc_secret_unref);
  g_free (self->accepted_by);

  G_OBJECT_CLASS (mc_sign_in_budget_parent_class)->finalize (object);
}

static void
mc_sign_in_budget_class_init (McSignInBudgetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_sign_in_budget_finalize;
}

static void
mc_sign_in_budget_init (McSignInBudget *self)
{
}

McSignInBudget *
mc_sign_in_budget_new (void)
{
  return g_object_new (MC_TYPE_SIGN_IN_BUDGET, NULL);
}

/**
 * mc_sign_in_budget_was_refused:
 * @self: a budget
 * @secret: the secret that is to be used
 *
 * Returns: whether this very secret was refused before
 */
gboolean
mc_sign_in_budget_was_refused (McSignInBudget *self,
                               McSecret       *secret)
{
  g_return_val_if_fail (MC_IS_SIGN_IN_BUDGET (self), FALSE);

  return self->n_refused > 0 && mc_secret_equal (self->secret, secret);
}

/**
 * mc_sign_in_budget_is_spent:
 * @self: a budget
 * @secret: the secret that is to be used
 *
 * Returns: whether another refusal of it could lock the account
 */
gboolean
mc_sign_in_budget_is_spent (McSignInBudget *self,
                            McSecret       *secret)
{
  g_return_val_if_fail (MC_IS_SIGN_IN_BUDGET (self), TRUE);

  return self->n_refused >= MAX_REFUSALS && mc_secret_equal (self->secret, secret);
}

/**
 * mc_sign_in_budget_refused:
 * @self: a budget
 * @secret: the secret that a server just refused
 */
void
mc_sign_in_budget_refused (McSignInBudget *self,
                           McSecret       *secret)
{
  g_return_if_fail (MC_IS_SIGN_IN_BUDGET (self));

  if (!mc_secret_equal (self->secret, secret))
    {
      g_clear_pointer (&self->secret, mc_secret_unref);
      self->secret = mc_secret_ref (secret);
      self->n_refused = 0;
    }

  self->n_refused++;
}

/**
 * mc_sign_in_budget_accepted:
 * @self: a budget
 * @host: the server that accepted the sign-in of this run
 */
void
mc_sign_in_budget_accepted (McSignInBudget *self,
                            const char     *host)
{
  g_return_if_fail (MC_IS_SIGN_IN_BUDGET (self));

  g_set_str (&self->accepted_by, host);
}

/**
 * mc_sign_in_budget_get_accepted_by:
 * @self: a budget
 *
 * Returns: (nullable): the server that accepted the sign-in
 */
const char *
mc_sign_in_budget_get_accepted_by (McSignInBudget *self)
{
  g_return_val_if_fail (MC_IS_SIGN_IN_BUDGET (self), NULL);

  return self->accepted_by;
}
