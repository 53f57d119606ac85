/* mc-test-result.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-test-result.h"

static void
take (McResult         *result,
      McFindingBuilder *builder)
{
  g_ptr_array_add (result->findings, mc_finding_builder_end (builder));
  mc_finding_builder_free (builder);
}

static void
add_port (McResult *result)
{
  McFindingBuilder *builder = mc_finding_builder_new ("incoming.port", "Port opens", MC_GROUP_INCOMING);

  mc_finding_builder_set_outcome (builder, MC_OUTCOME_PASS, NULL);
  mc_finding_builder_set_summary (builder, "Port 993 is open");
  mc_finding_builder_set_target (builder, "mx77.wombat.example", 993, "tls");
  mc_finding_builder_set_transcript (builder, "S: * OK mx77.wombat.example ready\nC: a1 CAPABILITY\n");
  take (result, builder);
}

static void
add_certificate (McResult *result)
{
  McFindingBuilder *builder = mc_finding_builder_new ("incoming.certificate", "Certificate", MC_GROUP_INCOMING);

  mc_finding_builder_set_outcome (builder, MC_OUTCOME_FAIL, "tls.expired");
  mc_finding_builder_set_summary (builder, "The certificate of %s has expired", "mx77.wombat.example");
  mc_finding_builder_add_evidence (builder, "not_after", "2026-01-02T10:00:00Z");
  take (result, builder);
}

/**
 * mc_test_result_new:
 *
 * Returns: (transfer full): a certificate of quokka@wombat.example's server
 *   that has expired, on 31 January 2026
 */
McResult *
mc_test_result_new (void)
{
  const char *const      because[] = { "incoming.certificate", NULL };
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  McResult              *result = mc_result_new ();

  result->account = mc_account_new ("quokka@wombat.example");
  result->incoming = mc_server_new (MC_PROTOCOL_IMAP, "mx77.wombat.example", 993, MC_SECURITY_TLS, MC_ORIGIN_USER);
  result->started = 1769860800; /* date -u -d 2026-01-31T12:00:00 +%s */
  result->complete = TRUE;
  add_port (result);
  add_certificate (result);

  g_hash_table_insert (values, (gpointer) "host", (gpointer) "mx77.wombat.example");
  g_hash_table_insert (values, (gpointer) "server", (gpointer) "your incoming mail server (mx77.wombat.example)");
  g_ptr_array_add (result->diagnoses,
                   mc_diagnosis_new (mc_cause_find ("tls.expired"), 0.95, because, NULL, NULL, values));

  return result;
}
