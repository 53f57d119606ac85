/* test-reply-reading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-input.h"
#include "mc-plain-codes.h"
#include "mc-refusal.h"
#include "mc-reply-reading.h"

typedef struct
{
  const char *text;
  const char *protocol;
  const char *reason;
  const char *cause;
} Said;

/* Each row of the tables of codes and messages in the support documents, with the two wrong ones put right. */
static const Said documents[] = {
  { "421", "smtp", "system-error", "sending.recipient-problem" },
  { "450", "smtp", "delayed", "sending.delayed" },
  { "451", "smtp", "system-error", "sending.recipient-problem" },
  { "452", "smtp", "system-full", "sending.recipient-problem" },
  { "455", "smtp", "system-error", "sending.recipient-problem" },
  { "500", "smtp", "protocol-error", NULL },
  { "501", "smtp", "address-invalid", "sending.recipient-refused" },
  { "502", "smtp", "protocol-error", NULL },
  { "503", "smtp", "protocol-error", NULL },
  { "541", "smtp", "spam", "sending.content-refused" },
  { "550", "smtp", "policy", NULL },
  { "551", "smtp", "recipient-moved", "sending.recipient-refused" },
  { "552", "smtp", "mailbox-full", "sending.recipient-problem" },
  { "553", "smtp", "address-invalid", "sending.recipient-refused" },
  { "554", "smtp", "policy", NULL },
  { "550 5.7.1", "smtp", "policy", NULL },
  { "550 5.7.23", "smtp", "authentication-failed", "sending.dmarc-fails" },
  { "No Such User Here", "smtp", "recipient-unknown", "sending.recipient-refused" },
  { "Mailbox is full", "smtp", "mailbox-full", "sending.recipient-problem" },
  { "Message size 20971520 exceeds size limit 10485760 of server", "smtp", "message-too-large", "sending.too-large" },
  { "Insufficient system resources", "smtp", "system-full", "sending.recipient-problem" },
  { "Please turn on SMTP Authentication in your mail client.", "smtp", "sign-in-required", "sending.relay-denied" },
  { "Hop count exceeded - possible mail loop", "smtp", "mail-loop", "sending.recipient-problem" },
};

