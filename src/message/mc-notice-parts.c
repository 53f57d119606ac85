/* mc-notice-parts.c
 *
 * A message taken apart: what is for people, what is for programs, what came back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gmime/gmime.h>
#include <string.h>

#include "mc-markup-text.h"
#include "mc-message-text.h"
#include "mc-notice-private.h"

/* Of the value of a header no more is looked at. */
#define MAX_VALUE (64 * 1024)

typedef struct
{
  McNoticeParts *parts;
  GString       *text;
  char          *markup;
} Walk;

/* The content of a part, decoded, as UTF-8; no more than is looked at. */
static char *
dup_content (const McMimeEntity *part,
             const char         *type)
{
  g_autofree char *charset = mc_mime_dup_parameter (type, "charset");
  gsize            length;
  g_autofree char *content = mc_mime_entity_dup_content (part, 2 * MC_NOTICE_MAX_TEXT, &length);

  return mc_message_text_decode (content, MIN (length, MC_NOTICE_MAX_TEXT), charset);
}

static char *
dup_header_block (const McMimeEntity *message)
{
  return mc_message_text_decode (message->header, MIN (message->header_length, MC_NOTICE_MAX_TEXT), NULL);
}

/* Parts of one kind go together, up to what is looked at. */
static void
take (char **place,
      char  *text)
{
  if (*place == NULL)
    *place = text;
  else if (strlen (*place) >= MC_NOTICE_MAX_TEXT)
    g_free (text);
  else
    {
      g_autofree char *first = *place;
      g_autofree char *second = text;

      *place = g_strconcat (first, "\n\n", second, NULL);
    }
}

/* What came along as a message. Some systems encode it, which RFC 2046 section 5.2.1 does not allow. */
static void
take_message (McNoticeParts      *self,
              const McMimeEntity *part)
{
  gsize length;

  if (self->inner.header != NULL)
    return;

  if (part->header_length > 0)
    {
      self->decoded_inner = mc_mime_entity_dup_content (part, part->body_length, &length);
      mc_mime_entity_init (&self->inner, self->decoded_inner, length);
    }
  take (&self->original, dup_header_block (&self->inner));
}

static void
on_part (const McMimeEntity *part,
         const char         *type,
         gpointer            user_data)
{
  Walk          *walk = user_data;
  McNoticeParts *self = walk->parts;

  if (mc_mime_is_type (type, "message/rfc822") || mc_mime_is_type (type, "message/global"))
    take_message (self, part);
  else if (mc_mime_is_type (type, "message/delivery-status") || mc_mime_is_type (type, "message/global-delivery-status"))
    take (&self->status, dup_content (part, type));
  else if (mc_mime_is_type (type, "message/feedback-report"))
    take (&self->feedback, dup_content (part, type));
  else if (mc_mime_is_type (type, "message/disposition-notification") ||
           mc_mime_is_type (type, "message/global-disposition-notification"))
    take (&self->disposition, dup_content (part, type));
  else if (mc_mime_is_type (type, "text/rfc822-headers") || mc_mime_is_type (type, "message/global-headers") ||
           mc_mime_is_type (type, "message/rfc822-headers"))
    take (&self->original, dup_content (part, type));
  else if (mc_mime_is_type (type, "text/html"))
    take (&walk->markup, dup_content (part, type));
  else if (mc_mime_is_type (type, "text/") && walk->text->len < MC_NOTICE_MAX_TEXT)
    {
      g_autofree char *content = dup_content (part, type);

      g_string_append_printf (walk->text, "%s\n", content);
    }
}

/* Where boundaries are wrong, or a gateway lost the content type, all of the body is text. */
static char *
dup_raw_body (const McMimeEntity *message)
{
  return mc_message_text_decode (message->body, MIN (message->body_length, MC_NOTICE_MAX_TEXT), NULL);
}

/**
 * mc_notice_parts_new:
 * @message: a message
 *
 * Returns: (transfer full): its parts; the bytes of @message must outlive them
 */
