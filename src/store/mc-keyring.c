/* mc-keyring.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

#include "mc-keyring.h"

/* The passwords a person asked to keep, in the keyring of the desktop. In a Flatpak libsecret keeps them in a file of
 * the application itself, whose key the Secret portal holds. */

#define PATIENCE_MS  10000
#define MAX_PASSWORD 16384

static const SecretSchema schema = {
  .name = MC_APPLICATION_ID ".Password",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = {
    { "address", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "protocol", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "host", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "port", SECRET_SCHEMA_ATTRIBUTE_INTEGER },
  },
};

/* What is asked of the keyring. */
typedef struct
{
  char       *address;    /* folded; NULL when it is none */
  GHashTable *any;        /* attributes that all passwords of the address have */
  GHashTable *attributes; /* those of the one for this server */
  McSecret   *secret;
} Request;

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

  request->address = mc_address_fold (address);
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

  g_free (request->address);
  g_hash_table_unref (request->any);
  g_hash_table_unref (request->attributes);
  g_clear_pointer (&request->secret, mc_secret_unref);
  g_free (request);
}

/* libsecret's calls as futures: giving one up cancels the call, and dismisses the prompt that it may show. */

static void
on_search_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DexPromise) promise = user_data;
  g_autoptr (GPtrArray)  items = g_ptr_array_new_with_free_func (g_object_unref);
  GError                *error = NULL;
  GList                 *list = secret_password_search_finish (result, &error);

  if (error != NULL)
    {
      dex_promise_reject (promise, error);
      return;
    }

  for (GList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (items, l->data);
  g_list_free (list);

  dex_promise_resolve_boxed (promise, G_TYPE_PTR_ARRAY, g_steal_pointer (&items));
}

static DexFuture *
future_search (GHashTable       *attributes,
               SecretSearchFlags flags)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  secret_password_searchv (&schema, attributes, flags, dex_promise_get_cancellable (promise), on_search_cb,
                           dex_ref (promise));

  return DEX_FUTURE (promise);
}

/* Neither of these two is a password a server could take. */
static McSecret *
secret_from_value (SecretValue *value)
{
  gsize       length;
  const char *text = secret_value_get (value, &length);

  if (length == 0 || length > MAX_PASSWORD || memchr (text, '\0', length) != NULL)
    return NULL;

  return mc_secret_new (MC_SECRET_PASSWORD, text, length);
}

static void
on_retrieved_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DexPromise)  promise = user_data;
  GError                 *error = NULL;
  g_autoptr (SecretValue) value =
    secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (object), result, &error);
  McSecret *secret = value != NULL ? secret_from_value (value) : NULL;

  if (secret != NULL)
    dex_promise_resolve_boxed (promise, MC_TYPE_SECRET, secret);
  else if (error != NULL)
    dex_promise_reject (promise, error);
  else
    dex_promise_reject (promise, g_error_new_literal (MC_KEYRING_ERROR, MC_KEYRING_ERROR_NOT_FOUND,
                                                      "The item holds no usable password"));
}

static DexFuture *
future_retrieve (SecretRetrievable *item)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  secret_retrievable_retrieve_secret (item, dex_promise_get_cancellable (promise), on_retrieved_cb, dex_ref (promise));

  return DEX_FUTURE (promise);
}

static void
on_stored_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DexPromise) promise = user_data;
  GError                *error = NULL;

  if (secret_password_store_finish (result, &error))
    dex_promise_resolve_boolean (promise, TRUE);
  else if (error != NULL)
    dex_promise_reject (promise, error);
  else
    dex_promise_reject (promise, g_error_new_literal (MC_KEYRING_ERROR, MC_KEYRING_ERROR_LOCKED,
                                                      "The prompt was dismissed"));
}

static DexFuture *
future_store (const Request *request)
{
  DexPromise             *promise = dex_promise_new_cancellable ();
  g_autoptr (SecretValue) value = secret_value_new (mc_secret_peek (request->secret), -1, "text/plain");
  /* Translators: what a password is called in the keyring; %s is an address */
  g_autofree char *label = g_strdup_printf (_ ("Mail password of %s"), request->address);

  secret_password_storev_binary (&schema, request->attributes, SECRET_COLLECTION_DEFAULT, label, value,
                                 dex_promise_get_cancellable (promise), on_stored_cb, dex_ref (promise));

  return DEX_FUTURE (promise);
}

static void
on_cleared_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DexPromise) promise = user_data;
  GError                *error = NULL;
  gboolean               has_removed = secret_password_clear_finish (result, &error);

  if (error != NULL)
    dex_promise_reject (promise, error);
  else
    dex_promise_resolve_boolean (promise, has_removed);
}

static DexFuture *
future_clear (GHashTable *attributes)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  secret_password_clearv (&schema, attributes, dex_promise_get_cancellable (promise), on_cleared_cb,
                          dex_ref (promise));

  return DEX_FUTURE (promise);
}

