/* mc-reason.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-fixer.h"

G_BEGIN_DECLS

#define MC_REASON_MAX_STEPS 4

/**
 * McReasonKind:
 *
 * Why a message came back, or what a reply is about; the ids of contract section 5, in their order.
 */
typedef enum
{
  MC_REASON_DELIVERED,
  MC_REASON_DELAYED,
  MC_REASON_RECIPIENT_UNKNOWN,
  MC_REASON_RECIPIENT_MOVED,
  MC_REASON_ADDRESS_INVALID,
  MC_REASON_MAILBOX_DISABLED,
  MC_REASON_MAILBOX_FULL,
  MC_REASON_MESSAGE_TOO_LARGE,
  MC_REASON_HOST_UNKNOWN,
  MC_REASON_NO_MAIL_SERVICE,
  MC_REASON_NETWORK_ERROR,
  MC_REASON_EXPIRED,
  MC_REASON_MAIL_LOOP,
  MC_REASON_RELAY_DENIED,
  MC_REASON_FILTERED,
  MC_REASON_RECIPIENT_RESTRICTED,
  MC_REASON_BLOCKED,
  MC_REASON_REVERSE_DNS,
  MC_REASON_BAD_REPUTATION,
  MC_REASON_SPAM,
  MC_REASON_VIRUS,
  MC_REASON_CONTENT_REJECTED,
  MC_REASON_AUTHENTICATION_FAILED,
  MC_REASON_TLS_FAILED,
  MC_REASON_SIGN_IN_REQUIRED,
  MC_REASON_RATE_LIMITED,
  MC_REASON_GREYLISTED,
  MC_REASON_POLICY,
  MC_REASON_SENDER_REJECTED,
  MC_REASON_SENDER_SUSPENDED,
  MC_REASON_NOT_COMPLIANT,
  MC_REASON_SYSTEM_FULL,
  MC_REASON_SYSTEM_ERROR,
  MC_REASON_MAILER_ERROR,
  MC_REASON_PROTOCOL_ERROR,
  MC_REASON_NOT_SUPPORTED,
  MC_REASON_VACATION,
  MC_REASON_COMPLAINT,
  MC_REASON_SUPPRESSED,
  MC_REASON_UNKNOWN,
} McReasonKind;

#define MC_N_REASONS (MC_REASON_UNKNOWN + 1)

/**
 * McReason:
 * @id: the public id, fixed once released (contract section 5)
 * @fixed_by: who can remove it
 * @fixer: (nullable): that in the words of this reason, N_(), where the usual ones would mislead
 * @cause: (nullable): id of the cause it points at
 * @title: one short sentence, N_()
 * @explanation: what it means, N_()
 * @steps: what the sender can do, in order, N_(), %NULL-terminated
 * @request: (nullable): what to ask of whoever has to act, N_()
 *
 * A row of the reason table.
 */
typedef struct
{
  const char *id;
  McFixer     fixed_by;
  const char *fixer;
  const char *cause;
  const char *title;
  const char *explanation;
  const char *steps[MC_REASON_MAX_STEPS + 1];
  const char *request;
} McReason;

const McReason *mc_reason_get (McReasonKind kind);
gboolean        mc_reason_from_id (const char   *id,
                                   McReasonKind *kind);
char           *mc_reason_dup_letter (const McReason *reason,
                                      const char     *recipient,
                                      const char     *words);

G_END_DECLS
