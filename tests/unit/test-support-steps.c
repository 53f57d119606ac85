/* test-support-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "mc-cause.h"
#include "mc-check.h"
#include "mc-question.h"

/**
 * Step:
 * @document: number of the support document that asks for it
 * @is_listed: whether it is an item of a list or a table there, rather than told in the text
 * @step: what people are told to do, in a few neutral words
 * @place: where the program does it: a question, a check, or a step of a cause, counted from 1
 */
typedef struct
{
  guint       document;
  gboolean    is_listed;
  const char *step;
  const char *place;
} Step;

static const Step steps[] = {
  /* Message delivery */
  { 0, TRUE, "message visible on the web", "question:message-on-web" },
  { 0, TRUE, "search for the message", "question:message-found" },
  { 0, TRUE, "spam, junk and trash", "question:message-found" },
  { 0, TRUE, "deleted messages", "cause:mailbox.in-trash#3" },
  { 0, TRUE, "deleted messages: sign in", "cause:mailbox.never-arrived#5" },
  { 0, TRUE, "deleted messages: restore", "cause:mailbox.in-trash#3" },
  { 0, TRUE, "deleted messages: for some days", "cause:mailbox.in-trash#3" },
  { 0, TRUE, "rules and filters", "question:filters" },
  { 0, TRUE, "a delay", "question:message-age" },
  { 0, TRUE, "the sender got a bounce", "question:sender-bounce" },
  { 0, TRUE, "alias, contact or list", "question:sent-to-alias" },
  { 0, TRUE, "forwarding", "question:forwarding" },
  { 0, TRUE, "moved from another provider", "question:moved-provider" },
  { 0, TRUE, "mailbox upgraded", "question:mailbox-upgraded" },
  { 0, TRUE, "send again on the web", "question:sends-on-web" },
  { 0, TRUE, "a bounce came back", "question:got-bounce" },
  { 0, TRUE, "drafts and outbox", "question:in-outbox" },
  { 0, TRUE, "address typed by hand", "question:address-origin" },
  { 0, TRUE, "another network", "question:other-network-works" },
  { 0, TRUE, "recipient looks in folders", "question:recipient-found" },
  { 0, TRUE, "recipient looks in spam", "question:recipient-found" },
  { 0, FALSE, "nothing new arrives on the web", "question:other-mail-arrives" },
  { 0, FALSE, "alias and spam", "cause:mailbox.never-arrived#4" },
  { 0, FALSE, "forwarding and spam", "cause:mailbox.forwards#4" },
  { 0, FALSE, "outgoing settings", "check:outgoing.login" },
  { 0, FALSE, "resend from the outbox", "cause:sending.outbox-stuck#3" },
  { 0, FALSE, "contact is correct", "cause:sending.recipient-refused#2" },
  { 0, FALSE, "the office network", "cause:network.port-blocked#3" },
  { 0, FALSE, "new server after moving", "cause:settings.migrated#2" },

  /* Cannot connect */
  { 1, TRUE, "sign in on the web", "question:webmail-works" },
  { 1, TRUE, "when it began", "question:recent-change" },
  { 1, TRUE, "moved from another provider", "question:moved-provider" },
  { 1, TRUE, "mailbox upgraded", "question:mailbox-upgraded" },
  { 1, TRUE, "all users of the domain", "question:everybody-affected" },
  { 1, TRUE, "another computer", "question:other-device-works" },
  { 1, TRUE, "another connection", "question:other-network-works" },
  { 1, FALSE, "mailbox still receives", "question:other-mail-arrives" },
  { 1, FALSE, "new server after moving", "cause:settings.migrated#2" },
  { 1, FALSE, "domain expired", "cause:domain.expired#2" },
  { 1, FALSE, "records of the domain", "cause:domain.mx-invalid#2" },

  /* A failed connection */
  { 2, TRUE, "sign in on the web", "question:webmail-works" },
  { 2, TRUE, "when it began", "question:recent-change" },
  { 2, TRUE, "moved from another provider", "question:moved-provider" },
  { 2, TRUE, "mailbox upgraded", "question:mailbox-upgraded" },
  { 2, TRUE, "all users of the domain", "question:everybody-affected" },
  { 2, TRUE, "another computer", "question:other-device-works" },
  { 2, TRUE, "another connection", "question:other-network-works" },
  { 2, FALSE, "mailbox still receives", "question:other-mail-arrives" },
  { 2, FALSE, "did it ever work", "question:worked-before" },
  { 2, FALSE, "new password", "cause:login.wrong-password#2" },
  { 2, FALSE, "ask the administrator about the domain", "cause:domain.mx-elsewhere#1" },
  { 2, FALSE, "domain expired", "cause:domain.expired#2" },
  { 2, FALSE, "the fault is this computer", "cause:program.only-affected#2" },
  { 2, FALSE, "tell who runs the network", "cause:network.port-blocked#3" },
  { 2, FALSE, "still fails", "cause:unknown#3" },

  /* Troubleshooting by a host */
  { 3, TRUE, "tool: records and blocklists", "cause:domain.mx-invalid#2" },
  { 3, TRUE, "tool: spam score", "cause:sending.low-reputation#4" },
  { 3, TRUE, "tool: headers", "question:slow-messages" },
  { 3, TRUE, "tool: connection to one kind of server", "check:incoming.login" },
  { 3, TRUE, "tool: speak SMTP in a terminal", "check:outgoing.greeting" },
  { 3, TRUE, "tool: speak SMTP in a window", "check:outgoing.greeting" },
  { 3, TRUE, "tool: ask for a record", "check:network.resolver" },
  { 3, TRUE, "tool: look up a name", "check:incoming.host" },
  { 3, TRUE, "tool: records", "cause:domain.no-mx#1" },
  { 3, TRUE, "tool: records around the world", "cause:domain.inconsistent#1" },
  { 3, TRUE, "tool: report on a domain", "cause:domain.delegation-broken#1" },
  { 3, TRUE, "tool: spreading of a change", "cause:domain.inconsistent#3" },
  { 3, TRUE, "reply 421", "cause:server.unavailable#1" },
  { 3, TRUE, "reply 450", "cause:sending.recipient-problem#1" },
  { 3, TRUE, "reply 451", "cause:sending.greylisted#1" },
  { 3, TRUE, "reply 452", "cause:sending.recipient-problem#1" },
  { 3, TRUE, "reply 455", "cause:server.unavailable#1" },
  { 3, TRUE, "reply 500", "cause:server.broken#3" },
  { 3, TRUE, "reply 501", "cause:server.broken#3" },
  { 3, TRUE, "reply 502", "cause:server.broken#3" },
  { 3, TRUE, "reply 503", "cause:server.broken#3" },
  { 3, TRUE, "reply 541", "cause:sending.content-refused#1" },
  { 3, TRUE, "reply 550", "question:bounce-says" },
  { 3, TRUE, "reply 551", "cause:sending.relay-denied#3" },
  { 3, TRUE, "reply 552", "question:bounce-says" },
  { 3, TRUE, "reply 553", "cause:sending.recipient-refused#1" },
  { 3, TRUE, "reply 554", "question:bounce-says" },
  { 3, FALSE, "not received: mail servers of the domain", "question:other-mail-arrives" },
  { 3, FALSE, "not received: spam folder", "question:message-found" },
  { 3, FALSE, "not received: ask support", "cause:mailbox.no-delivery#3" },
  { 3, FALSE, "spam: SPF", "cause:sending.spf-missing#2" },
  { 3, FALSE, "spam: DKIM", "cause:sending.dkim-missing#1" },
  { 3, FALSE, "spam: DMARC", "cause:sending.dmarc-missing#2" },
  { 3, FALSE, "spam: score", "question:recipient-found" },
  { 3, FALSE, "spam: blocklists", "cause:sending.blocklisted#1" },
  { 3, FALSE, "spam: new address of a server", "question:new-sender" },
  { 3, FALSE, "blocklist: ask support", "cause:sending.blocklisted#1" },
  { 3, FALSE, "blocklist: own server", "cause:sending.blocklisted#2" },
  { 3, FALSE, "blocklist: lists to ignore", "cause:sending.blocklisted#3" },
  { 3, FALSE, "delay: new address of a server", "question:new-sender" },
  { 3, FALSE, "delay: greylisting", "question:first-contact" },
  { 3, FALSE, "delay: wait", "cause:sending.greylisted#1" },
  { 3, FALSE, "delay: many messages", "question:many-recipients" },
  { 3, FALSE, "delay: a service for many messages", "cause:sending.rate-limited#3" },
  { 3, FALSE, "delay: ask support", "cause:sending.delayed#3" },
  { 3, FALSE, "rejected: what the bounce says", "question:bounce-says" },
  { 3, FALSE, "rejected: temporary", "cause:sending.delayed#1" },
  { 3, FALSE, "who is affected", "question:recipients-affected" },

  /* Delivery to your own server */
  { 4, TRUE, "queued", "cause:sending.delayed#1" },
  { 4, TRUE, "deferring", "cause:sending.delayed#1" },
  { 4, TRUE, "failed", "cause:sending.recipient-problem#2" },
  { 4, TRUE, "held by a filter", "question:message-found" },
  { 4, TRUE, "log: sent", "question:message-on-web" },
  { 4, TRUE, "log: deferred", "question:message-age" },
  { 4, TRUE, "log: bounced", "question:sender-bounce" },
  { 4, TRUE, "log: expired", "cause:mailbox.never-arrived#3" },
  { 4, TRUE, "no such user", "cause:sending.recipient-refused#1" },
  { 4, TRUE, "mailbox full", "check:mailbox.quota" },
  { 4, TRUE, "message too large", "question:large-attachment" },
  { 4, TRUE, "not enough resources", "cause:server.unavailable#3" },
  { 4, TRUE, "sign-in for sending", "cause:domain.not-hosted#1" },
  { 4, TRUE, "mail loop", "cause:mailbox.forwards#2" },
  { 4, FALSE, "send to another address", "cause:sending.recipient-problem#1" },
  { 4, FALSE, "share the log with the provider", "cause:sending.recipient-problem#2" },
  { 4, FALSE, "send again after the repair", "cause:sending.recipient-problem#3" },
};

