/* test-comparison.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-comparison.h"

static const McComparisonPoint *
find (GPtrArray  *points,
      const char *name)
{
  for (guint i = 0; i < points->len; i++)
    {
      const McComparisonPoint *point = points->pdata[i];

      if (g_str_equal (point->name, name))
        return point;
    }

  return NULL;
}

/* What the window says is contacted is all that is in the file: no host of it is left out. */
static void
test_complete (void)
{
  g_autofree char       *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "comparison.ini", NULL);
  g_autofree char       *file = NULL;
  g_autoptr (GPtrArray)  points = mc_comparison_list_points (mc_comparison_get_default ());
  g_autoptr (GString)    listed = g_string_new (" ");
  g_autoptr (GRegex)     host = g_regex_new ("(?<=[=;/])(?:(?:[a-z0-9-]+\\.)+[a-z]{2,}(?=[:/])|[0-9a-f]+[.:][0-9a-f.:]+(?=[;\\n]))",
                                             0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint                  n_hosts = 0;

  for (guint i = 0; i < points->len; i++)
    for (char **name = ((const McComparisonPoint *) points->pdata[i])->hosts; *name != NULL; name++)
      g_string_append_printf (listed, "%s ", *name);

  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
  for (g_regex_match (host, file, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);
      g_autofree char *word = g_strdup_printf (" %s ", found);

      g_test_message ("%s", found);
      g_assert_nonnull (strstr (listed->str, word));
      n_hosts++;
    }
  g_assert_cmpuint (n_hosts, >=, 15);
}

static void
test_points (void)
{
  g_autoptr (GPtrArray) points = mc_comparison_list_points (mc_comparison_get_default ());
  g_autofree char      *resolver = g_strjoinv (" ", find (points, "Quad9")->hosts);
  g_autofree char      *mail = g_strjoinv (" ", find (points, "Outlook")->hosts);

  g_assert_cmpint (find (points, "nmcheck.gnome.org")->kind, ==, MC_COMPARISON_PROBE);
  g_assert_cmpint (find (points, "Quad9")->kind, ==, MC_COMPARISON_RESOLVER);
  g_assert_cmpstr (resolver, ==, "dns.quad9.net 9.9.9.9 2620:fe::9");
  g_assert_cmpint (find (points, "Outlook")->kind, ==, MC_COMPARISON_OPERATOR);
  g_assert_cmpstr (mail, ==, "outlook.office365.com smtp.office365.com");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/complete", test_complete);
  g_test_add_func ("/comparison/points", test_points);

  return g_test_run ();
}
