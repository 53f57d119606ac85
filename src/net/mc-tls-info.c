/* mc-tls-info.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-certificate.h"
#include "mc-tls-info.h"
#include "mc-tls-witness.h"

#define MAX_CHAIN 16

/**
 * McTlsInfo:
 *
 * What a TLS handshake agreed on, and what the server showed: the chain as it
 * was sent, and what the system's trust says of it. Immutable.
 */
struct _McTlsInfo
{
  GObject              parent_instance;
  char                *host;
  GPtrArray           *chain; /* GTlsCertificate, the server's own first */
  GTlsCertificateFlags errors;
  GTlsProtocolVersion  version;
  gboolean             asks_certificate;
  gboolean             has_weak_certificate;
  char                *cipher;
};

G_DEFINE_FINAL_TYPE (McTlsInfo, mc_tls_info, G_TYPE_OBJECT)

static void
mc_tls_info_finalize (GObject *object)
{
  McTlsInfo *self = MC_TLS_INFO (object);

  g_free (self->host);
  g_ptr_array_unref (self->chain);
  g_free (self->cipher);

  G_OBJECT_CLASS (mc_tls_info_parent_class)->finalize (object);
}

static void
mc_tls_info_class_init (McTlsInfoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_tls_info_finalize;
}

static void
mc_tls_info_init (McTlsInfo *self)
{
  self->chain = g_ptr_array_new_with_free_func (g_object_unref);
}

/* A key that can be broken, or a signature that can be forged, protects nothing. */
static gboolean
is_weak (GPtrArray *chain)
{
  g_autoptr (McCertificate) own = chain->len > 0 ? mc_certificate_new_from_tls (g_ptr_array_index (chain, 0), NULL)
                                                 : NULL;

  return own == NULL || mc_certificate_is_weak (own);
}

/**
 * mc_tls_info_new:
 * @connection: a TLS connection after its handshake, with a #McTlsWitness
 * @host: the name the certificate must be good for
 *
 * Returns: (transfer full): what the handshake showed
 */
McTlsInfo *
mc_tls_info_new (GTlsConnection *connection,
                 const char     *host)
{
  McTlsInfo       *self;
  GTlsCertificate *certificate;

  g_return_val_if_fail (G_IS_TLS_CONNECTION (connection), NULL);
  g_return_val_if_fail (host != NULL, NULL);

  self = g_object_new (MC_TYPE_TLS_INFO, NULL);
  self->host = g_strdup (host);
  self->errors = g_tls_connection_get_peer_certificate_errors (connection);
  self->version = g_tls_connection_get_protocol_version (connection);
  self->cipher = g_tls_connection_get_ciphersuite_name (connection);

  self->asks_certificate = mc_tls_witness_was_asked (MC_TLS_WITNESS (g_tls_connection_get_interaction (connection)));

  certificate = g_tls_connection_get_peer_certificate (connection);
  while (certificate != NULL && self->chain->len < MAX_CHAIN)
    {
      g_ptr_array_add (self->chain, g_object_ref (certificate));
      certificate = g_tls_certificate_get_issuer (certificate);
    }

  self->has_weak_certificate = is_weak (self->chain);
  return self;
}

const char *
mc_tls_info_get_host (McTlsInfo *self)
{
  g_return_val_if_fail (MC_IS_TLS_INFO (self), NULL);

  return self->host;
}

/**
 * mc_tls_info_get_chain:
 * @self: a TLS info
 *
 * Returns: (transfer none) (element-type GTlsCertificate): the certificates as
 *   they were sent, the server's own first; at most 16
 */
GPtrArray *
mc_tls_info_get_chain (McTlsInfo *self)
{
  g_return_val_if_fail (MC_IS_TLS_INFO (self), NULL);

  return self->chain;
}

/**
 * mc_tls_info_get_errors:
 * @self: a TLS info
 *
 * Returns: why the system's trust refuses the certificate; 0 when it does not
 */
