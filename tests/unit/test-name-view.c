/* test-name-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-name-view.h"

#define HERE_NONE   MC_LOOKUP_NOT_FOUND
#define HERE_FAILED MC_LOOKUP_FAILED

/* What is seen, as lists of addresses, and what it should mean. */
typedef struct
{
  const char   *here;
  McLookup      lookup;
  gboolean      is_filtered;
  const char   *there;
  guint         n_known;
  guint         n_denied;
  guint         n_failed;
  guint         n_unchecked;
  const char   *made_up;
  McNameVerdict verdict;
} Row;

static const Row rows[] = {
  /* Both know it */
  { "192.0.2.1", MC_LOOKUP_FOUND, FALSE, "192.0.2.1", 2, 0, 0, 0, "", MC_NAME_SAME },
  { "192.0.2.1 192.0.2.2", MC_LOOKUP_FOUND, FALSE, "192.0.2.2 192.0.2.3", 2, 0, 0, 0, "", MC_NAME_SAME },
  { "192.0.2.1", MC_LOOKUP_FOUND, FALSE, "198.51.100.1", 2, 0, 0, 0, "", MC_NAME_DIFFERENT },
  { "192.0.2.1", MC_LOOKUP_FOUND, FALSE, "192.0.2.1", 1, 1, 0, 0, "", MC_NAME_SAME },
  { "10.0.0.1", MC_LOOKUP_FOUND, FALSE, "192.0.2.1", 2, 0, 0, 0, "", MC_NAME_PRIVATE_HERE },
  { "10.0.0.1 203.0.113.1", MC_LOOKUP_FOUND, FALSE, "192.0.2.1", 2, 0, 0, 0, "", MC_NAME_DIFFERENT },
  /* Its owner published a private address, or none at all. */
  { "10.0.0.1", MC_LOOKUP_FOUND, FALSE, "10.0.0.1", 2, 0, 0, 0, "", MC_NAME_SAME },
  { "0.0.0.0", MC_LOOKUP_FOUND, FALSE, "0.0.0.0", 2, 0, 0, 0, "", MC_NAME_SAME },

  /* Filters */
  { "0.0.0.0 ::", MC_LOOKUP_FOUND, FALSE, "192.0.2.1", 2, 0, 0, 0, "", MC_NAME_FILTERED },
  { "127.0.0.1", MC_LOOKUP_FOUND, FALSE, "192.0.2.1", 1, 1, 0, 0, "", MC_NAME_FILTERED },
  { "", HERE_NONE, TRUE, "192.0.2.1", 2, 0, 0, 0, "", MC_NAME_FILTERED },
  { "", HERE_FAILED, TRUE, "192.0.2.1", 2, 0, 0, 0, "", MC_NAME_FILTERED },
  { "", HERE_NONE, FALSE, "192.0.2.1", 2, 0, 0, 0, "", MC_NAME_MISSING_HERE },

  /* Lies */
  { "203.0.113.9", MC_LOOKUP_FOUND, FALSE, "192.0.2.1", 2, 0, 0, 0, "203.0.113.9", MC_NAME_MADE_UP },
  { "203.0.113.9", MC_LOOKUP_FOUND, FALSE, "", 0, 2, 0, 0, "203.0.113.9", MC_NAME_MADE_UP_UNKNOWN },
  { "192.0.2.1", MC_LOOKUP_FOUND, FALSE, "192.0.2.1", 2, 0, 0, 0, "203.0.113.9", MC_NAME_SAME },
  { "203.0.113.9", MC_LOOKUP_FOUND, FALSE, "192.0.2.1", 2, 0, 0, 0, "203.0.113.8", MC_NAME_DIFFERENT },

  /* One side alone knows it, or can tell */
  { "10.0.0.1", MC_LOOKUP_FOUND, FALSE, "", 0, 2, 0, 0, "", MC_NAME_ONLY_HERE },
  { "10.0.0.1", MC_LOOKUP_FOUND, FALSE, "", 0, 1, 1, 0, "", MC_NAME_UNKNOWN },
  { "", HERE_NONE, FALSE, "", 0, 2, 0, 0, "", MC_NAME_MISSING_EVERYWHERE },
  { "", HERE_FAILED, FALSE, "192.0.2.1", 2, 0, 0, 0, "", MC_NAME_FAILS_HERE },
  { "", HERE_FAILED, FALSE, "", 0, 2, 0, 0, "", MC_NAME_FAILS_HERE },
  { "", HERE_FAILED, FALSE, "", 0, 0, 2, 0, "", MC_NAME_FAILS_EVERYWHERE },
  { "", HERE_FAILED, FALSE, "", 0, 0, 2, 2, "", MC_NAME_NOT_VALID },
  { "192.0.2.1", MC_LOOKUP_FOUND, FALSE, "", 0, 0, 2, 2, "", MC_NAME_NOT_VALID },

  /* Nobody else answers: nothing is known. */
  { "192.0.2.1", MC_LOOKUP_FOUND, FALSE, "", 0, 0, 0, 0, "", MC_NAME_UNKNOWN },
  { "0.0.0.0", MC_LOOKUP_FOUND, FALSE, "", 0, 0, 0, 0, "", MC_NAME_UNKNOWN },
  { "", HERE_NONE, TRUE, "", 0, 0, 0, 0, "", MC_NAME_UNKNOWN },
  { "", HERE_FAILED, FALSE, "", 0, 0, 0, 0, "", MC_NAME_UNKNOWN },
};

static void
add_addresses (GPtrArray  *addresses,
               const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    g_ptr_array_add (addresses, g_inet_address_new_from_string (words[i]));
}

static void
test_verdicts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row             *row = &rows[i];
      g_autoptr (McNameView) view = mc_name_view_new ("imap.example.com");
      g_autoptr (GPtrArray)  made_up = g_ptr_array_new_with_free_func (g_object_unref);

      g_test_message ("row %u: here “%s”, there “%s”", i, row->here, row->there);
      view->lookup = row->lookup;
      view->is_filtered = row->is_filtered;
      view->n_known = row->n_known;
      view->n_denied = row->n_denied;
      view->n_failed = row->n_failed;
      view->n_unchecked = row->n_unchecked;
      add_addresses (view->here, row->here);
      add_addresses (view->there, row->there);
      add_addresses (made_up, row->made_up);

      g_assert_cmpint (mc_name_view_judge (view, made_up), ==, row->verdict);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-view/verdicts", test_verdicts);

  return g_test_run ();
}
