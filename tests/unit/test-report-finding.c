/* test-report-finding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-report-finding.h"

static McResult *
result_new (void)
{
  McResult                    *result = mc_result_new ();
  g_autoptr (McFindingBuilder) certificate = mc_finding_builder_new ("incoming.certificate", "Certificate",
                                                                     MC_GROUP_INCOMING);
  g_autoptr (McFindingBuilder) login = mc_finding_builder_new ("incoming.login", "Sign-in", MC_GROUP_INCOMING);

  result->account = mc_account_new ("quokka@wombat.example");
  result->incoming = mc_server_new (MC_PROTOCOL_IMAP, "mx77.wombat.example", 993, MC_SECURITY_TLS, MC_ORIGIN_USER);
  result->started = 1769850000; /* date -u -d 2026-01-31T09:00:00 +%s */

  mc_finding_builder_set_outcome (certificate, MC_OUTCOME_FAIL, "tls.expired");
  mc_finding_builder_set_summary (certificate, "%s", "The certificate has expired");
  mc_finding_builder_set_target (certificate, "mx77.wombat.example", 993, "tls");
  mc_finding_builder_set_times (certificate, 2000, 140);
  mc_finding_builder_add_evidence (certificate, "valid_until", "2026-01-02T10:00:00Z");
  mc_finding_builder_set_transcript (certificate, "S: * OK mx77.wombat.example\nC: a1 CAPABILITY\n");
  g_ptr_array_add (result->findings, mc_finding_builder_end (certificate));

  mc_finding_builder_set_outcome (login, MC_OUTCOME_SKIPPED, NULL);
  mc_finding_builder_set_blocked_by (login, "incoming.certificate");
  g_ptr_array_add (result->findings, mc_finding_builder_end (login));

  return result;
}

static char *
to_text (guint         position,
         McReportFlags flags)
{
  g_autoptr (McResult)  result = result_new ();
  g_autoptr (McOutline) outline = mc_report_finding_to_outline (result, g_ptr_array_index (result->findings, position),
                                                                flags);

  return mc_outline_to_text (outline, FALSE);
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing in:\n%s", part, text);
}

static void
test_shown (void)
{
  g_autofree char *text = to_text (0, MC_REPORT_SHOW_PERSONAL);

  assert_contains (text, "Failed   Certificate — The certificate has expired\n");
  assert_contains (text, "Valid until: 2026-01-02T10:00:00Z\n");
  assert_contains (text, "Server: mx77.wombat.example\n");
  assert_contains (text, "Port: 993\n");
  assert_contains (text, "Encryption: TLS\n");
  assert_contains (text, "Started: 2026-01-31 09:00:02 UTC\n");
  assert_contains (text, "Test: incoming.certificate\n");
  assert_contains (text, "Code: tls.expired\n");
  assert_contains (text, "    C: a1 CAPABILITY\n");
}

/* What is copied for a support desk does not say whose it is. */
static void
test_hidden (void)
{
  g_autofree char *text = to_text (0, MC_REPORT_DEFAULT);

  assert_contains (text, "Server: <host-1>\n");
  assert_contains (text, "    S: * OK <host-1>\n");
  g_assert_null (strstr (text, "wombat"));
}

/* One that was not tested says why, and claims no time. */
static void
test_skipped (void)
{
  g_autoptr (McResult) result = result_new ();
  g_autofree char     *summary = mc_report_finding_dup_summary (result, g_ptr_array_index (result->findings, 1));
  g_autofree char     *text = to_text (1, MC_REPORT_SHOW_PERSONAL);

  g_assert_cmpstr (summary, ==, "Not tested, because “Certificate” failed");
  assert_contains (text, summary);
  g_assert_null (strstr (text, "Started"));
  g_assert_null (strstr (text, "Dialogue"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-finding/shown", test_shown);
  g_test_add_func ("/report-finding/hidden", test_hidden);
  g_test_add_func ("/report-finding/skipped", test_skipped);

  return g_test_run ();
}
