/* test-delivery-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-delivery-group.h"

/* RFC 3464 section 2.3: a group of fields for each recipient. */
#define RECIPIENT(address, action, status, words) \
  "Final-Recipient: rfc822; " address "\n"        \
  "Action: " action "\n"                          \
  "Status: " status "\n"                          \
  "Diagnostic-Code: smtp; " words "\n\n"

#define NOTICE(recipients)                                                                          \
  "From: MAILER-DAEMON@mx.example.com\n"                                                            \
  "To: anna@example.com\n"                                                                          \
  "Subject: Undelivered Mail Returned to Sender\n"                                                  \
  "MIME-Version: 1.0\n"                                                                             \
  "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"                 \
  "--b\nContent-Type: text/plain\n\nYour message could not be delivered.\n\n"                       \
  "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.com\n\n" recipients \
  "--b--\n"

/* RFC 4155: what stands before each message of an mbox. */
#define FROM_LINE "From MAILER-DAEMON Mon Jun  1 09:00:00 2026\n"

#define UNKNOWN(address) RECIPIENT (address, "failed", "5.1.1", "550 5.1.1 <" address ">: User unknown")
#define FULL(address)    RECIPIENT (address, "failed", "5.2.2", "552 5.2.2 <" address ">: Mailbox full")
#define LISTED(address)  RECIPIENT (address, "failed", "5.7.1", "554 5.7.1 blocked using zen.spamhaus.org")
#define LATE(address)    RECIPIENT (address, "delayed", "4.4.1", "connection timed out")

static McInput *
read_input (const char *text)
{
  McInput *input = mc_input_read (text, strlen (text), MC_INPUT_UNKNOWN);

  g_assert_cmpint (input->kind, ==, MC_INPUT_BOUNCE);
  return input;
}

static const McDeliveryGroup *
get_group (GPtrArray *groups,
           guint      position)
{
  g_assert_cmpuint (position, <, groups->len);
  return g_ptr_array_index (groups, position);
}

/* Whoever wrote to many sees each reason once, and first what did not arrive. */
static void
test_grouping (void)
{
  g_autoptr (McInput)   input = read_input (NOTICE (LATE ("dora@example.org") UNKNOWN ("bruno@example.net")
                                                      FULL ("carla@example.net") UNKNOWN ("emil@example.net")));
  g_autoptr (GPtrArray) groups = mc_delivery_groups_new (input->notices);
  g_autofree char      *recipients = NULL;
  g_autofree char      *shortened = NULL;

  g_assert_cmpuint (groups->len, ==, 3);
  g_assert_cmpint (mc_delivery_group_get_first (get_group (groups, 0))->reason, ==, MC_REASON_RECIPIENT_UNKNOWN);
  g_assert_cmpint (mc_delivery_group_get_first (get_group (groups, 1))->reason, ==, MC_REASON_MAILBOX_FULL);
  g_assert_cmpint (mc_delivery_group_get_first (get_group (groups, 2))->action, ==, MC_DELIVERY_DELAYED);

  recipients = mc_delivery_group_dup_recipients (get_group (groups, 0), 3);
  g_assert_cmpstr (recipients, ==, "bruno@example.net, emil@example.net");
  shortened = mc_delivery_group_dup_recipients (get_group (groups, 0), 1);
  g_assert_cmpstr (shortened, ==, "bruno@example.net and 1 more");
}

/* Two notices about the same address are two messages that did not arrive. */
static void
test_notices (void)
{
  static const char notice[] = FROM_LINE NOTICE (UNKNOWN ("b@example.net"));
  g_autofree char                       *mbox = g_strconcat (notice, "\n", notice, NULL);
  g_autoptr (McInput)                    input = read_input (mbox);
  g_autoptr (GPtrArray)                  groups = mc_delivery_groups_new (input->notices);

  g_assert_cmpuint (input->notices->len, ==, 2);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_true (get_group (groups, 0)->notice != get_group (groups, 1)->notice);
}

/* A text for one of several recipients must not tell who else got the message. */
static void
test_letter_to_recipients (void)
{
  g_autoptr (McInput)     input = read_input (NOTICE (FULL ("bruno@example.net") FULL ("carla@example.net")));
  g_autoptr (GPtrArray)   groups = mc_delivery_groups_new (input->notices);
  g_autoptr (McExplained) explained = mc_delivery_group_explain (get_group (groups, 0));

  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_nonnull (strstr (explained->letter, "your mailbox is full"));
  g_assert_null (strchr (explained->letter, '@'));
}

