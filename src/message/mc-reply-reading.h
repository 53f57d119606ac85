/* mc-reply-reading.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-enums.h"
#include "mc-program-error.h"
#include "mc-reason.h"
#include "mc-reply-signatures.h"

G_BEGIN_DECLS

/**
 * McReplyReading:
 * @protocol: what the server spoke
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the enhanced status code
 * @response_code: (nullable): the response code of IMAP or POP3
 * @words: what the server said, safe to show
 * @provider: (nullable): whose server it is
 * @reason: what it is about
 * @cause: (nullable): id of the cause it points at
 * @signature: (nullable): the row that told the cause, which knows what else it can be
 * @program_error: (nullable): what it is, where no server but a mail program said it
 * @title: (nullable): what the code itself says, N_(), where neither reason nor cause tell
 * @explanation: (nullable): what that means, N_()
 * @is_permanent: whether the same would be refused again
 * @is_refusal: whether something went wrong
 * @is_code_only: whether nothing but codes of SMTP was there, no words
 *
 * What a server said, and what it means.
 */
typedef struct
{
  McProtocol   protocol;
  int          reply_code;
  char        *enhanced_code;
  char        *response_code;
  char        *words;
  const char  *provider;
  McReasonKind reason;
  const char  *cause;

  const McReplySignature *signature;
  const McProgramError   *program_error;

  const char *title;
  const char *explanation;
  gboolean    is_permanent;
  gboolean    is_refusal;
  gboolean    is_code_only;
} McReplyReading;

McReplyReading *mc_reply_reading_new (const char *text);
void            mc_reply_reading_free (McReplyReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McReplyReading, mc_reply_reading_free)

G_END_DECLS