/* What servers say to mail programs, as people copy it; the cause is that of the diagnosis. */
static const Said sentences[] = {
  { "A1 NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)", "imap", "sign-in-required", "login.app-password-required" },
  { "* BYE [OVERQUOTA] Account exceeded command or bandwidth limits.", "imap", "rate-limited", "mailbox.usage-limit" },
  { "NO [UNAVAILABLE] Temporary authentication failure.", "imap", "system-error", "login.server-fault" },
  { "Your mailbox is full", "imap", "mailbox-full", "mailbox.full" },
  { "The server says that my mailbox is full.", "imap", "mailbox-full", "mailbox.full" },
  { "Your message was not delivered: the mailbox is full", "smtp", "mailbox-full", "sending.recipient-problem" },
  { "User is authenticated but not connected.", "imap", "sign-in-required", "login.protocol-disabled" },
  { "-ERR [IN-USE] Mailbox is locked by another POP3 session.", "pop3", "system-error", "mailbox.in-use" },
  { "Sign-in failed. The server said: -ERR [AUTH] Authentication failed.", "pop3", "sign-in-required", "login.wrong-password" },
  { "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.", "smtp", "sign-in-required", "login.refused-by-policy" },
  { "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.", "smtp", "sign-in-required", "login.protocol-disabled" },
  { "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.", "smtp", "sign-in-required", "login.wrong-password" },
  { "550 5.7.30 Basic authentication is not supported for Client Submission.", "smtp", "sign-in-required", "login.oauth-required" },
  { "454 4.7.0 Too many login attempts, please try again later.", "smtp", "rate-limited", "login.too-many-attempts" },
  { "454 4.7.0 Temporary authentication failure: Connection lost to authentication server", "smtp", "system-error", "login.server-fault" },
  { "504 5.7.4 Unrecognized authentication type", "smtp", "sign-in-required", "login.no-common-mechanism" },
  { "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.", "smtp", "rate-limited", "sending.rate-limited" },
  { "421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade your mail client.", "smtp", "tls-failed", NULL },
  { "450 4.1.1 <b@example.net>: Recipient address rejected: unverified address: Address verification in progress", "smtp", "greylisted", "sending.greylisted" },
  { "454 4.7.0 Temporary authentication failure", "smtp", "system-error", "login.server-fault" },
  { "334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=", "smtp", "sign-in-required", "login.oauth-expired" },
  { "The server refused: 553 5.7.1 <a@example.org>: Sender address rejected: not owned by user b", "smtp", "sender-rejected", "sending.from-refused" },
  { "554 5.7.1 <a@example.org>: Relay access denied", "smtp", "relay-denied", "sending.relay-denied" },
  { "An error occurred while sending mail. The mail server responded:\n 552 5.3.4 Message size exceeds fixed limit.", "smtp", "message-too-large", "sending.too-large" },
  { "550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy", "smtp", "authentication-failed", "sending.dmarc-fails" },
  { "421-4.7.32 From: header isn't aligned with either the authenticated SPF or DKIM organizational domain. - gsmtp", "smtp", "authentication-failed", "sending.dmarc-fails" },
  { "451-4.7.24 The SPF record of the sending domain has one or more suspicious entries. gsmtp", "smtp", "authentication-failed", "sending.spf-broken" },
  { "535 5.7.139 Authentication unsuccessful, account is locked", "smtp", "sign-in-required", "login.account-locked" },
  { "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.", "smtp", "sign-in-required", "login.refused-by-policy" },
  { "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM", "smtp", "sign-in-required", "sending.relay-denied" },
  { "553 5.7.1 <a@example.org>: Sender address rejected: not logged in", "smtp", "sender-rejected", "sending.relay-denied" },
  { "550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP.", "smtp", "blocked", "sending.blocklisted" },
  { "435 Unable to authenticate at present", "smtp", "system-error", "login.server-fault" },
  { "Unable to authenticate to Outgoing server (SMTP) smtp.gmail.com. The Outgoing server (SMTP) smtp.gmail.com responded: 5.7.8 Username and Password not accepted.", "smtp", "sign-in-required", "login.app-password-required" },
  { "BAD Command Error. 12", "imap", "sign-in-required", "login.oauth-expired" },
  { "A1 BAD Error in IMAP command received by server.", "imap", "protocol-error", NULL },
  { "NO LOGIN failed.", "imap", "sign-in-required", "login.wrong-password" },
  { "NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=abc", "imap", "sign-in-required", "login.protocol-disabled" },
  { "AADSTS65001: The user or administrator has not consented to use the application", "imap", "sign-in-required", "login.refused-by-policy" },
  { "451 4.7.652 The mail server [192.0.2.1] has exceeded the maximum number of connections. (S3115)", "smtp", "rate-limited", "sending.rate-limited" },
  { "421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104 [104]", "smtp", "rate-limited", "sending.rate-limited" },
  { "554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks", "smtp", "authentication-failed", "sending.dmarc-fails" },
  { "550-5.7.26 This message does not have authentication information or fails to pass authentication checks (SPF or DKIM).", "smtp", "authentication-failed", "sending.dmarc-fails" },
  { "541 5.4.1 Mail rejected by destination domain. mx.zoho.com", "smtp", "policy", NULL },
  { "-ERR authorization failed", "pop3", "sign-in-required", "login.wrong-password" },
  { "421 4.3.0 Temporary System Problem.  Try again later (10). gsmtp", "smtp", "system-error", "sending.recipient-problem" },
  { "Address not found\nYour message wasn't delivered to b@example.net because the domain example.net couldn't be found.\nThe response was: DNS Error: DNS type 'mx' lookup of example.net responded with code NXDOMAIN", "smtp", "host-unknown", "sending.recipient-refused" },
  { "An error occurred while sending mail. The mail server responded: 5.7.1 Nope, not today. Please check the message recipient \"b@example.net\" and try again.", "smtp", "policy", NULL },
  { "An error occurred while sending mail. The mail server responded:\n4.7.0 Temporary System Problem. Try again later (10). gsmtp.", "smtp", "system-error", "sending.recipient-problem" },
  { "451 4.3.0 <b@example.net>: Temporary lookup failure", "smtp", "system-error", "sending.recipient-problem" },
  { "Username and Password not accepted", "smtp", "sign-in-required", "login.wrong-password" },
  { "You have reached a limit for sending mail. Your message was not sent.", "smtp", "rate-limited", "sending.rate-limited" },
  { "Ihre Nachricht wurde nicht zugestellt. Grund: Postfach voll", "smtp", "mailbox-full", "sending.recipient-problem" },
  { "454 4.7.0 TLS not available due to local problem", "smtp", "tls-failed", NULL },
  { "553 Relaying disallowed as anna@example.org", "smtp", "sender-rejected", "sending.from-refused" },
  { "Connection to server imap.example.org timed out.", "imap", "network-error", NULL },
  { "connect to mx.example.net[192.0.2.1]:25: Connection timed out", "smtp", "network-error", "sending.recipient-problem" },
  { "all hosts for 'example.net' have been failing for a long time (and retry time not reached): retry timeout exceeded", "smtp", "expired", "sending.recipient-problem" },
  { "Internal error occurred. Refer to server log for more information. [2026-01-02 03:04:05]", "imap", "system-error", "mailbox.damaged" },
  { "Beim Senden der Nachricht ist ein Fehler aufgetreten. Der Mail-Server antwortete:\n 5.1.1 <b@example.net>: Recipient address rejected: User unknown in relay recipient table.", "smtp", "recipient-unknown", "sending.recipient-refused" },
  { "Une erreur est survenue lors de l'envoi du courrier : le serveur de courrier a envoyé un message d'accueil incorrect : 421 4.7.0 mx.example.org Error: too many connections from 192.0.2.1.", "smtp", "rate-limited", "login.too-many-connections" },
};

