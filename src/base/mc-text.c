/* mc-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-text.h"

#define ELLIPSIS "…"

/* Default_Ignorable_Code_Point of Unicode 16 as far as its general category does not tell. */
static const struct
{
  gunichar first;
  gunichar last;
} invisible[] = {
  { 0x034f, 0x034f },
  { 0x115f, 0x1160 },
  { 0x17b4, 0x17b5 },
  { 0x180b, 0x180f },
  { 0x3164, 0x3164 },
  { 0xfe00, 0xfe0f },
  { 0xffa0, 0xffa0 },
  { 0xe0000, 0xe0fff },
};

static gboolean
is_invisible (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invisible); i++)
    {
      if (c >= invisible[i].first && c <= invisible[i].last)
        return TRUE;
    }

  return FALSE;
}

/* Characters that change how the text around them is shown, or that cannot be seen at all. */
static gboolean
is_deceptive (gunichar c)
{
  if (is_invisible (c))
    return TRUE;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OTHER_SYMBOL:
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    default:
      return FALSE;
    }
}

/* How many bytes from @p on are plain ASCII letters, digits and signs, at most @max. */
static gsize
count_plain (const char *p,
             const char *end,
             gsize       max)
{
  gsize n = 0;

  while (n < max && p + n < end && p[n] >= ' ' && p[n] <= '~')
    n++;

  return n;
}

/**
 * mc_text_make_safe:
 * @bytes: foreign bytes, of any content
 * @length: how many, or -1 when NUL-terminated
 * @max_chars: the longest result in characters, an ellipsis included
 *
 * Makes foreign bytes a text that can be shown anywhere: valid UTF-8, on one
 * line, control and direction-changing characters written out as `<U+202E>`,
 * bytes that are no UTF-8 as `<FF>`, cut at @max_chars.
 *
 * Returns: (transfer full): the text
 */
char *
mc_text_make_safe (const char *bytes,
                   gssize      length,
                   gsize       max_chars)
{
  g_autoptr (GString) result = g_string_new (NULL);
  const char         *end;
  gsize               chars = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (max_chars > 0, NULL);

  if (bytes == NULL)
    bytes = "";
  end = bytes + (length < 0 ? (gssize) strlen (bytes) : length);

  for (const char *p = bytes; p < end;)
    {
      gunichar c;
      char     shown[16];
      gsize    shown_chars = 1;
      gsize    n_plain = count_plain (p, end, max_chars - 1 - chars);

      if (n_plain > 0)
        {
          g_string_append_len (result, p, (gssize) n_plain);
          chars += n_plain;
          p += n_plain;
          continue;
        }

      c = *p == '\0' ? 0 : g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_snprintf (shown, sizeof shown, "<%02X>", (guint8) *p);
          shown_chars = strlen (shown);
          p++;
        }
      else
        {
          if (c == '\t')
            g_strlcpy (shown, " ", sizeof shown);
          else if (is_deceptive (c))
            {
              g_snprintf (shown, sizeof shown, "<U+%04X>", c);
              shown_chars = strlen (shown);
            }
          else
            shown[g_unichar_to_utf8 (c, shown)] = '\0';
          p = c == 0 ? p + 1 : g_utf8_next_char (p);
        }

      if (chars + shown_chars > max_chars - (p < end ? 1 : 0))
        {
          g_string_append (result, ELLIPSIS);
          break;
        }

      g_string_append (result, shown);
      chars += shown_chars;
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}

/**
 * mc_text_wrap:
 * @text: one paragraph
 * @columns: the widest line in characters
 * @first_prefix: put before the first line
 * @next_prefix: put before each further line
 *
 * Fills a paragraph at spaces; a word wider than a line stays whole, so that
 * addresses and links can be copied.
 *
 * Returns: (transfer full): the lines, each ended by a newline
 */
