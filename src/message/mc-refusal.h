/* mc-refusal.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-reason.h"
#include "mc-words.h"

G_BEGIN_DECLS

/**
 * McRefusalPhase:
 * @MC_REFUSAL_PHASE_UNKNOWN: not told
 * @MC_REFUSAL_PHASE_CONNECT: at the greeting, HELO or EHLO
 * @MC_REFUSAL_PHASE_MAIL: at MAIL FROM
 * @MC_REFUSAL_PHASE_RCPT: at RCPT TO
 * @MC_REFUSAL_PHASE_DATA: at DATA, or after the message
 *
 * How far a transfer got.
 */
typedef enum
{
  MC_REFUSAL_PHASE_UNKNOWN,
  MC_REFUSAL_PHASE_CONNECT,
  MC_REFUSAL_PHASE_MAIL,
  MC_REFUSAL_PHASE_RCPT,
  MC_REFUSAL_PHASE_DATA,
} McRefusalPhase;

/**
 * McRefusal:
 * @text: (nullable): what was said
 * @context: (nullable): other text around it, which counts where @text does not tell
 * @host: (nullable): who said it
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the enhanced status code
 * @phase: when it was said
 *
 * What is known about why a message was not taken.
 */
typedef struct
{
  const char    *text;
  const char    *context;
  const char    *host;
  int            reply_code;
  const char    *enhanced_code;
  McRefusalPhase phase;
} McRefusal;

McReasonKind mc_refusal_decide (const McRefusal *self);
McReasonKind mc_refusal_decide_words (const McRefusal *self,
                                      McWords         *text,
                                      McWords         *context);
gboolean     mc_refusal_says_expired (McWords *words);
gboolean     mc_refusal_says_gave_up (McWords *words);
const char  *mc_refusal_name_provider (const McRefusal *self);
gboolean     mc_refusal_is_clear (const char *text);
const char  *mc_refusal_find_clear (McWords *words);
McReasonKind mc_refusal_read_codes (const char *provider,
                                    int         reply_code,
                                    const char *enhanced_code);
const char  *mc_refusal_find_cause (McReasonKind reason,
                                    const char  *text);

G_END_DECLS
