/* mc-tls-probe.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <gnutls/gnutls.h>
#include <gnutls/ocsp.h>
#include <string.h>

#include "mc-tls-probe.h"

/* An honest handshake needs far fewer. */
#define MAX_ROUNDS 64

/* A TLS session of our own on a connection that has no TLS: GnuTLS reads from and writes to
 * memory, and the fiber carries the bytes. */
typedef struct
{
  gnutls_session_t                 session;
  gnutls_certificate_credentials_t credentials;
  GByteArray                      *incoming;
  GByteArray                      *outgoing;
} Handshake;

static ssize_t
pull (gnutls_transport_ptr_t pointer,
      void                  *buffer,
      size_t                 size)
{
  Handshake *self = pointer;
  guint      count = (guint) MIN (size, self->incoming->len);

  if (count == 0)
    {
      gnutls_transport_set_errno (self->session, EAGAIN);
      return -1;
    }

  memcpy (buffer, self->incoming->data, count);
  g_byte_array_remove_range (self->incoming, 0, count);
  return count;
}

static ssize_t
push (gnutls_transport_ptr_t pointer,
      const void            *buffer,
      size_t                 size)
{
  Handshake *self = pointer;

  g_byte_array_append (self->outgoing, buffer, (guint) size);
  return (ssize_t) size;
}

static void
handshake_clear (Handshake *self)
{
  if (self->session != NULL)
    gnutls_deinit (self->session);
  if (self->credentials != NULL)
    gnutls_certificate_free_credentials (self->credentials);
  g_clear_pointer (&self->incoming, g_byte_array_unref);
  g_clear_pointer (&self->outgoing, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Handshake, handshake_clear)

static gboolean
handshake_init (Handshake  *self,
                const char *host,
                const char *priority)
{
  self->incoming = g_byte_array_new ();
  self->outgoing = g_byte_array_new ();

  if (gnutls_init (&self->session, GNUTLS_CLIENT | GNUTLS_NONBLOCK | GNUTLS_NO_SIGNAL) < 0 ||
      gnutls_certificate_allocate_credentials (&self->credentials) < 0 ||
      gnutls_priority_set_direct (self->session, priority, NULL) < 0 ||
      gnutls_credentials_set (self->session, GNUTLS_CRD_CERTIFICATE, self->credentials) < 0)
    return FALSE;

  if (!g_hostname_is_ip_address (host))
    gnutls_server_name_set (self->session, GNUTLS_NAME_DNS, host, strlen (host));
  gnutls_ocsp_status_request_enable_client (self->session, NULL, 0, NULL);
  gnutls_transport_set_ptr (self->session, self);
  gnutls_transport_set_pull_function (self->session, pull);
  gnutls_transport_set_push_function (self->session, push);

  return TRUE;
}

static gboolean
flush (Handshake    *self,
       McConnection *connection,
       McScope      *scope)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->outgoing->data, self->outgoing->len);

  g_byte_array_set_size (self->outgoing, 0);
  return g_bytes_get_size (bytes) == 0 || mc_connection_write_bytes (connection, scope, bytes, NULL);
}

static gboolean
receive (Handshake    *self,
         McConnection *connection,
         McScope      *scope)
{
  g_autoptr (GBytes) bytes = mc_connection_read_bytes (connection, scope, NULL);
  gsize              size;
  gconstpointer      data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  g_byte_array_append (self->incoming, data, (guint) size);
  return TRUE;
}

static gboolean
shake_hands (Handshake    *self,
             McConnection *connection,
             McScope      *scope)
{
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      int status = gnutls_handshake (self->session);

      if (!flush (self, connection, scope))
        return FALSE;
      if (status == GNUTLS_E_SUCCESS)
        return TRUE;
      if (gnutls_error_is_fatal (status) || (status == GNUTLS_E_AGAIN && !receive (self, connection, scope)))
        return FALSE;
    }

  return FALSE;
}

static McOcspStatus
status_from_response (gnutls_datum_t *datum)
{
  gnutls_ocsp_resp_t response;
  unsigned int       status = GNUTLS_OCSP_CERT_UNKNOWN;
  McOcspStatus       result = MC_OCSP_UNKNOWN;

  if (gnutls_ocsp_resp_init (&response) < 0)
    return MC_OCSP_UNKNOWN;

  if (gnutls_ocsp_resp_import (response, datum) >= 0 &&
      gnutls_ocsp_resp_get_single (response, 0, NULL, NULL, NULL, NULL, &status, NULL, NULL, NULL, NULL) >= 0)
    {
      if (status == GNUTLS_OCSP_CERT_GOOD)
        result = MC_OCSP_GOOD;
      else if (status == GNUTLS_OCSP_CERT_REVOKED)
        result = MC_OCSP_REVOKED;
    }

  gnutls_ocsp_resp_deinit (response);
  return result;
}

/**
 * mc_tls_probe_run:
 * @connection: a connection on which TLS may begin now; it is of no use afterwards
 * @scope: the time it has
 * @host: the name to ask for (RFC 6066 section 3)
 * @priority: what to offer, such as %MC_TLS_PROBE_OLD
 * @result: (out caller-allocates): what came of it
 *
 * Does a handshake that GIO cannot do: with versions that are off by default,
 * and a look at the stapled OCSP response. Nothing is verified and nothing is
 * sent over it.
 *
 * Returns: whether the server agreed to a version
 */
gboolean
mc_tls_probe_run (McConnection *connection,
                  McScope      *scope,
                  const char   *host,
                  const char   *priority,
                  McTlsProbe   *result)
{
  g_auto (Handshake) handshake = { 0 };
  gnutls_datum_t     stapled = { NULL, 0 };

  *result = (McTlsProbe) { NULL, MC_OCSP_NONE };
  if (!handshake_init (&handshake, host, priority) || !shake_hands (&handshake, connection, scope))
    return FALSE;

  result->version = gnutls_protocol_get_name (gnutls_protocol_get_version (handshake.session));
  if (gnutls_ocsp_status_request_get (handshake.session, &stapled) >= 0 && stapled.size > 0)
    result->ocsp = status_from_response (&stapled);

  return TRUE;
}

const char *
mc_ocsp_status_get_id (McOcspStatus status)
{
  static const char *const ids[] = {
    [MC_OCSP_NONE] = "none",
    [MC_OCSP_GOOD] = "good",
    [MC_OCSP_REVOKED] = "revoked",
    [MC_OCSP_UNKNOWN] = "unknown",
  };

  return ids[status];
}
