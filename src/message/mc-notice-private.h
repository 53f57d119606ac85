/* mc-notice-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mime.h"
#include "mc-notice.h"
#include "mc-refusal.h"

G_BEGIN_DECLS

/* How much of a text is looked at. */
#define MC_NOTICE_MAX_TEXT (256 * 1024)

/**
 * McNoticeParts:
 * @message: the message
 * @text: what is written for people, without the original message
 * @status: (nullable): the fields of RFC 3464
 * @feedback: (nullable): the fields of RFC 5965
 * @disposition: (nullable): the fields of RFC 8098
 * @original: (nullable): the header of the original message, or more of it
 * @inner: a message that came along as an attachment; without a header when there is none
 * @words: (nullable): @text, made comparable; see mc_notice_parts_get_words()
 * @decoded_inner: (nullable): the bytes of @inner where they came encoded
 *
 * A message taken apart.
 */
typedef struct
{
  McMimeEntity message;
  char        *text;
  char        *status;
  char        *feedback;
  char        *disposition;
  char        *original;
  McMimeEntity inner;
  McWords     *words;
  char        *decoded_inner;
} McNoticeParts;

McNoticeParts *mc_notice_parts_new (const McMimeEntity *message);
void           mc_notice_parts_free (McNoticeParts *self);
McWords       *mc_notice_parts_get_words (McNoticeParts *self);
char          *mc_notice_dup_field (const McMimeEntity *message,
                                    const char         *name);
char          *mc_notice_dup_header (const char *block,
                                     const char *name);
gint64         mc_notice_read_date (const char *text);
void           mc_notice_cut_original (char  *text,
                                       char **original);

void        mc_delivery_free (McDelivery *self);
McDelivery *mc_delivery_new (void);
void        mc_delivery_judge (McDelivery    *self,
                               const char    *region,
                               McNoticeParts *parts);

GPtrArray *mc_notice_read_fields (const char *text);
GPtrArray *mc_notice_read_text (const char        *text,
                                const char *const *recipients,
                                const char        *not_recipient);

gboolean mc_notice_sent_by_daemon (const McMimeEntity *message);
gboolean mc_notice_looks_like_one (const McMimeEntity *message,
                                   McWords            *words);
gboolean mc_notice_is_auto_reply (const McMimeEntity *message);
gboolean mc_notice_says_delayed (McWords *words);
gboolean mc_notice_says_delivered (McWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McNoticeParts, mc_notice_parts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McDelivery, mc_delivery_free)

G_END_DECLS
