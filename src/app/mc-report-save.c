/* mc-report-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "mc-portal.h"
#include "mc-report-actions.h"
#include "mc-report-instead.h"
#include "mc-report-save.h"
#include "mc-sandbox.h"

/* What goes where. */
typedef struct
{
  GFile  *file;
  GFile  *renamed; /* (nullable): with an ending, to be taken when no such file is there */
  GBytes *bytes;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  g_object_unref (write->file);
  g_clear_object (&write->renamed);
  g_bytes_unref (write->bytes);
  g_free (write);
}

/* What was asked for, while the person chooses a place. */
typedef struct
{
  GtkWidget            *widget;
  McResult             *result;
  McReportFlags         flags;
  const McReportFormat *format;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->widget);
  mc_result_unref (save->result);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static Save *
save_new (GtkWidget            *widget,
          McResult             *result,
          McReportFlags         flags,
          const McReportFormat *format)
{
  Save *save = g_new0 (Save, 1);

  save->widget = g_object_ref (widget);
  save->result = mc_result_ref (result);
  save->flags = flags;
  save->format = format;

  return save;
}

static DexFuture *
write_fiber (gpointer data)
{
  Write             *write = data;
  GFile             *file = write->file;
  g_autoptr (GError) error = NULL;

  if (write->renamed != NULL && !dex_await_boolean (dex_file_query_exists (write->renamed), NULL))
    file = write->renamed;

  if (!dex_await (dex_file_replace_contents_bytes (file, write->bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));

  return dex_future_new_take_object (g_object_ref (file));
}

/**
 * mc_report_save_to_file:
 * @file: where to save
 * @result: a result
 * @flags: how to report it
 * @format: the format for a name that asks for none
 * @may_rename: whether the name may get an ending that it lacks
 *
 * Saves a report in the format that the file's name asks for. The file is
 * written whole or not at all, and a new one is for its owner alone. No other
 * file than the chosen one is ever replaced.
 *
 * Returns: (transfer full): resolves to the #GFile that was written
 */
DexFuture *
mc_report_save_to_file (GFile                *file,
                        const McResult       *result,
                        McReportFlags         flags,
                        const McReportFormat *format,
                        gboolean              may_rename)
{
  g_autofree char      *name = NULL;
  const McReportFormat *asked_for;
  char                 *text;
  Write                *write;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (result != NULL && format != NULL, NULL);

  name = g_file_get_basename (file);
  asked_for = mc_report_format_find_for_name (name);
  write = g_new0 (Write, 1);
  write->file = g_object_ref (file);
  if (asked_for == NULL && may_rename)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char  *longer = g_strconcat (name, format->extension, NULL);

      write->renamed = folder != NULL ? g_file_get_child (folder, longer) : NULL;
    }
  text = (asked_for != NULL ? asked_for : format)->write (result, flags);
  write->bytes = g_bytes_new_take (text, strlen (text));

  return dex_scheduler_spawn (NULL, 0, write_fiber, write, write_free);
}

/**
 * mc_report_save_explain:
 * @error: why a report was not saved
 *
 * Returns: what the person can do about it
 */
