/* test-input.c
 *
 * What somebody pasted or opened is recognised, however it came about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-input.h"

/* As Postfix writes it (its bounce(5)), with other names. */
#define WORDS                                                             \
  "This is the mail system at host mx.example.org.\n\n"                   \
  "I'm sorry to have to inform you that your message could not\n"         \
  "be delivered to one or more recipients. It's attached below.\n\n"      \
  "<ben@example.net>: host mail.example.net[192.0.2.1] said: 552 5.2.2\n" \
  "    Mailbox full (in reply to RCPT TO command)\n"
#define NOTICE                                                           \
  "From: MAILER-DAEMON@mx.example.org (Mail Delivery System)\n"          \
  "To: anna@example.org\nSubject: Undelivered Mail Returned to Sender\n" \
  "Date: Thu, 1 Jan 2026 10:00:00 +0100\n\n" WORDS
#define ASKS "From: Anna <anna@example.org>\nTo: help@example.org\nSubject: Fwd: what is this\nDate: Thu, 1 Jan 2026 11:00:00 +0100\n"

static McInput *
read_text (const char *text)
{
  return mc_input_read (text, strlen (text), MC_INPUT_UNKNOWN);
}

/* The one delivery of NOTICE. */
static void
assert_bounce (const McInput *input)
{
  const McNotice   *notice;
  const McDelivery *delivery;

  g_assert_cmpstr (mc_input_kind_get_id (input->kind), ==, "bounce");
  g_assert_cmpuint (input->notices->len, ==, 1);
  notice = g_ptr_array_index (input->notices, 0);
  g_assert_cmpuint (notice->deliveries->len, ==, 1);
  delivery = g_ptr_array_index (notice->deliveries, 0);
  g_assert_cmpstr (delivery->recipient, ==, "ben@example.net");
  g_assert_cmpstr (delivery->enhanced_code, ==, "5.2.2");
  g_assert_cmpint (delivery->reply_code, ==, 552);
  g_assert_cmpstr (mc_reason_get (delivery->reason)->id, ==, "mailbox-full");
}

/* Puts something before each line, and something else in place of its end. */
static char *
dup_lines (const char *text,
           const char *before,
           const char *end)
{
  g_auto (GStrv)   lines = g_strsplit (text, "\n", -1);
  g_autofree char *glue = g_strconcat (end, before, NULL);
  g_autofree char *joined = g_strjoinv (glue, lines);

  return g_strconcat (before, joined, NULL);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *before;
    const char *end;
  } rows[] = {
    { "", "\n" },
    { "", "\r\n" },
    { "", "\r" },
    { "> ", "\n" },
    { ">", "\r\n" },
    { ">> ", "\n" },
    { "> > ", "\n" },
    { "| ", "\n" },
    { "    ", "\n" },
    { "\t", "\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char    *text = dup_lines (NOTICE, rows[i].before, rows[i].end);
      g_autoptr (McInput) input = read_text (text);

      g_test_message ("“%s”", rows[i].before);
      assert_bounce (input);
    }
}

static void
test_encodings (void)
{
  static const char *const charsets[] = { "UTF-16", "UTF-16LE", "ISO-8859-1" };
  g_autofree char         *marked = g_strconcat ("\xef\xbb\xbf", NOTICE, NULL);
  g_autoptr (McInput)      with_mark = read_text (marked);

  assert_bounce (with_mark);
  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      /* A byte order mark is what makes UTF-16 known. */
      const char         *text = g_str_equal (charsets[i], "UTF-16LE") ? "\xef\xbb\xbf" NOTICE : NOTICE;
      gsize               length;
      g_autofree char    *bytes = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (McInput) input = mc_input_read (bytes, length, MC_INPUT_UNKNOWN);

      assert_bounce (input);
    }
}

/* Forwarded within the text, as mail programs do it in several languages, or brought along. */
static const char *const forwarded[] = {
  ASKS "\nCan you help?\n\n-------- Forwarded Message --------\nSubject: Undelivered Mail Returned to Sender\n"
       "Date: Thu, 1 Jan 2026 10:00:00 +0100\nFrom: MAILER-DAEMON@mx.example.org (Mail Delivery System)\nTo: anna@example.org\n\n" WORDS,
  ASKS "\n---------- Forwarded message ---------\nVon: Mail Delivery System <MAILER-DAEMON@mx.example.org>\n"
       "Date: Do., 1. Jan. 2026 um 10:00 Uhr\nSubject: Undelivered Mail Returned to Sender\nTo: <anna@example.org>\n\n\n" WORDS,
  ASKS "\nWas heißt das?\n\nVon: Mail Delivery System <MAILER-DAEMON@mx.example.org>\nGesendet: Donnerstag, 1. Januar 2026 10:00\n"
       "An: anna@example.org\nBetreff: Undelivered Mail Returned to Sender\n\n" WORDS,
  ASKS "\n*De :* Mail Delivery System <MAILER-DAEMON@mx.example.org>\n*Envoyé :* jeudi 1 janvier 2026 10:00\n"
       "*À :* anna@example.org\n*Objet :* Undelivered Mail Returned to Sender\n\n" WORDS,
  ASKS "\n差出人： Mail Delivery System <MAILER-DAEMON@mx.example.org>\n送信日時： 2026年1月1日 10:00\n宛先： anna@example.org\n"
       "件名： Undelivered Mail Returned to Sender\n\n" WORDS,
  ASKS "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=_1\"\n\n--=_1\nContent-Type: text/plain\n\nCan you help?\n\n"
       "--=_1\nContent-Type: message/rfc822\n\n" NOTICE "\n--=_1--\n",
};

