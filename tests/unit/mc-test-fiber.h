/* mc-test-fiber.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libdex.h>

G_BEGIN_DECLS

typedef void (*McTestFiber) (gpointer data);

void mc_test_await (DexFuture *future);
void mc_test_run_fiber (McTestFiber fiber,
                        gpointer    data);

G_END_DECLS
