/* test-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "mc-report.h"

#define COLUMNS 78

typedef char *(*Format) (const McResult *result, McReportFlags flags);

static const Format formats[] = {
  mc_report_to_text,
  mc_report_to_markdown,
  mc_report_to_html,
  mc_report_to_json,
};

/* Nothing of it is a word of our own texts. */
static const char *const canaries[] = {
  "quokka",
  "wombat.example",
  "mx77",
  "192.0.2.77",
  "2001:db8::77",
  "198.51.100.77",
  "bilby",
};

static const char *const hostile[] = {
  "[x](http://evil.test)",
  "<script>alert(1)</script>",
  "`code` ``more``",
  "a | b | c",
  "]() ![x](y)",
  "# heading",
  "1. item",
  "* item",
  "http://evil.test www.evil.test @everyone #123",
  "&lt; &#60; ~~gone~~ $x$ __bold__",
  "\" onmouseover=\"alert(1)",
};

static McFindingBuilder *
builder_new (const char *check,
             const char *title,
             McGroup     group,
             McOutcome   outcome,
             const char *code,
             const char *summary)
{
  McFindingBuilder *builder = mc_finding_builder_new (check, title, group);

  mc_finding_builder_set_outcome (builder, outcome, code);
  mc_finding_builder_set_summary (builder, "%s", summary);

  return builder;
}

static void
take (McResult         *result,
      McFindingBuilder *builder)
{
  g_ptr_array_add (result->findings, mc_finding_builder_end (builder));
  mc_finding_builder_free (builder);
}

static void
diagnose (McResult          *result,
          const char        *cause,
          double             confidence,
          const char        *because,
          const char *const *alternatives,
          const char        *decided_by)
{
  const char *const      checks[] = { because, NULL };
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (gpointer) "host", (gpointer) "mx77.wombat.example");
  g_hash_table_insert (values, (gpointer) "server", (gpointer) "your incoming mail server (mx77.wombat.example)");
  g_hash_table_insert (values, (gpointer) "user", (gpointer) "quokka");
  g_ptr_array_add (result->diagnoses,
                   mc_diagnosis_new (mc_cause_find (cause), confidence, checks, alternatives, decided_by, values));
}

static McResult *
result_new (void)
{
  McResult *result = mc_result_new ();

  result->account = mc_account_new ("quokka@wombat.example");
  result->incoming = mc_server_new (MC_PROTOCOL_IMAP, "mx77.wombat.example", 993, MC_SECURITY_TLS, MC_ORIGIN_SRV);
  result->started = 1769850000; /* date -u -d 2026-01-31T09:00:00 +%s */
  result->duration_ms = 812;
  result->has_secret = TRUE;
  result->complete = TRUE;
  g_hash_table_insert (result->answers, g_strdup ("webmail-works"), g_strdup ("yes"));

  return result;
}

/* A certificate that has expired: one test passed, one failed, one was skipped. */
static McResult *
expired_new (void)
{
  McResult                *result = result_new ();
  g_autoptr (GInetAddress) ip = g_inet_address_new_from_string ("192.0.2.77");
  McFindingBuilder        *builder;

  builder = builder_new ("incoming.port", "Port opens", MC_GROUP_INCOMING, MC_OUTCOME_PASS, NULL, "Port 993 is open");
  mc_finding_builder_set_target (builder, "mx77.wombat.example", 993, "tls");
  mc_finding_builder_set_target_ip (builder, ip);
  mc_finding_builder_add_evidence (builder, "greeting", "* OK mx77.wombat.example greets 198.51.100.77");
  mc_finding_builder_set_transcript (builder, "S: * OK mx77.wombat.example\nC: a1 ID (\"user\" \"quokka\")\n");
  mc_finding_builder_set_times (builder, 20, 14);
  take (result, builder);

  builder = builder_new ("incoming.certificate", "Certificate", MC_GROUP_INCOMING, MC_OUTCOME_FAIL, "tls.expired",
                         "The certificate of mx77.wombat.example has expired");
  mc_finding_builder_add_evidence (builder, "not_after", "2026-01-02T10:00:00Z");
  mc_finding_builder_add_evidence (builder, "names", "mx77.wombat.example, bilby.example, 2001:db8::77");
  take (result, builder);

  builder = builder_new ("incoming.login", "Sign-in", MC_GROUP_INCOMING, MC_OUTCOME_SKIPPED, NULL, "");
  mc_finding_builder_set_blocked_by (builder, "incoming.certificate");
  take (result, builder);

  diagnose (result, "tls.expired", 0.75, "incoming.certificate", NULL, NULL);

  return result;
}

