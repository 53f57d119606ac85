/* test-journey.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-journey.h"

/* An account whose servers are on this computer, where nobody listens: over in a moment, whatever the network. */
static McAccount *
account_new (const char *address)
{
  static const char *const servers[] = { "imap:127.0.0.1:9/none", "smtp:127.0.0.1:9/none" };
  McAccount               *account = mc_account_new (address);

  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autoptr (McServer) server = mc_server_new_from_string (servers[i], NULL);

      mc_account_set_server (account, i == 0 ? MC_DIRECTION_INCOMING : MC_DIRECTION_OUTGOING, server);
    }

  return account;
}

static McJourney *
journey_new (void)
{
  McJourney            *journey = mc_journey_new ();
  g_autoptr (McAccount) account = account_new ("anna@nowhere.example");

  mc_journey_set_account (journey, account);
  mc_journey_set_third_party (journey, FALSE);
  mc_journey_set_symptom (journey, MC_SYMPTOM_CANNOT_CONNECT);

  return journey;
}

static void
wait_until_idle (McJourney *journey)
{
  while (mc_journey_is_busy (journey))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_check (void)
{
  g_autoptr (McJourney) journey = journey_new ();

  g_assert_cmpint (mc_journey_get_phase (journey), ==, MC_PHASE_ASKING);
  mc_journey_check (journey);
  g_assert_cmpint (mc_journey_get_phase (journey), ==, MC_PHASE_CHECKING);
  g_assert_null (mc_journey_get_result (journey));

  wait_until_idle (journey);
  g_assert_cmpint (mc_journey_get_phase (journey), ==, MC_PHASE_OVER);
  g_assert_false (mc_journey_get_result (journey)->cancelled);
  g_assert_cmpstr (mc_diagnosis_get_cause (g_ptr_array_index (mc_journey_get_result (journey)->diagnoses, 0))->id,
                   !=, "healthy");
}

/* Leaving throws the run away; its end, a moment later, changes nothing. */
static void
test_leave (void)
{
  g_autoptr (McJourney) journey = journey_new ();

  mc_journey_check (journey);
  mc_journey_leave (journey);
  g_assert_cmpint (mc_journey_get_phase (journey), ==, MC_PHASE_ASKING);
  g_assert_true (mc_journey_is_busy (journey));

  wait_until_idle (journey);
  g_assert_cmpint (mc_journey_get_phase (journey), ==, MC_PHASE_ASKING);
  g_assert_null (mc_journey_get_result (journey));
}

/* A run that was left does not end the one that was begun after it. */
static void
test_leave_and_check (void)
{
  g_autoptr (McJourney) journey = journey_new ();

  mc_journey_check (journey);
  mc_journey_leave (journey);
  mc_journey_check (journey);
  wait_until_idle (journey);
  g_assert_cmpint (mc_journey_get_phase (journey), ==, MC_PHASE_OVER);
  g_assert_false (mc_journey_get_result (journey)->cancelled);
}

static void
test_stop (void)
{
  g_autoptr (McJourney) journey = journey_new ();

  mc_journey_check (journey);
  mc_journey_stop (journey);
  wait_until_idle (journey);
  g_assert_cmpint (mc_journey_get_phase (journey), ==, MC_PHASE_OVER);
  g_assert_true (mc_journey_get_result (journey)->cancelled);
}

/* An answer changes what the findings mean; nothing is tested again. */
static void
test_answer (void)
{
  g_autoptr (McJourney) journey = journey_new ();
  g_autoptr (McResult)  before = NULL;
  McCheckup            *checkup;

  mc_journey_check (journey);
  wait_until_idle (journey);
  before = mc_result_ref (mc_journey_get_result (journey));
  checkup = mc_journey_get_checkup (journey);

  mc_journey_set_answer (journey, "webmail-works", "yes");
  g_assert_true (mc_journey_get_checkup (journey) == checkup);
  g_assert_cmpstr (g_hash_table_lookup (mc_journey_get_result (journey)->answers, "webmail-works"), ==, "yes");
  g_assert_cmpuint (g_hash_table_size (before->answers), ==, 0);

  mc_journey_set_answer (journey, "webmail-works", NULL);
  g_assert_cmpuint (g_hash_table_size (mc_journey_get_result (journey)->answers), ==, 0);
}

static void
test_questions (void)
{
  g_autoptr (McJourney) journey = journey_new ();
  const McQuestion     *first, *second;

  g_assert_null (mc_journey_find_question (journey));
  mc_journey_check (journey);
  first = mc_journey_find_question (journey);
  g_assert_nonnull (first);

  mc_journey_skip_question (journey, first->id);
  second = mc_journey_find_question (journey);
  g_assert_true (second != first);
  g_assert_null (mc_journey_get_answer (journey, first->id));

  mc_journey_set_answer (journey, second->id, mc_question_get_option (second, 0)->id);
  g_assert_true (mc_journey_find_question (journey) != second);
  mc_journey_ask_again (journey, second->id);
  g_assert_true (mc_journey_find_question (journey) == second);
  g_assert_null (mc_journey_get_answer (journey, second->id));

  mc_journey_leave (journey);
  wait_until_idle (journey);
}

static void
test_another_account (void)
{
  g_autoptr (McJourney) journey = journey_new ();
  g_autoptr (McAccount) same = account_new ("Anna@Nowhere.example");
  g_autoptr (McAccount) another = account_new ("bert@nowhere.example");

  mc_journey_set_answer (journey, "webmail-works", "yes");
  mc_journey_set_account (journey, same);
  g_assert_cmpstr (mc_journey_get_answer (journey, "webmail-works"), ==, "yes");
  mc_journey_set_account (journey, another);
  g_assert_null (mc_journey_get_answer (journey, "webmail-works"));
}

static void
test_another_network (void)
{
  g_autoptr (McJourney) journey = journey_new ();

  mc_journey_set_answer (journey, "webmail-works", "yes");
  mc_journey_set_answer (journey, "trust-interception", "yes");
  mc_journey_forget_trust (journey);
  g_assert_null (mc_journey_get_answer (journey, "trust-interception"));
  g_assert_cmpstr (mc_journey_get_answer (journey, "webmail-works"), ==, "yes");
}

static void
on_state_cb (McCheckItem *item,
             GParamSpec  *pspec,
             GString     *order)
{
  if (mc_check_item_get_state (item) == MC_CHECK_STATE_DONE)
    g_string_append_printf (order, "%s ", mc_check_item_get_check (item)->id);
}

static char *
follow_order (McJourney *journey)
{
  GListModel *items = G_LIST_MODEL (mc_journey_get_checkup (journey));
  GString    *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (items, i);

      g_signal_connect (item, "notify::state", G_CALLBACK (on_state_cb), order);
    }

  wait_until_idle (journey);
  g_test_message ("%s", order->str);
  return g_string_free (order, FALSE);
}

static gboolean
comes_before (const char *order,
              const char *first,
              const char *second)
{
  return strstr (order, first) < strstr (order, second);
}

/* What failed is looked at before what passed. */
static void
test_check_again (void)
{
  g_autoptr (McJourney) journey = journey_new ();
  g_autofree char      *order = NULL;
  g_autofree char      *order_again = NULL;

  mc_journey_check (journey);
  order = follow_order (journey);
  g_assert_nonnull (strstr (order, "network.path"));

  mc_journey_check_again (journey);
  order_again = follow_order (journey);
  g_assert_true (comes_before (order_again, "incoming.login", "network.path"));
}

int
main (int   argc,
      char *argv[])
{
  dex_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/check", test_check);
  g_test_add_func ("/journey/leave", test_leave);
  g_test_add_func ("/journey/leave-and-check", test_leave_and_check);
  g_test_add_func ("/journey/stop", test_stop);
  g_test_add_func ("/journey/answer", test_answer);
  g_test_add_func ("/journey/questions", test_questions);
  g_test_add_func ("/journey/another-account", test_another_account);
  g_test_add_func ("/journey/another-network", test_another_network);
  g_test_add_func ("/journey/check-again", test_check_again);

  return g_test_run ();
}