char *
mc_text_wrap (const char *text,
              guint       columns,
              const char *first_prefix,
              const char *next_prefix)
{
  g_auto (GStrv)      words = g_strsplit (text, " ", -1);
  g_autoptr (GString) result = g_string_new (first_prefix);
  glong               width = g_utf8_strlen (first_prefix, -1);
  gboolean            at_start = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong word_width = g_utf8_strlen (words[i], -1);

      if (words[i][0] == '\0')
        continue;

      if (!at_start && width + 1 + word_width > (glong) columns)
        {
          g_string_append_c (result, '\n');
          g_string_append (result, next_prefix);
          width = g_utf8_strlen (next_prefix, -1);
          at_start = TRUE;
        }

      if (!at_start)
        {
          g_string_append_c (result, ' ');
          width++;
        }

      g_string_append (result, words[i]);
      width += word_width;
      at_start = FALSE;
    }

  g_string_append_c (result, '\n');
  return g_string_free_and_steal (g_steal_pointer (&result));
}

/**
 * mc_text_from_time:
 * @unix_seconds: a point in time
 *
 * Returns: (transfer full): the time as RFC 3339 in UTC
 */
char *
mc_text_from_time (gint64 unix_seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (unix_seconds);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("unknown");
}

/**
 * mc_text_dup_lower:
 * @text: a protocol text
 *
 * Returns: (transfer full): @text in lower case, ASCII letters alone
 */
char *
mc_text_dup_lower (const char *text)
{
  char *lower = g_strdup (text);

  /* A call for each byte, as g_ascii_strdown() has it, shows where whole messages are compared. */
  for (char *p = lower; *p != '\0'; p++)
    {
      if (*p >= 'A' && *p <= 'Z')
        *p = (char) (*p - 'A' + 'a');
    }

  return lower;
}

/**
 * mc_text_dup_lower_utf8:
 * @text: any text
 *
 * g_utf8_strdown() follows the language of the desktop: in Turkish “MAILER” becomes “maıler”, which no table has.
 *
 * Returns: (transfer full): @text in lower case, letter by letter and the same
 *   everywhere; bytes that are no UTF-8 stay
 */
char *
mc_text_dup_lower_utf8 (const char *text)
{
  g_autoptr (GString) lower = g_string_sized_new (strlen (text) + 1);

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      gboolean is_character = c != (gunichar) -1 && c != (gunichar) -2;

      if (is_character)
        g_string_append_unichar (lower, g_unichar_tolower (c));
      else
        g_string_append_c (lower, *p);
      p += is_character ? g_utf8_skip[(guchar) *p] : 1;
    }

  return g_string_free_and_steal (g_steal_pointer (&lower));
}

/**
 * mc_text_next_line:
 * @line: a line within a text
 *
 * Returns: (transfer none): where the next one begins, or the end of the text
 */
const char *
mc_text_next_line (const char *line)
{
  const char *end = strchr (line, '\n');

  return end != NULL ? end + 1 : line + strlen (line);
}

/**
 * mc_text_is_blank_line:
 * @line: a line within a text
 *
 * Returns: whether there is nothing in it but spaces and tabs
 */
gboolean
mc_text_is_blank_line (const char *line)
{
  gsize spaces = strspn (line, " \t");

  return line[spaces] == '\n' || line[spaces] == '\0';
}

/* The rest of mc_text_has_prefix(). */
gboolean
mc_text_equals_start (const char *text,
                      const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/**
 * mc_text_replace_word:
 * @text: any text
 * @word: what to replace, ASCII case ignored
 * @replacement: what to put there
 *
 * Replaces @word where it stands alone, not inside a longer word.
 *
 * Returns: (transfer full): the new text
 */
char *
mc_text_replace_word (const char *text,
                      const char *word,
                      const char *replacement)
{
  g_autoptr (GString) result = g_string_new (NULL);
  gsize               length = strlen (word);
  const char         *p = text;

  if (length == 0)
    return g_strdup (text);

  while (*p != '\0')
    {
      if (g_ascii_strncasecmp (p, word, length) == 0 &&
          (p == text || !is_word_byte (p[-1])) &&
          !is_word_byte (p[length]))
        {
          g_string_append (result, replacement);
          p += length;
        }
      else
        {
          g_string_append_c (result, *p);
          p++;
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}
