/* mc-notice-text.c
 *
 * Notices that follow no standard: whom the text is about, and what it says of each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-notice-private.h"
#include "mc-text.h"

#define MAX_LINE    2000
#define MAX_ADDRESS 320
#define MAX_REGION  (16 * 1024)

/* What is said about one recipient. */
typedef struct
{
  char    *address;
  GString *text;
} Region;

/* @pending: replies of another server that belong to the recipient named next */
typedef struct
{
  GPtrArray *regions;
  Region    *current;
  GString   *pending;
  gboolean   is_closed;
} Reader;

/* What stands before a recipient’s address in a sentence, lower case. */
static const char *const labels[] = {
  "recipient:",
  "recipient address:",
  "failed recipient:",
  "could not be delivered to:",
  "unable to deliver message to:",
  "unable to deliver message to",
  "undeliverable to",
  "addressed to:",
  "error delivering your mail to",
  "unknown user:",
  "exceeds allowed size:",
  "delivery userid:",
  "mailbox is full:",
  "returned permanent errors:",
  "rejected recipient",
  "rcpt to:",
  "your message to",
  "your mail to",
  "unable to deliver to",
  "failed to deliver to",
  "not delivered to:",
  "failed address:",
  "was not delivered to",
  "could not be delivered to",
  "unknown recipient:",
  "invalid recipient:",
  "no such user:",
  "the message to",
  "delivery to",
  "cannot be delivered to",
  "couldn't be delivered to",
};

/* What stands at the start of a line that names somebody else, lower case. */
static const char *const other_labels[] = {
  "from:",
  "to:",
  "cc:",
  "sent:",
  "subject:",
  "date:",
  "reply-to:",
  "return-path:",
  "sender:",
  "message-id:",
  "mail from:",
  ">>> mail from",
  ">>> mail",
  "contact",
  "for further assistance",
  "if you",
  "please",
  "for help",
  "x-",
};

/* After these, at the start of a line and behind dashes, the original message follows; lower case. */
static const char *const original_marks[] = {
  "this is a copy of the message",
  "this is a copy of your message",
  "this is a copy of the header",
  "below this line is a copy",
  "below is a copy of",
  "enclosed is a copy of",
  "included is a copy of",
  "original message follows",
  "original message headers",
  "original message header",
  "the header of the original message",
  "the headers of the original",
  "header of the original message",
  "message headers follow",
  "message header follows",
  "unsent message follows",
  "unsent message below",
  "returned message",
  "original mail info",
  "message text follows",
  "message body follows",
  "start of returned message",
  "the following is a copy",
  "here is a copy of",
  "here are the headers of",
  "undelivered message follows",
  "a copy of your message",
  "text of original message",
  "message follows",
  "your original message",
};

static void
region_free (gpointer data)
{
  Region *region = data;

  g_free (region->address);
  g_string_free (region->text, TRUE);
  g_free (region);
}

static gboolean
is_local_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || (c != '\0' && strchr ("!#$%&'*+-/=?^_`{|}~.", c) != NULL);
}

static gboolean
is_domain_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || c == '-' || c == '.' || c == '_';
}

/* The first address in @text. Returns: where it begins, or %NULL */
static const char *
find_address (const char *text,
              gsize      *length)
{
  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@'))
    {
      const char *start = at;
      const char *end = at + 1;

      while (start > text && is_local_byte (start[-1]))
        start--;
      if (start > text && start == at && start[-1] == '"')
        {
          start--;
          while (start > text && start[-1] != '"')
            start--;
          start -= start > text ? 1 : 0;
        }
      while (is_domain_byte (*end))
        end++;
      while (end > at + 1 && (end[-1] == '.' || end[-1] == '-'))
        end--;

      if (start < at && end > at + 1 && end - start <= MAX_ADDRESS)
        {
          *length = (gsize) (end - start);
          return start;
        }
    }

  return NULL;
}

