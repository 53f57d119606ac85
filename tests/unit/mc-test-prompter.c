/* mc-test-prompter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-test-keyring.h"
#include "mc-test-prompter.h"

#define NAME      "org.gnome.keyring.SystemPrompter"
#define PATH      "/org/gnome/keyring/Prompter"
#define INTERFACE "org.gnome.keyring.internal.Prompter"

static const char introspection[] =
  "<node><interface name='" INTERFACE "'>"
  "<method name='BeginPrompting'><arg name='callback' type='o' direction='in'/></method>"
  "<method name='PerformPrompt'><arg name='callback' type='o' direction='in'/><arg name='type' type='s' direction='in'/>"
  "<arg name='properties' type='a{sv}' direction='in'/><arg name='exchange' type='s' direction='in'/></method>"
  "<method name='StopPrompting'><arg name='callback' type='o' direction='in'/></method>"
  "</interface></node>";

static void
tell_client (McTestPrompter *self,
             const char     *method,
             GVariant       *parameters)
{
  g_dbus_connection_call (self->connection, self->client, self->callback, INTERFACE ".Callback", method, parameters,
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
on_call_cb (GDBusConnection       *connection,
            const char            *sender,
            const char            *path,
            const char            *interface,
            const char            *method,
            GVariant              *parameters,
            GDBusMethodInvocation *invocation,
            gpointer               user_data)
{
  McTestPrompter *self = user_data;

  g_clear_pointer (&self->callback, g_free);
  g_variant_get_child (parameters, 0, "o", &self->callback);
  g_set_str (&self->client, sender);
  g_dbus_method_invocation_return_value (invocation, NULL);

  if (g_str_equal (method, "BeginPrompting"))
    {
      tell_client (self, "PromptReady", g_variant_new ("(sa{sv}s)", "", NULL, ""));
    }
  else if (g_str_equal (method, "StopPrompting"))
    {
      self->is_open = FALSE;
      tell_client (self, "PromptDone", NULL);
    }
  else
    {
      self->is_open = TRUE;
      self->n_shown++;
      if (self->dismisses)
        mc_test_prompter_dismiss (self);
    }
}

/**
 * mc_test_prompter_start:
 * @self: a prompter
 * @connection: a connection to the session bus that is not the product's
 *
 * Shows the prompts from now on, in this process.
 */
void
mc_test_prompter_start (McTestPrompter  *self,
                        GDBusConnection *connection)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call_cb };
  g_autoptr (GDBusNodeInfo)         node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GError)                error = NULL;

  self->connection = g_object_ref (connection);
  self->object_id = g_dbus_connection_register_object (connection, PATH, node->interfaces[0], &vtable, self, NULL,
                                                       &error);
  g_assert_no_error (error);
  mc_test_own_name (connection, NAME);
}

/**
 * mc_test_prompter_dismiss:
 * @self: a prompter that shows a prompt
 *
 * Does what the person does with “Cancel”.
 */
void
mc_test_prompter_dismiss (McTestPrompter *self)
{
  tell_client (self, "PromptReady", g_variant_new ("(sa{sv}s)", "no", NULL, ""));
}

void
mc_test_prompter_stop (McTestPrompter *self)
{
  g_dbus_connection_unregister_object (self->connection, self->object_id);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->client, g_free);
  g_clear_pointer (&self->callback, g_free);
}
