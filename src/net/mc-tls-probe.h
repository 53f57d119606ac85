/* mc-tls-probe.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-connection.h"

G_BEGIN_DECLS

/**
 * McOcspStatus:
 * @MC_OCSP_NONE: the server stapled nothing
 * @MC_OCSP_GOOD: the issuer says that the certificate is good
 * @MC_OCSP_REVOKED: the issuer says that it was revoked
 * @MC_OCSP_UNKNOWN: what was stapled says neither
 */
typedef enum
{
  MC_OCSP_NONE,
  MC_OCSP_GOOD,
  MC_OCSP_REVOKED,
  MC_OCSP_UNKNOWN,
} McOcspStatus;

/**
 * McTlsProbe:
 * @version: (nullable): the version agreed on, %NULL when none was
 * @ocsp: what the server stapled (RFC 6066 section 8)
 */
typedef struct
{
  const char  *version;
  McOcspStatus ocsp;
} McTlsProbe;

/* What to offer, in GnuTLS's words. */
#define MC_TLS_PROBE_OLD    "NORMAL:-VERS-ALL:+VERS-TLS1.1:+VERS-TLS1.0:%VERIFY_ALLOW_SIGN_WITH_SHA1"
#define MC_TLS_PROBE_MODERN "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"

gboolean    mc_tls_probe_run (McConnection *connection,
                              McScope      *scope,
                              const char   *host,
                              const char   *priority,
                              McTlsProbe   *result);
const char *mc_ocsp_status_get_id (McOcspStatus status);

G_END_DECLS
