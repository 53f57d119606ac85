/* mc-stored-password.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-keyring.h"
#include "mc-stored-password.h"

/* The keyring is not asked about somebody who types on. */
#define PAUSE_MS 400

/**
 * McStoredPassword:
 *
 * What the keyring holds for the address that is being typed: whether there is
 * a password, without unlocking anything, and the password once it is needed.
 */
struct _McStoredPassword
{
  GObject       parent_instance;
  McMemory     *memory;
  McAccount    *account; /* whose password it is; NULL without a valid address */
  gboolean      is_asked;
  gboolean      is_there;
  McSecret     *secret; /* once it was looked up */
  GError       *trouble;
  GCancellable *cancellable;
  guint         pause_id;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McStoredPassword, mc_stored_password, G_TYPE_OBJECT)

/* Whatever the keyring is asked for the old address is of no interest any more. */
static void
drop_question (McStoredPassword *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_asked = FALSE;
}

/* Whoever does not want the keyring need not know that there is none. */
static void
set_trouble (McStoredPassword *self,
             const GError     *error)
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
  McStoredPassword *password;
  GCancellable     *cancellable;
} Question;

static Question *
question_new (McStoredPassword *self)
{
  Question *question = g_new0 (Question, 1);

  question->password = g_object_ref (self);
  question->cancellable = g_object_ref (self->cancellable);

  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->password);
  g_object_unref (question->cancellable);
  g_free (question);
}

/* Nobody has asked for the keyring yet: what goes wrong is for those who want it. */
static DexFuture *
on_asked_cb (DexFuture *future,
             gpointer   user_data)
{
  Question          *question = user_data;
  McStoredPassword  *self = question->password;
  g_autoptr (GError) error = NULL;
  const GValue      *value;

  if (g_cancellable_is_cancelled (question->cancellable))
    return dex_ref (future);

  value = dex_future_get_value (future, &error);
  self->is_asked = TRUE;
  self->is_there = value != NULL && g_value_get_boolean (value);
  if (!self->is_there)
    g_clear_pointer (&self->secret, mc_secret_unref);
  set_trouble (self, mc_memory_get_remember (self->memory) ? error : NULL);
  g_signal_emit (self, signals[CHANGED], 0);

  return dex_ref (future);
}

static void
on_passwords_changed_cb (McStoredPassword *self)
{
  /* Another one may be there now. */
  g_clear_pointer (&self->secret, mc_secret_unref);
  g_signal_emit (self, signals[CHANGED], 0);
  mc_stored_password_ask (self);
}

static void
on_pause_cb (gpointer user_data)
{
  McStoredPassword *self = user_data;

  self->pause_id = 0;
  mc_stored_password_ask (self);
}

static DexFuture *
on_looked_up_cb (DexFuture *future,
                 gpointer   user_data)
{
  Question          *question = user_data;
  McStoredPassword  *self = question->password;
  g_autoptr (GError) error = NULL;
  const GValue      *value;

  if (g_cancellable_is_cancelled (question->cancellable))
    return dex_ref (future);

  value = dex_future_get_value (future, &error);
  self->is_asked = TRUE;
  self->is_there = value != NULL;
  self->secret = value != NULL ? g_value_dup_boxed (value) : NULL;
  set_trouble (self, error);
  g_signal_emit (self, signals[CHANGED], 0);

  return dex_ref (future);
}

static void
mc_stored_password_dispose (GObject *object)
{
  McStoredPassword *self = MC_STORED_PASSWORD (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->memory);

  G_OBJECT_CLASS (mc_stored_password_parent_class)->dispose (object);
}

static void
mc_stored_password_finalize (GObject *object)
{
  McStoredPassword *self = MC_STORED_PASSWORD (object);

  g_clear_object (&self->account);
  g_clear_pointer (&self->secret, mc_secret_unref);
  g_clear_error (&self->trouble);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mc_stored_password_parent_class)->finalize (object);
}

