/* mc-account-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mc-account-store.h"

#define MAX_ACCOUNTS 20
#define MAX_TEXT     1024
#define MAX_FILE     (256 * 1024)

/**
 * McAccountStore:
 *
 * The accounts used before, the last one first, as a #GListModel of McAccount.
 * They are kept in a key file that is written whole with each change; what
 * cannot be written is still there until the program ends. Passwords are not
 * in it: see mc-keyring.c.
 */
struct _McAccountStore
{
  GObject    parent_instance;
  GFile     *file;
  GPtrArray *accounts;
};

/* What is kept of each direction. */
typedef struct
{
  McDirection direction;
  const char *server_key;
  const char *user_key;
  void (*set_user) (McAccount  *account,
                    const char *user);
} SideRow;

static const SideRow sides[] = {
  { MC_DIRECTION_INCOMING, "Incoming", "User", mc_account_set_user },
  { MC_DIRECTION_OUTGOING, "Outgoing", "OutgoingUser", mc_account_set_outgoing_user },
};

static void mc_account_store_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McAccountStore, mc_account_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, mc_account_store_list_model_init))

/* What the person set is kept; what was found is found again. */
static McAccount *
copy_account (McAccount *account)
{
  McAccount *copy = mc_account_new (mc_address_get_text (mc_account_get_address (account)));

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      McServer *server = mc_account_get_server (account, sides[i].direction);

      sides[i].set_user (copy, mc_account_get_own_user (account, sides[i].direction));
      if (server != NULL && mc_server_get_origin (server) == MC_ORIGIN_USER)
        mc_account_set_server (copy, sides[i].direction, server);
    }

  return copy;
}

/* Whether it is one worth coming back to. */
static gboolean
is_usable (McAccount *account)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const char *user = mc_account_get_own_user (account, sides[i].direction);

      if (user != NULL && (strlen (user) > MAX_TEXT || !g_utf8_validate (user, -1, NULL)))
        return FALSE;
    }

  return mc_account_get_address (account) != NULL;
}

static gboolean
is_same (McAccount *account,
         McAccount *other)
{
  g_autofree char *address = mc_address_fold (mc_account_get_address_text (account));
  g_autofree char *other_address = mc_address_fold (mc_account_get_address_text (other));

  return address != NULL && g_strcmp0 (address, other_address) == 0;
}

static gboolean
find (McAccountStore *self,
      McAccount      *account,
      guint          *position)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      if (is_same (g_ptr_array_index (self->accounts, i), account))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* The file */

static void
read_side (McAccount     *account,
           GKeyFile      *file,
           const char    *group,
           const SideRow *side)
{
  g_autofree char     *text = g_key_file_get_string (file, group, side->server_key, NULL);
  g_autofree char     *user = g_key_file_get_string (file, group, side->user_key, NULL);
  g_autoptr (McServer) server = text != NULL ? mc_server_new_from_string (text, NULL) : NULL;

  if (server != NULL &&
      (mc_server_get_protocol (server) == MC_PROTOCOL_SMTP) == (side->direction == MC_DIRECTION_OUTGOING))
    mc_account_set_server (account, side->direction, server);
  if (user != NULL && *user != '\0')
    side->set_user (account, user);
}

static void
read_account (McAccountStore *self,
              GKeyFile       *file,
              const char     *group)
{
  g_autofree char      *address = g_key_file_get_string (file, group, "Address", NULL);
  g_autoptr (McAccount) account = NULL;
  guint                 position;

  if (address == NULL || self->accounts->len == MAX_ACCOUNTS)
    return;

  account = mc_account_new (address);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    read_side (account, file, group, &sides[i]);

  if (is_usable (account) && !find (self, account, &position))
    g_ptr_array_add (self->accounts, g_steal_pointer (&account));
}

/* Reads no more than such a file can hold, whatever was put in its place. */
static char *
read_file (GFile *file,
           gsize *length)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char             *text = g_malloc (MAX_FILE + 1);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return NULL;

  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MAX_FILE + 1, length, NULL, NULL))
    return NULL;

  return g_steal_pointer (&text);
}

