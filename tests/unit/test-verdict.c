/* test-verdict.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-verdict.h"

static McResult *
result_new (const char *cause)
{
  McResult *result = mc_result_new ();

  result->incoming = mc_server_new (MC_PROTOCOL_IMAP, "mail.example.net", 993, MC_SECURITY_TLS, MC_ORIGIN_SRV);
  result->outgoing = mc_server_new (MC_PROTOCOL_SMTP, "mail.example.net", 465, MC_SECURITY_TLS, MC_ORIGIN_SRV);
  result->has_secret = TRUE;
  result->complete = TRUE;
  g_ptr_array_add (result->diagnoses, mc_diagnosis_new (mc_cause_find (cause), 1, NULL, NULL, NULL, NULL));

  return result;
}

static void
add_finding (McResult   *result,
             const char *check,
             McOutcome   outcome,
             const char *code)
{
  g_autoptr (McFindingBuilder) builder = mc_finding_builder_new (check, check, MC_GROUP_INCOMING);

  mc_finding_builder_set_outcome (builder, outcome, code);
  g_ptr_array_add (result->findings, mc_finding_builder_end (builder));
}

static void
assert_notes (GPtrArray *notes,
              gsize      n_kinds,
              McNoteKind kinds[])
{
  g_assert_cmpuint (notes->len, ==, n_kinds);
  for (gsize i = 0; i < n_kinds; i++)
    g_assert_cmpint (((McNote *) g_ptr_array_index (notes, i))->kind, ==, kinds[i]);
}

#define assert_kinds(notes, ...) \
  assert_notes (notes, sizeof ((McNoteKind[]) { __VA_ARGS__ }) / sizeof (McNoteKind), (McNoteKind[]) { __VA_ARGS__ })

static void
test_cause (void)
{
  g_autoptr (McResult)  result = result_new ("tls.expired");
  g_autoptr (McVerdict) verdict = NULL;
  g_autofree char      *title = NULL;

  g_ptr_array_add (result->diagnoses,
                   mc_diagnosis_new (mc_cause_find ("mailbox.nearly-full"), 1, NULL, NULL, NULL, NULL));
  verdict = mc_verdict_new (result);
  title = mc_verdict_dup_title (verdict);

  g_assert_cmpstr (title, ==, mc_cause_get_title (mc_cause_find ("tls.expired")));
  g_assert_cmpuint (mc_verdict_list_others (verdict)->len, ==, 1);
  g_assert_cmpuint (mc_verdict_list_notes_before (verdict)->len, ==, 0);
  g_assert_cmpuint (mc_verdict_list_notes_after (verdict)->len, ==, 0);
  g_assert_null (mc_verdict_get_what_works (verdict));
}

/* With nothing wrong, what was not tested comes first; with a cause, the cause does. */
static void
test_no_password (void)
{
  g_autoptr (McResult)  healthy = result_new ("healthy");
  g_autoptr (McResult)  expired = result_new ("tls.expired");
  g_autoptr (McVerdict) of_healthy = NULL;
  g_autoptr (McVerdict) of_expired = NULL;

  healthy->has_secret = expired->has_secret = FALSE;
  healthy->complete = expired->complete = FALSE;
  of_healthy = mc_verdict_new (healthy);
  of_expired = mc_verdict_new (expired);

  g_assert_true (mc_verdict_is_healthy (of_healthy));
  assert_kinds (mc_verdict_list_notes_before (of_healthy), MC_NOTE_NO_PASSWORD);
  g_assert_cmpuint (mc_verdict_list_notes_after (of_healthy)->len, ==, 0);
  g_assert_cmpuint (mc_verdict_list_notes_before (of_expired)->len, ==, 0);
  assert_kinds (mc_verdict_list_notes_after (of_expired), MC_NOTE_NO_PASSWORD);
}

