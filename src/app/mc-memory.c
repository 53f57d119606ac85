/* mc-memory.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-account-store.h"
#include "mc-keyring.h"
#include "mc-memory.h"

/**
 * McMemory:
 *
 * What is kept from one run to the next: the accounts used before, and their
 * passwords for those who want it. It watches the journey for both, and forgets
 * on request, which can be undone for a moment.
 */
struct _McMemory
{
  GObject         parent_instance;
  McJourney      *journey;
  McAccountStore *accounts;
  gboolean        remember;
  gboolean        keeps_password; /* of the next checkup that signs in */
  GHashTable     *forgetting;     /* addresses whose passwords go once that cannot be undone any more */
  gboolean        has_complained;
};

typedef enum
{
  PROP_JOURNEY = 1,
  PROP_REMEMBER,
} McMemoryProperty;

static GParamSpec *properties[PROP_REMEMBER + 1];

enum
{
  PASSWORDS_CHANGED,
  TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McMemory, mc_memory, G_TYPE_OBJECT)

/* Something that the keyring does, and what to say when it cannot. */
typedef struct
{
  McMemory   *memory;
  const char *complaint; /* NULL when somebody else tells */
} Work;

/* What a toast can undo. */
typedef struct
{
  McMemory  *memory;
  char      *address;
  McAccount *account; /* NULL when only the password is forgotten */
  guint      position;
} Forgotten;

static void
complain (McMemory   *self,
          const char *sentence)
{
  g_signal_emit (self, signals[TROUBLE], 0, sentence);
}

/* A place that cannot be written to stays so: once is enough. */
static void
complain_of_accounts (McMemory *self)
{
  if (self->has_complained)
    return;

  self->has_complained = TRUE;
  complain (self, _ ("The list of accounts could not be saved"));
}

static DexFuture *
on_work_done_cb (DexFuture *future,
                 gpointer   user_data)
{
  Work *work = user_data;

  if (dex_future_is_rejected (future) && work->complaint != NULL)
    complain (work->memory, work->complaint);
  g_signal_emit (work->memory, signals[PASSWORDS_CHANGED], 0);

  return dex_ref (future);
}

static void
work_free (gpointer data)
{
  Work         *work = data;
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_release (application);
  g_object_unref (work->memory);
  g_free (work);
}

/* What was asked for is done even when the window closes meanwhile. */
static void
finish (McMemory   *self,
        DexFuture  *future,
        const char *complaint)
{
  GApplication *application = g_application_get_default ();
  Work         *work = g_new0 (Work, 1);

  work->memory = g_object_ref (self);
  work->complaint = complaint;
  if (application != NULL)
    g_application_hold (application);
  dex_future_disown (dex_future_finally (future, on_work_done_cb, work, work_free));
}

/* Where there is no keyring, nothing is kept. */
static DexFuture *
on_forget_failed_cb (DexFuture *future,
                     gpointer   user_data)
{
  g_autoptr (GError) error = NULL;

  dex_future_get_value (future, &error);
  if (g_error_matches (error, MC_KEYRING_ERROR, MC_KEYRING_ERROR_MISSING))
    return dex_future_new_true ();

  return dex_ref (future);
}

static void
keep_password (McMemory *self)
{
  McAccount       *account = mc_journey_get_account (self->journey);
  McSecret        *secret = mc_journey_get_secret (self->journey);
  g_autofree char *address = NULL;

  if (!self->keeps_password || secret == NULL || mc_secret_get_kind (secret) != MC_SECRET_PASSWORD ||
      !mc_result_has_signed_in (mc_journey_get_result (self->journey)))
    return;

  self->keeps_password = FALSE;
  address = mc_address_fold (mc_account_get_address_text (account));
  g_hash_table_remove (self->forgetting, address);
  finish (self, mc_keyring_store (account, secret, NULL), _ ("The password could not be kept in the keyring"));
}

static void
keep_account (McMemory *self)
{
  if (!mc_account_store_add (self->accounts, mc_journey_get_account (self->journey), NULL))
    complain_of_accounts (self);
}

static void
on_journey_phase_cb (McMemory *self)
{
  switch (mc_journey_get_phase (self->journey))
    {
    case MC_PHASE_CHECKING:
      keep_account (self);
      break;
    case MC_PHASE_OVER:
      keep_password (self);
      break;
    case MC_PHASE_ASKING:
    default:
      break;
    }
}