GTlsCertificateFlags
mc_tls_info_get_errors (McTlsInfo *self)
{
  g_return_val_if_fail (MC_IS_TLS_INFO (self), G_TLS_CERTIFICATE_GENERIC_ERROR);

  return self->errors;
}

const char *
mc_tls_info_get_version (McTlsInfo *self)
{
  g_return_val_if_fail (MC_IS_TLS_INFO (self), NULL);

  switch (self->version)
    {
    case G_TLS_PROTOCOL_VERSION_SSL_3_0:
      return "SSL 3.0";
    case G_TLS_PROTOCOL_VERSION_TLS_1_0:
      return "TLS 1.0";
    case G_TLS_PROTOCOL_VERSION_TLS_1_1:
      return "TLS 1.1";
    case G_TLS_PROTOCOL_VERSION_TLS_1_2:
      return "TLS 1.2";
    case G_TLS_PROTOCOL_VERSION_TLS_1_3:
      return "TLS 1.3";
    case G_TLS_PROTOCOL_VERSION_UNKNOWN:
    case G_TLS_PROTOCOL_VERSION_DTLS_1_0:
    case G_TLS_PROTOCOL_VERSION_DTLS_1_2:
    default:
      return "unknown";
    }
}

/**
 * mc_tls_info_get_cipher:
 * @self: a TLS info
 *
 * Returns: (nullable): the name of the cipher suite
 */
const char *
mc_tls_info_get_cipher (McTlsInfo *self)
{
  g_return_val_if_fail (MC_IS_TLS_INFO (self), NULL);

  return self->cipher;
}

/**
 * mc_tls_info_is_verified:
 * @self: a TLS info
 *
 * Returns: whether the certificate is the host's, valid now and trusted here
 */
gboolean
mc_tls_info_is_verified (McTlsInfo *self)
{
  g_return_val_if_fail (MC_IS_TLS_INFO (self), FALSE);

  return self->errors == G_TLS_CERTIFICATE_NO_FLAGS && self->chain->len > 0;
}

/**
 * mc_tls_info_is_modern:
 * @self: a TLS info
 *
 * Returns: whether TLS 1.2 or newer was agreed on (RFC 8996 ended what is older)
 */
gboolean
mc_tls_info_is_modern (McTlsInfo *self)
{
  g_return_val_if_fail (MC_IS_TLS_INFO (self), FALSE);

  return self->version == G_TLS_PROTOCOL_VERSION_TLS_1_2 || self->version == G_TLS_PROTOCOL_VERSION_TLS_1_3;
}

/**
 * mc_tls_info_asks_certificate:
 * @self: a TLS info
 *
 * Returns: whether the server asked for a certificate of this computer
 */
gboolean
mc_tls_info_asks_certificate (McTlsInfo *self)
{
  g_return_val_if_fail (MC_IS_TLS_INFO (self), FALSE);

  return self->asks_certificate;
}

/**
 * mc_tls_start_fresh:
 * @connection: a connection before its handshake
 *
 * Lets the server show its certificate: a session resumed from an earlier
 * connection would show the certificate of that time. It also keeps GIO from
 * gathering sessions as long as the program runs.
 */
void
mc_tls_start_fresh (GTlsConnection *connection)
{
  /* glib-networking has it, GIO does not promise it. */
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (connection), "session-resumption-enabled") != NULL)
    g_object_set (connection, "session-resumption-enabled", FALSE, NULL);
}

/**
 * mc_tls_info_is_strong:
 * @self: a TLS info
 *
 * Returns: whether the version is modern and neither the key of the certificate
 *   nor its signature can be broken
 */
gboolean
mc_tls_info_is_strong (McTlsInfo *self)
{
  g_return_val_if_fail (MC_IS_TLS_INFO (self), FALSE);

  return mc_tls_info_is_modern (self) && !self->has_weak_certificate;
}