static JsonObject *
parse (const char  *json,
       JsonParser **parser)
{
  g_autoptr (GError) error = NULL;

  *parser = json_parser_new ();
  json_parser_load_from_data (*parser, json, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (*parser));
}

static void
assert_keys (JsonObject *object,
             const char *expected)
{
  g_autoptr (GList)   keys = json_object_get_members (object);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (GList *l = keys; l != NULL; l = l->next)
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", (const char *) l->data);

  g_assert_cmpstr (joined->str, ==, expected);
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing in:\n%s", part, text);
}

static void
assert_lacks (const char *text,
              const char *part)
{
  g_autofree char *lower_text = g_utf8_strdown (text, -1);
  g_autofree char *lower_part = g_utf8_strdown (part, -1);

  if (strstr (lower_text, lower_part) != NULL)
    g_error ("“%s” stands in:\n%s", part, text);
}

static void
assert_before (const char *text,
               const char *first,
               const char *second)
{
  assert_contains (text, first);
  assert_contains (text, second);
  if (strstr (text, first) > strstr (text, second))
    g_error ("“%s” comes after “%s” in:\n%s", first, second, text);
}

static void
assert_once (const char *text,
             const char *part)
{
  assert_contains (text, part);
  if (strstr (strstr (text, part) + 1, part) != NULL)
    g_error ("“%s” stands twice in:\n%s", part, text);
}

static void
test_json_keys (void)
{
  g_autoptr (McResult)   result = expired_new ();
  g_autofree char       *json = mc_report_to_json (result, MC_REPORT_DEFAULT);
  g_autoptr (JsonParser) parser = NULL;
  JsonObject            *root = parse (json, &parser);
  JsonObject            *account = json_object_get_object_member (root, "account");
  JsonObject            *diagnosis = json_array_get_object_element (json_object_get_array_member (root, "diagnosis"), 0);
  JsonObject            *finding = json_array_get_object_element (json_object_get_array_member (root, "findings"), 0);

  assert_keys (root, "schema kind program started duration_ms complete cancelled personal clock_offset_ms account "
                     "symptom answers diagnosis findings");
  assert_keys (account, "address provider incoming outgoing");
  assert_keys (json_object_get_object_member (account, "incoming"), "protocol host port security user from");
  assert_keys (diagnosis, "cause severity confidence title explanation fixed_by because alternatives decided_by steps "
                          "article links");
  assert_keys (finding, "check group title outcome code summary target evidence blocked_by started_ms duration_ms");
  assert_keys (json_object_get_object_member (finding, "target"), "host ip family port security");
  assert_keys (json_array_get_object_element (json_object_get_array_member (finding, "evidence"), 0), "name value");
  g_assert_true (g_str_has_suffix (json, "}\n"));
}

