/* mc-comparison-probe.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-comparison-probe.h"
#include "mc-reach.h"
#include "mc-resolver.h"

struct _McComparisonProbe
{
  McScope      *scope;
  McTranscript *transcript;
  char         *host;
  guint16       port;
  GSocketFamily family;
  McProbeResult result;
};

static void
probe_free (gpointer data)
{
  McComparisonProbe *self = data;

  g_object_unref (self->scope);
  g_object_unref (self->transcript);
  g_free (self->host);
  g_free (self);
}

static McProbeResult
result_of (McReach *reach)
{
  const McAttempt *best = mc_reach_best_attempt (reach, G_SOCKET_FAMILY_INVALID);

  if (best->connected)
    return MC_PROBE_OPEN;
  if (best->code == MC_CONNECTION_ERROR_NO_ROUTE || best->code == MC_CONNECTION_ERROR_FAILED)
    return MC_PROBE_UNKNOWN;

  return MC_PROBE_BLOCKED;
}

static DexFuture *
probe_fiber (gpointer data)
{
  McComparisonProbe    *self = data;
  g_autoptr (GPtrArray) addresses = NULL;
  g_autoptr (McReach)   reach = NULL;

  if (mc_resolver_lookup_addresses (self->scope, self->host, self->family, &addresses) != MC_LOOKUP_FOUND)
    return dex_future_new_for_int (MC_PROBE_UNKNOWN);

  reach = mc_reach_new (self->scope, addresses, self->port, self->transcript);
  /* Not through the scope: it bounds each try already, and each is to say how it ended. */
  dex_await (mc_reach_when_any (reach), NULL);

  return dex_future_new_for_int (result_of (reach));
}

/**
 * mc_comparison_probe:
 * @context: the run
 * @scope: the time it has
 * @host: a host of a comparison point
 * @port: its port
 * @family: the address family to use
 *
 * Begins to connect to a host that has nothing to do with the account.
 *
 * Returns: (transfer full): a future that resolves to an int, a #McProbeResult
 */
DexFuture *
mc_comparison_probe (McCheckContext *context,
                     McScope        *scope,
                     const char     *host,
                     guint16         port,
                     GSocketFamily   family)
{
  McComparisonProbe *self = g_new0 (McComparisonProbe, 1);

  self->scope = g_object_ref (scope);
  self->transcript = mc_check_context_new_transcript (context);
  self->host = g_strdup (host);
  self->port = port;
  self->family = family;

  return mc_fiber_spawn (probe_fiber, self, probe_free);
}

/**
 * mc_comparison_probe_end:
 * @scope: the time it has
 * @probe: (transfer full): what mc_comparison_probe() gave
 *
 * Returns: how it ended
 */
McProbeResult
mc_comparison_probe_end (McScope   *scope,
                         DexFuture *probe)
{
  g_autoptr (DexFuture) awaited = dex_ref (probe);

  if (!mc_scope_await (scope, probe, NULL))
    return MC_PROBE_UNKNOWN;

  return (McProbeResult) g_value_get_int (dex_future_get_value (awaited, NULL));
}
