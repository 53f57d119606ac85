/* test-keyring.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <libsecret/secret.h>
#include <string.h>

#include "mc-keyring.h"
#include "mc-test-keyring.h"
#include "mc-test-prompter.h"

#define PATIENCE_S 20

/* One bus for all tests: the process has one session bus. */
static McTestKeyring *keyring;

static McAccount *
new_account (const char *address,
             const char *incoming)
{
  McAccount *account = mc_account_new (address);

  if (incoming != NULL)
    {
      g_autoptr (McServer) server = mc_server_new_from_string (incoming, NULL);

      g_assert_nonnull (server);
      mc_account_set_server (account, MC_DIRECTION_INCOMING, server);
    }

  return account;
}

static void
settle (DexFuture *future)
{
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_settles (DexFuture *future)
{
  g_autoptr (DexFuture) settled = future;
  g_autoptr (GError)    error = NULL;

  settle (settled);
  dex_future_get_value (settled, &error);
  g_assert_no_error (error);
}

static void
assert_rejects (DexFuture *future,
                GQuark     domain,
                int        code)
{
  g_autoptr (DexFuture) settled = future;
  g_autoptr (GError)    error = NULL;

  settle (settled);
  g_assert_null (dex_future_get_value (settled, &error));
  g_assert_error (error, domain, code);
}

static void
assert_fails (DexFuture     *future,
              McKeyringError code)
{
  assert_rejects (future, MC_KEYRING_ERROR, (int) code);
}

static void
keep (const char *address,
      const char *incoming,
      const char *password)
{
  g_autoptr (McAccount) account = new_account (address, incoming);
  g_autoptr (McSecret)  secret = mc_secret_new (MC_SECRET_PASSWORD, password, strlen (password));

  assert_settles (mc_keyring_store (account, secret, NULL));
}

static void
assert_kept (const char *address,
             const char *incoming,
             const char *password)
{
  g_autoptr (McAccount) account = new_account (address, incoming);
  g_autoptr (DexFuture) future = mc_keyring_lookup (account, NULL);
  g_autoptr (GError)    error = NULL;
  const GValue         *value;

  settle (future);
  value = dex_future_get_value (future, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mc_secret_peek (g_value_get_boxed (value)), ==, password);
}

static void
assert_not_kept (const char    *address,
                 const char    *incoming,
                 McKeyringError code)
{
  g_autoptr (McAccount) account = new_account (address, incoming);

  assert_fails (mc_keyring_lookup (account, NULL), code);
}

static gboolean
has (const char *address)
{
  g_autoptr (McAccount) account = new_account (address, NULL);
  g_autoptr (DexFuture) future = mc_keyring_has (account, NULL);
  g_autoptr (GError)    error = NULL;
  const GValue         *value;

  settle (future);
  value = dex_future_get_value (future, &error);
  g_assert_no_error (error);
  return g_value_get_boolean (value);
}

/* Nothing on the bus keeps passwords. */
static void
test_missing (void)
{
  g_autoptr (McAccount) account = new_account ("joe@example.org", "imap:imap.example.org");
  g_autoptr (McSecret)  secret = mc_secret_new (MC_SECRET_PASSWORD, "x", 1);

  assert_fails (mc_keyring_has (account, NULL), MC_KEYRING_ERROR_MISSING);
  assert_fails (mc_keyring_lookup (account, NULL), MC_KEYRING_ERROR_MISSING);
  assert_fails (mc_keyring_store (account, secret, NULL), MC_KEYRING_ERROR_MISSING);
  assert_fails (mc_keyring_forget ("joe@example.org", NULL), MC_KEYRING_ERROR_MISSING);

  /* It can come later. */
  mc_test_keyring_start (keyring);
  assert_fails (mc_keyring_lookup (account, NULL), MC_KEYRING_ERROR_NOT_FOUND);
}

static void
test_store (void)
{
  g_assert_false (has ("joe@example.org"));
  assert_not_kept ("joe@example.org", NULL, MC_KEYRING_ERROR_NOT_FOUND);

  keep ("joe@example.org", "imap:imap.example.org", "first Pässword\t\xff");
  g_assert_true (has ("joe@example.org"));
  assert_kept ("joe@example.org", "imap:imap.example.org", "first Pässword\t\xff");

  /* In the place of the first. */
  keep ("joe@example.org", "imap:imap.example.org", "second password");
  assert_kept ("joe@example.org", "imap:imap.example.org", "second password");

  /* However the address is typed, and where the server is not known yet or another one. */
  assert_kept (" Joe@EXAMPLE.org", NULL, "second password");
  assert_kept ("joe@example.org", "pop3:pop.example.org", "second password");

  assert_not_kept ("joe@example.net", "imap:imap.example.org", MC_KEYRING_ERROR_NOT_FOUND);
  assert_not_kept ("joe", "imap:imap.example.org", MC_KEYRING_ERROR_NOT_FOUND);
}

/* The password of the server itself is better than a later one of another server. */
static void
test_servers (void)
{
  keep ("ann@example.org", "imap:one.example.org", "one");
  keep ("ann@example.org", "imap:two.example.org", "two");
  keep ("ann@example.org", "pop3:two.example.org:995/tls", "three");

  assert_kept ("ann@example.org", "imap:one.example.org", "one");
  assert_kept ("ann@example.org", "imap:two.example.org", "two");
  assert_kept ("ann@example.org", "pop3:two.example.org", "three");
}

static void
test_forget (void)
{
  keep ("bob@example.org", NULL, "one");
  keep ("bob@example.org", "imap:two.example.org", "two");
  keep ("bob@example.net", NULL, "of another");

  assert_settles (mc_keyring_forget ("Bob@example.org", NULL));
  assert_not_kept ("bob@example.org", NULL, MC_KEYRING_ERROR_NOT_FOUND);
  assert_not_kept ("bob@example.org", "imap:two.example.org", MC_KEYRING_ERROR_NOT_FOUND);
  assert_kept ("bob@example.net", NULL, "of another");

  /* Nothing to forget is no error. */
  assert_settles (mc_keyring_forget ("bob@example.org", NULL));
  assert_settles (mc_keyring_forget ("bob", NULL));
}

static void
test_forget_all (void)
{
  keep ("bob@example.org", NULL, "one");
  keep ("carol@example.org", "imap:two.example.org", "two");

  assert_settles (mc_keyring_forget_all (NULL));
  assert_not_kept ("bob@example.org", NULL, MC_KEYRING_ERROR_NOT_FOUND);
  assert_not_kept ("carol@example.org", "imap:two.example.org", MC_KEYRING_ERROR_NOT_FOUND);
  assert_settles (mc_keyring_forget_all (NULL));
}

/* What other programs keep for the same address is not ours. */
static void
test_others (void)
{
  static const SecretSchema other = {
    .name = "org.example.Other",
    .attributes = { { "address", SECRET_SCHEMA_ATTRIBUTE_STRING } },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char   *password = NULL;

  secret_password_store_sync (&other, NULL, "Other", "of the other", NULL, &error, "address", "eve@example.org", NULL);
  g_assert_no_error (error);

  assert_not_kept ("eve@example.org", NULL, MC_KEYRING_ERROR_NOT_FOUND);
  assert_settles (mc_keyring_forget ("eve@example.org", NULL));
  keep ("eve@example.org", NULL, "ours");
  assert_settles (mc_keyring_forget_all (NULL));
  password = secret_password_lookup_sync (&other, NULL, &error, "address", "eve@example.org", NULL);
  g_assert_no_error (error);
  g_assert_cmpstr (password, ==, "of the other");
}

/* Nobody can unlock it: nothing shows prompts on this bus. */
static void
test_locked (void)
{
  g_autoptr (McAccount) account = new_account ("locked@example.org", NULL);
  g_autoptr (McSecret)  secret = mc_secret_new (MC_SECRET_PASSWORD, "x", 1);

  keep ("locked@example.org", NULL, "password");
  mc_test_keyring_lock (keyring);

  g_assert_true (has ("locked@example.org"));
  assert_not_kept ("locked@example.org", NULL, MC_KEYRING_ERROR_LOCKED);
  assert_fails (mc_keyring_store (account, secret, NULL), MC_KEYRING_ERROR_LOCKED);
  assert_fails (mc_keyring_forget ("locked@example.org", NULL), MC_KEYRING_ERROR_LOCKED);
  assert_not_kept ("unknown@example.org", NULL, MC_KEYRING_ERROR_NOT_FOUND);

  mc_test_keyring_stop (keyring);
  mc_test_keyring_start (keyring);
  assert_kept ("locked@example.org", NULL, "password");
}

static void
test_dismissed (void)
{
  g_autoptr (GDBusConnection) connection = mc_test_keyring_connect (keyring);
  g_autoptr (McAccount)       account = new_account ("locked@example.org", NULL);
  g_autoptr (McSecret)        secret = mc_secret_new (MC_SECRET_PASSWORD, "x", 1);
  McTestPrompter              prompter = { .dismisses = TRUE };

  keep ("locked@example.org", NULL, "password");
  mc_test_keyring_lock (keyring);
  mc_test_prompter_start (&prompter, connection);

  assert_fails (mc_keyring_lookup (account, NULL), MC_KEYRING_ERROR_LOCKED);
  g_assert_cmpuint (prompter.n_shown, ==, 1);
  assert_fails (mc_keyring_store (account, secret, NULL), MC_KEYRING_ERROR_LOCKED);
  assert_fails (mc_keyring_forget ("locked@example.org", NULL), MC_KEYRING_ERROR_LOCKED);

  mc_test_prompter_stop (&prompter);
  mc_test_keyring_stop (keyring);
  mc_test_keyring_start (keyring);
  assert_kept ("locked@example.org", NULL, "password");
}

static void
run_until (McTestPrompter *prompter,
           gboolean        is_open)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_S * G_TIME_SPAN_SECOND;

  while (prompter->is_open != is_open)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (G_TIME_SPAN_MILLISECOND);
    }
}

