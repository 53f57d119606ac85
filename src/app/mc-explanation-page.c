/* mc-explanation-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-explanation-page.h"
#include "mc-explanation.h"
#include "mc-report-copy.h"
#include "mc-step-row.h"

/* A notice can name thousands of recipients; nobody reads as many. */
#define MAX_SHOWN 50

/**
 * McExplanationPage:
 *
 * What came back, or what a server said, in plain words.
 */
struct _McExplanationPage
{
  AdwNavigationPage parent_instance;
  McOutline        *outline; /* the same to copy */
  char             *title;   /* the first thing it says */

  AdwToastOverlay   *toast_overlay;
  GtkScrolledWindow *scrolled_window;
  GtkBox            *content;
};

G_DEFINE_FINAL_TYPE (McExplanationPage, mc_explanation_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_heading (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "xalign", 0.0,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                       "css-classes", (const char *const[]) { "title-1", NULL },
                       NULL);
}

static GtkWidget *
add_list (GtkBox     *section,
          const char *title)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);

  gtk_box_append (section, group);
  return group;
}

static void
add_property (GtkWidget  *group,
              const char *title,
              const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;

  /* Foreign text: markup is off before it is set, which takes effect only once the row is made. */
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle-selectable", TRUE, NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_steps (GtkBox            *section,
           const McExplained *explained)
{
  GtkWidget *group;
  GtkWidget *list;

  if (*explained->steps == NULL)
    return;

  group = add_list (section, _ ("What to Do"));
  list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What to do"), -1);
  for (guint i = 0; explained->steps[i] != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), mc_step_row_new (i + 1, explained->steps[i], NULL));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
}

static void
on_copy_letter_clicked_cb (McExplanationPage *self,
                           GtkButton         *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), g_object_get_data (G_OBJECT (button), "letter"));
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Text copied")));
}

static void
add_letter (McExplanationPage *self,
            GtkBox            *section,
            const McExplained *explained)
{
  GtkWidget *group;
  GtkWidget *button;
  GtkWidget *label;

  if (explained->letter == NULL)
    return;

  group = add_list (section, _ ("A Text to Send"));
  button = gtk_button_new_with_mnemonic (_ ("Copy _Text"));
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "letter", g_strdup (explained->letter), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy_letter_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);

  label = new_label (explained->letter, "letter");
  gtk_widget_add_css_class (label, "card");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
}

/* A section begins with what happened, and to whom. */
static GtkBox *
add_section (McExplanationPage *self,
             const McExplained *explained,
             const char        *recipient,
             const char        *outcome)
{
  GtkBox *section = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  GtkBox *top = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));

  if (self->title == NULL)
    self->title = g_strdup (explained->title);
  gtk_box_append (top, new_heading (explained->title));
  if (recipient != NULL)
    {
      /* Translators: %s is an email address */
      g_autofree char *text = g_strdup_printf (_ ("To: %s"), recipient);

      gtk_box_append (top, new_label (text, NULL));
    }
  if (outcome != NULL)
    gtk_box_append (top, new_label (outcome, "heading"));
  gtk_box_append (top, new_label (explained->explanation, NULL));
  if (mc_fixer_get_title (explained->fixed_by) != NULL)
    gtk_box_append (top, new_label (mc_fixer_get_title (explained->fixed_by), "heading"));

  gtk_box_append (section, GTK_WIDGET (top));
  add_steps (section, explained);
  add_letter (self, section, explained);
  gtk_box_append (self->content, GTK_WIDGET (section));

  return section;
}

static void
add_delivery (McExplanationPage *self,
              const McDelivery  *delivery)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_delivery (delivery);
  gboolean                is_notice = delivery->reason != MC_REASON_VACATION && delivery->reason != MC_REASON_COMPLAINT;
  g_autofree char        *outcome = is_notice ? mc_explained_dup_outcome (delivery) : NULL;
  GtkBox                 *section = add_section (self, explained, delivery->recipient, outcome);
  GtkWidget              *group;

  if (delivery->diagnostic == NULL && delivery->remote_host == NULL && delivery->reporting_host == NULL)
    return;

  group = add_list (section, _ ("What the Server Said"));
  add_property (group, _ ("Words"), delivery->diagnostic);
  add_property (group, _ ("Server That Refused"), delivery->remote_host);
  add_property (group, _ ("Server That Wrote the Notice"), delivery->reporting_host);
}

