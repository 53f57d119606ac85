/* mc-notice.c
 *
 * Delivery notices: the standard ones (RFC 3461, 3464, 6522, 6533) and the many others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gmime/gmime.h>
#include <string.h>

#include "mc-notice-private.h"
#include "mc-quotation.h"
#include "mc-text.h"
#include "mc-words.h"

#define MAX_NESTING 4
#define MAX_VALUE   500
#define MAX_GROUPS  100

/* Of a message no more is taken apart. */
#define MAX_BYTES (32 * 1024 * 1024)

static const char *const action_ids[] = {
  [MC_DELIVERY_FAILED] = "failed",
  [MC_DELIVERY_DELAYED] = "delayed",
  [MC_DELIVERY_DELIVERED] = "delivered",
  [MC_DELIVERY_RELAYED] = "relayed",
  [MC_DELIVERY_EXPANDED] = "expanded",
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InternetAddressList, g_object_unref)

static McNotice *parse_message (const McMimeEntity *message,
                                guint               depth);

McDelivery *
mc_delivery_new (void)
{
  McDelivery *self = g_new0 (McDelivery, 1);

  self->reason = MC_REASON_UNKNOWN;

  return self;
}

void
mc_delivery_free (McDelivery *self)
{
  g_free (self->recipient);
  g_free (self->original_recipient);
  g_free (self->enhanced_code);
  g_free (self->diagnostic);
  g_free (self->smtp_command);
  g_free (self->remote_host);
  g_free (self->reporting_host);
  g_free (self);
}

const char *
mc_delivery_action_get_id (McDeliveryAction action)
{
  g_return_val_if_fail ((gsize) action < G_N_ELEMENTS (action_ids), NULL);

  return action_ids[action];
}

static McNotice *
notice_new (McNoticeKind kind)
{
  McNotice *self = g_new0 (McNotice, 1);

  self->kind = kind;
  self->deliveries = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_delivery_free);

  return self;
}

void
mc_notice_free (McNotice *self)
{
  g_ptr_array_unref (self->deliveries);
  g_free (self->original.subject);
  g_free (self->original.from);
  g_free (self->original.to);
  g_free (self->original.message_id);
  g_free (self);
}

static void
take_header (char      **place,
             const char *block,
             const char *name)
{
  g_autofree char *value = mc_notice_dup_header (block, name);

  g_free (*place);
  *place = value != NULL ? mc_text_make_safe (value, -1, MAX_VALUE) : NULL;
}

static void
read_original (McNotice   *self,
               const char *block)
{
  g_autofree char *date = block != NULL ? mc_notice_dup_header (block, "Date") : NULL;

  if (block == NULL)
    return;

  take_header (&self->original.subject, block, "Subject");
  take_header (&self->original.from, block, "From");
  take_header (&self->original.to, block, "To");
  take_header (&self->original.message_id, block, "Message-ID");
  self->original.date = mc_notice_read_date (date);
}

static GStrv
list_recipients (GPtrArray *deliveries)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < deliveries->len; i++)
    {
      McDelivery *delivery = g_ptr_array_index (deliveries, i);

      g_strv_builder_add (builder, delivery->recipient);
    }

  return g_strv_builder_end (builder);
}

/* Fills in what each delivery’s fields leave open from the part for people. */
static void
judge_fields (GPtrArray     *deliveries,
              McNoticeParts *parts)
{
  g_auto (GStrv)        recipients = list_recipients (deliveries);
  g_autoptr (GPtrArray) regions = mc_notice_read_text (parts->text, (const char *const *) recipients, NULL);

  for (guint i = 0; i < deliveries->len; i++)
    {
      McDelivery *delivery = g_ptr_array_index (deliveries, i);
      McDelivery *region = i < regions->len ? g_ptr_array_index (regions, i) : NULL;

      mc_delivery_judge (delivery, region != NULL ? region->diagnostic : NULL, deliveries->len == 1 ? parts : NULL);
    }
}

static McNotice *
new_from_fields (McNoticeParts *parts,
                 const char    *fields)
{
  g_autoptr (GPtrArray) deliveries = fields != NULL ? mc_notice_read_fields (fields) : NULL;
  McNotice             *self;

  if (deliveries == NULL || deliveries->len == 0)
    return NULL;

  judge_fields (deliveries, parts);
  self = notice_new (MC_NOTICE_BOUNCE);
  g_ptr_array_unref (self->deliveries);
  self->deliveries = g_steal_pointer (&deliveries);

  return self;
}

