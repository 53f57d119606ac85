/* test-notice.c
 *
 * Notices of our own making, after RFC 3464, 5965, 8098, 3834 and what mail systems write.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-notice.h"

#define REPORT_HEAD                                                                          \
  "From: MAILER-DAEMON@mx.example.org\r\nTo: anna@example.org\r\nSubject: Returned mail\r\n" \
  "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
#define ORIGINAL                                                                                                   \
  "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: Anna <anna@example.org>\r\nTo: Ben <ben@example.net>\r\n" \
  "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nDate: Thu, 01 Jan 2026 10:00:00 +0100\r\nMessage-ID: <1@example.org>\r\n\r\n--b--\r\n"

static McNotice *
parse (const char *text)
{
  return mc_notice_parse (text, strlen (text));
}

static const McDelivery *
get (McNotice *notice,
     guint     position)
{
  g_assert_cmpuint (position, <, notice->deliveries->len);

  return g_ptr_array_index (notice->deliveries, position);
}

static void
assert_delivery (const McDelivery *delivery,
                 const char       *recipient,
                 const char       *reason,
                 int               reply_code,
                 const char       *enhanced_code)
{
  g_assert_cmpstr (delivery->recipient, ==, recipient);
  g_assert_cmpstr (mc_reason_get (delivery->reason)->id, ==, reason);
  g_assert_cmpint (delivery->reply_code, ==, reply_code);
  g_assert_cmpstr (delivery->enhanced_code, ==, enhanced_code);
}

static void
test_standard (void)
{
  g_autoptr (McNotice) notice = parse (REPORT_HEAD
                                       "--b\r\n\r\nThe mail system\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                                       "Reporting-MTA: dns; mx.example.org\r\n\r\n"
                                       "Final-Recipient: rfc822; ben@example.net\r\nOriginal-Recipient: rfc822;info@example.net\r\n"
                                       "Action: failed\r\nStatus: 5.2.2\r\nRemote-MTA: dns; mail.example.net. (192.0.2.1)\r\n"
                                       "Diagnostic-Code: smtp; 552 5.2.2 <ben@example.net>: Mailbox is\r\n full\r\n"
                                       "Last-Attempt-Date: Thu, 01 Jan 2026 11:00:00 +0100\r\n\r\n"
                                       "Final-Recipient: rfc822; eva@example.net\r\nAction: delayed\r\nStatus: 4.4.1\r\n"
                                       "Diagnostic-Code: smtp; connect to mail.example.net: Connection timed out\r\n\r\n"
                                       "Final-Recipient: rfc822; kim@example.net\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\n" ORIGINAL);
  const McDelivery    *delivery;

  g_assert_cmpint (notice->kind, ==, MC_NOTICE_BOUNCE);
  g_assert_cmpuint (notice->deliveries->len, ==, 3);

  delivery = get (notice, 0);
  assert_delivery (delivery, "ben@example.net", "mailbox-full", 552, "5.2.2");
  g_assert_cmpstr (delivery->original_recipient, ==, "info@example.net");
  g_assert_cmpstr (delivery->remote_host, ==, "mail.example.net");
  g_assert_cmpstr (delivery->reporting_host, ==, "mx.example.org");
  g_assert_cmpstr (delivery->diagnostic, ==, "552 5.2.2 <ben@example.net>: Mailbox is full");
  g_assert_cmpint (delivery->last_attempt, ==, 1767261600);
  g_assert_true (delivery->is_permanent);
  g_assert_true (delivery->is_final);

  delivery = get (notice, 1);
  assert_delivery (delivery, "eva@example.net", "network-error", 0, "4.4.1");
  g_assert_cmpint (delivery->action, ==, MC_DELIVERY_DELAYED);
  g_assert_false (delivery->is_permanent);
  g_assert_false (delivery->is_final);

  delivery = get (notice, 2);
  assert_delivery (delivery, "kim@example.net", "delivered", 0, "2.0.0");

  g_assert_cmpstr (notice->original.subject, ==, "Grüße");
  g_assert_cmpstr (notice->original.to, ==, "Ben <ben@example.net>");
  g_assert_cmpstr (notice->original.message_id, ==, "<1@example.org>");
  g_assert_cmpint (notice->original.date, ==, 1767258000);
}

/* Retries that ended win over the last error, which stays in the diagnostic (contract section 5). */
static void
test_expired (void)
{
  g_autoptr (McNotice) notice = parse (REPORT_HEAD
                                       "--b\r\n\r\n<ben@example.net>: retry timeout exceeded\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                                       "Final-Recipient: rfc822; ben@example.net\r\nAction: failed\r\nStatus: 4.2.2\r\n"
                                       "Diagnostic-Code: smtp; 452 4.2.2 over quota\r\n\r\n" ORIGINAL);

  assert_delivery (get (notice, 0), "ben@example.net", "expired", 452, "4.2.2");
  g_assert_false (get (notice, 0)->is_permanent);
  g_assert_true (get (notice, 0)->is_final);
}

