/* mc-finding-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-application.h"
#include "mc-cause.h"
#include "mc-finding-dialog.h"
#include "mc-help.h"
#include "mc-report-finding.h"
#include "mc-status.h"

/**
 * McFindingDialog:
 *
 * Everything that one test saw, for those who want to know, or to tell somebody.
 */
struct _McFindingDialog
{
  AdwDialog  parent_instance;
  McResult  *result;
  McFinding *finding;

  AdwToastOverlay     *toast_overlay;
  GtkImage            *image;
  GtkLabel            *status;
  GtkLabel            *summary;
  AdwPreferencesGroup *evidence_group;
  AdwPreferencesGroup *circumstances_group;
  GtkWidget           *transcript_group;
  GtkLabel            *transcript;
  GtkWidget           *help_group;
};

G_DEFINE_FINAL_TYPE (McFindingDialog, mc_finding_dialog, ADW_TYPE_DIALOG)

static const char *
find_article (McFindingDialog *self)
{
  const char    *code = mc_finding_get_code (self->finding);
  const McCause *cause = code != NULL ? mc_cause_find (code) : NULL;

  return cause != NULL ? cause->article : NULL;
}

/* What is copied is meant for others. */
static gboolean
hides_personal (void)
{
  GApplication *application = g_application_get_default ();

  return !MC_IS_APPLICATION (application) ||
         g_settings_get_boolean (mc_application_get_settings (MC_APPLICATION (application)), "hide-personal");
}

static void
on_copy_clicked_cb (McFindingDialog *self)
{
  gboolean              is_hidden = hides_personal ();
  McReportFlags         flags = is_hidden ? MC_REPORT_DEFAULT : MC_REPORT_SHOW_PERSONAL;
  g_autoptr (McOutline) outline = mc_report_finding_to_outline (self->result, self->finding, flags);
  g_autofree char      *text = mc_outline_to_text (outline, FALSE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toast_overlay,
                               adw_toast_new (is_hidden ? _ ("Copied without personal details") : _ ("Copied")));
}

static void
on_help_activated_cb (McFindingDialog *self)
{
  mc_help_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), find_article (self));
}

/* Values may be foreign text: before one is set, markup is off. */
static GtkWidget *
new_pair (const McPair *pair)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "subtitle-selectable", TRUE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pair->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pair->value);
  gtk_widget_add_css_class (row, "property");

  return row;
}

static void
add_pairs (AdwPreferencesGroup *group,
           GPtrArray           *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    adw_preferences_group_add (group, new_pair (g_ptr_array_index (pairs, i)));
}

static void
show_check (McFindingDialog  *self,
            const McCheckRow *row)
{
  McStatus status = mc_status_of_outcome (row->outcome);

  adw_dialog_set_title (ADW_DIALOG (self), row->title);
  mc_status_show (status, self->image);
  gtk_label_set_label (self->status, mc_status_get_title (status));
  gtk_label_set_label (self->summary, row->text);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *row->text != '\0');
  add_pairs (self->evidence_group, row->details);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_group), row->details->len > 0);
}

/* Protocols are written from left to right, whatever the language. */
static void
show_transcript (McFindingDialog *self,
                 GPtrArray       *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, i > 0 ? "\n%s" : "%s", (const char *) g_ptr_array_index (lines, i));

  gtk_label_set_label (self->transcript, text->str);
  gtk_widget_set_direction (GTK_WIDGET (self->transcript), GTK_TEXT_DIR_LTR);
  gtk_widget_set_visible (self->transcript_group, TRUE);
}

static void
show_block (McFindingDialog *self,
            const McBlock   *block)
{
  switch (block->kind)
    {
    case MC_BLOCK_CHECKS:
      show_check (self, g_ptr_array_index (block->items, 0));
      break;
    case MC_BLOCK_DETAILS:
      add_pairs (self->circumstances_group, block->items);
      break;
    case MC_BLOCK_TRANSCRIPT:
      show_transcript (self, block->items);
      break;
    case MC_BLOCK_HEADING:
    case MC_BLOCK_PARAGRAPH:
    case MC_BLOCK_LIST:
    case MC_BLOCK_STEPS:
    case MC_BLOCK_LINKS:
    default:
      break;
    }
}

static void
mc_finding_dialog_dispose (GObject *object)
{
  McFindingDialog *self = MC_FINDING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_FINDING_DIALOG);
  g_clear_pointer (&self->result, mc_result_unref);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (mc_finding_dialog_parent_class)->dispose (object);
}

static void
mc_finding_dialog_class_init (McFindingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_finding_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-finding-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McFindingDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, McFindingDialog, image);
  gtk_widget_class_bind_template_child (widget_class, McFindingDialog, status);
  gtk_widget_class_bind_template_child (widget_class, McFindingDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, McFindingDialog, evidence_group);
  gtk_widget_class_bind_template_child (widget_class, McFindingDialog, circumstances_group);
  gtk_widget_class_bind_template_child (widget_class, McFindingDialog, transcript_group);
  gtk_widget_class_bind_template_child (widget_class, McFindingDialog, transcript);
  gtk_widget_class_bind_template_child (widget_class, McFindingDialog, help_group);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_help_activated_cb);
}

static void
mc_finding_dialog_init (McFindingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_finding_dialog_new:
 * @result: a result
 * @finding: one of its findings
 *
 * Returns: (transfer floating): a dialog that shows it
 */
AdwDialog *
mc_finding_dialog_new (McResult  *result,
                       McFinding *finding)
{
  McFindingDialog      *self = g_object_new (MC_TYPE_FINDING_DIALOG, NULL);
  g_autoptr (McOutline) outline = mc_report_finding_to_outline (result, finding, MC_REPORT_SHOW_PERSONAL);

  self->result = mc_result_ref (result);
  self->finding = g_object_ref (finding);
  for (guint i = 0; i < mc_outline_get_n_blocks (outline); i++)
    show_block (self, mc_outline_get_block (outline, i));
  gtk_widget_set_visible (self->help_group, find_article (self) != NULL);

  return ADW_DIALOG (self);
}