/* A prompt stays open as long as the person wants, also when nobody waits for it any more: what the person does with it
 * then harms nobody. */
static void
test_cancelled (void)
{
  g_autoptr (GDBusConnection) connection = mc_test_keyring_connect (keyring);
  g_autoptr (GCancellable)    cancellable = g_cancellable_new ();
  g_autoptr (McAccount)       account = new_account ("locked@example.org", NULL);
  g_autoptr (McSecret)        secret = mc_secret_new (MC_SECRET_PASSWORD, "x", 1);
  McTestPrompter              prompter = { 0 };
  DexFuture                  *future;

  keep ("locked@example.org", NULL, "password");
  mc_test_keyring_lock (keyring);
  mc_test_prompter_start (&prompter, connection);

  future = mc_keyring_lookup (account, cancellable);
  run_until (&prompter, TRUE);
  g_assert_true (dex_future_is_pending (future));
  g_cancellable_cancel (cancellable);
  assert_rejects (future, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  mc_test_prompter_dismiss (&prompter);
  run_until (&prompter, FALSE);
  assert_rejects (mc_keyring_lookup (account, cancellable), G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* A future that nobody holds any more. */
  future = mc_keyring_store (account, secret, NULL);
  run_until (&prompter, TRUE);
  dex_unref (future);
  mc_test_prompter_dismiss (&prompter);
  run_until (&prompter, FALSE);

  mc_test_prompter_stop (&prompter);
  mc_test_keyring_stop (keyring);
  mc_test_keyring_start (keyring);
  assert_kept ("locked@example.org", NULL, "password");
}

/* The keyring ends while its prompt is open. */
static void
test_crashed (void)
{
  g_autoptr (GDBusConnection) connection = mc_test_keyring_connect (keyring);
  g_autoptr (McAccount)       account = new_account ("locked@example.org", NULL);
  McTestPrompter              prompter = { 0 };
  DexFuture                  *future;

  keep ("locked@example.org", NULL, "password");
  mc_test_keyring_lock (keyring);
  mc_test_prompter_start (&prompter, connection);

  future = mc_keyring_lookup (account, NULL);
  run_until (&prompter, TRUE);
  mc_test_keyring_stop (keyring);
  assert_fails (future, MC_KEYRING_ERROR_MISSING);

  mc_test_prompter_stop (&prompter);
  mc_test_keyring_start (keyring);
}

static GDBusMessage *
swallow (GDBusConnection *connection,
         GDBusMessage    *message,
         gboolean         is_incoming,
         gpointer         user_data)
{
  if (is_incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    g_clear_object (&message);

  return message;
}

/* A service that takes every call and answers none. */
static void
test_no_answer (void)
{
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (McAccount)       account = new_account ("joe@example.org", NULL);
  gint64                      begin = g_get_monotonic_time ();

  mc_test_keyring_stop (keyring);
  connection = mc_test_keyring_connect (keyring);
  g_dbus_connection_add_filter (connection, swallow, NULL, NULL);
  mc_test_own_name (connection, "org.freedesktop.secrets");

  assert_fails (mc_keyring_lookup (account, NULL), MC_KEYRING_ERROR_TIMED_OUT);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 15 * G_TIME_SPAN_SECOND);

  g_dbus_connection_close_sync (connection, NULL, NULL);
  mc_test_keyring_start (keyring);
  assert_not_kept ("nobody@example.org", NULL, MC_KEYRING_ERROR_NOT_FOUND);
}

/* The last one, as it takes the bus away. */
static void
test_no_bus (void)
{
  g_autoptr (McAccount) account = new_account ("joe@example.org", NULL);
  g_autoptr (McSecret)  secret = mc_secret_new (MC_SECRET_PASSWORD, "x", 1);

  mc_test_keyring_stop_bus (keyring);
  assert_fails (mc_keyring_lookup (account, NULL), MC_KEYRING_ERROR_MISSING);
  assert_fails (mc_keyring_store (account, secret, NULL), MC_KEYRING_ERROR_MISSING);
}

static void
test_explain (void)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
  g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");
  g_autoptr (GError) locked = mc_keyring_error_new_from (cancelled);

  g_assert_null (mc_keyring_explain (cancelled));
  g_assert_nonnull (strstr (mc_keyring_explain (locked), "still locked"));
  g_assert_nonnull (strstr (mc_keyring_explain (other), "could not be used"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  keyring = mc_test_keyring_new ();
  dex_init ();

  g_test_add_func ("/keyring/missing", test_missing);
  g_test_add_func ("/keyring/store", test_store);
  g_test_add_func ("/keyring/servers", test_servers);
  g_test_add_func ("/keyring/forget", test_forget);
  g_test_add_func ("/keyring/forget-all", test_forget_all);
  g_test_add_func ("/keyring/others", test_others);
  g_test_add_func ("/keyring/locked", test_locked);
  g_test_add_func ("/keyring/dismissed", test_dismissed);
  g_test_add_func ("/keyring/cancelled", test_cancelled);
  g_test_add_func ("/keyring/crashed", test_crashed);
  g_test_add_func ("/keyring/no-answer", test_no_answer);
  g_test_add_func ("/keyring/no-bus", test_no_bus);
  g_test_add_func ("/keyring/explain", test_explain);

  status = g_test_run ();
  mc_test_keyring_free (keyring);
  return status;
}
