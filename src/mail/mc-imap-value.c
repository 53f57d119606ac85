/* mc-imap-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-value.h"
#include "mc-mail-error.h"
#include "mc-text.h"

#define MAX_DEPTH       16
#define MAX_ITEMS       10000
#define MAX_SHOWN_CHARS 200

/**
 * McImapValue:
 *
 * The data of an IMAP response (RFC 9051 section 4) as a tree. Its bytes are
 * the server's own, NULs included; mc_imap_value_dup_safe() shows them.
 */
struct _McImapValue
{
  McImapValueKind kind;
  char           *bytes; /* with a NUL behind, for atoms and strings */
  gsize           length;
  GPtrArray      *items; /* for lists */
};

typedef struct
{
  const char *p;
  const char *end;
  const char *open_until; /* no bracket closes before it, which is looked for once only */
  guint       n_items;
} Input;

static McImapValue *parse_value (Input   *input,
                                 guint    depth,
                                 GError **error);

static gpointer
fail (GError    **error,
      McMailError code,
      const char *message)
{
  g_set_error_literal (error, MC_MAIL_ERROR, code, message);
  return NULL;
}

static McImapValue *
new_value (McImapValueKind kind,
           const char     *bytes,
           gsize           length)
{
  McImapValue *self = g_new0 (McImapValue, 1);

  self->kind = kind;
  if (kind == MC_IMAP_VALUE_LIST)
    self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_imap_value_free);
  if (bytes != NULL)
    {
      self->bytes = g_malloc (length + 1);
      memcpy (self->bytes, bytes, length);
      self->bytes[length] = '\0';
      self->length = length;
    }

  return self;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
skip_spaces (Input *input)
{
  const char *start = input->p;

  while (input->p < input->end && is_space (*input->p))
    input->p++;

  return input->p > start;
}

static gboolean
ends_atom (char c)
{
  return is_space (c) || c == '(' || c == ')' || c == '"' || c == '\r' || c == '\n';
}

/* BODY[HEADER.FIELDS (DATE FROM)]<0> is one word, whatever stands between the brackets. */
static void
skip_section (Input *input)
{
  const char *close = input->p;

  if (close < input->open_until)
    return;

  while (close < input->end && *close != ']' && *close != '\r' && *close != '\n')
    close++;

  if (close < input->end && *close == ']')
    input->p = close;
  else
    input->open_until = close;
}

static McImapValue *
parse_atom (Input   *input,
            GError **error)
{
  const char *start = input->p;

  while (input->p < input->end && !ends_atom (*input->p))
    {
      if (*input->p == '[')
        skip_section (input);
      input->p++;
    }

  if (input->p == start)
    return fail (error, MC_MAIL_ERROR_MALFORMED, "The response holds a character where a word is due");

  if (input->p - start == 3 && g_ascii_strncasecmp (start, "NIL", 3) == 0)
    return new_value (MC_IMAP_VALUE_NIL, NULL, 0);

  return new_value (MC_IMAP_VALUE_ATOM, start, input->p - start);
}

static McImapValue *
parse_quoted (Input   *input,
              GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (input->p++; input->p < input->end && *input->p != '\r' && *input->p != '\n'; input->p++)
    {
      if (*input->p == '"')
        {
          input->p++;
          return new_value (MC_IMAP_VALUE_STRING, text->str, text->len);
        }

      if (*input->p == '\\' && input->p + 1 < input->end && input->p[1] != '\r' && input->p[1] != '\n')
        input->p++;
      g_string_append_c (text, *input->p);
    }

  return fail (error, MC_MAIL_ERROR_MALFORMED, "The response holds a quoted string without its end");
}

/* {n}, {n+} and ~{n}, then a line end and n bytes (RFC 9051 section 4.3). */
static McImapValue *
parse_literal (Input   *input,
               GError **error)
{
  const char *p = input->p + (*input->p == '~' ? 2 : 1);
  const char *start = p;
  guint64     length = 0;

  for (; p < input->end && g_ascii_isdigit (*p) && length <= G_MAXUINT32; p++)
    length = length * 10 + (*p - '0');

  if (p == start)
    return fail (error, MC_MAIL_ERROR_MALFORMED, "The response holds a literal without a length");

  if (p < input->end && *p == '+')
    p++;
  if (input->end - p < 3 || memcmp (p, "}\r\n", 3) != 0)
    return fail (error, MC_MAIL_ERROR_MALFORMED, "The response holds a literal without a line end");

  p += 3;
  if (length > (guint64) (input->end - p))
    return fail (error, MC_MAIL_ERROR_MALFORMED, "The response ends within a literal");

  input->p = p + length;
  return new_value (MC_IMAP_VALUE_STRING, p, length);
}

/* Fills a list up to its parenthesis, or to the end of the response for the outermost. */
static gboolean
parse_items (Input       *input,
             McImapValue *list,
             guint        depth,
             GError     **error)
{
  gboolean may_follow = TRUE;

  for (;;)
    {
      McImapValue *item;

      may_follow |= skip_spaces (input);

      if (input->p == input->end || *input->p == ')')
        {
          if ((input->p == input->end) == (depth == 0))
            return TRUE;
          fail (error, MC_MAIL_ERROR_MALFORMED, "The parentheses of the response do not match");
          return FALSE;
        }

      /* Only lists stand together without a space, as in the addresses of ENVELOPE. */
      if (!may_follow && *input->p != '(')
        {
          fail (error, MC_MAIL_ERROR_MALFORMED, "The response lacks a space between two values");
          return FALSE;
        }

      item = parse_value (input, depth, error);
      if (item == NULL)
        return FALSE;

      g_ptr_array_add (list->items, item);
      may_follow = item->kind == MC_IMAP_VALUE_LIST;
    }
}

