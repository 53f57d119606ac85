/* mc-article-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-article-body.h"
#include "mc-article-page.h"
#include "mc-article.h"

/**
 * McArticlePage:
 *
 * A help article in a dialog.
 */
struct _McArticlePage
{
  AdwNavigationPage parent_instance;

  McArticleBody *body;
  GtkWidget     *index_button;
};

G_DEFINE_FINAL_TYPE (McArticlePage, mc_article_page, ADW_TYPE_NAVIGATION_PAGE)

static void
mc_article_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_ARTICLE_PAGE);

  G_OBJECT_CLASS (mc_article_page_parent_class)->dispose (object);
}

static void
mc_article_page_class_init (McArticlePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_article_page_dispose;

  g_type_ensure (MC_TYPE_ARTICLE_BODY);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McArticlePage, body);
  gtk_widget_class_bind_template_child (widget_class, McArticlePage, index_button);
}

static void
mc_article_page_init (McArticlePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_article_page_new:
 * @article: an article's id
 *
 * Returns: (transfer floating): a page that shows it, the index when there is none
 *   with this id
 */
McArticlePage *
mc_article_page_new (const char *article)
{
  const char           *id = mc_article_exists (article) ? article : MC_ARTICLE_INDEX;
  g_autofree char      *title = mc_article_dup_title (id);
  g_autoptr (McOutline) outline = mc_article_load (id, NULL);
  McArticlePage        *self = g_object_new (MC_TYPE_ARTICLE_PAGE, "title", title, "tag", id, NULL);

  mc_article_body_show (self->body, outline);
  gtk_widget_set_visible (self->index_button, !g_str_equal (id, MC_ARTICLE_INDEX));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return self;
}
