/* mc-mail-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-client.h"

G_BEGIN_DECLS

GBytes  *mc_mail_lines_read (McMailClient *client,
                             McScope      *scope,
                             gsize         max_length,
                             GError      **error);
gboolean mc_mail_lines_write_secret (McMailClient *client,
                                     McScope      *scope,
                                     const char   *before,
                                     const char   *secret,
                                     GError      **error);
gboolean mc_mail_lines_can_hold (const char *text,
                                 GError    **error);
void     mc_mail_lines_fail_unexpected (McMailClient *client,
                                        GBytes       *line,
                                        const char   *protocol,
                                        GError      **error);

G_END_DECLS