/* What mail programs say of their own connection. It is never the recipient’s server that failed. */
static const Said program_errors[] = {
  /* Outlook: numbers of the operating system’s mail library, alone or with its sentences */
  { "0x800CCC0E", "imap", "network-error", NULL },
  { "Error 0x800ccc0f", "imap", "network-error", NULL },
  { "Outlook cannot connect to your incoming (POP3) e-mail server. (0x800CCC0E)", "pop3", "network-error", NULL },
  { "Sending and receiving reported error (0x80042108) : 'Outlook is unable to connect to your incoming (POP3) e-mail server.'", "pop3", "network-error", NULL },
  { "The connection to the server has failed. Account: 'mail.example.org', Server: 'smtp.example.org', Protocol: SMTP, Port: 465, Secure(SSL): Yes, Socket Error: 10060, Error Number: 0x800CCC0E", "smtp", "network-error", NULL },
  { "Your outgoing (SMTP) e-mail server has reported an internal error. Your server does not support the connection encryption type you have specified. (0x800CCC1A)", "smtp", "tls-failed", "settings.wrong-security" },
  /* Thunderbird */
  { "Sending of the message failed.\nThe message could not be sent because the connection to Outgoing server (SMTP) smtp.example.org was refused. The server may be unavailable or is refusing SMTP connections. Please verify that your Outgoing server (SMTP) settings are correct and try again.", "smtp", "network-error", NULL },
  { "Sending of the message failed.\nThe message could not be sent because the connection to Outgoing server (SMTP) smtp.example.org timed out. Try again.", "smtp", "network-error", NULL },
  { "Login to server imap.example.org with username anna@example.org failed.", "imap", "sign-in-required", "login.wrong-password" },
  { "Could not connect to mail server 127.0.0.1; the connection was refused.", "imap", "network-error", "program.helper-not-running" },
  /* Evolution and Geary, in the words of GIO */
  { "Could not connect to “imap.example.org:993”: Connection refused", "imap", "network-error", NULL },
  { "Could not connect to smtp.example.org:465: Connection refused", "smtp", "network-error", NULL },
  { "Failed to connect to 127.0.0.1:1143: Connection refused", "imap", "network-error", "program.helper-not-running" },
  { "Error resolving “imap.exmaple.org”: Name or service not known", "imap", "network-error", "settings.host-not-found" },
  { "Unacceptable TLS certificate", "imap", "tls-failed", "tls.untrusted" },
  /* Apple Mail */
  { "The server “imap.example.org” cannot be contacted on port 993.", "imap", "network-error", NULL },
  { "Cannot Get Mail\nThe connection to the server failed.", "imap", "network-error", NULL },
  /* OpenSSL, GnuTLS and NSS */
  { "certificate verify failed: self-signed certificate in certificate chain", "imap", "tls-failed", "tls.untrusted" },
  { "error:1408F10B:SSL routines:ssl3_get_record:wrong version number", "imap", "tls-failed", "settings.wrong-security" },
  { "Error performing TLS handshake: An unexpected TLS packet was received.", "imap", "tls-failed", "settings.wrong-security" },
  { "certificate verify failed: certificate has expired", "imap", "tls-failed", "tls.expired" },
  { "Peer’s Certificate has expired. SEC_ERROR_EXPIRED_CERTIFICATE", "imap", "tls-failed", "tls.expired" },
};