/* How an item of a list looks in each document, and where its file is known by. */
static const char *const items[] = {
  "^ *([0-9]+|[a-c])\\. ",
  "^•",
  "^ *[0-9]+\\. ",
  "^\\| (\\[|[0-9])",
  "^(?!Icon|Message \\|)\\w.* \\| |^- ",
};

static gboolean
is_cause_step (const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "#", 2);
  const McCause *cause = mc_cause_find (parts[0]);
  int            number = parts[1] != NULL ? atoi (parts[1]) : 0;

  if (cause == NULL || number < 1 || number > MC_CAUSE_MAX_STEPS)
    return FALSE;

  for (int i = 0; i < number; i++)
    {
      if (cause->steps[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_place (const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, ":", 2);

  if (g_str_equal (parts[0], "question"))
    return mc_question_find (parts[1]) != NULL;
  if (g_str_equal (parts[0], "check"))
    return mc_check_find (parts[1]) != NULL;

  return g_str_equal (parts[0], "cause") && is_cause_step (parts[1]);
}

/* What people are told today, the program asks, measures, or tells them when it is of use. */
static void
test_places (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("%s: %s", steps[i].step, steps[i].place);
      g_assert_true (is_place (steps[i].place));
    }

  g_assert_false (is_place ("question:no-such-question"));
  g_assert_false (is_place ("cause:unknown#9"));
}

static char *
find_document (const char *folder,
               guint       number)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *prefix = g_strdup_printf ("%03u_", number);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, prefix))
        return g_build_filename (folder, name, NULL);
    }

  return NULL;
}

static guint
count_matches (const char *text,
               const char *pattern)
{
  g_autoptr (GRegex)     regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint                  count = 0;

  g_assert_nonnull (regex);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    count++;

  return count;
}

static guint
count_listed (guint document)
{
  guint count = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    count += steps[i].document == document && steps[i].is_listed;

  return count;
}

/* Where the documents are at hand: none of their steps was forgotten. */
static void
test_documents (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "shared", "sources", NULL);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the support documents are not here");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *path = find_document (folder, i);
      g_autofree char *text = NULL;

      g_test_message ("%s", path);
      g_assert_nonnull (path);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpuint (count_matches (text, items[i]), ==, count_listed (i));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/support-steps/places", test_places);
  g_test_add_func ("/support-steps/documents", test_documents);

  return g_test_run ();
}
