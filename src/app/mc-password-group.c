/* mc-password-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-hint.h"
#include "mc-keyring.h"
#include "mc-password-group.h"
#include "mc-provider.h"
#include "mc-stored-password.h"
#include "mc-website.h"
#include "mc-window.h"

#define MAX_LENGTH 1000

/**
 * McPasswordGroup:
 *
 * The password to sign in with, if the person wants to give it: typed, or from
 * the keyring, where it is used without being shown. What is typed lies in the
 * entry’s own locked memory.
 */
struct _McPasswordGroup
{
  AdwPreferencesGroup parent_instance;
  McMemory           *memory;
  McStoredPassword   *stored;
  gboolean            is_updating;

  AdwPasswordEntryRow *row;
  AdwSwitchRow        *remember_row;
  McHint              *hint;
};

typedef enum
{
  PROP_MEMORY = 1,
} McPasswordGroupProperty;

static GParamSpec *properties[PROP_MEMORY + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McPasswordGroup, mc_password_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_text (McPasswordGroup *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->row));
}

static gboolean
uses_stored (McPasswordGroup *self)
{
  return mc_stored_password_is_there (self->stored) && *get_text (self) == '\0';
}

static const McProvider *
find_provider (McPasswordGroup *self)
{
  McAccount *account = mc_stored_password_get_account (self->stored);
  McAddress *address = account != NULL ? mc_account_get_address (account) : NULL;

  return address != NULL ? mc_provider_find (mc_address_get_domain (address)) : NULL;
}

static void
show_app_password (McPasswordGroup *self)
{
  const McProvider *provider = find_provider (self);
  g_autofree char  *text = NULL;

  if (mc_provider_get_link (provider, MC_PROVIDER_LINK_APP_PASSWORD) == NULL)
    {
      mc_hint_clear (self->hint);
      return;
    }

  /* Translators: %s is the name of a mail provider */
  text = g_strdup_printf (_ ("%s may want an app password"),
                          mc_provider_get_title (provider));
  mc_hint_show_with_button (self->hint, MC_HINT_INFO, text, _ ("Get an _App Password"), "password.get-app-password");
}

/* A keyring that is not there will not be there the next time. */
static void
show_trouble (McPasswordGroup *self)
{
  const GError *trouble = mc_stored_password_get_trouble (self->stored);
  const char   *sentence = mc_keyring_explain (trouble);

  if (g_error_matches (trouble, MC_KEYRING_ERROR, MC_KEYRING_ERROR_MISSING))
    mc_hint_show (self->hint, MC_HINT_WARNING, sentence);
  else
    mc_hint_show_with_button (self->hint, MC_HINT_WARNING, sentence, _ ("_Try Again"), "password.try-again");
}

static void
show_hint (McPasswordGroup *self)
{
  gboolean is_valid = mc_password_group_is_valid (self);

  mc_hint_mark_row (GTK_EDITABLE (self->row), !is_valid);
  if (!is_valid)
    mc_hint_show (self->hint, MC_HINT_ERROR, _ ("This is too long for a password. Something else may have been pasted."));
  else if (mc_stored_password_get_trouble (self->stored) != NULL)
    show_trouble (self);
  else if (uses_stored (self))
    mc_hint_show (self->hint, MC_HINT_INFO, _ ("The password from the keyring is used. Type another one to replace it."));
  else
    show_app_password (self);
}

static void
update (McPasswordGroup *self)
{
  self->is_updating = TRUE;
  adw_switch_row_set_active (self->remember_row,
                             mc_memory_get_remember (self->memory) || mc_stored_password_is_there (self->stored));
  self->is_updating = FALSE;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 uses_stored (self) ? _ ("Password From the Keyring") : _ ("Password"));
  show_hint (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_row_changed_cb (McPasswordGroup *self)
{
  if (self->memory != NULL)
    update (self);
}

static void
on_remember_toggled_cb (McPasswordGroup *self)
{
  gboolean   is_active = adw_switch_row_get_active (self->remember_row);
  McAccount *account;
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->is_updating || self->memory == NULL)
    return;

  mc_memory_set_remember (self->memory, is_active);
  account = mc_stored_password_get_account (self->stored);
  if (!is_active && mc_stored_password_is_there (self->stored) && MC_IS_WINDOW (root))
    mc_window_add_toast (MC_WINDOW (root),
                         mc_memory_forget_password (self->memory, mc_account_get_address_text (account)));
  mc_stored_password_ask (self->stored);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  McPasswordGroup *self = MC_PASSWORD_GROUP (widget);
  McAccount       *account = mc_stored_password_get_account (self->stored);

  if (account != NULL)
    dex_future_disown (mc_stored_password_look_up (self->stored, account));
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static void
get_app_password_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  const McProvider *provider = find_provider (MC_PASSWORD_GROUP (widget));

  mc_website_open (widget, mc_provider_get_link (provider, MC_PROVIDER_LINK_APP_PASSWORD));
}

