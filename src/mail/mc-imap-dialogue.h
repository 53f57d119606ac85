/* mc-imap-dialogue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-imap-response.h"
#include "mc-mail-client.h"

G_BEGIN_DECLS

typedef struct _McImapDialogue McImapDialogue;

/**
 * McImapHandler:
 * @response: an untagged response
 * @data: what was given along
 *
 * Looks at what a server sends while a command runs. Capabilities and alerts are
 * kept without it.
 */
typedef void (*McImapHandler) (McImapResponse *response,
                               gpointer        data);

McImapDialogue *mc_imap_dialogue_new (McMailClient *client);
void            mc_imap_dialogue_free (McImapDialogue *self);
McMailClient   *mc_imap_dialogue_get_client (McImapDialogue *self);
gboolean        mc_imap_dialogue_told_capabilities (McImapDialogue *self);
McImapResponse *mc_imap_dialogue_get_goodbye (McImapDialogue *self);
void            mc_imap_dialogue_forget (McImapDialogue *self);
const char     *mc_imap_dialogue_begin (McImapDialogue *self);
McImapResponse *mc_imap_dialogue_read_greeting (McImapDialogue *self,
                                                McScope        *scope,
                                                GError        **error);
McImapResponse *mc_imap_dialogue_read (McImapDialogue *self,
                                       McScope        *scope,
                                       GError        **error);
McImapResponse *mc_imap_dialogue_await (McImapDialogue *self,
                                        McScope        *scope,
                                        McImapHandler   handler,
                                        gpointer        data,
                                        GError        **error);
McMailReply    *mc_imap_dialogue_run (McImapDialogue *self,
                                      McScope        *scope,
                                      const char     *command,
                                      McImapHandler   handler,
                                      gpointer        data,
                                      GError        **error);
McMailReply    *mc_imap_dialogue_make_reply (McImapDialogue *self,
                                             McImapResponse *response);
void            mc_imap_dialogue_take_status (McImapDialogue *self,
                                              McImapResponse *response);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McImapDialogue, mc_imap_dialogue_free)

G_END_DECLS
