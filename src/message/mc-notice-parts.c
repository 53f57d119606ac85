/* mc-notice-parts.c
 *
 * A message taken apart: what is for people, what is for programs, what came back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-markup-text.h"
#include "mc-message-text.h"
#include "mc-notice-private.h"

#define MAX_DEPTH 32
#define MAX_PARTS 500

typedef struct
{
  McNoticeParts *parts;
  GString       *text;
  char          *markup;
  guint          n_parts;
} Walk;

/* The content of a part, decoded, as UTF-8; no more than is looked at. */
static char *
dup_content (GMimePart *part)
{
  GMimeDataWrapper       *content = g_mime_part_get_content (part);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GByteArray             *bytes;

  if (content == NULL)
    return g_strdup ("");

  g_mime_data_wrapper_write_to_stream (content, stream);
  bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));

  return mc_message_text_decode ((const char *) bytes->data, MIN (bytes->len, MC_NOTICE_MAX_TEXT),
                                 g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset"));
}

static char *
dup_header_block (GMimeMessage *message)
{
  g_autofree char *headers = g_mime_object_get_headers (GMIME_OBJECT (message), NULL);

  return mc_message_text_decode (headers, MIN (strlen (headers), MC_NOTICE_MAX_TEXT), NULL);
}

static void
take (char **place,
      char  *text)
{
  if (*place == NULL)
    *place = text;
  else
    {
      g_autofree char *first = *place;
      g_autofree char *second = text;

      *place = g_strconcat (first, "\n\n", second, NULL);
    }
}

static void
take_part (Walk      *walk,
           GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  McNoticeParts    *self = walk->parts;

  if (g_mime_content_type_is_type (type, "message", "delivery-status") ||
      g_mime_content_type_is_type (type, "message", "global-delivery-status"))
    take (&self->status, dup_content (part));
  else if (g_mime_content_type_is_type (type, "message", "feedback-report"))
    take (&self->feedback, dup_content (part));
  else if (g_mime_content_type_is_type (type, "message", "disposition-notification") ||
           g_mime_content_type_is_type (type, "message", "global-disposition-notification"))
    take (&self->disposition, dup_content (part));
  else if (g_mime_content_type_is_type (type, "text", "rfc822-headers") ||
           g_mime_content_type_is_type (type, "message", "global-headers") ||
           g_mime_content_type_is_type (type, "message", "rfc822-headers"))
    take (&self->original, dup_content (part));
  else if (g_mime_content_type_is_type (type, "text", "html"))
    take (&walk->markup, dup_content (part));
  else if (g_mime_content_type_is_type (type, "text", "*") && walk->text->len < MC_NOTICE_MAX_TEXT)
    {
      g_autofree char *content = dup_content (part);

      g_string_append_printf (walk->text, "%s\n", content);
    }
}

static void
walk_object (Walk        *walk,
             GMimeObject *object,
             guint        depth)
{
  if (object == NULL || depth > MAX_DEPTH || ++walk->n_parts > MAX_PARTS)
    return;

  if (GMIME_IS_MULTIPART (object))
    {
      GMimeMultipart *multipart = GMIME_MULTIPART (object);

      for (int i = 0; i < g_mime_multipart_get_count (multipart); i++)
        walk_object (walk, g_mime_multipart_get_part (multipart, i), depth + 1);
    }
  else if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      if (message != NULL && walk->parts->inner == NULL)
        {
          walk->parts->inner = g_object_ref (message);
          take (&walk->parts->original, dup_header_block (message));
        }
    }
  else if (GMIME_IS_PART (object))
    take_part (walk, GMIME_PART (object));
}

/* Where boundaries are wrong, or a gateway lost the content type, all of the body is text. */
static char *
dup_raw_body (GMimeMessage *message)
{
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GByteArray             *bytes;
  const char             *body;
  const char             *data;

  g_mime_object_write_to_stream (GMIME_OBJECT (message), NULL, stream);
  bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  data = (const char *) bytes->data;
  body = bytes->len > 0 ? memmem (data, bytes->len, "\n\n", 2) : NULL;
  if (body == NULL)
    return g_strdup ("");

  return mc_message_text_decode (body, MIN (bytes->len - (gsize) (body - data), MC_NOTICE_MAX_TEXT), NULL);
}

/**
 * mc_notice_parts_new:
 * @message: a message
 *
 * Returns: (transfer full): its parts
 */
McNoticeParts *
mc_notice_parts_new (GMimeMessage *message)
{
  McNoticeParts   *self = g_new0 (McNoticeParts, 1);
  Walk             walk = { .parts = self, .text = g_string_new (NULL) };
  g_autofree char *in_text = NULL;

  self->message = g_object_ref (message);
  walk_object (&walk, g_mime_message_get_mime_part (message), 0);

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
  g_object_unref (self->message);
  g_clear_object (&self->inner);
  g_free (self->text);
  g_free (self->status);
  g_free (self->feedback);
  g_free (self->disposition);
  g_free (self->original);
  g_free (self);
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
      if (*p == '\0' || (p[1] != ' ' && p[1] != '\t'))
        break;
      p++;
    }

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
