/* test-checkup-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-test-fiber.h"
#include "mc-test-watch.h"

#define LONG_MS   20000
#define PROMPT_MS 100 /* how soon a cancelled run is over, by the design */

typedef struct
{
  McCheckup *checkup;
  gint64     at; /* monotonic, in µs */
} Cancelling;

static void
run_pass (McCheckContext   *context,
          const McCheck    *check,
          McScope          *scope,
          McFindingBuilder *finding)
{
}

/* A server that never answers. */
static void
run_hang (McCheckContext   *context,
          const McCheck    *check,
          McScope          *scope,
          McFindingBuilder *finding)
{
  g_autoptr (GError) error = NULL;

  if (mc_scope_sleep (scope, 10 * LONG_MS, &error))
    return;

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL,
                                  g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ? "test.timed-out"
                                                                                            : "test.broken");
}

static void
test_check_deadline (void)
{
  static const McCheck checks[] = {
    { .id = "test.a", .title = "a", .timeout_ms = 50, .run = run_hang },
    MC_TEST_CHECK ("b", .run = run_pass),
    MC_TEST_CHECK ("c", .run = run_pass, .needs = { "test.a" }),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  mc_test_watch_assert_finding (&watch, "a", MC_OUTCOME_FAIL, "test.timed-out", NULL);
  mc_test_watch_assert_finding (&watch, "b", MC_OUTCOME_PASS, NULL, NULL);
  mc_test_watch_assert_finding (&watch, "c", MC_OUTCOME_SKIPPED, NULL, "test.a");
  g_assert_cmpint (mc_checkup_get_duration (watch.checkup), >=, 50);
  g_assert_cmpint (mc_checkup_get_duration (watch.checkup), <, LONG_MS / 2);
  g_assert_cmpint (mc_finding_get_duration (mc_check_item_get_finding (mc_test_watch_get_item (&watch, "a"))), >=, 50);
  g_assert_true (mc_checkup_is_complete (watch.checkup));
}

/* That the time of the run is over says nothing about the server. */
static void
test_run_deadline (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_pass),
    MC_TEST_CHECK ("b", .run = run_hang),
    MC_TEST_CHECK ("c", .run = run_pass, .needs = { "test.b" }),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), 100);
  mc_test_watch_assert_finding (&watch, "a", MC_OUTCOME_PASS, NULL, NULL);
  mc_test_watch_assert_finding (&watch, "b", MC_OUTCOME_SKIPPED, MC_CODE_NO_TIME, NULL);
  mc_test_watch_assert_finding (&watch, "c", MC_OUTCOME_SKIPPED, NULL, "test.b");
  g_assert_cmpint (mc_checkup_get_duration (watch.checkup), <, LONG_MS / 2);
  g_assert_false (mc_checkup_is_complete (watch.checkup));
  g_assert_false (mc_checkup_is_cancelled (watch.checkup));
}

static gboolean
on_cancel_cb (gpointer data)
{
  Cancelling *cancelling = data;

  cancelling->at = g_get_monotonic_time ();
  mc_checkup_cancel (cancelling->checkup);
  return G_SOURCE_REMOVE;
}

static const McCheck slow_checks[] = {
  MC_TEST_CHECK ("a", .run = run_pass),
  MC_TEST_CHECK ("b", .run = run_hang, .needs = { "test.a" }),
  MC_TEST_CHECK ("c", .run = run_hang),
  MC_TEST_CHECK ("d", .run = run_pass, .needs = { "test.b" }),
  MC_TEST_CHECK ("e", .run = run_pass, .after = { "test.b" }),
};

/* How long the run went on after it was cancelled. */
static gint64
cancel_ms (void)
{
  g_auto (McTestWatch) watch = { 0 };
  Cancelling           cancelling;

  mc_test_watch_begin (&watch, slow_checks, G_N_ELEMENTS (slow_checks), TRUE);
  cancelling = (Cancelling) { watch.checkup, 0 };
  g_timeout_add (50, on_cancel_cb, &cancelling);
  mc_test_await (mc_checkup_run (watch.checkup, LONG_MS));

  mc_test_watch_assert_finding (&watch, "a", MC_OUTCOME_PASS, NULL, NULL);
  for (const char *const *title = (const char *const[]) { "b", "c", "d", "e", NULL }; *title != NULL; title++)
    mc_test_watch_assert_finding (&watch, *title, MC_OUTCOME_SKIPPED, MC_CODE_CANCELLED, NULL);
  g_assert_true (mc_checkup_is_cancelled (watch.checkup));
  g_assert_false (mc_checkup_is_complete (watch.checkup));

  return (g_get_monotonic_time () - cancelling.at) / G_TIME_SPAN_MILLISECOND;
}

/* A busy computer may be late once, but not each time. */
static void
test_cancel (void)
{
  gint64 soonest = G_MAXINT64;

  for (guint i = 0; i < 3; i++)
    soonest = MIN (soonest, cancel_ms ());

  g_assert_cmpint (soonest, <, PROMPT_MS);
}

static void
test_cancel_early_and_late (void)
{
  static const McCheck checks[] = { MC_TEST_CHECK ("a", .run = run_pass) };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_begin (&watch, checks, G_N_ELEMENTS (checks), FALSE);
  mc_checkup_cancel (watch.checkup);
  mc_test_await (mc_checkup_run (watch.checkup, LONG_MS));
  mc_test_watch_assert_finding (&watch, "a", MC_OUTCOME_PASS, NULL, NULL);

  mc_checkup_cancel (watch.checkup);
  mc_test_watch_assert_finding (&watch, "a", MC_OUTCOME_PASS, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/checkup-time/check-deadline", test_check_deadline);
  g_test_add_func ("/checkup-time/run-deadline", test_run_deadline);
  g_test_add_func ("/checkup-time/cancel", test_cancel);
  g_test_add_func ("/checkup-time/cancel-early-and-late", test_cancel_early_and_late);

  return g_test_run ();
}