/* X-Failed-Recipients, as Exim and Google write it. */
static GStrv
list_failed_recipients (McNoticeParts *parts)
{
  g_autofree char         *value = mc_notice_dup_field (&parts->message, "X-Failed-Recipients");
  g_auto (GStrv)           pieces = g_strsplit (value != NULL ? value : "", ",", MC_NOTICE_MAX_DELIVERIES);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_strstrip (pieces[i]);
      if (*pieces[i] != '\0')
        g_strv_builder_add (builder, pieces[i]);
    }

  return g_strv_builder_end (builder);
}

static McDeliveryAction
read_action (McWords *words)
{
  if (mc_notice_says_delayed (words))
    return MC_DELIVERY_DELAYED;
  if (mc_notice_says_delivered (words))
    return MC_DELIVERY_DELIVERED;

  return MC_DELIVERY_FAILED;
}

/* The host that writes, where nothing but the sender tells. */
static char *
dup_sender_host (McNoticeParts *parts)
{
  g_autofree char *from = mc_notice_dup_field (&parts->message, "From");
  const char      *at = from != NULL ? strrchr (from, '@') : NULL;

  return at != NULL ? mc_text_make_safe (at + 1, (gssize) strcspn (at + 1, "> \t()"), 255) : NULL;
}

static McNotice *
new_from_text (McNoticeParts     *parts,
               McWords           *words,
               const char *const *recipients,
               const char        *not_recipient)
{
  g_autoptr (GPtrArray) deliveries = mc_notice_read_text (parts->text, recipients, not_recipient);
  McDeliveryAction      action = read_action (words);
  McNotice             *self;

  if (deliveries->len == 0)
    return NULL;

  for (guint i = 0; i < deliveries->len; i++)
    {
      McDelivery      *delivery = g_ptr_array_index (deliveries, i);
      g_autofree char *region = g_steal_pointer (&delivery->diagnostic);

      delivery->action = action;
      mc_delivery_judge (delivery, region, deliveries->len == 1 ? parts : NULL);
      if (delivery->reporting_host == NULL)
        delivery->reporting_host = dup_sender_host (parts);
    }

  self = notice_new (MC_NOTICE_BOUNCE);
  g_ptr_array_unref (self->deliveries);
  self->deliveries = g_steal_pointer (&deliveries);

  return self;
}

/* A message that came along as an attachment, or as text with its header. */
static McNotice *
parse_inner (McNoticeParts *parts,
             guint          depth)
{
  McMimeEntity message = parts->inner;
  McNotice    *notice;

  if (depth >= MAX_NESTING)
    return NULL;
  if (message.header == NULL && parts->original != NULL)
    mc_mime_entity_init (&message, parts->original, strlen (parts->original));
  if (message.header == NULL)
    return NULL;

  notice = parse_message (&message, depth + 1);
  if (notice->kind == MC_NOTICE_BOUNCE)
    return notice;

  mc_notice_free (notice);
  return NULL;
}

/* GMime goes as deep as groups are nested, which RFC 5322 section 3.4 does not allow. */
static void
cut_groups (char *list)
{
  guint n = 0;

  for (char *p = strchr (list, ':'); p != NULL; p = strchr (p + 1, ':'))
    {
      if (++n > MAX_GROUPS)
        {
          *p = '\0';
          return;
        }
    }
}

static InternetAddressList *
parse_addresses (char *list)
{
  if (list == NULL)
    return NULL;

  cut_groups (list);
  return internet_address_list_parse (NULL, list);
}

/* The recipient of the original message, where a notice names none. */
static GStrv
list_original_recipients (McNoticeParts *parts)
{
  g_autofree char                *to = mc_notice_dup_header (parts->original, "To");
  g_autoptr (InternetAddressList) list = parse_addresses (to);
  g_autoptr (GStrvBuilder)        builder = g_strv_builder_new ();

  for (int i = 0; list != NULL && i < MIN (internet_address_list_length (list), MC_NOTICE_MAX_DELIVERIES); i++)
    {
      InternetAddress *address = internet_address_list_get_address (list, i);
      const char      *mailbox = NULL;

      if (INTERNET_ADDRESS_IS_MAILBOX (address))
        mailbox = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address));
      if (mailbox != NULL)
        g_strv_builder_add (builder, mailbox);
    }

  return g_strv_builder_end (builder);
}

