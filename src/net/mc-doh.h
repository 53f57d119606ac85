/* mc-doh.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-comparison.h"
#include "mc-dns-query.h"

G_BEGIN_DECLS

#define MC_TYPE_DOH (mc_doh_get_type ())

G_DECLARE_FINAL_TYPE (McDoh, mc_doh, MC, DOH, GObject)

McDoh       *mc_doh_new (const McResolverPoint *point);
McDnsAnswer *mc_doh_query (McDoh      *self,
                           McScope    *scope,
                           const char *name,
                           McDnsType   type,
                           McDnsFlags  flags,
                           GError    **error);
gboolean     mc_doh_may_ask (const char *name);

G_END_DECLS