/* Steps, on a fiber */

/* A bus that ends takes a program with it, unless it says that it can do without. */
static gboolean
reach_bus (GError **error)
{
  g_autoptr (GError)          own_error = NULL;
  g_autoptr (GDBusConnection) bus = NULL;

  bus = dex_await_object (dex_future_first (dex_bus_get (G_BUS_TYPE_SESSION), dex_timeout_new_msec (PATIENCE_MS), NULL),
                          &own_error);
  if (bus == NULL)
    {
      g_set_error_literal (error, MC_KEYRING_ERROR, MC_KEYRING_ERROR_MISSING, own_error->message);
      return FALSE;
    }

  g_dbus_connection_set_exit_on_close (bus, FALSE);
  return TRUE;
}

/* A service that answers does so at once: it is the person who may take their time. Where the key comes from the
 * portal, any call may ask the person. */
static DexFuture *
within_patience (DexFuture *future)
{
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return future;

  return dex_future_first (future, dex_timeout_new_msec (PATIENCE_MS), NULL);
}

/* Finds what the keyring holds for the address, without asking the person anything. */
static GPtrArray *
list_items (const Request *request,
            GError       **error)
{
  if (!reach_bus (error))
    return NULL;

  return dex_await_boxed (within_patience (future_search (request->any, SECRET_SEARCH_ALL)), error);
}

/* The same, unlocked: that asks the person, who may take their time. */
static GPtrArray *
list_unlocked_items (const Request *request,
                     GError       **error)
{
  return dex_await_boxed (future_search (request->any, SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK), error);
}

static gboolean
is_locked (SecretRetrievable *item)
{
  return SECRET_IS_ITEM (item) && secret_item_get_locked (SECRET_ITEM (item));
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
has_fiber (gpointer data)
{
  Request              *request = data;
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
lookup_fiber (gpointer data)
{
  Request              *request = data;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (McSecret)  secret = NULL;
  SecretRetrievable    *item;

  if (request->address == NULL)
    return reject_with (MC_KEYRING_ERROR_NOT_FOUND, "There is no password for what is no address");

  found = list_items (request, &error);
  if (found == NULL)
    return reject (error);
  if (found->len == 0)
    return reject_with (MC_KEYRING_ERROR_NOT_FOUND, "There is no password for this address");

  items = list_unlocked_items (request, &error);
  if (items == NULL)
    return reject (error);

  item = choose_item (items, request);
  if (item == NULL)
    return reject_with (MC_KEYRING_ERROR_LOCKED, "The password is still locked");

  secret = dex_await_boxed (future_retrieve (item), &error);
  if (secret == NULL)
    return reject (error);

  return dex_future_new_take_boxed (MC_TYPE_SECRET, g_steal_pointer (&secret));
}

static DexFuture *
store_fiber (gpointer data)
{
  Request              *request = data;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (request->address == NULL)
    return reject_with (MC_KEYRING_ERROR_FAILED, "A password is kept for an address only");

  /* Whether there is a keyring that answers. */
  items = list_items (request, &error);
  if (items == NULL || !dex_await (future_store (request), &error))
    return reject (error);

  return dex_future_new_true ();
}

static DexFuture *
forget_fiber (gpointer data)
{
  Request              *request = data;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) left = NULL;

  if (request->address == NULL)
    return dex_future_new_true ();

  found = list_items (request, &error);
  if (found == NULL)
    return reject (error);
  if (found->len == 0)
    return dex_future_new_true ();

  /* What is locked cannot be removed. */
  items = list_unlocked_items (request, &error);
  if (items == NULL || !dex_await (future_clear (request->any), &error))
    return reject (error);

  left = list_items (request, &error);
  if (left == NULL)
    return reject (error);
  if (left->len > 0)
    return reject_with (MC_KEYRING_ERROR_LOCKED, "The password is still locked");

  return dex_future_new_true ();
}

static DexFuture *
begin (DexFiberFunc  fiber,
       Request      *request,
       GCancellable *cancellable)
{
  DexFuture *work = dex_scheduler_spawn (NULL, 0, fiber, request, request_free);

  if (cancellable == NULL)
    return work;

  return dex_future_first (work, dex_cancellable_new_from_cancellable (cancellable), NULL);
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

  return begin (has_fiber, request_new_for_account (account), cancellable);
}

/**
 * mc_keyring_lookup:
 * @account: an account
 * @cancellable: (nullable): ends the wait, and dismisses the prompt
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

  return begin (lookup_fiber, request_new_for_account (account), cancellable);
}

/**
 * mc_keyring_store:
 * @account: an account
 * @secret: its password
 * @cancellable: (nullable): ends the wait, and dismisses the prompt
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

  return begin (store_fiber, request, cancellable);
}

/**
 * mc_keyring_forget:
 * @address: an address
 * @cancellable: (nullable): ends the wait, and dismisses the prompt
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

  return begin (forget_fiber, request_new (address), cancellable);
}
