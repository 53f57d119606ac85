/* mc-keyring-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-keyring-call.h"
#include "mc-keyring-error.h"

/* The calls of libsecret as futures. Giving one up that writes does not cancel it: it may show a prompt, which must not
 * be dismissed (see mc-keyring-unlock.c). */

#define MAX_PASSWORD 16384

static const SecretSchema schema = {
  .name = MC_KEYRING_SCHEMA,
  .flags = SECRET_SCHEMA_NONE,
  .attributes = {
    { "address", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "protocol", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "host", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "port", SECRET_SCHEMA_ATTRIBUTE_INTEGER },
  },
};

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

/**
 * mc_keyring_call_search:
 * @attributes: (element-type utf8 utf8): what the passwords are kept for
 *
 * Returns: (transfer full): a future that resolves to a boxed #GPtrArray of
 *   #SecretRetrievable, locked ones too
 */
DexFuture *
mc_keyring_call_search (GHashTable *attributes)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  secret_password_searchv (&schema, attributes, SECRET_SEARCH_ALL, dex_promise_get_cancellable (promise), on_search_cb,
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

/**
 * mc_keyring_call_retrieve:
 * @item: an unlocked item
 *
 * Returns: (transfer full): a future that resolves to its boxed #McSecret
 */
DexFuture *
mc_keyring_call_retrieve (SecretRetrievable *item)
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

/**
 * mc_keyring_call_store:
 * @address: whose password it is
 * @attributes: (element-type utf8 utf8): what it is kept for
 * @secret: the password
 *
 * Returns: (transfer full): a future that resolves to %TRUE
 */
DexFuture *
mc_keyring_call_store (const char *address,
                       GHashTable *attributes,
                       McSecret   *secret)
{
  DexPromise             *promise = dex_promise_new ();
  g_autoptr (SecretValue) value = secret_value_new (mc_secret_peek (secret), -1, "text/plain");
  /* Translators: what a password is called in the keyring; %s is an address */
  g_autofree char *label = g_strdup_printf (_ ("Mail password of %s"), address);

  secret_password_storev_binary (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, value, NULL,
                                 on_stored_cb, dex_ref (promise));

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

/**
 * mc_keyring_call_clear:
 * @attributes: (element-type utf8 utf8): what the passwords are kept for
 *
 * Removes those that are not locked.
 *
 * Returns: (transfer full): a future that resolves to whether there were any
 */
DexFuture *
mc_keyring_call_clear (GHashTable *attributes)
{
  DexPromise *promise = dex_promise_new ();

  secret_password_clearv (&schema, attributes, NULL, on_cleared_cb, dex_ref (promise));

  return DEX_FUTURE (promise);
}
