/* test-checkup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-test-fiber.h"
#include "mc-test-watch.h"

#define LONG_MS 20000

/* A fact for others, as checks leave them. */
static GQuark
note_quark (void)
{
  return g_quark_from_static_string ("note");
}

static void
run_pass (McCheckContext   *context,
          const McCheck    *check,
          McScope          *scope,
          McFindingBuilder *finding)
{
}

static void
run_short (McCheckContext   *context,
           const McCheck    *check,
           McScope          *scope,
           McFindingBuilder *finding)
{
  mc_scope_sleep (scope, 20, NULL);
}

static void
run_fail (McCheckContext   *context,
          const McCheck    *check,
          McScope          *scope,
          McFindingBuilder *finding)
{
  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "test.failed");
}

static void
run_warn (McCheckContext   *context,
          const McCheck    *check,
          McScope          *scope,
          McFindingBuilder *finding)
{
  mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "test.warned");
}

static void
run_slow_fail (McCheckContext   *context,
               const McCheck    *check,
               McScope          *scope,
               McFindingBuilder *finding)
{
  run_short (context, check, scope, finding);
  run_fail (context, check, scope, finding);
}

static void
on_fact_gone_cb (gpointer account,
                 GObject *fact)
{
  g_object_set_qdata (account, note_quark (), (gpointer) "gone");
}

static void
run_leave_fact (McCheckContext   *context,
                const McCheck    *check,
                McScope          *scope,
                McFindingBuilder *finding)
{
  GObject *fact = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_qdata (fact, note_quark (), (gpointer) "found by the first");
  g_object_weak_ref (fact, on_fact_gone_cb, mc_check_context_get_account (context));
  mc_check_context_put_fact (context, MC_DIRECTION_INCOMING, fact);
}

static void
run_use_fact (McCheckContext   *context,
              const McCheck    *check,
              McScope          *scope,
              McFindingBuilder *finding)
{
  GObject *fact = mc_check_context_get_fact (context, MC_DIRECTION_INCOMING, G_TYPE_OBJECT);

  g_assert_null (mc_check_context_get_fact (context, MC_DIRECTION_OUTGOING, G_TYPE_OBJECT));
  g_assert_nonnull (fact);
  mc_finding_builder_set_summary (finding, "%s", (const char *) g_object_get_qdata (fact, note_quark ()));
}

static gboolean
never_applies (McCheckContext *context,
               const McCheck  *check)
{
  return FALSE;
}

static void
assert_not_needed (McTestWatch *watch,
                   const char  *title)
{
  g_assert_cmpint (mc_check_item_get_state (mc_test_watch_get_item (watch, title)), ==, MC_CHECK_STATE_NOT_NEEDED);
  g_assert_null (mc_check_item_get_finding (mc_test_watch_get_item (watch, title)));
}

static void
test_side_by_side (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_short),
    MC_TEST_CHECK ("b", .run = run_short),
    MC_TEST_CHECK ("c", .run = run_short),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  g_assert_cmpuint (watch.most_running, ==, 3);
}

static void
test_order (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_short),
    MC_TEST_CHECK ("b", .run = run_short, .needs = { "test.a" }),
    MC_TEST_CHECK ("c", .run = run_short, .needs = { "test.a", "test.b" }),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  g_assert_cmpstr (watch.events->str, ==, "a running, a done, b running, b done, c running, c done, ");
}

/* What goes first is over, with its needs, before the rest begins; the findings stay in the order of the table. */
static void
test_first (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_short),
    MC_TEST_CHECK ("b", .run = run_pass),
    MC_TEST_CHECK ("c", .run = run_slow_fail, .needs = { "test.a" }),
    MC_TEST_CHECK ("d", .run = run_pass, .after = { "test.c" }),
  };
  static const char *const first[] = { "test.c", NULL };
  g_auto (McTestWatch)     watch = { 0 };
  g_autoptr (GPtrArray)    findings = NULL;

  mc_test_watch_begin (&watch, checks, G_N_ELEMENTS (checks), FALSE);
  mc_checkup_set_first (watch.checkup, first);
  mc_test_await (mc_checkup_run (watch.checkup, LONG_MS));
  g_assert_true (g_str_has_prefix (watch.events->str, "a running, a done, c running, c done, "));
  findings = mc_checkup_list_findings (watch.checkup);
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (checks));
  g_assert_cmpstr (mc_finding_get_check (g_ptr_array_index (findings, 1)), ==, "test.b");
}

