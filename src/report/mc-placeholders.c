/* mc-placeholders.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "mc-address.h"
#include "mc-placeholders.h"
#include "mc-text.h"

/**
 * McPlaceholders:
 *
 * Gives each value a placeholder, numbered in the order in which they come.
 */
struct _McPlaceholders
{
  GHashTable *by_value; /* kind and value in its canonical form → placeholder */
  guint       n_values[MC_PERSONAL_IP + 1];
};

static const char *const kind_names[] = { "address", "user", "domain", "host", "ip" };

McPlaceholders *
mc_placeholders_new (void)
{
  McPlaceholders *self = g_new0 (McPlaceholders, 1);

  self->by_value = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
mc_placeholders_free (McPlaceholders *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_value);
  g_free (self);
}

/* The first of a kind that is usually alone has no number. */
static char *
make_placeholder (McPlaceholders *self,
                  McPersonalKind  kind)
{
  guint number = ++self->n_values[kind];

  if (number == 1 && kind < MC_PERSONAL_HOST)
    return g_strdup_printf ("<%s>", kind_names[kind]);

  return g_strdup_printf ("<%s-%u>", kind_names[kind], number);
}

/* The form in which equal values are equal bytes. */
static char *
canonicalize (McPersonalKind kind,
              const char    *value)
{
  g_autoptr (GInetAddress) ip = NULL;
  char                    *host;

  switch (kind)
    {
    case MC_PERSONAL_IP:
      ip = g_inet_address_new_from_string (value);
      return ip != NULL ? g_inet_address_to_string (ip) : g_strdup (value);
    case MC_PERSONAL_HOST:
    case MC_PERSONAL_DOMAIN:
      host = mc_address_normalize_host (value);
      return host != NULL ? host : mc_text_dup_lower_utf8 (value);
    case MC_PERSONAL_ADDRESS:
    case MC_PERSONAL_USER:
    default:
      return mc_text_dup_lower_utf8 (value);
    }
}

/**
 * mc_placeholders_ensure:
 * @self: the placeholders
 * @kind: what the value is
 * @value: the value, in any of its forms
 *
 * Returns: (transfer none): what stands for the value: `<address>`, `<host-1>`
 */
const char *
mc_placeholders_ensure (McPlaceholders *self,
                        McPersonalKind  kind,
                        const char     *value)
{
  g_autofree char *canonical = canonicalize (kind, value);
  g_autofree char *key = g_strdup_printf ("%s %s", kind_names[kind], canonical);
  char            *placeholder = g_hash_table_lookup (self->by_value, key);

  if (placeholder == NULL)
    {
      placeholder = make_placeholder (self, kind);
      g_hash_table_insert (self->by_value, g_steal_pointer (&key), placeholder);
    }

  return placeholder;
}