static void
test_json_values (void)
{
  g_autoptr (McResult)   result = expired_new ();
  g_autofree char       *json = mc_report_to_json (result, MC_REPORT_SHOW_PERSONAL);
  g_autoptr (JsonParser) parser = NULL;
  JsonObject            *root = parse (json, &parser);
  JsonObject            *account = json_object_get_object_member (root, "account");
  JsonObject            *incoming = json_object_get_object_member (account, "incoming");
  JsonObject            *diagnosis = json_array_get_object_element (json_object_get_array_member (root, "diagnosis"), 0);

  g_assert_cmpint (json_object_get_int_member (root, "schema"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (root, "kind"), ==, "check");
  g_assert_cmpstr (json_object_get_string_member (root, "started"), ==, "2026-01-31T09:00:00Z");
  g_assert_cmpint (json_object_get_int_member (root, "duration_ms"), ==, 812);
  g_assert_true (json_object_get_boolean_member (root, "complete"));
  g_assert_false (json_object_get_boolean_member (root, "cancelled"));
  g_assert_cmpstr (json_object_get_string_member (root, "personal"), ==, "shown");
  g_assert_true (json_object_get_null_member (root, "clock_offset_ms"));
  g_assert_cmpstr (json_object_get_string_member (root, "symptom"), ==, "everything");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "answers"), "webmail-works"), ==, "yes");
  g_assert_cmpstr (json_object_get_string_member (account, "address"), ==, "quokka@wombat.example");
  g_assert_true (json_object_get_null_member (account, "provider"));
  g_assert_true (json_object_get_null_member (account, "outgoing"));
  g_assert_cmpstr (json_object_get_string_member (incoming, "host"), ==, "mx77.wombat.example");
  g_assert_cmpint (json_object_get_int_member (incoming, "port"), ==, 993);
  g_assert_cmpstr (json_object_get_string_member (incoming, "from"), ==, "srv");
  g_assert_cmpstr (json_object_get_string_member (diagnosis, "cause"), ==, "tls.expired");
  g_assert_cmpstr (json_object_get_string_member (diagnosis, "severity"), ==, "problem");
  g_assert_cmpfloat (json_object_get_double_member (diagnosis, "confidence"), ==, 0.75);
  g_assert_cmpstr (json_object_get_string_member (diagnosis, "fixed_by"), ==, "your-provider");
  g_assert_true (json_object_get_null_member (diagnosis, "decided_by"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (diagnosis, "alternatives")), ==, 0);
}

static char *
dup_provider (const char *address,
              const char *host)
{
  g_autoptr (McResult)   result = expired_new ();
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char       *json = NULL;
  JsonObject            *account;

  g_clear_object (&result->account);
  g_clear_pointer (&result->incoming, mc_server_unref);
  result->account = mc_account_new (address);
  result->incoming = mc_server_new (MC_PROTOCOL_IMAP, host, 993, MC_SECURITY_TLS, MC_ORIGIN_USER);
  json = mc_report_to_json (result, MC_REPORT_DEFAULT);
  account = json_object_get_object_member (parse (json, &parser), "account");

  return g_strdup (json_object_get_string_member (account, "provider"));
}

/* Told by the address, and for a domain of one's own by the server. */
static void
test_json_provider (void)
{
  g_autofree char *by_address = dup_provider ("quokka@gmail.com", "mail.example.org");
  g_autofree char *by_server = dup_provider ("quokka@wombat.example", "imap.gmail.com");

  g_assert_cmpstr (by_address, ==, "Gmail");
  g_assert_cmpstr (by_server, ==, "Gmail");
}

static void
test_json_findings (void)
{
  g_autoptr (McResult)   result = expired_new ();
  g_autofree char       *json = mc_report_to_json (result, MC_REPORT_SHOW_PERSONAL | MC_REPORT_VERBOSE);
  g_autoptr (JsonParser) parser = NULL;
  JsonArray             *findings = json_object_get_array_member (parse (json, &parser), "findings");
  JsonObject            *passed = json_array_get_object_element (findings, 0);
  JsonObject            *failed = json_array_get_object_element (findings, 1);
  JsonObject            *skipped = json_array_get_object_element (findings, 2);
  JsonObject            *target = json_object_get_object_member (passed, "target");
  JsonArray             *transcript = json_object_get_array_member (passed, "transcript");

  g_assert_cmpuint (json_array_get_length (findings), ==, 3);
  g_assert_true (json_object_get_null_member (passed, "code"));
  g_assert_true (json_object_get_null_member (passed, "blocked_by"));
  g_assert_cmpstr (json_object_get_string_member (target, "ip"), ==, "192.0.2.77");
  g_assert_cmpstr (json_object_get_string_member (target, "family"), ==, "ipv4");
  g_assert_cmpint (json_object_get_int_member (passed, "started_ms"), ==, 20);
  g_assert_cmpint (json_object_get_int_member (passed, "duration_ms"), ==, 14);
  g_assert_cmpuint (json_array_get_length (transcript), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (transcript, 0), ==, "S: * OK mx77.wombat.example");

  g_assert_cmpstr (json_object_get_string_member (failed, "outcome"), ==, "fail");
  g_assert_cmpstr (json_object_get_string_member (failed, "code"), ==, "tls.expired");
  g_assert_true (json_object_get_null_member (failed, "target"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (failed, "transcript")), ==, 0);

  g_assert_cmpstr (json_object_get_string_member (skipped, "outcome"), ==, "skipped");
  g_assert_cmpstr (json_object_get_string_member (skipped, "blocked_by"), ==, "incoming.certificate");
}

