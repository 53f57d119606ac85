/* fuzz-imap-response.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-response.h"
#include "mc-mail-reply.h"
#include "mc-text.h"
#include "replay.h"

static void
look_at_value (const McImapValue *value)
{
  g_autofree char *safe = mc_imap_value_dup_safe (value);
  guint64          number;

  if (safe != NULL)
    g_assert_true (g_utf8_validate (safe, -1, NULL));
  mc_imap_value_get_number (value, &number);
  mc_imap_value_is (value, "STORAGE");

  for (guint i = 0; i < mc_imap_value_get_n_items (value); i++)
    look_at_value (mc_imap_value_get_item (value, i));
}

static void
look_at_response (const char *bytes,
                  gsize       length)
{
  g_autoptr (McImapResponse) response = mc_imap_response_parse (bytes, length, NULL);
  g_autoptr (McMailReply)    reply = NULL;
  const char                *text;
  gsize                      text_length;

  if (response == NULL)
    return;

  text = mc_imap_response_get_text (response, &text_length);
  reply = mc_mail_reply_new (MC_MAIL_REPLY_REFUSED, text, text_length);
  g_assert_true (g_utf8_validate (mc_mail_reply_get_text (reply), -1, NULL));
  look_at_value (mc_imap_response_get_data (response));
}

/* How many bytes the response at the start of @bytes has, as the dialogue would read it. */
static gsize
measure_response (const char *bytes,
                  gsize       length)
{
  gsize start = 0;

  for (gboolean is_first = TRUE;; is_first = FALSE)
    {
      const char *end = memchr (bytes + start, '\n', length - start);
      gsize       line_length;
      gsize       literal = 0;

      if (end == NULL)
        return length;

      line_length = end - (bytes + start);
      if (line_length > 0 && end[-1] == '\r')
        line_length--;

      if (!mc_imap_literal_length (bytes + start, line_length, is_first, &literal))
        return end + 1 - bytes;

      start = end + 1 - bytes;
      if (literal >= length - start)
        return length;
      start += literal;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *bytes = (const char *) data;
  gsize       start = 0;

  while (start < size)
    {
      gsize length = measure_response (bytes + start, size - start);

      look_at_response (bytes + start, length);
      start += length;
    }

  return 0;
}
