/* test-checks-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-check.h"

typedef void (*RowFunc) (const McCheck *check,
                         gsize          position);

static void
foreach_row (RowFunc func)
{
  gsize          n_checks;
  const McCheck *checks = mc_check_table (&n_checks);

  g_assert_cmpuint (n_checks, >, 0);
  for (gsize i = 0; i < n_checks; i++)
    {
      g_test_message ("%s", checks[i].id);
      func (&checks[i], i);
    }
}

static void
check_id (const McCheck *check,
          gsize          position)
{
  g_assert_true (g_regex_match_simple ("^[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*$", check->id, 0, 0));

  /* Also says that no other row has it. */
  g_assert_true (mc_check_find (check->id) == check);
}

static void
test_ids (void)
{
  foreach_row (check_id);
  g_assert_null (mc_check_find ("incoming"));
  g_assert_null (mc_check_find (""));
  g_assert_null (mc_check_find (NULL));
}

static void
check_complete (const McCheck *check,
                gsize          position)
{
  g_assert_nonnull (check->title);
  g_assert_cmpstr (mc_check_get_title (check), !=, "");
  g_assert_false (g_str_has_suffix (check->title, "."));
  g_assert_cmpint (check->group, >=, 0);
  g_assert_cmpint (check->group, <, MC_N_GROUPS);
  g_assert_nonnull (check->run);

  /* Every check has a deadline, and none longer than a run. */
  g_assert_cmpuint (check->timeout_ms, >, 0);
  g_assert_cmpuint (check->timeout_ms, <=, 60000);
}

static void
test_complete (void)
{
  foreach_row (check_complete);
}

/* The report lists a check under the group that its id begins with. */
static void
check_group (const McCheck *check,
             gsize          position)
{
  g_autofree char *prefix = g_strconcat (mc_group_get_id (check->group), ".", NULL);

  g_assert_true (g_str_has_prefix (check->id, prefix));
  if (check->group == MC_GROUP_INCOMING)
    g_assert_cmpint (check->direction, ==, MC_DIRECTION_INCOMING);
  if (check->group == MC_GROUP_OUTGOING)
    g_assert_cmpint (check->direction, ==, MC_DIRECTION_OUTGOING);
}

static void
test_groups (void)
{
  foreach_row (check_group);
}

static void
assert_all_before (const char *const *ids,
                   gsize              position)
{
  gsize          n_checks;
  const McCheck *checks = mc_check_table (&n_checks);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const McCheck *other = mc_check_find (ids[i]);

      g_assert_nonnull (other);
      g_assert_cmpuint ((gsize) (other - checks), <, position);
    }
}

static void
check_order (const McCheck *check,
             gsize          position)
{
  g_assert_null (check->needs[MC_CHECK_MAX_NEEDS]);
  g_assert_null (check->after[MC_CHECK_MAX_NEEDS]);
  assert_all_before (check->needs, position);
  assert_all_before (check->after, position);

  for (guint i = 0; check->after[i] != NULL; i++)
    g_assert_false (g_strv_contains (check->needs, check->after[i]));
}

static void
test_order (void)
{
  foreach_row (check_order);
}

/* Whether @check cannot run without @other, over any number of steps. */
static gboolean
depends_on (const McCheck *check,
            const char    *other)
{
  for (guint i = 0; check->needs[i] != NULL; i++)
    {
      if (g_str_equal (check->needs[i], other) || depends_on (mc_check_find (check->needs[i]), other))
        return TRUE;
    }

  return FALSE;
}

/* A password is only sent to what proved to be the mail server. */
static void
test_password_comes_last (void)
{
  gsize          n_checks;
  const McCheck *checks = mc_check_table (&n_checks);

  for (gsize i = 0; i < n_checks; i++)
    {
      g_autofree char *prefix = NULL;
      g_autofree char *encryption = NULL;
      g_autofree char *certificate = NULL;

      if (!g_str_has_suffix (checks[i].id, ".login"))
        continue;

      prefix = g_strndup (checks[i].id, strlen (checks[i].id) - strlen (".login"));
      encryption = g_strconcat (prefix, ".encryption", NULL);
      certificate = g_strconcat (prefix, ".certificate", NULL);
      g_assert_true (depends_on (&checks[i], encryption));
      g_assert_true (depends_on (&checks[i], certificate) || g_strv_contains (checks[i].after, certificate));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checks-table/ids", test_ids);
  g_test_add_func ("/checks-table/complete", test_complete);
  g_test_add_func ("/checks-table/groups", test_groups);
  g_test_add_func ("/checks-table/order", test_order);
  g_test_add_func ("/checks-table/password-comes-last", test_password_comes_last);

  return g_test_run ();
}
