/* mc-transcript.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-text.h"
#include "mc-transcript.h"

#define MAX_LINE_CHARS 500
#define MAX_LENGTH     (48 * 1024)

/**
 * McTranscript:
 *
 * The dialogue on a connection, one line each, redacted and bounded as it is
 * written: what is kept never held a secret.
 */
struct _McTranscript
{
  GObject     parent_instance;
  McRedactor *redactor;
  GString    *text;
  gint64      began; /* monotonic, in µs */
  gboolean    is_full;
  gboolean    hides_challenges;
};

G_DEFINE_FINAL_TYPE (McTranscript, mc_transcript, G_TYPE_OBJECT)

static void
mc_transcript_finalize (GObject *object)
{
  McTranscript *self = MC_TRANSCRIPT (object);

  g_clear_object (&self->redactor);
  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (mc_transcript_parent_class)->finalize (object);
}

static void
mc_transcript_class_init (McTranscriptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_transcript_finalize;
}

static void
mc_transcript_init (McTranscript *self)
{
  self->text = g_string_new (NULL);
  self->began = g_get_monotonic_time ();
}

/**
 * mc_transcript_new:
 * @redactor: knows the secrets of the run
 *
 * Returns: (transfer full): an empty transcript, whose times count from now
 */
McTranscript *
mc_transcript_new (McRedactor *redactor)
{
  McTranscript *self;

  g_return_val_if_fail (MC_IS_REDACTOR (redactor), NULL);

  self = g_object_new (MC_TYPE_TRANSCRIPT, NULL);
  self->redactor = g_object_ref (redactor);

  return self;
}

static void
append_line (McTranscript *self,
             const char   *direction,
             const char   *text)
{
  gint64 milliseconds = (g_get_monotonic_time () - self->began) / G_TIME_SPAN_MILLISECOND;

  if (self->is_full)
    return;

  if (self->text->len > MAX_LENGTH)
    {
      self->is_full = TRUE;
      g_string_append (self->text, "…\n");
      return;
    }

  g_string_append_printf (self->text, "%6" G_GINT64_FORMAT " ms %s %s\n", milliseconds, direction, text);
}

/* “535-5.7.8 ” of SMTP: the next line of a text begins after it. */
static gsize
length_of_codes (const char *text)
{
  const char *p = text;
  gsize       n_digits = strspn (p, "0123456789");

  if (n_digits != 3 || (p[3] != '-' && p[3] != ' '))
    return 0;

  p += 4;
  n_digits = strspn (p, "0123456789.");
  if (n_digits >= 5 && p[1] == '.' && p[n_digits] == ' ')
    p += n_digits + 1;

  return (gsize) (p - text);
}

static void
append_bytes (McTranscript *self,
              const char   *direction,
              const char   *bytes,
              gsize         length)
{
  g_autofree char    *plain = NULL;
  g_autofree char    *redacted = NULL;
  g_autofree char    *words = NULL;
  g_autofree char    *safe = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  gsize               n_codes;

  if (self->is_full)
    return;

  while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r'))
    length--;

  /* Redaction looks at the bytes as they came; only what is shown is cut. */
  plain = g_utf8_make_valid (bytes, (gssize) length);
  redacted = mc_redactor_apply (self->redactor, plain);
  n_codes = length_of_codes (redacted);
  words = mc_redactor_apply (self->redactor, redacted + n_codes);
  g_string_append_len (line, redacted, n_codes);
  g_string_append (line, words);
  safe = mc_text_make_safe (line->str, -1, MAX_LINE_CHARS);
  append_line (self, direction, safe);
}

void
mc_transcript_sent (McTranscript *self,
                    const char   *bytes,
                    gsize         length)
{
  g_return_if_fail (MC_IS_TRANSCRIPT (self));

  append_bytes (self, "C:", bytes, length);
}

/* “+ base64” in IMAP and POP3, “334 base64” in SMTP */
static gboolean
is_challenge (const char *bytes,
              gsize       length)
{
  return (length >= 2 && memcmp (bytes, "+ ", 2) == 0) || (length >= 4 && memcmp (bytes, "334 ", 4) == 0);
}

void
mc_transcript_received (McTranscript *self,
                        const char   *bytes,
                        gsize         length)
{
  g_return_if_fail (MC_IS_TRANSCRIPT (self));

  if (self->hides_challenges && is_challenge (bytes, length))
    append_line (self, "S:", bytes[0] == '+' ? "+ " MC_REDACTED : "334 " MC_REDACTED);
  else
    append_bytes (self, "S:", bytes, length);
}

/**
 * mc_transcript_add_secret:
 * @self: a transcript
 * @text: a form of a secret that is sent, such as a SASL message in base64
 *
 * Hides @text wherever the server repeats it, here and in all else that the run
 * keeps.
 */
void
mc_transcript_add_secret (McTranscript *self,
                          const char   *text)
{
  g_return_if_fail (MC_IS_TRANSCRIPT (self));
  g_return_if_fail (text != NULL);

  mc_redactor_add_bytes (self->redactor, text, strlen (text));
}

/**
 * mc_transcript_hide_challenges:
 * @self: a transcript
 * @hide: whether a sign-in is under way
 *
 * Leaves out what the server says in a SASL exchange. With the last message of
 * SCRAM passwords could be tried without the server (RFC 5802 section 9).
 */
void
mc_transcript_hide_challenges (McTranscript *self,
                               gboolean      hide)
{
  g_return_if_fail (MC_IS_TRANSCRIPT (self));

  self->hides_challenges = hide;
}

/**
 * mc_transcript_note:
 * @self: a transcript
 * @format: printf format of something that happened on the connection
 * @...: its arguments
 */
void
mc_transcript_note (McTranscript *self,
                    const char   *format,
                    ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  g_return_if_fail (MC_IS_TRANSCRIPT (self));

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  append_bytes (self, "--", text, strlen (text));
}

/**
 * mc_transcript_to_string:
 * @self: a transcript
 *
 * Returns: (transfer full): the dialogue so far, lines ended by newlines
 */
char *
mc_transcript_to_string (McTranscript *self)
{
  g_return_val_if_fail (MC_IS_TRANSCRIPT (self), NULL);

  return g_strdup (self->text->str);
}
