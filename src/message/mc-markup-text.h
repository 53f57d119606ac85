/* mc-markup-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mc_markup_text_extract (const char *html);

G_END_DECLS
