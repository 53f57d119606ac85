/* mc-mime.c
 *
 * A message taken apart where its bytes lie (RFC 2045, 2046). What is encoded is decoded by GMime, when it is wanted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gmime/gmime.h>
#include <string.h>

#include "mc-mime.h"
#include "mc-text.h"

#define MAX_DEPTH 32
#define MAX_PARTS 500

/* Of a header, and of the value of a field, no more is looked at. */
#define MAX_HEADER (1024 * 1024)
#define MAX_VALUE  (64 * 1024)

/* RFC 2046 section 5.1.1 allows 70; some write more. */
#define MAX_BOUNDARY 200

typedef struct
{
  McMimeVisit visit;
  gpointer    user_data;
  guint       n_parts;
} Walk;

/* The line after the one at @p, or @end. */
static const char *
find_next_line (const char *p,
                const char *end)
{
  const char *newline = memchr (p, '\n', (gsize) (end - p));

  return newline != NULL ? newline + 1 : end;
}

/* “Name:”, or a line that goes on. */
static gboolean
could_be_header (const char *line,
                 const char *end)
{
  const char *p = line;

  if (line < end && (*line == ' ' || *line == '\t'))
    return TRUE;
  while (p < end && *p > ' ' && *p != ':')
    p++;

  return p > line && p < end && *p == ':';
}

/**
 * mc_mime_entity_init:
 * @self: (out caller-allocates): a message or a part
 * @bytes: its bytes, with lines that end in LF
 * @length: how many
 *
 * Finds where the header ends: at the first empty line; without one, where lines
 * cease to look like one.
 */
void
mc_mime_entity_init (McMimeEntity *self,
                     const char   *bytes,
                     gsize         length)
{
  const char *end = bytes + length;
  const char *empty = length > 0 && *bytes == '\n' ? bytes : memmem (bytes, length, "\n\n", 2);
  const char *p = bytes;

  *self = (McMimeEntity) { .header = bytes, .body = end };
  if (empty != NULL)
    {
      self->header_length = (gsize) (empty - bytes) + (empty > bytes ? 1 : 0);
      self->body = bytes + self->header_length + 1;
      self->body_length = (gsize) (end - self->body);
      return;
    }

  while (p < end && could_be_header (p, end))
    p = find_next_line (p, end);
  self->header_length = (gsize) (p - bytes);
  self->body = p;
  self->body_length = (gsize) (end - p);
}

/* Where the value of the field begins, or %NULL. */
static const char *
find_value (const McMimeEntity *self,
            const char         *name)
{
  const char *end = self->header + MIN (self->header_length, MAX_HEADER);
  gsize       length = strlen (name);

  for (const char *line = self->header; line < end; line = find_next_line (line, end))
    {
      const char *p = line + length;

      if (((*line ^ *name) & ~0x20) != 0 || (gsize) (end - line) <= length ||
          g_ascii_strncasecmp (line, name, length) != 0)
        continue;
      while (p < end && (*p == ' ' || *p == '\t'))
        p++;
      if (p < end && *p == ':')
        return p + 1;
    }

  return NULL;
}

/**
 * mc_mime_entity_dup_field:
 * @self: a message or a part
 * @name: the name of a header field
 *
 * Returns: (transfer full) (nullable): the value of the first such field, unfolded,
 *   not decoded; %NULL when there is none, or nothing in it
 */
char *
mc_mime_entity_dup_field (const McMimeEntity *self,
                          const char         *name)
{
  const char         *end = self->header + self->header_length;
  const char         *p = find_value (self, name);
  g_autoptr (GString) value = NULL;

  if (p == NULL)
    return NULL;

  value = g_string_new (NULL);
  for (;;)
    {
      const char *next = find_next_line (p, end);
      gsize       length = (gsize) (next - p) - (next > p && next[-1] == '\n' ? 1 : 0);

      g_string_append_len (value, p, (gssize) length);
      p = next;
      if (p == end || (*p != ' ' && *p != '\t') || value->len > MAX_VALUE)
        break;
    }

  g_string_truncate (value, MAX_VALUE);
  g_strstrip (value->str);
  return *value->str != '\0' ? g_string_free_and_steal (g_steal_pointer (&value)) : NULL;
}

/**
 * mc_mime_entity_dup_content:
 * @self: a part
 * @max_length: how many of the encoded bytes are looked at
 * @length: (out): how many bytes the content has
 *
 * Undoes the Content-Transfer-Encoding (RFC 2045 section 6). Broken encoding gives
 * what can be read of it.
 *
 * Returns: (transfer full): the content, ended by a NUL that does not count
 */
char *
mc_mime_entity_dup_content (const McMimeEntity *self,
                            gsize               max_length,
                            gsize              *length)
{
  g_autofree char     *name = mc_mime_entity_dup_field (self, "Content-Transfer-Encoding");
  GMimeContentEncoding encoding = g_mime_content_encoding_from_string (name != NULL ? name : "7bit");
  gsize                input_length = MIN (self->body_length, max_length);
  GMimeEncoding        state;
  char                *content;

  if (encoding != GMIME_CONTENT_ENCODING_BASE64 && encoding != GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE &&
      encoding != GMIME_CONTENT_ENCODING_UUENCODE)
    {
      content = g_malloc (input_length + 1);
      memcpy (content, self->body, input_length);
      content[input_length] = '\0';
      *length = input_length;
      return content;
    }

  g_mime_encoding_init_decode (&state, encoding);
  content = g_malloc (g_mime_encoding_outlen (&state, input_length) + 1);
  *length = g_mime_encoding_flush (&state, self->body, input_length, content);
  content[*length] = '\0';

  return content;
}

