/* test-refusal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-refusal.h"
#include "mc-reply-codes.h"

typedef struct
{
  const char *text;
  const char *reason;
} Said;

/* What providers say, with what they say it means; and texts that fit several reasons (contract section 5). */
static const Said sentences[] = {
  { "550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos or 550-5.1.1 unnecessary spaces. 550 5.1.1 https://support.google.com/mail/?p=NoSuchUser x - gsmtp", "recipient-unknown" },
  { "550 5.1.1 <a@example.org>: Recipient address rejected: User unknown in virtual mailbox table", "recipient-unknown" },
  { "550 5.4.1 Recipient address rejected: Access denied (AS201806281)", "recipient-unknown" },
  { "554 delivery error: dd This user doesn't have a yahoo.com account (a@yahoo.com) [-9]", "recipient-unknown" },
  { "550 5.2.1 The email account that you tried to reach is disabled. https://support.google.com/mail/?p=DisabledUser", "mailbox-disabled" },
  { "452-4.2.2 The recipient's inbox is out of storage space. https://support.google.com/mail/?p=OverQuotaTemp", "mailbox-full" },
  { "552 Requested mail action aborted: exceeded storage allocation Quota exceeded.", "mailbox-full" },
  { "552-5.3.4 Your message exceeded Google's message size limits. https://support.google.com/mail/?p=MaxSizeError", "message-too-large" },
  { "554-5.4.6 Message exceeded 50 hops, this may indicate a mail loop (?p=MailLoop)", "mail-loop" },
  { "554 5.7.1 <a@example.org>: Relay access denied", "relay-denied" },
  { "450 4.2.0 <a@example.org>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.org.html", "greylisted" },
  { "550 5.7.509 Access denied, sending domain [EXAMPLE.ORG] does not pass DMARC verification", "authentication-failed" },
  { "550 5.7.23 The message was rejected because of Sender Policy Framework violation", "authentication-failed" },
  { "554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks", "authentication-failed" },
  { "550-5.7.25 The IP address sending this message does not have a PTR record setup", "reverse-dns" },
  { "550 5.7.1 Connections not accepted from servers without a valid sender domain. Fix reverse DNS for 192.0.2.1", "reverse-dns" },
  { "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).", "blocked" },
  { "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list", "blocked" },
  { "550 5.7.606 Access denied, banned sending IP [192.0.2.1]", "blocked" },
  { "550 5.7.511 Access denied, banned sender[192.0.2.1]. To request removal from this list please forward this message", "blocked" },
  { "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints", "bad-reputation" },
  { "451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. (S775)", "bad-reputation" },
  { "550-5.7.1 Our system has detected that this message is likely suspicious due to the very low reputation of the sending IP address. To best protect our users from spam, the message has been blocked.", "bad-reputation" },
  { "550 5.7.515 Access denied, sending domain example.org doesn't meet the required authentication level.", "authentication-failed" },
  { "450 4.1.2 <a@example.invalid>: Recipient address rejected: Domain not found", "host-unknown" },
  { "550-Requested action not taken: mailbox unavailable 550-Reject due to policy restrictions. 550 For explanation visit https://postmaster.gmx.com", "policy" },
  { "554 gmx.net (mxgmx016) Nemesis ESMTP Service not available No SMTP service Reject due to policy restrictions", "blocked" },
  { "421 4.7.0 mx.example.org Error: too many errors", "rate-limited" },
  { "550 Blocked by Proofpoint", "blocked" },
  { "451 4.7.652 The mail server [192.0.2.1] has exceeded the maximum number of connections. (S3115)", "rate-limited" },
  { "450-4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages", "rate-limited" },
  { "550-5.4.5 Daily user sending limit exceeded", "rate-limited" },
  { "550 5.1.8 Access denied, bad outbound sender. protection.outlook.com", "sender-suspended" },
  { "450 4.1.8 <a@example.org>: Sender address rejected: Domain not found", "sender-rejected" },
  { "553 5.7.1 <a@example.org>: Sender address rejected: not owned by user b@example.org", "sender-rejected" },
  { "550 Sender verify failed", "sender-rejected" },
  { "550 5.7.1 Rejected by spam filter", "spam" },
  { "503 AUTH command used when not advertised", "protocol-error" },
  /* Courier, at MAIL FROM */
  { "517-Domain does not exist: example.invalid. 517 Invalid domain, see <URL:ftp://ftp.isi.edu/in-notes/rfc1035.txt>", "sender-rejected" },
  { "517-RFC 1035 violation: recursive CNAME records for example.org. 517 Invalid domain, see <URL:ftp://ftp.isi.edu/in-notes/rfc1035.txt>", "sender-rejected" },
  { "517 SPF fail a@example.org: Address does not pass the Sender Policy Framework", "authentication-failed" },
  { "550-5.7.1 This message is not RFC 5322 compliant. To reduce the amount of spam sent to Gmail, this message has been blocked", "not-compliant" },
  { "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required", "recipient-restricted" },
  { "550 5.1.1 RCP-P2 Refused due to recipient preferences", "filtered" },
  { "556 5.1.10 Recipient address has null MX", "no-mail-service" },
  { "552-5.7.0 This message was blocked because its content presents a potential security issue", "content-rejected" },
  { "530 5.7.0 Must issue a STARTTLS command first", "tls-failed" },
  { "550 Administrative prohibition", "policy" },

  /* The recipient’s name and links hold words that mean something else */
  { "550 5.1.1 <spam-blacklist@example.org>: User unknown", "recipient-unknown" },
  { "550 5.2.1 <a@example.org>: Recipient address rejected: User unknown. See https://example.org/reason/#quota-exceeded", "recipient-unknown" },
};

