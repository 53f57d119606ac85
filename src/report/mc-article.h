/* mc-article.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-outline.h"

G_BEGIN_DECLS

/* The article that leads to all others. */
#define MC_ARTICLE_INDEX "index"

GStrv       mc_article_list_ids (void);
gboolean    mc_article_exists (const char *id);
gboolean    mc_article_is_installed (const char *id);
char       *mc_article_dup_title (const char *id);
char       *mc_article_dup_uri (const char *id);
const char *mc_article_id_from_uri (const char *uri);
McOutline  *mc_article_load (const char *id,
                             GError    **error);

G_END_DECLS
