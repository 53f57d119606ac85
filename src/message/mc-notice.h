/* mc-notice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-reason.h"
#include "mc-words.h"

G_BEGIN_DECLS

/* As many recipients of a notice are read. */
#define MC_NOTICE_MAX_DELIVERIES 500

/**
 * McNoticeKind:
 * @MC_NOTICE_NONE: an ordinary message
 * @MC_NOTICE_BOUNCE: tells of a delivery, good or bad (RFC 3464 and the many that follow no standard)
 * @MC_NOTICE_AUTO_REPLY: an automatic reply (RFC 3834)
 * @MC_NOTICE_FEEDBACK: a feedback report (RFC 5965)
 */
typedef enum
{
  MC_NOTICE_NONE,
  MC_NOTICE_BOUNCE,
  MC_NOTICE_AUTO_REPLY,
  MC_NOTICE_FEEDBACK,
} McNoticeKind;

/**
 * McDeliveryAction:
 *
 * What became of a delivery (RFC 3464 section 2.3.3).
 */
typedef enum
{
  MC_DELIVERY_FAILED,
  MC_DELIVERY_DELAYED,
  MC_DELIVERY_DELIVERED,
  MC_DELIVERY_RELAYED,
  MC_DELIVERY_EXPANDED,
} McDeliveryAction;

/**
 * McDelivery:
 * @action: what became of it
 * @recipient: (nullable): whom it was for in the end
 * @original_recipient: (nullable): whom the sender wrote to
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the enhanced status code
 * @diagnostic: (nullable): the words that decided
 * @smtp_command: (nullable): the command that was refused
 * @remote_host: (nullable): the server that was talked to
 * @reporting_host: (nullable): the server that writes
 * @last_attempt: when it was tried last, in seconds since 1970, or 0
 * @reason: why
 * @cause: (nullable): id of the cause it points at
 * @is_permanent: whether the same would be refused again
 * @is_final: whether nobody will try again
 *
 * What became of a message for one recipient. All texts are safe to show.
 */
typedef struct
{
  McDeliveryAction action;
  char            *recipient;
  char            *original_recipient;
  int              reply_code;
  char            *enhanced_code;
  char            *diagnostic;
  char            *smtp_command;
  char            *remote_host;
  char            *reporting_host;
  gint64           last_attempt;
  McReasonKind     reason;
  const char      *cause;
  gboolean         is_permanent;
  gboolean         is_final;
} McDelivery;

/**
 * McOriginal:
 *
 * What is known of the message that a notice is about; each may be %NULL. @date is
 * in seconds since 1970, or 0.
 */
typedef struct
{
  char  *subject;
  char  *from;
  char  *to;
  gint64 date;
  char  *message_id;
} McOriginal;

/**
 * McNotice:
 * @kind: what it is
 * @deliveries: (element-type McDelivery): in the order of the notice
 * @original: the message it is about
 *
 * A delivery notice that was read.
 */
typedef struct
{
  McNoticeKind kind;
  GPtrArray   *deliveries;
  McOriginal   original;
} McNotice;

McNotice   *mc_notice_parse (const char *data,
                             gsize       length);
void        mc_notice_free (McNotice *self);
gboolean    mc_notice_says_so (McWords *words);
const char *mc_delivery_action_get_id (McDeliveryAction action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McNotice, mc_notice_free)

G_END_DECLS
