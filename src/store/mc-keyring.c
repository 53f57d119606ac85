/* mc-keyring.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-keyring-call.h"
#include "mc-keyring-unlock.h"
#include "mc-keyring.h"
#include "mc-sandbox.h"

/* The passwords a person asked to keep, in the keyring of the desktop. In a Flatpak libsecret keeps them in a file of
 * the application itself, whose key the Secret portal holds. */

/* A service that answers does so at once; the person may take their time. */
#define SERVICE_PATIENCE_MS 10000
#define PERSON_PATIENCE_MS  (24 * 60 * 60 * 1000)

typedef struct _Request Request;

/* What is asked of the keyring. */
struct _Request
{
  DexFuture *(*run) (Request *request);
  DexPromise      *answer;
  McScope         *scope;
  GDBusConnection *bus;
  char            *address;    /* folded; NULL when it is none */
  GHashTable      *any;        /* attributes that all passwords of the address have */
  GHashTable      *attributes; /* those of the one for this server */
  McSecret        *secret;
};

static GHashTable *
new_attributes (const char *address)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  if (address != NULL)
    g_hash_table_insert (attributes, (gpointer) "address", g_strdup (address));

  return attributes;
}

static Request *
request_new (const char *address)
{
  Request *request = g_new0 (Request, 1);

  request->address = address != NULL ? mc_address_fold (address) : NULL;
  request->any = new_attributes (request->address);
  request->attributes = new_attributes (request->address);

  return request;
}

static Request *
request_new_for_account (McAccount *account)
{
  Request  *request = request_new (mc_account_get_address_text (account));
  McServer *server = mc_account_get_server (account, MC_DIRECTION_INCOMING);

  if (server == NULL)
    server = mc_account_get_server (account, MC_DIRECTION_OUTGOING);
  if (server == NULL)
    return request;

  g_hash_table_insert (request->attributes, (gpointer) "protocol",
                       g_strdup (mc_protocol_get_id (mc_server_get_protocol (server))));
  g_hash_table_insert (request->attributes, (gpointer) "host", g_strdup (mc_server_get_host (server)));
  g_hash_table_insert (request->attributes, (gpointer) "port", g_strdup_printf ("%u", mc_server_get_port (server)));

  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  dex_clear (&request->answer);
  g_object_unref (request->scope);
  g_clear_object (&request->bus);
  g_free (request->address);
  g_hash_table_unref (request->any);
  g_hash_table_unref (request->attributes);
  g_clear_pointer (&request->secret, mc_secret_unref);
  g_free (request);
}

/* What suspends the fiber */

/* Where the key comes from the portal, any call may ask the person. */
static McScope *
scope_for_service (const Request *request)
{
  if (mc_sandbox_is_active ())
    return g_object_ref (request->scope);

  return mc_scope_new (request->scope, SERVICE_PATIENCE_MS);
}

/* A bus that ends takes a program with it, unless it says that it can do without. */
static gboolean
reach_bus (Request *request,
           McScope *scope,
           GError **error)
{
  g_autoptr (GError) own_error = NULL;

  g_clear_object (&request->bus);
  request->bus = mc_scope_await_object (scope, dex_bus_get (G_BUS_TYPE_SESSION), &own_error);
  if (request->bus == NULL)
    {
      g_set_error_literal (error, MC_KEYRING_ERROR, MC_KEYRING_ERROR_MISSING, own_error->message);
      return FALSE;
    }

  g_dbus_connection_set_exit_on_close (request->bus, FALSE);
  return TRUE;
}

/* Finds what the keyring holds for the address, without asking the person anything. */
static GPtrArray *
list_items (Request *request,
            GError **error)
{
  g_autoptr (McScope) scope = scope_for_service (request);

  if (!reach_bus (request, scope, error))
    return NULL;

  return mc_scope_await_boxed (scope, mc_keyring_call_search (request->any), error);
}

static gboolean
is_locked (SecretRetrievable *item)
{
  return SECRET_IS_ITEM (item) && secret_item_get_locked (SECRET_ITEM (item));
}

/* The same, unlocked as far as the person allows. */
static GPtrArray *
list_unlocked_items (Request *request,
                     GError **error)
{
  g_autoptr (GPtrArray)    items = list_items (request, error);
  g_autoptr (GStrvBuilder) locked = g_strv_builder_new ();
  g_auto (GStrv)           paths = NULL;

  if (items == NULL)
    return NULL;

  for (guint i = 0; i < items->len; i++)
    {
      if (is_locked (g_ptr_array_index (items, i)))
        g_strv_builder_add (locked, g_dbus_proxy_get_object_path (G_DBUS_PROXY (g_ptr_array_index (items, i))));
    }

  paths = g_strv_builder_end (locked);
  if (g_strv_length (paths) == 0)
    return g_steal_pointer (&items);

  /* Only what is unlocked tells all its attributes. */
  if (!mc_keyring_unlock (request->scope, request->bus, (const char *const *) paths, error))
    return NULL;

  return list_items (request, error);
}

