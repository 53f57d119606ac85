/* test-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-account.h"

static void
assert_users (McAccount  *account,
              const char *incoming,
              const char *outgoing)
{
  g_assert_cmpstr (mc_account_get_user (account, MC_DIRECTION_INCOMING), ==, incoming);
  g_assert_cmpstr (mc_account_get_user (account, MC_DIRECTION_OUTGOING), ==, outgoing);
}

static void
test_users (void)
{
  g_autoptr (McAccount) account = mc_account_new (" anna@example.org ");

  assert_users (account, "anna@example.org", "anna@example.org");

  mc_account_set_outgoing_user (account, "relay");
  assert_users (account, "anna@example.org", "relay");
  g_assert_null (mc_account_get_own_user (account, MC_DIRECTION_INCOMING));
  g_assert_cmpstr (mc_account_get_own_user (account, MC_DIRECTION_OUTGOING), ==, "relay");

  mc_account_set_user (account, "anna");
  assert_users (account, "anna", "relay");

  mc_account_set_outgoing_user (account, NULL);
  assert_users (account, "anna", "anna");
  g_assert_null (mc_account_get_own_user (account, MC_DIRECTION_OUTGOING));
}

static void
test_invalid (void)
{
  g_autoptr (McAccount) account = mc_account_new ("anna");

  g_assert_null (mc_account_get_address (account));
  assert_users (account, "anna", "anna");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/account/users", test_users);
  g_test_add_func ("/account/invalid", test_invalid);

  return g_test_run ();
}
