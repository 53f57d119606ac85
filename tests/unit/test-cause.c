/* test-cause.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib.h>

#include "mc-cause-values.h"
#include "mc-cause.h"

#define MAX_TITLE_CHARS 60

static const char *const known_placeholders[] = {
  "host", "port", "server", "check", "security", "address", "domain", "user", "names", "until", "since", "issuer",
  "used", "words", "working", "ruled-out", "would-decide", NULL
};

static const char *const explained_families[] = {
  "healthy", "unknown", "network.", "clock.", "program.", "settings.", "login.", "server.", "tls.", "mailbox.", NULL
};

/* What a step must speak of, so that its button keeps the promise. */
static const char *const action_words[MC_N_STEP_ACTIONS] = {
  [MC_STEP_CHECK_AGAIN] = "check again|the checkup again",
  [MC_STEP_COPY_REPORT] = "[Ss]end .*(report|line)|in this report",
  [MC_STEP_COPY_HOST] = "\\{host\\}",
  [MC_STEP_COPY_WORKING] = "\\{working\\}",
  [MC_STEP_EDIT_ADDRESS] = "[Tt]ype it again|correct it here",
  [MC_STEP_EDIT_PASSWORD] = "password",
  [MC_STEP_EDIT_SERVERS] = "server names here|server name in your settings",
  [MC_STEP_OPEN_WEBMAIL] = "website|spam folder",
  [MC_STEP_OPEN_APP_PASSWORDS] = "app password",
  [MC_STEP_OPEN_ACCESS] = "turn the access on|must be allowed",
  [MC_STEP_OPEN_STATUS] = "notice about",
  [MC_STEP_OPEN_BROWSER] = "web browser",
  [MC_STEP_NETWORK_SETTINGS] = "Wi-Fi|network|name server",
  [MC_STEP_DATE_SETTINGS] = "date and time|date and the time",
  [MC_STEP_ONLINE_ACCOUNTS] = "Online Accounts",
};

typedef void (*TextFunc) (const McCause *cause, const char *text);

static void
foreach_text (TextFunc func)
{
  const McCause *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      func (cause, cause->title);
      if (cause->explanation != NULL)
        func (cause, cause->explanation);
      for (guint step = 0; step < MC_CAUSE_MAX_STEPS && cause->steps[step] != NULL; step++)
        func (cause, cause->steps[step]);
    }
}

static GHashTable *
values_new (const char *name,
            ...)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  va_list     args;

  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    g_hash_table_insert (values, g_strdup (name), g_strdup (va_arg (args, const char *)));
  va_end (args);

  return values;
}

static void
assert_expands (const char *text,
                GHashTable *values,
                const char *expected)
{
  g_autofree char *expanded = mc_cause_expand (text, values);

  g_assert_cmpstr (expanded, ==, expected);
}

static void
test_table_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const McCause         *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      g_test_message ("%s", cause->id);
      g_assert_true (g_regex_match_simple ("^(healthy|unknown|[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*)$", cause->id, 0, 0));
      g_assert_true (g_hash_table_add (seen, (gpointer) cause->id));
      g_assert_true (mc_cause_find (cause->id) == cause);
    }

  g_assert_cmpuint (g_hash_table_size (seen), >=, 120);
  g_assert_null (mc_cause_find ("tls"));
  g_assert_null (mc_cause_find (""));
}

static void
test_table_rows (void)
{
  const McCause *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      g_test_message ("%s", cause->id);
      g_assert_cmpstr (mc_cause_get_title (cause), !=, "");
      g_assert_cmpint (g_utf8_strlen (cause->title, -1), <=, MAX_TITLE_CHARS);
      g_assert_false (g_str_has_suffix (cause->title, "."));
      g_assert_null (strchr (cause->title, '{'));
      g_assert_true (g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", cause->article, 0, 0));
      g_assert_null (cause->steps[MC_CAUSE_MAX_STEPS]);
      g_assert_null (cause->links[MC_CAUSE_MAX_LINKS].title);

      for (guint link = 0; cause->links[link].title != NULL; link++)
        g_assert_true (g_str_has_prefix (cause->links[link].uri, "https://"));
    }
}

