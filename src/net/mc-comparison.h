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

McComparison *mc_comparison_get_default (void);
const char   *mc_comparison_get_probe_uri (McComparison *self);
const char   *mc_comparison_get_answer (McComparison *self);
GPtrArray    *mc_comparison_list_addresses (McComparison *self);
GPtrArray    *mc_comparison_list_operators (McComparison *self,
                                            guint16       port);

G_END_DECLS
