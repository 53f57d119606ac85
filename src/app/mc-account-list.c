/* mc-account-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-account-list.h"
#include "mc-server-line.h"
#include "mc-window.h"

#define MAX_SHOWN 5

/**
 * McAccountList:
 *
 * The accounts used before, to be chosen or removed; not there without any.
 */
struct _McAccountList
{
  AdwPreferencesGroup parent_instance;
  McMemory           *memory;
  GListModel         *shown;

  GtkListBox *list_box;
};

typedef enum
{
  PROP_MEMORY = 1,
} McAccountListProperty;

static GParamSpec *properties[PROP_MEMORY + 1];

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McAccountList, mc_account_list, ADW_TYPE_PREFERENCES_GROUP)

/* Whoever removes one account after the other need not look for the next. */
static void
focus_row (McAccountList *self,
           int            position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, position);

  if (row == NULL && position > 0)
    row = gtk_list_box_get_row_at_index (self->list_box, position - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
on_remove_clicked_cb (GtkButton *button,
                      McAccount *account)
{
  McAccountList        *self = MC_ACCOUNT_LIST (gtk_widget_get_ancestor (GTK_WIDGET (button), MC_TYPE_ACCOUNT_LIST));
  GtkWidget            *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  GtkRoot              *root = gtk_widget_get_root (GTK_WIDGET (self));
  int                   position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (McAccount) removed = g_object_ref (account);
  AdwToast             *toast = mc_memory_forget_account (self->memory, removed);

  focus_row (self, position);
  mc_window_add_toast (MC_WINDOW (root), toast);
}

static GtkWidget *
new_remove_button (McAccount *account)
{
  GtkWidget       *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = NULL;

  /* Translators: %s is an email address */
  label = g_strdup_printf (_ ("Remove %s"), mc_account_get_address_text (account));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), account, 0);

  return button;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  McAccount       *account = item;
  McServer        *incoming = mc_account_get_server (account, MC_DIRECTION_INCOMING);
  McServer        *outgoing = mc_account_get_server (account, MC_DIRECTION_OUTGOING);
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                       "use-markup", FALSE,
                                       "title-lines", 0,
                                       "activatable", TRUE,
                                       "receives-default", TRUE,
                                       NULL);
  g_autofree char *line = NULL;

  /* An address may hold “&”: markup is off only once the row is made. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mc_account_get_address_text (account));
  if (incoming != NULL || outgoing != NULL)
    {
      line = mc_server_line_new (incoming, outgoing);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (account));

  return row;
}

static void
on_row_activated_cb (McAccountList *self,
                     GtkListBoxRow *row)
{
  g_autoptr (McAccount) account = g_list_model_get_item (self->shown, (guint) gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[CHOSEN], 0, account);
}

static void
update (McAccountList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->shown) > 0);
}

static void
set_memory (McAccountList *self,
            McMemory      *memory)
{
  if (!g_set_object (&self->memory, memory) || memory == NULL)
    return;

  g_clear_object (&self->shown);
  self->shown = G_LIST_MODEL (gtk_slice_list_model_new (g_object_ref (mc_memory_get_accounts (memory)), 0, MAX_SHOWN));
  gtk_list_box_bind_model (self->list_box, self->shown, create_row, NULL, NULL);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
mc_account_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  McAccountList *self = MC_ACCOUNT_LIST (object);

  switch ((McAccountListProperty) prop_id)
    {
    case PROP_MEMORY:
      g_value_set_object (value, self->memory);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_account_list_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  McAccountList *self = MC_ACCOUNT_LIST (object);

  switch ((McAccountListProperty) prop_id)
    {
    case PROP_MEMORY:
      set_memory (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_account_list_dispose (GObject *object)
{
  McAccountList *self = MC_ACCOUNT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ACCOUNT_LIST);
  g_clear_object (&self->shown);
  g_clear_object (&self->memory);

  G_OBJECT_CLASS (mc_account_list_parent_class)->dispose (object);
}

static void
mc_account_list_class_init (McAccountListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_account_list_get_property;
  object_class->set_property = mc_account_list_set_property;
  object_class->dispose = mc_account_list_dispose;

  properties[PROP_MEMORY] = g_param_spec_object ("memory", NULL, NULL, MC_TYPE_MEMORY,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * McAccountList::chosen:
   * @account: the account that the person wants to check again
   */
  signals[CHOSEN] = g_signal_new ("chosen", MC_TYPE_ACCOUNT_LIST, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, MC_TYPE_ACCOUNT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-account-list.ui");
  gtk_widget_class_bind_template_child (widget_class, McAccountList, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
mc_account_list_init (McAccountList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
