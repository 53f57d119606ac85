/* mc-redactor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-redactor-forms.h"
#include "mc-redactor.h"

/* Hidden everywhere, a password of two letters would black out half of every text and so give itself away. */
#define MIN_CHARS 3

/* How much of a form must stand at the edge of a text to be told from chance. */
#define MIN_FRAGMENT 4

/**
 * McRedactor:
 *
 * Knows the forms in which the secrets of a run can appear in foreign text
 * (as typed, escaped, percent-encoded, in base64, in a SASL message) and
 * replaces them. A server may echo what it was sent, so everything that is
 * kept goes through it.
 */
struct _McRedactor
{
  GObject    parent_instance;
  GPtrArray *forms; /* Form */
};

typedef struct
{
  McFormKind kind;
  gsize      length;
  char       text[]; /* folded, not NUL-terminated */
} Form;

G_DEFINE_FINAL_TYPE (McRedactor, mc_redactor, G_TYPE_OBJECT)

static void
form_free (gpointer data)
{
  Form *form = data;

  mc_secret_wipe (form->text, form->length);
  g_free (form);
}

/* Lower case where that takes as many bytes, so that places in both texts are the same. */
static void
fold (char *text)
{
  for (char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      gunichar lower;
      int      length;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          p++;
          continue;
        }

      lower = g_unichar_tolower (c);
      length = g_unichar_to_utf8 (c, NULL);
      if (g_unichar_to_utf8 (lower, NULL) == length)
        g_unichar_to_utf8 (lower, p);
      p += length;
    }
}

/* Takes over @text. */
static void
take_form (McFormKind kind,
           char      *text,
           gpointer   user_data)
{
  McRedactor *self = user_data;
  gsize       length = strlen (text);
  Form       *form;

  fold (text);
  for (guint i = 0; i < self->forms->len; i++)
    {
      form = g_ptr_array_index (self->forms, i);
      if (form->length == length && memcmp (form->text, text, length) == 0)
        {
          mc_secret_free_text (text);
          return;
        }
    }

  form = g_malloc (sizeof (Form) + length);
  form->kind = kind;
  form->length = length;
  memcpy (form->text, text, length);
  g_ptr_array_add (self->forms, form);
  mc_secret_free_text (text);
}

static void
mc_redactor_finalize (GObject *object)
{
  McRedactor *self = MC_REDACTOR (object);

  g_ptr_array_unref (self->forms);

  G_OBJECT_CLASS (mc_redactor_parent_class)->finalize (object);
}

static void
mc_redactor_class_init (McRedactorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_redactor_finalize;
}

static void
mc_redactor_init (McRedactor *self)
{
  self->forms = g_ptr_array_new_with_free_func (form_free);

  /* What is hidden already stays so: in a second turn, a part of it would tell a password that is the same. */
  take_form (MC_FORM_TEXT, g_strdup (MC_REDACTED), self);
}

McRedactor *
mc_redactor_new (void)
{
  return g_object_new (MC_TYPE_REDACTOR, NULL);
}

static gboolean
is_too_short (const char *bytes,
              gsize       length)
{
  g_autofree char *valid = NULL;
  glong            n_chars;

  if (length >= MIN_CHARS * 6)
    return FALSE;

  valid = g_utf8_make_valid (bytes, (gssize) length);
  n_chars = g_utf8_strlen (valid, -1);
  mc_secret_wipe (valid, strlen (valid));

  return n_chars < MIN_CHARS;
}

/**
 * mc_redactor_add_bytes:
 * @self: a redactor
 * @bytes: a secret sequence; when it is no text, only its base64 forms are known
 * @length: its length
 */
void
mc_redactor_add_bytes (McRedactor *self,
                       const char *bytes,
                       gsize       length)
{
  char *text;

  g_return_if_fail (MC_IS_REDACTOR (self));

  if (is_too_short (bytes, length))
    return;

  if (memchr (bytes, '\0', length) != NULL)
    {
      mc_redactor_forms_of_bytes (bytes, length, take_form, self);
      return;
    }

  text = g_strndup (bytes, length);
  mc_redactor_forms_of_text (text, take_form, self);
  mc_secret_free_text (text);
}

/* The message of SASL PLAIN (RFC 4616) */
static void
add_plain_message (McRedactor *self,
                   const char *authorization,
                   const char *user,
                   const char *secret)
{
  gsize    length = strlen (authorization) + strlen (user) + strlen (secret) + 2;
  GString *message = g_string_sized_new (length + 1);

  g_string_append (message, authorization);
  g_string_append_c (message, '\0');
  g_string_append (message, user);
  g_string_append_c (message, '\0');
  g_string_append (message, secret);
  mc_redactor_add_bytes (self, message->str, message->len);
  mc_secret_wipe (message->str, message->len);
  g_string_free (message, TRUE);
}

