/* mc-test-keyring.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

#include "mc-test-keyring.h"

#define SERVICE           "org.freedesktop.secrets"
#define MASTER_PASSWORD   "master password of the test"
#define PATIENCE_S        20
#define COLLECTION_PREFIX "/org/freedesktop/secrets/aliases/"

/* A bus that starts nothing by itself, as what is installed here should not matter. */
#define BUS_CONFIG                                                                               \
  "<busconfig><type>session</type><listen>unix:path=%s/bus</listen><policy context=\"default\">" \
  "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>"

/**
 * McTestKeyring:
 *
 * A session bus of its own, and on it the real gnome-keyring, which keeps its
 * files in a folder of its own. Nothing else is on that bus, so nobody shows a
 * prompt.
 */
struct _McTestKeyring
{
  char        *folder;
  char        *address;
  GSubprocess *bus;
  GSubprocess *daemon;
};

static void
die_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GSubprocessLauncher *
new_launcher (GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  return launcher;
}

static void
end_process (GSubprocess **process)
{
  if (*process == NULL)
    return;

  g_subprocess_force_exit (*process);
  g_assert_true (g_subprocess_wait (*process, NULL, NULL));
  g_clear_object (process);
}

static void
start_bus (McTestKeyring *self)
{
  g_autoptr (GSubprocessLauncher) launcher = new_launcher (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                           G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GDataInputStream)    output = NULL;
  g_autoptr (GError)              error = NULL;
  g_autofree char                *path = g_build_filename (self->folder, "bus.conf", NULL);
  g_autofree char                *config = g_strdup_printf (BUS_CONFIG, self->folder);

  g_assert_true (g_file_set_contents (path, config, -1, NULL));
  self->bus = g_subprocess_launcher_spawn (launcher, &error, "dbus-daemon", "--nofork", "--print-address",
                                           "--config-file", path, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->bus));
  self->address = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  g_assert_nonnull (self->address);
}

/**
 * mc_test_keyring_new:
 *
 * Returns: (transfer full): the bus, as the session bus of this process and
 *   its children, with no keyring yet
 */
McTestKeyring *
mc_test_keyring_new (void)
{
  McTestKeyring     *self = g_new0 (McTestKeyring, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mail-checkup-keyring-XXXXXX", &error);
  g_assert_no_error (error);
  start_bus (self);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", self->address, TRUE);

  return self;
}

/**
 * mc_test_keyring_stop_bus:
 * @self: a keyring
 *
 * Takes the whole session bus away.
 */
void
mc_test_keyring_stop_bus (McTestKeyring *self)
{
  end_process (&self->bus);
  end_process (&self->daemon);
}

void
mc_test_keyring_free (McTestKeyring *self)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (GSubprocess) removal = NULL;

  mc_test_keyring_stop_bus (self);
  removal = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "rm", "-rf", "--", self->folder, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (removal, NULL, NULL));

  g_free (self->folder);
  g_free (self->address);
  g_free (self);
}

/**
 * mc_test_keyring_connect:
 * @self: the keyring
 *
 * Returns: (transfer full): a connection to its bus that is not the one the product uses
 */
GDBusConnection *
mc_test_keyring_connect (McTestKeyring *self)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection   *connection =
    g_dbus_connection_new_for_address_sync (self->address,
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

static gboolean
is_on_the_bus (GDBusConnection *connection)
{
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 "NameHasOwner", g_variant_new ("(s)", SERVICE), G_VARIANT_TYPE ("(b)"),
                                 G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean has_owner = FALSE;

  g_assert_nonnull (reply);
  g_variant_get (reply, "(b)", &has_owner);
  return has_owner;
}

static void
wait_until (McTestKeyring *self,
            gboolean       is_there)
{
  g_autoptr (GDBusConnection) connection = mc_test_keyring_connect (self);
  gint64                      until = g_get_monotonic_time () + PATIENCE_S * G_TIME_SPAN_SECOND;

  while (is_on_the_bus (connection) != is_there)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }
}

/**
 * mc_test_keyring_start:
 * @self: the keyring
 *
 * Starts gnome-keyring with what it kept before, unlocked.
 */
void
mc_test_keyring_start (McTestKeyring *self)
{
  g_autoptr (GSubprocessLauncher) launcher = new_launcher (G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                                           G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                                           G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError)              error = NULL;
  GOutputStream                  *input;

  g_assert_null (self->daemon);
  for (const char *const *name = (const char *const[]) { "HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", NULL }; *name != NULL;
       name++)
    g_subprocess_launcher_setenv (launcher, *name, self->folder, TRUE);

  self->daemon = g_subprocess_launcher_spawn (launcher, &error, "gnome-keyring-daemon", "--foreground", "--unlock",
                                              "--components=secrets", NULL);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (self->daemon);
  g_assert_true (g_output_stream_write_all (input, MASTER_PASSWORD, strlen (MASTER_PASSWORD), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (input, NULL, NULL));
  wait_until (self, TRUE);
}

void
mc_test_keyring_stop (McTestKeyring *self)
{
  if (self->daemon == NULL)
    return;

  end_process (&self->daemon);
  wait_until (self, FALSE);
}

/**
 * mc_test_keyring_lock:
 * @self: a keyring that runs
 *
 * Locks what it keeps.
 */
void
mc_test_keyring_lock (McTestKeyring *self)
{
  g_autoptr (GDBusConnection) connection = mc_test_keyring_connect (self);
  g_autoptr (GError)          error = NULL;
  const char *const           paths[] = { COLLECTION_PREFIX "default", NULL };
  g_autoptr (GVariant)        reply =
    g_dbus_connection_call_sync (connection, SERVICE, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service",
                                 "Lock", g_variant_new ("(^ao)", paths), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

/**
 * mc_test_own_name:
 * @connection: a connection to a bus
 * @name: a name that nobody has
 *
 * Takes the name, until the connection is closed.
 */
void
mc_test_own_name (GDBusConnection *connection,
                  const char      *name)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 "RequestName", g_variant_new ("(su)", name, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                 &error);

  g_assert_no_error (error);
}
