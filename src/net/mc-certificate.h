/* mc-certificate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_CERTIFICATE  (mc_certificate_get_type ())
#define MC_CERTIFICATE_ERROR (mc_certificate_error_quark ())

typedef enum
{
  MC_CERTIFICATE_ERROR_MALFORMED,
} McCertificateError;

G_DECLARE_FINAL_TYPE (McCertificate, mc_certificate, MC, CERTIFICATE, GObject)

GQuark             mc_certificate_error_quark (void);
McCertificate     *mc_certificate_new_from_der (GBytes  *der,
                                                GError **error);
McCertificate     *mc_certificate_new_from_tls (GTlsCertificate *certificate,
                                                GError         **error);
const char        *mc_certificate_get_subject (McCertificate *self);
const char        *mc_certificate_get_issuer (McCertificate *self);
const char *const *mc_certificate_get_names (McCertificate *self);
const char        *mc_certificate_get_issuer_uri (McCertificate *self);
const char        *mc_certificate_get_key (McCertificate *self);
const char        *mc_certificate_get_signature (McCertificate *self);
const char        *mc_certificate_get_serial (McCertificate *self);
gint64             mc_certificate_get_not_before (McCertificate *self);
gint64             mc_certificate_get_not_after (McCertificate *self);
gboolean           mc_certificate_is_self_signed (McCertificate *self);
gboolean           mc_certificate_is_oversized (McCertificate *self);
gboolean           mc_certificate_is_weak (McCertificate *self);
gboolean           mc_certificate_is_logged (McCertificate *self);

G_END_DECLS
