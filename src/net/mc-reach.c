/* mc-reach.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-reach.h"

/* At most this many addresses of a family are tried, all at once. */
#define MAX_PER_FAMILY 2

/**
 * McReach:
 *
 * Tries to connect to a port on all addresses of a host side by side. The
 * first connection is kept for use; each address family is reported.
 */
struct _McReach
{
  GObject       parent_instance;
  McScope      *scope;
  guint16       port;
  McTranscript *transcript;
  GPtrArray    *attempts; /* McAttempt */
  GPtrArray    *futures;  /* DexFuture for each attempt */
};

typedef struct
{
  McReach   *reach;
  McAttempt *attempt;
} AttemptRun;

G_DEFINE_FINAL_TYPE (McReach, mc_reach, G_TYPE_OBJECT)

static void
attempt_free (gpointer data)
{
  McAttempt *attempt = data;

  g_object_unref (attempt->address);
  g_free (attempt);
}

static void
attempt_run_free (gpointer data)
{
  AttemptRun *run = data;

  g_object_unref (run->reach);
  g_free (run);
}

static void
mc_reach_dispose (GObject *object)
{
  McReach *self = MC_REACH (object);

  g_clear_object (&self->scope);
  g_clear_object (&self->transcript);
  g_clear_pointer (&self->futures, g_ptr_array_unref);
  g_clear_pointer (&self->attempts, g_ptr_array_unref);

  G_OBJECT_CLASS (mc_reach_parent_class)->dispose (object);
}

static void
mc_reach_class_init (McReachClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_reach_dispose;
}

static void
mc_reach_init (McReach *self)
{
  self->attempts = g_ptr_array_new_with_free_func (attempt_free);
  self->futures = g_ptr_array_new_with_free_func (dex_unref);
}

static DexFuture *
attempt_fiber (gpointer data)
{
  AttemptRun              *run = data;
  McAttempt               *attempt = run->attempt;
  g_autoptr (GError)       error = NULL;
  gint64                   began = g_get_monotonic_time ();
  g_autoptr (McConnection) connection = mc_connection_open (run->reach->scope, attempt->address, run->reach->port,
                                                            run->reach->transcript, &error);

  attempt->duration_ms = (g_get_monotonic_time () - began) / G_TIME_SPAN_MILLISECOND;
  attempt->connected = connection != NULL;
  if (connection == NULL)
    {
      attempt->code = error->domain == MC_CONNECTION_ERROR ? (McConnectionError) error->code
                                                           : MC_CONNECTION_ERROR_FAILED;
      return dex_future_new_for_error (g_steal_pointer (&error));
    }

  return dex_future_new_take_object (g_steal_pointer (&connection));
}

static void
start_attempt (McReach      *self,
               GInetAddress *address)
{
  McAttempt  *attempt = g_new0 (McAttempt, 1);
  AttemptRun *run = g_new0 (AttemptRun, 1);

  attempt->address = g_object_ref (address);
  attempt->code = MC_CONNECTION_ERROR_FAILED;
  run->reach = g_object_ref (self);
  run->attempt = attempt;
  g_ptr_array_add (self->attempts, attempt);
  g_ptr_array_add (self->futures, mc_fiber_spawn (attempt_fiber, run, attempt_run_free));
}

/**
 * mc_reach_new:
 * @scope: the time it has
 * @addresses: (element-type GInetAddress): where to connect; two of each family are used
 * @port: the port
 * @transcript: where the tries are kept
 *
 * Begins to connect to all addresses.
 *
 * Returns: (transfer full): a new reach, already at work
 */
McReach *
mc_reach_new (McScope      *scope,
              GPtrArray    *addresses,
              guint16       port,
              McTranscript *transcript)
{
  McReach *self = g_object_new (MC_TYPE_REACH, NULL);
  guint    n_ipv4 = 0;
  guint    n_ipv6 = 0;

  self->scope = g_object_ref (scope);
  self->port = port;
  self->transcript = g_object_ref (transcript);

  for (guint i = 0; i < addresses->len; i++)
    {
      GInetAddress *address = g_ptr_array_index (addresses, i);
      guint        *count = g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6 ? &n_ipv6 : &n_ipv4;

      if ((*count)++ < MAX_PER_FAMILY)
        start_attempt (self, address);
    }

  return self;
}

static gboolean
is_of_family (const McAttempt *attempt,
              GSocketFamily    family)
{
  return family == G_SOCKET_FAMILY_INVALID || g_inet_address_get_family (attempt->address) == family;
}

static GPtrArray *
list_futures (McReach      *self,
              GSocketFamily family)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->futures->len; i++)
    {
      if (is_of_family (g_ptr_array_index (self->attempts, i), family))
        g_ptr_array_add (list, g_ptr_array_index (self->futures, i));
    }

  return list;
}

/**
 * mc_reach_when_family:
 * @self: a reach
 * @family: a family, or %G_SOCKET_FAMILY_INVALID for any
 *
 * Returns: (transfer full): a future that resolves to the #McConnection that
 *   was there first, or rejects when no address took one
 */
DexFuture *
mc_reach_when_family (McReach      *self,
                      GSocketFamily family)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MC_IS_REACH (self), NULL);

  list = list_futures (self, family);
  if (list->len == 0)
    return dex_future_new_reject (MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NO_ROUTE, "No address of that family");

  return dex_future_anyv ((DexFuture **) list->pdata, list->len);
}

/**
 * mc_reach_when_any:
 * @self: a reach
 *
 * Returns: (transfer full): as mc_reach_when_family(), for any family
 */
DexFuture *
mc_reach_when_any (McReach *self)
{
  return mc_reach_when_family (self, G_SOCKET_FAMILY_INVALID);
}

/**
 * mc_reach_when_all:
 * @self: a reach
 *
 * Returns: (transfer full): a future that settles when every try is over
 */
DexFuture *
mc_reach_when_all (McReach *self)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MC_IS_REACH (self), NULL);

  list = list_futures (self, G_SOCKET_FAMILY_INVALID);
  if (list->len == 0)
    return dex_future_new_for_boolean (TRUE);

  return dex_future_allv ((DexFuture **) list->pdata, list->len);
}

guint
mc_reach_get_n_attempts (McReach *self)
{
  g_return_val_if_fail (MC_IS_REACH (self), 0);

  return self->attempts->len;
}

const McAttempt *
mc_reach_get_attempt (McReach *self,
                      guint    position)
{
  g_return_val_if_fail (MC_IS_REACH (self), NULL);
  g_return_val_if_fail (position < self->attempts->len, NULL);

  return g_ptr_array_index (self->attempts, position);
}

/**
 * mc_reach_best_attempt:
 * @self: a reach whose tries of @family are over
 * @family: a family, or %G_SOCKET_FAMILY_INVALID for any
 *
 * Returns: (nullable): the try that says most: one that connected, else one
 *   the network carried (refused before timed out before no route)
 */
const McAttempt *
mc_reach_best_attempt (McReach      *self,
                       GSocketFamily family)
{
  const McAttempt *best = NULL;

  g_return_val_if_fail (MC_IS_REACH (self), NULL);

  for (guint i = 0; i < self->attempts->len; i++)
    {
      const McAttempt *attempt = g_ptr_array_index (self->attempts, i);

      if (!is_of_family (attempt, family))
        continue;
      if (attempt->connected)
        return attempt;
      if (best == NULL || attempt->code < best->code)
        best = attempt;
    }

  return best;
}
