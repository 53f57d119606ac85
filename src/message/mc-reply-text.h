/* mc-reply-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-enums.h"

G_BEGIN_DECLS

char       *mc_reply_text_find_response_code (const char *text,
                                              McProtocol  protocol);
const char *mc_reply_text_find_end (const char *text,
                                    const char *start);
char       *mc_reply_text_dup_words (const char *text,
                                     const char *start);
char       *mc_reply_text_dup_oauth_status (const char *text);
const char *mc_reply_text_name_provider (const char *words,
                                         const char *text);

G_END_DECLS
