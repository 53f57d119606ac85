/* test-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-text.h"

#define LONG 1000

typedef struct
{
  const char *bytes;
  const char *shown;
} Shown;

static const Shown plain[] = {
  { "", "" },
  { "OK Dovecot ready.", "OK Dovecot ready." },
  { "Größe – „gut“ 漢字 🙂 é", "Größe – „gut“ 漢字 🙂 é" },
  { "<b>&amp;</b> %s `x` [y](z)", "<b>&amp;</b> %s `x` [y](z)" },
  { "a\tb", "a b" },
};

/* What a terminal, a line or the direction of the text would follow (Unicode UAX #9, ECMA-48). */
static const Shown deceptive[] = {
  { "\033[2J\033]0;title\a", "<U+001B>[2J<U+001B>]0;title<U+0007>" },
  { "one\r\ntwo\n", "one<U+000D><U+000A>two<U+000A>" },
  { "a\bb\177", "a<U+0008>b<U+007F>" },
  { "\xc2\x85\xc2\x9b"
    "1m",
    "<U+0085><U+009B>1m" },
  { "gro.elpmaxe\u202e moc", "gro.elpmaxe<U+202E> moc" },
  { "\u202a\u202b\u202c\u202d", "<U+202A><U+202B><U+202C><U+202D>" },
  { "\u2066\u2067\u2068\u2069", "<U+2066><U+2067><U+2068><U+2069>" },
  { "\u200e\u200f\u061c", "<U+200E><U+200F><U+061C>" },
  { "pay\u200bpal\ufeff\u00ad", "pay<U+200B>pal<U+FEFF><U+00AD>" },
  { "a\u2028b\u2029c", "a<U+2028>b<U+2029>c" },
  { "\ue000\U000e0041", "<U+E000><U+E0041>" },
};

/* Default_Ignorable_Code_Point (DerivedCoreProperties.txt), of several general categories */
static const Shown invisible[] = {
  { "a\u034fb", "a<U+034F>b" },
  { "\u115f\u1160\u3164\uffa0", "<U+115F><U+1160><U+3164><U+FFA0>" },
  { "\u17b4\u17b5", "<U+17B4><U+17B5>" },
  { "\u180b\u180e\u180f", "<U+180B><U+180E><U+180F>" },
  { "x\ufe00\ufe0f\U000e0100", "x<U+FE00><U+FE0F><U+E0100>" },
  { "\u2060\u2065\U0001d173\U000e0001", "<U+2060><U+2065><U+1D173><U+E0001>" },
};

/* RFC 3629 section 3 and 10. */
static const Shown no_utf8[] = {
  { "caf\xe9 au lait", "caf<E9> au lait" },
  { "\xff\xfe", "<FF><FE>" },
  { "\x80", "<80>" },
  { "cut \xe2\x82", "cut <E2><82>" },
  { "cut \xf0\x9f\x99", "cut <F0><9F><99>" },
  { "\xc0\xaf", "<C0><AF>" },
  { "\xe0\x80\xaf", "<E0><80><AF>" },
  { "\xed\xa0\x80", "<ED><A0><80>" },
  { "\xf4\x90\x80\x80", "<F4><90><80><80>" },
  { "\xc3(", "<C3>(" },
};

static void
assert_safe (const char *bytes,
             gssize      length,
             gsize       max_chars,
             const char *expected)
{
  g_autofree char *shown = mc_text_make_safe (bytes, length, max_chars);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_table (const Shown *rows,
              gsize        n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      assert_safe (rows[i].bytes, -1, LONG, rows[i].shown);
      assert_safe (rows[i].bytes, (gssize) strlen (rows[i].bytes), LONG, rows[i].shown);
    }
}

static void
test_safe_plain (void)
{
  assert_table (plain, G_N_ELEMENTS (plain));
  assert_safe (NULL, 0, LONG, "");
}

static void
test_safe_deceptive (void)
{
  assert_table (deceptive, G_N_ELEMENTS (deceptive));
}

static void
test_safe_invisible (void)
{
  assert_table (invisible, G_N_ELEMENTS (invisible));
}

static void
test_safe_no_utf8 (void)
{
  assert_table (no_utf8, G_N_ELEMENTS (no_utf8));
}

static void
test_safe_length (void)
{
  assert_safe ("a\0b\0", 4, LONG, "a<U+0000>b<U+0000>");
  assert_safe ("abcdef", 3, LONG, "abc");
  assert_safe ("\xe2\x82\xac", 3, LONG, "€");
  assert_safe ("\xe2\x82\xac", 2, LONG, "<E2><82>");
}

/* The limit is in characters and holds for what is shown, the ellipsis included. */
static void
test_safe_limit (void)
{
  assert_safe ("abcde", -1, 5, "abcde");
  assert_safe ("abcdef", -1, 5, "abcd…");
  assert_safe ("äöüßé", -1, 5, "äöüßé");
  assert_safe ("äöüßéà", -1, 5, "äöüß…");
  assert_safe ("🙂🙂🙂", -1, 2, "🙂…");
  assert_safe ("ab", -1, 1, "…");
  assert_safe ("a", -1, 1, "a");

  /* What is written out is there whole or not at all. */
  assert_safe ("ab\033", -1, 10, "ab<U+001B>");
  assert_safe ("ab\033", -1, 9, "ab…");
  assert_safe ("ab\033c", -1, 10, "ab…");
  assert_safe ("ab\xff", -1, 6, "ab<FF>");
  assert_safe ("ab\xff", -1, 5, "ab…");
}

