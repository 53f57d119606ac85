/* mc-article-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_ARTICLE_PAGE (mc_article_page_get_type ())

G_DECLARE_FINAL_TYPE (McArticlePage, mc_article_page, MC, ARTICLE_PAGE, AdwNavigationPage)

McArticlePage *mc_article_page_new (const char *article);

G_END_DECLS
