/* fuzz-reply-reading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-message-text.h"
#include "mc-reply-reading.h"
#include "replay.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char           *text = mc_message_text_decode ((const char *) data, size, NULL);
  g_autoptr (McReplyReading) reading = NULL;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  reading = mc_reply_reading_new (text);
  if (reading != NULL)
    {
      g_assert_true (g_utf8_validate (reading->words, -1, NULL));
      g_assert_null (strpbrk (reading->words, "\r\n\t\x1b"));
      g_assert_true (reading->reply_code == 0 || (reading->reply_code >= 200 && reading->reply_code < 600));
      g_assert_nonnull (mc_reason_get (reading->reason));
    }

  return 0;
}
