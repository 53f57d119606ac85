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
#include "mc-window.h"

/* The keyring is not asked about somebody who types on. */
#define PAUSE_MS   400
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
  McAccount          *account; /* whose password it is; NULL without a valid address */
  gboolean            is_asked;
  gboolean            is_stored;
  McSecret           *stored;  /* once it was looked up */
  GError             *trouble; /* with the keyring */
  GCancellable       *cancellable;
  guint               pause_id;
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
has_stored (McPasswordGroup *self)
{
  return self->is_stored && !mc_memory_is_forgetting (self->memory, mc_account_get_address_text (self->account));
}

static gboolean
uses_stored (McPasswordGroup *self)
{
  return has_stored (self) && *get_text (self) == '\0';
}

static const McProvider *
find_provider (McPasswordGroup *self)
{
  McAddress *address = self->account != NULL ? mc_account_get_address (self->account) : NULL;

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
  const char *sentence = mc_keyring_explain (self->trouble);

  if (g_error_matches (self->trouble, MC_KEYRING_ERROR, MC_KEYRING_ERROR_MISSING))
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
  else if (self->trouble != NULL)
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
  adw_switch_row_set_active (self->remember_row, mc_memory_get_remember (self->memory) || has_stored (self));
  self->is_updating = FALSE;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 uses_stored (self) ? _ ("Password From the Keyring") : _ ("Password"));
  show_hint (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whatever the keyring is asked for the old address is of no interest any more. */
static void
drop_question (McPasswordGroup *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_asked = FALSE;
}

/* Whoever does not want the keyring need not know that there is none. */
static void
set_trouble (McPasswordGroup *self,
             const GError    *error)
{
  gboolean is_missing = g_error_matches (error, MC_KEYRING_ERROR, MC_KEYRING_ERROR_MISSING);

  g_clear_error (&self->trouble);
  if (error == NULL || mc_keyring_explain (error) == NULL ||
      g_error_matches (error, MC_KEYRING_ERROR, MC_KEYRING_ERROR_NOT_FOUND) ||
      (is_missing && !mc_memory_get_remember (self->memory)))
    return;

  self->trouble = g_error_copy (error);
}

/* A question to the keyring; its answer is for those who still wait for it. */
typedef struct
{
  McPasswordGroup *group;
  GCancellable    *cancellable;
} Question;

static Question *
question_new (McPasswordGroup *self)
{
  Question *question = g_new0 (Question, 1);

  question->group = g_object_ref (self);
  question->cancellable = g_object_ref (self->cancellable);

  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->group);
  g_object_unref (question->cancellable);
  g_free (question);
}

/* Nobody has asked for the keyring yet: what goes wrong is for those who want it. */
static DexFuture *
on_asked_cb (DexFuture *future,
             gpointer   user_data)
{
  Question          *question = user_data;
  McPasswordGroup   *self = question->group;
  g_autoptr (GError) error = NULL;
  const GValue      *value;

  if (g_cancellable_is_cancelled (question->cancellable))
    return dex_ref (future);

  value = dex_future_get_value (future, &error);
  self->is_asked = TRUE;
  self->is_stored = value != NULL && g_value_get_boolean (value);
  if (!self->is_stored)
    g_clear_pointer (&self->stored, mc_secret_unref);
  set_trouble (self, mc_memory_get_remember (self->memory) ? error : NULL);
  update (self);

  return dex_ref (future);
}

static void
ask (McPasswordGroup *self)
{
  drop_question (self);
  if (self->account == NULL)
    return;

  dex_future_disown (dex_future_finally (mc_keyring_has (self->account, self->cancellable), on_asked_cb,
                                         question_new (self), question_free));
}

static void
on_passwords_changed_cb (McPasswordGroup *self)
{
  update (self);
  ask (self);
}

static void
on_pause_cb (gpointer user_data)
{
  McPasswordGroup *self = user_data;

  self->pause_id = 0;
  ask (self);
}