/*
 * OpenSMTPD says “Envelope expired” where it deletes the envelope, and nowhere else; its status of class 4 made the
 * notice a delay, with the words for one (its pull request 1133). A warning that it may expire stays one.
 */
static void
test_expired_as_delayed (void)
{
  static const struct
  {
    const char *said;
    const char *status;
    const char *reason;
  } rows[] = {
    { "Envelope expired", "4.4.7", "expired" },
    { "No MX found for domain", "4.0.0", "no-mail-service" },
    { "connection timed out, giving up after 4 days", "4.4.1", "network-error" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char     *text = g_strdup_printf ("From: Mailer Daemon <MAILER-DAEMON@mx.example.org>\nTo: anna@example.org\n"
                                                       "Subject: Delivery status notification: delayed\nMIME-Version: 1.0\n"
                                                       "Content-Type: multipart/mixed;boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\n"
                                                       "    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\n"
                                                       "    A message is delayed for more than 0 seconds for the following\n    list of recipients:\n\n"
                                                       "ben@example.net: %s\n\n    Please note that this is only a temporary failure report.\n"
                                                       "    The message is kept in the queue for up to 7 days.\n\n"
                                                       "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
                                                       "Final-Recipient: rfc822; ben@example.net\nAction: delayed\nStatus: %s\n\n--b--\n",
                                                   rows[i].said, rows[i].status);
      g_autoptr (McNotice) notice = parse (text);
      gboolean             is_over = i == 0;

      g_assert_cmpstr (mc_reason_get (get (notice, 0)->reason)->id, ==, rows[i].reason);
      g_assert_cmpint (get (notice, 0)->action, ==, is_over ? MC_DELIVERY_FAILED : MC_DELIVERY_DELAYED);
      g_assert_true (get (notice, 0)->is_final == is_over);
      g_assert_false (get (notice, 0)->is_permanent);
    }
}

/* Sendmail’s Diagnostic-Code holds the first line alone; X.0.0 says less than the transcript. */
static void
test_transcript (void)
{
  g_autoptr (McNotice) notice = parse (REPORT_HEAD
                                       "--b\r\n\r\n   ----- The following addresses had permanent fatal errors -----\r\n<ben@example.net>\r\n\r\n"
                                       "   ----- Transcript of session follows -----\r\n... while talking to mail.example.net.:\r\n"
                                       ">>> DATA\r\n<<< 550-5.7.26 This mail\r\n<<< 550 5.7.26 fails DMARC\r\n554 5.0.0 Service unavailable\r\n\r\n"
                                       "--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; ben@example.net\r\n"
                                       "Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550-5.7.26 This mail\r\n\r\n" ORIGINAL);

  assert_delivery (get (notice, 0), "ben@example.net", "authentication-failed", 550, "5.7.26");
  g_assert_cmpstr (get (notice, 0)->remote_host, ==, "mail.example.net");
}

/* Recipients, reasons and codes of notices that follow no standard: as the programs write them, with other names. */
static const struct
{
  const char *from;
  const char *text;
  const char *recipient;
  const char *reason;
  int         reply_code;
  const char *enhanced_code;
} plain[] = {
  { "MAILER-DAEMON@mx.example.org",
    "Hi. This is the qmail-send program at mx.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
    "<ben@example.net>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\nGiving up on 192.0.2.1.\n\n"
    "--- Below this line is a copy of the message.\n\nTo: other@example.com\nSubject: Hello\n",
    "ben@example.net", "recipient-unknown", 550, "5.1.1" },
  { "Mail Delivery System <Mailer-Daemon@mx.example.org>",
    "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\n"
    "recipients. The following address(es) failed:\n\n  ben@example.net\n    host mail.example.net [192.0.2.1]\n"
    "    SMTP error from remote mail server after MAIL FROM:<anna@example.org> SIZE=550:\n    550 5.1.7 No such domain\n\n"
    "------ This is a copy of the message, including all the headers. ------\n\nSubject: Hello\n",
    "ben@example.net", "sender-rejected", 550, "5.1.7" },
  { "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
    "Delivery to the following recipient failed permanently:\n\n     ben@example.net\n\nTechnical details of permanent failure: \n"
    "Google tried to deliver your message, but it was rejected by the server for the recipient domain example.net by mail.example.net. [192.0.2.1].\n\n"
    "The error that the other server returned was:\n552 5.2.2 Mailbox full\n\n\n----- Original message -----\n\nSubject: Hello\n",
    "ben@example.net", "mailbox-full", 552, "5.2.2" },
  { "Postmaster@example.net",
    "Your message\n\n  Subject: Hello\n\nwas not delivered to:\n\n  ben@example.net\n\nbecause:\n\n  User ben (ben@example.net) not listed in Domino Directory\n",
    "ben@example.net", "recipient-unknown", 0, NULL },
  { "System Administrator <postmaster@example.net>",
    "Your message\n\n  To:      anna@example.org\n  Subject: Hello\n  Sent:    Thu, 1 Jan 2026\n\ndid not reach the following recipient(s):\n\n"
    "ben@example.net on Thu, 1 Jan 2026 16:51:51 -0500\n    The recipient name is not recognized\n",
    "ben@example.net", "recipient-unknown", 0, NULL },
  { "MAILER-DAEMON@mx.example.org",
    "This is the mail system at host mx.example.org.\n\nI'm sorry to have to inform you that your message could not\nbe delivered.\n\n"
    "For further assistance, please send mail to <postmaster>\n\n<ben@example.net>: host mail.example.net[192.0.2.1] said: 550 5.7.1\n"
    "    Client host rejected: cannot find your reverse hostname (in reply to RCPT TO\n    command)\n",
    "ben@example.net", "reverse-dns", 550, "5.7.1" },
  { "Mailer-Daemon@mx.example.org",
    "This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\n"
    "recipients after more than 24 hours on the queue.\n\nThe address to which the message has not yet been delivered is:\n\n  ben@example.net\n"
    "    Delay reason: 451 4.7.1 Greylisted\n\nDelivery attempts will continue for some time.\n",
    "ben@example.net", "greylisted", 451, "4.7.1" },
  /* Exchange Online names both addresses in its table. */
  { "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>",
    "Your message to ben@example.net couldn't be delivered.\n\nben wasn't found at example.net.\n\nMore Info for Email Admins\n"
    "Status code: 550 5.1.10\n\nOriginal Message Details\nCreated Date:\t1/1/2026 10:00:00 AM\nSender Address:\tanna@example.org\n"
    "Recipient Address:\tben@example.net\nSubject:\tHello\n\nError Details\nReported error:\t550 5.1.10\n",
    "ben@example.net", "recipient-unknown", 550, "5.1.10" },
};

static void
test_plain (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char     *text = g_strdup_printf ("From: %s\nTo: anna@example.org\nSubject: failure notice\n\n%s",
                                                   plain[i].from, plain[i].text);
      g_autoptr (McNotice) notice = parse (text);

      g_test_message ("%s", plain[i].text);
      g_assert_cmpint (notice->kind, ==, MC_NOTICE_BOUNCE);
      g_assert_cmpuint (notice->deliveries->len, ==, 1);
      assert_delivery (get (notice, 0), plain[i].recipient, plain[i].reason, plain[i].reply_code,
                       plain[i].enhanced_code);
    }
}

