/* mc-certificate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gnutls/x509.h>
#include <string.h>

#include "mc-certificate.h"
#include "mc-text.h"

#define MAX_NAMES 100
#define MAX_NAME  1024

/* To verify what a longer key signed takes seconds or more; nobody who means well has one. */
#define MAX_KEY_BITS 8192

/**
 * McCertificate:
 *
 * What an X.509 certificate says (RFC 5280). Immutable. Its texts are foreign:
 * make them safe before they are shown.
 */
struct _McCertificate
{
  GObject  parent_instance;
  char    *subject;
  char    *issuer;
  GStrv    names;
  char    *issuer_uri;
  char    *key;
  char    *signature;
  char    *serial;
  gint64   not_before;
  gint64   not_after;
  gboolean is_oversized;
  gboolean is_self_signed;
  gboolean is_weak;
  gboolean is_logged;
};

G_DEFINE_QUARK (mc-certificate-error-quark, mc_certificate_error)
G_DEFINE_FINAL_TYPE (McCertificate, mc_certificate, G_TYPE_OBJECT)

static void
mc_certificate_finalize (GObject *object)
{
  McCertificate *self = MC_CERTIFICATE (object);

  g_free (self->subject);
  g_free (self->issuer);
  g_strfreev (self->names);
  g_free (self->issuer_uri);
  g_free (self->key);
  g_free (self->signature);
  g_free (self->serial);

  G_OBJECT_CLASS (mc_certificate_parent_class)->finalize (object);
}

static void
mc_certificate_class_init (McCertificateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_certificate_finalize;
}

static void
mc_certificate_init (McCertificate *self)
{
}

/* A distinguished name and the like: takes the data out of GnuTLS's hands. */
static char *
take_datum (int            status,
            gnutls_datum_t datum)
{
  char *text;

  if (status < 0)
    return g_strdup ("");

  text = g_strndup ((const char *) datum.data, datum.size);
  gnutls_free (datum.data);
  return text;
}

static char *
read_subject (gnutls_x509_crt_t crt)
{
  gnutls_datum_t datum = { NULL, 0 };
  int            status = gnutls_x509_crt_get_dn3 (crt, &datum, 0);

  return take_datum (status, datum);
}

static char *
read_issuer (gnutls_x509_crt_t crt)
{
  gnutls_datum_t datum = { NULL, 0 };
  int            status = gnutls_x509_crt_get_issuer_dn3 (crt, &datum, 0);

  return take_datum (status, datum);
}

/* A URI holds visible ASCII characters only (RFC 3986 section 2); GLib's parser is more lenient. */
static gboolean
is_http_uri (const char *uri)
{
  for (const char *p = uri; *p != '\0'; p++)
    {
      if (!g_ascii_isgraph (*p))
        return FALSE;
    }

  return g_str_has_prefix (uri, "http://") && g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL);
}

