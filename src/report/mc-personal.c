/* mc-personal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "mc-personal-token.h"
#include "mc-personal.h"
#include "mc-public-names.h"
#include "mc-text.h"

/* Shorter ones occur in every text by chance. */
#define MIN_WORD 3
#define MIN_PART 4

/* The one address in our own texts; nobody can have it (RFC 2606). */
#define EXAMPLE_ADDRESS "anna@example.org"

/* What foreign text was cut to before it came here is shorter. */
#define MAX_CHARS 4000

typedef enum
{
  KIND_ADDRESS,
  KIND_USER,
  KIND_DOMAIN,
  KIND_HOST,
  KIND_IP,
} Kind;

/**
 * Literal:
 * @text: how it is written
 * @placeholder: what stands in its place
 * @is_common: whether it only counts where it is quoted or all there is
 *
 * A value of the account that has no form of its own.
 */
typedef struct
{
  char    *text;
  char    *placeholder;
  gboolean is_common;
} Literal;

/**
 * McPersonal:
 *
 * Knows what in a result tells who the person is, and replaces it by
 * placeholders: the same one for the same value, in whatever text.
 */
struct _McPersonal
{
  GPtrArray  *literals;     /* Literal */
  GHashTable *placeholders; /* kind and value in its canonical form → placeholder */
  GPtrArray  *domains;      /* lower-case ASCII; everything below them is the person's */
  guint       n_values[KIND_IP + 1];
};

static const char *const kind_names[] = { "address", "user", "domain", "host", "ip" };

static void
literal_free (gpointer data)
{
  Literal *literal = data;

  g_free (literal->text);
  g_free (literal->placeholder);
  g_free (literal);
}

/* The first of a kind that is usually alone has no number. */
static char *
make_placeholder (McPersonal *self,
                  Kind        kind)
{
  guint number = ++self->n_values[kind];

  if (number == 1 && kind < KIND_HOST)
    return g_strdup_printf ("<%s>", kind_names[kind]);

  return g_strdup_printf ("<%s-%u>", kind_names[kind], number);
}

/* The form in which equal values are equal bytes. */
static char *
canonicalize (Kind        kind,
              const char *value)
{
  g_autoptr (GInetAddress) ip = NULL;
  char                    *host;

  switch (kind)
    {
    case KIND_IP:
      ip = g_inet_address_new_from_string (value);
      return ip != NULL ? g_inet_address_to_string (ip) : g_strdup (value);
    case KIND_HOST:
    case KIND_DOMAIN:
      host = mc_address_normalize_host (value);
      return host != NULL ? host : g_utf8_strdown (value, -1);
    case KIND_ADDRESS:
    case KIND_USER:
    default:
      return g_utf8_strdown (value, -1);
    }
}

static const char *
ensure_placeholder (McPersonal *self,
                    Kind        kind,
                    const char *value)
{
  g_autofree char *canonical = canonicalize (kind, value);
  g_autofree char *key = g_strdup_printf ("%s %s", kind_names[kind], canonical);
  char            *placeholder = g_hash_table_lookup (self->placeholders, key);

  if (placeholder == NULL)
    {
      placeholder = make_placeholder (self, kind);
      g_hash_table_insert (self->placeholders, g_steal_pointer (&key), placeholder);
    }

  return placeholder;
}

static void
add_literal (McPersonal *self,
             const char *text,
             const char *placeholder)
{
  Literal *literal;

  if (*text == '\0')
    return;

  literal = g_new0 (Literal, 1);
  literal->text = mc_text_make_safe (text, -1, MAX_CHARS);
  literal->placeholder = g_strdup (placeholder);
  literal->is_common = g_utf8_strlen (literal->text, -1) < MIN_WORD || mc_public_names_has_word (literal->text);
  g_ptr_array_add (self->literals, literal);
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

/* anna.canary+shop: the name can show up without the tag, and in parts. */
static void
add_parts_of_user (McPersonal *self,
                   const char *user,
                   const char *placeholder)
{
  g_auto (GStrv)   parts = g_strsplit_set (user, ".-_+ \"", -1);
  g_autofree char *base = g_strndup (user, strcspn (user, "+"));

  add_literal (self, user, placeholder);
  if (strlen (base) < strlen (user))
    add_literal (self, base, placeholder);

  if (g_strv_length (parts) < 2)
    return;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_utf8_strlen (parts[i], -1) >= MIN_PART)
        add_literal (self, parts[i], placeholder);
    }
}

static void
add_user (McPersonal *self,
          const char *user)
{
  if (*user != '\0')
    add_parts_of_user (self, user, ensure_placeholder (self, KIND_USER, user));
}

static void
add_domain (McPersonal *self,
            const char *domain)
{
  g_autofree char *ascii = mc_address_normalize_host (domain);
  g_autofree char *unicode = NULL;
  const char      *placeholder;

  if (*domain == '\0' || (ascii != NULL && mc_public_names_has_host (ascii)))
    return;

  placeholder = ensure_placeholder (self, KIND_DOMAIN, domain);
  add_literal (self, domain, placeholder);
  if (ascii == NULL)
    return;

  unicode = g_hostname_to_unicode (ascii);
  if (unicode != NULL)
    add_literal (self, unicode, placeholder);
  g_ptr_array_add (self->domains, g_steal_pointer (&ascii));
}

