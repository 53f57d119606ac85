/* mc-pop3-reply.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-mail-error.h"
#include "mc-pop3-reply.h"

#define MAX_CODE_BYTES      64
#define MAX_TIMESTAMP_BYTES 512 /* RFC 1939 section 3: no reply is longer */

static gboolean
starts_with_word (const char *bytes,
                  gsize       length,
                  const char *word)
{
  gsize word_length = strlen (word);

  return length >= word_length && memcmp (bytes, word, word_length) == 0 &&
         (length == word_length || bytes[word_length] == ' ' || bytes[word_length] == '\t');
}

/* RFC 2449 section 8: “[SYS/TEMP] text”; the code's length with its brackets, or 0. */
static gsize
code_length (const char *text,
             gsize       length)
{
  if (length < 3 || text[0] != '[')
    return 0;

  for (gsize i = 1; i < length && i < MAX_CODE_BYTES; i++)
    {
      if (text[i] == ']')
        return i > 1 ? i + 1 : 0;
      if (!g_ascii_isalnum (text[i]) && strchr ("/-._", text[i]) == NULL)
        return 0;
    }

  return 0;
}

/* The codes of RFC 2449 section 8.1 and RFC 3206 that speak of trouble that passes. */
static McMailReplyStatus
status_of_code (const char *code)
{
  static const char *const passing[] = { "IN-USE", "LOGIN-DELAY", "SYS/TEMP", NULL };

  return code != NULL && g_strv_contains (passing, code) ? MC_MAIL_REPLY_TEMPORARY : MC_MAIL_REPLY_REFUSED;
}

/**
 * mc_pop3_reply_parse:
 * @bytes: a line, without its end
 * @length: how many bytes
 * @error: %MC_MAIL_ERROR_MALFORMED
 *
 * Reads a status line (RFC 1939 section 3), on refusals with its response code (RFC
 * 2449 section 8).
 *
 * Returns: (transfer full) (nullable): the reply, or %NULL with an error
 */
McMailReply *
mc_pop3_reply_parse (const char *bytes,
                     gsize       length,
                     GError    **error)
{
  gboolean         is_accepted = starts_with_word (bytes, length, "+OK");
  g_autofree char *code = NULL;
  McMailReply     *reply;
  const char      *end = bytes + length;

  if (!is_accepted && !starts_with_word (bytes, length, "-ERR"))
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, "This is no reply of POP3");
      return NULL;
    }

  bytes += is_accepted ? strlen ("+OK") : strlen ("-ERR");
  while (bytes < end && (*bytes == ' ' || *bytes == '\t'))
    bytes++;

  if (!is_accepted)
    {
      gsize taken = code_length (bytes, end - bytes);

      if (taken > 0)
        code = g_ascii_strup (bytes + 1, taken - 2);
      bytes += taken;
      while (bytes < end && *bytes == ' ')
        bytes++;
    }

  reply = mc_mail_reply_new (is_accepted ? MC_MAIL_REPLY_ACCEPTED : status_of_code (code), bytes, end - bytes);
  mc_mail_reply_set_response_code (reply, code);
  return reply;
}

/**
 * mc_pop3_is_challenge:
 * @bytes: a line, without its end
 * @length: how many bytes
 *
 * Returns: whether the server asks for more in AUTH (RFC 5034 section 4)
 */
gboolean
mc_pop3_is_challenge (const char *bytes,
                      gsize       length)
{
  return length > 0 && bytes[0] == '+' && (length == 1 || bytes[1] == ' ');
}

/**
 * mc_pop3_unstuff:
 * @bytes: a line of a multi-line reply, without its end
 * @length: (inout): how many bytes; how many there are without the stuffing
 *
 * Takes the extra dot from the start of a line (RFC 1939 section 3).
 *
 * Returns: (nullable): the start of the line's text, or %NULL for the line that ends
 *   the reply
 */
const char *
mc_pop3_unstuff (const char *bytes,
                 gsize      *length)
{
  if (*length == 0 || bytes[0] != '.')
    return *length > 0 ? bytes : "";

  if (*length == 1)
    return NULL;

  *length -= 1;
  return bytes + 1;
}

/* What stands between the brackets: a msg-id of RFC 822, and no byte that only makes two MD5 sums alike. */
static gboolean
is_message_id (const char *start,
               const char *end)
{
  guint n_at = 0;

  for (const char *p = start; p < end; p++)
    {
      if (!g_ascii_isgraph (*p))
        return FALSE;
      n_at += *p == '@';
    }

  return n_at == 1 && *start != '@' && end[-1] != '@';
}

/**
 * mc_pop3_find_timestamp:
 * @greeting: the text of the greeting
 *
 * Finds the timestamp that a server which knows APOP puts into its greeting, such
 * as `<1896.697170952@dbc.mtview.ca.us>` (RFC 1939 section 7).
 *
 * Returns: (transfer full) (nullable): the timestamp with its brackets
 */
char *
mc_pop3_find_timestamp (const char *greeting)
{
  const char *start;
  const char *end;

  g_return_val_if_fail (greeting != NULL, NULL);

  start = strchr (greeting, '<');
  end = start != NULL ? strchr (start, '>') : NULL;
  if (end == NULL || end - start < 4 || end - start > MAX_TIMESTAMP_BYTES || !is_message_id (start + 1, end))
    return NULL;

  return g_strndup (start, end - start + 1);
}

/**
 * mc_pop3_read_count:
 * @text: the text of the answer to STAT, “2 320”
 * @count: (out): the first number
 *
 * Returns: whether there is one, of at most 32 bits (RFC 1939 section 5)
 */
gboolean
mc_pop3_read_count (const char *text,
                    guint32    *count)
{
  g_auto (GStrv) words = NULL;
  guint64        number;

  g_return_val_if_fail (text != NULL && count != NULL, FALSE);

  words = g_strsplit (text, " ", 2);
  if (words[0] == NULL || !g_ascii_string_to_unsigned (words[0], 10, 0, G_MAXUINT32, &number, NULL))
    return FALSE;

  *count = (guint32) number;
  return TRUE;
}
