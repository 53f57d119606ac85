/* mc-password-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-hint.h"
#include "mc-password-group.h"

/**
 * McPasswordGroup:
 *
 * The password to sign in with, if the person wants to give it. What is typed
 * lies in the entry’s own locked memory.
 */
struct _McPasswordGroup
{
  AdwPreferencesGroup parent_instance;

  AdwPasswordEntryRow *row;
  McHint              *hint;
};

G_DEFINE_FINAL_TYPE (McPasswordGroup, mc_password_group, ADW_TYPE_PREFERENCES_GROUP)

static void
on_row_changed_cb (McPasswordGroup *self)
{
}

static gboolean
mc_password_group_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_PASSWORD_GROUP (widget)->row));
}

static void
mc_password_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_PASSWORD_GROUP);

  G_OBJECT_CLASS (mc_password_group_parent_class)->dispose (object);
}

static void
mc_password_group_class_init (McPasswordGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_password_group_dispose;
  widget_class->grab_focus = mc_password_group_grab_focus;

  g_type_ensure (MC_TYPE_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-password-group.ui");
  gtk_widget_class_bind_template_child (widget_class, McPasswordGroup, row);
  gtk_widget_class_bind_template_child (widget_class, McPasswordGroup, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_row_changed_cb);
}

static void
mc_password_group_init (McPasswordGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_hint_describe (self->hint, GTK_EDITABLE (self->row));
}

/**
 * mc_password_group_dup_secret:
 * @self: the group
 *
 * Returns: (transfer full) (nullable): the password, %NULL when there is none
 */
McSecret *
mc_password_group_dup_secret (McPasswordGroup *self)
{
  const char *text;

  g_return_val_if_fail (MC_IS_PASSWORD_GROUP (self), NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (self->row));

  return *text != '\0' ? mc_secret_new (MC_SECRET_PASSWORD, text, strlen (text)) : NULL;
}