static void
test_personal (void)
{
  g_autoptr (McResult) result = expired_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *hidden = formats[i](result, MC_REPORT_VERBOSE);
      g_autofree char *shown = formats[i](result, MC_REPORT_VERBOSE | MC_REPORT_SHOW_PERSONAL);

      for (guint j = 0; j < G_N_ELEMENTS (canaries); j++)
        {
          assert_lacks (hidden, canaries[j]);
          assert_contains (shown, canaries[j]);
        }
    }
}

static void
test_text (void)
{
  g_autoptr (McResult) result = expired_new ();
  g_autofree char     *text = mc_report_to_text (result, MC_REPORT_DEFAULT);
  g_auto (GStrv)       lines = g_strsplit (text, "\n", -1);

  /* For the person, */
  assert_before (text, mc_cause_get_title (mc_cause_find ("tls.expired")), "your incoming mail\nserver (<host-1>) was valid until");
  assert_before (text, "has to fix this", "1. Tell your provider");
  assert_before (text, "1. Tell your provider", "✗ Failed");
  /* for both, */
  assert_contains (text, "✓ Passed   Port opens — Port 993 is open\n");
  assert_contains (text, "✗ Failed   Certificate — The certificate of <host-1> has expired\n");
  assert_before (text, "For the support desk", "not after: 2026-01-02T10:00:00Z\n");
  assert_contains (text, "– Skipped  Sign-in — Not tested, because “Certificate” failed\n");
  /* for the support desk. */
  assert_contains (text, "IMAP, <host-1>, port 993, TLS");
  assert_contains (text, "2026-01-31 09:00:00 UTC");
  assert_contains (text, "Mail Checkup " MC_VERSION);
  assert_contains (text, "greeting: * OK <host-1> greets <ip-");
  assert_contains (text, "--show-personal");
  assert_lacks (text, "S: * OK");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (lines[i]));

      if (strchr (stripped, ' ') != NULL)
        g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, COLUMNS);
      g_assert_null (strchr (lines[i], '\033'));
      g_assert_false (g_str_has_suffix (lines[i], " "));
    }
}

