/* mc-test-result.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-result.h"

G_BEGIN_DECLS

McResult *mc_test_result_new (void);

G_END_DECLS