/* The same code in different hands (the registry, Google, Microsoft, Yahoo). */
static const struct
{
  const char *provider;
  int         reply_code;
  const char *enhanced_code;
  const char *reason;
} codes[] = {
  { NULL, 550, "5.7.30", "tls-failed" },
  { "Google", 550, "5.7.30", "authentication-failed" },
  { "Microsoft", 550, "5.7.30", "sign-in-required" },
  { NULL, 550, "5.7.27", "sender-rejected" },
  { "Google", 550, "5.7.27", "authentication-failed" },
  { NULL, 550, "5.7.29", "authentication-failed" },
  { "Google", 550, "5.7.29", "tls-failed" },
  { NULL, 550, "5.1.10", "no-mail-service" },
  { "Microsoft", 550, "5.1.10", "recipient-unknown" },
  { NULL, 534, "5.7.9", "sign-in-required" },
  { NULL, 550, "5.7.9", "policy" },

  /* What support documents get wrong */
  { NULL, 550, "5.7.23", "authentication-failed" },
  { NULL, 552, "5.2.2", "mailbox-full" },
  { NULL, 550, "5.7.1", "policy" },
};

static McReasonKind
decide (const char *text)
{
  McReplyCodes found;
  McRefusal    refusal = { .text = text };

  mc_reply_codes_find (text, &found);
  refusal.reply_code = found.reply_code;
  refusal.enhanced_code = found.enhanced_code[0] != '\0' ? found.enhanced_code : NULL;

  return mc_refusal_decide (&refusal);
}

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_test_message ("%s", sentences[i].text);
      g_assert_cmpstr (mc_reason_get (decide (sentences[i].text))->id, ==, sentences[i].reason);
    }
}

static void
test_codes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      McReasonKind reason = mc_refusal_read_codes (codes[i].provider, codes[i].reply_code, codes[i].enhanced_code);

      g_test_message ("%s %d %s", codes[i].provider, codes[i].reply_code, codes[i].enhanced_code);
      g_assert_cmpstr (mc_reason_get (reason)->id, ==, codes[i].reason);
    }
}

/* Contract section 5: what is refused at MAIL FROM is the sender. */
static void
test_phase (void)
{
  McRefusal refusal = { .text = "550 5.1.7 No such domain example.org", .reply_code = 550, .enhanced_code = "5.1.7" };

  refusal.phase = MC_REFUSAL_PHASE_MAIL;
  g_assert_cmpint (mc_refusal_decide (&refusal), ==, MC_REASON_SENDER_REJECTED);
  refusal.phase = MC_REFUSAL_PHASE_RCPT;
  g_assert_cmpint (mc_refusal_decide (&refusal), ==, MC_REASON_HOST_UNKNOWN);

  refusal = (McRefusal) { .text = "550 Rejected", .reply_code = 550, .phase = MC_REFUSAL_PHASE_CONNECT };
  g_assert_cmpint (mc_refusal_decide (&refusal), ==, MC_REASON_BLOCKED);
}

static const struct
{
  const char *text;
  int         reply_code;
  const char *enhanced_code;
} replies[] = {
  { "550 5.1.1 <a@example.org>... User unknown", 550, "5.1.1" },
  { "550-5.7.26 one 550-5.7.26 two 550 5.7.26 three", 550, "5.7.26" },
  { "host mx.example.org [192.0.2.20]: 550 5.7.0 no", 550, "5.7.0" },
  { "after MAIL FROM:<a@example.org> SIZE=1543: host mx.example.org [192.0.2.250]: 451 later", 451, "" },
  { "550 sorry, no mailbox here by that name (#5.1.1 - chkusr)", 550, "5.1.1" },
  { "5.1.0 - Unknown address error 550-'5.7.1 <a@example.org>... Access denied'", 550, "5.7.1" },
  { "554 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>", 421, "4.4.2" },
  { "554 <a@example.org>... 550 Host unknown", 550, "" },
  { "550: 5.2.2 full", 550, "5.2.2" },
  { "you sent 550 messages in 421 seconds with version 5.1.2.3", 0, "" },
  { "the server says 421 later", 421, "" },
  { "404 Not Found", 0, "" },
  { "Lindenstr. 451, Berlin", 0, "" },
  { "MTA 4.0.994.63, 5.5.2657.72, 192.5.2.1", 0, "" },
};

static void
test_find_codes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      McReplyCodes found;

      g_test_message ("%s", replies[i].text);
      mc_reply_codes_find (replies[i].text, &found);
      g_assert_cmpint (found.reply_code, ==, replies[i].reply_code);
      g_assert_cmpstr (found.enhanced_code, ==, replies[i].enhanced_code);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refusal/sentences", test_sentences);
  g_test_add_func ("/refusal/codes", test_codes);
  g_test_add_func ("/refusal/phase", test_phase);
  g_test_add_func ("/refusal/find-codes", test_find_codes);

  return g_test_run ();
}
