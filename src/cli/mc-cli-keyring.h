/* mc-cli-keyring.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-account.h"
#include "mc-secret.h"

G_BEGIN_DECLS

McSecret *mc_cli_look_up_secret (McAccount   *account,
                                 gint64       timeout_ms,
                                 const char **problem);

G_END_DECLS
