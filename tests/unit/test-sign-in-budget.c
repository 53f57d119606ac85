/* test-sign-in-budget.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-sign-in-budget.h"

static void
test_two_refusals (void)
{
  g_autoptr (McSignInBudget) budget = mc_sign_in_budget_new ();
  g_autoptr (McSecret)       secret = mc_secret_new (MC_SECRET_PASSWORD, "open sesame", 11);
  g_autoptr (McSecret)       same = mc_secret_new (MC_SECRET_PASSWORD, "open sesame", 11);

  g_assert_false (mc_sign_in_budget_was_refused (budget, secret));
  mc_sign_in_budget_refused (budget, secret);
  g_assert_true (mc_sign_in_budget_was_refused (budget, same));
  g_assert_false (mc_sign_in_budget_is_spent (budget, secret));
  mc_sign_in_budget_refused (budget, same);
  g_assert_true (mc_sign_in_budget_is_spent (budget, secret));
}

static void
test_changed_password (void)
{
  g_autoptr (McSignInBudget) budget = mc_sign_in_budget_new ();
  g_autoptr (McSecret)       old = mc_secret_new (MC_SECRET_PASSWORD, "open sesame", 11);
  g_autoptr (McSecret)       changed = mc_secret_new (MC_SECRET_PASSWORD, "open barley", 11);

  mc_sign_in_budget_refused (budget, old);
  mc_sign_in_budget_refused (budget, old);
  g_assert_false (mc_sign_in_budget_was_refused (budget, changed));
  g_assert_false (mc_sign_in_budget_is_spent (budget, changed));
  mc_sign_in_budget_refused (budget, changed);
  g_assert_false (mc_sign_in_budget_is_spent (budget, changed));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sign-in-budget/two-refusals", test_two_refusals);
  g_test_add_func ("/sign-in-budget/changed-password", test_changed_password);

  return g_test_run ();
}