/* A notice that has no fields: recipients that its lines name, a notice within, the recipients of the original. */
static McNotice *
read_plain_notice (McNoticeParts *parts,
                   McWords       *words,
                   guint          depth)
{
  g_auto (GStrv)   failed = list_failed_recipients (parts);
  g_auto (GStrv)   original = NULL;
  g_autofree char *not_recipient = NULL;
  g_autofree char *from = mc_notice_dup_field (&parts->message, "From");
  g_autofree char *to = mc_notice_dup_field (&parts->message, "To");
  McNotice        *notice = new_from_text (parts, words, failed[0] != NULL ? (const char *const *) failed : NULL, NULL);

  if (notice == NULL)
    notice = parse_inner (parts, depth);
  if (notice != NULL)
    return notice;

  original = list_original_recipients (parts);
  if (original[0] != NULL)
    return new_from_text (parts, words, (const char *const *) original, NULL);

  not_recipient = g_strconcat (from != NULL ? from : "", " ", to != NULL ? to : "", NULL);
  return new_from_text (parts, words, NULL, not_recipient);
}

static void
add_plain_delivery (McNotice        *self,
                    McReasonKind     reason,
                    McDeliveryAction action,
                    const char      *recipient,
                    const char      *diagnostic)
{
  McDelivery *delivery = mc_delivery_new ();

  delivery->action = action;
  delivery->reason = reason;
  delivery->is_final = TRUE;
  delivery->recipient = recipient != NULL ? mc_text_make_safe (recipient, -1, MAX_VALUE) : NULL;
  delivery->diagnostic = diagnostic != NULL ? mc_text_make_safe (diagnostic, -1, MAX_VALUE) : NULL;
  g_ptr_array_add (self->deliveries, delivery);
}

/* RFC 5965: a recipient for each Original-Rcpt-To. */
static McNotice *
new_feedback (McNoticeParts *parts)
{
  McNotice        *self = notice_new (MC_NOTICE_FEEDBACK);
  g_autofree char *type = mc_notice_dup_header (parts->feedback, "Feedback-Type");
  const char      *rest = parts->feedback;

  for (const char *line = rest; line != NULL && *line != '\0'; line = strchr (line, '\n'))
    {
      line += *line == '\n' ? 1 : 0;
      if (mc_text_has_prefix (line, "original-rcpt-to:") && self->deliveries->len < MC_NOTICE_MAX_DELIVERIES)
        {
          g_autofree char *recipient = mc_notice_dup_header (line, "Original-Rcpt-To");

          add_plain_delivery (self, MC_REASON_COMPLAINT, MC_DELIVERY_DELIVERED, recipient, type);
        }
    }

  if (self->deliveries->len == 0)
    {
      g_autofree char *to = mc_notice_dup_header (parts->original, "To");

      add_plain_delivery (self, MC_REASON_COMPLAINT, MC_DELIVERY_DELIVERED, to, type);
    }

  return self;
}

/* A read receipt (RFC 8098) says that the message arrived. */
static McNotice *
new_disposition (McNoticeParts *parts)
{
  McNotice        *self = notice_new (MC_NOTICE_BOUNCE);
  g_autofree char *recipient = mc_notice_dup_header (parts->disposition, "Final-Recipient");
  g_autofree char *disposition = mc_notice_dup_header (parts->disposition, "Disposition");
  const char      *address = recipient != NULL ? strchr (recipient, ';') : NULL;

  add_plain_delivery (self, MC_REASON_DELIVERED, MC_DELIVERY_DELIVERED,
                      address != NULL ? address + 1 + strspn (address + 1, " ") : recipient, disposition);

  return self;
}

