/* mc-reply-status.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-enums.h"
#include "mc-reason.h"

G_BEGIN_DECLS

/**
 * McReplyStatus:
 * @protocol: which protocol has it
 * @word: how an answer of this kind begins
 * @is_good: whether nothing went wrong
 * @reason: what it is about
 * @title: what it says where nothing else is known, N_()
 * @explanation: what that means, N_()
 *
 * A row: what an answer of an IMAP or POP3 server says by its first word.
 */
typedef struct
{
  McProtocol   protocol;
  const char  *word;
  gboolean     is_good;
  McReasonKind reason;
  const char  *title;
  const char  *explanation;
} McReplyStatus;

const McReplyStatus *mc_reply_status_find_refusal (McProtocol   protocol,
                                                   const char  *text,
                                                   const char **start);
const McReplyStatus *mc_reply_status_find_success (const char *text);

G_END_DECLS