static gboolean
begins_other (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (other_labels); i++)
    {
      if (mc_text_has_prefix (line, other_labels[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether what comes after an address at the start of a line goes with naming a recipient. */
static gboolean
ends_like_recipient (const char *rest)
{
  rest += strspn (rest, ">\" \t");

  return *rest == '\0' || strchr (":([<,;", *rest) != NULL || g_str_has_prefix (rest, "...") ||
         mc_text_has_prefix (rest, "on ") || mc_text_has_prefix (rest, "invalid address") ||
         mc_text_has_prefix (rest, "unknown");
}

/* Sendmail: “550 5.1.1 <anna@example.org>... User unknown” */
static const char *
skip_codes (const char *line)
{
  if (g_ascii_isdigit (line[0]) && g_ascii_isdigit (line[1]) && g_ascii_isdigit (line[2]) &&
      (line[3] == ' ' || line[3] == '-'))
    return line + 4 + strspn (line + 4, "0123456789. ");

  return line;
}

/* The address that a line is about, or %NULL. */
static char *
read_recipient (const char *line,
                gboolean   *is_transcript)
{
  const char      *start = line + strspn (line, " \t*>-|");
  const char      *after_codes = skip_codes (start);
  const char      *address;
  gsize            length;
  g_autofree char *lower = NULL;

  *is_transcript = after_codes != start;
  address = find_address (line, &length);
  if (address == NULL || begins_other (line + strspn (line, " \t")))
    return NULL;

  if (address <= after_codes + strspn (after_codes, "<\"") && ends_like_recipient (address + length) &&
      (!*is_transcript || strstr (address + length, "...") != NULL))
    return g_strndup (address, length);

  *is_transcript = FALSE;
  lower = g_ascii_strdown (line, (gssize) (address - line));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *label = strstr (lower, labels[i]);

      /* “<” and a space may stand between them. */
      if (label != NULL && strlen (label) - strlen (labels[i]) <= 2)
        return g_strndup (address, length);
    }

  return NULL;
}

static Region *
find_region (Reader     *self,
             const char *address)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      Region *region = g_ptr_array_index (self->regions, i);

      if (g_ascii_strcasecmp (region->address, address) == 0)
        return region;
    }

  return NULL;
}

/* Exim names a local recipient without a domain. */
static Region *
find_local_region (Reader     *self,
                   const char *line)
{
  const char *word = line + strspn (line, " \t");
  gsize       length = strcspn (word, " \t:");

  for (guint i = 0; length > 0 && word > line && word[length] == '\0' && i < self->regions->len; i++)
    {
      Region *region = g_ptr_array_index (self->regions, i);

      if (g_ascii_strncasecmp (region->address, word, length) == 0 && region->address[length] == '@')
        return region;
    }

  return NULL;
}

static Region *
add_region (Reader     *self,
            const char *address)
{
  Region *region;

  if (self->is_closed || self->regions->len >= MC_NOTICE_MAX_DELIVERIES)
    return NULL;

  region = g_new0 (Region, 1);
  region->address = g_strdup (address);
  region->text = g_string_new (NULL);
  g_ptr_array_add (self->regions, region);

  return region;
}

static void
append (GString    *text,
        const char *line)
{
  if (text->len >= MAX_REGION)
    return;

  g_string_append (text, line);
  g_string_append_c (text, '\n');
}

static void
flush_pending (Reader *self,
               Region *region)
{
  if (region != NULL && self->pending->len > 0)
    append (region->text, self->pending->str);
  g_string_truncate (self->pending, 0);
}

/* A reply that the transcript of a session quotes. */
static gboolean
is_quoted_reply (const char *line)
{
  line += strspn (line, " \t>");

  return g_str_has_prefix (line, "<<< ") || g_str_has_prefix (line, "... while talking to") || mc_text_has_prefix (line, "while talking to");
}

static void
read_line (Reader     *self,
           const char *line)
{
  gboolean         is_transcript;
  g_autofree char *address = NULL;
  Region          *region;

  if (is_quoted_reply (line))
    {
      append (self->pending, line);
      return;
    }

  address = read_recipient (line, &is_transcript);
  region = address != NULL ? find_region (self, address) : find_local_region (self, line);
  if (region == NULL && address != NULL)
    region = add_region (self, address);

  if (region != NULL)
    {
      flush_pending (self, is_transcript || self->current == NULL ? region : self->current);
      self->current = region;
    }

  if (self->current != NULL)
    append (self->current->text, line);
}

/*
 * Goes through a text line by line. What stands between one recipient and the next is said about the first; with one
 * recipient alone, the words before it count too, but that is for the caller.
 */
static void
read_lines (Reader     *self,
            const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char         *end;

  for (const char *p = text; p != NULL; p = *end != '\0' ? end + 1 : NULL)
    {
      end = p + strcspn (p, "\n");
      g_string_truncate (line, 0);
      g_string_append_len (line, p, MIN (end - p, MAX_LINE));
      read_line (self, line->str);
    }

  if (self->pending->len > 0)
    flush_pending (self, self->current);
}

static void
reader_init (Reader            *self,
             const char *const *recipients)
{
  *self = (Reader) { .regions = g_ptr_array_new_with_free_func (region_free), .pending = g_string_new (NULL) };

  for (guint i = 0; recipients != NULL && recipients[i] != NULL; i++)
    add_region (self, recipients[i]);
  self->is_closed = self->regions->len > 0;
}

static void
reader_clear (Reader *self)
{
  g_ptr_array_unref (self->regions);
  g_string_free (self->pending, TRUE);
}

/* Where no line has the shape of one: the first address that is not the reader’s own. */
static void
read_any_address (Reader     *self,
                  const char *text,
                  const char *not_recipient)
{
  gsize length = 0;

  for (const char *p = find_address (text, &length); p != NULL; p = find_address (p + length, &length))
    {
      g_autofree char *address = g_strndup (p, length);

      if (strstr (not_recipient, address) == NULL)
        {
          add_region (self, address);
          return;
        }
    }
}

/**
 * mc_notice_read_text:
 * @text: what a notice says, without the original message
 * @recipients: (nullable): whom it is about, where that is known
 * @not_recipient: (nullable): a text with addresses that it is not about; given, any
 *   other address is better than none
 *
 * Returns: (transfer full) (element-type McDelivery): whom it is about; the
 *   diagnostic of each is all that is said of it, and no reason is given
 */
GPtrArray *
mc_notice_read_text (const char        *text,
                     const char *const *recipients,
                     const char        *not_recipient)
{
  GPtrArray *deliveries = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_delivery_free);
  Reader     self;

  reader_init (&self, recipients);
  read_lines (&self, text);
  if (self.regions->len == 0 && not_recipient != NULL)
    read_any_address (&self, text, not_recipient);

  for (guint i = 0; i < self.regions->len; i++)
    {
      Region     *region = g_ptr_array_index (self.regions, i);
      McDelivery *delivery = mc_delivery_new ();

      delivery->recipient = mc_text_make_safe (region->address, -1, MAX_ADDRESS);
      delivery->diagnostic = g_strdup (region->text->str);
      g_ptr_array_add (deliveries, delivery);
    }

  reader_clear (&self);
  return deliveries;
}

