/* mc-smtp-reply.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-reply.h"

G_BEGIN_DECLS

#define MC_SMTP_MAX_LINE_BYTES (8 * 1024)

typedef struct _McSmtpReply McSmtpReply;

McSmtpReply *mc_smtp_reply_new (void);
McSmtpReply *mc_smtp_reply_parse (const char *bytes,
                                  gsize       length,
                                  GError    **error);
void         mc_smtp_reply_free (McSmtpReply *self);
gboolean     mc_smtp_reply_add_line (McSmtpReply *self,
                                     const char  *bytes,
                                     gsize        length,
                                     GError     **error);
gboolean     mc_smtp_reply_is_complete (McSmtpReply *self);
int          mc_smtp_reply_get_code (McSmtpReply *self);
guint        mc_smtp_reply_get_n_lines (McSmtpReply *self);
const char  *mc_smtp_reply_get_line (McSmtpReply *self,
                                     guint        position);
McMailReply *mc_smtp_reply_to_mail_reply (McSmtpReply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSmtpReply, mc_smtp_reply_free)

G_END_DECLS
