/* mc-article-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-article-dialog.h"
#include "mc-article-page.h"
#include "mc-website.h"

/**
 * McArticleDialog:
 *
 * Help articles, for where there is no help viewer: one leads to the next, and
 * back.
 */
struct _McArticleDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay   *toast_overlay;
  AdwNavigationView *navigation;
};

G_DEFINE_FINAL_TYPE (McArticleDialog, mc_article_dialog, ADW_TYPE_DIALOG)

static void
open_website_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  mc_website_open (widget, g_variant_get_string (parameter, NULL));
}

/* An article that was read on the way here is gone back to. */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  McArticleDialog *self = MC_ARTICLE_DIALOG (widget);
  const char      *article = g_variant_get_string (parameter, NULL);

  if (adw_navigation_view_find_page (self->navigation, article) != NULL)
    adw_navigation_view_pop_to_tag (self->navigation, article);
  else
    adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (mc_article_page_new (article)));
}

static void
mc_article_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_ARTICLE_DIALOG);

  G_OBJECT_CLASS (mc_article_dialog_parent_class)->dispose (object);
}

static void
mc_article_dialog_class_init (McArticleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_article_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-article-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McArticleDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, McArticleDialog, navigation);

  gtk_widget_class_install_action (widget_class, "article.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "article.open-website", "s", open_website_action);
}

static void
mc_article_dialog_init (McArticleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_article_dialog_new:
 * @article: the id of the article to begin with
 *
 * Returns: (transfer floating): a dialog that shows it
 */
AdwDialog *
mc_article_dialog_new (const char *article)
{
  McArticleDialog *self = g_object_new (MC_TYPE_ARTICLE_DIALOG, NULL);

  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (mc_article_page_new (article)));

  return ADW_DIALOG (self);
}
