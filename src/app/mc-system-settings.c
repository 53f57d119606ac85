/* mc-system-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-system-settings.h"

#define NAME "org.gnome.Settings"
#define PATH "/org/gnome/Settings"

/**
 * McSystemSettings:
 *
 * The computer's settings, where the desktop has a program for them that can
 * be asked over the session bus: from within a Flatpak too.
 */
struct _McSystemSettings
{
  GObject          parent_instance;
  GDBusConnection *bus;
  gboolean         is_available;
};

typedef enum
{
  PROP_AVAILABLE = 1,
} McSystemSettingsProperty;

static GParamSpec *properties[PROP_AVAILABLE + 1];

G_DEFINE_FINAL_TYPE (McSystemSettings, mc_system_settings, G_TYPE_OBJECT)

static const struct
{
  const char *id;
  const char *panel;
  const char *page;
} panels[] = {
  { "datetime", "system", "datetime" },
  { "network", "network", NULL },
  { "online-accounts", "online-accounts", NULL },
};

static void
on_names_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GVariant)         reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (McSystemSettings) self = user_data;
  g_autofree const char      **names = NULL;

  if (reply == NULL)
    return;

  g_variant_get (reply, "(^a&s)", &names);
  if (!g_strv_contains (names, NAME))
    return;

  self->is_available = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AVAILABLE]);
}

static void
launch (McSystemSettings *self,
        const char       *panel,
        const char       *page)
{
  GVariantBuilder parameters = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  GVariantBuilder arguments = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  if (page != NULL)
    g_variant_builder_add (&arguments, "v", g_variant_new_string (page));
  g_variant_builder_add (&parameters, "v", g_variant_new ("(sav)", panel, &arguments));
  g_dbus_connection_call (self->bus, NAME, PATH, "org.gtk.Actions", "Activate",
                          g_variant_new ("(sava{sv})", "launch-panel", &parameters, NULL), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
mc_system_settings_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  McSystemSettings *self = MC_SYSTEM_SETTINGS (object);

  switch ((McSystemSettingsProperty) prop_id)
    {
    case PROP_AVAILABLE:
      g_value_set_boolean (value, self->is_available);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_system_settings_finalize (GObject *object)
{
  McSystemSettings *self = MC_SYSTEM_SETTINGS (object);

  g_clear_object (&self->bus);

  G_OBJECT_CLASS (mc_system_settings_parent_class)->finalize (object);
}

static void
mc_system_settings_class_init (McSystemSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_system_settings_get_property;
  object_class->finalize = mc_system_settings_finalize;

  properties[PROP_AVAILABLE] = g_param_spec_boolean ("available", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mc_system_settings_init (McSystemSettings *self)
{
}

/**
 * mc_system_settings_new:
 * @bus: (nullable): the session bus
 *
 * Asks the bus whether there are settings; `available` says so when it has answered.
 *
 * Returns: (transfer full): the settings
 */
McSystemSettings *
mc_system_settings_new (GDBusConnection *bus)
{
  McSystemSettings *self = g_object_new (MC_TYPE_SYSTEM_SETTINGS, NULL);

  g_return_val_if_fail (bus == NULL || G_IS_DBUS_CONNECTION (bus), NULL);

  if (g_set_object (&self->bus, bus))
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "ListActivatableNames", NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                            on_names_cb, g_object_ref (self));

  return self;
}

gboolean
mc_system_settings_is_available (McSystemSettings *self)
{
  g_return_val_if_fail (MC_IS_SYSTEM_SETTINGS (self), FALSE);

  return self->is_available;
}

/**
 * mc_system_settings_open:
 * @self: settings that are available
 * @panel: `network`, `datetime` or `online-accounts`
 *
 * Shows a page of the computer's settings.
 */
void
mc_system_settings_open (McSystemSettings *self,
                         const char       *panel)
{
  g_return_if_fail (MC_IS_SYSTEM_SETTINGS (self));
  g_return_if_fail (self->is_available);

  for (gsize i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      if (g_str_equal (panels[i].id, panel))
        launch (self, panels[i].panel, panels[i].page);
    }
}
