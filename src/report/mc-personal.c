/* mc-personal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "mc-personal-private.h"
#include "mc-personal-token.h"
#include "mc-public-names.h"

/* The one address in our own texts; nobody can have it (RFC 2606). */
#define EXAMPLE_ADDRESS "anna@example.org"

/**
 * McPersonal:
 *
 * Knows what in a result tells who the person is, and replaces it by
 * placeholders: the same one for the same value, in whatever text.
 */

static void
literal_free (gpointer data)
{
  McLiteral *literal = data;

  g_free (literal->text);
  g_free (literal->placeholder);
  g_free (literal);
}

/**
 * mc_personal_new:
 * @result: a result
 *
 * Collects what tells who the person is: the address with its parts, the
 * sign-in name, hosts and IP addresses.
 *
 * Returns: (transfer full): what hides it
 */
McPersonal *
mc_personal_new (const McResult *result)
{
  McPersonal *self;

  g_return_val_if_fail (result != NULL, NULL);

  self = g_new0 (McPersonal, 1);
  self->literals = g_ptr_array_new_with_free_func (literal_free);
  self->placeholders = mc_placeholders_new ();
  self->domains = g_ptr_array_new_with_free_func (g_free);
  mc_personal_collect (self, result);

  return self;
}

void
mc_personal_free (McPersonal *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->literals);
  mc_placeholders_free (self->placeholders);
  g_ptr_array_unref (self->domains);
  g_free (self);
}

static gboolean
is_domain_of_person (McPersonal *self,
                     const char *host)
{
  for (guint i = 0; i < self->domains->len; i++)
    {
      const char *domain = g_ptr_array_index (self->domains, i);

      if (g_ascii_strcasecmp (host, domain) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_quoted (const char *text,
           const char *start,
           const char *end)
{
  if (start == text)
    return *end == '\0';

  return (start[-1] == '"' && *end == '"') || (start[-1] == '<' && *end == '>');
}

static const McLiteral *
find_literal (McPersonal *self,
              const char *text,
              const char *position,
              gsize      *length)
{
  for (guint i = 0; i < self->literals->len; i++)
    {
      const McLiteral *literal = g_ptr_array_index (self->literals, i);
      const char      *end;

      *length = mc_token_match_literal (position, literal->text);
      end = position + *length;
      if (*length > 0 && mc_token_ends_word (text, end) &&
          (!literal->is_common || is_quoted (text, position, end)))
        return literal;
    }

  *length = 0;
  return NULL;
}

static gboolean
has_label_of_person (McPersonal *self,
                     const char *host)
{
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      for (guint j = 0; j < self->literals->len; j++)
        {
          const McLiteral *literal = g_ptr_array_index (self->literals, j);

          if (!literal->is_common && g_ascii_strcasecmp (labels[i], literal->text) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

static void
hide_host (McPersonal *self,
           const char *host,
           GString    *result)
{
  g_autofree char *ascii = NULL;

  /* The service labels of an SRV name (RFC 2782) are not the person's. */
  while (*host == '_' && strchr (host, '.') != NULL)
    {
      const char *next = strchr (host, '.') + 1;

      g_string_append_len (result, host, next - host);
      host = next;
    }

  ascii = mc_address_normalize_host (host);

  if (ascii != NULL && is_domain_of_person (self, ascii))
    g_string_append (result, mc_placeholders_ensure (self->placeholders, MC_PERSONAL_DOMAIN, host));
  else if (ascii != NULL && mc_public_names_has_host (ascii) && !has_label_of_person (self, ascii))
    g_string_append (result, host);
  else
    g_string_append (result, mc_placeholders_ensure (self->placeholders, MC_PERSONAL_HOST, host));
}

static gboolean
is_public_ip (const char *ip)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (ip);

  if (address != NULL && (g_inet_address_get_is_loopback (address) || g_inet_address_get_is_any (address)))
    return TRUE;

  return mc_public_names_has_host (ip);
}

static void
hide_ip (McPersonal *self,
         const char *ip,
         GString    *result)
{
  if (is_public_ip (ip))
    g_string_append (result, ip);
  else
    g_string_append (result, mc_placeholders_ensure (self->placeholders, MC_PERSONAL_IP, ip));
}

static void
hide_address (McPersonal *self,
              const char *address,
              GString    *result)
{
  g_autoptr (GString) plain = g_string_new (address);

  g_string_replace (plain, "%40", "@", 1);
  if (g_ascii_strcasecmp (plain->str, EXAMPLE_ADDRESS) == 0)
    g_string_append (result, address);
  else
    g_string_append (result, mc_placeholders_ensure (self->placeholders, MC_PERSONAL_ADDRESS, plain->str));
}

/* The longest of what stands at a place is what it is. */
static gsize
hide_at (McPersonal *self,
         const char *text,
         const char *position,
         GString    *result)
{
  gboolean         starts = mc_token_starts_word (text, position);
  gsize            literal_length = 0;
  gsize            address_length = starts ? mc_token_match_address (position) : 0;
  gsize            host_length = starts ? mc_token_match_host (position) : 0;
  gsize            ip_length = starts ? mc_token_match_ip (text, position) : 0;
  gsize            length = MAX (address_length, MAX (host_length, ip_length));
  g_autofree char *token = g_strndup (position, length);
  const McLiteral *literal = NULL;

  if (starts || !g_unichar_isalnum (g_utf8_get_char (position)))
    literal = find_literal (self, text, position, &literal_length);

  if (literal != NULL && literal_length >= length)
    {
      g_string_append (result, literal->placeholder);
      return literal_length;
    }

  if (length == 0)
    return 0;

  if (length == address_length)
    hide_address (self, token, result);
  else if (length == host_length)
    hide_host (self, token, result);
  else
    hide_ip (self, token, result);

  return length;
}

/**
 * mc_personal_hide:
 * @self: (nullable): what hides, or %NULL to leave everything as it is
 * @text: (nullable): any text, valid UTF-8
 *
 * Replaces what tells who the person is by `<address>`, `<user>`, `<domain>`,
 * `<host-1>`, `<ip-1>`, with numbers where there are several. A known
 * provider's public hosts, loopback addresses and `localhost` stay.
 *
 * Returns: (transfer full) (nullable): the text without personal data
 */
char *
mc_personal_hide (McPersonal *self,
                  const char *text)
{
  g_autoptr (GString) result = NULL;

  if (self == NULL || text == NULL)
    return g_strdup (text);

  result = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0';)
    {
      gsize length = hide_at (self, text, p, result);

      if (length == 0)
        {
          length = g_utf8_next_char (p) - p;
          g_string_append_len (result, p, length);
        }
      p += length;
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}
