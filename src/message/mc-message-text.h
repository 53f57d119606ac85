/* mc-message-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mc_message_text_decode (const char *bytes,
                              gsize       length,
                              const char *charset);

G_END_DECLS
