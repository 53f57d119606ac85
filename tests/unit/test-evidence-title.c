/* test-evidence-title.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "mc-evidence-title.h"

/* Each way in which a check names what it saw. */
#define NAMED "(?:add_evidence|add_amount|add_addresses) \\(finding, \"([a-z0-9_]+)\""

static void
assert_titled (const char *name)
{
  g_autofree char *title = mc_evidence_dup_title (name);

  g_test_message ("%s: %s", name, title);
  g_assert_cmpstr (title, !=, name);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (title)));
  g_assert_null (strchr (title, '_'));
}

static guint
check_source (const char *path)
{
  g_autoptr (GRegex)     regex = g_regex_new (NAMED, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError)     error = NULL;
  g_autofree char       *source = NULL;
  guint                  n_names = 0;

  g_file_get_contents (path, &source, NULL, &error);
  g_assert_no_error (error);

  for (g_regex_match (regex, source, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      assert_titled (name);
      n_names++;
    }

  return n_names;
}

/* Nobody should have to read “offset_ms”. */
static void
test_all_checks (void)
{
  g_autofree char   *path = g_test_build_filename (G_TEST_DIST, "src", "checks", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   directory = g_dir_open (path, 0, &error);
  const char        *name;
  guint              n_names = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_str_has_suffix (name, ".c"))
        n_names += check_source (file);
    }

  g_assert_cmpuint (n_names, >, 60);
}

static void
test_unknown (void)
{
  g_autofree char *title = mc_evidence_dup_title ("of_a_later_check");

  g_assert_cmpstr (title, ==, "of a later check");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence-title/all-checks", test_all_checks);
  g_test_add_func ("/evidence-title/unknown", test_unknown);

  return g_test_run ();
}
