/* mc-explanation-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-announce.h"
#include "mc-explanation-page.h"
#include "mc-explanation-rows.h"
#include "mc-help.h"
#include "mc-primary-menu.h"
#include "mc-report-copy.h"
#include "mc-step-row.h"
#include "mc-verdict-heading.h"

/* An mbox can hold a thousand notices; nobody reads as many. */
#define MAX_SHOWN 50

/**
 * McExplanationPage:
 *
 * What came back, or what a server said, in plain words. Where there is more than
 * one thing to tell, a page like this for each is behind a row.
 */
struct _McExplanationPage
{
  AdwNavigationPage parent_instance;
  McInput          *input;   /* (nullable): what the groups are of */
  GPtrArray        *groups;  /* McDeliveryGroup */
  McOutline        *outline; /* what is copied */
  gboolean          is_new;  /* nobody has seen it yet */

  AdwToastOverlay     *toast_overlay;
  GtkScrolledWindow   *scrolled_window;
  McVerdictHeading    *heading;
  GtkLabel            *explanation;
  GtkWidget           *fixer_box;
  GtkLabel            *fixer;
  GtkLabel            *limit;
  GtkListBox          *recipients;
  GtkWidget           *groups_box;
  GtkListBox          *group_list;
  GtkLabel            *groups_left;
  GtkWidget           *steps_group;
  GtkListBox          *steps;
  GtkWidget           *letter_group;
  GtkLabel            *letter;
  GtkListBox          *links;
  AdwPreferencesGroup *server_group;
  GtkListBox          *server;
  GtkWidget           *original_group;
  GtkListBox          *original;
};

G_DEFINE_FINAL_TYPE (McExplanationPage, mc_explanation_page, ADW_TYPE_NAVIGATION_PAGE)

/* Takes the rows. */
static void
show_rows (GtkListBox *list,
           GtkWidget  *whole,
           GPtrArray  *rows)
{
  gtk_list_box_remove_all (list);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    gtk_list_box_append (list, g_ptr_array_index (rows, i));
  gtk_widget_set_visible (whole, rows != NULL && rows->len > 0);
  g_clear_pointer (&rows, g_ptr_array_unref);
}

static void
show_text (GtkLabel   *label,
           GtkWidget  *whole,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (whole, text != NULL && *text != '\0');
}

/* A single one is no list. */
static GPtrArray *
new_steps (char **steps)
{
  GPtrArray *rows = g_ptr_array_new ();
  gboolean   is_list = g_strv_length (steps) > 1;

  for (guint i = 0; steps[i] != NULL; i++)
    g_ptr_array_add (rows, mc_step_row_new (is_list ? i + 1 : 0, steps[i], NULL));

  return rows;
}

static void
show_explained (McExplanationPage *self,
                const McExplained *explained,
                McStatus           status,
                const char        *severity)
{
  mc_verdict_heading_show_words (self->heading, status, severity, explained->title);
  show_text (self->explanation, GTK_WIDGET (self->explanation), explained->explanation);
  show_text (self->fixer, self->fixer_box, explained->fixer);
  show_rows (self->steps, self->steps_group, new_steps (explained->steps));
  show_text (self->letter, self->letter_group, explained->letter);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explanation.copy-letter", explained->letter != NULL);
}

static void
show_other (McExplanationPage *self,
            const McInput     *input)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_other (input);

  show_explained (self, explained, MC_STATUS_SKIPPED, NULL);
  show_rows (self->links, GTK_WIDGET (self->links), mc_explanation_rows_new_links (explained));
}

static McStatus
judge_reply (const McReplyReading *reply)
{
  if (!reply->is_refusal)
    return MC_STATUS_PASSED;

  return mc_explained_is_for_now (reply) ? MC_STATUS_WARNING : MC_STATUS_FAILED;
}

static void
show_reply (McExplanationPage    *self,
            const McReplyReading *reply)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_reply (reply);

  show_explained (self, explained, judge_reply (reply), mc_explained_get_reply_outcome (reply));
  show_rows (self->links, GTK_WIDGET (self->links), mc_explanation_rows_new_links (explained));
  adw_preferences_group_set_title (self->server_group, reply->program_error != NULL ? _ ("What the Mail Program Said")
                                                                                    : _ ("What the Server Said"));
  show_rows (self->server, GTK_WIDGET (self->server_group),
             mc_explanation_rows_new_reply (reply, explained->code_meaning));
}

