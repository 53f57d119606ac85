/* mc-article-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-article-page.h"
#include "mc-article.h"

#define SPACE_BEFORE_HEADING 12

/**
 * McArticlePage:
 *
 * A help article. What it links to is opened by the actions `article.open` and
 * `article.open-website` of what it is in.
 */
struct _McArticlePage
{
  AdwNavigationPage parent_instance;

  GtkBox    *content;
  GtkWidget *index_button;
};

G_DEFINE_FINAL_TYPE (McArticlePage, mc_article_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
label_new (const char       *text,
           GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 0.0,
                       NULL);
}

static GtkWidget *
heading_new (const McBlock *block)
{
  GtkWidget *label = label_new (block->text, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) block->level, -1);
  gtk_widget_add_css_class (label, block->level == 1 ? "title-2" : "heading");
  gtk_widget_set_margin_top (label, block->level == 1 ? 0 : SPACE_BEFORE_HEADING);

  return label;
}

static GtkWidget *
item_new (const char *mark,
          const char *text)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 6, NULL);
  GtkWidget *mark_label = label_new (mark, GTK_ACCESSIBLE_ROLE_LABEL);
  GtkWidget *text_label = label_new (text, GTK_ACCESSIBLE_ROLE_LABEL);

  g_object_set (mark_label, "width-chars", 3, "xalign", 1.0, "yalign", 0.0, "wrap", FALSE, NULL);
  gtk_widget_add_css_class (mark_label, "numeric");
  gtk_widget_set_hexpand (text_label, TRUE);
  gtk_box_append (GTK_BOX (item), mark_label);
  gtk_box_append (GTK_BOX (item), text_label);

  return item;
}

static GtkWidget *
list_new (const McBlock *block)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);

  for (guint i = 0; i < block->items->len; i++)
    {
      /* Translators: the number of a step, as in “2.” */
      g_autofree char *number = g_strdup_printf (_ ("%u."), i + 1);

      gtk_box_append (GTK_BOX (list), item_new (block->kind == MC_BLOCK_STEPS ? number : "•",
                                                g_ptr_array_index (block->items, i)));
    }

  return list;
}

static GtkWidget *
link_row_new (const McPair *link)
{
  const char *article = mc_article_id_from_uri (link->value);
  GtkWidget  *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", link->name, "activatable", TRUE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "icon-name", article != NULL ? "go-next-symbolic" : "adw-external-link-symbolic",
                                           NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), article != NULL ? "article.open" : "article.open-website");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", article != NULL ? article : link->value);

  return row;
}

static GtkWidget *
links_new (const McBlock *block,
           GtkWidget     *heading)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  if (heading != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  for (guint i = 0; i < block->items->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), link_row_new (g_ptr_array_index (block->items, i)));

  return list;
}

static void
show_outline (McArticlePage *self,
              McOutline     *outline)
{
  GtkWidget *heading = NULL;

  for (guint i = 0; i < mc_outline_get_n_blocks (outline); i++)
    {
      const McBlock *block = mc_outline_get_block (outline, i);
      GtkWidget     *widget = NULL;

      if (block->kind == MC_BLOCK_HEADING)
        widget = heading = heading_new (block);
      else if (block->kind == MC_BLOCK_PARAGRAPH)
        widget = label_new (block->text, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
      else if (block->kind == MC_BLOCK_LINKS)
        widget = links_new (block, heading);
      else
        widget = list_new (block);

      gtk_box_append (self->content, widget);
    }
}

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

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McArticlePage, content);
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

  show_outline (self, outline);
  gtk_widget_set_visible (self->index_button, !g_str_equal (id, MC_ARTICLE_INDEX));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->content), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return self;
}
