/* fuzz-notice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-input.h"
#include "replay.h"

static void
look_at_text (const char *text)
{
  g_assert_true (text == NULL || (g_utf8_validate (text, -1, NULL) && strpbrk (text, "\r\n\t\x1b") == NULL));
}

static void
look_at_notice (const McNotice *notice)
{
  g_assert_cmpuint (notice->deliveries->len, >, 0);
  for (guint i = 0; i < notice->deliveries->len; i++)
    {
      const McDelivery *delivery = g_ptr_array_index (notice->deliveries, i);

      look_at_text (delivery->recipient);
      look_at_text (delivery->diagnostic);
      look_at_text (delivery->remote_host);
      look_at_text (delivery->reporting_host);
      g_assert_nonnull (mc_reason_get (delivery->reason));
      g_assert_true (delivery->reply_code == 0 || (delivery->reply_code >= 400 && delivery->reply_code < 600));
    }
  look_at_text (notice->original.subject);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (McInput) input = mc_input_read ((const char *) data, size, MC_INPUT_UNKNOWN);

  g_assert_true ((input->kind == MC_INPUT_BOUNCE) == (input->notices->len > 0));
  g_assert_true ((input->kind == MC_INPUT_REPLY) == (input->reply != NULL));
  for (guint i = 0; i < input->notices->len; i++)
    look_at_notice (g_ptr_array_index (input->notices, i));

  return 0;
}
