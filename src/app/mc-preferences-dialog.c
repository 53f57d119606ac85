/* mc-preferences-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-comparison.h"
#include "mc-keyring-error.h"
#include "mc-preferences-dialog.h"

/**
 * McPreferencesDialog:
 *
 * What a person chooses once: who may be asked, what a report holds, what is kept.
 */
struct _McPreferencesDialog
{
  AdwPreferencesDialog parent_instance;
  McMemory            *memory;

  AdwSwitchRow   *third_party_row;
  AdwExpanderRow *services_row;
  AdwSwitchRow   *hide_personal_row;
};

G_DEFINE_FINAL_TYPE (McPreferencesDialog, mc_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* By McComparisonKind. */
static const char *const purposes[] = {
  [MC_COMPARISON_PROBE] = N_ ("A page that always says the same: shows whether the Internet can be reached"),
  [MC_COMPARISON_RESOLVER] = N_ ("A public name server: asked for the addresses of your mail servers"),
  [MC_COMPARISON_OPERATOR] = N_ ("A mail provider: shows whether other mail servers can be reached, without signing in"),
};

static GtkWidget *
service_row_new (const McComparisonPoint *point)
{
  g_autofree char *hosts = g_strjoinv (", ", point->hosts);
  g_autofree char *subtitle = g_str_equal (hosts, point->name)
                                ? g_strdup (_ (purposes[point->kind]))
                                : g_strdup_printf ("%s\n%s", _ (purposes[point->kind]), hosts);

  return g_object_new (ADW_TYPE_ACTION_ROW,
                       "use-markup", FALSE,
                       "title", point->name,
                       "subtitle", subtitle,
                       "subtitle-lines", 0,
                       NULL);
}

static void
add_services (McPreferencesDialog *self)
{
  g_autoptr (GPtrArray) points = mc_comparison_list_points (mc_comparison_get_default ());

  for (guint i = 0; i < points->len; i++)
    adw_expander_row_add_row (self->services_row, service_row_new (points->pdata[i]));
}

static void
explain (McPreferencesDialog *self,
         const GError        *error)
{
  const char *explanation = mc_keyring_explain (error);
  AdwDialog  *alert;

  if (explanation == NULL)
    return;

  alert = adw_alert_dialog_new (_ ("Passwords Not Forgotten"), explanation);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static DexFuture *
on_forgotten_cb (DexFuture *future,
                 gpointer   user_data)
{
  McPreferencesDialog *self = user_data;
  g_autoptr (GError)   error = NULL;

  /* The dialog may be closed by now. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return dex_ref (future);

  if (dex_future_get_value (future, &error) != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), adw_toast_new (_ ("Passwords and accounts forgotten")));
  else
    explain (self, error);

  return dex_ref (future);
}

static void
on_forget_response_cb (McPreferencesDialog *self)
{
  DexFuture *future = mc_memory_forget_all (self->memory);

  dex_future_disown (dex_future_finally (future, on_forgotten_cb, g_object_ref (self), g_object_unref));
}

static void
on_forget_activated_cb (McPreferencesDialog *self)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Forget Passwords and Accounts?"),
                                           _ ("The passwords that Mail Checkup keeps in the keyring, and its list of accounts, are removed from this computer. Your mail accounts and messages stay as they are."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Cancel"), "forget", _ ("_Forget"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "forget", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_signal_connect_object (alert, "response::forget", G_CALLBACK (on_forget_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
mc_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&MC_PREFERENCES_DIALOG (object)->memory);

  G_OBJECT_CLASS (mc_preferences_dialog_parent_class)->dispose (object);
}

static void
mc_preferences_dialog_class_init (McPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McPreferencesDialog, third_party_row);
  gtk_widget_class_bind_template_child (widget_class, McPreferencesDialog, services_row);
  gtk_widget_class_bind_template_child (widget_class, McPreferencesDialog, hide_personal_row);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_activated_cb);
}

static void
mc_preferences_dialog_init (McPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_services (self);
}

/**
 * mc_preferences_dialog_new:
 * @settings: what the person chose
 * @memory: what is kept
 *
 * Returns: (transfer floating): a dialog that shows and changes @settings, and
 *   can clear @memory
 */
AdwDialog *
mc_preferences_dialog_new (GSettings *settings,
                           McMemory  *memory)
{
  McPreferencesDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (MC_IS_MEMORY (memory), NULL);

  self = g_object_new (MC_TYPE_PREFERENCES_DIALOG, NULL);
  self->memory = g_object_ref (memory);
  g_settings_bind (settings, "third-party", self->third_party_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "hide-personal", self->hide_personal_row, "active", G_SETTINGS_BIND_DEFAULT);

  return ADW_DIALOG (self);
}
