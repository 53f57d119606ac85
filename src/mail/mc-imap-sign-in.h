/* mc-imap-sign-in.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-imap-dialogue.h"

G_BEGIN_DECLS

McMailReply *mc_imap_sign_in (McImapDialogue *dialogue,
                              McScope        *scope,
                              const char     *mechanism,
                              const char     *user,
                              McSecret       *secret,
                              GError        **error);

G_END_DECLS