static void
test_table_actions (void)
{
  gboolean       is_used[MC_N_STEP_ACTIONS] = { TRUE };
  const McCause *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      for (guint step = 0; step < MC_CAUSE_MAX_STEPS; step++)
        {
          McStepAction action = cause->actions[step];

          is_used[action] = TRUE;
          if (action == MC_STEP_NONE)
            continue;

          g_test_message ("%s, step %u", cause->id, step);
          g_assert_cmpuint (step, <, g_strv_length ((GStrv) cause->steps));
          g_assert_true (g_regex_match_simple (action_words[action], cause->steps[step], 0, 0));
        }
    }

  for (guint action = 0; action < MC_N_STEP_ACTIONS; action++)
    g_assert_true (is_used[action]);
}

/* Nobody shut out for trying too often is tempted to try once more, nor to type a password into a bad network. */
static void
test_table_harmless_actions (void)
{
  static const char *const of_patience[] = { "login.too-many-attempts", "server.client-banned" };
  const McCause           *forged = mc_cause_find ("network.dns-forged");

  for (gsize i = 0; i < G_N_ELEMENTS (of_patience); i++)
    {
      const McCause *cause = mc_cause_find (of_patience[i]);

      for (guint step = 0; step < MC_CAUSE_MAX_STEPS; step++)
        g_assert_true (cause->actions[step] == MC_STEP_NONE);
    }

  for (guint step = 0; step < MC_CAUSE_MAX_STEPS; step++)
    g_assert_true (forged->actions[step] != MC_STEP_OPEN_WEBMAIL && forged->actions[step] != MC_STEP_EDIT_PASSWORD);
}

static void
test_table_explained (void)
{
  const McCause *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      for (guint family = 0; explained_families[family] != NULL; family++)
        {
          if (!g_str_has_prefix (cause->id, explained_families[family]))
            continue;

          g_test_message ("%s", cause->id);
          g_assert_nonnull (cause->explanation);
          g_assert_nonnull (cause->steps[0]);
        }
    }
}

static void
test_table_notices (void)
{
  const McCause *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    g_assert_true (cause->is_notice == (g_str_equal (cause->id, "mailbox.nearly-full") ||
                                        g_str_equal (cause->id, "domain.expiring")));
}

static void
check_plain (const McCause *cause,
             const char    *text)
{
  g_test_message ("%s: %s", cause->id, text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strcspn (text, "%<>&\n\t"), ==, strlen (text));
  g_assert_null (strstr (text, "  "));
  g_assert_false (g_str_has_suffix (text, " "));
}

static void
test_texts_plain (void)
{
  foreach_text (check_plain);
}

static void
check_placeholders (const McCause *cause,
                    const char    *text)
{
  g_autoptr (GRegex)     regex = g_regex_new ("\\{([^{}]*)\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char       *without = g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
  g_autofree char       *expanded = mc_cause_expand (text, NULL);

  g_test_message ("%s: %s", cause->id, text);
  g_assert_cmpuint (strcspn (without, "{}"), ==, strlen (without));
  g_assert_cmpuint (strcspn (expanded, "{}"), ==, strlen (expanded));

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      g_assert_true (g_strv_contains (known_placeholders, name));
    }
}

static void
test_texts_placeholders (void)
{
  foreach_text (check_placeholders);
}

/* A value or its stand-in may begin with a small letter, and a server's words end as they like. */
static void
test_texts_sentences (void)
{
  const McCause *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      const char *const *steps = cause->steps;

      g_test_message ("%s", cause->id);
      for (const char *const *text = steps; *text != NULL; text++)
        {
          g_assert_true (g_unichar_isupper (g_utf8_get_char (*text)));
          g_assert_true (g_regex_match_simple ("[.?]”?$", *text, 0, 0));
          g_assert_false (g_regex_match_simple ("[.:”] \\{", *text, 0, 0));
        }

      if (cause->explanation == NULL)
        continue;
      g_assert_true (g_unichar_isupper (g_utf8_get_char (cause->explanation)));
      g_assert_true (g_regex_match_simple ("(\\.|: \\{words\\})$", cause->explanation, 0, 0));
      g_assert_false (g_regex_match_simple ("\\. \\{", cause->explanation, 0, 0));
    }
}