/**
 * mc_mime_is_type:
 * @value: the value of a Content-Type field
 * @type: a type, lower case, such as “text/html”; “text/” for any of that kind
 *
 * Returns: whether it is of that type
 */
gboolean
mc_mime_is_type (const char *value,
                 const char *type)
{
  gsize length = strlen (type);

  return mc_text_has_prefix (value, type) &&
         (type[length - 1] == '/' || strchr (" \t;", value[length]) != NULL);
}

/* The value of a parameter, which may be quoted (RFC 2045 section 5.1). */
static char *
dup_value (const char *p)
{
  g_autoptr (GString) value = NULL;

  if (*p != '"')
    return g_strndup (p, strcspn (p, "; \t"));

  value = g_string_new (NULL);
  for (p++; *p != '\0' && *p != '"'; p++)
    {
      p += *p == '\\' && p[1] != '\0' ? 1 : 0;
      g_string_append_c (value, *p);
    }

  return g_string_free_and_steal (g_steal_pointer (&value));
}

/* Behind the next “;” that is not quoted. */
static const char *
skip_parameter (const char *p)
{
  gboolean is_quoted = FALSE;

  for (; *p != '\0' && (is_quoted || *p != ';'); p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        is_quoted = !is_quoted;
    }

  return p + (*p == ';' ? 1 : 0);
}

/**
 * mc_mime_dup_parameter:
 * @value: the value of a Content-Type field
 * @name: the name of a parameter
 *
 * Returns: (transfer full) (nullable): what it is set to
 */
char *
mc_mime_dup_parameter (const char *value,
                       const char *name)
{
  gsize length = strlen (name);

  for (const char *p = skip_parameter (value); *p != '\0'; p = skip_parameter (p))
    {
      const char *end;

      p += strspn (p, " \t");
      if (!mc_text_has_prefix (p, name))
        continue;
      end = p + length + strspn (p + length, " \t");
      if (*end == '=')
        return dup_value (end + 1 + strspn (end + 1, " \t"));
    }

  return NULL;
}

/*
 * The next line that is “--boundary”, perhaps with “--” after it for the last.
 * Returns: where it begins, or %NULL; @after: where the line ends; @is_last: whether it is the last
 */
static const char *
find_delimiter (const char  *start,
                const char  *p,
                const char  *end,
                const char  *delimiter,
                const char **after,
                gboolean    *is_last)
{
  gsize length = strlen (delimiter);

  for (; (p = memmem (p, (gsize) (end - p), delimiter, length)) != NULL; p += length)
    {
      const char *rest = p + length;

      if (p > start && p[-1] != '\n')
        continue;
      *is_last = end - rest >= 2 && rest[0] == '-' && rest[1] == '-';
      rest += *is_last ? 2 : 0;
      while (rest < end && (*rest == ' ' || *rest == '\t'))
        rest++;
      if (rest < end && *rest != '\n')
        continue;
      *after = rest < end ? rest + 1 : end;
      return p;
    }

  return NULL;
}

static void walk_entity (Walk               *self,
                         const McMimeEntity *entity,
                         const char         *default_type,
                         guint               depth);

/*
 * RFC 2046 section 5.1: a part lies between two delimiters; what is before the first and after the last does
 * not count.
 */
static void
walk_parts (Walk               *self,
            const McMimeEntity *entity,
            const char         *type,
            guint               depth)
{
  g_autofree char *boundary = mc_mime_dup_parameter (type, "boundary");
  g_autofree char *delimiter = boundary != NULL && *boundary != '\0' ? g_strconcat ("--", boundary, NULL) : NULL;
  const char      *child_type = mc_mime_is_type (type, "multipart/digest") ? "message/rfc822" : "text/plain";
  const char      *end = entity->body + entity->body_length;
  gboolean         is_last = FALSE;
  const char      *part;

  if (delimiter == NULL || strlen (delimiter) > MAX_BOUNDARY ||
      find_delimiter (entity->body, entity->body, end, delimiter, &part, &is_last) == NULL)
    return;

  while (!is_last && self->n_parts < MAX_PARTS)
    {
      const char  *after = end;
      const char  *next = find_delimiter (entity->body, part, end, delimiter, &after, &is_last);
      const char  *part_end = next != NULL ? next : end;
      McMimeEntity child;

      /* The line end before a delimiter belongs to it. */
      mc_mime_entity_init (&child, part, (gsize) (part_end - part) - (next != NULL && next > part ? 1 : 0));
      walk_entity (self, &child, child_type, depth + 1);
      if (next == NULL)
        return;
      part = after;
    }
}

static void
walk_entity (Walk               *self,
             const McMimeEntity *entity,
             const char         *default_type,
             guint               depth)
{
  g_autofree char *type = mc_mime_entity_dup_field (entity, "Content-Type");

  if (depth > MAX_DEPTH || ++self->n_parts > MAX_PARTS)
    return;

  if (type == NULL || strchr (type, '/') == NULL)
    {
      g_free (type);
      type = g_strdup (default_type);
    }
  if (mc_mime_is_type (type, "multipart/"))
    walk_parts (self, entity, type, depth);
  else
    self->visit (entity, type, self->user_data);
}

/**
 * mc_mime_entity_walk:
 * @self: a message
 * @visit: (scope call): what is called for each of its parts, in their order
 * @user_data: what it is given
 *
 * Goes through the parts of a message. How deep and how many is bounded.
 */
void
mc_mime_entity_walk (const McMimeEntity *self,
                     McMimeVisit         visit,
                     gpointer            user_data)
{
  Walk walk = { .visit = visit, .user_data = user_data };

  walk_entity (&walk, self, "text/plain", 0);
}