static void
test_forwarded (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forwarded); i++)
    {
      g_autoptr (McInput) input = read_text (forwarded[i]);

      g_test_message ("%s", forwarded[i]);
      assert_bounce (input);
    }
}

/* What was copied from a window: without a header, or with one in the person’s language, with nicer apostrophes. */
static void
test_copied (void)
{
  static const char *const texts[] = {
    WORDS,
    "Von: Mail Delivery System <MAILER-DAEMON@mx.example.org>\nGesendet: Donnerstag, 1. Januar 2026 10:00\n"
    "Betreff: Undelivered Mail Returned to Sender\n\n<ben@example.net>: 552 5.2.2 Mailbox full\n",
    "Your message to ben@example.net couldn’t be delivered.\n\nben’s mailbox is full.\n\nStatus code: 552 5.2.2\n",
    "Message not delivered\nYour message wasn’t delivered to ben@example.net because the mailbox is full.\n\n"
    "The response from the remote server was:\n\n552 5.2.2 Mailbox full\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (McInput) input = read_text (texts[i]);

      g_test_message ("%s", texts[i]);
      assert_bounce (input);
    }
}

/* RFC 4155: each message of an mbox. */
static void
test_mbox (void)
{
  g_autoptr (McInput) input = read_text ("From MAILER-DAEMON Thu Jan  1 10:00:00 2026\n" NOTICE "\n"
                                         "From anna@example.org Thu Jan  1 10:00:01 2026\nFrom: anna@example.org\nSubject: Lunch\n\n"
                                         "From there we walk.\n\n"
                                         "From MAILER-DAEMON Thu Jan  1 10:00:02 2026\n" NOTICE);

  g_assert_cmpint (input->kind, ==, MC_INPUT_BOUNCE);
  g_assert_cmpuint (input->notices->len, ==, 2);
  g_assert_false (input->is_truncated);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *text;
    const char *kind;
    gboolean    is_message;
  } rows[] = {
    { "Return-Path: <anna@example.org>\nReceived: from a by b; Thu, 1 Jan 2026 10:00:00 +0100\nFrom: anna@example.org\n"
      "To: ben@example.net\nSubject: Hi\n",
      "headers", FALSE },
    { "From: anna@example.org\nTo: ben@example.net\nSubject: Hi\n\nLunch?\n", "headers", TRUE },
    { "Jan  1 10:00:00 mx postfix/smtp[123]: ABC: to=<ben@example.net>, relay=none, delay=1, status=deferred (timed out)\n", "log", FALSE },
    { "550 5.1.1 User unknown", "reply", FALSE },
    /* Exim’s sender verification, a sentence of which notices have as well */
    { "550-Verification failed for <anna@example.invalid>\n550-The mail server could not deliver mail to anna@example.invalid.\n"
      "550 Sender verify failed\n",
      "reply", FALSE },
    { "The weather is fine, and 550 people came.", "unknown", FALSE },
    { "", "unknown", FALSE },
    { " \n\t\n", "unknown", FALSE },
    { "\x89PNG\r\n\x1a\n\x01\x02\x03", "unknown", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (McInput) input = read_text (rows[i].text);

      g_test_message ("row %" G_GSIZE_FORMAT ", %s", i, rows[i].kind);
      g_assert_cmpstr (mc_input_kind_get_id (input->kind), ==, rows[i].kind);
      g_assert_cmpint (input->is_message, ==, rows[i].is_message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/input/lines", test_lines);
  g_test_add_func ("/input/encodings", test_encodings);
  g_test_add_func ("/input/forwarded", test_forwarded);
  g_test_add_func ("/input/copied", test_copied);
  g_test_add_func ("/input/mbox", test_mbox);
  g_test_add_func ("/input/kinds", test_kinds);

  return g_test_run ();
}
