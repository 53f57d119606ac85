/* mc-explain-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-explain-page.h"
#include "mc-input-read.h"

/* More text than this in an entry makes it slow; a larger message is opened as a file. */
#define MAX_TEXT (4 * 1024 * 1024)

/**
 * McExplainPage:
 *
 * Takes what somebody wants explained: pasted, dropped or opened.
 */
struct _McExplainPage
{
  AdwNavigationPage  parent_instance;
  GCancellable      *cancellable;
  McExplanationPage *explanation_page;

  AdwToastOverlay *toast_overlay;
  GtkTextView     *text_view;
  GtkWidget       *open_button;
  GtkWidget       *explain_button;
};

typedef enum
{
  PROP_EXPLANATION_PAGE = 1,
} McExplainPageProperty;

static GParamSpec *properties[PROP_EXPLANATION_PAGE + 1];

G_DEFINE_FINAL_TYPE (McExplainPage, mc_explain_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
has_text (McExplainPage *self)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text_view)) > 0;
}

static void
update_buttons (McExplainPage *self)
{
  gboolean is_busy = self->cancellable != NULL;

  gtk_widget_set_sensitive (self->open_button, !is_busy);
  gtk_widget_set_sensitive (self->explain_button, !is_busy && has_text (self));
}

static void
complain (McExplainPage *self,
          const char    *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
on_read_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (McExplainPage) self = user_data;
  g_autoptr (GError)        error = NULL;
  g_autoptr (McInput)       input = mc_input_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  update_buttons (self);
  if (input == NULL)
    {
      /* Translators: %s is the reason, in the words of the system */
      g_autofree char *text = g_strdup_printf (_ ("The file could not be read: %s"), error->message);

      complain (self, text);
      return;
    }

  mc_explanation_page_show (self->explanation_page, input);
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.push", "s", "explanation");
}

static void
read_stream (McExplainPage *self,
             GInputStream  *stream)
{
  if (self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  update_buttons (self);
  mc_input_read_async (stream, self->cancellable, on_read_cb, g_object_ref (self));
}

static void
on_file_opened_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (McExplainPage)    self = user_data;
  g_autoptr (GError)           error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (object), result, &error);

  if (stream != NULL)
    read_stream (self, G_INPUT_STREAM (stream));
  else
    complain (self, error->message);
}

static void
on_file_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (McExplainPage) self = user_data;
  g_autoptr (GFile)         file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, on_file_opened_cb, g_object_ref (self));
}

static void
on_open_clicked_cb (McExplainPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Open a Message"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen_cb, g_object_ref (self));
}

static void
explain_text (McExplainPage *self,
              char          *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), g_free);

  read_stream (self, stream);
}

static void
on_explain_clicked_cb (McExplainPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  explain_text (self, gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
on_drop_cb (McExplainPage *self,
            const GValue  *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      if (files != NULL)
        g_file_read_async (files->data, G_PRIORITY_DEFAULT, NULL, on_file_opened_cb, g_object_ref (self));
      return files != NULL;
    }

  explain_text (self, g_value_dup_string (value));
  return TRUE;
}

/* A paste of any size: what does not fit is cut off, and said. */
static void
on_insert_text_cb (McExplainPage *self,
                   GtkTextIter   *location,
                   char          *text,
                   int            length,
                   GtkTextBuffer *buffer)
{
  if (length + gtk_text_buffer_get_char_count (buffer) <= MAX_TEXT)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  complain (self, _ ("This is too long to paste. Save the message as a file and open that"));
}

static void
mc_explain_page_hidden (AdwNavigationPage *page)
{
  McExplainPage *self = MC_EXPLAIN_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  update_buttons (self);
}

static void
mc_explain_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  McExplainPage *self = MC_EXPLAIN_PAGE (object);

  switch ((McExplainPageProperty) prop_id)
    {
    case PROP_EXPLANATION_PAGE:
      g_set_object (&self->explanation_page, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_explain_page_dispose (GObject *object)
{
  McExplainPage *self = MC_EXPLAIN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->explanation_page);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_EXPLAIN_PAGE);

  G_OBJECT_CLASS (mc_explain_page_parent_class)->dispose (object);
}

static void
mc_explain_page_class_init (McExplainPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = mc_explain_page_set_property;
  object_class->dispose = mc_explain_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = mc_explain_page_hidden;

  properties[PROP_EXPLANATION_PAGE] =
    g_param_spec_object ("explanation-page", NULL, NULL, MC_TYPE_EXPLANATION_PAGE,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-explain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, text_view);
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, explain_button);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_explain_clicked_cb);
}

static void
mc_explain_page_init (McExplainPage *self)
{
  GType          types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));

  buffer = gtk_text_view_get_buffer (self->text_view);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
