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

/* As long as this, a value also counts within a word, and from this on with an ending. */
#define MIN_ANYWHERE    8
#define MIN_WITH_ENDING 4

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
is_quoted (McPersonal *self,
           const char *text,
           const char *start,
           const char *end)
{
  static const char *const quotes[][2] = { { "\"", "\"" }, { "<", ">" }, { "“", "”" }, { "‘", "’" }, { "'", "'" } };

  if (start == text)
    return *end == '\0' && !self->is_among_words;

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gsize length = strlen (quotes[i][0]);

      if ((gsize) (start - text) >= length && memcmp (start - length, quotes[i][0], length) == 0 &&
          g_str_has_prefix (end, quotes[i][1]))
        return TRUE;
    }

  return FALSE;
}

/* “Annas-NAS”, “anna2” */
static const char *
skip_ending (const char *end)
{
  if (*end == 's')
    end++;
  else if (!g_ascii_isdigit (end[-1]))
    end += strspn (end, "0123456789");

  return end;
}

static gboolean
may_stand (McPersonal      *self,
           const McLiteral *literal,
           const char      *text,
           const char      *position,
           const char      *end)
{
  gsize    n_chars = (gsize) g_utf8_strlen (literal->text, -1);
  gboolean starts = mc_token_starts_word (text, position) || !g_unichar_isalnum (g_utf8_get_char (position));

  if (literal->is_common)
    return starts && is_quoted (self, text, position, end);

  if (n_chars >= MIN_ANYWHERE)
    return TRUE;

  return starts && (mc_token_ends_word (text, end) ||
                    (n_chars >= MIN_WITH_ENDING && mc_token_ends_word (text, skip_ending (end))));
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

      *length = mc_token_match_literal (position, literal->text);
      if (*length > 0 && may_stand (self, literal, text, position, position + *length))
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
  gsize            length;
  g_autofree char *plain = mc_token_read_quad (ip, &length);
  const char      *value = plain != NULL ? plain : ip;

  if (is_public_ip (value))
    g_string_append (result, ip);
  else
    g_string_append (result, mc_placeholders_ensure (self->placeholders, MC_PERSONAL_IP, value));
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
  const McLiteral *literal = find_literal (self, text, position, &literal_length);

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

/**
 * mc_personal_hide_evidence:
 * @self: (nullable): what hides, or %NULL to leave everything as it is
 * @name: name of the evidence
 * @value: its value
 *
 * As mc_personal_hide(), but knows that most evidence is not about the person:
 * that somebody is called `starttls` does not make a server's words theirs.
 *
 * Returns: (transfer full): the value without personal data
 */
char *
mc_personal_hide_evidence (McPersonal *self,
                           const char *name,
                           const char *value)
{
  static const char *const of_person[] = { "user", "address", "serial", "subject", NULL };
  char                    *hidden;

  if (self == NULL)
    return g_strdup (value);

  self->is_among_words = !g_strv_contains (of_person, name);
  hidden = mc_personal_hide (self, value);
  self->is_among_words = FALSE;

  return hidden;
}
