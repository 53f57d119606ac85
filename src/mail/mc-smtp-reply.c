/* mc-smtp-reply.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-mail-error.h"
#include "mc-smtp-reply.h"
#include "mc-text.h"

#define MAX_LINES 200

/**
 * McSmtpReply:
 *
 * A reply of SMTP (RFC 5321 section 4.2): a code, and text of one or more lines.
 */
struct _McSmtpReply
{
  int        code;
  gboolean   is_complete;
  GPtrArray *lines; /* without their codes, safe to show */
};

McSmtpReply *
mc_smtp_reply_new (void)
{
  McSmtpReply *self = g_new0 (McSmtpReply, 1);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
mc_smtp_reply_free (McSmtpReply *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* RFC 5321 section 4.2: the first digit from 2 to 5, the second from 0 to 5. */
static int
read_code (const char *bytes,
           gsize       length)
{
  if (length < 3 || bytes[0] < '2' || bytes[0] > '5' || bytes[1] < '0' || bytes[1] > '5' ||
      !g_ascii_isdigit (bytes[2]))
    return 0;

  return (bytes[0] - '0') * 100 + (bytes[1] - '0') * 10 + (bytes[2] - '0');
}

/**
 * mc_smtp_reply_add_line:
 * @self: a reply that is not complete
 * @bytes: its next line, without its end
 * @length: how many bytes
 * @error: %MC_MAIL_ERROR_MALFORMED or %MC_MAIL_ERROR_TOO_MUCH
 *
 * Reads a line: a code, then `-` when more lines follow, a space or nothing on the
 * last one. All lines should have the same code; where they do not, the last one's
 * counts, as in other mail programs.
 *
 * Returns: whether @bytes can be a line of a reply
 */
gboolean
mc_smtp_reply_add_line (McSmtpReply *self,
                        const char  *bytes,
                        gsize        length,
                        GError     **error)
{
  int code = read_code (bytes, length);

  g_return_val_if_fail (self != NULL && !self->is_complete, FALSE);

  if (code == 0 || (length > 3 && bytes[3] != ' ' && bytes[3] != '-'))
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, "This is no reply of SMTP");
      return FALSE;
    }

  if (self->lines->len >= MAX_LINES)
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_TOO_MUCH, "The server’s reply has too many lines");
      return FALSE;
    }

  self->code = code;
  self->is_complete = length == 3 || bytes[3] == ' ';
  length -= MIN (length, 4);
  g_ptr_array_add (self->lines, mc_text_make_safe (length > 0 ? bytes + 4 : "", (gssize) length, MC_SMTP_MAX_LINE_BYTES));
  return TRUE;
}

/**
 * mc_smtp_reply_parse:
 * @bytes: a whole reply, with or without the last line end
 * @length: how many bytes
 * @error: %MC_MAIL_ERROR_MALFORMED, also when it has no end or goes on after it;
 *   %MC_MAIL_ERROR_TOO_MUCH
 *
 * Returns: (transfer full) (nullable): the reply, or %NULL with an error
 */
McSmtpReply *
mc_smtp_reply_parse (const char *bytes,
                     gsize       length,
                     GError    **error)
{
  g_autoptr (McSmtpReply) self = mc_smtp_reply_new ();

  while (length > 0 && !self->is_complete)
    {
      const char *end = memchr (bytes, '\n', length);
      gsize       line_length = end != NULL ? (gsize) (end - bytes) : length;
      gsize       taken = end != NULL ? line_length + 1 : length;

      if (line_length > 0 && bytes[line_length - 1] == '\r')
        line_length--;
      if (!mc_smtp_reply_add_line (self, bytes, line_length, error))
        return NULL;

      bytes += taken;
      length -= taken;
    }

  if (self->is_complete && length == 0)
    return g_steal_pointer (&self);

  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, "This is not one whole reply of SMTP");
  return NULL;
}

gboolean
mc_smtp_reply_is_complete (McSmtpReply *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_complete;
}

int
mc_smtp_reply_get_code (McSmtpReply *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->code;
}

guint
mc_smtp_reply_get_n_lines (McSmtpReply *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

/**
 * mc_smtp_reply_get_line:
 * @self: a reply
 * @position: which line
 *
 * Returns: (nullable): its text after the reply code, safe to show
 */
const char *
mc_smtp_reply_get_line (McSmtpReply *self,
                        guint        position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return position < self->lines->len ? g_ptr_array_index (self->lines, position) : NULL;
}

/* A part of an enhanced code, 1 to 3 digits. */
static gsize
count_digits (const char *text)
{
  gsize n = 0;

  while (n < 4 && g_ascii_isdigit (text[n]))
    n++;

  return n <= 3 ? n : 0;
}

/* RFC 2034 section 4, RFC 3463 section 2: class.subject.detail, then a space. */
static gsize
enhanced_code_length (const char *line)
{
  gsize subject;
  gsize detail;

  if ((line[0] != '2' && line[0] != '4' && line[0] != '5') || line[1] != '.')
    return 0;

  subject = count_digits (line + 2);
  if (subject == 0 || line[2 + subject] != '.')
    return 0;

  detail = count_digits (line + 3 + subject);
  if (detail == 0 || (line[3 + subject + detail] != ' ' && line[3 + subject + detail] != '\0'))
    return 0;

  return 3 + subject + detail;
}

/* RFC 5321 section 4.2.1. */
static McMailReplyStatus
status_of_code (int code)
{
  if (code == 421)
    return MC_MAIL_REPLY_CLOSING;

  switch (code / 100)
    {
    case 2:
      return MC_MAIL_REPLY_ACCEPTED;
    case 4:
      return MC_MAIL_REPLY_TEMPORARY;
    case 5:
      return code <= 504 ? MC_MAIL_REPLY_PROTOCOL_ERROR : MC_MAIL_REPLY_REFUSED;
    default:
      return MC_MAIL_REPLY_PROTOCOL_ERROR;
    }
}

/**
 * mc_smtp_reply_to_mail_reply:
 * @self: a complete reply
 *
 * Joins the lines and takes the enhanced status codes out of them. The first code
 * counts; they are the same on all lines.
 *
 * Returns: (transfer full): the same as a reply of any protocol
 */
McMailReply *
mc_smtp_reply_to_mail_reply (McSmtpReply *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *enhanced_code = NULL;
  McMailReply        *reply;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *line = g_ptr_array_index (self->lines, i);
      gsize       length = enhanced_code_length (line);

      if (length > 0 && enhanced_code == NULL)
        enhanced_code = g_strndup (line, length);
      line += length;
      while (*line == ' ')
        line++;
      if (*line != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", line);
    }

  reply = mc_mail_reply_new (status_of_code (self->code), text->str, text->len);
  mc_mail_reply_set_reply_code (reply, self->code, enhanced_code);
  return reply;
}
