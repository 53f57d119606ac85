/* mc-dns-query.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-dns-answer.h"
#include "mc-scope.h"

G_BEGIN_DECLS

/**
 * McDnsFlags:
 * @MC_DNS_DEFAULT: an answer as any program gets it
 * @MC_DNS_UNCHECKED: signatures are not to be verified (CD, RFC 4035)
 */
typedef enum
{
  MC_DNS_DEFAULT = 0,
  MC_DNS_UNCHECKED = 1 << 0,
} McDnsFlags;

McDnsAnswer *mc_dns_query (McScope      *scope,
                           GInetAddress *server,
                           const char   *name,
                           McDnsType     type,
                           McDnsFlags    flags,
                           GError      **error);
GBytes      *mc_dns_query_write (const char *name,
                                 McDnsType   type,
                                 McDnsFlags  flags,
                                 GError    **error);

G_END_DECLS
