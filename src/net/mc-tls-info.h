/* mc-tls-info.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_TLS_INFO (mc_tls_info_get_type ())

G_DECLARE_FINAL_TYPE (McTlsInfo, mc_tls_info, MC, TLS_INFO, GObject)

McTlsInfo           *mc_tls_info_new (GTlsConnection *connection,
                                      const char     *host);
const char          *mc_tls_info_get_host (McTlsInfo *self);
GPtrArray           *mc_tls_info_get_chain (McTlsInfo *self);
GTlsCertificateFlags mc_tls_info_get_errors (McTlsInfo *self);
const char          *mc_tls_info_get_version (McTlsInfo *self);
const char          *mc_tls_info_get_cipher (McTlsInfo *self);
gboolean             mc_tls_info_is_verified (McTlsInfo *self);
gboolean             mc_tls_info_is_modern (McTlsInfo *self);
gboolean             mc_tls_info_is_strong (McTlsInfo *self);
gboolean             mc_tls_info_asks_certificate (McTlsInfo *self);
void                 mc_tls_start_fresh (GTlsConnection *connection);

G_END_DECLS