static void
test_blocked (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_pass),
    MC_TEST_CHECK ("b", .run = run_fail, .needs = { "test.a" }),
    MC_TEST_CHECK ("c", .run = run_pass, .needs = { "test.b" }),
    MC_TEST_CHECK ("d", .run = run_pass, .needs = { "test.c" }),
    MC_TEST_CHECK ("e", .run = run_pass, .needs = { "test.a", "test.d" }),
    MC_TEST_CHECK ("f", .run = run_pass, .needs = { "test.a" }),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  mc_test_watch_assert_finding (&watch, "b", MC_OUTCOME_FAIL, "test.failed", NULL);
  mc_test_watch_assert_finding (&watch, "c", MC_OUTCOME_SKIPPED, NULL, "test.b");
  mc_test_watch_assert_finding (&watch, "d", MC_OUTCOME_SKIPPED, NULL, "test.b");
  mc_test_watch_assert_finding (&watch, "e", MC_OUTCOME_SKIPPED, NULL, "test.b");
  mc_test_watch_assert_finding (&watch, "f", MC_OUTCOME_PASS, NULL, NULL);
  g_assert_null (strstr (watch.events->str, "c running"));
}

/* A warning is good enough to go on. */
static void
test_warning (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_warn),
    MC_TEST_CHECK ("b", .run = run_pass, .needs = { "test.a" }),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  mc_test_watch_assert_finding (&watch, "a", MC_OUTCOME_WARNING, "test.warned", NULL);
  mc_test_watch_assert_finding (&watch, "b", MC_OUTCOME_PASS, NULL, NULL);
}

static void
test_after (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_slow_fail),
    MC_TEST_CHECK ("b", .run = run_pass, .needs = { "test.a" }),
    MC_TEST_CHECK ("c", .run = run_pass, .applies = never_applies),
    MC_TEST_CHECK ("d", .run = run_pass, .after = { "test.a", "test.b", "test.c" }),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  mc_test_watch_assert_finding (&watch, "d", MC_OUTCOME_PASS, NULL, NULL);
  g_assert_true (g_str_has_suffix (watch.events->str, "d running, d done, "));
}

static void
test_not_needed (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_fail, .applies = never_applies),
    MC_TEST_CHECK ("b", .run = run_fail, .needs = { "test.a" }),
    MC_TEST_CHECK ("c", .run = run_fail, .needs = { "test.b" }),
    MC_TEST_CHECK ("d", .run = run_pass),
  };
  g_auto (McTestWatch)  watch = { 0 };
  g_autoptr (GPtrArray) findings = NULL;

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  assert_not_needed (&watch, "a");
  assert_not_needed (&watch, "b");
  assert_not_needed (&watch, "c");
  findings = mc_checkup_list_findings (watch.checkup);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_true (mc_checkup_is_complete (watch.checkup));
}

/* Whether a check applies is asked when its needs are over: what failed keeps it from being asked. */
/* What has nothing to look at is not listed as blocked. */
static void
test_not_needed_before_blocked (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_fail),
    MC_TEST_CHECK ("b", .run = run_pass, .needs = { "test.a" }, .applies = never_applies),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  g_assert_cmpint (mc_check_item_get_state (mc_test_watch_get_item (&watch, "b")), ==, MC_CHECK_STATE_NOT_NEEDED);
}

/* What is known not to be due from the call alone keeps nobody waiting for its needs. */
static void
test_not_needed_at_once (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_short),
    MC_TEST_CHECK ("b", .run = run_fail, .needs = { "test.a" }, .applies = never_applies, .applies_at_once = TRUE),
    MC_TEST_CHECK ("c", .run = run_pass, .after = { "test.b" }),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  assert_not_needed (&watch, "b");
  g_assert_nonnull (strstr (watch.events->str, "c done, a done, "));
}

