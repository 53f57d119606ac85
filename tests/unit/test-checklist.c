/* test-checklist.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-checklist.h"

/* A checkup in the middle or at its end, and the questions then asked one after the other when all are skipped. */
typedef struct
{
  McSymptom   symptom;
  gboolean    is_over;
  const char *findings; /* each as “check:outcome:code” */
  const char *answers;  /* each as “question=answer” */
  const char *next;
} Case;

static const Case cases[] = {
  /* While the tests run, what tells most comes first. */
  { MC_SYMPTOM_CANNOT_CONNECT, FALSE, "", "", "webmail-works" },
  { MC_SYMPTOM_CANNOT_CONNECT, FALSE, "", "webmail-works=unknown", "other-device-works" },
  { MC_SYMPTOM_NOT_RECEIVING, FALSE, "incoming.login:pass:", "other-device-works=no", "everybody-affected" },
  { MC_SYMPTOM_MARKED_AS_SPAM, FALSE, "", "", "got-bounce" },
  { MC_SYMPTOM_BOUNCED, FALSE, "", "", "bounce-says" },
  /* Who wants everything checked is asked only about what has failed. */
  { MC_SYMPTOM_EVERYTHING, FALSE, "", "", NULL },
  { MC_SYMPTOM_EVERYTHING, FALSE, "incoming.login:fail:login.refused", "", "webmail-works" },
  { MC_SYMPTOM_EVERYTHING, TRUE, "incoming.login:pass: mailbox.inbox:pass:", "", NULL },

  /* What was measured is not asked. */
  { MC_SYMPTOM_CANNOT_CONNECT, FALSE, "incoming.login:pass:", "", "other-device-works" },
  { MC_SYMPTOM_CANNOT_CONNECT, FALSE, "computer.online:fail:network.offline", "webmail-works=unknown", "everybody-affected" },
  { MC_SYMPTOM_CANNOT_CONNECT, FALSE, "incoming.port:fail:port.timed-out", "webmail-works=no", "other-network-works" },
  { MC_SYMPTOM_CANNOT_CONNECT, FALSE, "incoming.port:fail:port.timed-out incoming.elsewhere:fail:network.port-blocked",
    "webmail-works=no", "other-device-works" },

  /* Once the checkup is over, only what changes the diagnosis is asked. */
  { MC_SYMPTOM_CANNOT_CONNECT, TRUE, "incoming.certificate:fail:tls.expired", "", NULL },
  { MC_SYMPTOM_CANNOT_CONNECT, TRUE, "incoming.login:fail:login.oauth-required", "", NULL },
  { MC_SYMPTOM_CANNOT_CONNECT, TRUE, "incoming.login:fail:login.refused", "", "webmail-works" },
  { MC_SYMPTOM_CANNOT_CONNECT, TRUE, "incoming.login:fail:login.refused", "webmail-works=no", "everybody-affected" },
  { MC_SYMPTOM_CANNOT_CONNECT, TRUE, "incoming.login:pass: mailbox.inbox:pass:", "", "program-offline" },
  { MC_SYMPTOM_CANNOT_CONNECT, TRUE, "incoming.login:pass:", "program-offline=yes", NULL },
  { MC_SYMPTOM_CANNOT_CONNECT, TRUE, "incoming.login:pass:", "program-offline=no program-fails=yes", "other-device-works" },
  { MC_SYMPTOM_NOT_RECEIVING, TRUE, "incoming.login:pass: mailbox.inbox:pass:", "program-offline=no", "message-on-web" },
  { MC_SYMPTOM_NOT_RECEIVING, TRUE, "incoming.login:pass:", "program-offline=no message-on-web=no", "message-found" },
  { MC_SYMPTOM_NOT_RECEIVING, TRUE, "incoming.login:pass:", "message-found=spam", NULL },

  /* An answer can bring up a question. */
  { MC_SYMPTOM_CANNOT_SEND, TRUE, "incoming.login:pass: outgoing.login:pass:",
    "program-offline=no program-fails=no sends-on-web=unknown in-outbox=no got-bounce=yes", "bounce-says" },
  { MC_SYMPTOM_CANNOT_SEND, TRUE, "incoming.login:pass: outgoing.login:pass:",
    "program-offline=no program-fails=no sends-on-web=unknown in-outbox=no got-bounce=no", "recipients-affected" },

  /* What the next checkup may do, whatever is wrong */
  { MC_SYMPTOM_EVERYTHING, TRUE, "incoming.login:skipped:login.intercepted", "", "trust-interception" },
  { MC_SYMPTOM_DELAYED, FALSE, "outgoing.login:skipped:login.refused-elsewhere", "", "try-sending-password" },
  { MC_SYMPTOM_EVERYTHING, TRUE, "outgoing.login:skipped:login.refused-elsewhere", "try-sending-password=no", NULL },
};

static McOutcome
outcome_from_id (const char *id)
{
  for (int outcome = MC_OUTCOME_SKIPPED; outcome <= MC_OUTCOME_FAIL; outcome++)
    {
      if (g_str_equal (mc_outcome_get_id ((McOutcome) outcome), id))
        return (McOutcome) outcome;
    }

  g_assert_not_reached ();
}

