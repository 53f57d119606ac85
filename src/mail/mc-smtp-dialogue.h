/* mc-smtp-dialogue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-client.h"
#include "mc-smtp-reply.h"

G_BEGIN_DECLS

McSmtpReply *mc_smtp_dialogue_read_greeting (McMailClient *client,
                                             McScope      *scope,
                                             GError      **error);
McSmtpReply *mc_smtp_dialogue_read (McMailClient *client,
                                    McScope      *scope,
                                    GError      **error);
McSmtpReply *mc_smtp_dialogue_run (McMailClient *client,
                                   McScope      *scope,
                                   const char   *command,
                                   GError      **error);
McMailReply *mc_smtp_dialogue_sign_in (McMailClient *client,
                                       McScope      *scope,
                                       const char   *mechanism,
                                       const char   *user,
                                       McSecret     *secret,
                                       GError      **error);

G_END_DECLS
