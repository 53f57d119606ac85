/* mc-personal-token.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mc_token_starts_word (const char *text,
                               const char *position);
gboolean mc_token_ends_word (const char *text,
                             const char *end);
gsize    mc_token_match_address (const char *position);
gsize    mc_token_match_host (const char *position);
gsize    mc_token_match_ip (const char *text,
                            const char *position);
char    *mc_token_read_quad (const char *position,
                             gsize      *length);
gsize    mc_token_match_literal (const char *position,
                                 const char *literal);

G_END_DECLS