/* Whoever asks about sending is told when it was not tested. */
static void
test_no_outgoing (void)
{
  static const McSymptom symptoms[] = { MC_SYMPTOM_CANNOT_SEND, MC_SYMPTOM_EVERYTHING, MC_SYMPTOM_NOT_RECEIVING };

  for (gsize i = 0; i < G_N_ELEMENTS (symptoms); i++)
    {
      g_autoptr (McResult)  result = result_new ("healthy");
      g_autoptr (McVerdict) verdict = NULL;

      result->symptom = symptoms[i];
      g_clear_pointer (&result->outgoing, mc_server_unref);
      verdict = mc_verdict_new (result);

      if (symptoms[i] == MC_SYMPTOM_NOT_RECEIVING)
        g_assert_cmpuint (mc_verdict_list_notes_before (verdict)->len, ==, 0);
      else
        assert_kinds (mc_verdict_list_notes_before (verdict), MC_NOTE_NO_OUTGOING);
    }
}

static void
test_not_confirmed (void)
{
  g_autoptr (McResult)  result = result_new ("healthy");
  g_autoptr (McVerdict) verdict = NULL;
  const McNote         *note;

  result->complete = FALSE;
  add_finding (result, "incoming.login", MC_OUTCOME_SKIPPED, "login.host-not-confirmed");
  verdict = mc_verdict_new (result);

  assert_kinds (mc_verdict_list_notes_before (verdict), MC_NOTE_NOT_CONFIRMED);
  note = g_ptr_array_index (mc_verdict_list_notes_before (verdict), 0);
  g_assert_cmpstr (mc_server_get_host (note->server), ==, "mail.example.net");
}

/* No cause is made up from a checkup that ended before it saw a fault. */
static void
test_no_time (void)
{
  g_autoptr (McResult)  result = result_new ("unknown");
  g_autoptr (McVerdict) verdict = NULL;
  g_autofree char      *title = NULL;

  result->complete = FALSE;
  add_finding (result, "incoming.encryption", MC_OUTCOME_PASS, NULL);
  add_finding (result, "incoming.login", MC_OUTCOME_SKIPPED, "run.no-time");
  verdict = mc_verdict_new (result);
  title = mc_verdict_dup_title (verdict);

  g_assert_null (mc_verdict_get_diagnosis (verdict));
  g_assert_cmpstr (title, ==, "No problem found so far");
  g_assert_cmpstr (mc_verdict_get_what_works (verdict), ==, "the encrypted connection to your incoming mail server");
  assert_kinds (mc_verdict_list_notes_before (verdict), MC_NOTE_NO_TIME, MC_NOTE_LEFT_OUT);
  g_assert_cmpuint (mc_verdict_list_notes_after (verdict)->len, ==, 0);
}

/* One that was stopped after it saw a fault says what it saw. */
static void
test_stopped_with_fault (void)
{
  g_autoptr (McResult)  result = result_new ("unknown");
  g_autoptr (McVerdict) verdict = NULL;

  result->complete = FALSE;
  result->cancelled = TRUE;
  add_finding (result, "incoming.encryption", MC_OUTCOME_FAIL, "tls.odd");
  add_finding (result, "incoming.login", MC_OUTCOME_SKIPPED, "run.cancelled");
  verdict = mc_verdict_new (result);

  g_assert_nonnull (mc_verdict_get_diagnosis (verdict));
  assert_kinds (mc_verdict_list_notes_before (verdict), MC_NOTE_STOPPED, MC_NOTE_LEFT_OUT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict/cause", test_cause);
  g_test_add_func ("/verdict/no-password", test_no_password);
  g_test_add_func ("/verdict/no-outgoing", test_no_outgoing);
  g_test_add_func ("/verdict/not-confirmed", test_not_confirmed);
  g_test_add_func ("/verdict/no-time", test_no_time);
  g_test_add_func ("/verdict/stopped-with-fault", test_stopped_with_fault);

  return g_test_run ();
}