static void
assert_harmless (const char *text,
                 gsize       max_chars)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, (glong) max_chars);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (p));

      g_assert_cmpint (type, !=, G_UNICODE_CONTROL);
      g_assert_cmpint (type, !=, G_UNICODE_FORMAT);
      g_assert_cmpint (type, !=, G_UNICODE_LINE_SEPARATOR);
      g_assert_cmpint (type, !=, G_UNICODE_PARAGRAPH_SEPARATOR);
    }
}

static void
test_safe_any_bytes (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char             bytes[64];
      gsize            length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      gsize            max_chars = (gsize) g_test_rand_int_range (1, 80);
      g_autofree char *shown = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) g_test_rand_int_range (0, 256);

      shown = mc_text_make_safe (bytes, (gssize) length, max_chars);
      assert_harmless (shown, max_chars);
    }
}

static void
test_safe_huge (void)
{
  g_autofree char *bytes = g_strnfill (16 * 1024 * 1024, '\033');
  g_autofree char *shown = mc_text_make_safe (bytes, -1, 100);

  assert_harmless (shown, 100);
}

static void
assert_wraps (const char *text,
              guint       columns,
              const char *first,
              const char *next,
              const char *expected)
{
  g_autofree char *wrapped = mc_text_wrap (text, columns, first, next);

  g_assert_cmpstr (wrapped, ==, expected);
}

static void
test_wrap (void)
{
  assert_wraps ("one two three", 20, "", "", "one two three\n");
  assert_wraps ("one two three", 7, "", "", "one two\nthree\n");
  assert_wraps ("one two three", 6, "", "", "one\ntwo\nthree\n");
  assert_wraps ("one two three", 9, "1. ", "   ", "1. one\n   two\n   three\n");
  assert_wraps ("  one   two  ", 20, "", "", "one two\n");
  assert_wraps ("", 20, "- ", "  ", "- \n");

  /* Columns are characters, not bytes. */
  assert_wraps ("öö öö öö", 5, "", "", "öö öö\nöö\n");

  /* What may be copied stays whole. */
  assert_wraps ("see https://example.org/a/long/way here", 10, "", "", "see\nhttps://example.org/a/long/way\nhere\n");
}

static void
assert_replaces (const char *text,
                 const char *word,
                 const char *expected)
{
  g_autofree char *replaced = mc_text_replace_word (text, word, "<x>");

  g_assert_cmpstr (replaced, ==, expected);
}

static void
test_replace_word (void)
{
  assert_replaces ("joe", "joe", "<x>");
  assert_replaces ("Joe, JOE and joe.", "joe", "<x>, <x> and <x>.");
  assert_replaces ("joe@example.org", "joe", "<x>@example.org");
  assert_replaces ("joejoe joey ajoe joe1 1joe", "joe", "joejoe joey ajoe joe1 1joe");
  assert_replaces ("joeö öjoe", "joe", "joeö öjoe");
  assert_replaces ("<joe> “joe”", "joe", "<<x>> “joe”");
  assert_replaces ("a.b axb", "a.b", "<x> axb");
  assert_replaces ("nothing", "", "nothing");
  assert_replaces ("", "joe", "");
  assert_replaces ("jo", "joe", "jo");
}

static void
test_time (void)
{
  g_autofree char *epoch = mc_text_from_time (0);
  g_autofree char *later = mc_text_from_time (1769850000);
  g_autofree char *never = mc_text_from_time (G_MAXINT64);

  g_assert_cmpstr (epoch, ==, "1970-01-01T00:00:00Z");
  g_assert_cmpstr (later, ==, "2026-01-31T09:00:00Z");
  g_assert_cmpstr (never, ==, "unknown");
}

static void
test_prefix (void)
{
  g_assert_true (mc_text_has_prefix ("* ok ready", "* OK"));
  g_assert_true (mc_text_has_prefix ("x", ""));
  g_assert_false (mc_text_has_prefix ("* O", "* OK"));
  g_assert_false (mc_text_has_prefix ("", "x"));
}

static void
test_lower (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "MAILER-DAEMON 42", "mailer-daemon 42" },
    { "ПОЧТА ÉCHEC ẞ 邮件 🙂", "почта échec ß 邮件 🙂" },
    /* With g_utf8_strdown() a dot more stands above the “i”. */
    { "İMAP", "imap" },
    { "A\xff"
      "B\xc3",
      "a\xff"
      "b\xc3" },
    { "A\xf0\x9f\x99", "a\xf0\x9f\x99" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lower = mc_text_dup_lower_utf8 (cases[i][0]);

      g_assert_cmpstr (lower, ==, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/safe/plain", test_safe_plain);
  g_test_add_func ("/text/safe/deceptive", test_safe_deceptive);
  g_test_add_func ("/text/safe/invisible", test_safe_invisible);
  g_test_add_func ("/text/safe/no-utf8", test_safe_no_utf8);
  g_test_add_func ("/text/safe/length", test_safe_length);
  g_test_add_func ("/text/safe/limit", test_safe_limit);
  g_test_add_func ("/text/safe/any-bytes", test_safe_any_bytes);
  g_test_add_func ("/text/safe/huge", test_safe_huge);
  g_test_add_func ("/text/wrap", test_wrap);
  g_test_add_func ("/text/replace-word", test_replace_word);
  g_test_add_func ("/text/lower", test_lower);
  g_test_add_func ("/text/time", test_time);
  g_test_add_func ("/text/prefix", test_prefix);

  return g_test_run ();
}