static char *
strip_colors (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\033\\[[0-9]*m", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static void
test_color (void)
{
  g_autoptr (McResult) result = expired_new ();
  g_autofree char     *plain = mc_report_to_text (result, MC_REPORT_DEFAULT);
  g_autofree char     *colored = mc_report_to_text (result, MC_REPORT_COLOR);
  g_autofree char     *stripped = strip_colors (colored);
  g_autofree char     *markdown = mc_report_to_markdown (result, MC_REPORT_COLOR);

  g_assert_cmpstr (colored, !=, plain);
  g_assert_cmpstr (stripped, ==, plain);
  assert_contains (colored, "\033[31m  ✗ Failed\033[0m");
  g_assert_null (strchr (markdown, '\033'));
}

static void
test_verbose (void)
{
  g_autoptr (McResult) result = expired_new ();
  g_autofree char     *text = mc_report_to_text (result, MC_REPORT_VERBOSE);
  g_autofree char     *markdown = mc_report_to_markdown (result, MC_REPORT_VERBOSE);

  assert_contains (text, "    S: * OK <host-1>\n    C: a1 ID (\"user\" \"<user>\")\n");
  assert_contains (markdown, "```text\nS: * OK <host-1>\nC: a1 ID (\"user\" \"<user>\")\n```\n");
}

static void
test_healthy (void)
{
  g_autoptr (McResult) result = result_new ();
  g_autofree char     *with_secret = NULL;
  g_autofree char     *without_secret = NULL;

  take (result, builder_new ("incoming.port", "Port opens", MC_GROUP_INCOMING, MC_OUTCOME_PASS, NULL, "Port 993 is open"));
  take (result, builder_new ("incoming.encryption", "Encryption", MC_GROUP_INCOMING, MC_OUTCOME_PASS, NULL, "TLS 1.3"));
  diagnose (result, "healthy", 1, NULL, NULL, NULL);

  with_secret = mc_report_to_text (result, MC_REPORT_DEFAULT);
  assert_before (with_secret, mc_cause_get_title (mc_cause_find ("healthy")), "What works: the encrypted connection to your incoming mail server.");
  assert_lacks (with_secret, "Sign-in was not tested");

  result->complete = FALSE;
  result->has_secret = FALSE;
  without_secret = mc_report_to_text (result, MC_REPORT_DEFAULT);
  assert_contains (without_secret, "Sign-in was not tested");
}

static void
assert_fixed_by_nobody (McResult *result)
{
  g_autofree char       *json = mc_report_to_json (result, MC_REPORT_DEFAULT);
  g_autoptr (JsonParser) parser = NULL;
  JsonArray             *diagnoses = json_object_get_array_member (parse (json, &parser), "diagnosis");

  g_assert_true (json_object_get_null_member (json_array_get_object_element (diagnoses, 0), "fixed_by"));
}

static void
test_unknown (void)
{
  g_autoptr (McResult) result = result_new ();
  g_autofree char     *text = NULL;

  take (result, builder_new ("incoming.port", "Port opens", MC_GROUP_INCOMING, MC_OUTCOME_FAIL, "port.odd", "It is odd"));
  diagnose (result, "unknown", 0, "incoming.port", NULL, NULL);

  text = mc_report_to_text (result, MC_REPORT_DEFAULT);
  assert_contains (text, mc_cause_get_title (mc_cause_find ("unknown")));
  assert_lacks (text, "has to fix this");
  assert_fixed_by_nobody (result);
}

static void
test_cancelled (void)
{
  g_autoptr (McResult) result = expired_new ();

  result->cancelled = TRUE;
  result->complete = FALSE;
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *report = formats[i](result, MC_REPORT_DEFAULT);

      assert_before (report, "stopped before it was over", "certificate has expired");
    }
}

static void
test_open_and_several (void)
{
  const char *const    alternatives[] = { "login.wrong-password", NULL };
  g_autoptr (McResult) result = expired_new ();
  g_autofree char     *text = NULL;

  g_ptr_array_set_size (result->diagnoses, 0);
  diagnose (result, "login.app-password-required", 0.6, "incoming.login", alternatives, "whether it works on the web");
  diagnose (result, "mailbox.nearly-full", 1, "mailbox.quota", NULL, NULL);

  text = mc_report_to_text (result, MC_REPORT_DEFAULT);
  assert_before (text, mc_cause_get_title (mc_cause_find ("login.app-password-required")),
                 mc_cause_get_title (mc_cause_find ("login.wrong-password")));
  assert_before (text, "What would tell which it is: whether it works on the web.", "Also found");
  assert_before (text, "Also found", mc_cause_get_title (mc_cause_find ("mailbox.nearly-full")));
  assert_lacks (text, "the article");
}

static void
test_open_unknown (void)
{
  const char *const    alternatives[] = { "server.down", "network.vpn", NULL };
  g_autoptr (McResult) result = expired_new ();
  g_autofree char     *text = NULL;

  g_ptr_array_set_size (result->diagnoses, 0);
  diagnose (result, "unknown", 0.3, "incoming.certificate", alternatives, "whether it works without the VPN");

  text = mc_report_to_text (result, MC_REPORT_DEFAULT);
  assert_before (text, "It could be one of these:", mc_cause_get_title (mc_cause_find ("server.down")));
  assert_lacks (text, "most likely");
  assert_once (text, "without the VPN");
}

/* Nothing failed, but the time was over: no fault is claimed. */
static void
test_no_time (void)
{
  g_autoptr (McResult) result = result_new ();
  McFindingBuilder    *login;
  g_autofree char     *text = NULL;

  result->complete = FALSE;
  take (result, builder_new ("incoming.encryption", "Encryption", MC_GROUP_INCOMING, MC_OUTCOME_PASS, NULL, "TLS 1.3"));
  take (result, builder_new ("incoming.mechanisms", "Sign-in methods", MC_GROUP_INCOMING, MC_OUTCOME_SKIPPED,
                             "run.no-time", "Not tested, because the time was over"));
  login = builder_new ("incoming.login", "Sign-in", MC_GROUP_INCOMING, MC_OUTCOME_SKIPPED, NULL, "");
  mc_finding_builder_set_blocked_by (login, "incoming.mechanisms");
  take (result, login);
  diagnose (result, "unknown", 0.3, NULL, NULL, NULL);

  text = mc_report_to_text (result, MC_REPORT_DEFAULT);
  assert_contains (text, "===\n\nThe time ran out");
  assert_before (text, "The time ran out", "Not tested: the sign-in at your incoming mail server.");
  assert_before (text, "Not tested: the sign-in at your incoming mail server.", "No problem found so far");
  assert_contains (text, "What works: the encrypted connection to your incoming mail server.");
  assert_lacks (text, mc_cause_get_title (mc_cause_find ("unknown")));
  assert_lacks (text, "does not work");
}

static void
test_not_confirmed (void)
{
  g_autoptr (McResult) result = result_new ();
  g_autofree char     *hidden = NULL;
  g_autofree char     *shown = NULL;

  result->complete = FALSE;
  take (result, builder_new ("incoming.login", "Sign-in", MC_GROUP_INCOMING, MC_OUTCOME_SKIPPED,
                             "login.host-not-confirmed", "The password was not sent"));
  diagnose (result, "healthy", 0.95, NULL, NULL, NULL);

  hidden = mc_report_to_markdown (result, MC_REPORT_DEFAULT);
  shown = mc_report_to_html (result, MC_REPORT_SHOW_PERSONAL);
  assert_before (hidden, "imap:<host-1>:993/tls", mc_cause_get_title (mc_cause_find ("healthy")));
  assert_before (shown, "--incoming imap:mx77.wombat.example:993/tls", mc_cause_get_title (mc_cause_find ("healthy")));
}

/* SMTP’s codes are kept beside the text, and belong together; the person need not see more than what was said. */
static void
test_reply (void)
{
  g_autoptr (McResult) result = result_new ();
  McFindingBuilder    *builder = builder_new ("outgoing.sending", "Sending", MC_GROUP_OUTGOING, MC_OUTCOME_FAIL,
                                              "sending.relay-denied", "The server does not send");
  g_autofree char     *text = NULL;
  const char          *details;

  mc_finding_builder_add_evidence (builder, "reply", "Relay access denied");
  mc_finding_builder_add_evidence (builder, "reply_code", "554");
  mc_finding_builder_add_evidence (builder, "enhanced_code", "5.7.1");
  mc_finding_builder_add_evidence (builder, "mechanism", "PLAIN");
  take (result, builder);
  diagnose (result, "sending.relay-denied", 0.95, "outgoing.sending", NULL, NULL);

  text = mc_report_to_text (result, MC_REPORT_DEFAULT);
  details = strstr (text, "For the support desk");
  assert_before (text, "The server’s answer: 554 5.7.1 Relay access denied\n", "For the support desk");
  assert_contains (details, "The server’s answer: 554 5.7.1 Relay access denied\n");
  assert_contains (details, "Sign-in method: PLAIN\n");
  assert_before (text, "For the support desk", "Sign-in method");
  assert_lacks (text, "Reply code");
  assert_lacks (text, "Enhanced status code");
}

static void
test_durations (void)
{
  g_autoptr (McResult) result = expired_new ();
  g_autofree char     *text = mc_report_to_text (result, MC_REPORT_DEFAULT);
  g_autofree char     *slow = NULL;

  assert_contains (text, "Duration: 812\302\240ms\n");
  assert_contains (text, "75\302\240% sure");
  assert_lacks (text, "\303\202");

  result->duration_ms = 4200;
  slow = mc_report_to_text (result, MC_REPORT_DEFAULT);
  assert_contains (slow, "Duration: 4.2\302\240s\n");
}

static void
test_empty (void)
{
  g_autoptr (McResult) result = result_new ();

  diagnose (result, "unknown", 0, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *report = formats[i](result, MC_REPORT_DEFAULT);

      assert_contains (report, i < 3 ? "Nothing was tested" : "\"findings\" : []");
    }
}

static McResult *
hostile_new (void)
{
  McResult *result = result_new ();

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      McFindingBuilder *builder = builder_new ("incoming.login", "Sign-in", MC_GROUP_INCOMING, MC_OUTCOME_FAIL,
                                               "login.refused", hostile[i]);

      mc_finding_builder_add_evidence (builder, "reply", "%s", hostile[i]);
      mc_finding_builder_set_transcript (builder, hostile[i]);
      take (result, builder);
    }
  diagnose (result, "unknown", 0, "incoming.login", NULL, NULL);

  return result;
}