static void
add_original (McExplanationPage *self,
              const McOriginal  *original)
{
  GtkWidget *group;

  if (original->subject == NULL && original->to == NULL && original->from == NULL)
    return;

  group = add_list (self->content, _ ("The Message It Is About"));
  add_property (group, _ ("Subject"), original->subject);
  add_property (group, _ ("From"), original->from);
  add_property (group, _ ("To"), original->to);
}

static void
add_notices (McExplanationPage *self,
             GPtrArray         *notices)
{
  guint n_shown = 0;
  guint n_left = 0;

  for (guint i = 0; i < notices->len; i++)
    {
      const McNotice *notice = g_ptr_array_index (notices, i);

      for (guint j = 0; j < notice->deliveries->len; j++)
        {
          if (n_shown < MAX_SHOWN)
            add_delivery (self, g_ptr_array_index (notice->deliveries, j));
          else
            n_left++;
          n_shown++;
        }
      if (i < MAX_SHOWN)
        add_original (self, &notice->original);
    }

  if (n_left > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u more recipient is not shown here.",
                                                         "%u more recipients are not shown here.", n_left),
                                               n_left);

      gtk_box_append (self->content, new_label (text, "dimmed"));
    }
}

static void
add_reply (McExplanationPage    *self,
           const McReplyReading *reply)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_reply (reply);
  GtkBox                 *section = add_section (self, explained, NULL, NULL);
  GtkWidget              *group = add_list (section, _ ("What the Server Said"));

  add_property (group, _ ("Words"), reply->words);
  add_property (group, _ ("Provider"), reply->provider);
}

static void
on_copy_clicked_cb (McExplanationPage *self)
{
  g_autoptr (GdkContentProvider) content = mc_report_copy_new_outline_content (self->outline);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Explanation copied")));
}

/* Reading begins at the top, with the keyboard and by ear. */
static void
mc_explanation_page_shown (AdwNavigationPage *page)
{
  McExplanationPage *self = MC_EXPLANATION_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (self->scrolled_window));
  if (self->title != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (gtk_widget_get_root (GTK_WIDGET (self))), self->title,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
mc_explanation_page_dispose (GObject *object)
{
  McExplanationPage *self = MC_EXPLANATION_PAGE (object);

  g_clear_pointer (&self->outline, mc_outline_free);
  g_clear_pointer (&self->title, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_EXPLANATION_PAGE);

  G_OBJECT_CLASS (mc_explanation_page_parent_class)->dispose (object);
}

static void
mc_explanation_page_class_init (McExplanationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_explanation_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mc_explanation_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-explanation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, content);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
}

static void
mc_explanation_page_init (McExplanationPage *self)
{
  g_type_ensure (MC_TYPE_STEP_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_explanation_page_show:
 * @self: the page
 * @input: what was recognized
 *
 * Shows what it means, in place of what was shown before.
 */
void
mc_explanation_page_show (McExplanationPage *self,
                          const McInput     *input)
{
  GtkWidget *child;

  g_return_if_fail (MC_IS_EXPLANATION_PAGE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);

  g_clear_pointer (&self->outline, mc_outline_free);
  g_clear_pointer (&self->title, g_free);
  self->outline = mc_outline_new ();
  mc_explanation_add (input, NULL, self->outline);

  if (input->kind == MC_INPUT_BOUNCE)
    add_notices (self, input->notices);
  else if (input->kind == MC_INPUT_REPLY)
    add_reply (self, input->reply);
  else
    {
      g_autoptr (McExplained) explained = mc_explained_new_for_other (input);

      add_section (self, explained, NULL, NULL);
    }
}
