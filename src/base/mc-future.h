/* mc-future.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libdex.h>

G_BEGIN_DECLS

DexFuture *mc_future_tls_handshake (GTlsConnection *connection) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_future_lookup_addresses (GResolver               *resolver,
                                       const char              *host,
                                       GResolverNameLookupFlags flags) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_future_lookup_records (GResolver          *resolver,
                                     const char         *name,
                                     GResolverRecordType type) G_GNUC_WARN_UNUSED_RESULT;

DexFuture *mc_future_fd_ready (int          fd,
                               GIOCondition condition) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_future_lookup_proxies (GProxyResolver *resolver,
                                     const char     *uri) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
