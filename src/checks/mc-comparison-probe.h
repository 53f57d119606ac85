/* mc-comparison-probe.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-check-context.h"

G_BEGIN_DECLS

/**
 * McProbeResult:
 * @MC_PROBE_OPEN: it takes connections
 * @MC_PROBE_BLOCKED: it refuses, or does not answer
 * @MC_PROBE_UNKNOWN: could not be tried
 */
typedef enum
{
  MC_PROBE_OPEN,
  MC_PROBE_BLOCKED,
  MC_PROBE_UNKNOWN,
} McProbeResult;

typedef struct _McComparisonProbe McComparisonProbe;

DexFuture    *mc_comparison_probe (McCheckContext *context,
                                   McScope        *scope,
                                   const char     *host,
                                   guint16         port,
                                   GSocketFamily   family) G_GNUC_WARN_UNUSED_RESULT;
McProbeResult mc_comparison_probe_end (McScope   *scope,
                                       DexFuture *probe);

G_END_DECLS
