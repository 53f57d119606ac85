/* mc-issuer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-connection.h"
#include "mc-http.h"
#include "mc-issuer.h"
#include "mc-public-name.h"
#include "mc-resolver.h"

#define HTTP_PORT  80
#define MAX_LENGTH (64 * 1024)

/**
 * mc_issuer_is_fetchable:
 * @uri: where a certificate says that its issuer's lies
 *
 * Whoever made the certificate chose the URI, and nobody has verified it: it
 * must not become a request to something else, such as a device with a web
 * page that acts on what it is asked.
 *
 * Returns: whether it is a plain file on a web server
 */
gboolean
mc_issuer_is_fetchable (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_HAS_PASSWORD, NULL);

  return parsed != NULL && g_str_equal (g_uri_get_scheme (parsed), "http") &&
         g_uri_get_host (parsed) != NULL && g_uri_get_host (parsed)[0] != '\0' &&
         (g_uri_get_port (parsed) == -1 || g_uri_get_port (parsed) == HTTP_PORT) &&
         g_uri_get_userinfo (parsed) == NULL && g_uri_get_query (parsed) == NULL;
}

static GInetAddress *
find_public_address (McScope      *scope,
                     const char   *host,
                     GSocketFamily family)
{
  g_autoptr (GPtrArray) addresses = NULL;

  if (mc_resolver_lookup_addresses (scope, host, family, &addresses) != MC_LOOKUP_FOUND)
    return NULL;

  for (guint i = 0; i < addresses->len; i++)
    {
      GInetAddress *address = g_ptr_array_index (addresses, i);

      if (mc_public_address_is_public (address) && mc_connection_has_route (address))
        return g_object_ref (address);
    }

  return NULL;
}

/**
 * mc_issuer_fetch:
 * @scope: the time it has
 * @uri: where a certificate says that its issuer's lies
 * @error: %G_IO_ERROR_PERMISSION_DENIED when that is no place to ask, or why it
 *   could not be got
 *
 * Gets the certificate of an issuer (RFC 5280 section 4.2.2.1), from an address
 * of the public Internet only. The address that was judged is the one that is
 * connected to, whatever the name resolves to next.
 *
 * Returns: (transfer full) (nullable): what lies there
 */
GBytes *
mc_issuer_fetch (McScope    *scope,
                 const char *uri,
                 GError    **error)
{
  g_autoptr (GUri)           parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GInetAddress)   address = NULL;
  g_autoptr (GSocketAddress) place = NULL;
  g_autoptr (McHttpAnswer)   answer = NULL;

  if (mc_issuer_is_fetchable (uri))
    {
      address = find_public_address (scope, g_uri_get_host (parsed), G_SOCKET_FAMILY_IPV4);
      if (address == NULL)
        address = find_public_address (scope, g_uri_get_host (parsed), G_SOCKET_FAMILY_IPV6);
    }
  if (address == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "Not a public place");
      return NULL;
    }

  place = g_inet_socket_address_new (address, HTTP_PORT);
  answer = mc_http_get_at (scope, G_SOCKET_CONNECTABLE (place), uri, MC_HTTP_DEFAULT, MAX_LENGTH, error);
  if (answer == NULL)
    return NULL;

  if (answer->status != 200 || answer->is_cut)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "No certificate there");
      return NULL;
    }

  return g_bytes_ref (answer->body);
}
