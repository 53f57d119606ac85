/* mc-mail-reply.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MC_TYPE_MAIL_REPLY (mc_mail_reply_get_type ())

typedef struct _McMailReply McMailReply;

/**
 * McMailReplyStatus:
 * @MC_MAIL_REPLY_ACCEPTED: done as asked
 * @MC_MAIL_REPLY_TEMPORARY: not now, for a reason that passes
 * @MC_MAIL_REPLY_REFUSED: no
 * @MC_MAIL_REPLY_PROTOCOL_ERROR: the server did not understand or allow the command
 * @MC_MAIL_REPLY_CLOSING: the server ended the dialogue instead
 *
 * What an answer comes to, the same for each protocol.
 */
typedef enum
{
  MC_MAIL_REPLY_ACCEPTED,
  MC_MAIL_REPLY_TEMPORARY,
  MC_MAIL_REPLY_REFUSED,
  MC_MAIL_REPLY_PROTOCOL_ERROR,
  MC_MAIL_REPLY_CLOSING,
} McMailReplyStatus;

GType             mc_mail_reply_get_type (void) G_GNUC_CONST;
McMailReply      *mc_mail_reply_new (McMailReplyStatus status,
                                     const char       *text,
                                     gssize            length);
McMailReply      *mc_mail_reply_ref (McMailReply *self);
void              mc_mail_reply_unref (McMailReply *self);
McMailReplyStatus mc_mail_reply_get_status (McMailReply *self);
gboolean          mc_mail_reply_is_accepted (McMailReply *self);
const char       *mc_mail_reply_get_text (McMailReply *self);
const char       *mc_mail_reply_get_alert (McMailReply *self);
const char       *mc_mail_reply_get_response_code (McMailReply *self);
int               mc_mail_reply_get_reply_code (McMailReply *self);
const char       *mc_mail_reply_get_enhanced_code (McMailReply *self);
const char       *mc_mail_reply_get_oauth_status (McMailReply *self);
void              mc_mail_reply_set_alert (McMailReply *self,
                                           const char  *alert);
void              mc_mail_reply_set_response_code (McMailReply *self,
                                                   const char  *response_code);
void              mc_mail_reply_set_reply_code (McMailReply *self,
                                                int          reply_code,
                                                const char  *enhanced_code);
void              mc_mail_reply_set_oauth_status (McMailReply *self,
                                                  const char  *oauth_status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McMailReply, mc_mail_reply_unref)

G_END_DECLS
