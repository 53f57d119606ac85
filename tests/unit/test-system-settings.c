/* test-system-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "mc-system-settings.h"

#define NAME "org.gnome.Settings"

/* A session bus that knows of the settings, and a stand-in that hears what it is asked for. */
typedef struct
{
  GTestDBus       *daemon;
  GDBusConnection *bus;
  char            *services;
  char            *heard;
} Fixture;

static void
on_call_cb (GDBusConnection       *bus,
            const char            *sender,
            const char            *path,
            const char            *interface,
            const char            *method,
            GVariant              *parameters,
            GDBusMethodInvocation *invocation,
            gpointer               user_data)
{
  Fixture *fixture = user_data;

  fixture->heard = g_variant_print (parameters, FALSE);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
own_settings (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call_cb };
  g_autoptr (GDBusNodeInfo)         info = NULL;
  g_autoptr (GVariant)              reply = NULL;

  info = g_dbus_node_info_new_for_xml ("<node><interface name='org.gtk.Actions'><method name='Activate'>"
                                       "<arg type='s' direction='in'/><arg type='av' direction='in'/>"
                                       "<arg type='a{sv}' direction='in'/></method></interface></node>",
                                       NULL);
  g_assert_cmpuint (g_dbus_connection_register_object (fixture->bus, "/org/gnome/Settings", info->interfaces[0],
                                                       &vtable, fixture, NULL, NULL),
                    >, 0);
  reply = g_dbus_connection_call_sync (fixture->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", NAME, 4), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (reply);
}

static void
set_up (Fixture      *fixture,
        gconstpointer has_settings)
{
  g_autofree char *file = NULL;

  fixture->services = g_dir_make_tmp ("mc-services-XXXXXX", NULL);
  file = g_build_filename (fixture->services, NAME ".service", NULL);
  if (has_settings != NULL)
    g_assert_true (g_file_set_contents (file, "[D-BUS Service]\nName=" NAME "\nExec=/bin/false\n", -1, NULL));

  fixture->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (fixture->daemon, fixture->services);
  g_test_dbus_up (fixture->daemon);
  fixture->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_assert_nonnull (fixture->bus);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer has_settings)
{
  g_autofree char *file = g_build_filename (fixture->services, NAME ".service", NULL);

  g_clear_object (&fixture->bus);
  g_test_dbus_down (fixture->daemon);
  g_clear_object (&fixture->daemon);
  g_unlink (file);
  g_rmdir (fixture->services);
  g_free (fixture->services);
  g_free (fixture->heard);
}

static void
test_open (Fixture      *fixture,
           gconstpointer has_settings)
{
  g_autoptr (McSystemSettings) settings = NULL;

  own_settings (fixture);
  settings = mc_system_settings_new (fixture->bus);
  g_assert_false (mc_system_settings_is_available (settings));
  while (!mc_system_settings_is_available (settings))
    g_main_context_iteration (NULL, TRUE);

  mc_system_settings_open (settings, "datetime");
  while (fixture->heard == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->heard, ==, "('launch-panel', [<('system', [<'datetime'>])>], {})");

  g_clear_pointer (&fixture->heard, g_free);
  mc_system_settings_open (settings, "network");
  while (fixture->heard == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->heard, ==, "('launch-panel', [<('network', @av [])>], {})");
}

/* On another desktop nothing can be opened, so nothing is offered. */
static void
test_elsewhere (Fixture      *fixture,
                gconstpointer has_settings)
{
  g_autoptr (McSystemSettings) settings = mc_system_settings_new (fixture->bus);
  g_autoptr (McSystemSettings) without_bus = mc_system_settings_new (NULL);
  g_autoptr (GVariant)         reply = NULL;

  /* Answers come in order: after this one, the question is answered too. */
  reply = g_dbus_connection_call_sync (fixture->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                       NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_false (mc_system_settings_is_available (settings));
  g_assert_false (mc_system_settings_is_available (without_bus));
}

int
main (int    argc,
      char **argv)
{
  g_test_dbus_unset ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/system-settings/open", Fixture, "", set_up, test_open, tear_down);
  g_test_add ("/system-settings/elsewhere", Fixture, NULL, set_up, test_elsewhere, tear_down);

  return g_test_run ();
}
