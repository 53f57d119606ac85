/* mc-reply-codes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MC_ENHANCED_CODE_SIZE 12

/**
 * McReplyCodes:
 * @reply_code: the SMTP reply code (RFC 5321 section 4.2), or 0
 * @enhanced_code: the enhanced status code (RFC 3463), or empty
 * @start: where in the text the deciding reply begins, or -1
 *
 * The codes of the reply that decided.
 */
typedef struct
{
  int    reply_code;
  char   enhanced_code[MC_ENHANCED_CODE_SIZE];
  gssize start;
} McReplyCodes;

gboolean mc_reply_codes_find (const char   *text,
                              McReplyCodes *codes);
gboolean mc_reply_codes_read_enhanced (const char *text,
                                       char        code[MC_ENHANCED_CODE_SIZE]);
gboolean mc_reply_codes_are_all (const char *text);

G_END_DECLS