static void
on_toast_undone_cb (AdwToast  *toast,
                    Forgotten *forgotten)
{
  McMemory *self = forgotten->memory;

  g_hash_table_remove (self->forgetting, forgotten->address);
  if (forgotten->account != NULL &&
      !mc_account_store_insert (self->accounts, forgotten->position, forgotten->account, NULL))
    complain_of_accounts (self);
  g_signal_emit (self, signals[PASSWORDS_CHANGED], 0);
}

static void
on_toast_dismissed_cb (AdwToast  *toast,
                       Forgotten *forgotten)
{
  McMemory *self = forgotten->memory;

  if (g_hash_table_remove (self->forgetting, forgotten->address))
    finish (self, dex_future_catch (mc_keyring_forget (forgotten->address, NULL), on_forget_failed_cb, NULL, NULL),
            _ ("The password could not be removed from the keyring"));
}

/* A toast that goes away with its window can be undone no more, either. */
static void
forgotten_free (gpointer  data,
                GClosure *closure)
{
  Forgotten *forgotten = data;

  on_toast_dismissed_cb (NULL, forgotten);
  g_object_unref (forgotten->memory);
  g_free (forgotten->address);
  g_clear_object (&forgotten->account);
  g_free (forgotten);
}

static AdwToast *
new_undo_toast (McMemory   *self,
                const char *address,
                McAccount  *account,
                guint       position,
                const char *title)
{
  AdwToast  *toast = adw_toast_new (title);
  Forgotten *forgotten = g_new0 (Forgotten, 1);

  forgotten->memory = g_object_ref (self);
  forgotten->address = mc_address_fold (address);
  forgotten->account = account != NULL ? g_object_ref (account) : NULL;
  forgotten->position = position;

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect (toast, "button-clicked", G_CALLBACK (on_toast_undone_cb), forgotten);
  g_signal_connect_data (toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), forgotten, forgotten_free, 0);

  g_hash_table_add (self->forgetting, g_strdup (forgotten->address));
  g_signal_emit (self, signals[PASSWORDS_CHANGED], 0);

  return toast;
}