/* What servers say of the next server sounds alike. */
static const Said no_program_errors[] = {
  { "connect to mx.example.net[192.0.2.1]:25: Connection refused", "smtp", "network-error", "sending.recipient-problem" },
  { "connect to 127.0.0.1[127.0.0.1]:10024: Connection refused", "smtp", "network-error", "sending.recipient-problem" },
  { "454 4.7.5 Certificate validation failure: certificate has expired", "smtp", "tls-failed", NULL },
  { "Unable to authenticate to Outgoing server (SMTP) smtp.gmail.com. The server responded: 535 5.7.8 Username and Password not accepted.", "smtp", "sign-in-required", "login.app-password-required" },
};

/* Other things that people paste. */
static const char *const nothing[] = {
  "",
  "Hello, how are you?",
  "My number is 550 1234, and version 5.1.2 is out.",
  "We sent 421 parcels in 550 days.",
  "https://example.org/550",
  "NO SMOKING in the whole building",
  "Say NO to that",
  "BAD news: nothing works.\nCall me.",
  "OK, see you then",
  "Jan 1 12:00",
  "My certificate has expired, says the school of dancing",
  "The server in the restaurant refused my card",
  "My mail program, version: 5.2.1, looks nice",
  "The database server answered: 5.7.44 MySQL",
  "We had\n250 people at the party, and\n550 euros were collected.",
  "Meeting in room\n421 tomorrow at ten. Bring cake.",
  "500 g flour\n250 g butter\n2 eggs\nBake it for 45 minutes.",
  "220 Main Street\n\nThanks",
  "Invoice: 451 EUR are due.",
  "Zapisane dane logowania do klubu są w szufladzie.",
};

static void
assert_read (const Said *said)
{
  g_autoptr (McReplyReading) reading = mc_reply_reading_new (said->text);

  g_test_message ("%s", said->text);
  g_assert_nonnull (reading);
  g_assert_cmpstr (mc_protocol_get_id (reading->protocol), ==, said->protocol);
  g_assert_cmpstr (mc_reason_get (reading->reason)->id, ==, said->reason);
  g_assert_cmpstr (reading->cause, ==, said->cause);
}

static void
test_program_errors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (program_errors); i++)
    {
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (program_errors[i].text);

      assert_read (&program_errors[i]);
      g_assert_nonnull (reading->program_error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (no_program_errors); i++)
    {
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (no_program_errors[i].text);

      assert_read (&no_program_errors[i]);
      g_assert_null (reading->program_error);
    }
}

static void
test_documents (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    assert_read (&documents[i]);
}

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    assert_read (&sentences[i]);
}

/* Who said it: the server, never the domain of an address in its words. */
static void
test_provider (void)
{
  static const struct
  {
    const char *text;
    const char *provider;
  } said[] = {
    { "550 5.1.1 <b@gmail.com>: Recipient address rejected: User unknown", NULL },
    { "550 5.1.1 The email account that you tried to reach does not exist. gsmtp", "Google" },
    { "550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM.", "Yahoo" },
    { "The sender address was rejected by the server smtp.mail.me.com. The server response was: Sender address rejected", "Apple" },
    { "554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)", "T-Online" },
    { "The server smtp.office365.com responded: 535 Authentication failed", "Microsoft" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (said[i].text);

      g_assert_cmpstr (reading->provider, ==, said[i].provider);
    }
}

/* Good answers of IMAP and POP3. */
/* The code is that of the refusal, not one of the greeting before it. */
static void
test_code_of_refusal (void)
{
  g_autoptr (McReplyReading) reading =
    mc_reply_reading_new ("* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] Dovecot ready.\n"
                          "a NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.");

  g_assert_nonnull (reading);
  g_assert_cmpstr (reading->response_code, ==, "PRIVACYREQUIRED");
}

/* What somebody writes behind a quoted reply is not the server’s. */
static void
test_quoted_words (void)
{
  g_autoptr (McReplyReading) reading =
    mc_reply_reading_new ("My customers get: \"550 5.1.1 User unknown\". Can you help me? Anna");

  g_assert_nonnull (reading);
  g_assert_cmpstr (reading->words, ==, "550 5.1.1 User unknown");
}

/* As Roundcube has it. */
static void
test_number_in_parentheses (void)
{
  g_autoptr (McReplyReading) reading =
    mc_reply_reading_new ("SMTP Error (550): Failed to add recipient (5.1.1 <b@example.net>: User unknown).");

  g_assert_nonnull (reading);
  g_assert_true (g_str_has_prefix (reading->words, "SMTP Error (550): "));
}

static void
test_success (void)
{
  static const char *const texts[] = { "+OK Dovecot ready.", "* OK IMAP4rev1 ready", "A2 OK done", "250 2.0.0 Ok", "2.1.5" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_nonnull (reading);
      g_assert_false (reading->is_refusal);
      g_assert_nonnull (reading->title);
    }
}

static void
test_nothing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (nothing[i]);

      g_test_message ("%s", nothing[i]);
      g_assert_null (reading);
    }
}

