/* mc-article-body.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-outline.h"

G_BEGIN_DECLS

#define MC_TYPE_ARTICLE_BODY (mc_article_body_get_type ())

G_DECLARE_FINAL_TYPE (McArticleBody, mc_article_body, MC, ARTICLE_BODY, GtkWidget)

void mc_article_body_show (McArticleBody *self,
                           McOutline     *article);

G_END_DECLS