static gboolean
has_attributes (SecretRetrievable *item,
                GHashTable        *wanted)
{
  g_autoptr (GHashTable) attributes = secret_retrievable_get_attributes (item);
  GHashTableIter         iter;
  gpointer               name, value;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      if (attributes == NULL || g_strcmp0 (g_hash_table_lookup (attributes, name), value) != 0)
        return FALSE;
    }

  return TRUE;
}

/* The one for this very server is best, and of the others the latest. */
static SecretRetrievable *
choose_item (GPtrArray     *items,
             const Request *request)
{
  SecretRetrievable *best = NULL;
  guint64            best_rank = 0;

  for (guint i = 0; i < items->len; i++)
    {
      SecretRetrievable *item = g_ptr_array_index (items, i);
      guint64            rank = MIN (secret_retrievable_get_modified (item), G_MAXUINT64 - 2) + 1;

      if (is_locked (item))
        continue;

      if (has_attributes (item, request->attributes) &&
          g_hash_table_size (request->attributes) > g_hash_table_size (request->any))
        rank = G_MAXUINT64;
      if (rank > best_rank)
        {
          best = item;
          best_rank = rank;
        }
    }

  return best;
}

/* Libdex carries the errors to whoever waits; here they get their meaning. */
static DexFuture *
reject (const GError *error)
{
  return dex_future_new_for_error (mc_keyring_error_new_from (error));
}

static DexFuture *
reject_with (McKeyringError code,
             const char    *message)
{
  return dex_future_new_for_error (g_error_new_literal (MC_KEYRING_ERROR, (int) code, message));
}

static DexFuture *
has_password (Request *request)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (request->address == NULL)
    return dex_future_new_false ();

  items = list_items (request, &error);
  if (items == NULL)
    return reject (error);

  return dex_future_new_for_boolean (items->len > 0);
}

static DexFuture *
look_up (Request *request)
{
  g_autoptr (McScope)   scope = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (McSecret)  secret = NULL;
  SecretRetrievable    *item;

  if (request->address == NULL)
    return reject_with (MC_KEYRING_ERROR_NOT_FOUND, "There is no password for what is no address");

  items = list_unlocked_items (request, &error);
  if (items == NULL)
    return reject (error);
  if (items->len == 0)
    return reject_with (MC_KEYRING_ERROR_NOT_FOUND, "There is no password for this address");

  item = choose_item (items, request);
  if (item == NULL)
    return reject_with (MC_KEYRING_ERROR_LOCKED, "The password is still locked");

  scope = scope_for_service (request);
  secret = mc_scope_await_boxed (scope, mc_keyring_call_retrieve (item), &error);
  if (secret == NULL)
    return reject (error);

  return dex_future_new_take_boxed (MC_TYPE_SECRET, g_steal_pointer (&secret));
}

static DexFuture *
store (Request *request)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (request->address == NULL)
    return reject_with (MC_KEYRING_ERROR_FAILED, "A password is kept for an address only");

  /* Is there a keyring that answers? */
  items = list_items (request, &error);
  if (items == NULL ||
      !mc_keyring_unlock_default (request->scope, request->bus, &error) ||
      !mc_scope_await (request->scope,
                       mc_keyring_call_store (request->address, request->attributes, request->secret), &error))
    return reject (error);

  return dex_future_new_true ();
}

static DexFuture *
forget_any (Request *request)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) left = NULL;

  items = list_unlocked_items (request, &error);
  if (items == NULL)
    return reject (error);
  if (items->len == 0)
    return dex_future_new_true ();

  /* It leaves out what is still locked. */
  if (!mc_scope_await (request->scope, mc_keyring_call_clear (request->any), &error))
    return reject (error);

  left = list_items (request, &error);
  if (left == NULL)
    return reject (error);
  if (left->len > 0)
    return reject_with (MC_KEYRING_ERROR_LOCKED, "The password is still locked");

  return dex_future_new_true ();
}

static DexFuture *
forget (Request *request)
{
  return request->address != NULL ? forget_any (request) : dex_future_new_true ();
}

static gboolean
has_failed (DexFuture *settled)
{
  g_autoptr (GError) error = NULL;

  dex_future_get_value (settled, &error);
  return g_error_matches (error, MC_KEYRING_ERROR, MC_KEYRING_ERROR_FAILED);
}

static DexFuture *
run_fiber (gpointer data)
{
  Request              *request = data;
  g_autoptr (DexFuture) result = request->run (request);
  GError               *error = NULL;
  const GValue         *value;

  /* A keyring that was started anew does not know the session that libsecret still has. */
  if (has_failed (result))
    {
      secret_service_disconnect ();
      dex_unref (result);
      result = request->run (request);
    }

  value = dex_future_get_value (result, &error);
  if (value != NULL)
    dex_promise_resolve (request->answer, value);
  else
    dex_promise_reject (request->answer, error);

  return dex_future_new_true ();
}