static void
take_failure (GPtrArray  *findings,
              const char *check,
              const char *title,
              const char *host,
              guint16     port)
{
  g_autoptr (McFindingBuilder) builder = mc_finding_builder_new (check, title, MC_GROUP_INCOMING);

  mc_finding_builder_set_outcome (builder, MC_OUTCOME_FAIL, "x");
  mc_finding_builder_set_target (builder, host, port, "tls");
  if (g_str_has_suffix (check, ".other-ports"))
    mc_finding_builder_add_evidence (builder, "working", "port 993 with TLS");
  g_ptr_array_add (findings, mc_finding_builder_end (builder));
}

static void
assert_values (GPtrArray  *seen_in,
               GPtrArray  *findings,
               const char *text,
               const char *expected)
{
  g_autoptr (McAccount)  account = mc_account_new ("anna@example.org");
  g_autoptr (GHashTable) values = mc_cause_values_new (account, seen_in, findings, NULL);

  assert_expands (text, values, expected);
}

/* What is read aloud says which server it is. */
static void
test_values_server (void)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  const char           *text = "Send the line {check} about {server}";

  assert_values (findings, findings, text, "Send the line marked as failed about the mail server");
  take_failure (findings, "incoming.certificate", "Certificate", "a.example.org", 993);
  assert_values (findings, findings, text, "Send the line “Certificate” about your incoming mail server (a.example.org)");
  take_failure (findings, "outgoing.certificate", "Certificate", "a.example.org", 465);
  assert_values (findings, findings, "{server}", "your incoming and outgoing mail server (a.example.org)");

  g_ptr_array_remove_index (findings, 0);
  assert_values (findings, findings, "{server}", "your outgoing mail server (a.example.org)");
  take_failure (findings, "mailbox.inbox", "Inbox", "b.example.org", 993);
  assert_values (findings, findings, "{server}",
                 "your incoming mail server (b.example.org) and your outgoing mail server (a.example.org)");
}

/* What another check found to work is offered; for the port between servers there is a rule (RFC 6409 section 3.1). */
static void
test_values_working (void)
{
  g_autoptr (GPtrArray) seen_in = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) sending = g_ptr_array_new_with_free_func (g_object_unref);

  take_failure (seen_in, "incoming.elsewhere", "Elsewhere", "a.example.org", 1993);
  assert_values (seen_in, findings, "{port}: {working}", "1993: the standard settings of your provider");
  take_failure (findings, "incoming.other-ports", "Ports", "a.example.org", 1993);
  assert_values (seen_in, findings, "{working}", "port 993 with TLS");

  take_failure (sending, "outgoing.elsewhere", "Elsewhere", "a.example.org", 25);
  assert_values (sending, findings, "{working}", "port 587 with STARTTLS or port 465 with TLS");
}

static void
test_expand_values (void)
{
  g_autoptr (GHashTable) values = values_new ("host", "imap.example.org", "port", "993", NULL);

  assert_expands ("", values, "");
  assert_expands ("nothing to fill", values, "nothing to fill");
  assert_expands ("{host}", values, "imap.example.org");
  assert_expands ("at {host}, {port} and {host}.", values, "at imap.example.org, 993 and imap.example.org.");
  assert_expands ("»{host}«", values, "»imap.example.org«");
}