static void
set_memory (McPasswordGroup *self,
            McMemory        *memory)
{
  if (!g_set_object (&self->memory, memory) || memory == NULL)
    return;

  g_clear_object (&self->stored);
  self->stored = mc_stored_password_new (memory);
  g_signal_connect_object (self->stored, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (memory, "notify::remember", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
mc_password_group_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  McPasswordGroup *self = MC_PASSWORD_GROUP (object);

  switch ((McPasswordGroupProperty) prop_id)
    {
    case PROP_MEMORY:
      g_value_set_object (value, self->memory);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_password_group_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  McPasswordGroup *self = MC_PASSWORD_GROUP (object);

  switch ((McPasswordGroupProperty) prop_id)
    {
    case PROP_MEMORY:
      set_memory (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
mc_password_group_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_PASSWORD_GROUP (widget)->row));
}

static void
mc_password_group_dispose (GObject *object)
{
  McPasswordGroup *self = MC_PASSWORD_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_PASSWORD_GROUP);
  g_clear_object (&self->stored);
  g_clear_object (&self->memory);

  G_OBJECT_CLASS (mc_password_group_parent_class)->dispose (object);
}

static void
mc_password_group_class_init (McPasswordGroupClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_password_group_get_property;
  object_class->set_property = mc_password_group_set_property;
  object_class->dispose = mc_password_group_dispose;
  widget_class->grab_focus = mc_password_group_grab_focus;

  properties[PROP_MEMORY] = g_param_spec_object ("memory", NULL, NULL, MC_TYPE_MEMORY,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * McPasswordGroup::changed:
   *
   * Something was typed, or the keyring answered.
   */
  signals[CHANGED] = g_signal_new ("changed", MC_TYPE_PASSWORD_GROUP, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MC_TYPE_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-password-group.ui");
  gtk_widget_class_bind_template_child (widget_class, McPasswordGroup, row);
  gtk_widget_class_bind_template_child (widget_class, McPasswordGroup, remember_row);
  gtk_widget_class_bind_template_child (widget_class, McPasswordGroup, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remember_toggled_cb);
  gtk_widget_class_install_action (widget_class, "password.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "password.get-app-password", NULL, get_app_password_action);
}

static void
mc_password_group_init (McPasswordGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_hint_describe (self->hint, GTK_EDITABLE (self->row));

  /* What could be undone would lie in plain memory; the end of a line that was copied too belongs to no password. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->row), FALSE);
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (self->row)), "truncate-multiline", TRUE, NULL);
}

/**
 * mc_password_group_set_address:
 * @self: the group
 * @address: (nullable): the address whose password it is, %NULL as long as it is not valid
 */
void
mc_password_group_set_address (McPasswordGroup *self,
                               const char      *address)
{
  g_return_if_fail (MC_IS_PASSWORD_GROUP (self));

  mc_stored_password_set_address (self->stored, address);
}

/**
 * mc_password_group_clear:
 * @self: the group
 *
 * Removes what was typed.
 */
void
mc_password_group_clear (McPasswordGroup *self)
{
  g_return_if_fail (MC_IS_PASSWORD_GROUP (self));

  gtk_editable_set_text (GTK_EDITABLE (self->row), "");
}

/**
 * mc_password_group_is_valid:
 * @self: the group
 *
 * Returns: whether what was typed can be a password; nothing can be left out
 */
gboolean
mc_password_group_is_valid (McPasswordGroup *self)
{
  g_return_val_if_fail (MC_IS_PASSWORD_GROUP (self), FALSE);

  return g_utf8_strlen (get_text (self), -1) < MAX_LENGTH;
}

/**
 * mc_password_group_is_known:
 * @self: the group
 *
 * Returns: whether mc_password_group_dup_secret() has the answer already, or
 *   the keyring is to be asked first
 */
gboolean
mc_password_group_is_known (McPasswordGroup *self)
{
  g_return_val_if_fail (MC_IS_PASSWORD_GROUP (self), FALSE);

  return *get_text (self) != '\0' || mc_stored_password_get_secret (self->stored) != NULL ||
         (mc_stored_password_is_asked (self->stored) && !mc_stored_password_is_there (self->stored));
}

/**
 * mc_password_group_wants_keeping:
 * @self: the group
 *
 * Returns: whether there is a new password that shall be kept
 */
gboolean
mc_password_group_wants_keeping (McPasswordGroup *self)
{
  g_return_val_if_fail (MC_IS_PASSWORD_GROUP (self), FALSE);

  return *get_text (self) != '\0' && adw_switch_row_get_active (self->remember_row);
}

/**
 * mc_password_group_dup_typed:
 * @self: the group
 *
 * Returns: (transfer full) (nullable): the password that was typed, if any
 */
McSecret *
mc_password_group_dup_typed (McPasswordGroup *self)
{
  const char *text;

  g_return_val_if_fail (MC_IS_PASSWORD_GROUP (self), NULL);

  text = get_text (self);
  return *text != '\0' ? mc_secret_new (MC_SECRET_PASSWORD, text, strlen (text)) : NULL;
}

/**
 * mc_password_group_dup_secret:
 * @self: the group
 *
 * Returns: (transfer full) (nullable): the password, typed or looked up, %NULL
 *   when there is none
 */
McSecret *
mc_password_group_dup_secret (McPasswordGroup *self)
{
  McSecret *secret;

  g_return_val_if_fail (MC_IS_PASSWORD_GROUP (self), NULL);

  secret = mc_password_group_dup_typed (self);
  if (secret != NULL)
    return secret;

  secret = mc_stored_password_get_secret (self->stored);

  return secret != NULL ? mc_secret_ref (secret) : NULL;
}

/**
 * mc_password_group_look_up:
 * @self: the group
 * @account: the account of the page, with the address that was set
 *
 * Looks the password up in the keyring, which may ask the person to unlock it.
 * What goes wrong is shown.
 *
 * Returns: (transfer full): a future as of mc_keyring_lookup()
 */
DexFuture *
mc_password_group_look_up (McPasswordGroup *self,
                           McAccount       *account)
{
  g_return_val_if_fail (MC_IS_PASSWORD_GROUP (self), NULL);
  g_return_val_if_fail (MC_IS_ACCOUNT (account), NULL);

  return mc_stored_password_look_up (self->stored, account);
}
