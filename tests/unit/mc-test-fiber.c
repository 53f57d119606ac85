/* mc-test-fiber.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-scope.h"
#include "mc-test-fiber.h"

typedef struct
{
  McTestFiber fiber;
  gpointer    data;
} Run;

/**
 * mc_test_await:
 * @future: (transfer full): any future
 *
 * Runs the main context until @future is settled.
 */
void
mc_test_await (DexFuture *future)
{
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);

  dex_unref (future);
}

static DexFuture *
run_fiber (gpointer data)
{
  Run *run = data;

  run->fiber (run->data);
  return dex_future_new_true ();
}

/**
 * mc_test_run_fiber:
 * @fiber: work that may wait
 * @data: its data
 *
 * Runs @fiber to its end.
 */
void
mc_test_run_fiber (McTestFiber fiber,
                   gpointer    data)
{
  Run run = { fiber, data };

  dex_init ();
  mc_test_await (mc_fiber_spawn (run_fiber, &run, NULL));
}
