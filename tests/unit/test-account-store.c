/* test-account-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mc-account-store.h"

typedef struct
{
  char  *folder;
  GFile *file; /* in a folder that does not exist yet */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char   *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("mail-checkup-accounts-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "mail-checkup", "accounts.ini", NULL);
  fixture->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *sub_folder = g_build_filename (fixture->folder, "mail-checkup", NULL);
  g_autofree char *broken = g_strconcat (g_file_peek_path (fixture->file), ".broken", NULL);

  g_remove (broken);
  g_remove (g_file_peek_path (fixture->file));
  g_remove (sub_folder);
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

static void
write_file (Fixture    *fixture,
            const char *text,
            gssize      length)
{
  g_autofree char *sub_folder = g_build_filename (fixture->folder, "mail-checkup", NULL);

  g_assert_cmpint (g_mkdir_with_parents (sub_folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), text, length, NULL));
}

static char *
addresses_of (McAccountStore *store)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (McAccount) account = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", mc_account_get_address_text (account));
    }

  return g_string_free_and_steal (text);
}

/* What the store holds, and what one that reads the file anew does. */
static void
assert_holds (Fixture        *fixture,
              McAccountStore *store,
              const char     *expected)
{
  g_autoptr (McAccountStore) anew = mc_account_store_new (fixture->file);
  g_autofree char           *addresses = addresses_of (store);
  g_autofree char           *kept = addresses_of (anew);

  g_assert_cmpstr (addresses, ==, expected);
  g_assert_cmpstr (kept, ==, expected);
}

static void
add (McAccountStore *store,
     const char     *address)
{
  g_autoptr (McAccount) account = mc_account_new (address);
  g_autoptr (GError)    error = NULL;

  g_assert_true (mc_account_store_add (store, account, &error));
  g_assert_no_error (error);
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (McAccountStore) store = mc_account_store_new (fixture->file);

  assert_holds (fixture, store, "");
  add (store, "one@example.org");
  add (store, "two@example.org");
  add (store, "three@example.org");
  assert_holds (fixture, store, "three@example.org two@example.org one@example.org");

  /* The same address, however it is typed, comes to the front. */
  add (store, " ONE@Example.ORG ");
  assert_holds (fixture, store, "ONE@Example.ORG three@example.org two@example.org");

  /* What is none is not kept. */
  add (store, "one");
  add (store, "");
  assert_holds (fixture, store, "ONE@Example.ORG three@example.org two@example.org");
}

static void
test_limit (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (McAccountStore) store = mc_account_store_new (fixture->file);
  g_autoptr (McAccountStore) anew = NULL;
  g_autoptr (McAccount)      last = NULL;

  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *address = g_strdup_printf ("n%u@example.org", i);

      add (store, address);
    }

  anew = mc_account_store_new (fixture->file);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 20);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (anew)), ==, 20);
  last = g_list_model_get_item (G_LIST_MODEL (anew), 19);
  g_assert_cmpstr (mc_account_get_address_text (last), ==, "n5@example.org");
}

