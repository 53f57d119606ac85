/* mc-input.c
 *
 * Recognises what somebody pasted or opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-input.h"
#include "mc-message-text.h"
#include "mc-quotation.h"
#include "mc-text.h"
#include "mc-words.h"

/* Of a text that is no message no more is looked at. */
#define MAX_TEXT     (512 * 1024)
#define MAX_MESSAGES 1000

/* All messages of an mbox together. */
#define MAX_DELIVERIES 5000

/* More than a header before its first known fields. */
#define MAX_HEAD (16 * 1024)

static const char *const kind_ids[] = {
  [MC_INPUT_UNKNOWN] = "unknown",
  [MC_INPUT_BOUNCE] = "bounce",
  [MC_INPUT_HEADERS] = "headers",
  [MC_INPUT_LOG] = "log",
  [MC_INPUT_REPLY] = "reply",
};

/* Fields that the header of a message has, lower case. */
static const char *const header_names[] = {
  "received",
  "return-path",
  "delivered-to",
  "from",
  "to",
  "cc",
  "subject",
  "date",
  "message-id",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "reply-to",
  "sender",
  "authentication-results",
  "dkim-signature",
  "received-spf",
  "arc-seal",
  "auto-submitted",
  "x-failed-recipients",
  "x-original-to",
  "in-reply-to",
  "references",
  "list-id",
  "envelope-to",
  "precedence",
  "status",
};

/* What the lines of mail servers’ logs hold; all pieces of a row. */
static const char *const log_signs[][3] = {
  { "postfix/", ": ", NULL },
  { " to=<", "status=", NULL },
  { "sendmail[", ": ", NULL },
  { " stat=", "mailer=", NULL },
  { "sm-mta[", ": ", NULL },
  { " => ", " R=", " T=" },
  { " ** ", " R=", NULL },
  { " == ", " R=", "defer" },
  { " <= ", " H=", " P=" },
  { "dovecot: ", "lda(", NULL },
  { "dovecot: ", "lmtp", NULL },
  { "opensmtpd", " mta ", NULL },
  { "smtpd[", "mta delivery", NULL },
  { "qmail: ", "delivery ", NULL },
  { "exim[", ": ", NULL },
};

/* Over what is forwarded or answered within a text. */
static gboolean
is_header_line (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_names); i++)
    {
      gsize length = strlen (header_names[i]);

      if (mc_text_has_prefix (line, header_names[i]) && line[length + strspn (line + length, " \t")] == ':')
        return TRUE;
    }

  return FALSE;
}

/* “Name: value”, or a line that goes on. */
static gboolean
could_be_header (const char *line)
{
  gsize length = strcspn (line, ": \t\n");

  return *line == ' ' || *line == '\t' || (length > 0 && line[length] == ':');
}

/* How many known fields stand in the lines from @start on, before anything else; more than three tell no more. */
static guint
count_headers (const char *start)
{
  guint n = 0;

  for (const char *line = start; n < 3 && *line != '\0' && could_be_header (line); line = mc_text_next_line (line))
    n += is_header_line (line) ? 1 : 0;

  return n;
}

/* Where the header of a message begins: at the start, or further on after a forwarding program’s words. */
static const char *
find_message (const char *text)
{
  for (const char *line = text; *line != '\0'; line = mc_text_next_line (line))
    {
      if (is_header_line (line) && count_headers (line) >= 2)
        return line;
    }

  return NULL;
}

static gboolean
is_log_line (const char *line,
             gsize       length)
{
  g_autofree char *copy = g_strndup (line, length);

  for (guint i = 0; i < G_N_ELEMENTS (log_signs); i++)
    {
      gboolean holds = TRUE;

      for (guint j = 0; j < 3 && log_signs[i][j] != NULL; j++)
        holds = holds && strstr (copy, log_signs[i][j]) != NULL;
      if (holds)
        return TRUE;
    }

  return FALSE;
}

/* Most lines that are not empty are a log’s. */
static gboolean
is_log (const char *text)
{
  guint n_lines = 0;
  guint n_log = 0;

  for (const char *line = text; *line != '\0' && n_lines < 200; line = mc_text_next_line (line))
    {
      gsize length = strcspn (line, "\n");

      if (strspn (line, " \t") >= length)
        continue;
      n_lines++;
      n_log += is_log_line (line, length) ? 1 : 0;
    }

  return n_log > 0 && n_log * 2 >= n_lines;
}