/* Where the issuer's certificate can be got (RFC 5280 section 4.2.2.1). */
static char *
read_issuer_uri (gnutls_x509_crt_t crt)
{
  for (unsigned int i = 0; i < 8; i++)
    {
      gnutls_datum_t   datum = { NULL, 0 };
      int              status = gnutls_x509_crt_get_authority_info_access (crt, i, GNUTLS_IA_CAISSUERS_URI, &datum,
                                                                           NULL);
      g_autofree char *uri = NULL;

      if (status == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
        break;
      if (status < 0)
        continue;

      uri = take_datum (status, datum);
      if (is_http_uri (uri))
        return g_steal_pointer (&uri);
    }

  return NULL;
}

/* A NUL does not end a name: what comes after it would stay hidden (CVE-2009-2408). */
static char *
name_from_bytes (const char *bytes,
                 gsize       size)
{
  return memchr (bytes, '\0', size) != NULL ? mc_text_make_safe (bytes, (gssize) size, MAX_NAME)
                                            : g_strndup (bytes, size);
}

static char *
name_from_san (const char  *bytes,
               gsize        size,
               unsigned int type)
{
  g_autoptr (GInetAddress) address = NULL;

  if (type == GNUTLS_SAN_DNSNAME)
    return name_from_bytes (bytes, size);

  if (type != GNUTLS_SAN_IPADDRESS || (size != 4 && size != 16))
    return NULL;

  address = g_inet_address_new_from_bytes ((const guint8 *) bytes,
                                           size == 4 ? G_SOCKET_FAMILY_IPV4 : G_SOCKET_FAMILY_IPV6);
  return g_inet_address_to_string (address);
}

/* The names the certificate is good for (RFC 6125: the subject's CN counts only without them). */
static GStrv
read_names (gnutls_x509_crt_t crt)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gboolean                 has_names = FALSE;

  for (unsigned int i = 0; i < MAX_NAMES; i++)
    {
      char         bytes[MAX_NAME];
      size_t       size = sizeof bytes;
      unsigned int type = 0;
      int          status = gnutls_x509_crt_get_subject_alt_name2 (crt, i, bytes, &size, &type, NULL);
      char        *name;

      if (status == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
        break;
      if (status < 0)
        continue;

      name = name_from_san (bytes, size, type);
      if (name != NULL)
        {
          g_strv_builder_take (names, name);
          has_names = TRUE;
        }
    }

  if (!has_names)
    {
      char   bytes[MAX_NAME];
      size_t size = sizeof bytes;

      if (gnutls_x509_crt_get_dn_by_oid (crt, GNUTLS_OID_X520_COMMON_NAME, 0, 0, bytes, &size) == 0)
        g_strv_builder_take (names, name_from_bytes (bytes, size));
    }

  return g_strv_builder_end (names);
}

static char *
read_key (gnutls_x509_crt_t crt)
{
  unsigned int bits = 0;
  int          algorithm = gnutls_x509_crt_get_pk_algorithm (crt, &bits);
  const char  *name = algorithm >= 0 ? gnutls_pk_get_name ((gnutls_pk_algorithm_t) algorithm) : NULL;

  return g_strdup_printf ("%s %u", name != NULL ? name : "unknown", bits);
}

static char *
read_signature (gnutls_x509_crt_t crt)
{
  int         algorithm = gnutls_x509_crt_get_signature_algorithm (crt);
  const char *name = algorithm >= 0 ? gnutls_sign_get_name ((gnutls_sign_algorithm_t) algorithm) : NULL;

  return g_strdup (name != NULL ? name : "unknown");
}

/* Below what 112 bits of security need (RFC 9325 section 4.5), or signed by a broken hash (RFC 9155). */
static gboolean
read_weak (gnutls_x509_crt_t crt)
{
  unsigned int bits = 0;
  int          algorithm = gnutls_x509_crt_get_pk_algorithm (crt, &bits);
  int          signature = gnutls_x509_crt_get_signature_algorithm (crt);

  return (algorithm >= 0 &&
          gnutls_pk_bits_to_sec_param ((gnutls_pk_algorithm_t) algorithm, bits) < GNUTLS_SEC_PARAM_MEDIUM) ||
         (signature > 0 &&
          !gnutls_sign_is_secure2 ((gnutls_sign_algorithm_t) signature, GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS));
}

static gboolean
read_oversized (gnutls_x509_crt_t crt)
{
  unsigned int bits = 0;

  return gnutls_x509_crt_get_pk_algorithm (crt, &bits) < 0 || bits > MAX_KEY_BITS;
}

/* Timestamps of public logs (RFC 6962 section 3.3): browsers demand them of every public authority. */
static gboolean
read_logged (gnutls_x509_crt_t crt)
{
  size_t size = 0;
  int    status = gnutls_x509_crt_get_extension_by_oid (crt, "1.3.6.1.4.1.11129.2.4.2", 0, NULL, &size, NULL);

  return status == GNUTLS_E_SHORT_MEMORY_BUFFER || (status >= 0 && size > 0);
}

static char *
read_serial (gnutls_x509_crt_t crt)
{
  guint8   bytes[64];
  size_t   size = sizeof bytes;
  GString *text;

  if (gnutls_x509_crt_get_serial (crt, bytes, &size) < 0)
    return g_strdup ("");

  text = g_string_new (NULL);
  for (size_t i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

/* Issuer equals subject, and the key in it made the signature on it. */
static gboolean
read_self_signed (gnutls_x509_crt_t crt)
{
  unsigned int status = 0;

  return gnutls_x509_crt_check_issuer (crt, crt) == 1 &&
         gnutls_x509_crt_list_verify (&crt, 1, &crt, 1, NULL, 0,
                                      GNUTLS_VERIFY_DISABLE_TIME_CHECKS | GNUTLS_VERIFY_ALLOW_X509_V1_CA_CRT |
                                        GNUTLS_VERIFY_DISABLE_CA_SIGN | GNUTLS_VERIFY_ALLOW_BROKEN |
                                        GNUTLS_VERIFY_DO_NOT_ALLOW_SAME,
                                      &status) == 0 &&
         status == 0;
}

/**
 * mc_certificate_new_from_der:
 * @der: an X.509 certificate in DER
 * @error: %MC_CERTIFICATE_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL with an error
 */
McCertificate *
mc_certificate_new_from_der (GBytes  *der,
                             GError **error)
{
  gsize             size;
  const void       *data = g_bytes_get_data (der, &size);
  gnutls_datum_t    datum = { (unsigned char *) data, (unsigned int) size };
  gnutls_x509_crt_t crt;
  McCertificate    *self;

  if (size > G_MAXINT || gnutls_x509_crt_init (&crt) < 0)
    {
      g_set_error_literal (error, MC_CERTIFICATE_ERROR, MC_CERTIFICATE_ERROR_MALFORMED, "Not a certificate");
      return NULL;
    }

  if (gnutls_x509_crt_import (crt, &datum, GNUTLS_X509_FMT_DER) < 0)
    {
      gnutls_x509_crt_deinit (crt);
      g_set_error_literal (error, MC_CERTIFICATE_ERROR, MC_CERTIFICATE_ERROR_MALFORMED, "Not a certificate");
      return NULL;
    }

  self = g_object_new (MC_TYPE_CERTIFICATE, NULL);
  self->subject = read_subject (crt);
  self->issuer = read_issuer (crt);
  self->names = read_names (crt);
  self->issuer_uri = read_issuer_uri (crt);
  self->key = read_key (crt);
  self->signature = read_signature (crt);
  self->serial = read_serial (crt);
  self->not_before = gnutls_x509_crt_get_activation_time (crt);
  self->not_after = gnutls_x509_crt_get_expiration_time (crt);
  self->is_oversized = read_oversized (crt);
  self->is_self_signed = !self->is_oversized && read_self_signed (crt);
  self->is_weak = read_weak (crt);
  self->is_logged = read_logged (crt);
  gnutls_x509_crt_deinit (crt);

  return self;
}

/**
 * mc_certificate_new_from_tls:
 * @certificate: a certificate of GIO
 * @error: %MC_CERTIFICATE_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL with an error
 */
McCertificate *
mc_certificate_new_from_tls (GTlsCertificate *certificate,
                             GError         **error)
{
  g_autoptr (GByteArray) array = NULL;
  g_autoptr (GBytes)     der = NULL;

  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), NULL);

  g_object_get (certificate, "certificate", &array, NULL);
  if (array == NULL)
    {
      g_set_error_literal (error, MC_CERTIFICATE_ERROR, MC_CERTIFICATE_ERROR_MALFORMED, "Not a certificate");
      return NULL;
    }

  der = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  return mc_certificate_new_from_der (der, error);
}

/**
 * mc_certificate_get_subject:
 * @self: a certificate
 *
 * Returns: the subject's distinguished name (RFC 4514)
 */
const char *
mc_certificate_get_subject (McCertificate *self)
{
  return self->subject;
}

/**
 * mc_certificate_get_issuer:
 * @self: a certificate
 *
 * Returns: the issuer's distinguished name (RFC 4514)
 */
const char *
mc_certificate_get_issuer (McCertificate *self)
{
  return self->issuer;
}

/**
 * mc_certificate_get_names:
 * @self: a certificate
 *
 * Returns: the host names and IP addresses it is good for, at most 100
 */
const char *const *
mc_certificate_get_names (McCertificate *self)
{
  return (const char *const *) self->names;
}

/**
 * mc_certificate_get_issuer_uri:
 * @self: a certificate
 *
 * Returns: (nullable): the http URI at which the issuer's certificate lies
 */
const char *
mc_certificate_get_issuer_uri (McCertificate *self)
{
  return self->issuer_uri;
}

/**
 * mc_certificate_get_key:
 * @self: a certificate
 *
 * Returns: kind and size of the key in bits, such as `RSA 2048`
 */
const char *
mc_certificate_get_key (McCertificate *self)
{
  return self->key;
}

const char *
mc_certificate_get_signature (McCertificate *self)
{
  return self->signature;
}

const char *
mc_certificate_get_serial (McCertificate *self)
{
  return self->serial;
}

/**
 * mc_certificate_get_not_before:
 * @self: a certificate
 *
 * Returns: when it begins to be valid, in seconds since 1970
 */
gint64
mc_certificate_get_not_before (McCertificate *self)
{
  return self->not_before;
}

/**
 * mc_certificate_get_not_after:
 * @self: a certificate
 *
 * Returns: when it ends to be valid, in seconds since 1970
 */
gint64
mc_certificate_get_not_after (McCertificate *self)
{
  return self->not_after;
}

gboolean
mc_certificate_is_self_signed (McCertificate *self)
{
  return self->is_self_signed;
}

/**
 * mc_certificate_is_oversized:
 * @self: a certificate
 *
 * Returns: whether nothing should be verified with its key, as that could take
 *   very long
 */
gboolean
mc_certificate_is_oversized (McCertificate *self)
{
  return self->is_oversized;
}

/**
 * mc_certificate_is_weak:
 * @self: a certificate
 *
 * Returns: whether its key is too short or its signature uses a broken hash
 */
gboolean
mc_certificate_is_weak (McCertificate *self)
{
  return self->is_weak;
}

/**
 * mc_certificate_is_logged:
 * @self: a certificate
 *
 * Returns: whether it carries timestamps of public logs, as those of public
 *   authorities do; they are not verified
 */
gboolean
mc_certificate_is_logged (McCertificate *self)
{
  return self->is_logged;
}
