/* fuzz-smtp-reply.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-smtp-reply.h"
#include "replay.h"

static void
look_at_reply (McSmtpReply *reply)
{
  g_autoptr (McMailReply) mail_reply = NULL;
  const char             *enhanced_code;

  g_assert_true (mc_smtp_reply_is_complete (reply));
  g_assert_cmpint (mc_smtp_reply_get_code (reply), >=, 200);
  g_assert_cmpint (mc_smtp_reply_get_code (reply), <, 560);
  for (guint i = 0; i < mc_smtp_reply_get_n_lines (reply); i++)
    g_assert_true (g_utf8_validate (mc_smtp_reply_get_line (reply, i), -1, NULL));

  mail_reply = mc_smtp_reply_to_mail_reply (reply);
  g_assert_true (g_utf8_validate (mc_mail_reply_get_text (mail_reply), -1, NULL));
  g_assert_null (strpbrk (mc_mail_reply_get_text (mail_reply), "\r\n\t\x1b"));
  enhanced_code = mc_mail_reply_get_enhanced_code (mail_reply);
  g_assert_true (enhanced_code == NULL || strlen (enhanced_code) <= strlen ("5.123.123"));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (McSmtpReply) reply = mc_smtp_reply_parse ((const char *) data, size, NULL);

  if (reply != NULL)
    look_at_reply (reply);

  return 0;
}
