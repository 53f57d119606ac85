/* mc-message-text.c
 *
 * Bytes of any encoding as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gmime/gmime.h>
#include <string.h>

#include "mc-message-text.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static gboolean
is_clean (char c)
{
  return c == '\n' || c == '\t' || (guchar) c >= ' ';
}

/* One newline a line, no NULs and no escape sequences. Changes @text in place. */
static void
clean (char *text)
{
  char *to = text;

  /* Most texts need nothing done for a long way. */
  while (is_clean (*to))
    to++;

  for (const char *from = to; *from != '\0'; from++)
    {
      if (is_clean (*from))
        *to++ = *from;
      else if (*from == '\r' && from[1] != '\n')
        *to++ = '\n';
    }

  *to = '\0';
}

static char *
convert (const char *bytes,
         gsize       length,
         const char *charset)
{
  g_autofree char *text = g_convert_with_fallback (bytes, (gssize) length, "UTF-8", charset, "?", NULL, NULL, NULL);

  if (text != NULL && g_str_has_prefix (text, BYTE_ORDER_MARK))
    return g_strdup (text + strlen (BYTE_ORDER_MARK));

  return g_steal_pointer (&text);
}

static gboolean
is_utf16 (const char *bytes,
          gsize       length)
{
  return length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0);
}

/* What the bytes, which hold no NUL, look like, whatever is said about them; %NULL for a text as it should be. */
static const char *
guess_charset (const char *bytes,
               gsize       length)
{
  const char *end;

  if (strstr (bytes, "\x1b$B") != NULL || strstr (bytes, "\x1b(J") != NULL)
    return "ISO-2022-JP";

  if (g_utf8_validate_len (bytes, length, &end))
    return g_str_has_prefix (bytes, BYTE_ORDER_MARK) ? "UTF-8" : NULL;

  /* A text that was cut may end within a character. */
  if (length - (gsize) (end - bytes) < 4 && g_utf8_get_char_validated (end, -1) == (gunichar) -2)
    return "UTF-8";

  return "WINDOWS-1252";
}

/**
 * mc_message_text_decode:
 * @bytes: bytes from a message or a file
 * @length: how many
 * @charset: (nullable): the encoding that is said about them
 *
 * Makes bytes a text: valid UTF-8, with a newline at the end of each line whatever
 * ended it, without other control characters. It never fails: bytes that mean
 * nothing in the encoding become question marks.
 *
 * Returns: (transfer full): the text
 */
char *
mc_message_text_decode (const char *bytes,
                        gsize       length,
                        const char *charset)
{
  g_autofree char *copy = NULL;
  const char      *guess;
  char            *text;

  if (length == 0)
    return g_strdup ("");
  if (is_utf16 (bytes, length) && (text = convert (bytes, length, "UTF-16")) != NULL)
    {
      clean (text);
      return text;
    }

  copy = g_malloc (length + 1);
  memcpy (copy, bytes, length);
  copy[length] = '\0';
  for (char *nul = copy; (nul = memchr (nul, '\0', length - (gsize) (nul - copy))) != NULL;)
    *nul = ' ';

  guess = guess_charset (copy, length);
  if (guess == NULL)
    text = g_steal_pointer (&copy);
  else if (g_str_equal (guess, "UTF-8"))
    text = g_utf8_make_valid (copy + (g_str_has_prefix (copy, BYTE_ORDER_MARK) ? strlen (BYTE_ORDER_MARK) : 0), -1);
  else if (!g_str_equal (guess, "WINDOWS-1252") || charset == NULL)
    text = convert (copy, length, guess);
  else
    text = convert (copy, length, g_mime_charset_iconv_name (charset));

  if (text == NULL)
    text = convert (copy, length, "WINDOWS-1252");
  if (text == NULL)
    text = g_utf8_make_valid (copy, (gssize) length);

  clean (text);
  return text;
}