/* What is shown as the words that decided: whole sentences, wherever the code stands. */
static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    { "Hi. This is the qmail-send program at mx.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n"
      "This is a permanent error; I've given up. Sorry it didn't work out.\n\n<ben@example.net>:\n"
      "Sorry, I couldn't find a mail exchanger or IP address. (#5.4.4)\n\n--- Below this line is a copy of the message.\n",
      "Sorry, I couldn't find a mail exchanger or IP address. (#5.4.4)" },
    { "This is an automatically generated Delivery Status Notification.\n\nUnable to deliver message to the following recipients, due to being\n"
      "unable to connect successfully to the destination mail server.\n\n       ben@example.net\n\n",
      "Unable to deliver message to the following recipients, due to being unable to connect successfully to the destination mail server." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char     *text = g_strdup_printf ("From: MAILER-DAEMON@example.org\nSubject: failure notice\n\n%s", rows[i].text);
      g_autoptr (McNotice) notice = parse (text);

      assert_delivery (get (notice, 0), "ben@example.net", i == 0 ? "no-mail-service" : "network-error", 0, i == 0 ? "5.4.4" : NULL);
      g_assert_cmpstr (get (notice, 0)->diagnostic, ==, rows[i].words);
    }
}

/* “Try again later” in a notice that ends it all is no delay. */
/* Gmail’s words where the report beside them was lost: it goes on trying, and “fails permanently” is what may come. */
static void
test_delayed_in_words (void)
{
  g_autoptr (McNotice) notice = parse ("From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: anna@example.org\n"
                                       "Subject: Delivery Status Notification (Delay)\n\n** Delivery incomplete **\n\n"
                                       "There was a temporary problem delivering your message to ben@example.net. Gmail will retry for 46 more hours. "
                                       "You'll be notified if the delivery fails permanently.\n");

  g_assert_cmpstr (get (notice, 0)->recipient, ==, "ben@example.net");
  g_assert_cmpint (get (notice, 0)->action, ==, MC_DELIVERY_DELAYED);
  g_assert_false (get (notice, 0)->is_final);
}