/* What cannot be read is left for whoever knows what to do with it. */
static void
put_aside (McAccountStore *self)
{
  g_autofree char  *name = g_strconcat (g_file_peek_path (self->file), ".broken", NULL);
  g_autoptr (GFile) aside = g_file_new_for_path (name);

  g_file_move (self->file, aside, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
}

static void
load (McAccountStore *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv)       groups = NULL;
  gsize                length = 0;
  g_autofree char     *text = read_file (self->file, &length);

  if (text == NULL)
    return;

  if (length > MAX_FILE || !g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    {
      put_aside (self);
      return;
    }

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    read_account (self, file, groups[i]);
}

static void
write_side (McAccount     *account,
            GKeyFile      *file,
            const char    *group,
            const SideRow *side)
{
  McServer        *server = mc_account_get_server (account, side->direction);
  const char      *user = mc_account_get_own_user (account, side->direction);
  g_autofree char *text = server != NULL ? mc_server_to_string (server) : NULL;

  if (text != NULL)
    g_key_file_set_string (file, group, side->server_key, text);
  if (user != NULL)
    g_key_file_set_string (file, group, side->user_key, user);
}

static void
write_account (McAccount *account,
               GKeyFile  *file,
               guint      number)
{
  g_autofree char *group = g_strdup_printf ("Account %u", number);

  g_key_file_set_string (file, group, "Address", mc_account_get_address_text (account));
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    write_side (account, file, group, &sides[i]);
}

static gboolean
save (McAccountStore *self,
      GError        **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char     *folder = g_path_get_dirname (g_file_peek_path (self->file));
  g_autofree char     *text = NULL;
  gsize                length;

  for (guint i = 0; i < self->accounts->len; i++)
    write_account (g_ptr_array_index (self->accounts, i), file, i + 1);
  text = g_key_file_to_data (file, &length, NULL);

  /* A file that is there already keeps its mode. */
  g_chmod (g_file_peek_path (self->file), 0600);
  if (g_mkdir_with_parents (folder, 0700) == 0 &&
      g_file_set_contents_full (g_file_peek_path (self->file), text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                0600, NULL))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("The list of accounts could not be saved. Check that the disk has free space and that your home folder can be written to."));
  return FALSE;
}

static void
mc_account_store_dispose (GObject *object)
{
  McAccountStore *self = MC_ACCOUNT_STORE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);

  G_OBJECT_CLASS (mc_account_store_parent_class)->dispose (object);
}

static GType
mc_account_store_get_item_type (GListModel *model)
{
  return MC_TYPE_ACCOUNT;
}

static guint
mc_account_store_get_n_items (GListModel *model)
{
  return MC_ACCOUNT_STORE (model)->accounts->len;
}

static gpointer
mc_account_store_get_item (GListModel *model,
                           guint       position)
{
  McAccountStore *self = MC_ACCOUNT_STORE (model);

  return position < self->accounts->len ? g_object_ref (g_ptr_array_index (self->accounts, position)) : NULL;
}

static void
mc_account_store_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = mc_account_store_get_item_type;
  iface->get_n_items = mc_account_store_get_n_items;
  iface->get_item = mc_account_store_get_item;
}

static void
mc_account_store_class_init (McAccountStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_account_store_dispose;
}

