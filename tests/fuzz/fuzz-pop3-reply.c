/* fuzz-pop3-reply.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-pop3-reply.h"
#include "replay.h"

static void
look_at_status (const char *bytes,
                gsize       length)
{
  g_autoptr (McMailReply) reply = mc_pop3_reply_parse (bytes, length, NULL);
  g_autofree char        *timestamp = NULL;
  guint32                 count;

  if (reply == NULL)
    return;

  g_assert_true (g_utf8_validate (mc_mail_reply_get_text (reply), -1, NULL));
  if (mc_mail_reply_get_response_code (reply) != NULL)
    g_assert_true (g_str_is_ascii (mc_mail_reply_get_response_code (reply)));

  mc_pop3_read_count (mc_mail_reply_get_text (reply), &count);
  timestamp = mc_pop3_find_timestamp (mc_mail_reply_get_text (reply));
  if (timestamp != NULL)
    g_assert_true (g_str_is_ascii (timestamp) && strpbrk (timestamp, " \r\n") == NULL);
}

/* The client's view: a status line, a challenge or a line of a list. */
static void
look_at_line (const char *bytes,
              gsize       length)
{
  gsize       left = length;
  const char *text = mc_pop3_unstuff (bytes, &left);

  g_assert_cmpuint (left, <=, length);
  g_assert_true (text != NULL || (length == 1 && bytes[0] == '.'));
  mc_pop3_is_challenge (bytes, length);
  look_at_status (bytes, length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *bytes = (const char *) data;

  while (size > 0)
    {
      const char *end = memchr (bytes, '\n', size);
      gsize       length = end != NULL ? (gsize) (end - bytes) : size;
      gsize       taken = end != NULL ? length + 1 : length;

      if (length > 0 && bytes[length - 1] == '\r')
        length--;
      look_at_line (bytes, length);
      bytes += taken;
      size -= taken;
    }

  return 0;
}
