/* mc-explain-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-announce.h"
#include "mc-explain-page.h"
#include "mc-input-read.h"
#include "mc-portal.h"
#include "mc-primary-menu.h"

/* More text than this makes an entry slow: it is explained without being shown. */
#define MAX_TEXT (256 * 1024)

#define NO_CHOOSER _ ("No file can be chosen here. Open it in another program, copy its text, and paste that here.")

/* What is over sooner needs no word about it, in milliseconds. */
#define PATIENCE 300

/**
 * McExplainPage:
 *
 * Takes what somebody wants explained: pasted, dropped or opened.
 */
struct _McExplainPage
{
  AdwNavigationPage  parent_instance;
  GCancellable      *cancellable; /* (nullable): of what is read now */
  guint              patience;
  gboolean           has_explained;
  McExplanationPage *explanation_page;

  AdwBanner   *trouble;
  GtkStack    *stack;
  GtkTextView *text_view;
  GtkWidget   *placeholder;
  GtkLabel    *reading;
  GtkWidget   *cancel_button;
};

typedef enum
{
  PROP_EXPLANATION_PAGE = 1,
} McExplainPageProperty;

static GParamSpec *properties[PROP_EXPLANATION_PAGE + 1];

G_DEFINE_FINAL_TYPE (McExplainPage, mc_explain_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkTextBuffer *
get_buffer (McExplainPage *self)
{
  return gtk_text_view_get_buffer (self->text_view);
}

static gboolean
has_words (McExplainPage *self)
{
  GtkTextIter iter;

  for (gtk_text_buffer_get_start_iter (get_buffer (self), &iter); !gtk_text_iter_is_end (&iter);
       gtk_text_iter_forward_char (&iter))
    {
      if (!g_unichar_isspace (gtk_text_iter_get_char (&iter)))
        return TRUE;
    }

  return FALSE;
}

static void
update (McExplainPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   is_busy = self->cancellable != NULL;
  gboolean   is_empty = gtk_text_buffer_get_char_count (get_buffer (self)) == 0;

  gtk_widget_action_set_enabled (widget, "explain.start", !is_busy && has_words (self));
  gtk_widget_action_set_enabled (widget, "explain.open", !is_busy);
  gtk_widget_action_set_enabled (widget, "explain.paste", !is_busy);
  gtk_widget_action_set_enabled (widget, "explain.clear", !is_busy && !is_empty);
  gtk_widget_action_set_enabled (widget, "explain.cancel", is_busy);
  gtk_widget_set_visible (self->placeholder, is_empty);
}

/* Without words too: a banner that is rolled up can still be read by ear. */
static void
forget_trouble (McExplainPage *self)
{
  adw_banner_set_revealed (self->trouble, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
}

/* It stays until something else is tried. */
static void
complain (McExplainPage *self,
          const char    *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
  adw_banner_set_title (self->trouble, sentence);
  adw_banner_set_revealed (self->trouble, TRUE);
  mc_announce (GTK_WIDGET (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Back to what can be typed, whatever was read. */
static void
stop_reading (McExplainPage *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_stack_set_visible_child_name (self->stack, "input");
  update (self);
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

  stop_reading (self);
  if (input == NULL)
    {
      complain (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
      return;
    }

  self->has_explained = TRUE;
  mc_explanation_page_show (self->explanation_page, g_steal_pointer (&input));
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.push", "s", "explanation");
}

static void
on_patience_cb (gpointer user_data)
{
  McExplainPage *self = user_data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_widget_grab_focus (self->cancel_button);
  mc_announce (GTK_WIDGET (self), gtk_label_get_label (self->reading), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whether something can be read now; then everything waits for it. */
static gboolean
begin_reading (McExplainPage *self,
               const char    *sentence)
{
  if (self->cancellable != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;

  forget_trouble (self);
  gtk_label_set_label (self->reading, sentence);
  self->cancellable = g_cancellable_new ();
  self->patience = g_timeout_add_once (PATIENCE, on_patience_cb, self);
  update (self);

  return TRUE;
}

static void
explain_file (McExplainPage *self,
              GFile         *file)
{
  g_autofree char *name = mc_input_read_dup_name (file);
  /* Translators: %s is the name of a file */
  g_autofree char *sentence = g_strdup_printf (_ ("Reading “%s”"), name);

  if (begin_reading (self, sentence))
    mc_input_read_file_async (file, self->cancellable, on_read_cb, g_object_ref (self));
}

/* Takes the text. */
static void
explain_text (McExplainPage *self,
              char          *text)
{
  if (begin_reading (self, _ ("Reading the text")))
    mc_input_read_text_async (text, self->cancellable, on_read_cb, g_object_ref (self));
  else
    g_free (text);
}

static void
explain_files (McExplainPage *self,
               GdkFileList   *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);

  if (files != NULL && files->next == NULL)
    explain_file (self, files->data);
  else if (files != NULL)
    complain (self, _ ("These are several files. Mail Checkup explains one at a time."));
}

static void
start_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  McExplainPage *self = MC_EXPLAIN_PAGE (widget);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  explain_text (self, gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  McExplainPage *self = MC_EXPLAIN_PAGE (widget);

  stop_reading (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* In a way that can be undone. */
static void
replace_text (McExplainPage *self,
              const char    *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter    start, end;

  forget_trouble (self);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  replace_text (MC_EXPLAIN_PAGE (widget), "");
}

static void
on_clipboard_text_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (McExplainPage) self = user_data;
  g_autofree char          *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (text != NULL && *text != '\0')
    replace_text (self, text);
  else
    complain (self, _ ("There is no text to paste. First copy the message or the error."));
}

static void
on_clipboard_files_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (McExplainPage) self = user_data;
  const GValue             *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);

  if (value != NULL)
    explain_files (self, g_value_get_boxed (value));
}

/* A file that was copied is opened. */
static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GdkClipboard      *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_mime_type (formats, "text/uri-list") ||
      gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_clipboard_files_cb,
                                    g_object_ref (widget));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_clipboard_text_cb, g_object_ref (widget));
}

static void
on_file_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (McExplainPage) self = user_data;
  g_autoptr (GError)        error = NULL;
  g_autoptr (GFile)         file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    explain_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    complain (self, NO_CHOOSER);
}

/* How mail programs save messages; some give them no ending. */
static GListModel *
new_filters (void)
{
  static const char *const  types[] = { "message/rfc822", "application/mbox", "text/plain" };
  static const char *const  endings[] = { "eml", "emlx", "mbox", "mbx", "mbs", "txt", "log" };
  GListStore               *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) messages = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (messages, _ ("Messages and Texts"));
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (messages, types[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (messages, endings[i]);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, messages);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
choose_file (McExplainPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel)    filters = new_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Open a Message"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_file_chosen_cb,
                        g_object_ref (self));
}

static DexFuture *
on_portal_found_cb (DexFuture *found,
                    gpointer   data)
{
  McExplainPage *self = data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return NULL;

  if (dex_future_is_rejected (found))
    complain (self, NO_CHOOSER);
  else
    choose_file (self);

  return NULL;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dex_future_disown (dex_future_finally (mc_portal_find (MC_PORTAL_FILE_CHOOSER), on_portal_found_cb,
                                         g_object_ref (widget), g_object_unref));
}

static gboolean
on_drop_cb (McExplainPage *self,
            const GValue  *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    explain_files (self, g_value_get_boxed (value));
  else
    explain_text (self, g_value_dup_string (value));

  return TRUE;
}

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
  explain_text (self, g_strndup (text, (gsize) length));
}

static void
on_changed_cb (McExplainPage *self)
{
  forget_trouble (self);
  update (self);
}

/* The keyboard begins in the text. What was explained already can be kept, or replaced at once. */
static void
mc_explain_page_shown (AdwNavigationPage *page)
{
  McExplainPage *self = MC_EXPLAIN_PAGE (page);
  GtkTextIter    start, end;

  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  if (!self->has_explained)
    return;

  self->has_explained = FALSE;
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_select_range (get_buffer (self), &start, &end);
}

static void
mc_explain_page_hidden (AdwNavigationPage *page)
{
  stop_reading (MC_EXPLAIN_PAGE (page));
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

  g_clear_handle_id (&self->patience, g_source_remove);
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
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mc_explain_page_shown;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = mc_explain_page_hidden;

  properties[PROP_EXPLANATION_PAGE] =
    g_param_spec_object ("explanation-page", NULL, NULL, MC_TYPE_EXPLANATION_PAGE,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MC_TYPE_PRIMARY_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-explain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, stack);
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, text_view);
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, placeholder);
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, reading);
  gtk_widget_class_bind_template_child (widget_class, McExplainPage, cancel_button);

  gtk_widget_class_install_action (widget_class, "explain.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "explain.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "explain.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "explain.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "explain.cancel", NULL, cancel_action);
}

/* The text's own target never gets a drop, and would think that the last one is still over it: GTK warns then. */
static void
leave_drops_to_page (McExplainPage *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->text_view));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_DROP_TARGET (controller))
        gtk_widget_remove_controller (GTK_WIDGET (self->text_view), controller);
    }
}

static void
mc_explain_page_init (McExplainPage *self)
{
  GType          types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (get_buffer (self), "insert-text", G_CALLBACK (on_insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  leave_drops_to_page (self);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
