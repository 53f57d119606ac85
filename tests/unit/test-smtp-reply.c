/* test-smtp-reply.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-mail-error.h"
#include "mc-smtp-reply.h"

typedef struct
{
  const char       *bytes;
  McMailReplyStatus status;
  int               code;
  const char       *enhanced_code;
  const char       *text;
} Row;

/* Servers' own words as they were seen, and the examples of RFC 5321 appendix D, RFC 4954 section 4 and RFC 2034. */
static const Row rows[] = {
  { "220 foo.com Simple Mail Transfer Service Ready\r\n", MC_MAIL_REPLY_ACCEPTED, 220, NULL, "foo.com Simple Mail Transfer Service Ready" },
  { "250-foo.com greets bar.com\r\n250-8BITMIME\r\n250-SIZE\r\n250-DSN\r\n250 HELP\r\n", MC_MAIL_REPLY_ACCEPTED, 250, NULL, "foo.com greets bar.com 8BITMIME SIZE DSN HELP" },
  { "235 2.7.0 Authentication successful\r\n", MC_MAIL_REPLY_ACCEPTED, 235, "2.7.0", "Authentication successful" },
  { "535 5.7.8 Authentication credentials invalid\r\n", MC_MAIL_REPLY_REFUSED, 535, "5.7.8", "Authentication credentials invalid" },
  { "534-5.7.9 Application-specific password required. For more information, go to\r\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor x1 - gsmtp\r\n", MC_MAIL_REPLY_REFUSED, 534, "5.7.9", "Application-specific password required. For more information, go to https://support.google.com/mail/?p=InvalidSecondFactor x1 - gsmtp" },
  { "454 4.7.0 Temporary authentication failure\r\n", MC_MAIL_REPLY_TEMPORARY, 454, "4.7.0", "Temporary authentication failure" },
  { "421 4.7.0 mail.example Error: too many connections from 192.0.2.1\r\n", MC_MAIL_REPLY_CLOSING, 421, "4.7.0", "mail.example Error: too many connections from 192.0.2.1" },
  { "554-gmx.net (mxgmx016) Nemesis ESMTP Service not available\r\n554-No SMTP service\r\n554 Reject due to policy restrictions\r\n", MC_MAIL_REPLY_REFUSED, 554, NULL, "gmx.net (mxgmx016) Nemesis ESMTP Service not available No SMTP service Reject due to policy restrictions" },
  { "503 5.5.1 Error: authentication not enabled\r\n", MC_MAIL_REPLY_PROTOCOL_ERROR, 503, "5.5.1", "Error: authentication not enabled" },
  { "500 unrecognized command\r\n", MC_MAIL_REPLY_PROTOCOL_ERROR, 500, NULL, "unrecognized command" },
  { "354 Start mail input; end with <CRLF>.<CRLF>\r\n", MC_MAIL_REPLY_PROTOCOL_ERROR, 354, NULL, "Start mail input; end with <CRLF>.<CRLF>" },
  { "550 5.7.606 Access denied, banned sending IP\n", MC_MAIL_REPLY_REFUSED, 550, "5.7.606", "Access denied, banned sending IP" },
  { "250 2.1.0\r\n", MC_MAIL_REPLY_ACCEPTED, 250, "2.1.0", "" },
  { "250", MC_MAIL_REPLY_ACCEPTED, 250, NULL, "" },
  { "250 \r\n", MC_MAIL_REPLY_ACCEPTED, 250, NULL, "" },

  /* What only looks like an enhanced code */
  { "220 2.0.0.example ESMTP\r\n", MC_MAIL_REPLY_ACCEPTED, 220, NULL, "2.0.0.example ESMTP" },
  { "550 5.7.1234 x\r\n", MC_MAIL_REPLY_REFUSED, 550, NULL, "5.7.1234 x" },
  { "550 3.7.1 x\r\n", MC_MAIL_REPLY_REFUSED, 550, NULL, "3.7.1 x" },
  { "550 5..1 x\r\n", MC_MAIL_REPLY_REFUSED, 550, NULL, "5..1 x" },

  /* Codes that differ: the last line counts */
  { "250-fine\r\n550 5.7.1 not so fine\r\n", MC_MAIL_REPLY_REFUSED, 550, "5.7.1", "fine not so fine" },

  /* Bytes that would do something on a terminal */
  { "550 a\x1b[31mb\x00 c\xff\r\n", MC_MAIL_REPLY_REFUSED, 550, NULL, "a<U+001B>[31mb" },
};

static void
test_replies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (McSmtpReply) answer = mc_smtp_reply_parse (rows[i].bytes, strlen (rows[i].bytes), &error);
      g_autoptr (McMailReply) reply = NULL;

      g_assert_no_error (error);
      reply = mc_smtp_reply_to_mail_reply (answer);
      g_assert_cmpint (mc_mail_reply_get_status (reply), ==, (int) rows[i].status);
      g_assert_cmpint (mc_mail_reply_get_reply_code (reply), ==, rows[i].code);
      g_assert_cmpstr (mc_mail_reply_get_enhanced_code (reply), ==, rows[i].enhanced_code);
      g_assert_cmpstr (mc_mail_reply_get_text (reply), ==, rows[i].text);
    }
}

static void
assert_fails (const char *bytes,
              gsize       length,
              McMailError code)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (McSmtpReply) reply = mc_smtp_reply_parse (bytes, length, &error);

  g_assert_null (reply);
  g_assert_error (error, MC_MAIL_ERROR, (int) code);
}

static void
test_malformed (void)
{
  static const char *const malformed[] = {
    "",
    "\r\n",
    "25",
    "+OK ready\r\n",
    "* OK ready\r\n",
    "HTTP/1.1 400 Bad Request\r\n",
    "2500 too long\r\n",
    "199 too low\r\n",
    "600 too high\r\n",
    "290 no such second digit\r\n",
    "25x not a number\r\n",
    "250\ttab\r\n",
    "250-without an end\r\n",
    "250-first\r\nsecond\r\n",
    "250 one\r\n250 two\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    assert_fails (malformed[i], strlen (malformed[i]), MC_MAIL_ERROR_MALFORMED);
}

static void
test_bounds (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (lines, "250-x\r\n");
  g_string_append (lines, "250 x\r\n");

  assert_fails (lines->str, lines->len, MC_MAIL_ERROR_TOO_MUCH);
}

static void
test_lines (void)
{
  static const char       bytes[] = "250-foo.com greets bar.com\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 1000\r\n";
  g_autoptr (McSmtpReply) reply = mc_smtp_reply_parse (bytes, strlen (bytes), NULL);

  g_assert_cmpuint (mc_smtp_reply_get_n_lines (reply), ==, 3);
  g_assert_cmpstr (mc_smtp_reply_get_line (reply, 1), ==, "AUTH PLAIN LOGIN");
  g_assert_cmpstr (mc_smtp_reply_get_line (reply, 2), ==, "SIZE 1000");
  g_assert_null (mc_smtp_reply_get_line (reply, 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/smtp-reply/replies", test_replies);
  g_test_add_func ("/mail/smtp-reply/malformed", test_malformed);
  g_test_add_func ("/mail/smtp-reply/bounds", test_bounds);
  g_test_add_func ("/mail/smtp-reply/lines", test_lines);

  return g_test_run ();
}