/* Microsoft’s reports name neither a type nor fields. */
static gboolean
is_plain_complaint (McNoticeParts *parts)
{
  g_autofree char *subject = mc_notice_dup_field (&parts->message, "Subject");
  g_autofree char *from = mc_notice_dup_field (&parts->message, "From");

  return parts->inner.header != NULL && subject != NULL && from != NULL && strstr (from, "staff@hotmail.com") != NULL &&
         mc_text_has_prefix (subject + strspn (subject, " "), "complaint about message");
}

static McNotice *
parse_forwarded (const char *text,
                 guint       depth)
{
  g_autofree char *forwarded = depth < MAX_NESTING ? mc_quotation_dup_forwarded (text) : NULL;
  McMimeEntity     message;
  McNotice        *notice;

  if (forwarded == NULL)
    return NULL;

  mc_mime_entity_init (&message, forwarded, strlen (forwarded));
  notice = parse_message (&message, depth + 1);
  if (notice->kind == MC_NOTICE_BOUNCE)
    return notice;

  mc_notice_free (notice);
  return NULL;
}

static McNotice *
read_parts (McNoticeParts *parts,
            guint          depth)
{
  McWords  *words;
  McNotice *notice;

  if (parts->feedback != NULL || is_plain_complaint (parts))
    return new_feedback (parts);
  if ((notice = new_from_fields (parts, parts->status)) != NULL)
    return notice;
  if (parts->disposition != NULL)
    return new_disposition (parts);

  words = mc_notice_parts_get_words (parts);
  if (mc_notice_looks_like_one (&parts->message, words))
    {
      notice = new_from_fields (parts, parts->text);
      if (notice == NULL)
        notice = read_plain_notice (parts, words, depth);
      if (notice != NULL)
        return notice;
    }

  if (mc_notice_is_auto_reply (&parts->message))
    {
      g_autofree char *from = mc_notice_dup_field (&parts->message, "From");

      notice = notice_new (MC_NOTICE_AUTO_REPLY);
      add_plain_delivery (notice, MC_REASON_VACATION, MC_DELIVERY_DELIVERED, from, NULL);
      return notice;
    }

  if (parts->inner.header != NULL && (notice = parse_inner (parts, depth)) != NULL)
    return notice;

  return parse_forwarded (parts->text, depth);
}

static McNotice *
parse_message (const McMimeEntity *message,
               guint               depth)
{
  g_autoptr (McNoticeParts) parts = mc_notice_parts_new (message);
  McNotice                 *notice = read_parts (parts, depth);

  if (notice == NULL)
    notice = notice_new (MC_NOTICE_NONE);
  if (notice->original.from == NULL && notice->original.subject == NULL)
    read_original (notice, parts->original);

  return notice;
}

/* Lines that end in LF, without a line of an mbox before the header. */
static char *
dup_lines (const char *data,
           gsize       length,
           gsize      *new_length)
{
  const char *end;
  char       *copy;
  gsize       n = 0;

  if (length >= 5 && memcmp (data, "From ", 5) == 0)
    {
      const char *line = memchr (data, '\n', length);
      gsize       skip = line != NULL ? (gsize) (line + 1 - data) : length;

      data += skip;
      length -= skip;
    }

  end = data + MIN (length, MAX_BYTES);
  copy = g_malloc ((gsize) (end - data) + 1);
  while (data < end)
    {
      const char *cr = memchr (data, '\r', (gsize) (end - data));
      gsize       span = (gsize) ((cr != NULL ? cr : end) - data);

      memcpy (copy + n, data, span);
      n += span;
      data += span;
      if (cr != NULL && (++data == end || *data != '\n'))
        copy[n++] = '\n';
    }

  copy[n] = '\0';
  *new_length = n;
  return copy;
}

/**
 * mc_notice_parse:
 * @data: a message (RFC 5322), with any line ends
 * @length: how many bytes
 *
 * Reads a message as a delivery notice. Nothing in it is trusted: depth, number of
 * parts, and what is kept of each text are bounded.
 *
 * Returns: (transfer full): what it tells; of the kind %MC_NOTICE_NONE, without
 *   deliveries, when it is an ordinary message
 */
McNotice *
mc_notice_parse (const char *data,
                 gsize       length)
{
  gsize            new_length;
  g_autofree char *lines = dup_lines (data, length, &new_length);
  McMimeEntity     message;

  g_mime_init ();
  mc_mime_entity_init (&message, lines, new_length);

  return parse_message (&message, 0);
}
