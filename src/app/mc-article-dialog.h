/* mc-article-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_ARTICLE_DIALOG (mc_article_dialog_get_type ())

G_DECLARE_FINAL_TYPE (McArticleDialog, mc_article_dialog, MC, ARTICLE_DIALOG, AdwDialog)

AdwDialog *mc_article_dialog_new (const char *article);

G_END_DECLS
