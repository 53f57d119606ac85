/* mc-sign-in-budget.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-sign-in-budget.h"

/* Servers lock accounts after a few failures; the first limits seen are three. */
#define MAX_TRIES 2

/**
 * McSignInBudget:
 *
 * Counts the sign-ins of an account that a server refused, or was asked for and
 * did not answer, over all protocols and over every run that shares it, so that
 * a checkup never locks anyone out. A changed secret starts anew.
 */
struct _McSignInBudget
{
  GObject        parent_instance;
  McSecret      *secret; /* what all the rest is about */
  guint          n_tries;
  char          *accepted_by;
  gpointer       words[MC_DIRECTION_OUTGOING + 1]; /* those of the last refusal */
  GDestroyNotify free_words[MC_DIRECTION_OUTGOING + 1];
};

G_DEFINE_FINAL_TYPE (McSignInBudget, mc_sign_in_budget, G_TYPE_OBJECT)

static void
forget_words (McSignInBudget *self,
              McDirection     direction)
{
  if (self->words[direction] != NULL)
    self->free_words[direction](self->words[direction]);
  self->words[direction] = NULL;
}

static void
forget (McSignInBudget *self)
{
  self->n_tries = 0;
  g_clear_pointer (&self->secret, mc_secret_unref);
  g_clear_pointer (&self->accepted_by, g_free);
  for (McDirection i = MC_DIRECTION_NONE; i <= MC_DIRECTION_OUTGOING; i++)
    forget_words (self, i);
}

static void
take_back (McSignInBudget *self)
{
  if (self->n_tries > 0)
    self->n_tries--;
}

static gboolean
is_about (McSignInBudget *self,
          McSecret       *secret)
{
  return self->secret != NULL && mc_secret_equal (self->secret, secret);
}

static void
mc_sign_in_budget_finalize (GObject *object)
{
  forget (MC_SIGN_IN_BUDGET (object));

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

  return self->n_tries >= MAX_TRIES && is_about (self, secret);
}

/**
 * mc_sign_in_budget_try:
 * @self: a budget
 * @secret: the secret that is to be sent now
 *
 * Counts a sign-in that begins. Until one of the functions below tells how it
 * ended it counts as refused: whoever stops a checkup does not hear the server.
 */
void
mc_sign_in_budget_try (McSignInBudget *self,
                       McSecret       *secret)
{
  g_return_if_fail (MC_IS_SIGN_IN_BUDGET (self));

  if (!is_about (self, secret))
    {
      forget (self);
      self->secret = mc_secret_ref (secret);
    }

  self->n_tries++;
}

/**
 * mc_sign_in_budget_not_sent:
 * @self: a budget
 * @secret: a secret that in the end was not sent
 */
void
mc_sign_in_budget_not_sent (McSignInBudget *self,
                            McSecret       *secret)
{
  g_return_if_fail (MC_IS_SIGN_IN_BUDGET (self));

  if (is_about (self, secret))
    take_back (self);
}

/**
 * mc_sign_in_budget_refused:
 * @self: a budget
 * @secret: the secret that was tried
 * @direction: the server that refused it
 * @words: (transfer full): what it said, as the caller keeps that
 * @free_words: frees @words
 */
void
mc_sign_in_budget_refused (McSignInBudget *self,
                           McSecret       *secret,
                           McDirection     direction,
                           gpointer        words,
                           GDestroyNotify  free_words)
{
  g_return_if_fail (MC_IS_SIGN_IN_BUDGET (self));
  g_return_if_fail (words != NULL && free_words != NULL);

  if (!is_about (self, secret))
    {
      free_words (words);
      return;
    }

  forget_words (self, direction);
  self->words[direction] = words;
  self->free_words[direction] = free_words;
  if (direction == MC_DIRECTION_INCOMING)
    g_clear_pointer (&self->accepted_by, g_free);
}

/**
 * mc_sign_in_budget_accepted:
 * @self: a budget
 * @secret: the secret that was tried
 * @direction: the server that accepted it
 * @host: its name
 */
void
mc_sign_in_budget_accepted (McSignInBudget *self,
                            McSecret       *secret,
                            McDirection     direction,
                            const char     *host)
{
  g_return_if_fail (MC_IS_SIGN_IN_BUDGET (self));

  if (!is_about (self, secret))
    return;

  take_back (self);
  forget_words (self, direction);
  if (direction == MC_DIRECTION_INCOMING)
    g_set_str (&self->accepted_by, host);
}

/**
 * mc_sign_in_budget_get_words:
 * @self: a budget
 * @secret: the secret that is to be used
 * @direction: a server
 *
 * Returns: (nullable): what the server said when it last refused this very
 *   secret, %NULL when it did not, or has accepted it since
 */
gpointer
mc_sign_in_budget_get_words (McSignInBudget *self,
                             McSecret       *secret,
                             McDirection     direction)
{
  g_return_val_if_fail (MC_IS_SIGN_IN_BUDGET (self), NULL);

  return is_about (self, secret) ? self->words[direction] : NULL;
}

/**
 * mc_sign_in_budget_get_accepted_by:
 * @self: a budget
 * @secret: the secret that is used
 *
 * Returns: (nullable): the incoming server when it last accepted this very secret
 */
const char *
mc_sign_in_budget_get_accepted_by (McSignInBudget *self,
                                   McSecret       *secret)
{
  g_return_val_if_fail (MC_IS_SIGN_IN_BUDGET (self), NULL);

  return is_about (self, secret) ? self->accepted_by : NULL;
}
