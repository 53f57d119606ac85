/* mc-mallard.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-outline.h"

G_BEGIN_DECLS

#define MC_MALLARD_MAX_SIZE (64 * 1024)

typedef struct _McMallard McMallard;

/**
 * McMallardLink:
 * @type: (nullable): "guide" or "seealso"; %NULL within the text
 * @xref: (nullable): the page it leads to
 * @href: (nullable): the address of a website it leads to
 * @text: what it says
 */
typedef struct
{
  char *type;
  char *xref;
  char *href;
  char *text;
} McMallardLink;

/**
 * McMallardSectionEnd:
 * @outline: where the page is written
 * @section: (nullable): the id of the section that was just written
 * @user_data: the caller's
 *
 * Adds what belongs at the end of a section.
 */
typedef void (*McMallardSectionEnd) (McOutline  *outline,
                                     const char *section,
                                     gpointer    user_data);

McMallard *mc_mallard_parse (GBytes  *page,
                             GError **error);
void       mc_mallard_free (McMallard *self);
char      *mc_mallard_dup_title (McMallard *self);
GPtrArray *mc_mallard_list_links (McMallard *self);
void       mc_mallard_write (McMallard          *self,
                             McOutline          *outline,
                             McMallardSectionEnd end_section,
                             gpointer            user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McMallard, mc_mallard_free)

G_END_DECLS
