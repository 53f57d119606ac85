/* mc-article-body.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-article-body.h"
#include "mc-article.h"

#define SPACE                12
#define SPACE_BEFORE_HEADING 12

/**
 * McArticleBody:
 *
 * The text of an article. It takes the focus before its links do, so that one
 * begins to read rather than to follow the first link, and the keyboard scrolls.
 */
struct _McArticleBody
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (McArticleBody, mc_article_body, GTK_TYPE_WIDGET)

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
item_new (const char       *mark,
          GtkAccessibleRole mark_role,
          const char       *text)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 6, NULL);
  GtkWidget *mark_label = label_new (mark, mark_role);
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
    gtk_box_append (GTK_BOX (list), item_new ("•", GTK_ACCESSIBLE_ROLE_PRESENTATION, g_ptr_array_index (block->items, i)));

  return list;
}

static GtkWidget *
steps_new (const McBlock *block)
{
  GtkWidget *steps = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                   "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);

  for (guint i = 0; i < block->items->len; i++)
    {
      /* Translators: the number of a step, as in “2.” */
      g_autofree char *number = g_strdup_printf (_ ("%u."), i + 1);
      const char      *step = g_ptr_array_index (block->items, i);

      gtk_box_append (GTK_BOX (steps), item_new (number, GTK_ACCESSIBLE_ROLE_LABEL, step));
    }

  return steps;
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

/* An article has no other kinds of block than these. */
static GtkWidget *
block_new (const McBlock *block,
           GtkWidget     *heading)
{
  switch (block->kind)
    {
    case MC_BLOCK_HEADING:
      return heading_new (block);
    case MC_BLOCK_LIST:
      return list_new (block);
    case MC_BLOCK_STEPS:
      return steps_new (block);
    case MC_BLOCK_LINKS:
      return links_new (block, heading);
    case MC_BLOCK_PARAGRAPH:
    case MC_BLOCK_DETAILS:
    case MC_BLOCK_CHECKS:
    case MC_BLOCK_TRANSCRIPT:
    default:
      return label_new (block->text, GTK_ACCESSIBLE_ROLE_LABEL);
    }
}

static void
mc_article_body_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mc_article_body_parent_class)->dispose (object);
}

static void
mc_article_body_class_init (McArticleBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_article_body_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
  gtk_widget_class_set_css_name (widget_class, "article");
}

static void
mc_article_body_init (McArticleBody *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * mc_article_body_show:
 * @self: a body without text
 * @article: what it should show
 *
 * Shows an article. What it links to is opened by the actions `article.open` and
 * `article.open-website` of what it is in.
 */
void
mc_article_body_show (McArticleBody *self,
                      McOutline     *article)
{
  GtkWidget *heading = NULL;

  g_return_if_fail (MC_IS_ARTICLE_BODY (self));

  for (guint i = 0; i < mc_outline_get_n_blocks (article); i++)
    {
      const McBlock *block = mc_outline_get_block (article, i);
      GtkWidget     *widget = block_new (block, heading);

      if (block->kind == MC_BLOCK_HEADING)
        heading = widget;
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
    }
}