static void
test_final_for_now (void)
{
  g_autoptr (McNotice) notice = parse (REPORT_HEAD
                                       "--b\r\n\r\nNot delivered.\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                                       "Final-Recipient: rfc822; ben@example.net\r\nAction: failed\r\nStatus: 4.0.0\r\n"
                                       "Diagnostic-Code: smtp; 450 4.0.0 Not now\r\n\r\n" ORIGINAL);

  assert_delivery (get (notice, 0), "ben@example.net", "unknown", 450, "4.0.0");
  g_assert_true (get (notice, 0)->is_final);
  g_assert_false (get (notice, 0)->is_permanent);
}

/* Some gateways encode the message that they bring back. */
static void
test_encoded_original (void)
{
  g_autofree char     *original = g_base64_encode ((const guchar *) "From: anna@example.org\nSubject: Lunch\n\nHi", 41);
  g_autofree char     *text = g_strconcat (REPORT_HEAD
                                           "--b\r\n\r\nNot delivered.\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                                               "Final-Recipient: rfc822; ben@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
                                               "--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n",
                                           original, "\r\n--b--\r\n", NULL);
  g_autoptr (McNotice) notice = parse (text);

  g_assert_cmpstr (notice->original.subject, ==, "Lunch");
  g_assert_cmpstr (notice->original.from, ==, "anna@example.org");
}

static void
test_other_kinds (void)
{
  g_autoptr (McNotice) away = parse ("From: ben@example.net\nSubject: Automatic reply: Hello\nAuto-Submitted: auto-replied\n\nI am away.\n");
  g_autoptr (McNotice) report = parse ("From: fbl@example.com\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n"
                                       "--b\n\nA report\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n"
                                       "Original-Rcpt-To: ben@example.net\nOriginal-Rcpt-To: eva@example.net\n\n--b--\n");
  g_autoptr (McNotice) receipt = parse ("From: ben@example.net\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n"
                                        "--b\n\nRead\n\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; ben@example.net\n"
                                        "Disposition: manual-action/MDN-sent-manually; displayed\n\n--b--\n");

  g_assert_cmpint (away->kind, ==, MC_NOTICE_AUTO_REPLY);
  assert_delivery (get (away, 0), "ben@example.net", "vacation", 0, NULL);
  g_assert_cmpint (report->kind, ==, MC_NOTICE_FEEDBACK);
  assert_delivery (get (report, 0), "ben@example.net", "complaint", 0, NULL);
  assert_delivery (get (report, 1), "eva@example.net", "complaint", 0, NULL);
  assert_delivery (get (receipt, 0), "ben@example.net", "delivered", 0, NULL);
}

/* What people write about bounces, and what shops write about parcels, is no bounce. */
static const char *const ordinary[] = {
  "From: Ben <ben@example.net>\nTo: anna@example.org\nSubject: Lunch\n\nShall we meet at one?\n",
  "From: Ben <ben@example.net>\nTo: anna@example.org\nSubject: Re: Undeliverable: Hello\n\nI got this when I wrote to you:\n\n> 550 5.1.1 <anna@example.org>: User unknown\n",
  "From: Ben <ben@example.net>\nTo: list@example.org\nSubject: Delivery failed, what now?\n\nMy server says “mailbox full” and could not be delivered. Ideas?\n",
  "From: Parcels <noreply@parcels.example.com>\nTo: anna@example.org\nSubject: Delivery failed: your parcel\n\nYour parcel could not be delivered to the following address. Write to help@parcels.example.com.\n",
  "From: News <news@example.com>\nReturn-Path: <bounce-12@example.com>\nTo: anna@example.org\nSubject: How to avoid spam filters and bounces\nPrecedence: bulk\n\nThe mailbox is full of tips.\n",
  "Return-Path: <>\nFrom: Shop <orders@example.com>\nTo: anna@example.org\nSubject: Delivery notification\n\n"
  "Your parcel 550 could not be delivered to the following address: Main Street 1. Write to help@example.com.\n",
  "Return-Path: <>\nFrom: Room <room@example.com>\nTo: anna@example.org\nSubject: Delivery failed for the cake\n\nben@example.net said no.\n",
  "From: postmaster@example.com\nTo: anna@example.org\nSubject: Maintenance on Sunday\n\nThe mail server will be in maintenance.\n",
};