static void
test_expand_fallbacks (void)
{
  g_autoptr (GHashTable) values = values_new ("host", "", NULL);

  assert_expands ("at {host} on the port number {port}", values, "at the mail server on the port number in your settings");
  assert_expands ("at {host}", NULL, "at the mail server");

  for (guint i = 0; known_placeholders[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("{%s}", known_placeholders[i]);
      g_autofree char *expanded = mc_cause_expand (text, NULL);

      g_assert_cmpstr (expanded, !=, text);
      g_assert_cmpstr (expanded, !=, "");
    }
}

static void
test_expand_unknown (void)
{
  g_autoptr (GHashTable) values = values_new ("host", "x", "words", "{host} {port}", "names", "a{b}, }{", NULL);

  assert_expands ("{thing} {host}", values, "{thing} x");
  assert_expands ("{} { } {Host} {host", values, "{} { } {Host} {host");
  assert_expands ("{{host}} }{host}{", values, "{x} }x{");
  assert_expands ("{{{", values, "{{{");
  assert_expands ("{words}|{names}", values, "{host} {port}|a{b}, }{");
}

static void
test_fixer (void)
{
  static const char *const ids[] = {
    [MC_FIXER_NONE] = NULL,
    [MC_FIXER_YOU] = "you",
    [MC_FIXER_ADMINISTRATOR] = "your-administrator",
    [MC_FIXER_PROVIDER] = "your-provider",
    [MC_FIXER_NETWORK] = "your-network",
    [MC_FIXER_SENDER] = "sender",
    [MC_FIXER_RECIPIENT] = "recipient",
    [MC_FIXER_WAIT] = "wait",
  };

  for (guint fixer = 0; fixer < G_N_ELEMENTS (ids); fixer++)
    {
      g_assert_cmpstr (mc_fixer_get_id (fixer), ==, ids[fixer]);
      g_assert_true ((mc_fixer_get_title (fixer) == NULL) == (fixer == MC_FIXER_NONE));
    }
}

static char *
read_published_causes (void)
{
  const char      *shared = g_getenv ("MC_SHARED");
  const char      *source_root = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *path = NULL;
  char            *contents = NULL;

  if (shared != NULL)
    path = g_build_filename (shared, "causes.tsv", NULL);
  else if (source_root != NULL)
    path = g_build_filename (source_root, "..", "shared", "causes.tsv", NULL);

  if (path != NULL)
    g_file_get_contents (path, &contents, NULL, NULL);

  return contents;
}

static void
test_table_published (void)
{
  g_autofree char *contents = read_published_causes ();
  g_auto (GStrv)   lines = NULL;
  guint            position = 0;

  if (contents == NULL)
    {
      g_test_skip ("the list of published causes is not here");
      return;
    }

  lines = g_strsplit (g_strstrip (contents), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      const McCause *cause = mc_cause_get_nth (position++);
      const char    *fixer;

      g_assert_nonnull (cause);
      g_assert_cmpstr (cause->id, ==, fields[0]);
      fixer = mc_fixer_get_id (cause->fixed_by);
      g_assert_cmpstr (fixer != NULL ? fixer : "-", ==, fields[1]);
    }

  g_assert_null (mc_cause_get_nth (position));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cause/table/ids", test_table_ids);
  g_test_add_func ("/cause/table/rows", test_table_rows);
  g_test_add_func ("/cause/table/actions", test_table_actions);
  g_test_add_func ("/cause/table/harmless-actions", test_table_harmless_actions);
  g_test_add_func ("/cause/table/explained", test_table_explained);
  g_test_add_func ("/cause/table/notices", test_table_notices);
  g_test_add_func ("/cause/table/published", test_table_published);
  g_test_add_func ("/cause/texts/plain", test_texts_plain);
  g_test_add_func ("/cause/texts/placeholders", test_texts_placeholders);
  g_test_add_func ("/cause/texts/sentences", test_texts_sentences);
  g_test_add_func ("/cause/values/server", test_values_server);
  g_test_add_func ("/cause/values/working", test_values_working);
  g_test_add_func ("/cause/expand/values", test_expand_values);
  g_test_add_func ("/cause/expand/fallbacks", test_expand_fallbacks);
  g_test_add_func ("/cause/expand/unknown", test_expand_unknown);
  g_test_add_func ("/cause/fixer", test_fixer);

  return g_test_run ();
}
