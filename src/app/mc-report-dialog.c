/* mc-report-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-report-copy.h"
#include "mc-report-dialog.h"
#include "mc-report-print.h"
#include "mc-report-save.h"

/**
 * McReportDialog:
 *
 * Shows a report just as it will be copied, before anybody else sees it.
 */
struct _McReportDialog
{
  AdwDialog parent_instance;
  McResult *result;

  AdwSwitchRow  *hide_row;
  AdwSwitchRow  *dialogue_row;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (McReportDialog, mc_report_dialog, ADW_TYPE_DIALOG)

static McReportFlags
get_flags (McReportDialog *self)
{
  McReportFlags flags = MC_REPORT_DEFAULT;

  if (!adw_switch_row_get_active (self->hide_row))
    flags |= MC_REPORT_SHOW_PERSONAL;
  if (adw_switch_row_get_active (self->dialogue_row))
    flags |= MC_REPORT_VERBOSE;

  return flags;
}

static void
place_cursor (GtkTextBuffer *buffer,
              int            offset)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, offset);
  gtk_text_buffer_place_cursor (buffer, &cursor);
}

static int
get_cursor (GtkTextBuffer *buffer)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));

  return gtk_text_iter_get_offset (&cursor);
}

/* The beginning, which is always the same, is left alone: so the view stays where it is, and mostly the cursor too. */
static void
replace_text (GtkTextBuffer *buffer,
              const char    *text)
{
  int         cursor = get_cursor (buffer);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (*text != '\0' && gtk_text_iter_get_char (&start) == g_utf8_get_char (text))
    {
      gtk_text_iter_forward_char (&start);
      text = g_utf8_next_char (text);
    }

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  if (get_cursor (buffer) != cursor)
    place_cursor (buffer, cursor);
}

static void
update_text (McReportDialog *self)
{
  g_autofree char *text = NULL;

  if (self->result == NULL)
    return;

  text = mc_report_to_markdown (self->result, get_flags (self));
  replace_text (self->buffer, text);
}

static gboolean
has_dialogues (const McResult *result)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      const char *transcript = mc_finding_get_transcript (g_ptr_array_index (result->findings, i));

      if (transcript != NULL && *transcript != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
on_row_active_cb (McReportDialog *self)
{
  update_text (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  McReportDialog *self = MC_REPORT_DIALOG (widget);

  mc_report_copy (widget, self->result, get_flags (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  McReportDialog       *self = MC_REPORT_DIALOG (widget);
  const McReportFormat *format = mc_report_format_find (g_variant_get_string (parameter, NULL));

  mc_report_save (widget, self->result, get_flags (self), format);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  McReportDialog *self = MC_REPORT_DIALOG (widget);

  mc_report_print (widget, self->result, get_flags (self));
}

static void
mc_report_dialog_dispose (GObject *object)
{
  McReportDialog *self = MC_REPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_REPORT_DIALOG);
  g_clear_pointer (&self->result, mc_result_unref);

  G_OBJECT_CLASS (mc_report_dialog_parent_class)->dispose (object);
}

static void
mc_report_dialog_class_init (McReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_report_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McReportDialog, hide_row);
  gtk_widget_class_bind_template_child (widget_class, McReportDialog, dialogue_row);
  gtk_widget_class_bind_template_child (widget_class, McReportDialog, buffer);
  gtk_widget_class_bind_template_callback (widget_class, on_row_active_cb);

  gtk_widget_class_install_action (widget_class, "report.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "report.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "report.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save", "s", "text");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "report.print", NULL);
}

static void
mc_report_dialog_init (McReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_report_dialog_new:
 * @result: a result
 * @settings: what the person chose for all windows
 *
 * Returns: (transfer full): a preview of the result's report
 */
McReportDialog *
mc_report_dialog_new (McResult  *result,
                      GSettings *settings)
{
  McReportDialog *self;

  g_return_val_if_fail (result != NULL, NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MC_TYPE_REPORT_DIALOG, NULL);
  self->result = mc_result_ref (result);
  g_settings_bind (settings, "hide-personal", self->hide_row, "active",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  gtk_widget_set_visible (GTK_WIDGET (self->dialogue_row), has_dialogues (result));
  update_text (self);

  return self;
}
