/* mc-evidence-title.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mc_evidence_dup_title (const char *name);

G_END_DECLS
