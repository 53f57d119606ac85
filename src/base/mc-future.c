/* mc-future.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib-unix.h>

#include "mc-future.h"

/* The GIO calls that libdex 0.10 has no wrapper for. Each promise owns the
 * cancellable of its call: giving the future up cancels the call. */

static void
on_handshake_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DexPromise) promise = user_data;
  GError                *error = NULL;

  if (g_tls_connection_handshake_finish (G_TLS_CONNECTION (object), result, &error))
    dex_promise_resolve_boolean (promise, TRUE);
  else
    dex_promise_reject (promise, error);
}

/**
 * mc_future_tls_handshake:
 * @connection: a TLS connection
 *
 * Returns: (transfer full): a future that resolves to %TRUE
 */
DexFuture *
mc_future_tls_handshake (GTlsConnection *connection)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  g_tls_connection_handshake_async (connection, G_PRIORITY_DEFAULT, dex_promise_get_cancellable (promise),
                                    on_handshake_cb, dex_ref (promise));

  return DEX_FUTURE (promise);
}

static void
on_addresses_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DexPromise) promise = user_data;
  GError                *error = NULL;
  GList                 *list = g_resolver_lookup_by_name_with_flags_finish (G_RESOLVER (object), result, &error);

  if (error != NULL)
    {
      dex_promise_reject (promise, error);
      return;
    }

  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_object_unref);
  for (GList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (addresses, g_object_ref (l->data));
  g_resolver_free_addresses (list);

  dex_promise_resolve_boxed (promise, G_TYPE_PTR_ARRAY, g_steal_pointer (&addresses));
}

/**
 * mc_future_lookup_addresses:
 * @resolver: a resolver
 * @host: a host name in ASCII, or an IP address
 * @flags: which families to look up
 *
 * Returns: (transfer full): a future that resolves to a boxed #GPtrArray of
 *   #GInetAddress, or rejects with an error of %G_RESOLVER_ERROR
 */
DexFuture *
mc_future_lookup_addresses (GResolver               *resolver,
                            const char              *host,
                            GResolverNameLookupFlags flags)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  g_resolver_lookup_by_name_with_flags_async (resolver, host, flags, dex_promise_get_cancellable (promise),
                                              on_addresses_cb, dex_ref (promise));

  return DEX_FUTURE (promise);
}

static void
on_records_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DexPromise) promise = user_data;
  GError                *error = NULL;
  GList                 *list = g_resolver_lookup_records_finish (G_RESOLVER (object), result, &error);

  if (error != NULL)
    {
      dex_promise_reject (promise, error);
      return;
    }

  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  for (GList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (records, l->data);
  g_list_free (list);

  dex_promise_resolve_boxed (promise, G_TYPE_PTR_ARRAY, g_steal_pointer (&records));
}

/**
 * mc_future_lookup_records:
 * @resolver: a resolver
 * @name: a domain name in ASCII
 * @type: the record type
 *
 * Returns: (transfer full): a future that resolves to a boxed #GPtrArray of
 *   #GVariant in the shapes of #GResolverRecordType, or rejects with an error
 *   of %G_RESOLVER_ERROR
 */
DexFuture *
mc_future_lookup_records (GResolver          *resolver,
                          const char         *name,
                          GResolverRecordType type)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  g_resolver_lookup_records_async (resolver, name, type, dex_promise_get_cancellable (promise),
                                   on_records_cb, dex_ref (promise));

  return DEX_FUTURE (promise);
}

static gboolean
on_fd_ready_cb (gint         fd,
                GIOCondition condition,
                gpointer     user_data)
{
  dex_promise_resolve_uint (user_data, condition);
  return G_SOURCE_REMOVE;
}

static void
on_fd_given_up_cb (GCancellable *cancellable,
                   gpointer      user_data)
{
  g_source_destroy (user_data);
}

/**
 * mc_future_fd_ready:
 * @fd: a file descriptor, which stays open as long as the future is wanted
 * @condition: what to wait for
 *
 * Waits on the main context of this thread. The watch ends with the future.
 *
 * Returns: (transfer full): a future that resolves to the conditions that hold, a #guint
 */
DexFuture *
mc_future_fd_ready (int          fd,
                    GIOCondition condition)
{
  DexPromise         *promise = dex_promise_new_cancellable ();
  g_autoptr (GSource) source = g_unix_fd_source_new (fd, condition);

  g_source_set_callback (source, G_SOURCE_FUNC (on_fd_ready_cb), dex_ref (promise), dex_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
  g_cancellable_connect (dex_promise_get_cancellable (promise), G_CALLBACK (on_fd_given_up_cb),
                         g_source_ref (source), (GDestroyNotify) g_source_unref);

  return DEX_FUTURE (promise);
}

static void
on_proxies_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DexPromise) promise = user_data;
  GError                *error = NULL;
  GStrv                  proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (object), result, &error);

  if (proxies != NULL)
    dex_promise_resolve_boxed (promise, G_TYPE_STRV, proxies);
  else
    dex_promise_reject (promise, error);
}

/**
 * mc_future_lookup_proxies:
 * @resolver: a proxy resolver
 * @uri: what is to be reached
 *
 * Returns: (transfer full): a future that resolves to a boxed #GStrv of proxy
 *   URIs, `direct://` where none is needed
 */
DexFuture *
mc_future_lookup_proxies (GProxyResolver *resolver,
                          const char     *uri)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  g_proxy_resolver_lookup_async (resolver, uri, dex_promise_get_cancellable (promise), on_proxies_cb,
                                 dex_ref (promise));

  return DEX_FUTURE (promise);
}