static void
take_notice (McInput  *self,
             McNotice *notice)
{
  if (notice->kind == MC_NOTICE_NONE || self->notices->len >= MAX_MESSAGES)
    {
      mc_notice_free (notice);
      return;
    }

  g_ptr_array_add (self->notices, notice);
  self->kind = MC_INPUT_BOUNCE;
}

static gboolean
is_full (const McInput *self)
{
  guint n = 0;

  for (guint i = 0; i < self->notices->len; i++)
    n += ((McNotice *) g_ptr_array_index (self->notices, i))->deliveries->len;

  return n >= MAX_DELIVERIES;
}

static gboolean
has_full_notice (const McInput *self)
{
  for (guint i = 0; i < self->notices->len; i++)
    {
      if (((McNotice *) g_ptr_array_index (self->notices, i))->deliveries->len >= MC_NOTICE_MAX_DELIVERIES)
        return TRUE;
    }

  return FALSE;
}

/* “Name:”, in bytes that no NUL ends. */
static gboolean
begins_field (const char *line,
              const char *end)
{
  const char *p = line;

  while (p < end && *p != ':' && *p > ' ')
    p++;

  return p > line && p < end && *p == ':';
}

/* RFC 4155: a line “From …” after an empty line, and a header after it. */
static const char *
find_next_of_mbox (const char *data,
                   const char *end)
{
  for (const char *p = data; p < end && (p = memmem (p, (gsize) (end - p), "\nFrom ", 6)) != NULL; p++)
    {
      const char *line = memchr (p + 1, '\n', (gsize) (end - p - 1));

      if (p > data && (p[-1] == '\n' || (p[-1] == '\r' && p - data > 1 && p[-2] == '\n')) && line != NULL &&
          begins_field (line + 1, end))
        return p + 1;
    }

  return NULL;
}

/* A message, or several of an mbox. */
static void
read_messages (McInput    *self,
               const char *data,
               gsize       length)
{
  const char *end = data + length;
  const char *start = data;
  gboolean    is_mbox = length > 5 && memcmp (data, "From ", 5) == 0;

  for (guint n = 0; start != NULL && start < end && n < MAX_MESSAGES && !is_full (self); n++)
    {
      const char *next = is_mbox ? find_next_of_mbox (start + 1, end) : NULL;

      take_notice (self, mc_notice_parse (start, (gsize) ((next != NULL ? next : end) - start)));
      start = next;
    }

  self->is_truncated = start != NULL || has_full_notice (self);
}

/* Text that was copied from a notice without its header. */
static void
read_bare_notice (McInput    *self,
                  const char *text)
{
  g_autofree char *message = g_strconcat ("From: <>\nContent-Type: text/plain; charset=utf-8\n\n", text, NULL);
  McNotice        *notice = mc_notice_parse (message, strlen (message));

  take_notice (self, notice);
}

/* A notice as a mail program shows it, below a header in the person’s language. */
static void
read_forwarded (McInput    *self,
                const char *text)
{
  g_autofree char *message = mc_quotation_dup_forwarded (text);

  if (message != NULL)
    take_notice (self, mc_notice_parse (message, strlen (message)));
}