/* Saying goodbye to one server does not wait for another. */
static void
end_slowly (gpointer account,
            McScope *scope)
{
  g_object_set_qdata (account, note_quark (),
                      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_object_get_qdata (account, note_quark ())) + 1));
  mc_scope_sleep (scope, 20, NULL);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_object_get_qdata (account, note_quark ())), ==, 2);
}

static void
run_with_ending (McCheckContext   *context,
                 const McCheck    *check,
                 McScope          *scope,
                 McFindingBuilder *finding)
{
  mc_check_context_add_ending (context, end_slowly, mc_check_context_get_account (context));
}

static void
test_endings (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_with_ending),
    MC_TEST_CHECK ("b", .run = run_with_ending),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_object_get_qdata (
                      G_OBJECT (mc_checkup_get_account (watch.checkup)), note_quark ())),
                    ==, 2);
}

static void
test_facts (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_leave_fact),
    MC_TEST_CHECK ("b", .run = run_use_fact, .needs = { "test.a" }),
  };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_run (&watch, checks, G_N_ELEMENTS (checks), LONG_MS);
  g_assert_cmpstr (mc_finding_get_summary (mc_check_item_get_finding (mc_test_watch_get_item (&watch, "b"))), ==, "found by the first");

  /* A connection would be among them: it is not kept after the run. */
  g_assert_cmpstr (g_object_get_qdata (G_OBJECT (mc_checkup_get_account (watch.checkup)), note_quark ()), ==, "gone");
}

/* Without a password the sign-in was not tested, so the checkup is not complete. */
static void
test_without_secret (void)
{
  static const McCheck checks[] = { MC_TEST_CHECK ("a", .run = run_pass) };
  g_auto (McTestWatch) watch = { 0 };

  mc_test_watch_begin (&watch, checks, G_N_ELEMENTS (checks), FALSE);
  mc_test_await (mc_checkup_run (watch.checkup, LONG_MS));
  g_assert_false (mc_checkup_has_secret (watch.checkup));
  g_assert_false (mc_checkup_is_complete (watch.checkup));
}

static void
test_list (void)
{
  static const McCheck checks[] = {
    MC_TEST_CHECK ("a", .run = run_pass),
    MC_TEST_CHECK ("b", .run = run_fail),
    MC_TEST_CHECK ("c", .run = run_pass, .needs = { "test.b" }),
  };
  g_autoptr (McAccount) account = mc_account_new ("joe@example.org");
  g_autoptr (McCheckup) checkup = mc_checkup_new_with_checks (account, NULL, checks, G_N_ELEMENTS (checks));
  g_autoptr (GPtrArray) findings = mc_checkup_list_findings (checkup);
  GListModel           *list = G_LIST_MODEL (checkup);

  g_assert_true (g_list_model_get_item_type (list) == MC_TYPE_CHECK_ITEM);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (checks));
  g_assert_null (g_list_model_get_item (list, G_N_ELEMENTS (checks)));
  g_assert_cmpuint (findings->len, ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (list, i);

      g_assert_true (mc_check_item_get_check (item) == &checks[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/checkup/side-by-side", test_side_by_side);
  g_test_add_func ("/checkup/order", test_order);
  g_test_add_func ("/checkup/first", test_first);
  g_test_add_func ("/checkup/blocked", test_blocked);
  g_test_add_func ("/checkup/warning", test_warning);
  g_test_add_func ("/checkup/after", test_after);
  g_test_add_func ("/checkup/not-needed", test_not_needed);
  g_test_add_func ("/checkup/not-needed-before-blocked", test_not_needed_before_blocked);
  g_test_add_func ("/checkup/not-needed-at-once", test_not_needed_at_once);
  g_test_add_func ("/checkup/endings", test_endings);
  g_test_add_func ("/checkup/facts", test_facts);
  g_test_add_func ("/checkup/without-secret", test_without_secret);
  g_test_add_func ("/checkup/list", test_list);

  return g_test_run ();
}
