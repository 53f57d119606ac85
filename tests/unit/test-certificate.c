/* test-certificate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gnutls/abstract.h>
#include <gnutls/x509-ext.h>
#include <string.h>

#include "mc-certificate.h"
#include "mc-test-identity.h"

#define AUTHORITY_INFO_ACCESS "1.3.6.1.5.5.7.1.1"
#define SUBJECT_ALT_NAME      "2.5.29.17"
#define HOST                  "imap.example.org"
#define NEW_YEAR              1767225600 /* 2026-01-01T00:00:00Z */
#define NEXT                  1798761600 /* 2027-01-01T00:00:00Z */

static McCertificate *
read_identity (McTestIdentity *identity)
{
  g_autoptr (GBytes) der = mc_test_identity_to_der (identity);
  g_autoptr (GError) error = NULL;
  McCertificate     *certificate = mc_certificate_new_from_der (der, &error);

  g_assert_no_error (error);
  return certificate;
}

static McCertificate *
read_fields (const McTestFields *fields)
{
  g_autoptr (McTestIdentity) identity = mc_test_identity_new (fields, NULL);

  return read_identity (identity);
}

/* As read_fields(), but with a text in it replaced by one of the same length that GnuTLS would not write. */
static McCertificate *
read_altered (const McTestFields *fields,
              const char         *text,
              const char         *other)
{
  g_autoptr (McTestIdentity) identity = mc_test_identity_new (fields, NULL);
  g_autoptr (GBytes)         der = mc_test_identity_to_der (identity);
  gsize                      length;
  g_autofree char           *bytes = g_bytes_unref_to_data (g_steal_pointer (&der), &length);
  char                      *found = memmem (bytes, length, text, strlen (text));
  g_autoptr (GError)         error = NULL;
  McCertificate             *certificate;

  g_assert_nonnull (found);
  memcpy (found, other, strlen (text));
  der = g_bytes_new (bytes, length);
  certificate = mc_certificate_new_from_der (der, &error);
  g_assert_no_error (error);

  return certificate;
}

static void
assert_names (McCertificate *certificate,
              const char    *expected)
{
  g_autofree char *names = g_strjoinv (" ", (GStrv) mc_certificate_get_names (certificate));

  g_assert_cmpstr (names, ==, expected);
}

static void
test_fields (void)
{
  const McTestFields         authority = { .common_name = "Example Root", .is_ca = TRUE };
  const McTestFields         fields = { HOST, HOST, NEW_YEAR, NEXT, FALSE, NULL };
  g_autoptr (McTestIdentity) root = mc_test_identity_new (&authority, NULL);
  g_autoptr (McTestIdentity) server = mc_test_identity_new (&fields, root);
  g_autoptr (McCertificate)  certificate = read_identity (server);

  g_assert_cmpstr (mc_certificate_get_subject (certificate), ==, "CN=" HOST);
  g_assert_cmpstr (mc_certificate_get_issuer (certificate), ==, "CN=Example Root");
  g_assert_cmpint (mc_certificate_get_not_before (certificate), ==, NEW_YEAR);
  g_assert_cmpint (mc_certificate_get_not_after (certificate), ==, NEXT);
  g_assert_cmpstr (mc_certificate_get_serial (certificate), ==, "0123ab");
  g_assert_nonnull (strstr (mc_certificate_get_key (certificate), "256"));
  g_assert_nonnull (strstr (mc_certificate_get_signature (certificate), "SHA256"));
  g_assert_null (mc_certificate_get_issuer_uri (certificate));
  g_assert_false (mc_certificate_is_self_signed (certificate));
  assert_names (certificate, HOST);
}

static void
add_addresses (gnutls_x509_crt_t crt)
{
  gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_DNSNAME, "*.example.net", 13, GNUTLS_FSAN_APPEND);
  gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_IPADDRESS, "\xc0\x00\x02\x01", 4, GNUTLS_FSAN_APPEND);
  gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_IPADDRESS, "\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x01", 16,
                                        GNUTLS_FSAN_APPEND);
  gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_RFC822NAME, "joe@example.org", 15, GNUTLS_FSAN_APPEND);
}

