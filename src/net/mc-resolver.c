/* mc-resolver.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-future.h"
#include "mc-resolver.h"

static McLookup
lookup_from_error (GError *error)
{
  if (g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    return MC_LOOKUP_NOT_FOUND;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return MC_LOOKUP_TIMED_OUT;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return MC_LOOKUP_CANCELLED;

  return MC_LOOKUP_FAILED;
}

static McLookup
await_array (McScope    *scope,
             DexFuture  *future,
             GPtrArray **array)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = mc_scope_await_boxed (scope, future, &error);

  if (found == NULL)
    return lookup_from_error (error);
  if (found->len == 0)
    return MC_LOOKUP_NOT_FOUND;

  if (array != NULL)
    *array = g_steal_pointer (&found);
  return MC_LOOKUP_FOUND;
}

/**
 * mc_resolver_lookup_addresses:
 * @scope: the time it has
 * @host: a host name in ASCII, or an IP address
 * @family: %G_SOCKET_FAMILY_IPV4 or %G_SOCKET_FAMILY_IPV6
 * @addresses: (out) (optional) (element-type GInetAddress): set when found
 *
 * Looks the addresses of one family up as any program on this computer would,
 * hosts file included.
 *
 * Returns: how it ended
 */
McLookup
mc_resolver_lookup_addresses (McScope      *scope,
                              const char   *host,
                              GSocketFamily family,
                              GPtrArray   **addresses)
{
  g_autoptr (GResolver)    resolver = g_resolver_get_default ();
  GResolverNameLookupFlags flags = family == G_SOCKET_FAMILY_IPV6 ? G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY
                                                                  : G_RESOLVER_NAME_LOOKUP_FLAGS_IPV4_ONLY;
  g_autoptr (GInetAddress) literal = g_inet_address_new_from_string (host);

  if (literal != NULL)
    {
      if (g_inet_address_get_family (literal) != family)
        return MC_LOOKUP_NOT_FOUND;

      if (addresses != NULL)
        {
          *addresses = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (*addresses, g_steal_pointer (&literal));
        }
      return MC_LOOKUP_FOUND;
    }

  return await_array (scope, mc_future_lookup_addresses (resolver, host, flags), addresses);
}

/**
 * mc_resolver_start_lookup:
 * @name: a domain name in ASCII
 * @type: the record type
 *
 * Begins to look records up through the computer's own name servers.
 *
 * Returns: (transfer full): a future for mc_resolver_end_lookup()
 */
DexFuture *
mc_resolver_start_lookup (const char         *name,
                          GResolverRecordType type)
{
  g_autoptr (GResolver) resolver = g_resolver_get_default ();

  return mc_future_lookup_records (resolver, name, type);
}

/**
 * mc_resolver_end_lookup:
 * @scope: the time it has
 * @lookup: (transfer full): what mc_resolver_start_lookup() gave
 * @records: (out) (optional) (element-type GVariant): set when found, in the
 *   shapes of #GResolverRecordType
 *
 * Returns: how it ended
 */
McLookup
mc_resolver_end_lookup (McScope    *scope,
                        DexFuture  *lookup,
                        GPtrArray **records)
{
  return await_array (scope, lookup, records);
}

/**
 * mc_resolver_lookup_records:
 * @scope: the time it has
 * @name: a domain name in ASCII
 * @type: the record type
 * @records: (out) (optional) (element-type GVariant): set when found
 *
 * Returns: how it ended
 */
McLookup
mc_resolver_lookup_records (McScope            *scope,
                            const char         *name,
                            GResolverRecordType type,
                            GPtrArray         **records)
{
  return mc_resolver_end_lookup (scope, mc_resolver_start_lookup (name, type), records);
}