static McImapValue *
parse_list (Input   *input,
            guint    depth,
            GError **error)
{
  g_autoptr (McImapValue) list = new_value (MC_IMAP_VALUE_LIST, NULL, 0);

  if (depth > MAX_DEPTH)
    return fail (error, MC_MAIL_ERROR_TOO_MUCH, "The lists of the response are nested too deeply");

  input->p++;
  if (!parse_items (input, list, depth, error))
    return NULL;

  input->p++;
  return g_steal_pointer (&list);
}

static McImapValue *
parse_value (Input   *input,
             guint    depth,
             GError **error)
{
  if (++input->n_items > MAX_ITEMS)
    return fail (error, MC_MAIL_ERROR_TOO_MUCH, "The response holds too many values");

  switch (*input->p)
    {
    case '(':
      return parse_list (input, depth + 1, error);

    case '"':
      return parse_quoted (input, error);

    case '{':
      return parse_literal (input, error);

    case '~':
      if (input->end - input->p > 1 && input->p[1] == '{')
        return parse_literal (input, error);
      return parse_atom (input, error);

    default:
      return parse_atom (input, error);
    }
}

/**
 * mc_imap_value_parse:
 * @bytes: the data of a response, without the line end
 * @length: their length
 * @error: %MC_MAIL_ERROR_MALFORMED or %MC_MAIL_ERROR_TOO_MUCH
 *
 * Reads values with spaces between them. More spaces than needed are fine, a
 * parenthesis or a quote without its partner is not.
 *
 * Returns: (transfer full) (nullable): a list of the values, or %NULL with an error
 */
McImapValue *
mc_imap_value_parse (const char *bytes,
                     gsize       length,
                     GError    **error)
{
  g_autoptr (McImapValue) list = new_value (MC_IMAP_VALUE_LIST, NULL, 0);
  Input                   input = { bytes, bytes + length, bytes, 0 };

  if (!parse_items (&input, list, 0, error))
    return NULL;

  return g_steal_pointer (&list);
}

void
mc_imap_value_free (McImapValue *self)
{
  if (self == NULL)
    return;

  g_free (self->bytes);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

McImapValueKind
mc_imap_value_get_kind (const McImapValue *self)
{
  return self != NULL ? self->kind : MC_IMAP_VALUE_NIL;
}

/**
 * mc_imap_value_get_bytes:
 * @self: (nullable): a value
 * @length: (out) (optional): how many bytes
 *
 * Returns: (nullable): the bytes of a word or string with a NUL behind them, of
 *   any content; %NULL for nothing and for lists
 */
const char *
mc_imap_value_get_bytes (const McImapValue *self,
                         gsize             *length)
{
  if (length != NULL)
    *length = self != NULL ? self->length : 0;

  return self != NULL ? self->bytes : NULL;
}

/**
 * mc_imap_value_dup_safe:
 * @self: (nullable): a value
 *
 * Returns: (transfer full) (nullable): its bytes made safe to show, or %NULL for
 *   nothing and for lists
 */
char *
mc_imap_value_dup_safe (const McImapValue *self)
{
  if (self == NULL || self->bytes == NULL)
    return NULL;

  return mc_text_make_safe (self->bytes, self->length, MAX_SHOWN_CHARS);
}

/**
 * mc_imap_value_is:
 * @self: (nullable): a value
 * @word: an ASCII word
 *
 * Returns: whether the value is that word or string, case ignored
 */
gboolean
mc_imap_value_is (const McImapValue *self,
                  const char        *word)
{
  return self != NULL && self->bytes != NULL && self->length == strlen (word) &&
         g_ascii_strncasecmp (self->bytes, word, self->length) == 0;
}

/**
 * mc_imap_value_get_number:
 * @self: (nullable): a value
 * @number: (out): the number, at most 2⁶³ − 1 (RFC 9051 section 4.2)
 *
 * Returns: whether the value is a number
 */
gboolean
mc_imap_value_get_number (const McImapValue *self,
                          guint64           *number)
{
  if (self == NULL || self->bytes == NULL || strlen (self->bytes) != self->length)
    return FALSE;

  return g_ascii_string_to_unsigned (self->bytes, 10, 0, G_MAXINT64, number, NULL);
}

guint
mc_imap_value_get_n_items (const McImapValue *self)
{
  return self != NULL && self->items != NULL ? self->items->len : 0;
}

/**
 * mc_imap_value_get_item:
 * @self: (nullable): a value
 * @position: which one, from 0
 *
 * Returns: (transfer none) (nullable): an item of a list, or %NULL when there is none
 */
const McImapValue *
mc_imap_value_get_item (const McImapValue *self,
                        guint              position)
{
  return position < mc_imap_value_get_n_items (self) ? g_ptr_array_index (self->items, position) : NULL;
}
