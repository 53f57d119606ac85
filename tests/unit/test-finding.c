/* test-finding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-finding.h"

static McFindingBuilder *
builder_new (void)
{
  return mc_finding_builder_new ("incoming.login", "Sign-in", MC_GROUP_INCOMING);
}

static void
test_empty (void)
{
  g_autoptr (McFindingBuilder) builder = builder_new ();
  g_autoptr (McFinding)        finding = mc_finding_builder_end (builder);

  g_assert_cmpstr (mc_finding_get_check (finding), ==, "incoming.login");
  g_assert_cmpstr (mc_finding_get_title (finding), ==, "Sign-in");
  g_assert_cmpint (mc_finding_get_group (finding), ==, MC_GROUP_INCOMING);
  g_assert_cmpint (mc_finding_get_outcome (finding), ==, MC_OUTCOME_PASS);
  g_assert_null (mc_finding_get_code (finding));
  g_assert_cmpstr (mc_finding_get_summary (finding), ==, "");
  g_assert_null (mc_finding_get_blocked_by (finding));
  g_assert_null (mc_finding_get_target (finding));
  g_assert_null (mc_finding_get_transcript (finding));
  g_assert_cmpuint (mc_finding_get_n_evidence (finding), ==, 0);
  g_assert_cmpfloat (mc_finding_get_confidence (finding), ==, 0);
  g_assert_nonnull (mc_finding_get_alternatives (finding));
  g_assert_null (mc_finding_get_alternatives (finding)[0]);
  g_assert_null (mc_finding_get_decided_by (finding));
}

static void
test_full (void)
{
  static const char *const     alternatives[] = { "login.app-password-required", "login.protocol-disabled", NULL };
  g_autoptr (McFindingBuilder) builder = builder_new ();
  g_autoptr (GInetAddress)     address = g_inet_address_new_from_string ("2001:db8::1");
  g_autoptr (McFinding)        finding = NULL;
  const McTarget              *target;

  mc_finding_builder_set_outcome (builder, MC_OUTCOME_FAIL, "login.wrong-password");
  mc_finding_builder_set_summary (builder, "The server says %s", "no");
  mc_finding_builder_set_target (builder, "imap.example.org", 993, "tls");
  mc_finding_builder_set_target_ip (builder, address);
  mc_finding_builder_set_transcript (builder, "S: no\n");
  mc_finding_builder_set_times (builder, 210, 140);
  mc_finding_builder_set_doubt (builder, 0.6, alternatives, "the provider’s website");
  g_assert_cmpint (mc_finding_builder_get_outcome (builder), ==, MC_OUTCOME_FAIL);
  finding = mc_finding_builder_end (builder);

  g_assert_cmpint (mc_finding_get_outcome (finding), ==, MC_OUTCOME_FAIL);
  g_assert_cmpstr (mc_finding_get_code (finding), ==, "login.wrong-password");
  g_assert_cmpstr (mc_finding_get_summary (finding), ==, "The server says no");
  target = mc_finding_get_target (finding);
  g_assert_cmpstr (target->host, ==, "imap.example.org");
  g_assert_cmpstr (target->ip, ==, "2001:db8::1");
  g_assert_cmpint (target->family, ==, G_SOCKET_FAMILY_IPV6);
  g_assert_cmpuint (target->port, ==, 993);
  g_assert_cmpstr (target->security, ==, "tls");
  g_assert_cmpstr (mc_finding_get_transcript (finding), ==, "S: no\n");
  g_assert_cmpint (mc_finding_get_started (finding), ==, 210);
  g_assert_cmpint (mc_finding_get_duration (finding), ==, 140);
  g_assert_cmpfloat (mc_finding_get_confidence (finding), ==, 0.6);
  g_assert_cmpstr (mc_finding_get_alternatives (finding)[1], ==, "login.protocol-disabled");
  g_assert_cmpstr (mc_finding_get_decided_by (finding), ==, "the provider’s website");
}

static void
test_evidence_order (void)
{
  g_autoptr (McFindingBuilder) builder = builder_new ();
  g_autoptr (McFinding)        finding = NULL;

  mc_finding_builder_add_evidence (builder, "tried", "%s port %u", "192.0.2.1", 993u);
  mc_finding_builder_add_evidence (builder, "reply", "NO");
  mc_finding_builder_add_evidence (builder, "tried", "192.0.2.2");
  finding = mc_finding_builder_end (builder);

  g_assert_cmpuint (mc_finding_get_n_evidence (finding), ==, 3);
  g_assert_cmpstr (mc_finding_get_evidence (finding, 0)->value, ==, "192.0.2.1 port 993");
  g_assert_cmpstr (mc_finding_get_evidence (finding, 1)->name, ==, "reply");
  g_assert_cmpstr (mc_finding_get_evidence (finding, 2)->value, ==, "192.0.2.2");
  g_assert_cmpstr (mc_finding_find_evidence (finding, "tried"), ==, "192.0.2.1 port 993");
  g_assert_null (mc_finding_find_evidence (finding, "trie"));
}

static void
test_evidence_hostile (void)
{
  static const char            hostile[] = "\033]0;x\a %s%n \xe2\x82 \u202e<b>\r\nnext";
  g_autoptr (McFindingBuilder) builder = builder_new ();
  g_autoptr (McFinding)        finding = NULL;
  g_autofree char             *filler = g_strnfill (100000, 'x');

  mc_finding_builder_set_summary (builder, "It said %s", hostile);
  mc_finding_builder_add_evidence (builder, "reply", "%s", hostile);
  mc_finding_builder_add_evidence (builder, "long", "%s", filler);
  finding = mc_finding_builder_end (builder);

  g_assert_cmpstr (mc_finding_get_summary (finding), ==,
                   "It said <U+001B>]0;x<U+0007> %s%n <E2><82> <U+202E><b><U+000D><U+000A>next");
  g_assert_cmpstr (mc_finding_find_evidence (finding, "reply"), ==,
                   "<U+001B>]0;x<U+0007> %s%n <E2><82> <U+202E><b><U+000D><U+000A>next");
  g_assert_cmpint (g_utf8_strlen (mc_finding_find_evidence (finding, "long"), -1), ==, 1000);
  g_assert_true (g_str_has_suffix (mc_finding_find_evidence (finding, "long"), "x…"));
}

static void
test_blocked (void)
{
  g_autoptr (McFindingBuilder) builder = builder_new ();
  g_autoptr (McFinding)        finding = NULL;

  mc_finding_builder_set_outcome (builder, MC_OUTCOME_FAIL, "login.refused");
  mc_finding_builder_set_blocked_by (builder, "incoming.port");
  finding = mc_finding_builder_end (builder);

  g_assert_cmpint (mc_finding_get_outcome (finding), ==, MC_OUTCOME_SKIPPED);
  g_assert_cmpstr (mc_finding_get_blocked_by (finding), ==, "incoming.port");
  g_assert_null (mc_finding_get_code (finding));
}

static void
test_last_word (void)
{
  g_autoptr (McFindingBuilder) builder = builder_new ();
  g_autoptr (McFinding)        finding = NULL;

  mc_finding_builder_set_outcome (builder, MC_OUTCOME_WARNING, "one");
  mc_finding_builder_set_outcome (builder, MC_OUTCOME_FAIL, "two");
  mc_finding_builder_set_summary (builder, "First");
  mc_finding_builder_set_summary (builder, "Second");
  finding = mc_finding_builder_end (builder);

  g_assert_cmpstr (mc_finding_get_code (finding), ==, "two");
  g_assert_cmpstr (mc_finding_get_summary (finding), ==, "Second");
}

/* Whatever the evidence is called, and wherever its limit falls. */
static void
test_secrets (void)
{
  g_autoptr (McFindingBuilder) builder = builder_new ();
  g_autoptr (McRedactor)       redactor = mc_redactor_new ();
  g_autoptr (McSecret)         secret = mc_secret_new (MC_SECRET_PASSWORD, "Seifen\tblase", 12);
  g_autofree char             *filler = g_strnfill (990, 'y');
  g_autoptr (McFinding)        finding = NULL;

  mc_redactor_add_secret (redactor, "ruth", secret);
  mc_finding_builder_set_redactor (builder, redactor);
  mc_finding_builder_set_summary (builder, "It says %s", "SEIFEN\tBLASE");
  mc_finding_builder_add_evidence (builder, "server_software", "%s 2.4", "Seifen\tblase");
  mc_finding_builder_add_evidence (builder, "error", "%s%s", filler, "Seifen\tblase and more");
  mc_finding_builder_set_transcript (builder, "S: NO Seifen blase\nC: LOGOUT\n");
  finding = mc_finding_builder_end (builder);

  g_assert_cmpstr (mc_finding_get_summary (finding), ==, "It says [hidden]");
  g_assert_true (mc_finding_has_values_in_summary (finding));
  g_assert_cmpstr (mc_finding_find_evidence (finding, "server_software"), ==, "[hidden] 2.4");
  g_assert_null (strstr (mc_finding_find_evidence (finding, "error"), "Sei"));
  g_assert_cmpstr (mc_finding_get_transcript (finding), ==, "S: NO [hidden]\nC: LOGOUT\n");
}

