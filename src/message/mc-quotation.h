/* mc-quotation.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mc_quotation_dup_plain (const char *text);
char *mc_quotation_dup_forwarded (const char *text);

G_END_DECLS