/* Also takes apart what is no valid address: it is personal all the same. */
static void
add_address (McPersonal *self,
             const char *text)
{
  g_autofree char *trimmed = g_strstrip (mc_text_make_safe (text, -1, MAX_CHARS));
  g_autofree char *local_part = NULL;
  const char      *at = strrchr (trimmed, '@');

  add_literal (self, trimmed, ensure_placeholder (self, KIND_ADDRESS, trimmed));
  if (at == NULL)
    return;

  local_part = g_strndup (trimmed, at - trimmed);
  add_user (self, local_part);
  add_domain (self, at + 1);
}

static void
add_account (McPersonal *self,
             McAccount  *account)
{
  McAddress       *address = mc_account_get_address (account);
  const char      *text = mc_account_get_address_text (account);
  const char      *user = mc_account_get_user (account);
  g_autofree char *normalized = NULL;

  if (address != NULL)
    text = mc_address_get_text (address);

  if (strchr (user, '@') == NULL && g_strcmp0 (user, text) != 0)
    add_user (self, user);
  add_address (self, text);
  if (strchr (user, '@') != NULL && g_ascii_strcasecmp (user, text) != 0)
    add_address (self, user);

  if (address == NULL)
    return;

  normalized = g_strdup_printf ("%s@%s", mc_address_get_local_part (address), mc_address_get_domain (address));
  add_literal (self, normalized, ensure_placeholder (self, KIND_ADDRESS, text));
}

static void
add_server (McPersonal *self,
            McServer   *server)
{
  const char      *host = server != NULL ? mc_server_get_host (server) : NULL;
  g_autofree char *hidden = host != NULL ? mc_personal_hide (self, host) : NULL;

  /* A name without a dot, which could be any word, but "localhost". */
  if (host != NULL && strpbrk (host, ".:") == NULL && g_strcmp0 (host, hidden) == 0 && !g_str_equal (host, "localhost"))
    add_literal (self, host, ensure_placeholder (self, KIND_HOST, host));
}

static void
discover (McPersonal *self,
          const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *safe = mc_text_make_safe (lines[i], -1, MAX_CHARS);
      g_autofree char *hidden = mc_personal_hide (self, safe);
    }
}

/* Gives the numbers in the order of the findings, whatever a format shows of them first. */
static void
discover_in_finding (McPersonal *self,
                     McFinding  *finding)
{
  const McTarget *target = mc_finding_get_target (finding);

  if (target != NULL)
    {
      discover (self, target->host);
      discover (self, target->ip);
    }

  discover (self, mc_finding_get_summary (finding));
  for (guint i = 0; i < mc_finding_get_n_evidence (finding); i++)
    discover (self, mc_finding_get_evidence (finding, i)->value);
  discover (self, mc_finding_get_transcript (finding));
}

static int
compare_by_length (gconstpointer a,
                   gconstpointer b)
{
  const Literal *literal_a = *(const Literal *const *) a;
  const Literal *literal_b = *(const Literal *const *) b;
  gsize          length_a = strlen (literal_a->text);
  gsize          length_b = strlen (literal_b->text);

  return (length_a < length_b) - (length_a > length_b);
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
  self->placeholders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->domains = g_ptr_array_new_with_free_func (g_free);

  if (result->account != NULL)
    add_account (self, result->account);
  g_ptr_array_sort (self->literals, compare_by_length);
  add_server (self, result->incoming);
  add_server (self, result->outgoing);
  g_ptr_array_sort (self->literals, compare_by_length);

  for (guint i = 0; i < result->findings->len; i++)
    discover_in_finding (self, g_ptr_array_index (result->findings, i));

  return self;
}

void
mc_personal_free (McPersonal *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->literals);
  g_hash_table_unref (self->placeholders);
  g_ptr_array_unref (self->domains);
  g_free (self);
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

static const Literal *
find_literal (McPersonal *self,
              const char *text,
              const char *position,
              gsize      *length)
{
  for (guint i = 0; i < self->literals->len; i++)
    {
      const Literal *literal = g_ptr_array_index (self->literals, i);
      const char    *end;

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
          const Literal *literal = g_ptr_array_index (self->literals, j);

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
    g_string_append (result, ensure_placeholder (self, KIND_DOMAIN, host));
  else if (ascii != NULL && mc_public_names_has_host (ascii) && !has_label_of_person (self, ascii))
    g_string_append (result, host);
  else
    g_string_append (result, ensure_placeholder (self, KIND_HOST, host));
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
    g_string_append (result, ensure_placeholder (self, KIND_IP, ip));
}

static void
hide_address (McPersonal *self,
              const char *address,
              GString    *result)
{
  if (g_ascii_strcasecmp (address, EXAMPLE_ADDRESS) == 0)
    g_string_append (result, address);
  else
    g_string_append (result, ensure_placeholder (self, KIND_ADDRESS, address));
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
  const Literal   *literal = NULL;

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
