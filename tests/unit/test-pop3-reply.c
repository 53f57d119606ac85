/* test-pop3-reply.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-mail-error.h"
#include "mc-pop3-reply.h"

/* RFC 1939 section 10, RFC 2449 section 8, RFC 3206 section 4, and servers as they were seen. */
static void
test_replies (void)
{
  static const struct
  {
    const char       *line;
    McMailReplyStatus status;
    const char       *code;
    const char       *text;
  } rows[] = {
    { "+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>", MC_MAIL_REPLY_ACCEPTED, NULL, "POP3 server ready <1896.697170952@dbc.mtview.ca.us>" },
    { "+OK", MC_MAIL_REPLY_ACCEPTED, NULL, "" },
    { "-ERR", MC_MAIL_REPLY_REFUSED, NULL, "" },
    { "+OK [mail.example] ready", MC_MAIL_REPLY_ACCEPTED, NULL, "[mail.example] ready" },
    { "-ERR [IN-USE] Do you have another POP session running?", MC_MAIL_REPLY_TEMPORARY, "IN-USE", "Do you have another POP session running?" },
    { "-ERR [LOGIN-DELAY] minimum time between mail checks violation", MC_MAIL_REPLY_TEMPORARY, "LOGIN-DELAY", "minimum time between mail checks violation" },
    { "-ERR [SYS/TEMP] Temporary system problem", MC_MAIL_REPLY_TEMPORARY, "SYS/TEMP", "Temporary system problem" },
    { "-ERR [SYS/PERM] Permanent", MC_MAIL_REPLY_REFUSED, "SYS/PERM", "Permanent" },
    { "-ERR [AUTH] Authentication failed.", MC_MAIL_REPLY_REFUSED, "AUTH", "Authentication failed." },
    { "-ERR [auth] Lower case", MC_MAIL_REPLY_REFUSED, "AUTH", "Lower case" },
    { "-ERR [not a code] x", MC_MAIL_REPLY_REFUSED, NULL, "[not a code] x" },
    { "-ERR [] x", MC_MAIL_REPLY_REFUSED, NULL, "[] x" },
    { "-ERR [AUTH", MC_MAIL_REPLY_REFUSED, NULL, "[AUTH" },
    { "-ERR Logon failure: unknown user name or bad password.", MC_MAIL_REPLY_REFUSED, NULL, "Logon failure: unknown user name or bad password." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (McMailReply) reply = mc_pop3_reply_parse (rows[i].line, strlen (rows[i].line), &error);

      g_assert_no_error (error);
      g_assert_cmpint (mc_mail_reply_get_status (reply), ==, (int) rows[i].status);
      g_assert_cmpstr (mc_mail_reply_get_response_code (reply), ==, rows[i].code);
      g_assert_cmpstr (mc_mail_reply_get_text (reply), ==, rows[i].text);
    }
}

static void
test_malformed (void)
{
  static const char *const lines[] = { "", "+", "+O", "+OKAY", "-ERROR", "ok", "* OK", "220 hi", "HTTP/1.1 400", " +OK" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (McMailReply) reply = mc_pop3_reply_parse (lines[i], strlen (lines[i]), &error);

      g_assert_null (reply);
      g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED);
    }
}

/* RFC 1939 section 7; anything else could be made to give two sums that are alike. */
static void
test_timestamp (void)
{
  static const struct
  {
    const char *greeting;
    const char *timestamp;
  } rows[] = {
    { "POP3 server ready <1896.697170952@dbc.mtview.ca.us>", "<1896.697170952@dbc.mtview.ca.us>" },
    { "<a@b> <c@d>", "<a@b>" },
    { "ready", NULL },
    { "<no at>", NULL },
    { "<no-at>", NULL },
    { "<@b>", NULL },
    { "<a@>", NULL },
    { "<a@b@c>", NULL },
    { "<a @b>", NULL },
    { "<ä@b>", NULL },
    { "<a@b", NULL },
    { "a@b>", NULL },
    { "><", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *timestamp = mc_pop3_find_timestamp (rows[i].greeting);

      g_assert_cmpstr (timestamp, ==, rows[i].timestamp);
    }
}

static void
assert_unstuffed (const char *line,
                  const char *wanted)
{
  gsize       length = strlen (line);
  const char *text = mc_pop3_unstuff (line, &length);

  g_assert_cmpint (text == NULL, ==, wanted == NULL);
  if (text != NULL)
    g_assert_cmpmem (text, length, wanted, strlen (wanted));
}

static void
test_unstuff (void)
{
  assert_unstuffed ("USER", "USER");
  assert_unstuffed ("", "");
  assert_unstuffed (".", NULL);
  assert_unstuffed ("..", ".");
  assert_unstuffed ("..x", ".x");
  assert_unstuffed (".x", "x");
}

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_count;
    guint32     count;
  } rows[] = {
    { "2 320", TRUE, 2 },
    { "0 0", TRUE, 0 },
    { "7", TRUE, 7 },
    { "4294967295 1 extra", TRUE, 4294967295 },
    { "4294967296 1", FALSE, 0 },
    { "-1 1", FALSE, 0 },
    { "", FALSE, 0 },
    { "two 320", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint32 count = 0;

      g_assert_cmpint (mc_pop3_read_count (rows[i].text, &count), ==, rows[i].is_count);
      g_assert_cmpuint (count, ==, rows[i].count);
    }
}

static void
test_challenge (void)
{
  g_assert_true (mc_pop3_is_challenge ("+ ", 2));
  g_assert_true (mc_pop3_is_challenge ("+", 1));
  g_assert_true (mc_pop3_is_challenge ("+ PDE4OTYu", 10));
  g_assert_false (mc_pop3_is_challenge ("+OK", 3));
  g_assert_false (mc_pop3_is_challenge ("-ERR", 4));
  g_assert_false (mc_pop3_is_challenge ("", 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/pop3-reply/replies", test_replies);
  g_test_add_func ("/mail/pop3-reply/malformed", test_malformed);
  g_test_add_func ("/mail/pop3-reply/timestamp", test_timestamp);
  g_test_add_func ("/mail/pop3-reply/unstuff", test_unstuff);
  g_test_add_func ("/mail/pop3-reply/count", test_count);
  g_test_add_func ("/mail/pop3-reply/challenge", test_challenge);

  return g_test_run ();
}
