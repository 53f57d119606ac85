/* mc-scope.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libdex.h>

G_BEGIN_DECLS

#define MC_TYPE_SCOPE (mc_scope_get_type ())

G_DECLARE_FINAL_TYPE (McScope, mc_scope, MC, SCOPE, GObject)

McScope   *mc_scope_new (McScope *parent,
                         gint64   timeout_ms);
void       mc_scope_cancel (McScope *self);
gboolean   mc_scope_is_cancelled (McScope *self);
gint64     mc_scope_get_deadline (McScope *self);
gboolean   mc_scope_is_over (McScope *self,
                             GError **error);
gboolean   mc_scope_await (McScope   *self,
                           DexFuture *future,
                           GError   **error);
gpointer   mc_scope_await_object (McScope   *self,
                                  DexFuture *future,
                                  GError   **error);
gpointer   mc_scope_await_boxed (McScope   *self,
                                 DexFuture *future,
                                 GError   **error);
gboolean   mc_scope_sleep (McScope *self,
                           gint64   milliseconds,
                           GError **error);
DexFuture *mc_fiber_spawn (DexFiberFunc   run,
                           gpointer       data,
                           GDestroyNotify destroy) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