const char *
mc_report_save_explain (const GError *error)
{
  static const struct
  {
    GIOErrorEnum code;
    const char  *text;
  } explanations[] = {
    { G_IO_ERROR_PERMISSION_DENIED, N_ ("You are not allowed to save files in this place. "
                                        "Choose another folder, such as Documents.") },
    { G_IO_ERROR_READ_ONLY, N_ ("Nothing can be saved in this place, because it is read-only. "
                                "Choose another folder, such as Documents.") },
    { G_IO_ERROR_NO_SPACE, N_ ("There is no room left in this place. "
                               "Delete files that you don’t need there, or choose another place.") },
    { G_IO_ERROR_NOT_FOUND, N_ ("The folder is no longer there. Choose another one.") },
    { G_IO_ERROR_NOT_DIRECTORY, N_ ("The folder is no longer there. Choose another one.") },
    { G_IO_ERROR_IS_DIRECTORY, N_ ("A folder has this name. Choose another name.") },
    { G_IO_ERROR_FILENAME_TOO_LONG, N_ ("The name is too long. Choose a shorter one.") },
    { G_IO_ERROR_INVALID_FILENAME, N_ ("Files in this place can’t have this name. Choose another name.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (explanations); i++)
    {
      if (g_error_matches (error, G_IO_ERROR, (int) explanations[i].code))
        return _ (explanations[i].text);
    }

  return _ ("Something went wrong while the file was written. Try again, or choose another place.");
}

static void
on_alert_response_cb (AdwAlertDialog *alert,
                      const char     *response,
                      Save           *save)
{
  if (g_str_equal (response, "again") && mc_report_actions_can_tell (save->widget))
    mc_report_save (save->widget, save->result, save->flags, save->format);
}

static void
explain_failure (Save         *save,
                 const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Report Not Saved"), mc_report_save_explain (error));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert),
                                  "cancel", _ ("_Cancel"),
                                  "again", _ ("Choose _Another Place"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "again", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "again");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_object_set_data_full (G_OBJECT (alert), "mc-save",
                          save_new (save->widget, save->result, save->flags, save->format), save_free);
  g_signal_connect (alert, "response", G_CALLBACK (on_alert_response_cb),
                    g_object_get_data (G_OBJECT (alert), "mc-save"));
  adw_dialog_present (alert, save->widget);
}

static void
tell (Save  *save,
      GFile *file)
{
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("Report saved as “%s”"), name);

  mc_report_actions_finish (save->widget, text);
}

static DexFuture *
on_written_cb (DexFuture *written,
               gpointer   data)
{
  Save              *save = data;
  g_autoptr (GError) error = NULL;
  const GValue      *value = dex_future_get_value (written, &error);

  /* The window was closed meanwhile. */
  if (!mc_report_actions_can_tell (save->widget))
    return NULL;

  if (value != NULL)
    tell (save, g_value_get_object (value));
  else
    explain_failure (save, error);

  return NULL;
}

static void
on_file_chosen_cb (GObject      *object,
                   GAsyncResult *chosen,
                   gpointer      data)
{
  g_autoptr (Save)  save = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), chosen, NULL);
  DexFuture        *written;

  if (file == NULL)
    return;

  /* In a sandbox only the very file that was chosen exists outside. */
  written = mc_report_save_to_file (file, save->result, save->flags, save->format, !mc_sandbox_is_active ());
  dex_future_disown (dex_future_finally (written, on_written_cb, g_steal_pointer (&save), save_free));
}

static GtkFileFilter *
create_filter (const McReportFormat *format)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (format->title));
  gtk_file_filter_add_mime_type (filter, format->mime_type);
  gtk_file_filter_add_suffix (filter, format->extension + 1);

  return filter;
}

static void
choose_file (Save *save)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = create_filter (save->format);
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char          *base_name = mc_report_dup_base_name (save->result);
  g_autofree char          *name = g_strconcat (base_name, save->format->extension, NULL);

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (save->widget)), NULL, on_file_chosen_cb,
                        save_new (save->widget, save->result, save->flags, save->format));
}

static DexFuture *
on_portal_found_cb (DexFuture *found,
                    gpointer   data)
{
  Save *save = data;

  if (!mc_report_actions_can_tell (save->widget))
    return NULL;

  if (!dex_future_is_rejected (found))
    choose_file (save);
  else
    mc_report_instead_copy (save->widget, save->result, save->flags, _ ("Report Not Saved"),
                            _ ("This desktop has no dialog in which apps like this one can ask where to save. You can "
                               "copy the report, and paste it into a document or a message."));

  return NULL;
}

/**
 * mc_report_save:
 * @widget: where it was asked for: a window, or a dialog in it
 * @result: a result
 * @flags: how to report it
 * @format: the format to propose
 *
 * Lets the person choose a place, and saves the report there.
 */
void
mc_report_save (GtkWidget            *widget,
                McResult             *result,
                McReportFlags         flags,
                const McReportFormat *format)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (result != NULL && format != NULL);

  dex_future_disown (dex_future_finally (mc_portal_find (MC_PORTAL_FILE_CHOOSER), on_portal_found_cb,
                                         save_new (widget, result, flags, format), save_free));
}