/**
 * mc_redactor_add_secret:
 * @self: a redactor
 * @user: (nullable): the sign-in name used with it
 * @secret: the secret
 *
 * Makes the redactor know the secret alone and in a SASL PLAIN message.
 */
void
mc_redactor_add_secret (McRedactor *self,
                        const char *user,
                        McSecret   *secret)
{
  const char *text = mc_secret_peek (secret);

  g_return_if_fail (MC_IS_REDACTOR (self));

  mc_redactor_add_bytes (self, text, strlen (text));
  if (user == NULL)
    return;

  add_plain_message (self, "", user, text);
  add_plain_message (self, user, user, text);
}

static gboolean
is_base64_char (char c)
{
  return g_ascii_isalnum (c) || c == '+' || c == '/' || c == '-' || c == '_';
}

/* The letters beside a form in base64 hold bits of it. */
static void
hide_base64 (const char *text,
             gsize       length,
             gsize       start,
             gsize       end,
             guint8     *hidden)
{
  while (start > 0 && is_base64_char (text[start - 1]))
    start--;
  while (end < length && (is_base64_char (text[end]) || text[end] == '='))
    end++;

  memset (hidden + start, TRUE, end - start);
}

static void
hide_form (const Form *form,
           const char *text,
           gsize       length,
           guint8     *hidden)
{
  const char *p = text;

  while ((p = memmem (p, length - (gsize) (p - text), form->text, form->length)) != NULL)
    {
      gsize start = (gsize) (p - text);

      memset (hidden + start, TRUE, form->length);
      if (form->kind == MC_FORM_BASE64)
        hide_base64 (text, length, start, start + form->length, hidden);
      p++;
    }
}

/* A text may have been cut, or be one of the lines in which a secret was broken. */
static void
hide_edges (const Form *form,
            const char *text,
            gsize       length,
            guint8     *hidden)
{
  gsize longest = MIN (form->length - 1, length);

  for (gsize n = longest; n >= MIN_FRAGMENT; n--)
    {
      if (memcmp (text, form->text + form->length - n, n) == 0)
        {
          memset (hidden, TRUE, n);
          break;
        }
    }

  for (gsize n = longest; n >= MIN_FRAGMENT; n--)
    {
      if (memcmp (text + length - n, form->text, n) == 0)
        {
          memset (hidden + length - n, TRUE, n);
          break;
        }
    }
}

/* Where a text was cut, or a line ends. */
static gsize
length_of_edge (const char *p)
{
  static const char *const edges[] = { "\n", "…", "..." };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      if (g_str_has_prefix (p, edges[i]))
        return strlen (edges[i]);
    }

  return 0;
}

static void
hide_fragments (McRedactor *self,
                const char *text,
                gsize       length,
                guint8     *hidden)
{
  for (guint i = 0; i < self->forms->len; i++)
    hide_edges (g_ptr_array_index (self->forms, i), text, length, hidden);
}

static char *
replace_hidden (const char   *text,
                const guint8 *hidden)
{
  GString *result = g_string_sized_new (strlen (text));

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      if (!hidden[i])
        g_string_append_c (result, text[i]);
      else if (i == 0 || !hidden[i - 1])
        g_string_append (result, MC_REDACTED);
    }

  return g_string_free_and_steal (result);
}

/**
 * mc_redactor_apply:
 * @self: a redactor
 * @text: any text
 *
 * Replaces every known form of a secret, in upper or lower case, and what can
 * be a part of one where a line of @text begins, ends or was cut. Secrets that
 * touch become one.
 *
 * Returns: (transfer full): the text without secrets
 */
char *
mc_redactor_apply (McRedactor *self,
                   const char *text)
{
  g_autofree guint8 *hidden = NULL;
  char              *folded;
  gsize              length;
  gsize              start = 0;

  g_return_val_if_fail (MC_IS_REDACTOR (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  hidden = g_malloc0 (length + 1);
  folded = g_strdup (text);
  fold (folded);

  for (guint i = 0; i < self->forms->len; i++)
    hide_form (g_ptr_array_index (self->forms, i), folded, length, hidden);

  for (gsize i = 0; i <= length; i++)
    {
      gsize edge = i < length ? length_of_edge (folded + i) : 1;

      if (edge > 0)
        {
          hide_fragments (self, folded + start, i - start, hidden + start);
          start = i + edge;
        }
    }

  mc_secret_free_text (folded);
  return replace_hidden (text, hidden);
}