static gboolean
is_original_mark (const char *line)
{
  const char *start = line + strspn (line, " \t-=*#|_>");
  const char *rest;

  for (guint i = 0; i < G_N_ELEMENTS (original_marks); i++)
    {
      if (mc_text_has_prefix (start, original_marks[i]))
        return TRUE;
    }

  if (!mc_text_has_prefix (start, "original message"))
    return FALSE;

  rest = start + strlen ("original message");
  return rest[strspn (rest, " \t-=*#|_:.")] == '\0' || rest[strspn (rest, " \t-=*#|_:.")] == '\n';
}

/* A line that only the header of a message has, at the start of the line. */
static gboolean
begins_header (const char *line)
{
  return mc_text_has_prefix (line, "received: from ") || mc_text_has_prefix (line, "received: by ") ||
         mc_text_has_prefix (line, "received:from ") || mc_text_has_prefix (line, "return-path: <");
}

/**
 * mc_notice_cut_original:
 * @text: (inout): what a notice says; shortened in place
 * @original: (out) (nullable): what comes after the mark of the original message
 *
 * Parts what is said from the message that it is said about.
 */
void
mc_notice_cut_original (char  *text,
                        char **original)
{
  for (char *line = text; line != NULL && *line != '\0'; line = strchr (line, '\n'))
    {
      line += *line == '\n' ? 1 : 0;
      if (is_original_mark (line))
        {
          char *rest = line + strcspn (line, "\n");

          *original = g_strdup (rest + strspn (rest, "\n -=*|_"));
          *line = '\0';
          return;
        }

      if (begins_header (line))
        {
          *original = g_strdup (line);
          *line = '\0';
          return;
        }
    }
}