static void
mc_account_store_init (McAccountStore *self)
{
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mc_account_store_new:
 * @file: a file of this computer, which need not exist
 *
 * Reads the accounts used before. A file that is none of ours is put aside.
 *
 * Returns: (transfer full): a new store
 */
McAccountStore *
mc_account_store_new (GFile *file)
{
  McAccountStore *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (g_file_peek_path (file) != NULL, NULL);

  self = g_object_new (MC_TYPE_ACCOUNT_STORE, NULL);
  self->file = g_object_ref (file);
  load (self);

  return self;
}

/**
 * mc_account_store_new_default:
 *
 * Returns: (transfer full): the store of the person who runs the program
 */
McAccountStore *
mc_account_store_new_default (void)
{
  g_autofree char  *path = g_build_filename (g_get_user_data_dir (), "mail-checkup", "accounts.ini", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return mc_account_store_new (file);
}

static void
take_at (McAccountStore *self,
         guint           position,
         McAccount      *account)
{
  g_ptr_array_insert (self->accounts, (int) position, account);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);

  if (self->accounts->len > MAX_ACCOUNTS)
    {
      g_ptr_array_set_size (self->accounts, MAX_ACCOUNTS);
      g_list_model_items_changed (G_LIST_MODEL (self), MAX_ACCOUNTS, 1, 0);
    }
}

static void
remove_at (McAccountStore *self,
           guint           position)
{
  g_ptr_array_remove_index (self->accounts, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * mc_account_store_add:
 * @self: a store
 * @account: an account that is used now
 * @error: %G_IO_ERROR, with a message ready to be shown
 *
 * Puts a copy of the account first, in the place of one with the same address;
 * the one not used for longest may drop out. What is no address is passed over.
 *
 * Returns: whether it is also on the disk
 */
gboolean
mc_account_store_add (McAccountStore *self,
                      McAccount      *account,
                      GError        **error)
{
  g_autoptr (McAccount) copy = NULL;
  guint                 position;

  g_return_val_if_fail (MC_IS_ACCOUNT_STORE (self), FALSE);
  g_return_val_if_fail (MC_IS_ACCOUNT (account), FALSE);

  if (!is_usable (account))
    return TRUE;

  copy = copy_account (account);
  if (find (self, account, &position))
    remove_at (self, position);
  take_at (self, 0, g_steal_pointer (&copy));

  return save (self, error);
}

/**
 * mc_account_store_insert:
 * @self: a store
 * @position: where
 * @account: an account that was removed
 * @error: as mc_account_store_add()
 *
 * Puts an account back in its place.
 *
 * Returns: whether it is also on the disk
 */
gboolean
mc_account_store_insert (McAccountStore *self,
                         guint           position,
                         McAccount      *account,
                         GError        **error)
{
  guint present;

  g_return_val_if_fail (MC_IS_ACCOUNT_STORE (self), FALSE);
  g_return_val_if_fail (MC_IS_ACCOUNT (account), FALSE);

  if (!is_usable (account) || find (self, account, &present))
    return TRUE;

  take_at (self, MIN (position, self->accounts->len), copy_account (account));

  return save (self, error);
}

/**
 * mc_account_store_remove:
 * @self: a store
 * @account: an account with the address to remove
 * @position: (out) (optional): where it was, for mc_account_store_insert();
 *   %G_MAXUINT when it was not there
 * @error: as mc_account_store_add()
 *
 * Removes an account. A password in the keyring stays there.
 *
 * Returns: whether it is also removed from the disk
 */
gboolean
mc_account_store_remove (McAccountStore *self,
                         McAccount      *account,
                         guint          *position,
                         GError        **error)
{
  guint found = G_MAXUINT;

  g_return_val_if_fail (MC_IS_ACCOUNT_STORE (self), FALSE);
  g_return_val_if_fail (MC_IS_ACCOUNT (account), FALSE);

  find (self, account, &found);
  if (position != NULL)
    *position = found;
  if (found == G_MAXUINT)
    return TRUE;

  remove_at (self, found);

  return save (self, error);
}

/**
 * mc_account_store_remove_all:
 * @self: a store
 * @error: as mc_account_store_add()
 *
 * Removes all accounts. Passwords in the keyring stay there.
 *
 * Returns: whether they are also removed from the disk
 */
gboolean
mc_account_store_remove_all (McAccountStore *self,
                             GError        **error)
{
  guint n_accounts;

  g_return_val_if_fail (MC_IS_ACCOUNT_STORE (self), FALSE);

  n_accounts = self->accounts->len;
  if (n_accounts == 0)
    return TRUE;

  g_ptr_array_set_size (self->accounts, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_accounts, 0);

  return save (self, error);
}
