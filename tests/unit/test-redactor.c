/* test-redactor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-redactor.h"

static McRedactor *
redactor_for (const char *user,
              const char *password)
{
  McRedactor          *redactor = mc_redactor_new ();
  g_autoptr (McSecret) secret = mc_secret_new (MC_SECRET_PASSWORD, password, strlen (password));

  mc_redactor_add_secret (redactor, user, secret);
  return redactor;
}

static void
assert_shows (McRedactor *redactor,
              const char *text,
              const char *expected)
{
  g_autofree char *shown = mc_redactor_apply (redactor, text);

  g_assert_cmpstr (shown, ==, expected);
}

/* The password of the example in RFC 4616 section 4; its base64 forms by hand. */
static void
test_forms (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("tim", "tanstaaftanstaaf");

  assert_shows (redactor, "a001 LOGIN tim tanstaaftanstaaf", "a001 LOGIN tim [hidden]");
  assert_shows (redactor, "tanstaaftanstaaftanstaaftanstaaf", "[hidden][hidden]");
  assert_shows (redactor, "dGFuc3RhYWZ0YW5zdGFhZg==", "[hidden]");
  assert_shows (redactor, "AUTHENTICATE PLAIN AHRpbQB0YW5zdGFhZnRhbnN0YWFm", "AUTHENTICATE PLAIN [hidden]");
  assert_shows (redactor, "NO tim is not known", "NO tim is not known");
  assert_shows (redactor, "tanstaaf", "tanstaaf");
  assert_shows (redactor, "", "");
}

/* RFC 3986 section 2.1 */
static void
test_percent (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("user", "p@ss w/rd+1%");

  assert_shows (redactor, "said “p@ss w/rd+1%”", "said “[hidden]”");
  assert_shows (redactor, "GET /?p=p%40ss%20w%2Frd%2B1%25&x", "GET /?p=[hidden]&x");
}

static void
test_beyond_ascii (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("jörg@example.org", "Möwe");

  assert_shows (redactor, "die Möwe fliegt", "die [hidden] fliegt");
  assert_shows (redactor, "TcO2d2U=", "[hidden]");
  assert_shows (redactor, "?q=M%C3%B6we", "?q=[hidden]");
  assert_shows (redactor, "AGrDtnJnQGV4YW1wbGUub3JnAE3Dtndl", "[hidden]");
  assert_shows (redactor, "M\xc3 M", "M\xc3 M");
}

static void
test_quotes (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("user", "a \"b\" \\c'");

  assert_shows (redactor, "got a \"b\" \\c' there", "got [hidden] there");
}

/* Hidden everywhere, a password of one letter would show itself; alone it proves nothing. */
static void
test_short (void)
{
  g_autoptr (McRedactor) one = redactor_for ("tim", "a");
  g_autoptr (McRedactor) two = redactor_for ("tim", "ab");
  g_autoptr (McRedactor) three = redactor_for ("tim", "abc");

  assert_shows (one, "NO a bad day", "NO a bad day");
  assert_shows (two, "NO about that", "NO about that");
  assert_shows (three, "NO abc", "NO [hidden]");

  /* But the message that signs in is hidden, however short the password. */
  assert_shows (one, "AHRpbQBh", "[hidden]");
  assert_shows (two, "AHRpbQBhYg==", "[hidden]");
}

static void
test_overlapping (void)
{
  g_autoptr (McRedactor) redactor = mc_redactor_new ();

  mc_redactor_add_bytes (redactor, "sesame", 6);
  mc_redactor_add_bytes (redactor, "sesame-street", 13);
  mc_redactor_add_bytes (redactor, "open-sesame", 11);
  assert_shows (redactor, "sesame sesame-street open-sesame", "[hidden] [hidden] [hidden]");
}

static void
test_bytes (void)
{
  g_autoptr (McRedactor) redactor = mc_redactor_new ();

  mc_redactor_add_bytes (redactor, "\0one\0two", 8);
  mc_redactor_add_bytes (redactor, "", 0);
  assert_shows (redactor, "AG9uZQB0d28= one two", "[hidden] one two");
}

static void
test_none (void)
{
  g_autoptr (McRedactor) redactor = mc_redactor_new ();

  assert_shows (redactor, "nothing to hide", "nothing to hide");
}

static void
test_huge (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("tim", "sesame");
  g_autofree char       *filler = g_strnfill (1024 * 1024, 's');
  g_autofree char       *text = g_strconcat (filler, "sesame", NULL);
  g_autofree char       *shown = mc_redactor_apply (redactor, text);

  g_assert_true (g_str_has_suffix (shown, "s[hidden]"));
  g_assert_cmpuint (strlen (shown), ==, strlen (filler) + strlen ("[hidden]"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/redactor/forms", test_forms);
  g_test_add_func ("/redactor/percent", test_percent);
  g_test_add_func ("/redactor/beyond-ascii", test_beyond_ascii);
  g_test_add_func ("/redactor/quotes", test_quotes);
  g_test_add_func ("/redactor/short", test_short);
  g_test_add_func ("/redactor/overlapping", test_overlapping);
  g_test_add_func ("/redactor/bytes", test_bytes);
  g_test_add_func ("/redactor/none", test_none);
  g_test_add_func ("/redactor/huge", test_huge);

  return g_test_run ();
}