static void
mc_memory_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  McMemory *self = MC_MEMORY (object);

  switch ((McMemoryProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_value_set_object (value, self->journey);
      break;
    case PROP_REMEMBER:
      g_value_set_boolean (value, self->remember);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_memory_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  McMemory *self = MC_MEMORY (object);

  switch ((McMemoryProperty) prop_id)
    {
    case PROP_JOURNEY:
      self->journey = g_value_dup_object (value);
      break;
    case PROP_REMEMBER:
      mc_memory_set_remember (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_memory_constructed (GObject *object)
{
  McMemory *self = MC_MEMORY (object);

  G_OBJECT_CLASS (mc_memory_parent_class)->constructed (object);

  g_signal_connect_object (self->journey, "notify::phase", G_CALLBACK (on_journey_phase_cb), self, G_CONNECT_SWAPPED);
}

static void
mc_memory_dispose (GObject *object)
{
  McMemory *self = MC_MEMORY (object);

  g_clear_object (&self->journey);
  g_clear_object (&self->accounts);

  G_OBJECT_CLASS (mc_memory_parent_class)->dispose (object);
}

static void
mc_memory_finalize (GObject *object)
{
  g_hash_table_unref (MC_MEMORY (object)->forgetting);

  G_OBJECT_CLASS (mc_memory_parent_class)->finalize (object);
}

static void
mc_memory_class_init (McMemoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_memory_get_property;
  object_class->set_property = mc_memory_set_property;
  object_class->constructed = mc_memory_constructed;
  object_class->dispose = mc_memory_dispose;
  object_class->finalize = mc_memory_finalize;

  properties[PROP_JOURNEY] = g_param_spec_object ("journey", NULL, NULL, MC_TYPE_JOURNEY,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REMEMBER] =
    g_param_spec_boolean ("remember", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * McMemory::passwords-changed:
   *
   * Another password may be kept now, or one less.
   */
  signals[PASSWORDS_CHANGED] = g_signal_new ("passwords-changed", MC_TYPE_MEMORY, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * McMemory::trouble:
   * @sentence: what could not be kept or forgotten, and why
   */
  signals[TROUBLE] = g_signal_new ("trouble", MC_TYPE_MEMORY, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mc_memory_init (McMemory *self)
{
  self->accounts = mc_account_store_new_default ();
  self->forgetting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * mc_memory_new:
 * @journey: whose account and password are kept
 *
 * Returns: (transfer full): a memory
 */
McMemory *
mc_memory_new (McJourney *journey)
{
  g_return_val_if_fail (MC_IS_JOURNEY (journey), NULL);

  return g_object_new (MC_TYPE_MEMORY, "journey", journey, NULL);
}

/**
 * mc_memory_get_accounts:
 * @self: a memory
 *
 * Returns: (transfer none): the accounts used before, the last one first
 */
GListModel *
mc_memory_get_accounts (McMemory *self)
{
  g_return_val_if_fail (MC_IS_MEMORY (self), NULL);

  return G_LIST_MODEL (self->accounts);
}

gboolean
mc_memory_get_remember (McMemory *self)
{
  g_return_val_if_fail (MC_IS_MEMORY (self), FALSE);

  return self->remember;
}

/**
 * mc_memory_set_remember:
 * @self: a memory
 * @remember: whether the person wants passwords in the keyring
 */
void
mc_memory_set_remember (McMemory *self,
                        gboolean  remember)
{
  g_return_if_fail (MC_IS_MEMORY (self));

  if (self->remember == remember)
    return;

  self->remember = remember;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMEMBER]);
}

/**
 * mc_memory_keep_password:
 * @self: a memory
 * @keep: whether to put the password of the checkup that begins now into the keyring, once a server took it
 */
void
mc_memory_keep_password (McMemory *self,
                         gboolean  keep)
{
  g_return_if_fail (MC_IS_MEMORY (self));

  self->keeps_password = keep;
}

/**
 * mc_memory_is_forgetting:
 * @self: a memory
 * @address: an address
 *
 * Returns: whether its password goes as soon as that cannot be undone any more
 */
gboolean
mc_memory_is_forgetting (McMemory   *self,
                         const char *address)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (MC_IS_MEMORY (self), FALSE);

  folded = mc_address_fold (address);

  return folded != NULL && g_hash_table_contains (self->forgetting, folded);
}

/**
 * mc_memory_forget_account:
 * @self: a memory
 * @account: an account used before
 *
 * Forgets an account, and its password once the toast is gone.
 *
 * Returns: (transfer full): a toast that says so, and can undo it
 */
AdwToast *
mc_memory_forget_account (McMemory  *self,
                          McAccount *account)
{
  const char      *address;
  g_autofree char *title = NULL;
  guint            position;

  g_return_val_if_fail (MC_IS_MEMORY (self), NULL);
  g_return_val_if_fail (MC_IS_ACCOUNT (account), NULL);

  if (!mc_account_store_remove (self->accounts, account, &position, NULL))
    complain_of_accounts (self);

  address = mc_account_get_address_text (account);
  /* Translators: %s is an email address */
  title = g_strdup_printf (_ ("%s removed"), address);

  return new_undo_toast (self, address, account, position, title);
}

/**
 * mc_memory_forget_password:
 * @self: a memory
 * @address: an address
 *
 * Forgets the password of an address once the toast is gone.
 *
 * Returns: (transfer full): a toast that says so, and can undo it
 */
AdwToast *
mc_memory_forget_password (McMemory   *self,
                           const char *address)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (MC_IS_MEMORY (self), NULL);

  /* Translators: %s is an email address */
  title = g_strdup_printf (_ ("Password of %s forgotten"), address);

  return new_undo_toast (self, address, NULL, 0, title);
}

/**
 * mc_memory_forget_all:
 * @self: a memory
 *
 * Forgets all accounts and all passwords.
 *
 * Returns: (transfer full): a future that resolves to %TRUE, or rejects with
 *   an error of %MC_KEYRING_ERROR when passwords may be left
 */
DexFuture *
mc_memory_forget_all (McMemory *self)
{
  DexFuture *future;

  g_return_val_if_fail (MC_IS_MEMORY (self), NULL);

  if (!mc_account_store_remove_all (self->accounts, NULL))
    complain_of_accounts (self);

  g_hash_table_remove_all (self->forgetting);
  future = dex_future_catch (mc_keyring_forget_all (NULL), on_forget_failed_cb, NULL, NULL);
  finish (self, dex_ref (future), NULL);

  return future;
}
