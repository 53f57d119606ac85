/* mc-reply-belief.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-reply-codes.h"

G_BEGIN_DECLS

gboolean mc_reply_belief_in_codes (const char         *text,
                                   const McReplyCodes *codes);
gboolean mc_reply_belief_in_words (const char *text,
                                   const char *phrase);
gboolean mc_reply_belief_in_answer (const char *text);
gboolean mc_reply_belief_in_good_reply (const char *text);

G_END_DECLS
