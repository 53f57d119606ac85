/* mc-scope.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "mc-scope.h"

/**
 * McScope:
 *
 * How long a piece of work may take and whether it is still wanted. Every wait
 * goes through one, so no read is without a deadline and a cancelled run ends
 * at once. A function that takes a scope may suspend the fiber it is called on.
 */
struct _McScope
{
  GObject       parent_instance;
  McScope      *parent;
  GCancellable *cancellable;
  gulong        parent_cancelled_id;
  gint64        deadline; /* monotonic, in µs */
};

G_DEFINE_FINAL_TYPE (McScope, mc_scope, G_TYPE_OBJECT)

static void
on_parent_cancelled_cb (GCancellable *parent,
                        GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
mc_scope_dispose (GObject *object)
{
  McScope *self = MC_SCOPE (object);

  if (self->parent_cancelled_id != 0)
    {
      g_cancellable_disconnect (self->parent->cancellable, self->parent_cancelled_id);
      self->parent_cancelled_id = 0;
    }
  g_clear_object (&self->parent);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mc_scope_parent_class)->dispose (object);
}

static void
mc_scope_class_init (McScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_scope_dispose;
}

static void
mc_scope_init (McScope *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * mc_scope_new:
 * @parent: (nullable): the scope of the larger work, whose cancellation and
 *   deadline hold here too
 * @timeout_ms: how long the work may take, in milliseconds
 *
 * Returns: (transfer full): a new scope, whose time runs from now
 */
McScope *
mc_scope_new (McScope *parent,
              gint64   timeout_ms)
{
  McScope *self = g_object_new (MC_TYPE_SCOPE, NULL);

  self->deadline = g_get_monotonic_time () + timeout_ms * G_TIME_SPAN_MILLISECOND;
  if (parent != NULL)
    {
      self->parent = g_object_ref (parent);
      self->deadline = MIN (self->deadline, parent->deadline);
      self->parent_cancelled_id = g_cancellable_connect (parent->cancellable, G_CALLBACK (on_parent_cancelled_cb),
                                                         g_object_ref (self->cancellable), g_object_unref);
    }

  return self;
}

void
mc_scope_cancel (McScope *self)
{
  g_return_if_fail (MC_IS_SCOPE (self));

  g_cancellable_cancel (self->cancellable);
}

gboolean
mc_scope_is_cancelled (McScope *self)
{
  g_return_val_if_fail (MC_IS_SCOPE (self), TRUE);

  return g_cancellable_is_cancelled (self->cancellable);
}

/**
 * mc_scope_get_deadline:
 * @self: a scope
 *
 * Returns: when the work must be over, in the time of g_get_monotonic_time()
 */
gint64
mc_scope_get_deadline (McScope *self)
{
  g_return_val_if_fail (MC_IS_SCOPE (self), 0);

  return self->deadline;
}

/**
 * mc_scope_is_over:
 * @self: a scope
 * @error: (nullable): %G_IO_ERROR_TIMED_OUT or %G_IO_ERROR_CANCELLED
 *
 * For work that has enough to do without waiting.
 *
 * Returns: whether its time is over or it is cancelled
 */
gboolean
mc_scope_is_over (McScope *self,
                  GError **error)
{
  g_return_val_if_fail (MC_IS_SCOPE (self), TRUE);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return TRUE;

  if (g_get_monotonic_time () < self->deadline)
    return FALSE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The time for this ran out");
  return TRUE;
}

/**
 * mc_scope_await:
 * @self: a scope
 * @future: (transfer full): what to wait for
 * @error: why it failed: its own error, %G_IO_ERROR_TIMED_OUT or %G_IO_ERROR_CANCELLED
 *
 * Suspends the fiber until @future is settled, the scope's time is over or it
 * is cancelled; in the latter two cases @future is given up. A future that has
 * settled is read even then.
 *
 * Returns: whether @future resolved
 */
gboolean
mc_scope_await (McScope   *self,
                DexFuture *future,
                GError   **error)
{
  g_autoptr (DexFuture) awaited = future;
  g_autoptr (GError)    own_error = NULL;

  g_return_val_if_fail (MC_IS_SCOPE (self), FALSE);
  g_return_val_if_fail (DEX_IS_FUTURE (future), FALSE);

  if (dex_future_is_pending (awaited))
    {
      if (mc_scope_is_over (self, error))
        return FALSE;

      dex_await (dex_future_first (dex_ref (awaited),
                                   dex_cancellable_new_from_cancellable (self->cancellable),
                                   dex_timeout_new_deadline (self->deadline),
                                   NULL),
                 NULL);
    }

  if (dex_future_is_pending (awaited))
    {
      if (!mc_scope_is_over (self, error))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The time for this ran out");
      return FALSE;
    }

  return dex_future_get_value (awaited, error) != NULL;
}

/**
 * mc_scope_await_object:
 * @self: a scope
 * @future: (transfer full): a future that resolves to an object
 * @error: as mc_scope_await()
 *
 * Returns: (transfer full) (nullable): the object, or %NULL with an error
 */
gpointer
mc_scope_await_object (McScope   *self,
                       DexFuture *future,
                       GError   **error)
{
  g_autoptr (DexFuture) awaited = dex_ref (future);

  if (!mc_scope_await (self, future, error))
    return NULL;

  return g_value_dup_object (dex_future_get_value (awaited, NULL));
}

/**
 * mc_scope_await_boxed:
 * @self: a scope
 * @future: (transfer full): a future that resolves to a boxed value
 * @error: as mc_scope_await()
 *
 * Returns: (transfer full) (nullable): the value, or %NULL with an error
 */
gpointer
mc_scope_await_boxed (McScope   *self,
                      DexFuture *future,
                      GError   **error)
{
  g_autoptr (DexFuture) awaited = dex_ref (future);

  if (!mc_scope_await (self, future, error))
    return NULL;

  return g_value_dup_boxed (dex_future_get_value (awaited, NULL));
}

/**
 * mc_scope_sleep:
 * @self: a scope
 * @milliseconds: how long
 * @error: %G_IO_ERROR_TIMED_OUT or %G_IO_ERROR_CANCELLED when the scope ends before
 *
 * Returns: whether the whole time passed
 */
gboolean
mc_scope_sleep (McScope *self,
                gint64   milliseconds,
                GError **error)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  g_return_val_if_fail (MC_IS_SCOPE (self), FALSE);

  dex_await (dex_future_first (dex_timeout_new_deadline (MIN (until, self->deadline)),
                               dex_cancellable_new_from_cancellable (self->cancellable),
                               NULL),
             NULL);

  return !mc_scope_is_over (self, error);
}

/**
 * mc_fiber_spawn:
 * @run: the work
 * @data: its data
 * @destroy: (nullable): frees @data when the work is over
 *
 * Begins work on a fiber of its own that always runs to its end: libdex stops
 * a fiber that nobody waits for any more, which would cut off work that several
 * share when the first of them loses patience. What bounds it is its scope.
 *
 * Returns: (transfer full): a future for its result
 */
DexFuture *
mc_fiber_spawn (DexFiberFunc   run,
                gpointer       data,
                GDestroyNotify destroy)
{
  DexFuture *fiber = dex_scheduler_spawn (NULL, 0, run, data, destroy);

  dex_future_disown (dex_ref (fiber));
  return fiber;
}
