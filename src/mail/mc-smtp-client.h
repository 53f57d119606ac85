/* mc-smtp-client.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-client.h"

G_BEGIN_DECLS

#define MC_TYPE_SMTP_CLIENT (mc_smtp_client_get_type ())

G_DECLARE_FINAL_TYPE (McSmtpClient, mc_smtp_client, MC, SMTP_CLIENT, McMailClient)

McMailClient *mc_smtp_client_new (McConnection *connection);
guint64       mc_smtp_client_get_size_limit (McSmtpClient *self);
gboolean      mc_smtp_client_try_sender (McSmtpClient *self,
                                         McScope      *scope,
                                         const char   *from,
                                         const char   *to,
                                         McMailReply **from_reply,
                                         McMailReply **to_reply,
                                         GError      **error);

G_END_DECLS
