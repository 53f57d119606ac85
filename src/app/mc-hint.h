/* mc-hint.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * McHintKind:
 * @MC_HINT_INFO: good to know
 * @MC_HINT_WARNING: to be looked at
 * @MC_HINT_ERROR: to be corrected
 *
 * How much a hint matters.
 */
typedef enum
{
  MC_HINT_INFO,
  MC_HINT_WARNING,
  MC_HINT_ERROR,
} McHintKind;

#define MC_TYPE_HINT (mc_hint_get_type ())

G_DECLARE_FINAL_TYPE (McHint, mc_hint, MC, HINT, AdwBin)

void mc_hint_describe (McHint      *self,
                       GtkEditable *row);
void mc_hint_show (McHint     *self,
                   McHintKind  kind,
                   const char *text);
void mc_hint_show_with_button (McHint     *self,
                               McHintKind  kind,
                               const char *text,
                               const char *label,
                               const char *action);
void mc_hint_clear (McHint *self);
void mc_hint_mark_row (GtkEditable *row,
                       gboolean     is_wrong);

G_END_DECLS