static void
mc_stored_password_class_init (McStoredPasswordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mc_stored_password_dispose;
  object_class->finalize = mc_stored_password_finalize;

  /**
   * McStoredPassword::changed:
   *
   * The keyring answered, or is about somebody else.
   */
  signals[CHANGED] = g_signal_new ("changed", MC_TYPE_STORED_PASSWORD, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_stored_password_init (McStoredPassword *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * mc_stored_password_new:
 * @memory: what knows of passwords that come and go
 *
 * Returns: (transfer full): nobody's password
 */
McStoredPassword *
mc_stored_password_new (McMemory *memory)
{
  McStoredPassword *self;

  g_return_val_if_fail (MC_IS_MEMORY (memory), NULL);

  self = g_object_new (MC_TYPE_STORED_PASSWORD, NULL);
  self->memory = g_object_ref (memory);
  g_signal_connect_object (memory, "passwords-changed", G_CALLBACK (on_passwords_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mc_stored_password_get_account:
 * @self: a stored password
 *
 * Returns: (transfer none) (nullable): whose it is
 */
McAccount *
mc_stored_password_get_account (McStoredPassword *self)
{
  g_return_val_if_fail (MC_IS_STORED_PASSWORD (self), NULL);

  return self->account;
}

/**
 * mc_stored_password_set_address:
 * @self: a stored password
 * @address: (nullable): whose it is, %NULL as long as the address is not valid
 *
 * The keyring is asked after a moment.
 */
void
mc_stored_password_set_address (McStoredPassword *self,
                                const char       *address)
{
  g_return_if_fail (MC_IS_STORED_PASSWORD (self));

  drop_question (self);
  g_clear_object (&self->account);
  g_clear_pointer (&self->secret, mc_secret_unref);
  g_clear_error (&self->trouble);
  self->is_there = FALSE;
  if (address != NULL)
    {
      self->account = mc_account_new (address);
      self->pause_id = g_timeout_add_once (PAUSE_MS, on_pause_cb, self);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mc_stored_password_is_asked:
 * @self: a stored password
 *
 * Returns: whether the keyring has answered
 */
gboolean
mc_stored_password_is_asked (McStoredPassword *self)
{
  g_return_val_if_fail (MC_IS_STORED_PASSWORD (self), FALSE);

  return self->is_asked;
}

/**
 * mc_stored_password_is_there:
 * @self: a stored password
 *
 * Returns: whether the keyring holds one that is not about to be forgotten
 */
gboolean
mc_stored_password_is_there (McStoredPassword *self)
{
  g_return_val_if_fail (MC_IS_STORED_PASSWORD (self), FALSE);

  return self->is_there && !mc_memory_is_forgetting (self->memory, mc_account_get_address_text (self->account));
}

/**
 * mc_stored_password_get_secret:
 * @self: a stored password
 *
 * Returns: (transfer none) (nullable): the password, once it was looked up
 */
McSecret *
mc_stored_password_get_secret (McStoredPassword *self)
{
  g_return_val_if_fail (MC_IS_STORED_PASSWORD (self), NULL);

  return mc_stored_password_is_there (self) ? self->secret : NULL;
}

/**
 * mc_stored_password_get_trouble:
 * @self: a stored password
 *
 * Returns: (transfer none) (nullable): why the keyring could not be used, for
 *   mc_keyring_explain()
 */
const GError *
mc_stored_password_get_trouble (McStoredPassword *self)
{
  g_return_val_if_fail (MC_IS_STORED_PASSWORD (self), NULL);

  return self->trouble;
}

/**
 * mc_stored_password_ask:
 * @self: a stored password
 *
 * Asks the keyring whether there is one, without unlocking anything.
 */
void
mc_stored_password_ask (McStoredPassword *self)
{
  g_return_if_fail (MC_IS_STORED_PASSWORD (self));

  drop_question (self);
  if (self->account == NULL)
    return;

  dex_future_disown (dex_future_finally (mc_keyring_has (self->account, self->cancellable), on_asked_cb,
                                         question_new (self), question_free));
}

/**
 * mc_stored_password_look_up:
 * @self: a stored password
 * @account: the account with the address that was set, with its servers
 *
 * Looks the password up, which may ask the person to unlock the keyring.
 *
 * Returns: (transfer full): a future as of mc_keyring_lookup()
 */
DexFuture *
mc_stored_password_look_up (McStoredPassword *self,
                            McAccount        *account)
{
  g_return_val_if_fail (MC_IS_STORED_PASSWORD (self), NULL);
  g_return_val_if_fail (MC_IS_ACCOUNT (account), NULL);

  drop_question (self);
  g_clear_pointer (&self->secret, mc_secret_unref);

  return dex_future_finally (mc_keyring_lookup (account, self->cancellable), on_looked_up_cb,
                             question_new (self), question_free);
}