/* One recipient is named, with the server's words. */
static void
test_letter_to_one (void)
{
  g_autoptr (McInput)     input = read_input (NOTICE (FULL ("bruno@example.net")));
  g_autoptr (GPtrArray)   groups = mc_delivery_groups_new (input->notices);
  g_autoptr (McExplained) explained = mc_delivery_group_explain (get_group (groups, 0));

  g_assert_nonnull (strstr (explained->letter, "The message was for: bruno@example.net"));
  g_assert_nonnull (strstr (explained->letter, "552 5.2.2"));
}

/* The own provider has to know whom the messages were for. */
static void
test_letter_to_provider (void)
{
  g_autoptr (McInput)     input = read_input (NOTICE (LISTED ("bruno@example.net") LISTED ("carla@example.net")));
  g_autoptr (GPtrArray)   groups = mc_delivery_groups_new (input->notices);
  g_autoptr (McExplained) explained = mc_delivery_group_explain (get_group (groups, 0));

  g_assert_cmpint (explained->fixed_by, ==, MC_FIXER_PROVIDER);
  g_assert_nonnull (strstr (explained->letter, "bruno@example.net, carla@example.net"));
  g_assert_nonnull (strstr (explained->letter, "zen.spamhaus.org"));
}

/* RFC 3464 section 2.3.3: “delayed” says that the server keeps trying. Nobody is told to send the message again. */
static void
test_late (void)
{
  g_autoptr (McInput)     input = read_input (NOTICE (LATE ("dora@example.org")));
  g_autoptr (GPtrArray)   groups = mc_delivery_groups_new (input->notices);
  g_autoptr (McExplained) explained = mc_delivery_group_explain (get_group (groups, 0));

  g_assert_cmpint (explained->fixed_by, ==, MC_FIXER_WAIT);
  g_assert_true (g_str_has_prefix (explained->steps[0], "Wait."));
  for (guint i = 0; explained->steps[i] != NULL; i++)
    g_assert_false (g_str_has_prefix (explained->steps[i], "Send the message again"));
  g_assert_null (explained->letter);
}

static guint
count (const char *text,
       const char *words)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, words)) != NULL; p++)
    n++;

  return n;
}

/* Whoever wrote to many gets what to do once, and what was said about each. */
static void
test_text (void)
{
  g_autoptr (McInput)   input = read_input (NOTICE (LISTED ("bruno@example.net") UNKNOWN ("carla@example.net")
                                                      UNKNOWN ("dora@example.net") UNKNOWN ("emil@example.net")));
  g_autoptr (McOutline) outline = mc_outline_new ();
  g_autofree char      *text = NULL;

  mc_explanation_add (input, NULL, outline);
  text = mc_outline_to_text (outline, FALSE);

  g_assert_cmpuint (count (text, "There is no such mailbox"), ==, 1);
  g_assert_cmpuint (count (text, "What to do\n"), ==, 2);
  g_assert_nonnull (strstr (text, "Recipients: carla@example.net, dora@example.net, emil@example.net"));
  g_assert_nonnull (strstr (text, "<carla@example.net>: User unknown"));
  g_assert_nonnull (strstr (text, "<emil@example.net>: User unknown"));
}

/* What is copied is what is shown. */
static void
test_copy (void)
{
  g_autoptr (McInput)   input = read_input (NOTICE (UNKNOWN ("bruno@example.net") FULL ("carla@example.net")));
  g_autoptr (GPtrArray) groups = mc_delivery_groups_new (input->notices);
  g_autoptr (McOutline) outline = mc_delivery_group_dup_outline (get_group (groups, 1));
  g_autofree char      *text = mc_outline_to_text (outline, FALSE);

  g_assert_nonnull (strstr (text, "carla@example.net"));
  g_assert_null (strstr (text, "bruno@example.net"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/delivery-group/grouping", test_grouping);
  g_test_add_func ("/delivery-group/notices", test_notices);
  g_test_add_func ("/delivery-group/letter-to-recipients", test_letter_to_recipients);
  g_test_add_func ("/delivery-group/letter-to-one", test_letter_to_one);
  g_test_add_func ("/delivery-group/letter-to-provider", test_letter_to_provider);
  g_test_add_func ("/delivery-group/late", test_late);
  g_test_add_func ("/delivery-group/text", test_text);
  g_test_add_func ("/delivery-group/copy", test_copy);

  return g_test_run ();
}
