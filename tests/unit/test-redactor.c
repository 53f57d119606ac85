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
  assert_shows (redactor, "tanstaaftanstaaftanstaaftanstaaf", "[hidden]");
  assert_shows (redactor, "dGFuc3RhYWZ0YW5zdGFhZg==", "[hidden]");
  assert_shows (redactor, "AUTHENTICATE PLAIN AHRpbQB0YW5zdGFhZnRhbnN0YWFm", "AUTHENTICATE PLAIN [hidden]");
  assert_shows (redactor, "NO tim is not known", "NO tim is not known");
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

/* RFC 9051 section 4.3, RFC 8259 section 7, XML, forms; as a server may write what it could not parse */
static void
test_escapes (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("user", "S\"b\\4 &/<'ä");

  assert_shows (redactor, "BAD LOGIN \"user\" \"S\\\"b\\\\4 &/<'ä\"", "BAD LOGIN \"user\" \"[hidden]\"");
  assert_shows (redactor, "{\"p\":\"S\\\"b\\\\4 &\\/<'\\u00E4\"}", "{\"p\":\"[hidden]\"}");
  assert_shows (redactor, "{\"p\":\"S\\\"b\\\\4 \\u0026/\\u003C\\u0027ä\"}", "{\"p\":\"[hidden]\"}");
  assert_shows (redactor, "<p>S&quot;b\\4 &amp;/&lt;&#39;ä</p>", "<p>[hidden]</p>");
  assert_shows (redactor, "<p>S\"b\\4 &amp;/&lt;'ä</p>", "<p>[hidden]</p>");
  assert_shows (redactor, "p=S%22b%5C4+%26%2F%3C%27%C3%A4&x", "p=[hidden]&x");
  assert_shows (redactor, "p=S%22b%5c4%20%26%2f%3c%27%c3%a4&x", "p=[hidden]&x");
  assert_shows (redactor, "0x5322625C3420262F3C27C3A4.", "0x[hidden].");
}

static void
test_case (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("user", "Seifenblase-Ö");

  assert_shows (redactor, "AUTH=SEIFENBLASE-Ö AUTH=seifenblase-ö", "AUTH=[hidden] AUTH=[hidden]");
}

/* Unicode UAX #15 */
static void
test_normalization (void)
{
  g_autoptr (McRedactor) composed = redactor_for ("user", "Caf\u00e9s");
  g_autoptr (McRedactor) decomposed = redactor_for ("user", "Cafe\u0301s");

  assert_shows (composed, "“Cafe\u0301s”", "“[hidden]”");
  assert_shows (decomposed, "“Caf\u00e9s”", "“[hidden]”");
}

/* What mc_text_make_safe() and g_utf8_make_valid() make of it. */
static void
test_made_safe (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("user", "one\ttwo\u200dthree");
  g_autoptr (McRedactor) invalid = redactor_for ("user", "one\xfftwo");

  assert_shows (redactor, "NO one two<U+200D>three!", "NO [hidden]!");
  assert_shows (redactor, "NO one\ttwo\u200dthree!", "NO [hidden]!");
  assert_shows (invalid, "NO one<FF>two!", "NO [hidden]!");
  assert_shows (invalid, "NO one\ufffdtwo!", "NO [hidden]!");
  assert_shows (invalid, "NO one\xfftwo!", "NO [hidden]!");
}

/* Within a longer base64, at each of its three alignments. */
static void
test_base64_within (void)
{
  static const char *const before[] = { "", "x", "xy", "user:", "pass=user " };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autoptr (McRedactor) redactor = redactor_for ("user", "Seifen?>blase");
      g_autofree char       *plain = g_strdup_printf ("%sSeifen?>blase@example.org", before[i]);
      g_autofree char       *base64 = g_base64_encode ((const guchar *) plain, strlen (plain));
      g_autofree char       *url_safe = g_strdelimit (g_strdelimit (g_strdup (base64), "+", '-'), "/", '_');
      g_autofree char       *text = g_strdup_printf ("NO (%s) (%s)", base64, url_safe);

      assert_shows (redactor, text, "NO ([hidden]) ([hidden])");
    }
}

/* Texts are cut, and long lines are broken. */
static void
test_fragments (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("user", "Seifenblase-42");

  assert_shows (redactor, "invalid: Seifenbla", "invalid: [hidden]");
  assert_shows (redactor, "invalid: seif…", "invalid: [hidden]…");
  assert_shows (redactor, "invalid: Seifenblas..., sorry", "invalid: [hidden]..., sorry");
  assert_shows (redactor, "blase-42 is wrong", "[hidden] is wrong");
  assert_shows (redactor, "S: Seifen\nblase-42 is wrong", "S: [hidden]\n[hidden] is wrong");
  assert_shows (redactor, "Seifen", "[hidden]");

  /* Less, or elsewhere, is chance. */
  assert_shows (redactor, "to Sei", "to Sei");
  assert_shows (redactor, "a Seifenoper", "a Seifenoper");
}

/* A second turn must not tell a password that is like what stands for it. */
static void
test_twice (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("user", "hidden");
  g_autofree char       *once = mc_redactor_apply (redactor, "NO hidden here");

  assert_shows (redactor, once, "NO [hidden] here");
}

static void
test_fast (void)
{
  g_autoptr (McRedactor) redactor = redactor_for ("anna@example.org", "aaa \"a\" aaaä aaab");
  g_autofree char       *text = g_strnfill ((gsize) 48 * 1024, 'a');
  gint64                 began = g_get_monotonic_time ();

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *shown = mc_redactor_apply (redactor, text);

      g_assert_cmpuint (strlen (shown), >, 0);
    }

  g_test_message ("48 KiB take %" G_GINT64_FORMAT " µs", (g_get_monotonic_time () - began) / 10);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
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
  g_test_add_func ("/redactor/escapes", test_escapes);
  g_test_add_func ("/redactor/case", test_case);
  g_test_add_func ("/redactor/normalization", test_normalization);
  g_test_add_func ("/redactor/made-safe", test_made_safe);
  g_test_add_func ("/redactor/base64-within", test_base64_within);
  g_test_add_func ("/redactor/fragments", test_fragments);
  g_test_add_func ("/redactor/twice", test_twice);
  g_test_add_func ("/redactor/fast", test_fast);
  g_test_add_func ("/redactor/short", test_short);
  g_test_add_func ("/redactor/overlapping", test_overlapping);
  g_test_add_func ("/redactor/bytes", test_bytes);
  g_test_add_func ("/redactor/none", test_none);
  g_test_add_func ("/redactor/huge", test_huge);

  return g_test_run ();
}