McNoticeParts *
mc_notice_parts_new (const McMimeEntity *message)
{
  McNoticeParts   *self = g_new0 (McNoticeParts, 1);
  Walk             walk = { .parts = self, .text = g_string_new (NULL) };
  g_autofree char *in_text = NULL;

  self->message = *message;
  mc_mime_entity_walk (message, on_part, &walk);

  if (walk.markup != NULL && strspn (walk.text->str, " \t\r\n") == walk.text->len)
    {
      g_autofree char *text = mc_markup_text_extract (walk.markup);

      g_string_append (walk.text, text);
    }
  g_free (walk.markup);
  self->text = g_string_free_and_steal (walk.text);

  if (self->status == NULL && self->feedback == NULL && self->original == NULL && strspn (self->text, " \t\r\n") == strlen (self->text))
    {
      g_free (self->text);
      self->text = dup_raw_body (message);
    }

  mc_notice_cut_original (self->text, &in_text);
  if (self->original == NULL)
    self->original = g_steal_pointer (&in_text);

  return self;
}

void
mc_notice_parts_free (McNoticeParts *self)
{
  g_clear_pointer (&self->words, mc_words_free);
  g_free (self->decoded_inner);
  g_free (self->text);
  g_free (self->status);
  g_free (self->feedback);
  g_free (self->disposition);
  g_free (self->original);
  g_free (self);
}

/**
 * mc_notice_dup_field:
 * @message: a message
 * @name: the name of a header field
 *
 * Returns: (transfer full) (nullable): its value, unfolded and decoded (RFC 2047), as valid UTF-8
 */
char *
mc_notice_dup_field (const McMimeEntity *message,
                     const char         *name)
{
  g_autofree char *raw = mc_mime_entity_dup_field (message, name);
  g_autofree char *text = raw != NULL ? mc_message_text_decode (raw, strlen (raw), NULL) : NULL;

  return text != NULL ? g_mime_utils_header_decode_text (NULL, text) : NULL;
}

/**
 * mc_notice_parts_get_words:
 * @self: the parts of a message
 *
 * Returns: (transfer none): what is written for people, made comparable
 */
McWords *
mc_notice_parts_get_words (McNoticeParts *self)
{
  if (self->words == NULL)
    self->words = mc_words_new (self->text);

  return self->words;
}

/* Where the value of a header begins, or %NULL. */
static const char *
find_header (const char *block,
             const char *name)
{
  gsize length = strlen (name);

  for (const char *line = block; line != NULL && *line != '\0'; line = strchr (line, '\n'))
    {
      line += *line == '\n' ? 1 : 0;
      if (g_ascii_strncasecmp (line, name, length) == 0 && line[length + strspn (line + length, " \t")] == ':')
        return strchr (line + length, ':') + 1;
      if (*line == '\n' && line != block)
        return NULL;
    }

  return NULL;
}

/**
 * mc_notice_dup_header:
 * @block: header fields, and perhaps a body
 * @name: the name of one
 *
 * Returns: (transfer full) (nullable): its value, unfolded and decoded (RFC 2047)
 */
char *
mc_notice_dup_header (const char *block,
                      const char *name)
{
  g_autoptr (GString) value = NULL;
  const char         *p = block != NULL ? find_header (block, name) : NULL;

  if (p == NULL)
    return NULL;

  value = g_string_new (NULL);
  for (;;)
    {
      gsize length = strcspn (p, "\n");

      g_string_append_len (value, p, (gssize) length);
      p += length;
      if (*p == '\0' || (p[1] != ' ' && p[1] != '\t') || value->len > MAX_VALUE)
        break;
      p++;
    }

  g_string_truncate (value, MAX_VALUE);
  g_strstrip (value->str);
  return *value->str != '\0' ? g_mime_utils_header_decode_text (NULL, value->str) : NULL;
}

/**
 * mc_notice_read_date:
 * @text: (nullable): a date (RFC 5322 section 3.3)
 *
 * Returns: it in seconds since 1970, or 0
 */
gint64
mc_notice_read_date (const char *text)
{
  g_autoptr (GDateTime) date = text != NULL && strlen (text) < 200 ? g_mime_utils_header_decode_date (text) : NULL;

  return date != NULL ? g_date_time_to_unix (date) : 0;
}
