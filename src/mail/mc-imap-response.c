/* mc-imap-response.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-response.h"
#include "mc-mail-error.h"

/**
 * McImapResponse:
 *
 * One response of an IMAP server (RFC 3501 and RFC 9051, section 7), read and
 * immutable. Sloppy servers are understood: lower case, missing texts, extra
 * spaces. What is malformed is an error, not a guess.
 */
struct _McImapResponse
{
  gatomicrefcount    ref_count;
  McImapResponseKind kind;
  McImapStatus       status;
  char              *tag;
  char              *code;
  char              *code_arguments;
  char              *text;
  gsize              text_length;
  char              *keyword;
  guint32            number;
  McImapValue       *data;
};

G_DEFINE_BOXED_TYPE (McImapResponse, mc_imap_response, mc_imap_response_ref, mc_imap_response_unref)

/* What is still to be read. */
typedef struct
{
  const char *p;
  const char *end;
} Input;

static const struct
{
  const char  *word;
  McImapStatus status;
} statuses[] = {
  { "OK", MC_IMAP_STATUS_OK },
  { "NO", MC_IMAP_STATUS_NO },
  { "BAD", MC_IMAP_STATUS_BAD },
  { "PREAUTH", MC_IMAP_STATUS_PREAUTH },
  { "BYE", MC_IMAP_STATUS_BYE },
};

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, message);
  return FALSE;
}

static void
skip_spaces (Input *input)
{
  while (input->p < input->end && (*input->p == ' ' || *input->p == '\t'))
    input->p++;
}

/* Characters that may stand in a tag, a keyword or the name of a response code. */
static gboolean
is_word_char (char c)
{
  return g_ascii_isgraph (c) && strchr ("(){%*\"\\[]", c) == NULL;
}

static char *
take_word (Input *input)
{
  const char *start = input->p;

  while (input->p < input->end && is_word_char (*input->p))
    input->p++;

  return g_strndup (start, input->p - start);
}

/* A word must be followed by a space or by the end, or it is no word of ours. */
static gboolean
at_word_end (const Input *input)
{
  return input->p == input->end || *input->p == ' ' || *input->p == '\t';
}

static McImapStatus
status_from_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strcasecmp (word, statuses[i].word) == 0)
      return statuses[i].status;

  return MC_IMAP_STATUS_NONE;
}

static gboolean
has_line_break (const Input *input)
{
  gsize length = input->end - input->p;

  return memchr (input->p, '\r', length) != NULL || memchr (input->p, '\n', length) != NULL;
}

/* “[NAME arguments]”; anything else in brackets stays part of the text and means nothing. */
static void
take_response_code (McImapResponse *self,
                    Input          *input)
{
  Input            inner = { input->p + 1, NULL };
  g_autofree char *name = NULL;

  if (input->p == input->end || *input->p != '[')
    return;

  inner.end = memchr (input->p, ']', input->end - input->p);
  if (inner.end == NULL)
    return;

  name = take_word (&inner);
  if (name[0] == '\0' || !at_word_end (&inner))
    return;

  skip_spaces (&inner);
  self->code = g_ascii_strup (name, -1);
  if (inner.p < inner.end)
    self->code_arguments = g_strndup (inner.p, inner.end - inner.p);

  input->p = inner.end + 1;
}

static gboolean
take_text (McImapResponse *self,
           Input          *input,
           GError        **error)
{
  if (has_line_break (input))
    return fail (error, "The text of the response holds a line break");

  skip_spaces (input);
  self->text_length = input->end - input->p;
  self->text = g_malloc (self->text_length + 1);
  memcpy (self->text, input->p, self->text_length);
  self->text[self->text_length] = '\0';

  return TRUE;
}

static gboolean
take_status (McImapResponse *self,
             Input          *input,
             McImapStatus    status,
             GError        **error)
{
  self->status = status;
  skip_spaces (input);
  take_response_code (self, input);

  return take_text (self, input, error);
}

static gboolean
take_untagged (McImapResponse *self,
               Input          *input,
               GError        **error)
{
  g_autofree char *word = NULL;
  guint64          number = 0;

  skip_spaces (input);
  word = take_word (input);

  if (g_ascii_string_to_unsigned (word, 10, 0, G_MAXUINT32, &number, NULL) && at_word_end (input))
    {
      self->number = number;
      skip_spaces (input);
      g_free (word);
      word = take_word (input);
    }
  else if (status_from_word (word) != MC_IMAP_STATUS_NONE && at_word_end (input))
    return take_status (self, input, status_from_word (word), error);

  if (!g_ascii_isalpha (word[0]))
    return fail (error, "The response has no name");

  /* Some servers forget the space between a name and a list. */
  if (!at_word_end (input) && *input->p != '(')
    return fail (error, "The response’s name holds an odd character");

  self->keyword = g_ascii_strup (word, -1);
  self->data = mc_imap_value_parse (input->p, input->end - input->p, error);

  return self->data != NULL;
}

static gboolean
take_tagged (McImapResponse *self,
             Input          *input,
             GError        **error)
{
  g_autofree char *word = NULL;
  McImapStatus     status;

  self->kind = MC_IMAP_RESPONSE_TAGGED;
  self->tag = take_word (input);
  if (self->tag[0] == '\0' || self->tag[0] == '+' || !at_word_end (input))
    return fail (error, "The response starts with neither a tag, an asterisk nor a plus sign");

  skip_spaces (input);
  word = take_word (input);
  status = status_from_word (word);
  if (status == MC_IMAP_STATUS_NONE || status > MC_IMAP_STATUS_BAD || !at_word_end (input))
    return fail (error, "The tagged response has no status");

  return take_status (self, input, status, error);
}

