/* mc-doh.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-doh.h"
#include "mc-http.h"
#include "mc-public-name.h"

#define MEDIA_TYPE      "application/dns-message"
#define MAX_CONNECTIONS 1
#define HTTPS_PORT      443

/* A host with the addresses we know: its name need not be looked up, since the
 * name server at hand is what is in question, and yet its certificate has to
 * show that name. */
#define MC_TYPE_KNOWN_PLACE (mc_known_place_get_type ())
G_DECLARE_FINAL_TYPE (McKnownPlace, mc_known_place, MC, KNOWN_PLACE, GNetworkAddress)

struct _McKnownPlace
{
  GNetworkAddress parent_instance;
  GPtrArray      *addresses; /* GInetAddress */
};

#define MC_TYPE_KNOWN_ADDRESSES (mc_known_addresses_get_type ())
G_DECLARE_FINAL_TYPE (McKnownAddresses, mc_known_addresses, MC, KNOWN_ADDRESSES, GSocketAddressEnumerator)

struct _McKnownAddresses
{
  GSocketAddressEnumerator parent_instance;
  GPtrArray               *addresses;
  guint                    next;
};

G_DEFINE_FINAL_TYPE (McKnownAddresses, mc_known_addresses, G_TYPE_SOCKET_ADDRESS_ENUMERATOR)

static GSocketAddress *
mc_known_addresses_next (GSocketAddressEnumerator *enumerator,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  McKnownAddresses *self = MC_KNOWN_ADDRESSES (enumerator);

  if (self->next >= self->addresses->len)
    return NULL;

  return g_inet_socket_address_new (g_ptr_array_index (self->addresses, self->next++), HTTPS_PORT);
}

static void
mc_known_addresses_finalize (GObject *object)
{
  McKnownAddresses *self = MC_KNOWN_ADDRESSES (object);

  g_clear_pointer (&self->addresses, g_ptr_array_unref);

  G_OBJECT_CLASS (mc_known_addresses_parent_class)->finalize (object);
}

static void
mc_known_addresses_class_init (McKnownAddressesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_known_addresses_finalize;
  G_SOCKET_ADDRESS_ENUMERATOR_CLASS (klass)->next = mc_known_addresses_next;
}

static void
mc_known_addresses_init (McKnownAddresses *self)
{
}

static void mc_known_place_connectable_init (GSocketConnectableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McKnownPlace, mc_known_place, G_TYPE_NETWORK_ADDRESS,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SOCKET_CONNECTABLE, mc_known_place_connectable_init))

static GSocketAddressEnumerator *
mc_known_place_enumerate (GSocketConnectable *connectable)
{
  McKnownAddresses *enumerator = g_object_new (MC_TYPE_KNOWN_ADDRESSES, NULL);

  enumerator->addresses = g_ptr_array_ref (MC_KNOWN_PLACE (connectable)->addresses);
  return G_SOCKET_ADDRESS_ENUMERATOR (enumerator);
}

static void
mc_known_place_connectable_init (GSocketConnectableIface *iface)
{
  iface->enumerate = mc_known_place_enumerate;
}

static void
mc_known_place_finalize (GObject *object)
{
  McKnownPlace *self = MC_KNOWN_PLACE (object);

  g_clear_pointer (&self->addresses, g_ptr_array_unref);

  G_OBJECT_CLASS (mc_known_place_parent_class)->finalize (object);
}

static void
mc_known_place_class_init (McKnownPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_known_place_finalize;
}

static void
mc_known_place_init (McKnownPlace *self)
{
}

/**
 * McDoh:
 *
 * A public name server that is asked over HTTPS (RFC 8484), at addresses that
 * no name server has to tell.
 */
struct _McDoh
{
  GObject      parent_instance;
  char        *uri;
  SoupSession *session;
};

G_DEFINE_FINAL_TYPE (McDoh, mc_doh, G_TYPE_OBJECT)

static void
mc_doh_finalize (GObject *object)
{
  McDoh *self = MC_DOH (object);

  g_free (self->uri);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (mc_doh_parent_class)->finalize (object);
}

static void
mc_doh_class_init (McDohClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_doh_finalize;
}

static void
mc_doh_init (McDoh *self)
{
}

/**
 * mc_doh_new:
 * @point: a public name server
 *
 * Returns: (transfer full): a door to it; nothing is sent yet
 */
McDoh *
mc_doh_new (const McResolverPoint *point)
{
  McDoh                   *self = g_object_new (MC_TYPE_DOH, NULL);
  g_autoptr (GUri)         uri = g_uri_parse (point->uri, G_URI_FLAGS_NONE, NULL);
  g_autoptr (McKnownPlace) place = g_object_new (MC_TYPE_KNOWN_PLACE, "hostname", g_uri_get_host (uri),
                                                 "port", HTTPS_PORT, "scheme", "https", NULL);

  place->addresses = g_ptr_array_ref (point->addresses);
  self->uri = g_strdup (point->uri);
  self->session = mc_http_session_new (G_SOCKET_CONNECTABLE (place), MAX_CONNECTIONS);

  return self;
}

/**
 * mc_doh_query:
 * @self: a public name server
 * @scope: the time it has
 * @name: a domain name in ASCII, one that mc_doh_may_ask() allows
 * @type: the record type
 * @flags: how to ask
 * @error: an error of libsoup or GIO
 *
 * Asks one question over a connection with a trusted certificate.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with an error
 */
McDnsAnswer *
mc_doh_query (McDoh      *self,
              McScope    *scope,
              const char *name,
              McDnsType   type,
              McDnsFlags  flags,
              GError    **error)
{
  g_autoptr (GBytes)       question = NULL;
  g_autoptr (McHttpAnswer) answer = NULL;

  g_return_val_if_fail (MC_IS_DOH (self), NULL);
  g_return_val_if_fail (mc_doh_may_ask (name), NULL);

  question = mc_dns_query_write (name, type, flags, error);
  if (question == NULL)
    return NULL;

  answer = mc_http_post (scope, self->session, self->uri, MEDIA_TYPE, question, MC_DNS_MAX_MESSAGE, error);
  if (answer == NULL)
    return NULL;

  if (answer->status != SOUP_STATUS_OK || answer->is_cut)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The name server answered with status %u", answer->status);
      return NULL;
    }

  return mc_dns_answer_parse (g_bytes_get_data (answer->body, NULL), g_bytes_get_size (answer->body), error);
}

/**
 * mc_doh_may_ask:
 * @name: a domain name
 *
 * Returns: whether strangers may be asked about it: only about public names
 */
gboolean
mc_doh_may_ask (const char *name)
{
  return mc_public_name_is_public (name);
}
