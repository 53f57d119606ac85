/* mc-reply-signatures.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-enums.h"

G_BEGIN_DECLS

#define MC_REPLY_SIGNATURE_MAX_ALTERNATIVES 4

/**
 * McReplySignature:
 * @protocols: bits `1 << McProtocol` it holds for
 * @hosts: (nullable): domains, the server's name must be in one of them
 * @response_code: (nullable): the response code of IMAP or POP3
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the SMTP enhanced status code
 * @text: (nullable): words that the reply holds, ASCII case ignored
 * @cause: id of the cause it points at
 * @alternatives: ids of what else the same reply is used for, likeliest first
 * @confidence: from 0 to 1
 * @decided_by: (nullable): what would decide between them, N_()
 *
 * A row: what a server's refusal means.
 */
typedef struct
{
  guint              protocols;
  const char *const *hosts;
  const char        *response_code;
  int                reply_code;
  const char        *enhanced_code;
  const char        *text;
  const char        *cause;
  const char        *alternatives[MC_REPLY_SIGNATURE_MAX_ALTERNATIVES + 1];
  double             confidence;
  const char        *decided_by;
} McReplySignature;

const McReplySignature *mc_reply_signature_table (gsize *n_rows);
const McReplySignature *mc_reply_signature_match (McProtocol  protocol,
                                                  const char *host,
                                                  const char *response_code,
                                                  int         reply_code,
                                                  const char *enhanced_code,
                                                  const char *text);

G_END_DECLS