/* RFC 6125 section 6.4.4: with other names the common name does not count. */
static void
test_names (void)
{
  const McTestFields        both = { .common_name = "other.example", .dns_name = HOST, .modify = add_addresses };
  const McTestFields        old = { .common_name = "other.example" };
  const McTestFields        none = { 0 };
  g_autoptr (McCertificate) first = read_fields (&both);
  g_autoptr (McCertificate) second = read_fields (&old);
  g_autoptr (McCertificate) third = read_fields (&none);

  assert_names (first, HOST " *.example.net 192.0.2.1 2001:db8::1");
  assert_names (second, "other.example");
  assert_names (third, "");
}

static void
add_foreign_names (gnutls_x509_crt_t crt)
{
  gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_DNSNAME, "good.example~.evil.example", 26, GNUTLS_FSAN_APPEND);
  gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_IPADDRESS, "\xc0\x00\x02", 3, GNUTLS_FSAN_APPEND);
}

/* A name with a NUL in it must not be shown as the name before the NUL (CVE-2009-2408). */
static void
test_names_hostile (void)
{
  const McTestFields        fields = { .dns_name = HOST, .modify = add_foreign_names };
  const McTestFields        old = { .common_name = "good.example~.evil.example" };
  g_autoptr (McCertificate) certificate = read_altered (&fields, "good.example~", "good.example\0");
  g_autoptr (McCertificate) other = read_altered (&old, "good.example~", "good.example\0");

  assert_names (certificate, HOST " good.example<U+0000>.evil.example");
  g_assert_false (g_strv_contains (mc_certificate_get_names (other), "good.example"));
}

static void
add_many_names (gnutls_x509_crt_t crt)
{
  gnutls_subject_alt_names_t names;
  gnutls_datum_t             extension;

  g_assert_cmpint (gnutls_subject_alt_names_init (&names), ==, 0);
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char     *name = g_strdup_printf ("host%u.example.org", i);
      const gnutls_datum_t datum = { (unsigned char *) name, (unsigned int) strlen (name) };

      g_assert_cmpint (gnutls_subject_alt_names_set (names, GNUTLS_SAN_DNSNAME, &datum, NULL), ==, 0);
    }

  g_assert_cmpint (gnutls_x509_ext_export_subject_alt_names (names, &extension), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_extension_by_oid (crt, SUBJECT_ALT_NAME, extension.data, extension.size, 0),
                   ==, 0);
  gnutls_free (extension.data);
  gnutls_subject_alt_names_deinit (names);
}

static void
test_names_many (void)
{
  const McTestFields        fields = { .modify = add_many_names };
  g_autoptr (McCertificate) certificate = read_fields (&fields);

  g_assert_cmpuint (g_strv_length ((GStrv) mc_certificate_get_names (certificate)), ==, 100);
}

static void
test_self_signed (void)
{
  const McTestFields         fields = { .common_name = HOST, .dns_name = HOST };
  const McTestFields         past = { HOST, HOST, 1, 2, FALSE, NULL };
  const McTestFields         authority = { .common_name = HOST, .is_ca = TRUE };
  g_autoptr (McTestIdentity) root = mc_test_identity_new (&authority, NULL);
  g_autoptr (McTestIdentity) namesake = mc_test_identity_new (&fields, root);
  g_autoptr (McCertificate)  own = read_fields (&fields);
  g_autoptr (McCertificate)  expired = read_fields (&past);
  g_autoptr (McCertificate)  top = read_identity (root);
  g_autoptr (McCertificate)  foreign = read_identity (namesake);

  g_assert_true (mc_certificate_is_self_signed (own));
  g_assert_true (mc_certificate_is_self_signed (expired));
  g_assert_true (mc_certificate_is_self_signed (top));

  /* The issuer has the same name, but another key. */
  g_assert_cmpstr (mc_certificate_get_subject (foreign), ==, mc_certificate_get_issuer (foreign));
  g_assert_false (mc_certificate_is_self_signed (foreign));
}

