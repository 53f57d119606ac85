/* mc-keyring-unlock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-keyring-error.h"
#include "mc-keyring-unlock.h"

/* Unlocking as the Secret Service specification has it, since libsecret waits for ever when the service goes away
 * behind its prompt. A prompt that nobody waits for any more is left to the person: gnome-keyring 48 crashes when told
 * to dismiss one. */

#define SERVICE           "org.freedesktop.secrets"
#define SERVICE_PATH      "/org/freedesktop/secrets"
#define SERVICE_INTERFACE "org.freedesktop.Secret.Service"
#define PROMPT_INTERFACE  "org.freedesktop.Secret.Prompt"
#define NOTHING           "/"

/* A prompt that is open; its answer is whether the person did what it asks for. */
typedef struct
{
  DexPromise *answer;
  guint       completed_id;
  guint       owner_id;
} Prompt;

static void
on_completed_cb (GDBusConnection *bus,
                 const char      *sender,
                 const char      *path,
                 const char      *interface,
                 const char      *signal,
                 GVariant        *parameters,
                 gpointer         user_data)
{
  gboolean is_dismissed = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(bv)")))
    g_variant_get_child (parameters, 0, "b", &is_dismissed);

  dex_promise_resolve_boolean (user_data, !is_dismissed);
}

static void
on_vanished_cb (GDBusConnection *bus,
                const char      *name,
                gpointer         user_data)
{
  dex_promise_reject (user_data, g_error_new_literal (MC_KEYRING_ERROR, MC_KEYRING_ERROR_MISSING,
                                                      "The keyring went away behind its prompt"));
}

static void
watch (Prompt          *prompt,
       GDBusConnection *bus,
       const char      *path)
{
  prompt->answer = dex_promise_new ();
  prompt->completed_id =
    g_dbus_connection_signal_subscribe (bus, SERVICE, PROMPT_INTERFACE, "Completed", path, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, on_completed_cb, dex_ref (prompt->answer), dex_unref);
  prompt->owner_id = g_bus_watch_name_on_connection (bus, SERVICE, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL, on_vanished_cb,
                                                     dex_ref (prompt->answer), dex_unref);
}

static void
unwatch (Prompt          *prompt,
         GDBusConnection *bus)
{
  g_dbus_connection_signal_unsubscribe (bus, prompt->completed_id);
  g_bus_unwatch_name (prompt->owner_id);
  dex_unref (prompt->answer);
}

static GVariant *
call (McScope         *scope,
      GDBusConnection *bus,
      const char      *path,
      const char      *interface,
      const char      *method,
      GVariant        *parameters,
      const char      *reply_type,
      GError         **error)
{
  g_autoptr (DexFuture) reply = dex_dbus_connection_call (bus, SERVICE, path, interface, method, parameters,
                                                          G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NONE, -1);

  if (!mc_scope_await (scope, dex_ref (reply), error))
    return NULL;

  return g_value_dup_variant (dex_future_get_value (reply, NULL));
}

static gboolean
ask (McScope         *scope,
     GDBusConnection *bus,
     const char      *path,
     GError         **error)
{
  g_autoptr (GVariant) reply = NULL;
  gboolean             is_answered;
  Prompt               prompt;

  watch (&prompt, bus, path);
  reply = call (scope, bus, path, PROMPT_INTERFACE, "Prompt", g_variant_new ("(s)", ""), "()", error);
  is_answered = reply != NULL && mc_scope_await (scope, DEX_FUTURE (dex_ref (prompt.answer)), error);
  unwatch (&prompt, bus);

  return is_answered;
}

/**
 * mc_keyring_unlock:
 * @scope: how long to wait
 * @bus: the session bus
 * @paths: what is locked, by the paths of the Secret Service
 * @error: an error of D-Bus or %MC_KEYRING_ERROR_MISSING, or the scope's
 *
 * Unlocks what it can. Where that needs the person a prompt opens, and stays
 * open as long as the person wants.
 *
 * Returns: whether that is done, also when the person dismissed the prompt
 */
gboolean
mc_keyring_unlock (McScope           *scope,
                   GDBusConnection   *bus,
                   const char *const *paths,
                   GError           **error)
{
  g_autoptr (GVariant) reply = NULL;
  g_autofree char     *prompt = NULL;

  reply = call (scope, bus, SERVICE_PATH, SERVICE_INTERFACE, "Unlock", g_variant_new ("(^ao)", paths), "(aoo)", error);
  if (reply == NULL)
    return FALSE;

  g_variant_get_child (reply, 1, "o", &prompt);
  return g_str_equal (prompt, NOTHING) || ask (scope, bus, prompt, error);
}

/**
 * mc_keyring_unlock_default:
 * @scope: how long to wait
 * @bus: the session bus
 * @error: as mc_keyring_unlock()
 *
 * Unlocks the collection that new passwords go to, where there is one.
 *
 * Returns: as mc_keyring_unlock()
 */
gboolean
mc_keyring_unlock_default (McScope         *scope,
                           GDBusConnection *bus,
                           GError         **error)
{
  g_autoptr (GVariant) reply = NULL;
  g_autofree char     *path = NULL;

  /* Where libsecret keeps a file of its own, there need not be a service. */
  reply = call (scope, bus, SERVICE_PATH, SERVICE_INTERFACE, "ReadAlias", g_variant_new ("(s)", "default"), "(o)", NULL);
  if (reply == NULL)
    return TRUE;

  g_variant_get (reply, "(o)", &path);
  return g_str_equal (path, NOTHING) || mc_keyring_unlock (scope, bus, (const char *const[]) { path, NULL }, error);
}
