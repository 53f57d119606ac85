/* mc-test-identity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mc-test-identity.h"

#define HOUR 3600

/* A certificate with its key. */
struct _McTestIdentity
{
  gnutls_x509_crt_t     crt;
  gnutls_x509_privkey_t key;
  char                 *path; /* where the database of those that are trusted reads it */
};

static void
set_fields (gnutls_x509_crt_t   crt,
            const McTestFields *fields)
{
  time_t now = time (NULL);

  gnutls_x509_crt_set_version (crt, 3);
  gnutls_x509_crt_set_serial (crt, "\x01\x23\xab", 3);
  gnutls_x509_crt_set_activation_time (crt, fields->not_before != 0 ? fields->not_before : now - HOUR);
  gnutls_x509_crt_set_expiration_time (crt, fields->not_after != 0 ? fields->not_after : now + HOUR);
  gnutls_x509_crt_set_basic_constraints (crt, fields->is_ca, -1);
  gnutls_x509_crt_set_key_usage (crt, fields->is_ca ? GNUTLS_KEY_KEY_CERT_SIGN : GNUTLS_KEY_DIGITAL_SIGNATURE);
  if (fields->common_name != NULL)
    gnutls_x509_crt_set_dn_by_oid (crt, GNUTLS_OID_X520_COMMON_NAME, 0, fields->common_name,
                                   (unsigned int) strlen (fields->common_name));
  if (fields->dns_name != NULL)
    gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_DNSNAME, fields->dns_name,
                                          (unsigned int) strlen (fields->dns_name), GNUTLS_FSAN_APPEND);
}

/**
 * mc_test_identity_new:
 * @fields: what the certificate says
 * @issuer: (nullable): who signs it, %NULL for itself
 *
 * Returns: (transfer full): a certificate with a new key
 */
McTestIdentity *
mc_test_identity_new (const McTestFields *fields,
                      McTestIdentity     *issuer)
{
  McTestIdentity *self = g_new0 (McTestIdentity, 1);

  g_assert_cmpint (gnutls_x509_privkey_init (&self->key), ==, 0);
  g_assert_cmpint (gnutls_x509_privkey_generate (self->key, GNUTLS_PK_ECDSA,
                                                 GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0),
                   ==, 0);
  g_assert_cmpint (gnutls_x509_crt_init (&self->crt), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_key (self->crt, self->key), ==, 0);
  set_fields (self->crt, fields);
  if (fields->modify != NULL)
    fields->modify (self->crt);
  if (issuer == NULL)
    issuer = self;
  g_assert_cmpint (gnutls_x509_crt_sign2 (self->crt, issuer->crt, issuer->key, GNUTLS_DIG_SHA256, 0), ==, 0);

  return self;
}

void
mc_test_identity_free (McTestIdentity *self)
{
  gnutls_x509_crt_deinit (self->crt);
  gnutls_x509_privkey_deinit (self->key);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

static void
append_datum (GString        *text,
              int             status,
              gnutls_datum_t *datum)
{
  g_assert_cmpint (status, ==, 0);
  g_string_append_len (text, (const char *) datum->data, datum->size);
  gnutls_free (datum->data);
}

GBytes *
mc_test_identity_to_der (McTestIdentity *self)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  gnutls_datum_t      datum;

  append_datum (bytes, gnutls_x509_crt_export2 (self->crt, GNUTLS_X509_FMT_DER, &datum), &datum);
  return g_string_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * mc_test_identity_to_tls:
 * @self: an identity
 *
 * Returns: (transfer full): certificate and key for a server
 */
GTlsCertificate *
mc_test_identity_to_tls (McTestIdentity *self)
{
  g_autoptr (GString) pem = g_string_new (NULL);
  g_autoptr (GError)  error = NULL;
  GTlsCertificate    *certificate;
  gnutls_datum_t      datum;

  append_datum (pem, gnutls_x509_crt_export2 (self->crt, GNUTLS_X509_FMT_PEM, &datum), &datum);
  append_datum (pem, gnutls_x509_privkey_export2_pkcs8 (self->key, GNUTLS_X509_FMT_PEM, NULL, 0, &datum), &datum);
  certificate = g_tls_certificate_new_from_pem (pem->str, (gssize) pem->len, &error);
  g_assert_no_error (error);

  return certificate;
}

/**
 * mc_test_identity_trust:
 * @self: an authority
 *
 * Makes this program trust @self and nobody else, as if the system did, while @self lives.
 */
void
mc_test_identity_trust (McTestIdentity *self)
{
  g_autoptr (GTlsCertificate) certificate = mc_test_identity_to_tls (self);
  g_autoptr (GTlsDatabase)    database = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *pem = NULL;
  int                         fd = g_file_open_tmp ("mc-test-XXXXXX.pem", &self->path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_object_get (certificate, "certificate-pem", &pem, NULL);
  g_file_set_contents (self->path, pem, -1, &error);
  g_assert_no_error (error);
  database = g_tls_file_database_new (self->path, &error);
  g_assert_no_error (error);

  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
}