static void
test_ordinary (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ordinary); i++)
    {
      g_autoptr (McNotice) notice = parse (ordinary[i]);

      g_test_message ("%s", ordinary[i]);
      g_assert_cmpint (notice->kind, ==, MC_NOTICE_NONE);
      g_assert_cmpuint (notice->deliveries->len, ==, 0);
    }
}

/* Nothing that somebody sends makes it crash, hang or fill the memory. */
static void
test_hostile (void)
{
  g_autoptr (GString)  deep = g_string_new ("From: MAILER-DAEMON\n");
  g_autoptr (GString)  messages = g_string_new ("");
  g_autoptr (McNotice) notice = NULL;
  g_autoptr (McNotice) nested = NULL;
  g_autoptr (McNotice) nothing = mc_notice_parse ("", 0);
  g_autoptr (McNotice) nuls = mc_notice_parse ("From: <>\0\0\nSubject: bounce\0\n\n\0\0\0", 33);

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append_printf (deep, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
      g_string_append (messages, "From: MAILER-DAEMON\nContent-Type: message/rfc822\n\n");
    }

  notice = mc_notice_parse (deep->str, deep->len);
  nested = mc_notice_parse (messages->str, messages->len);
  g_assert_cmpuint (notice->deliveries->len, ==, 0);
  g_assert_cmpuint (nested->deliveries->len, ==, 0);
}

/* Postfix names itself “host”, too; what it could not reach is the other one. */
static void
test_hosts (void)
{
  g_autoptr (McNotice) notice = parse ("From: MAILER-DAEMON@mail.example.org\r\nSubject: Delayed Mail (still being retried)\r\n\r\n"
                                       "This is the mail system at host mail.example.org.\r\n\r\n"
                                       "Your message could not be delivered for more than 4 hour(s).\r\n"
                                       "It will be retried until it is 5 day(s) old.\r\n\r\n"
                                       "<ben@example.net>: connect to mx.example.net[192.0.2.5]:25: Connection timed out\r\n");

  g_autoptr (McNotice) said = parse ("From: MAILER-DAEMON@mail.example.org\r\nSubject: Undelivered Mail Returned to Sender\r\n\r\n"
                                     "This is the mail system at host mail.example.org.\r\n\r\n"
                                     "<ben@example.net>: host mx.example.net[192.0.2.5] said: 421 4.7.0 Too many connections\r\n"
                                     "from your IP (in reply to RCPT TO command)\r\n");

  g_assert_cmpstr (get (notice, 0)->remote_host, ==, "mx.example.net");
  g_assert_cmpstr (get (notice, 0)->reporting_host, ==, "mail.example.org");
  g_assert_cmpstr (get (said, 0)->remote_host, ==, "mx.example.net");
  assert_delivery (get (said, 0), "ben@example.net", "rate-limited", 421, "4.7.0");
}

/* What Exchange puts between quotation marks is all that the server said. */
static void
test_quoted (void)
{
  g_autoptr (McNotice) notice = parse ("From: postmaster@example.org\r\nSubject: Undeliverable: Hello\r\n\r\n"
                                       "Delivery has failed to these recipients or groups:\r\n\r\nben@example.net\r\n"
                                       "Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'\r\n");

  g_assert_cmpstr (get (notice, 0)->diagnostic, ==, "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notice/standard", test_standard);
  g_test_add_func ("/notice/expired", test_expired);
  g_test_add_func ("/notice/expired-as-delayed", test_expired_as_delayed);
  g_test_add_func ("/notice/transcript", test_transcript);
  g_test_add_func ("/notice/plain", test_plain);
  g_test_add_func ("/notice/words", test_words);
  g_test_add_func ("/notice/delayed-in-words", test_delayed_in_words);
  g_test_add_func ("/notice/final-for-now", test_final_for_now);
  g_test_add_func ("/notice/encoded-original", test_encoded_original);
  g_test_add_func ("/notice/other-kinds", test_other_kinds);
  g_test_add_func ("/notice/ordinary", test_ordinary);
  g_test_add_func ("/notice/hostile", test_hostile);
  g_test_add_func ("/notice/hosts", test_hosts);
  g_test_add_func ("/notice/quoted", test_quoted);

  return g_test_run ();
}
