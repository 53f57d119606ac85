/* mc-cli-secret.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-secret.h"

G_BEGIN_DECLS

McSecret *mc_cli_read_secret (McSecretKind kind,
                              const char **problem);

G_END_DECLS