static gboolean
take_response (McImapResponse *self,
               Input          *input,
               GError        **error)
{
  char     first = input->p < input->end ? *input->p : '\0';
  gboolean is_alone = input->end - input->p == 1;

  if ((first == '*' || first == '+') && (is_alone || input->p[1] == ' '))
    {
      input->p++;
      if (first == '*')
        return take_untagged (self, input, error);

      self->kind = MC_IMAP_RESPONSE_CONTINUATION;
      return take_text (self, input, error);
    }

  return take_tagged (self, input, error);
}

/**
 * mc_imap_response_parse:
 * @bytes: one whole response, its literals included, with or without the last line end
 * @length: their length
 * @error: %MC_MAIL_ERROR_MALFORMED or %MC_MAIL_ERROR_TOO_MUCH
 *
 * Reads a response (RFC 9051 section 9, `response`, `greeting` and `continue-req`).
 *
 * Returns: (transfer full) (nullable): the response, or %NULL with an error
 */
McImapResponse *
mc_imap_response_parse (const char *bytes,
                        gsize       length,
                        GError    **error)
{
  g_autoptr (McImapResponse) self = g_new0 (McImapResponse, 1);
  Input                      input = { bytes, bytes + length };

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  g_atomic_ref_count_init (&self->ref_count);

  if (input.end > input.p && input.end[-1] == '\n')
    input.end--;
  if (input.end > input.p && input.end[-1] == '\r')
    input.end--;

  if (!take_response (self, &input, error))
    return NULL;

  return g_steal_pointer (&self);
}

McImapResponse *
mc_imap_response_ref (McImapResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mc_imap_response_unref (McImapResponse *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->tag);
  g_free (self->code);
  g_free (self->code_arguments);
  g_free (self->text);
  g_free (self->keyword);
  mc_imap_value_free (self->data);
  g_free (self);
}

McImapResponseKind
mc_imap_response_get_kind (McImapResponse *self)
{
  g_return_val_if_fail (self != NULL, MC_IMAP_RESPONSE_UNTAGGED);

  return self->kind;
}

McImapStatus
mc_imap_response_get_status (McImapResponse *self)
{
  g_return_val_if_fail (self != NULL, MC_IMAP_STATUS_NONE);

  return self->status;
}

/**
 * mc_imap_response_get_tag:
 * @self: a response
 *
 * Returns: (nullable): the tag of a tagged response
 */
const char *
mc_imap_response_get_tag (McImapResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tag;
}

/**
 * mc_imap_response_get_code:
 * @self: a response
 *
 * Returns: (nullable): the name of the response code, in upper case
 */
const char *
mc_imap_response_get_code (McImapResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

/**
 * mc_imap_response_get_code_arguments:
 * @self: a response
 *
 * Returns: (nullable): what follows the name of the response code, as it was sent
 */
const char *
mc_imap_response_get_code_arguments (McImapResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code_arguments;
}

/**
 * mc_imap_response_get_text:
 * @self: a response
 * @length: (out) (optional): its length in bytes
 *
 * Returns: (nullable): the text behind a status or a plus sign, as it was sent; it may
 *   hold any byte but line ends
 */
const char *
mc_imap_response_get_text (McImapResponse *self,
                           gsize          *length)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (length != NULL)
    *length = self->text_length;

  return self->text;
}

/**
 * mc_imap_response_get_keyword:
 * @self: a response
 *
 * Returns: (nullable): the name of untagged data in upper case, such as `EXISTS`
 */
const char *
mc_imap_response_get_keyword (McImapResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->keyword;
}

gboolean
mc_imap_response_is (McImapResponse *self,
                     const char     *keyword)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strcmp0 (self->keyword, keyword) == 0;
}

/**
 * mc_imap_response_get_number:
 * @self: a response
 *
 * Returns: the number before the keyword, as in `* 23 EXISTS`, or 0
 */
guint32
mc_imap_response_get_number (McImapResponse *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number;
}

/**
 * mc_imap_response_get_data:
 * @self: a response
 *
 * Returns: (transfer none) (nullable): a list of the values behind the keyword
 */
const McImapValue *
mc_imap_response_get_data (McImapResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->data;
}

/* The text of a status or continuation is free text, in which “{5}” is no literal. */
static gboolean
is_text_line (const char *line,
              gsize       length)
{
  Input            input = { line, line + length };
  g_autofree char *word = NULL;

  if (length > 0 && line[0] == '+')
    return TRUE;

  if (length > 0 && line[0] == '*')
    input.p++;
  else
    g_free (take_word (&input));

  skip_spaces (&input);
  word = take_word (&input);

  return status_from_word (word) != MC_IMAP_STATUS_NONE;
}

/**
 * mc_imap_literal_length:
 * @line: a line of a response, without its line end
 * @length: its length
 * @is_first: whether it is the response's first line
 * @literal_length: (out): how many bytes the literal has
 *
 * Tells whether the response goes on behind the line with a literal and a
 * further line (RFC 9051 section 4.3).
 *
 * Returns: whether a literal follows
 */
gboolean
mc_imap_literal_length (const char *line,
                        gsize       length,
                        gboolean    is_first,
                        gsize      *literal_length)
{
  const char *open;
  gsize       end = length;
  guint64     result = 0;

  if (length < 3 || line[length - 1] != '}')
    return FALSE;

  end -= line[length - 2] == '+' ? 2 : 1;
  open = memrchr (line, '{', end);
  if (open == NULL || open + 1 == line + end || (is_first && is_text_line (line, length)))
    return FALSE;

  for (const char *p = open + 1; p < line + end; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      result = MIN (result * 10 + (*p - '0'), G_MAXUINT32);
    }

  *literal_length = result;
  return TRUE;
}