/* RFC 5321 section 4.2.3, RFC 4954, 7504, 5248, 2645, 1985: every reply code has its explanation. */
static void
test_reply_codes (void)
{
  static const int codes[] = {
    211,
    214,
    220,
    221,
    235,
    250,
    251,
    252,
    334,
    354,
    421,
    432,
    450,
    451,
    452,
    453,
    454,
    455,
    458,
    459,
    500,
    501,
    502,
    503,
    504,
    521,
    523,
    524,
    525,
    530,
    534,
    535,
    538,
    550,
    551,
    552,
    553,
    554,
    555,
    556,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char           *text = g_strdup_printf ("%d", codes[i]);
      g_autoptr (McReplyReading) reading = mc_reply_reading_new (text);

      g_test_message ("%d", codes[i]);
      g_assert_nonnull (reading);
      g_assert_cmpint (reading->reply_code, ==, codes[i]);
      g_assert_true (reading->reason != MC_REASON_UNKNOWN || reading->title != NULL);
      g_assert_true (reading->is_refusal == (codes[i] >= 400));
      if (reading->is_refusal)
        g_assert_true (reading->is_permanent == (codes[i] >= 500));
    }
}

/* The IANA registry of enhanced status codes: how many there are of each subject, X.0.0 aside. */
static void
test_enhanced_codes (void)
{
  static const struct
  {
    int subject;
    int last;
  } subjects[] = { { 1, 10 }, { 2, 4 }, { 3, 6 }, { 4, 7 }, { 5, 6 }, { 6, 10 }, { 7, 30 } };

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      for (int detail = 0; detail <= subjects[i].last; detail++)
        {
          g_autofree char *code = g_strdup_printf ("5.%d.%d", subjects[i].subject, detail);

          g_test_message ("%s", code);
          g_assert_cmpint (mc_refusal_read_codes (NULL, 0, code), !=, MC_REASON_UNKNOWN);
        }
    }
}

static void
test_reasons (void)
{
  for (int kind = 0; kind < MC_N_REASONS; kind++)
    {
      const McReason *reason = mc_reason_get ((McReasonKind) kind);
      McReasonKind    found;

      g_test_message ("%s", reason->id);
      g_assert_true (mc_reason_from_id (reason->id, &found));
      g_assert_cmpint (found, ==, kind);
      g_assert_nonnull (reason->title);
      g_assert_nonnull (reason->explanation);
      g_assert_nonnull (reason->steps[0]);

      /* Where another must act, there is a text to send to them. */
      if (reason->fixed_by == MC_FIXER_RECIPIENT || reason->fixed_by == MC_FIXER_PROVIDER ||
          reason->fixed_by == MC_FIXER_ADMINISTRATOR)
        g_assert_nonnull (reason->request);
    }
}

typedef struct
{
  const char *text;
  McInputKind kind;
} Given;

#define BOUNCE "From: MAILER-DAEMON@example.net\nTo: a@example.org\nSubject: failure notice\n\n<b@example.net>:\nRemote host said: 550 5.1.1 no\n"