static DexFuture *
on_looked_up_cb (DexFuture *future,
                 gpointer   user_data)
{
  Question          *question = user_data;
  McPasswordGroup   *self = question->group;
  g_autoptr (GError) error = NULL;
  const GValue      *value;

  if (g_cancellable_is_cancelled (question->cancellable))
    return dex_ref (future);

  value = dex_future_get_value (future, &error);
  self->is_asked = TRUE;
  self->is_stored = value != NULL;
  self->stored = value != NULL ? g_value_dup_boxed (value) : NULL;
  set_trouble (self, error);
  update (self);

  return dex_ref (future);
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
  gboolean is_active = adw_switch_row_get_active (self->remember_row);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->is_updating || self->memory == NULL)
    return;

  mc_memory_set_remember (self->memory, is_active);
  if (!is_active && has_stored (self) && MC_IS_WINDOW (root))
    mc_window_add_toast (MC_WINDOW (root),
                         mc_memory_forget_password (self->memory, mc_account_get_address_text (self->account)));
  ask (self);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  McPasswordGroup *self = MC_PASSWORD_GROUP (widget);

  if (self->account != NULL)
    dex_future_disown (mc_password_group_look_up (self, self->account));
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static void
on_launched_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (McPasswordGroup) self = user_data;
  g_autoptr (GError)          error = NULL;
  GtkRoot                    *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) || !MC_IS_WINDOW (root))
    return;

  mc_window_add_toast (MC_WINDOW (root), adw_toast_new (_ ("The website could not be opened")));
}

static void
get_app_password_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  McPasswordGroup           *self = MC_PASSWORD_GROUP (widget);
  GtkRoot                   *root = gtk_widget_get_root (widget);
  const char                *uri = mc_provider_get_link (find_provider (self), MC_PROVIDER_LINK_APP_PASSWORD);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_launched_cb,
                           g_object_ref (self));
}

static void
set_memory (McPasswordGroup *self,
            McMemory        *memory)
{
  if (!g_set_object (&self->memory, memory) || memory == NULL)
    return;

  g_signal_connect_object (memory, "notify::remember", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (memory, "passwords-changed", G_CALLBACK (on_passwords_changed_cb), self, G_CONNECT_SWAPPED);
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

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_PASSWORD_GROUP);
  g_clear_object (&self->memory);

  G_OBJECT_CLASS (mc_password_group_parent_class)->dispose (object);
}

static void
mc_password_group_finalize (GObject *object)
{
  McPasswordGroup *self = MC_PASSWORD_GROUP (object);

  g_clear_object (&self->account);
  g_clear_pointer (&self->stored, mc_secret_unref);
  g_clear_error (&self->trouble);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mc_password_group_parent_class)->finalize (object);
}

static void
mc_password_group_class_init (McPasswordGroupClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_password_group_get_property;
  object_class->set_property = mc_password_group_set_property;
  object_class->dispose = mc_password_group_dispose;
  object_class->finalize = mc_password_group_finalize;
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
  self->cancellable = g_cancellable_new ();
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

  drop_question (self);
  g_clear_object (&self->account);
  g_clear_pointer (&self->stored, mc_secret_unref);
  g_clear_error (&self->trouble);
  self->is_stored = FALSE;
  if (address != NULL)
    {
      self->account = mc_account_new (address);
      self->pause_id = g_timeout_add_once (PAUSE_MS, on_pause_cb, self);
    }

  update (self);
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

  return *get_text (self) != '\0' || self->stored != NULL || (self->is_asked && !has_stored (self));
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
 * mc_password_group_dup_secret:
 * @self: the group
 *
 * Returns: (transfer full) (nullable): the password, typed or looked up, %NULL
 *   when there is none
 */
McSecret *
mc_password_group_dup_secret (McPasswordGroup *self)
{
  const char *text;

  g_return_val_if_fail (MC_IS_PASSWORD_GROUP (self), NULL);

  text = get_text (self);
  if (*text != '\0')
    return mc_secret_new (MC_SECRET_PASSWORD, text, strlen (text));

  return self->stored != NULL && has_stored (self) ? mc_secret_ref (self->stored) : NULL;
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

  drop_question (self);
  g_clear_pointer (&self->stored, mc_secret_unref);

  return dex_future_finally (mc_keyring_lookup (account, self->cancellable), on_looked_up_cb,
                             question_new (self), question_free);
}