/* What is left of Markdown when all that cannot be markup is taken out: code, as its
 * fence says, and escaped characters. */
static char *
strip_markdown (const char *markdown)
{
  g_autoptr (GRegex)  blocks = g_regex_new ("^(`{3,})text\n.*?^\\1$", G_REGEX_MULTILINE | G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex)  escapes = g_regex_new ("\\\\[!-/:-@\\[-`{-~]", 0, 0, NULL);
  g_autoptr (GRegex)  spans = g_regex_new ("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", 0, 0, NULL);
  g_autofree char    *no_blocks = g_regex_replace_literal (blocks, markdown, -1, 0, "", 0, NULL);
  g_autoptr (GString) result = g_string_new (NULL);

  /* Backslashes mean nothing within code, so the one that comes first decides. */
  for (const char *p = no_blocks; *p != '\0';)
    {
      g_autoptr (GMatchInfo) match = NULL;
      int                    end = 0;

      if ((*p == '\\' && g_regex_match (escapes, p, G_REGEX_MATCH_ANCHORED, &match)) ||
          (*p == '`' && g_regex_match (spans, p, G_REGEX_MATCH_ANCHORED, &match)))
        g_match_info_fetch_pos (match, 0, NULL, &end);

      if (end == 0)
        g_string_append_c (result, *p);
      p += MAX (end, 1);
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}

static void
test_hostile_markdown (void)
{
  g_autoptr (McResult) result = hostile_new ();
  g_autofree char     *markdown = mc_report_to_markdown (result, MC_REPORT_SHOW_PERSONAL | MC_REPORT_VERBOSE);
  g_autofree char     *markup = strip_markdown (markdown);
  static const char   *forbidden[] = { "evil", "](", "<", "`", "|", "@", "#1", "&", "~", "$", "__", "— * ", "— # ", "— 1. " };

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    assert_lacks (markup, forbidden[i]);

  assert_contains (markdown, "The server’s answer: ``` `code` ``more`` ```\n");
  assert_contains (markdown, "The server’s answer: `[x](http://evil.test)`\n");
}

static void
test_hostile_html (void)
{
  g_autoptr (McResult) result = hostile_new ();
  g_autofree char     *html = mc_report_to_html (result, MC_REPORT_SHOW_PERSONAL | MC_REPORT_VERBOSE);

  assert_lacks (html, "<script");
  assert_lacks (html, "<a ");
  assert_lacks (html, "src=");
  assert_lacks (html, "\" onmouseover");
  assert_contains (html, "&lt;script&gt;alert(1)&lt;/script&gt;");
  assert_contains (html, "&amp;lt; &amp;#60;");
}

static void
test_hostile_terminal (void)
{
  g_autoptr (McResult) result = result_new ();
  McFindingBuilder    *builder = builder_new ("incoming.login", "Sign-in", MC_GROUP_INCOMING, MC_OUTCOME_FAIL, NULL,
                                              "\033[2J\xe2\x80\xae reversed");

  mc_finding_builder_add_evidence (builder, "reply", "\033]0;title\007 \xff");
  mc_finding_builder_set_transcript (builder, "S: \033[31m \xe2\x80\xae\xfe\r\nS: \xe2\x80\xa8next\n");
  mc_finding_builder_set_target (builder, "mx\033[1m", 993, "tls");
  take (result, builder);
  diagnose (result, "unknown", 0, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *report = formats[i](result, MC_REPORT_VERBOSE);

      g_assert_true (g_utf8_validate (report, -1, NULL));
      g_assert_null (strchr (report, '\033'));
      g_assert_null (strchr (report, '\007'));
      g_assert_null (strchr (report, '\r'));
      g_assert_null (strstr (report, "\xe2\x80\xae"));
      g_assert_null (strstr (report, "\xe2\x80\xa8"));
    }
}

/* Only our own tables' links are links. */
static void
test_links (void)
{
  static const McCause cause = {
    .id = "tls.expired",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = "A title",
    .links = { { "A page", "https://www.example.org/a?b=c&d" }, { NULL } },
  };
  g_autoptr (McResult) result = result_new ();
  g_autofree char     *text = NULL;
  g_autofree char     *markdown = NULL;
  g_autofree char     *html = NULL;

  g_ptr_array_add (result->diagnoses, mc_diagnosis_new (&cause, 1, NULL, NULL, NULL, NULL));
  text = mc_report_to_text (result, MC_REPORT_DEFAULT);
  markdown = mc_report_to_markdown (result, MC_REPORT_DEFAULT);
  html = mc_report_to_html (result, MC_REPORT_DEFAULT);

  assert_contains (text, "A page: https://www.example.org/a?b=c&d\n");
  assert_contains (markdown, "[A page](<https://www.example.org/a?b=c&d>)");
  assert_contains (html, "<a href=\"https://www.example.org/a?b=c&amp;d\"");
}

static void
test_html_page (void)
{
  g_autoptr (McResult) result = expired_new ();
  g_autofree char     *html = mc_report_to_html (result, MC_REPORT_DEFAULT);

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"en\">"));
  assert_contains (html, "<meta charset=\"utf-8\">");
  assert_contains (html, "prefers-color-scheme: dark");
  assert_contains (html, "<th scope=\"row\">Certificate</th>");
  assert_contains (html, "✗ Failed");
  assert_contains (html, "&lt;host-1&gt;");
  assert_lacks (html, "http://");
  assert_lacks (html, "https://");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/json/keys", test_json_keys);
  g_test_add_func ("/report/json/values", test_json_values);
  g_test_add_func ("/report/json/provider", test_json_provider);
  g_test_add_func ("/report/json/findings", test_json_findings);
  g_test_add_func ("/report/personal", test_personal);
  g_test_add_func ("/report/text", test_text);
  g_test_add_func ("/report/color", test_color);
  g_test_add_func ("/report/verbose", test_verbose);
  g_test_add_func ("/report/healthy", test_healthy);
  g_test_add_func ("/report/unknown", test_unknown);
  g_test_add_func ("/report/cancelled", test_cancelled);
  g_test_add_func ("/report/open-and-several", test_open_and_several);
  g_test_add_func ("/report/open-unknown", test_open_unknown);
  g_test_add_func ("/report/no-time", test_no_time);
  g_test_add_func ("/report/not-confirmed", test_not_confirmed);
  g_test_add_func ("/report/reply", test_reply);
  g_test_add_func ("/report/durations", test_durations);
  g_test_add_func ("/report/empty", test_empty);
  g_test_add_func ("/report/hostile/markdown", test_hostile_markdown);
  g_test_add_func ("/report/hostile/html", test_hostile_html);
  g_test_add_func ("/report/hostile/terminal", test_hostile_terminal);
  g_test_add_func ("/report/links", test_links);
  g_test_add_func ("/report/html-page", test_html_page);

  return g_test_run ();
}