static void
set_key (gnutls_x509_crt_t crt,
         unsigned int      n_bytes)
{
  g_autofree guint8   *modulus = g_malloc (n_bytes);
  guint8               exponent[] = { 1, 0, 1 };
  const gnutls_datum_t n = { modulus, n_bytes };
  const gnutls_datum_t e = { exponent, sizeof exponent };
  gnutls_pubkey_t      key;

  memset (modulus, 0xff, n_bytes);
  g_assert_cmpint (gnutls_pubkey_init (&key), ==, 0);
  g_assert_cmpint (gnutls_pubkey_import_rsa_raw (key, &n, &e), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_pubkey (crt, key), ==, 0);
  gnutls_pubkey_deinit (key);
}

static void
set_large_key (gnutls_x509_crt_t crt)
{
  set_key (crt, 8192 / 8);
}

static void
set_giant_key (gnutls_x509_crt_t crt)
{
  set_key (crt, 16384 / 8);
}

static void
test_oversized (void)
{
  const McTestFields         authority = { .common_name = "Example Root", .is_ca = TRUE };
  const McTestFields         fields = { .common_name = HOST, .modify = set_large_key };
  const McTestFields         too_much = { .common_name = HOST, .modify = set_giant_key };
  g_autoptr (McTestIdentity) root = mc_test_identity_new (&authority, NULL);
  g_autoptr (McTestIdentity) first = mc_test_identity_new (&fields, root);
  g_autoptr (McTestIdentity) second = mc_test_identity_new (&too_much, root);
  g_autoptr (McCertificate)  large = read_identity (first);
  g_autoptr (McCertificate)  giant = read_identity (second);

  g_assert_cmpstr (mc_certificate_get_key (large), ==, "RSA 8192");
  g_assert_false (mc_certificate_is_oversized (large));
  g_assert_cmpstr (mc_certificate_get_key (giant), ==, "RSA 16384");
  g_assert_true (mc_certificate_is_oversized (giant));
}

static void
add_uri (gnutls_x509_aia_t access,
         const char       *method,
         const char       *uri)
{
  gnutls_datum_t datum = { (unsigned char *) uri, (unsigned int) strlen (uri) };

  g_assert_cmpint (gnutls_x509_aia_set (access, method, GNUTLS_SAN_URI, &datum), ==, 0);
}

static void
set_access (gnutls_x509_crt_t  crt,
            const char *const *issuer_uris)
{
  gnutls_x509_aia_t access;
  gnutls_datum_t    extension;

  g_assert_cmpint (gnutls_x509_aia_init (&access), ==, 0);
  add_uri (access, GNUTLS_OID_AD_OCSP, "http://ocsp.example.org/");
  for (guint i = 0; issuer_uris[i] != NULL; i++)
    add_uri (access, GNUTLS_OID_AD_CAISSUERS, issuer_uris[i]);

  g_assert_cmpint (gnutls_x509_ext_export_aia (access, &extension), ==, 0);
  g_assert_cmpint (gnutls_x509_crt_set_extension_by_oid (crt, AUTHORITY_INFO_ACCESS, extension.data, extension.size, 0),
                   ==, 0);
  gnutls_free (extension.data);
  gnutls_x509_aia_deinit (access);
}

static void
add_uris (gnutls_x509_crt_t crt)
{
  static const char *const uris[] = { "ldap://ldap.example.org/cn=ca", "http://ca.example.org/ca.crt", NULL };

  set_access (crt, uris);
}

static void
add_bad_uris (gnutls_x509_crt_t crt)
{
  static const char *const uris[] = { "http://ca.example.org/~~X-Injected: 1", "file:///etc/passwd",
                                      "https://ca.example.org/ca.crt", NULL };

  set_access (crt, uris);
}