static GPtrArray *
make_findings (const char *text)
{
  GPtrArray     *findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv)               parts = g_strsplit (words[i], ":", 3);
      g_autoptr (McFindingBuilder) builder = mc_finding_builder_new (parts[0], parts[0], MC_GROUP_NETWORK);

      mc_finding_builder_set_outcome (builder, outcome_from_id (parts[1]), *parts[2] != '\0' ? parts[2] : NULL);
      g_ptr_array_add (findings, mc_finding_builder_end (builder));
    }

  return findings;
}

static GHashTable *
make_answers (const char *text)
{
  GHashTable    *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv)    parts = g_strsplit (words[i], "=", 2);
      const McQuestion *question = mc_question_find (parts[0]);

      g_test_message ("%s", words[i]);
      g_assert_nonnull (question);
      g_assert_nonnull (mc_question_find_option (question, parts[1]));
      g_hash_table_insert (answers, g_strdup (parts[0]), g_strdup (parts[1]));
    }

  return answers;
}

static void
test_next (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray)  findings = make_findings (cases[i].findings);
      g_autoptr (GHashTable) answers = make_answers (cases[i].answers);
      g_autoptr (McAccount)  account = mc_account_new ("joe@example.org");
      const McQuestion      *next = NULL;

      next = mc_checklist_next (cases[i].symptom, findings, cases[i].is_over, account, answers, NULL);

      g_test_message ("%s, %s: %s", mc_symptom_get_id (cases[i].symptom), cases[i].findings, cases[i].answers);
      g_assert_cmpstr (next != NULL ? next->id : NULL, ==, cases[i].next);
    }
}

/* An answer stays in the list, so that it can be changed, also when it settles the matter. */
static void
test_list (void)
{
  g_autoptr (GPtrArray)  findings = make_findings ("incoming.login:pass:");
  g_autoptr (GHashTable) answers = make_answers ("message-found=spam webmail-works=yes");
  g_autoptr (McAccount)  account = mc_account_new ("joe@example.org");
  g_autoptr (GPtrArray)  list = mc_checklist_list (MC_SYMPTOM_NOT_RECEIVING, findings, TRUE, account, answers);

  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (g_ptr_array_index (list, 0) == mc_question_find ("webmail-works"));
  g_assert_true (g_ptr_array_index (list, 1) == mc_question_find ("message-found"));
}

/* What is being read is not changed for another question, unless a test has answered it. */
static void
test_stays (void)
{
  g_autoptr (GPtrArray) nothing = make_findings ("");
  g_autoptr (GPtrArray) unreachable = make_findings ("network.internet:warning:internet.unreachable");
  g_autoptr (GPtrArray) signed_in = make_findings ("incoming.login:pass:");
  g_autoptr (McAccount) account = mc_account_new ("joe@example.org");
  const McQuestion     *first = mc_checklist_next (MC_SYMPTOM_CANNOT_CONNECT, nothing, FALSE, account, NULL, NULL);

  g_assert_cmpstr (first->id, ==, "webmail-works");
  g_assert_cmpstr (mc_checklist_next (MC_SYMPTOM_CANNOT_CONNECT, unreachable, FALSE, account, NULL, NULL)->id, ==,
                   "web-pages-open");
  g_assert_true (mc_checklist_next (MC_SYMPTOM_CANNOT_CONNECT, unreachable, FALSE, account, NULL, first) == first);
  g_assert_true (mc_checklist_next (MC_SYMPTOM_CANNOT_CONNECT, signed_in, FALSE, account, NULL, first) != first);
}

/* Whoever skips all questions comes to an end, and is asked none twice. */
static void
test_skip_all (void)
{
  static const char *const seen[] = {
    "incoming.login:pass: outgoing.login:pass:",
    "incoming.login:fail:login.refused",
    "incoming.port:fail:port.timed-out",
    "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer incoming.port:fail:port.timed-out",
  };

  for (int symptom = MC_SYMPTOM_EVERYTHING; symptom <= MC_SYMPTOM_DELAYED; symptom++)
    {
      for (gsize i = 0; i < 2 * G_N_ELEMENTS (seen); i++)
        {
          g_autoptr (GPtrArray)  findings = make_findings (seen[i / 2]);
          g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
          g_autoptr (McAccount)  account = mc_account_new ("joe@example.org");
          const McQuestion      *next;

          while ((next = mc_checklist_next ((McSymptom) symptom, findings, i % 2 == 1, account, answers, NULL)) != NULL)
            g_assert_true (g_hash_table_insert (answers, (gpointer) next->id, (gpointer) MC_ANSWER_UNKNOWN));
        }
    }
}

/* Whoever complains is asked something that leads on, also where all tests pass. */
static void
test_nothing_found (void)
{
  g_autoptr (GPtrArray) findings = make_findings ("incoming.login:pass: mailbox.inbox:pass: outgoing.login:pass:");
  g_autoptr (McAccount) account = mc_account_new ("joe@example.org");

  for (int symptom = MC_SYMPTOM_CANNOT_CONNECT; symptom <= MC_SYMPTOM_DELAYED; symptom++)
    {
      g_test_message ("%s", mc_symptom_get_id ((McSymptom) symptom));
      g_assert_nonnull (mc_checklist_next ((McSymptom) symptom, findings, TRUE, account, NULL, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checklist/next", test_next);
  g_test_add_func ("/checklist/stays", test_stays);
  g_test_add_func ("/checklist/list", test_list);
  g_test_add_func ("/checklist/skip-all", test_skip_all);
  g_test_add_func ("/checklist/nothing-found", test_nothing_found);

  return g_test_run ();
}