static void
show_group (McExplanationPage     *self,
            const McDeliveryGroup *group)
{
  g_autoptr (McExplained) explained = mc_delivery_group_explain (group);
  g_autofree char        *outcome = mc_delivery_group_dup_outcome (group);
  const McDelivery       *first = mc_delivery_group_get_first (group);
  McStatus                status = mc_explanation_status_of_action (first->action);

  if (first->reason == MC_REASON_COMPLAINT)
    status = MC_STATUS_WARNING;

  show_explained (self, explained, status, outcome != NULL ? outcome : _ ("Good to Know"));
  show_rows (self->recipients, GTK_WIDGET (self->recipients), mc_explanation_rows_new_recipients (group));
  show_rows (self->links, GTK_WIDGET (self->links), mc_explanation_rows_new_links (explained));
  adw_preferences_group_set_title (self->server_group,
                                   outcome != NULL ? _ ("What the Server Said") : _ ("What It Says"));
  show_rows (self->server, GTK_WIDGET (self->server_group),
             mc_explanation_rows_new_server (group, explained->code_meaning));
  show_rows (self->original, self->original_group, mc_explanation_rows_new_original (&group->notice->original));
}

static guint
count_deliveries (const McNotice  *notice,
                  McDeliveryAction action)
{
  guint n = 0;

  for (guint i = 0; i < notice->deliveries->len; i++)
    n += ((const McDelivery *) g_ptr_array_index (notice->deliveries, i))->action == action ? 1 : 0;

  return n;
}

/* One notice that tells of several recipients: how many got the message. */
static char *
dup_notice_title (const McNotice *notice)
{
  guint n_failed = count_deliveries (notice, MC_DELIVERY_FAILED);
  guint n_delayed = count_deliveries (notice, MC_DELIVERY_DELAYED);
  guint n_all = notice->deliveries->len;

  if (n_failed > 0)
    /* Translators: how many recipients a message did not reach, and of how many */
    return g_strdup_printf (ngettext ("Not delivered to %u of %u recipients", "Not delivered to %u of %u recipients",
                                      n_all),
                            n_failed, n_all);
  if (n_delayed > 0)
    /* Translators: for how many recipients a message is late, and of how many */
    return g_strdup_printf (ngettext ("Late for %u of %u recipients", "Late for %u of %u recipients", n_all), n_delayed,
                            n_all);

  return g_strdup_printf (ngettext ("Delivered to %u recipient", "Delivered to %u recipients", n_all), n_all);
}

static void
show_overview_heading (McExplanationPage *self)
{
  const McDeliveryGroup *first = g_ptr_array_index (self->groups, 0);
  guint                  n_notices = self->input->notices->len;
  g_autofree char       *title = NULL;
  const char            *text = _ ("Choose one to read what it means and what to do.");

  if (n_notices > 1)
    title = g_strdup_printf (ngettext ("%u notice was found", "%u notices were found", n_notices), n_notices);
  else
    {
      title = dup_notice_title (first->notice);
      text = _ ("There are different reasons. Choose one to read what to do.");
    }

  mc_verdict_heading_show_words (self->heading,
                                 mc_explanation_status_of_action (mc_delivery_group_get_first (first)->action), NULL,
                                 title);
  show_text (self->explanation, GTK_WIDGET (self->explanation), text);
}

static void
show_overview (McExplanationPage *self)
{
  GPtrArray       *rows = g_ptr_array_new ();
  guint            n_notices = self->input->notices->len;
  guint            n_left = self->groups->len > MAX_SHOWN ? self->groups->len - MAX_SHOWN : 0;
  g_autofree char *left = NULL;

  for (guint i = 0; i < self->groups->len && i < MAX_SHOWN; i++)
    g_ptr_array_add (rows, mc_explanation_row_new_group (g_ptr_array_index (self->groups, i), i, n_notices > 1));
  if (n_left > 0)
    left = g_strdup_printf (ngettext ("%u more is not shown here. “Copy Explanation” has it.",
                                      "%u more are not shown here. “Copy Explanation” has them all.", n_left),
                            n_left);

  show_overview_heading (self);
  show_rows (self->group_list, self->groups_box, rows);
  show_text (self->groups_left, GTK_WIDGET (self->groups_left), left);
  if (n_notices == 1)
    {
      const McNotice *notice = g_ptr_array_index (self->input->notices, 0);

      show_rows (self->original, self->original_group, mc_explanation_rows_new_original (&notice->original));
    }
}

