/* mc-secret.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-secret.h"

/**
 * McSecret:
 *
 * A password or token whose memory is cleared when the last owner lets go.
 * It has no property and no string conversion on purpose.
 */
struct _McSecret
{
  gatomicrefcount ref_count;
  McSecretKind    kind;
  gsize           length;
  char            text[];
};

G_DEFINE_BOXED_TYPE (McSecret, mc_secret, mc_secret_ref, mc_secret_unref)

/**
 * mc_secret_new:
 * @kind: what the secret is
 * @text: the secret; the caller clears its own copy
 * @length: its length in bytes
 *
 * Returns: (transfer full): a new secret
 */
McSecret *
mc_secret_new (McSecretKind kind,
               const char  *text,
               gsize        length)
{
  McSecret *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_malloc0 (sizeof (McSecret) + length + 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->length = length;
  memcpy (self->text, text, length);

  return self;
}

McSecret *
mc_secret_ref (McSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mc_secret_unref (McSecret *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  mc_secret_wipe (self->text, self->length);
  g_free (self);
}

McSecretKind
mc_secret_get_kind (McSecret *self)
{
  g_return_val_if_fail (self != NULL, MC_SECRET_PASSWORD);

  return self->kind;
}

/**
 * mc_secret_peek:
 * @self: a secret
 *
 * Returns: (transfer none): the text; do not copy it into memory that is not cleared
 */
const char *
mc_secret_peek (McSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gboolean
mc_secret_equal (McSecret *self,
                 McSecret *other)
{
  if (self == other)
    return TRUE;

  if (self == NULL || other == NULL || self->length != other->length)
    return FALSE;

  return memcmp (self->text, other->text, self->length) == 0;
}

/**
 * mc_secret_wipe:
 * @memory: (nullable): memory that held a secret
 * @length: bytes to clear
 *
 * Clears memory in a way the compiler does not drop.
 */
void
mc_secret_wipe (gpointer memory,
                gsize    length)
{
  if (memory != NULL)
    explicit_bzero (memory, length);
}

/**
 * mc_secret_free_text:
 * @text: (nullable) (transfer full): a string that held a secret
 *
 * Clears and frees a string.
 */
void
mc_secret_free_text (char *text)
{
  if (text == NULL)
    return;

  mc_secret_wipe (text, strlen (text));
  g_free (text);
}
