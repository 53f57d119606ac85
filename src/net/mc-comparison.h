/* mc-comparison.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_COMPARISON (mc_comparison_get_type ())

G_DECLARE_FINAL_TYPE (McComparison, mc_comparison, MC, COMPARISON, GObject)

/**
 * McOperator:
 * @name: the operator's name
 * @host: (nullable): a host of it that takes connections on the port asked for
 * @web_host: its web server
 * @web_port: and the port of that
 *
 * A mail operator to compare with.
 */
typedef struct
{
  char   *name;
  char   *host;
  char   *web_host;
  guint16 web_port;
} McOperator;

/**
 * McResolverPoint:
 * @name: who runs it
 * @uri: where it answers DNS over HTTPS (RFC 8484)
 * @addresses: (element-type GInetAddress): its addresses, where it answers plain DNS too
 *
 * A public name server to compare with.
 */
typedef struct
{
  char      *name;
  char      *uri;
  GPtrArray *addresses;
} McResolverPoint;

/**
 * McComparisonKind:
 * @MC_COMPARISON_PROBE: a page that always says the same
 * @MC_COMPARISON_RESOLVER: a public name server
 * @MC_COMPARISON_OPERATOR: an unrelated mail operator
 *
 * What a point of comparison is for.
 */
typedef enum
{
  MC_COMPARISON_PROBE,
  MC_COMPARISON_RESOLVER,
  MC_COMPARISON_OPERATOR,
} McComparisonKind;

/**
 * McComparisonPoint:
 * @kind: what it is for
 * @name: who runs it, or its host
 * @hosts: (array zero-terminated): each host and address of it that may be contacted
 *
 * A point of comparison, for a person to read.
 */
typedef struct
{
  McComparisonKind kind;
  char            *name;
  char           **hosts;
} McComparisonPoint;

McComparison *mc_comparison_get_default (void);
const char   *mc_comparison_get_probe_uri (McComparison *self);
const char   *mc_comparison_get_answer (McComparison *self);
GPtrArray    *mc_comparison_list_addresses (McComparison *self);
GPtrArray    *mc_comparison_list_operators (McComparison *self,
                                            guint16       port);
GPtrArray    *mc_comparison_list_resolvers (McComparison *self);
GPtrArray    *mc_comparison_list_points (McComparison *self);

G_END_DECLS