static void
on_given_up_cb (GCancellable *cancellable,
                gpointer      user_data)
{
  mc_scope_cancel (user_data);
}

/* The work runs to its end, to leave nothing behind; that comes soon when the future is given up. */
static DexFuture *
begin (DexFuture *(*run) (Request *request),
       Request      *request,
       GCancellable *cancellable)
{
  DexPromise *answer = dex_promise_new_cancellable ();

  request->run = run;
  request->answer = dex_ref (answer);
  request->scope = mc_scope_new (NULL, PERSON_PATIENCE_MS);
  g_cancellable_connect (dex_promise_get_cancellable (answer), G_CALLBACK (on_given_up_cb),
                         g_object_ref (request->scope), g_object_unref);
  dex_future_disown (mc_fiber_spawn (run_fiber, request, request_free));

  if (cancellable == NULL)
    return dex_future_first (DEX_FUTURE (answer), NULL);

  return dex_future_first (DEX_FUTURE (answer), dex_cancellable_new_from_cancellable (cancellable), NULL);
}

/**
 * mc_keyring_has:
 * @account: an account
 * @cancellable: (nullable): ends the wait
 *
 * Asks whether a password is kept for the account's address, without unlocking
 * anything.
 *
 * Returns: (transfer full): a future that resolves to a #gboolean, or rejects
 *   with an error of %MC_KEYRING_ERROR or %G_IO_ERROR_CANCELLED
 */
DexFuture *
mc_keyring_has (McAccount    *account,
                GCancellable *cancellable)
{
  g_return_val_if_fail (MC_IS_ACCOUNT (account), NULL);

  return begin (has_password, request_new_for_account (account), cancellable);
}

/**
 * mc_keyring_lookup:
 * @account: an account
 * @cancellable: (nullable): ends the wait, not the prompt
 *
 * Looks up the password kept for the account: the one for its incoming server,
 * else the latest of its address. A locked keyring asks the person to unlock
 * it, which may take as long as they want. Giving the future up cancels too.
 *
 * Returns: (transfer full): a future that resolves to a boxed #McSecret, or
 *   rejects with an error of %MC_KEYRING_ERROR or %G_IO_ERROR_CANCELLED
 */
DexFuture *
mc_keyring_lookup (McAccount    *account,
                   GCancellable *cancellable)
{
  g_return_val_if_fail (MC_IS_ACCOUNT (account), NULL);

  return begin (look_up, request_new_for_account (account), cancellable);
}

/**
 * mc_keyring_store:
 * @account: an account
 * @secret: its password
 * @cancellable: (nullable): ends the wait, not the prompt
 *
 * Keeps a password for the account's address and incoming server, in the place
 * of one that is kept for them. A locked keyring asks the person to unlock it.
 *
 * Returns: (transfer full): a future that resolves to %TRUE, or rejects with
 *   an error of %MC_KEYRING_ERROR or %G_IO_ERROR_CANCELLED
 */
DexFuture *
mc_keyring_store (McAccount    *account,
                  McSecret     *secret,
                  GCancellable *cancellable)
{
  Request *request;

  g_return_val_if_fail (MC_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (secret != NULL, NULL);
  g_return_val_if_fail (mc_secret_get_kind (secret) == MC_SECRET_PASSWORD, NULL);

  request = request_new_for_account (account);
  request->secret = mc_secret_ref (secret);

  return begin (store, request, cancellable);
}

/**
 * mc_keyring_forget:
 * @address: an address
 * @cancellable: (nullable): ends the wait, not the prompt
 *
 * Removes all passwords that this program keeps for an address. None is no
 * error. A locked keyring asks the person to unlock it.
 *
 * Returns: (transfer full): a future that resolves to %TRUE, or rejects with
 *   an error of %MC_KEYRING_ERROR or %G_IO_ERROR_CANCELLED
 */
DexFuture *
mc_keyring_forget (const char   *address,
                   GCancellable *cancellable)
{
  g_return_val_if_fail (address != NULL, NULL);

  return begin (forget, request_new (address), cancellable);
}

/**
 * mc_keyring_forget_all:
 * @cancellable: (nullable): ends the wait, not the prompt
 *
 * Removes all passwords that this program keeps, as mc_keyring_forget() does those
 * of one address.
 *
 * Returns: (transfer full): a future like that of mc_keyring_forget()
 */
DexFuture *
mc_keyring_forget_all (GCancellable *cancellable)
{
  Request *request = request_new (NULL);

  /* Something has to be named, and this is what all of them have. */
  g_hash_table_insert (request->any, (gpointer) "xdg:schema", g_strdup (MC_KEYRING_SCHEMA));

  return begin (forget_any, request, cancellable);
}
