/* mc-code-meanings-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-code-meanings.h"

G_BEGIN_DECLS

const McCodeMeaning *mc_code_meaning_for_reply (int code);
const McCodeMeaning *mc_code_meaning_in_registry (const char *enhanced_code);
const McCodeMeaning *mc_code_meaning_at_provider (const char *enhanced_code,
                                                  guint      *position);

G_END_DECLS
