/* mc-test-identity.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <gnutls/x509.h>

G_BEGIN_DECLS

/**
 * McTestFields:
 * @common_name: (nullable): the subject's common name
 * @dns_name: (nullable): a name in the subject's alternative names
 * @not_before: begin of validity, in seconds since 1970; 0 is an hour ago
 * @not_after: its end; 0 is in an hour
 * @is_ca: whether it may sign others
 * @modify: (nullable): changes the certificate before it is signed
 *
 * What stands in a certificate.
 */
typedef struct
{
  const char *common_name;
  const char *dns_name;
  gint64      not_before;
  gint64      not_after;
  gboolean    is_ca;
  void (*modify) (gnutls_x509_crt_t crt);
} McTestFields;

typedef struct _McTestIdentity McTestIdentity;

McTestIdentity  *mc_test_identity_new (const McTestFields *fields,
                                       McTestIdentity     *issuer);
void             mc_test_identity_free (McTestIdentity *self);
GBytes          *mc_test_identity_to_der (McTestIdentity *self);
GTlsCertificate *mc_test_identity_to_tls (McTestIdentity *self);
void             mc_test_identity_trust (McTestIdentity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McTestIdentity, mc_test_identity_free)

G_END_DECLS