static const Given inputs[] = {
  { BOUNCE, MC_INPUT_BOUNCE },
  { "\r\n\r\n" BOUNCE, MC_INPUT_BOUNCE },
  { "> From: MAILER-DAEMON@example.net\n> Subject: failure notice\n>\n> <b@example.net>:\n> Remote host said: 550 5.1.1 no\n", MC_INPUT_BOUNCE },
  { "See below\n\n---------- Forwarded message ---------\n" BOUNCE, MC_INPUT_BOUNCE },
  { "This is the mail system at host mx.example.net.\n\n<b@example.net>: host x[192.0.2.1] said: 550 5.1.1 User unknown\n", MC_INPUT_BOUNCE },
  { "From b@example.net Thu Jan  1 00:00:00 2026\n" BOUNCE "\nFrom b@example.net Thu Jan  1 00:00:00 2026\n" BOUNCE, MC_INPUT_BOUNCE },
  { "Received: from a by b; Thu, 1 Jan 2026 00:00:00 +0000\nFrom: a@example.org\nSubject: Hello\n", MC_INPUT_HEADERS },
  { "From: a@example.org\nTo: b@example.net\nSubject: Hello\n\nLunch?\n", MC_INPUT_HEADERS },
  { "Jan  1 00:00:00 mx postfix/smtp[1]: 1A: to=<b@example.net>, relay=x, dsn=5.1.1, status=bounced (host x said: 550 5.1.1)\n", MC_INPUT_LOG },
  { "550 5.1.1 User unknown", MC_INPUT_REPLY },
  { "From my server I got this: 550 5.1.1 User unknown", MC_INPUT_REPLY },
  { "Good morning", MC_INPUT_UNKNOWN },
  { "", MC_INPUT_UNKNOWN },
};

static void
assert_input (const char *data,
              gsize       length,
              McInputKind kind)
{
  g_autoptr (McInput) input = mc_input_read (data, length, MC_INPUT_UNKNOWN);

  g_assert_cmpstr (mc_input_kind_get_id (input->kind), ==, mc_input_kind_get_id (kind));
}

static void
test_inputs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_auto (GStrv)   lines = g_strsplit (inputs[i].text, "\n", -1);
      g_autofree char *crlf = g_strjoinv ("\r\n", lines);
      gsize            n_bytes;
      g_autofree char *utf16 = g_convert (inputs[i].text, -1, "UTF-16", "UTF-8", NULL, &n_bytes, NULL);

      g_test_message ("%s", inputs[i].text);
      assert_input (inputs[i].text, strlen (inputs[i].text), inputs[i].kind);
      assert_input (crlf, strlen (crlf), inputs[i].kind);
      if (*inputs[i].text != '\0')
        assert_input (utf16, n_bytes, inputs[i].kind);
    }
}

static void
test_mbox (void)
{
  const char         *text = inputs[5].text;
  g_autoptr (McInput) input = mc_input_read (text, strlen (text), MC_INPUT_UNKNOWN);

  g_assert_cmpuint (input->notices->len, ==, 2);
}

static void
assert_whole_characters (const char *text,
                         const char *words)
{
  g_autoptr (McReplyReading) reading = mc_reply_reading_new (text);

  g_assert_nonnull (reading);
  g_assert_nonnull (strstr (reading->words, words));
  /* A byte of a character that was cut would be shown as “<C3>”. */
  g_assert_null (strchr (reading->words, '<'));
}

/* Only the first 64 KiB are read, and 40 characters of a status. */
static void
test_cut (void)
{
  g_autofree char *spaces = g_strnfill (64 * 1024 - 30, ' ');
  g_autofree char *text = g_strconcat (spaces, "550 5.1.1 User unknown ééééééé", NULL);

  assert_whole_characters (text, "550 5.1.1 User unknown ééé");
  /* {"status":"401xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxéyyyy"} */
  assert_whole_characters ("334 eyJzdGF0dXMiOiI0MDF4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHjDqXl5eXkifQ==", "OAuth status 401x");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reply-reading/documents", test_documents);
  g_test_add_func ("/reply-reading/program-errors", test_program_errors);
  g_test_add_func ("/reply-reading/sentences", test_sentences);
  g_test_add_func ("/reply-reading/provider", test_provider);
  g_test_add_func ("/reply-reading/code-of-refusal", test_code_of_refusal);
  g_test_add_func ("/reply-reading/quoted-words", test_quoted_words);
  g_test_add_func ("/reply-reading/number-in-parentheses", test_number_in_parentheses);
  g_test_add_func ("/reply-reading/success", test_success);
  g_test_add_func ("/reply-reading/nothing", test_nothing);
  g_test_add_func ("/reply-reading/reply-codes", test_reply_codes);
  g_test_add_func ("/reply-reading/enhanced-codes", test_enhanced_codes);
  g_test_add_func ("/reply-reading/reasons", test_reasons);
  g_test_add_func ("/reply-reading/inputs", test_inputs);
  g_test_add_func ("/reply-reading/mbox", test_mbox);
  g_test_add_func ("/reply-reading/cut", test_cut);

  return g_test_run ();
}
