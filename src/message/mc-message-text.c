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

/* One newline a line, no NULs and no escape sequences. Changes @text in place. */
static void
clean (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from == '\r')
        {
          if (from[1] != '\n')
            *to++ = '\n';
        }
      else if (*from == '\n' || *from == '\t' || (guchar) *from >= ' ')
        *to++ = *from;
    }

  *to = '\0';
}

static char *
convert (const char *bytes,
         gsize       length,
         const char *charset)
{
  g_autofree char *text = g_convert_with_fallback (bytes, (gssize) length, "UTF-8", charset, "?", NULL, NULL, NULL);

  /* A byte order mark tells of UTF-16 alone; it is no part of the text. */
  if (text != NULL && g_str_has_prefix (text, "\xef\xbb\xbf"))
    return g_strdup (text + 3);

  return g_steal_pointer (&text);
}

/* What the bytes look like, where nothing or something wrong is said about them. */
static const char *
guess_charset (const char *bytes,
               gsize       length)
{
  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    return "UTF-16";
  if (memmem (bytes, length, "\x1b$B", 3) != NULL || memmem (bytes, length, "\x1b(J", 3) != NULL)
    return "ISO-2022-JP";
  if (g_utf8_validate_len (bytes, length, NULL))
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
  char            *text = NULL;

  if (length == 0)
    return g_strdup ("");

  copy = g_memdup2 (bytes, length);
  guess = guess_charset (bytes, length);
  if (!g_str_equal (guess, "UTF-16"))
    {
      for (gsize i = 0; i < length; i++)
        if (copy[i] == '\0')
          copy[i] = ' ';
    }

  if (!g_str_equal (guess, "WINDOWS-1252") || charset == NULL)
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