/* As it was made, with nothing to tell. */
static void
clear (McExplanationPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  show_text (self->fixer, self->fixer_box, NULL);
  show_text (self->letter, self->letter_group, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explanation.copy-letter", FALSE);
  show_text (self->limit, GTK_WIDGET (self->limit), NULL);
  show_rows (self->recipients, GTK_WIDGET (self->recipients), NULL);
  show_rows (self->group_list, self->groups_box, NULL);
  show_rows (self->steps, self->steps_group, NULL);
  show_rows (self->links, GTK_WIDGET (self->links), NULL);
  show_rows (self->server, GTK_WIDGET (self->server_group), NULL);
  show_rows (self->original, self->original_group, NULL);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  self->is_new = TRUE;
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  McExplanationPage             *self = MC_EXPLANATION_PAGE (widget);
  g_autoptr (GdkContentProvider) content = NULL;

  if (self->outline == NULL)
    return;

  content = mc_report_copy_new_outline_content (self->outline);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Explanation copied")));
}

static void
copy_letter_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  McExplanationPage *self = MC_EXPLANATION_PAGE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_label (self->letter));
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Text copied")));
}

static void
help_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mc_help_show (GTK_WINDOW (gtk_widget_get_root (widget)), g_variant_get_string (parameter, NULL));
}

/* Checkups begin on the first page. */
static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_pop_to_tag (ADW_NAVIGATION_VIEW (view), "symptom");
}

/* What stands behind a row is a page of its own, which goes when it is left. */
static void
show_group_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  McExplanationPage     *self = MC_EXPLANATION_PAGE (widget);
  GtkWidget             *view = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  guint                  position = g_variant_get_uint32 (parameter);
  const McDeliveryGroup *group;
  McExplanationPage     *page;

  if (self->groups == NULL || position >= self->groups->len || view == NULL)
    return;

  group = g_ptr_array_index (self->groups, position);
  page = g_object_new (MC_TYPE_EXPLANATION_PAGE, NULL);
  clear (page);
  page->outline = mc_delivery_group_dup_outline (group);
  show_group (page, group);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
}

/* Reading begins at the top, with the keyboard and by ear; whoever comes back goes on where they were. */
static void
mc_explanation_page_shown (AdwNavigationPage *page)
{
  McExplanationPage *self = MC_EXPLANATION_PAGE (page);

  if (!self->is_new)
    return;

  self->is_new = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->heading));
  mc_announce (GTK_WIDGET (self), mc_verdict_heading_get_title (self->heading),
               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
mc_explanation_page_dispose (GObject *object)
{
  McExplanationPage *self = MC_EXPLANATION_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->input, mc_input_free);
  g_clear_pointer (&self->outline, mc_outline_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_EXPLANATION_PAGE);

  G_OBJECT_CLASS (mc_explanation_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, heading);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, fixer_box);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, fixer);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, limit);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, recipients);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, groups_box);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, group_list);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, groups_left);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, steps);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, letter_group);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, letter);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, links);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, server_group);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, server);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, original_group);
  gtk_widget_class_bind_template_child (widget_class, McExplanationPage, original);
}

static void
mc_explanation_page_class_init (McExplanationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_explanation_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mc_explanation_page_shown;

  g_type_ensure (MC_TYPE_PRIMARY_MENU);
  g_type_ensure (MC_TYPE_VERDICT_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-explanation-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "explanation.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "explanation.copy-letter", NULL, copy_letter_action);
  gtk_widget_class_install_action (widget_class, "explanation.help", "s", help_action);
  gtk_widget_class_install_action (widget_class, "explanation.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "explanation.show-group", "u", show_group_action);
}

static void
mc_explanation_page_init (McExplanationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_verdict_heading_set_details (self->heading, self->explanation, self->fixer);
}

/**
 * mc_explanation_page_show:
 * @self: the page
 * @input: (transfer full): what was recognized
 *
 * Shows what it means, in place of what was shown before.
 */
void
mc_explanation_page_show (McExplanationPage *self,
                          McInput           *input)
{
  g_return_if_fail (MC_IS_EXPLANATION_PAGE (self));

  clear (self);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->input, mc_input_free);
  g_clear_pointer (&self->outline, mc_outline_free);
  self->input = input;
  self->groups = mc_delivery_groups_new (input->notices);
  self->outline = mc_outline_new ();
  mc_explanation_add (input, NULL, self->outline);
  show_text (self->limit, GTK_WIDGET (self->limit), mc_explanation_get_limit (input));

  if (self->groups->len > 1)
    show_overview (self);
  else if (self->groups->len == 1)
    show_group (self, g_ptr_array_index (self->groups, 0));
  else if (input->kind == MC_INPUT_REPLY)
    show_reply (self, input->reply);
  else
    show_other (self, input);
}
