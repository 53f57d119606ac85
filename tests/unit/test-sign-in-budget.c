/* test-sign-in-budget.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-sign-in-budget.h"

static McSecret *
password (const char *text)
{
  return mc_secret_new (MC_SECRET_PASSWORD, text, strlen (text));
}

static void
refuse (McSignInBudget *budget,
        McSecret       *secret,
        McDirection     direction)
{
  mc_sign_in_budget_try (budget, secret);
  mc_sign_in_budget_refused (budget, secret, direction, g_strdup ("no"), g_free);
}

static void
accept (McSignInBudget *budget,
        McSecret       *secret,
        McDirection     direction)
{
  mc_sign_in_budget_try (budget, secret);
  mc_sign_in_budget_accepted (budget, secret, direction, "imap.example.org");
}

static void
test_two_refusals (void)
{
  g_autoptr (McSignInBudget) budget = mc_sign_in_budget_new ();
  g_autoptr (McSecret)       secret = password ("open sesame");
  g_autoptr (McSecret)       same = password ("open sesame");

  g_assert_null (mc_sign_in_budget_get_words (budget, secret, MC_DIRECTION_INCOMING));
  refuse (budget, secret, MC_DIRECTION_INCOMING);
  g_assert_cmpstr (mc_sign_in_budget_get_words (budget, same, MC_DIRECTION_INCOMING), ==, "no");
  g_assert_null (mc_sign_in_budget_get_words (budget, same, MC_DIRECTION_OUTGOING));
  g_assert_false (mc_sign_in_budget_is_spent (budget, secret));
  refuse (budget, same, MC_DIRECTION_OUTGOING);
  g_assert_true (mc_sign_in_budget_is_spent (budget, secret));
}

static void
test_changed_password (void)
{
  g_autoptr (McSignInBudget) budget = mc_sign_in_budget_new ();
  g_autoptr (McSecret)       old = password ("open sesame");
  g_autoptr (McSecret)       changed = password ("open barley");

  refuse (budget, old, MC_DIRECTION_INCOMING);
  refuse (budget, old, MC_DIRECTION_INCOMING);
  g_assert_null (mc_sign_in_budget_get_words (budget, changed, MC_DIRECTION_INCOMING));
  g_assert_false (mc_sign_in_budget_is_spent (budget, changed));
  refuse (budget, changed, MC_DIRECTION_INCOMING);
  g_assert_false (mc_sign_in_budget_is_spent (budget, changed));
}

/* Whoever goes back before the server has answered has sent the password all the same. */
static void
test_unanswered (void)
{
  g_autoptr (McSignInBudget) budget = mc_sign_in_budget_new ();
  g_autoptr (McSecret)       secret = password ("open sesame");

  mc_sign_in_budget_try (budget, secret);
  mc_sign_in_budget_try (budget, secret);
  g_assert_true (mc_sign_in_budget_is_spent (budget, secret));
  mc_sign_in_budget_not_sent (budget, secret);
  g_assert_false (mc_sign_in_budget_is_spent (budget, secret));
}

static void
test_accepted (void)
{
  g_autoptr (McSignInBudget) budget = mc_sign_in_budget_new ();
  g_autoptr (McSecret)       secret = password ("open sesame");
  g_autoptr (McSecret)       changed = password ("open barley");

  for (guint i = 0; i < 5; i++)
    accept (budget, secret, MC_DIRECTION_INCOMING);
  g_assert_false (mc_sign_in_budget_is_spent (budget, secret));
  g_assert_cmpstr (mc_sign_in_budget_get_accepted_by (budget, secret), ==, "imap.example.org");

  /* That a server took one password says nothing about another. */
  g_assert_null (mc_sign_in_budget_get_accepted_by (budget, changed));
  refuse (budget, secret, MC_DIRECTION_INCOMING);
  g_assert_null (mc_sign_in_budget_get_accepted_by (budget, secret));
}

/* What was refused may be accepted later; refusals by the other server still count. */
static void
test_accepted_later (void)
{
  g_autoptr (McSignInBudget) budget = mc_sign_in_budget_new ();
  g_autoptr (McSecret)       secret = password ("open sesame");

  refuse (budget, secret, MC_DIRECTION_OUTGOING);
  accept (budget, secret, MC_DIRECTION_INCOMING);
  g_assert_nonnull (mc_sign_in_budget_get_words (budget, secret, MC_DIRECTION_OUTGOING));
  refuse (budget, secret, MC_DIRECTION_OUTGOING);
  g_assert_true (mc_sign_in_budget_is_spent (budget, secret));
}

/* A run that was left may end after the next has begun. */
static void
test_late (void)
{
  g_autoptr (McSignInBudget) budget = mc_sign_in_budget_new ();
  g_autoptr (McSecret)       old = password ("open sesame");
  g_autoptr (McSecret)       changed = password ("open barley");

  mc_sign_in_budget_try (budget, old);
  mc_sign_in_budget_try (budget, changed);
  mc_sign_in_budget_refused (budget, old, MC_DIRECTION_INCOMING, g_strdup ("no"), g_free);
  g_assert_null (mc_sign_in_budget_get_words (budget, changed, MC_DIRECTION_INCOMING));
  mc_sign_in_budget_accepted (budget, old, MC_DIRECTION_INCOMING, "imap.example.org");
  g_assert_null (mc_sign_in_budget_get_accepted_by (budget, changed));
  mc_sign_in_budget_not_sent (budget, old);
  mc_sign_in_budget_try (budget, changed);
  g_assert_true (mc_sign_in_budget_is_spent (budget, changed));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sign-in-budget/two-refusals", test_two_refusals);
  g_test_add_func ("/sign-in-budget/changed-password", test_changed_password);
  g_test_add_func ("/sign-in-budget/unanswered", test_unanswered);
  g_test_add_func ("/sign-in-budget/accepted", test_accepted);
  g_test_add_func ("/sign-in-budget/accepted-later", test_accepted_later);
  g_test_add_func ("/sign-in-budget/late", test_late);

  return g_test_run ();
}
