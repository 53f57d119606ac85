/* mc-preferences-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-comparison.h"
#include "mc-preferences-dialog.h"

/**
 * McPreferencesDialog:
 *
 * What a person chooses once: who may be asked, what a report holds, what is kept.
 */
struct _McPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

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
mc_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_PREFERENCES_DIALOG);

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
 *
 * Returns: (transfer floating): a dialog that shows and changes @settings
 */
AdwDialog *
mc_preferences_dialog_new (GSettings *settings)
{
  McPreferencesDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MC_TYPE_PREFERENCES_DIALOG, NULL);
  g_settings_bind (settings, "third-party", self->third_party_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "hide-personal", self->hide_personal_row, "active", G_SETTINGS_BIND_DEFAULT);

  return ADW_DIALOG (self);
}
