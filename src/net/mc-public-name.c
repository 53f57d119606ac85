/* mc-public-name.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-public-name.h"

#define IPV6_NIBBLES 32

/* Names that mean something only where they are used: RFC 6761, 6762, 7686,
 * 8375, 9476, ICANN's reservation of .internal, and what routers and offices
 * made up before it. */
static const char *const local_suffixes[] = {
  "alt",
  "arpa",
  "corp",
  "home",
  "internal",
  "intranet",
  "invalid",
  "lan",
  "local",
  "localdomain",
  "localhost",
  "onion",
  "private",
  "test",
};

/* Ranges beyond those that GInetAddress knows: RFC 6598, 4193, 6890, 2544, 1112, and addresses of IPv6 that stand
 * for any of IPv4: RFC 4291, 3056, 4380, 8215. */
static const char *const private_ranges[] = {
  "100.64.0.0/10",
  "192.0.0.0/24",
  "198.18.0.0/15",
  "240.0.0.0/4",
  "fc00::/7",
  "::/96",
  "::ffff:0:0/96",
  "2002::/16",
  "2001::/32",
  "64:ff9b:1::/48",
};

/* What IPv6 alone reaches IPv4 by (RFC 6052). */
#define TRANSLATED_RANGE "64:ff9b::/96"

static gboolean
ends_with (const char *name,
           const char *suffix)
{
  gsize length = strlen (name);
  gsize suffix_length = strlen (suffix);

  return length >= suffix_length && g_ascii_strcasecmp (name + length - suffix_length, suffix) == 0;
}

/* The address that a name of a reverse zone stands for. */
static GInetAddress *
address_from_reverse (const char *name)
{
  g_auto (GStrv)      labels = g_strsplit (name, ".", -1);
  guint               n_labels = g_strv_length (labels);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_labels == 4 + 2 && ends_with (name, ".in-addr.arpa"))
    {
      g_string_printf (text, "%s.%s.%s.%s", labels[3], labels[2], labels[1], labels[0]);
      return g_inet_address_new_from_string (text->str);
    }

  if (n_labels != IPV6_NIBBLES + 2 || !ends_with (name, ".ip6.arpa"))
    return NULL;

  for (guint i = 0; i < IPV6_NIBBLES; i++)
    g_string_append_printf (text, "%s%s", i > 0 && i % 4 == 0 ? ":" : "", labels[IPV6_NIBBLES - 1 - i]);
  return g_inet_address_new_from_string (text->str);
}

/**
 * mc_public_name_is_public:
 * @name: a domain name in ASCII
 *
 * Whether a name may be told to others: one that means the same everywhere, not
 * one that only the network at hand knows.
 *
 * Returns: whether name servers elsewhere can be asked about it
 */
gboolean
mc_public_name_is_public (const char *name)
{
  g_autoptr (GInetAddress) address = address_from_reverse (name);
  const char              *last = strrchr (name, '.');

  if (address != NULL)
    return mc_public_address_is_public (address);
  if (last == NULL || last == name || last[1] == '\0' || g_hostname_is_ip_address (name))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (local_suffixes); i++)
    {
      if (g_ascii_strcasecmp (last + 1, local_suffixes[i]) == 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * mc_public_address_is_nowhere:
 * @address: an address
 *
 * Returns: whether it is one that filters answer with, since nobody is there:
 *   the unspecified address, or this computer itself
 */
gboolean
mc_public_address_is_nowhere (GInetAddress *address)
{
  g_autofree char *text = g_inet_address_to_string (address);

  return g_inet_address_get_is_any (address) || g_inet_address_get_is_loopback (address) ||
         g_str_has_prefix (text, "0.");
}

/**
 * mc_public_address_is_public:
 * @address: an address
 *
 * Returns: whether it can be reached from the whole Internet
 */
gboolean
mc_public_address_is_public (GInetAddress *address)
{
  g_autoptr (GInetAddressMask) translated = g_inet_address_mask_new_from_string (TRANSLATED_RANGE, NULL);

  if (g_inet_address_mask_matches (translated, address))
    {
      g_autoptr (GInetAddress) within = g_inet_address_new_from_bytes (g_inet_address_to_bytes (address) + 12,
                                                                       G_SOCKET_FAMILY_IPV4);

      return mc_public_address_is_public (within);
    }

  if (mc_public_address_is_nowhere (address) || g_inet_address_get_is_site_local (address) ||
      g_inet_address_get_is_link_local (address) || g_inet_address_get_is_multicast (address))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (private_ranges); i++)
    {
      g_autoptr (GInetAddressMask) range = g_inet_address_mask_new_from_string (private_ranges[i], NULL);

      if (g_inet_address_mask_matches (range, address))
        return FALSE;
    }

  return TRUE;
}
