/* mc-resolver.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mc-scope.h"

G_BEGIN_DECLS

/**
 * McLookup:
 * @MC_LOOKUP_FOUND: there are records
 * @MC_LOOKUP_NOT_FOUND: the name server says that there are none
 * @MC_LOOKUP_FAILED: the name server answered that it could not tell
 * @MC_LOOKUP_TIMED_OUT: no answer in time
 * @MC_LOOKUP_CANCELLED: the run was cancelled
 *
 * How a look-up ended.
 */
typedef enum
{
  MC_LOOKUP_FOUND,
  MC_LOOKUP_NOT_FOUND,
  MC_LOOKUP_FAILED,
  MC_LOOKUP_TIMED_OUT,
  MC_LOOKUP_CANCELLED,
} McLookup;

McLookup   mc_resolver_lookup_addresses (McScope      *scope,
                                         const char   *host,
                                         GSocketFamily family,
                                         GPtrArray   **addresses);
McLookup   mc_resolver_lookup_records (McScope            *scope,
                                       const char         *name,
                                       GResolverRecordType type,
                                       GPtrArray         **records);
DexFuture *mc_resolver_start_lookup (const char         *name,
                                     GResolverRecordType type) G_GNUC_WARN_UNUSED_RESULT;
McLookup   mc_resolver_end_lookup (McScope    *scope,
                                   DexFuture  *lookup,
                                   GPtrArray **records);

G_END_DECLS
