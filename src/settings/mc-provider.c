/* mc-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "mc-provider.h"
#include "mc-resources.h"

#define RESOURCE "/org/mailcheckup/MailCheckup/providers.ini"

/**
 * McProvider:
 *
 * A row of `data/providers.ini`: a mail provider that many people use.
 */
struct _McProvider
{
  char *id;
  char *title;
  GStrv domains;
  GStrv often_meant; /* those of them that a misspelt domain is compared with */
  GStrv hosts;
  char *links[MC_N_PROVIDER_LINKS];
};

/* What the keys of the file are called. */
static const char *const link_keys[] = {
  [MC_PROVIDER_LINK_WEBMAIL] = "Webmail",
  [MC_PROVIDER_LINK_APP_PASSWORD] = "AppPassword",
  [MC_PROVIDER_LINK_ACCESS] = "Access",
  [MC_PROVIDER_LINK_STATUS] = "Status",
};

static GStrv
read_list (GKeyFile   *file,
           const char *group,
           const char *key)
{
  GStrv list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  return list != NULL ? list : g_new0 (char *, 1);
}

static McProvider *
read_provider (GKeyFile   *file,
               const char *group)
{
  McProvider *self = g_new0 (McProvider, 1);

  self->id = g_strdup (group);
  self->title = g_key_file_get_string (file, group, "Title", NULL);
  self->domains = read_list (file, group, "Domains");
  self->often_meant = read_list (file, group, "Suggest");
  self->hosts = read_list (file, group, "Hosts");
  for (guint link = MC_PROVIDER_LINK_WEBMAIL; link < MC_N_PROVIDER_LINKS; link++)
    self->links[link] = g_key_file_get_string (file, group, link_keys[link], NULL);

  return self;
}

static GPtrArray *
read_providers (void)
{
  GPtrArray           *providers = g_ptr_array_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes)   bytes = g_resource_lookup_data (mc_data_get_resource (), RESOURCE,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv)       groups = NULL;

  g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    g_ptr_array_add (providers, read_provider (file, groups[i]));

  return providers;
}

/* The table lives as long as the program. */
static GPtrArray *
list_providers (void)
{
  static GPtrArray *providers = NULL;

  if (g_once_init_enter_pointer (&providers))
    g_once_init_leave_pointer (&providers, read_providers ());

  return providers;
}

/**
 * mc_provider_get_nth:
 * @position: counted from 0
 *
 * Returns: (transfer none) (nullable): the row, or %NULL past the last one
 */
const McProvider *
mc_provider_get_nth (guint position)
{
  GPtrArray *providers = list_providers ();

  return position < providers->len ? g_ptr_array_index (providers, position) : NULL;
}

/**
 * mc_provider_find:
 * @domain: (nullable): the part of an address after the @ sign
 *
 * Returns: (transfer none) (nullable): the provider whose own domain it is
 */
const McProvider *
mc_provider_find (const char *domain)
{
  g_autofree char  *lower = domain != NULL ? g_ascii_strdown (domain, -1) : NULL;
  const McProvider *self;

  for (guint i = 0; lower != NULL && (self = mc_provider_get_nth (i)) != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) self->domains, lower))
        return self;
    }

  return NULL;
}

static gboolean
is_within (const char *host,
           const char *domain)
{
  g_autofree char *ending = g_strconcat (".", domain, NULL);

  return g_str_equal (host, domain) || g_str_has_suffix (host, ending);
}

/**
 * mc_provider_find_by_host:
 * @host: (nullable): the name of a mail server
 *
 * Domains of customers are with a provider too: the server tells which.
 *
 * Returns: (transfer none) (nullable): the provider that runs it
 */
const McProvider *
mc_provider_find_by_host (const char *host)
{
  g_autofree char  *lower = host != NULL ? g_ascii_strdown (host, -1) : NULL;
  const McProvider *self;

  for (guint i = 0; lower != NULL && (self = mc_provider_get_nth (i)) != NULL; i++)
    {
      for (guint j = 0; self->hosts[j] != NULL; j++)
        {
          if (is_within (lower, self->hosts[j]))
            return self;
        }
    }

  return NULL;
}

const char *
mc_provider_get_id (const McProvider *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * mc_provider_get_title:
 * @self: a provider
 *
 * Returns: the provider's name, the same in all languages
 */
const char *
mc_provider_get_title (const McProvider *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * mc_provider_get_link:
 * @self: (nullable): a provider
 * @link: which page
 *
 * Returns: (nullable): the page's https URI, %NULL where it is not known
 */
const char *
mc_provider_get_link (const McProvider *self,
                      McProviderLink    link)
{
  g_return_val_if_fail ((guint) link < MC_N_PROVIDER_LINKS, NULL);

  return self != NULL ? self->links[link] : NULL;
}

/* Whether one letter more, less, another, or two that changed places make one of the other. */
static gboolean
is_one_edit_away (const char *typed,
                  const char *known)
{
  gsize typed_length = strlen (typed);
  gsize known_length = strlen (known);
  gsize same = 0;

  while (typed[same] != '\0' && typed[same] == known[same])
    same++;

  if (typed_length == known_length + 1)
    return g_str_equal (typed + same + 1, known + same);
  if (typed_length + 1 == known_length)
    return g_str_equal (typed + same, known + same + 1);
  if (typed_length != known_length || typed[same] == '\0')
    return FALSE;
  if (g_str_equal (typed + same + 1, known + same + 1))
    return TRUE;

  return typed[same] == known[same + 1] && typed[same + 1] == known[same] &&
         g_str_equal (typed + same + 2, known + same + 2);
}

/* Whoever is in Ireland, and has yahoo.ie, does not mean yahoo.it. */
static gboolean
is_of_another_country (const char *typed,
                       const char *known)
{
  const char *dot = strrchr (typed, '.');
  const char *known_dot = strrchr (known, '.');

  return dot != NULL && known_dot != NULL && strlen (dot) == 3 && strlen (known_dot) == 3 &&
         dot - typed == known_dot - known && strncmp (typed, known, (gsize) (dot - typed)) == 0;
}

/**
 * mc_provider_suggest_domain:
 * @domain: (nullable): the part of an address after the @ sign
 *
 * Finds a well-known provider's domain that @domain may be a misspelling of:
 * one letter is missing, too many or wrong, or two have changed places. Short
 * domains are not suggested, since their neighbours are likely somebody else's.
 * It is for asking, not for telling: a misspelt domain can be somebody's own.
 *
 * Returns: (transfer full) (nullable): the domain that may be meant
 */
char *
mc_provider_suggest_domain (const char *domain)
{
  g_autofree char  *lower = domain != NULL ? g_ascii_strdown (domain, -1) : NULL;
  const McProvider *self;

  if (lower == NULL || mc_provider_find (lower) != NULL)
    return NULL;

  for (guint i = 0; (self = mc_provider_get_nth (i)) != NULL; i++)
    {
      for (guint j = 0; self->often_meant[j] != NULL; j++)
        {
          if (is_one_edit_away (lower, self->often_meant[j]) && !is_of_another_country (lower, self->often_meant[j]))
            return g_strdup (self->often_meant[j]);
        }
    }

  return NULL;
}