/* RFC 5321 section 4.2: each line begins with the code, so that its words are the server’s, whatever they are. */
static gboolean
is_smtp_reply (const char *text)
{
  for (const char *line = text; *line != '\0'; line = mc_text_next_line (line))
    {
      gsize digits = strspn (line, "0123456789");

      if (line[strspn (line, " \t")] != '\n' && (digits != 3 || strchr ("- ", line[3]) == NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_sure_of_text (const char *text)
{
  g_autoptr (McWords) words = mc_words_new (text);

  return mc_notice_says_so (words);
}

static void
read_text (McInput    *self,
           const char *text)
{
  const char *message = find_message (text);

  if (message != NULL)
    {
      take_notice (self, mc_notice_parse (message, strlen (message)));
      if (self->kind == MC_INPUT_UNKNOWN && message == text)
        self->kind = MC_INPUT_HEADERS;
    }
  if (self->kind == MC_INPUT_UNKNOWN)
    read_forwarded (self, text);
  if (self->kind == MC_INPUT_UNKNOWN && is_log (text))
    self->kind = MC_INPUT_LOG;
  if (self->kind == MC_INPUT_UNKNOWN && !is_smtp_reply (text) && is_sure_of_text (text))
    read_bare_notice (self, text);
  if (self->kind == MC_INPUT_UNKNOWN)
    {
      self->reply = mc_reply_reading_new (text);
      if (self->reply != NULL)
        self->kind = MC_INPUT_REPLY;
    }
  if (self->kind == MC_INPUT_UNKNOWN && message != NULL)
    self->kind = MC_INPUT_HEADERS;
}

static void
read_as (McInput    *self,
         const char *text,
         McInputKind expected)
{
  switch (expected)
    {
    case MC_INPUT_BOUNCE:
      read_bare_notice (self, text);
      break;
    case MC_INPUT_REPLY:
      self->reply = mc_reply_reading_new (text);
      self->kind = self->reply != NULL ? MC_INPUT_REPLY : MC_INPUT_UNKNOWN;
      break;
    case MC_INPUT_HEADERS:
    case MC_INPUT_LOG:
      self->kind = expected;
      break;
    case MC_INPUT_UNKNOWN:
    default:
      read_text (self, text);
      break;
    }
}

/* Whether a header is what comes first. */
static gboolean
begins_message (const char *text)
{
  if (g_str_has_prefix (text, "From "))
    return count_headers (mc_text_next_line (text)) >= 1;

  return could_be_header (text) && count_headers (text) >= (is_header_line (text) ? 2 : 3);
}

/* Whether anything follows the header. */
static gboolean
has_body (const char *text)
{
  const char *body = strstr (text, "\n\n");

  return body != NULL && body[strspn (body, " \t\n")] != '\0';
}

static gsize
skip_space (const char *data,
            gsize       length)
{
  gsize n = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (n < length && (g_ascii_isspace (data[n]) || data[n] == '\0'))
    n++;

  return n;
}

/**
 * mc_input_read:
 * @data: what was given: a file, or pasted text
 * @length: how many bytes, at most %MC_INPUT_MAX_SIZE
 * @expected: what it should be read as; %MC_INPUT_UNKNOWN to find out
 *
 * Recognises and reads a message (also several in an mbox, or one within another), a
 * delivery notice, headers, a log, or what a server said; with any line ends,
 * encoding, quotation and forwarding.
 *
 * Returns: (transfer full): what it is
 */
McInput *
mc_input_read (const char *data,
               gsize       length,
               McInputKind expected)
{
  McInput         *self = g_new0 (McInput, 1);
  gsize            skip = skip_space (data, length);
  g_autofree char *head = g_strndup (length > 0 ? data + skip : "", MIN (length - skip, MAX_HEAD));
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  char            *start = head;
  gboolean         is_wanted = expected == MC_INPUT_UNKNOWN || expected == MC_INPUT_BOUNCE;

  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_notice_free);
  self->is_message = begins_message (head);
  if (self->is_message && is_wanted)
    read_messages (self, data + skip, length - skip);

  if (self->kind == MC_INPUT_UNKNOWN)
    {
      text = mc_message_text_decode (data, MIN (length, MAX_TEXT), NULL);
      plain = mc_quotation_dup_plain (text);
      start = plain != NULL ? plain : text;
      start += skip_space (start, strlen (start));
    }
  if (!self->is_message)
    {
      self->is_message = begins_message (start);
      if (self->is_message && is_wanted)
        read_messages (self, start, strlen (start));
    }

  if (self->kind == MC_INPUT_UNKNOWN && self->is_message && expected == MC_INPUT_UNKNOWN)
    {
      self->kind = MC_INPUT_HEADERS;
      self->is_message = has_body (start);
    }
  else if (self->kind == MC_INPUT_UNKNOWN)
    read_as (self, start, expected);

  return self;
}

void
mc_input_free (McInput *self)
{
  g_ptr_array_unref (self->notices);
  g_clear_pointer (&self->reply, mc_reply_reading_free);
  g_free (self);
}

const char *
mc_input_kind_get_id (McInputKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_ids), NULL);

  return kind_ids[kind];
}

/**
 * mc_input_kind_from_id:
 * @id: a word
 * @kind: (out): the kind with this id
 *
 * Returns: whether there is one that can be asked for
 */
gboolean
mc_input_kind_from_id (const char  *id,
                       McInputKind *kind)
{
  for (gsize i = MC_INPUT_BOUNCE; i < G_N_ELEMENTS (kind_ids); i++)
    {
      if (g_str_equal (kind_ids[i], id))
        {
          *kind = (McInputKind) i;
          return TRUE;
        }
    }

  return FALSE;
}
