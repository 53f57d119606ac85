/* mc-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *mc_text_make_safe (const char *bytes,
                               gssize      length,
                               gsize       max_chars);
char       *mc_text_wrap (const char *text,
                          guint       columns,
                          const char *first_prefix,
                          const char *next_prefix);
char       *mc_text_from_time (gint64 unix_seconds);
gboolean    mc_text_equals_start (const char *text,
                                  const char *prefix);
char       *mc_text_dup_lower (const char *text);
char       *mc_text_dup_lower_utf8 (const char *text);
const char *mc_text_next_line (const char *line);
gboolean    mc_text_is_blank_line (const char *line);
char       *mc_text_replace_word (const char *text,
                                  const char *word,
                                  const char *replacement);

/**
 * mc_text_has_prefix:
 * @text: a protocol text
 * @prefix: what it may start with
 *
 * Returns: whether @text starts with @prefix, ASCII case ignored
 */
static inline gboolean
mc_text_has_prefix (const char *text,
                    const char *prefix)
{
  /* Tables of prefixes mostly fail at the first letter, whose cases differ in one bit. */
  return *prefix == '\0' || (((*text ^ *prefix) & ~0x20) == 0 && mc_text_equals_start (text, prefix));
}

G_END_DECLS