/* Hiding a word of a sentence of ours would tell that it is the password. */
static void
test_own_words (void)
{
  g_autoptr (McFindingBuilder) builder = builder_new ();
  g_autoptr (McRedactor)       redactor = mc_redactor_new ();
  g_autoptr (McFinding)        finding = NULL;

  mc_redactor_add_bytes (redactor, "password", 8);
  mc_finding_builder_set_redactor (builder, redactor);
  mc_finding_builder_set_summary (builder, "The server takes passwords");
  finding = mc_finding_builder_end (builder);

  g_assert_cmpstr (mc_finding_get_summary (finding), ==, "The server takes passwords");
  g_assert_false (mc_finding_has_values_in_summary (finding));
}

static void
test_given_up (void)
{
  g_autoptr (McFindingBuilder) builder = builder_new ();

  mc_finding_builder_add_evidence (builder, "reply", "not needed after all");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finding/empty", test_empty);
  g_test_add_func ("/finding/full", test_full);
  g_test_add_func ("/finding/evidence/order", test_evidence_order);
  g_test_add_func ("/finding/evidence/hostile", test_evidence_hostile);
  g_test_add_func ("/finding/blocked", test_blocked);
  g_test_add_func ("/finding/last-word", test_last_word);
  g_test_add_func ("/finding/secrets", test_secrets);
  g_test_add_func ("/finding/own-words", test_own_words);
  g_test_add_func ("/finding/given-up", test_given_up);

  return g_test_run ();
}
