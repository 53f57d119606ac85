/* mc-pop3-dialogue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-client.h"

G_BEGIN_DECLS

/**
 * McPop3Handler:
 * @bytes: a line of a multi-line reply, without dot-stuffing and end
 * @length: how many bytes
 * @data: what was given along
 */
typedef void (*McPop3Handler) (const char *bytes,
                               gsize       length,
                               gpointer    data);

McMailReply *mc_pop3_dialogue_read (McMailClient *client,
                                    McScope      *scope,
                                    gboolean      is_greeting,
                                    GError      **error);
McMailReply *mc_pop3_dialogue_run (McMailClient *client,
                                   McScope      *scope,
                                   const char   *command,
                                   GError      **error);
McMailReply *mc_pop3_dialogue_run_list (McMailClient *client,
                                        McScope      *scope,
                                        const char   *command,
                                        McPop3Handler handler,
                                        gpointer      data,
                                        GError      **error);
McMailReply *mc_pop3_dialogue_sign_in (McMailClient *client,
                                       McScope      *scope,
                                       const char   *mechanism,
                                       const char   *timestamp,
                                       const char   *user,
                                       McSecret     *secret,
                                       GError      **error);

G_END_DECLS
