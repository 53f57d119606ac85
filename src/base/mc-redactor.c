/* mc-redactor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-redactor.h"

/* A one-letter password would black out half of every text and so give itself away. */
#define MIN_LENGTH 3

/**
 * McRedactor:
 *
 * Knows the forms in which the secrets of a run can appear in foreign text
 * (plain, base64, in a SASL message, percent-encoded) and replaces them. A
 * server may echo what it was sent, so everything that is kept goes through it.
 */
struct _McRedactor
{
  GObject    parent_instance;
  GPtrArray *forms; /* longest first */
};

G_DEFINE_FINAL_TYPE (McRedactor, mc_redactor, G_TYPE_OBJECT)

static int
compare_by_length (gconstpointer a,
                   gconstpointer b)
{
  gsize length_a = strlen (*(const char *const *) a);
  gsize length_b = strlen (*(const char *const *) b);

  return length_a < length_b ? 1 : length_a > length_b ? -1
                                                       : 0;
}

static void
add_form (McRedactor *self,
          const char *form)
{
  if (strlen (form) < MIN_LENGTH)
    return;

  if (g_ptr_array_find_with_equal_func (self->forms, form, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->forms, g_strdup (form));
  g_ptr_array_sort (self->forms, compare_by_length);
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
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_secret_free_text);
}

McRedactor *
mc_redactor_new (void)
{
  return g_object_new (MC_TYPE_REDACTOR, NULL);
}

/**
 * mc_redactor_add_bytes:
 * @self: a redactor
 * @bytes: a secret sequence, plain; its base64 form is added too
 * @length: its length
 */
void
mc_redactor_add_bytes (McRedactor *self,
                       const char *bytes,
                       gsize       length)
{
  char *base64;

  g_return_if_fail (MC_IS_REDACTOR (self));

  if (length == 0)
    return;

  if (memchr (bytes, '\0', length) == NULL)
    {
      char *plain = g_strndup (bytes, length);
      char *escaped = g_uri_escape_string (plain, NULL, FALSE);

      add_form (self, plain);
      if (escaped != NULL)
        add_form (self, escaped);
      mc_secret_free_text (escaped);
      mc_secret_free_text (plain);
    }

  base64 = g_base64_encode ((const guchar *) bytes, length);
  add_form (self, base64);
  mc_secret_free_text (base64);
}

/**
 * mc_redactor_add_secret:
 * @self: a redactor
 * @user: (nullable): the sign-in name used with it
 * @secret: the secret
 *
 * Makes the redactor know the secret alone and in a SASL PLAIN message (RFC 4616).
 */
void
mc_redactor_add_secret (McRedactor *self,
                        const char *user,
                        McSecret   *secret)
{
  const char *text = mc_secret_peek (secret);
  GString    *plain;

  g_return_if_fail (MC_IS_REDACTOR (self));

  mc_redactor_add_bytes (self, text, strlen (text));

  if (user == NULL)
    return;

  plain = g_string_new (NULL);
  g_string_append_c (plain, '\0');
  g_string_append (plain, user);
  g_string_append_c (plain, '\0');
  g_string_append (plain, text);
  mc_redactor_add_bytes (self, plain->str, plain->len);
  mc_secret_wipe (plain->str, plain->len);
  g_string_free (plain, TRUE);
}

/**
 * mc_redactor_apply:
 * @self: a redactor
 * @text: any text
 *
 * Returns: (transfer full): the text with every known form of a secret replaced
 */
char *
mc_redactor_apply (McRedactor *self,
                   const char *text)
{
  g_autoptr (GString) result = NULL;

  g_return_val_if_fail (MC_IS_REDACTOR (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  result = g_string_new (text);
  for (guint i = 0; i < self->forms->len; i++)
    g_string_replace (result, g_ptr_array_index (self->forms, i), MC_REDACTED, 0);

  return g_string_free_and_steal (g_steal_pointer (&result));
}
