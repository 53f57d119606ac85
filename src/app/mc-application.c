/* mc-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-about.h"
#include "mc-application.h"
#include "mc-help.h"
#include "mc-preferences-dialog.h"
#include "mc-window.h"

/**
 * McApplication:
 *
 * The program: one instance, one window.
 */
struct _McApplication
{
  AdwApplication parent_instance;
  GSettings     *settings;
};

G_DEFINE_FINAL_TYPE (McApplication, mc_application, ADW_TYPE_APPLICATION)

/* The active window can be one that chooses a file or a printer. */
static McWindow *
get_window (McApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (MC_IS_WINDOW (l->data))
        return l->data;
    }

  return NULL;
}

static void
on_quit_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  McWindow *window = get_window (user_data);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  else
    g_application_quit (user_data);
}

static void
on_preferences_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  McApplication *self = user_data;
  McWindow      *window = get_window (self);

  if (window != NULL)
    adw_dialog_present (mc_preferences_dialog_new (self->settings, mc_window_get_memory (window)), GTK_WIDGET (window));
}

static void
on_about_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  McWindow *window = get_window (user_data);

  if (window != NULL)
    mc_about_present (GTK_WIDGET (window));
}

static void
on_help_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  McWindow *window = get_window (user_data);

  if (window != NULL)
    mc_help_show (GTK_WINDOW (window), NULL);
}

/* What a click on a notification asks for. */
static void
on_show_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_application_activate (G_APPLICATION (user_data));
}

static const GActionEntry actions[] = {
  { .name = "help", .activate = on_help_cb },
  { .name = "about", .activate = on_about_cb },
  { .name = "preferences", .activate = on_preferences_cb },
  { .name = "quit", .activate = on_quit_cb },
  { .name = "show", .activate = on_show_cb },
};

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.check-again", { "F5", "<Control>r" } },
  { "win.copy-report", { "<Control><Shift>c" } },
  { "win.save-report", { "<Control>s" } },
  { "win.print-report", { "<Control>p" } },
};

static void
mc_application_startup (GApplication *application)
{
  McApplication *self = MC_APPLICATION (application);

  G_APPLICATION_CLASS (mc_application_parent_class)->startup (application);

  self->settings = g_settings_new (MC_APPLICATION_ID);
  gtk_window_set_default_icon_name (MC_APPLICATION_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].keys);
}

static McWindow *
ensure_window (McApplication *self)
{
  McWindow *window = get_window (self);

  return window != NULL ? window : mc_window_new (self);
}

static void
mc_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (MC_APPLICATION (application))));
}

static int
mc_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  McWindow      *window = ensure_window (MC_APPLICATION (application));

  if (arguments[0] != NULL && arguments[1] != NULL)
    mc_window_set_address (window, arguments[1]);
  gtk_window_present (GTK_WINDOW (window));

  return 0;
}

static int
mc_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("mail-checkup " MC_VERSION "\n");
  return 0;
}

static void
mc_application_dispose (GObject *object)
{
  McApplication *self = MC_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mc_application_parent_class)->dispose (object);
}

static void
mc_application_class_init (McApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_application_dispose;
  application_class->startup = mc_application_startup;
  application_class->activate = mc_application_activate;
  application_class->command_line = mc_application_command_line;
  application_class->handle_local_options = mc_application_handle_local_options;
}

static void
mc_application_init (McApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and end"), NULL },
    { 0 },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  /* Translators: what may follow the program’s name on a command line */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[ADDRESS]"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * mc_application_new:
 *
 * Returns: (transfer full): the program, not yet running
 */
McApplication *
mc_application_new (void)
{
  return g_object_new (MC_TYPE_APPLICATION,
                       "application-id", MC_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/mailcheckup/MailCheckup",
                       NULL);
}

/**
 * mc_application_get_settings:
 * @self: the program, once it has started
 *
 * Returns: (transfer none): what the person chose for all windows
 */
GSettings *
mc_application_get_settings (McApplication *self)
{
  g_return_val_if_fail (MC_IS_APPLICATION (self), NULL);

  return self->settings;
}