/* RFC 5280 section 4.2.2.1 */
static void
test_issuer_uri (void)
{
  const McTestFields        fields = { .common_name = HOST, .modify = add_uris };
  const McTestFields        bad = { .common_name = HOST, .modify = add_bad_uris };
  g_autoptr (McCertificate) certificate = read_fields (&fields);
  g_autoptr (McCertificate) hostile = read_altered (&bad, "/~~X", "/\r\nX");

  g_assert_cmpstr (mc_certificate_get_issuer_uri (certificate), ==, "http://ca.example.org/ca.crt");
  g_assert_cmpstr (mc_certificate_get_issuer_uri (hostile), ==, NULL);
}

static void
assert_malformed (const void *bytes,
                  gsize       length)
{
  g_autoptr (GBytes)        der = g_bytes_new (bytes, length);
  g_autoptr (GError)        error = NULL;
  g_autoptr (McCertificate) certificate = mc_certificate_new_from_der (der, &error);

  g_assert_null (certificate);
  g_assert_error (error, MC_CERTIFICATE_ERROR, MC_CERTIFICATE_ERROR_MALFORMED);
}

static void
test_malformed (void)
{
  const McTestFields         fields = { .common_name = HOST, .dns_name = HOST };
  g_autoptr (McTestIdentity) identity = mc_test_identity_new (&fields, NULL);
  g_autoptr (GBytes)         der = mc_test_identity_to_der (identity);
  gsize                      length;
  const char                *bytes = g_bytes_get_data (der, &length);

  assert_malformed ("", 0);
  assert_malformed ("-----BEGIN CERTIFICATE-----\n", 28);
  assert_malformed ("\x30\x84\xff\xff\xff\xff", 6);
  assert_malformed ("\x30\x80", 2);
  for (gsize cut = 1; cut < length; cut += 7)
    assert_malformed (bytes, cut);
}

/* Whatever is damaged, reading it ends. */
static void
test_damaged (void)
{
  const McTestFields         fields = { .common_name = HOST, .dns_name = HOST, .modify = add_uris };
  g_autoptr (McTestIdentity) identity = mc_test_identity_new (&fields, NULL);
  g_autoptr (GBytes)         der = mc_test_identity_to_der (identity);

  for (gsize i = 0; i < g_bytes_get_size (der); i += 3)
    {
      g_autofree char          *copy = g_memdup2 (g_bytes_get_data (der, NULL), g_bytes_get_size (der));
      g_autoptr (GBytes)        damaged = NULL;
      g_autoptr (McCertificate) certificate = NULL;

      copy[i] ^= (char) 0x81;
      damaged = g_bytes_new (copy, g_bytes_get_size (der));
      certificate = mc_certificate_new_from_der (damaged, NULL);
      if (certificate != NULL)
        g_assert_nonnull (mc_certificate_get_names (certificate));
    }
}

static void
test_from_tls (void)
{
  const McTestFields          fields = { .common_name = HOST, .dns_name = HOST };
  g_autoptr (McTestIdentity)  identity = mc_test_identity_new (&fields, NULL);
  g_autoptr (GTlsCertificate) tls = mc_test_identity_to_tls (identity);
  g_autoptr (GError)          error = NULL;
  g_autoptr (McCertificate)   certificate = mc_certificate_new_from_tls (tls, &error);

  g_assert_no_error (error);
  assert_names (certificate, HOST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/fields", test_fields);
  g_test_add_func ("/certificate/names/which", test_names);
  g_test_add_func ("/certificate/names/hostile", test_names_hostile);
  g_test_add_func ("/certificate/names/many", test_names_many);
  g_test_add_func ("/certificate/self-signed", test_self_signed);
  g_test_add_func ("/certificate/oversized", test_oversized);
  g_test_add_func ("/certificate/issuer-uri", test_issuer_uri);
  g_test_add_func ("/certificate/malformed", test_malformed);
  g_test_add_func ("/certificate/damaged", test_damaged);
  g_test_add_func ("/certificate/from-tls", test_from_tls);

  return g_test_run ();
}