static void
assert_server (McAccount  *account,
               McDirection direction,
               const char *expected)
{
  McServer        *server = mc_account_get_server (account, direction);
  g_autofree char *text = server != NULL ? mc_server_to_string (server) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* What the person set comes back; what was found for them does not, and no password is anywhere. */
static void
test_settings (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (McAccountStore) store = mc_account_store_new (fixture->file);
  g_autoptr (McAccountStore) anew = NULL;
  g_autoptr (McAccount)      account = mc_account_new ("joe@example.org");
  g_autoptr (McAccount)      kept = NULL;
  g_autoptr (McServer)       incoming = mc_server_new_from_string ("imap:[2001:db8::1]:1143/starttls", NULL);
  g_autoptr (McServer)       guessed = mc_server_new (MC_PROTOCOL_SMTP, "smtp.example.org", 465, MC_SECURITY_TLS,
                                                      MC_ORIGIN_GUESS);
  g_autofree char           *text = NULL;

  mc_account_set_user (account, "EXAMPLE\\joe = [x]\n;#");
  mc_account_set_outgoing_user (account, "sender");
  mc_account_set_server (account, MC_DIRECTION_INCOMING, incoming);
  mc_account_set_server (account, MC_DIRECTION_OUTGOING, guessed);
  g_assert_true (mc_account_store_add (store, account, NULL));

  /* A later change of the person's account is not the store's. */
  mc_account_set_user (account, "other");

  anew = mc_account_store_new (fixture->file);
  kept = g_list_model_get_item (G_LIST_MODEL (anew), 0);
  g_assert_cmpstr (mc_account_get_user (kept, MC_DIRECTION_INCOMING), ==, "EXAMPLE\\joe = [x]\n;#");
  g_assert_cmpstr (mc_account_get_user (kept, MC_DIRECTION_OUTGOING), ==, "sender");
  assert_server (kept, MC_DIRECTION_INCOMING, "imap:[2001:db8::1]:1143/starttls");
  assert_server (kept, MC_DIRECTION_OUTGOING, NULL);
}

static void
test_private (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (McAccountStore) store = mc_account_store_new (fixture->file);
  g_autofree char           *sub_folder = g_build_filename (fixture->folder, "mail-checkup", NULL);
  GStatBuf                   status;

  add (store, "joe@example.org");
  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (sub_folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);

  /* Also where it was not before. */
  g_assert_cmpint (g_chmod (g_file_peek_path (fixture->file), 0644), ==, 0);
  add (store, "ann@example.org");
  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     GString    *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (McAccountStore) store = mc_account_store_new (fixture->file);
  g_autoptr (McAccount)      account = NULL;
  g_autoptr (GString)        changes = g_string_new (NULL);
  guint                      position;

  add (store, "one@example.org");
  add (store, "two@example.org");
  add (store, "three@example.org");
  g_signal_connect (store, "items-changed", G_CALLBACK (on_items_changed_cb), changes);

  account = g_list_model_get_item (G_LIST_MODEL (store), 1);
  g_assert_true (mc_account_store_remove (store, account, &position, NULL));
  g_assert_cmpuint (position, ==, 1);
  assert_holds (fixture, store, "three@example.org one@example.org");
  g_assert_true (mc_account_store_insert (store, position, account, NULL));
  assert_holds (fixture, store, "three@example.org two@example.org one@example.org");
  g_assert_cmpstr (changes->str, ==, "1-1+0 1-0+1 ");

  /* A second time changes nothing. */
  g_assert_true (mc_account_store_insert (store, 0, account, NULL));
  g_assert_true (mc_account_store_remove (store, account, NULL, NULL));
  g_assert_true (mc_account_store_remove (store, account, &position, NULL));
  g_assert_cmpuint (position, ==, G_MAXUINT);
  g_assert_true (mc_account_store_insert (store, 99, account, NULL));
  assert_holds (fixture, store, "three@example.org one@example.org two@example.org");
}

static void
test_remove_all (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (McAccountStore) store = mc_account_store_new (fixture->file);
  g_autoptr (GString)        changes = g_string_new (NULL);

  add (store, "one@example.org");
  add (store, "two@example.org");
  g_signal_connect (store, "items-changed", G_CALLBACK (on_items_changed_cb), changes);

  g_assert_true (mc_account_store_remove_all (store, NULL));
  assert_holds (fixture, store, "");
  g_assert_true (mc_account_store_remove_all (store, NULL));
  g_assert_cmpstr (changes->str, ==, "0-2+0 ");
}

/* What can be read of a damaged or foreign file is, and the rest is put aside. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (McAccountStore) store = NULL;
  g_autofree char           *broken = g_strconcat (g_file_peek_path (fixture->file), ".broken", NULL);
  g_autofree char           *huge = g_strnfill (1024 * 1024, '#');
  g_autofree char           *text = NULL;

  write_file (fixture,
              "[Account 1]\nAddress=one@example.org\nIncoming=imap:x:99999\nOutgoing=imap:imap.example.org\nNew=1\n"
              "[Account 2]\nUser=nobody\n"
              "[Account 3]\nAddress=no address\n"
              "[Account 4]\nAddress=ONE@example.org\n"
              "[Account 5]\nAddress=two@example.org\nUser=\n",
              -1);
  store = mc_account_store_new (fixture->file);
  assert_holds (fixture, store, "one@example.org two@example.org");
  g_assert_false (g_file_test (broken, G_FILE_TEST_EXISTS));
  g_clear_object (&store);

  write_file (fixture, "Address=one@example.org\n\xff", -1);
  store = mc_account_store_new (fixture->file);
  add (store, "three@example.org");
  assert_holds (fixture, store, "three@example.org");
  g_assert_true (g_file_get_contents (broken, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Address=one@example.org\n\xff");
  g_clear_object (&store);

  write_file (fixture, huge, -1);
  store = mc_account_store_new (fixture->file);
  assert_holds (fixture, store, "");
}

/* A file where the folder should be: the same as a home that cannot be written to, and that for root too. */
static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (McAccountStore) store = NULL;
  g_autoptr (McAccount)      account = mc_account_new ("joe@example.org");
  g_autoptr (GError)         error = NULL;
  g_autofree char           *sub_folder = g_build_filename (fixture->folder, "mail-checkup", NULL);
  g_autofree char           *addresses = NULL;
  guint                      position;

  g_assert_true (g_file_set_contents (sub_folder, "", 0, NULL));
  store = mc_account_store_new (fixture->file);
  g_assert_false (mc_account_store_add (store, account, &error));
  g_assert_nonnull (strstr (error->message, "could not be saved"));

  /* It is there for this run. */
  addresses = addresses_of (store);
  g_assert_cmpstr (addresses, ==, "joe@example.org");
  g_assert_false (mc_account_store_remove (store, account, &position, NULL));
  g_assert_cmpuint (position, ==, 0);
  g_assert_false (mc_account_store_insert (store, position, account, NULL));
}

/* A folder where the file should be. */
static void
test_folder (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (McAccountStore) store = NULL;
  g_autoptr (McAccount)      account = mc_account_new ("joe@example.org");
  g_autoptr (GError)         error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_file_peek_path (fixture->file), 0700), ==, 0);
  store = mc_account_store_new (fixture->file);
  g_assert_false (mc_account_store_add (store, account, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_huge (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (McAccountStore) store = mc_account_store_new (fixture->file);
  g_autoptr (McAccount)      account = mc_account_new ("joe@example.org");
  g_autofree char           *huge = g_strnfill (1024 * 1024, 'a');

  mc_account_set_user (account, huge);
  g_assert_true (mc_account_store_add (store, account, NULL));
  assert_holds (fixture, store, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/account-store/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/account-store/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/account-store/settings", Fixture, NULL, set_up, test_settings, tear_down);
  g_test_add ("/account-store/private", Fixture, NULL, set_up, test_private, tear_down);
  g_test_add ("/account-store/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/account-store/remove-all", Fixture, NULL, set_up, test_remove_all, tear_down);
  g_test_add ("/account-store/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/account-store/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/account-store/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/account-store/huge", Fixture, NULL, set_up, test_huge, tear_down);

  return g_test_run ();
}
