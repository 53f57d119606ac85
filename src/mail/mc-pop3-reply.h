/* mc-pop3-reply.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-reply.h"

G_BEGIN_DECLS

McMailReply *mc_pop3_reply_parse (const char *bytes,
                                  gsize       length,
                                  GError    **error);
gboolean     mc_pop3_is_challenge (const char *bytes,
                                   gsize       length);
const char  *mc_pop3_unstuff (const char *bytes,
                              gsize      *length);
char        *mc_pop3_find_timestamp (const char *greeting);
gboolean     mc_pop3_read_count (const char *text,
                                 guint32    *count);

G_END_DECLS
