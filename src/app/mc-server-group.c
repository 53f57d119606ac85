/* mc-server-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-address.h"
#include "mc-hint.h"
#include "mc-server-group.h"
#include "mc-typed.h"

/**
 * McServerGroup:
 *
 * The settings of one server, as a person finds them in a mail program or on
 * the help pages of a provider. Without a host they are found automatically.
 */
struct _McServerGroup
{
  AdwPreferencesGroup parent_instance;
  gboolean            is_outgoing;
  guint16             usual_port; /* of what is chosen: it follows when another is chosen */
  gboolean            is_filling;

  AdwEntryRow *host_row;
  AdwComboRow *protocol_row;
  AdwComboRow *security_row;
  AdwEntryRow *port_row;
  AdwEntryRow *user_row;
  McHint      *hint;
};

typedef enum
{
  PROP_OUTGOING = 1,
} McServerGroupProperty;

static GParamSpec *properties[PROP_OUTGOING + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McServerGroup, mc_server_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (AdwEntryRow *row,
          const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* The rows list protocols and securities in the order of their enumerations. */
static McProtocol
get_protocol (McServerGroup *self)
{
  if (self->is_outgoing)
    return MC_PROTOCOL_SMTP;

  return (McProtocol) adw_combo_row_get_selected (self->protocol_row);
}

static McSecurity
get_security (McServerGroup *self)
{
  return (McSecurity) adw_combo_row_get_selected (self->security_row);
}

/* The host as it was typed, without what came along; empty where it is to be found. */
static char *
dup_typed_host (McServerGroup *self,
                guint16       *port)
{
  return mc_typed_take_host (get_text (self->host_row), port);
}

static gboolean
has_host (McServerGroup *self)
{
  guint16          port;
  g_autofree char *host = dup_typed_host (self, &port);

  return *host != '\0';
}

static const char *
explain_host (McServerGroup *self)
{
  guint16          port;
  g_autofree char *typed = dup_typed_host (self, &port);
  g_autofree char *host = mc_address_normalize_host (typed);

  if (*typed == '\0' || host != NULL)
    return NULL;
  if (strchr (typed, '@') != NULL)
    return _ ("This is an address, not a server. A server looks like mail.example.org.");

  return _ ("This is not the name of a server. It looks like mail.example.org.");
}

static const char *
explain_port (McServerGroup *self)
{
  guint16 port;

  if (!has_host (self) || mc_typed_take_port (get_text (self->port_row), &port))
    return NULL;

  return _ ("The port is a number from 1 to 65535.");
}

static void
explain (McServerGroup *self)
{
  const char *about_host = explain_host (self);
  const char *about_port = explain_port (self);

  mc_hint_mark_row (GTK_EDITABLE (self->host_row), about_host != NULL);
  mc_hint_mark_row (GTK_EDITABLE (self->port_row), about_port != NULL);
  if (about_host != NULL || about_port != NULL)
    mc_hint_show (self->hint, MC_HINT_ERROR, about_host != NULL ? about_host : about_port);
  else if (has_host (self) && get_security (self) == MC_SECURITY_NONE)
    mc_hint_show (self->hint, MC_HINT_WARNING,
                  _ ("Without encryption the password is not sent, so signing in is not tested."));
  else
    mc_hint_clear (self->hint);
}

static void
set_port (McServerGroup *self,
          guint16        port)
{
  g_autofree char *text = g_strdup_printf ("%u", port);

  set_text (self->port_row, text);
}

/* A port that nobody chose follows what is chosen. */
static void
adapt_port (McServerGroup *self)
{
  guint16 usual = mc_protocol_get_port (get_protocol (self), get_security (self));
  guint16 port;

  if (*get_text (self->port_row) == '\0' ||
      (mc_typed_take_port (get_text (self->port_row), &port) && port == self->usual_port))
    set_port (self, usual);
  self->usual_port = usual;
}

static void
update (McServerGroup *self)
{
  gboolean is_named = has_host (self);

  if (self->is_filling)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->protocol_row), is_named);
  gtk_widget_set_sensitive (GTK_WIDGET (self->security_row), is_named);
  gtk_widget_set_sensitive (GTK_WIDGET (self->port_row), is_named);
  /* GTK tells screen readers of the row alone. */
  gtk_widget_set_sensitive (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->port_row))), is_named);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_host_changed_cb (McServerGroup *self)
{
  /* What is typed on is not judged yet; what was wrong may be right now. */
  if (explain_host (self) == NULL)
    explain (self);
  update (self);
}

/* Takes apart what was pasted: the port goes to its own row, and says how the connection is protected. */
static void
on_host_done_cb (McServerGroup *self)
{
  guint16          port;
  g_autofree char *host = dup_typed_host (self, &port);
  McSecurity       security;

  if (port != 0)
    {
      if (mc_server_find_security (port, &security))
        adw_combo_row_set_selected (self->security_row, security);
      set_port (self, port);
    }
  if (!g_str_equal (host, get_text (self->host_row)))
    set_text (self->host_row, host);
  explain (self);
}

static void
on_choice_changed_cb (McServerGroup *self)
{
  adapt_port (self);
  explain (self);
  update (self);
}

static void
on_port_changed_cb (McServerGroup *self)
{
  if (explain_port (self) == NULL)
    explain (self);
  update (self);
}

static void
on_port_done_cb (McServerGroup *self)
{
  guint16 port;

  if (*get_text (self->port_row) == '\0')
    adapt_port (self);
  else if (mc_typed_take_port (get_text (self->port_row), &port))
    set_port (self, port);
  explain (self);
}

static void
on_user_changed_cb (McServerGroup *self)
{
  update (self);
}

static void
mc_server_group_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  McServerGroup *self = MC_SERVER_GROUP (object);

  switch ((McServerGroupProperty) prop_id)
    {
    case PROP_OUTGOING:
      g_value_set_boolean (value, self->is_outgoing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_server_group_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  McServerGroup *self = MC_SERVER_GROUP (object);

  switch ((McServerGroupProperty) prop_id)
    {
    case PROP_OUTGOING:
      self->is_outgoing = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_server_group_constructed (GObject *object)
{
  McServerGroup *self = MC_SERVER_GROUP (object);

  G_OBJECT_CLASS (mc_server_group_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (self->protocol_row), !self->is_outgoing);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->user_row),
                                 self->is_outgoing ? _ ("Sign-In Name, If Different")
                                                   : _ ("Sign-In Name, If Not the Address"));
  adapt_port (self);
}

static gboolean
mc_server_group_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_SERVER_GROUP (widget)->host_row));
}

static void
mc_server_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_SERVER_GROUP);

  G_OBJECT_CLASS (mc_server_group_parent_class)->dispose (object);
}

static void
mc_server_group_class_init (McServerGroupClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_server_group_get_property;
  object_class->set_property = mc_server_group_set_property;
  object_class->constructed = mc_server_group_constructed;
  object_class->dispose = mc_server_group_dispose;
  widget_class->grab_focus = mc_server_group_grab_focus;

  properties[PROP_OUTGOING] =
    g_param_spec_boolean ("outgoing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * McServerGroup::changed:
   *
   * Something else is chosen or typed.
   */
  signals[CHANGED] = g_signal_new ("changed", MC_TYPE_SERVER_GROUP, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MC_TYPE_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-server-group.ui");
  gtk_widget_class_bind_template_child (widget_class, McServerGroup, host_row);
  gtk_widget_class_bind_template_child (widget_class, McServerGroup, protocol_row);
  gtk_widget_class_bind_template_child (widget_class, McServerGroup, security_row);
  gtk_widget_class_bind_template_child (widget_class, McServerGroup, port_row);
  gtk_widget_class_bind_template_child (widget_class, McServerGroup, user_row);
  gtk_widget_class_bind_template_child (widget_class, McServerGroup, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_host_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_host_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_port_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_port_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_user_changed_cb);
}

static void
mc_server_group_init (McServerGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_hint_describe (self->hint, GTK_EDITABLE (self->host_row));
  mc_hint_describe (self->hint, GTK_EDITABLE (self->port_row));
  update (self);
}

/**
 * mc_server_group_dup_server:
 * @self: the group
 *
 * Returns: (transfer full) (nullable): the server, or %NULL when it is to be
 *   found automatically or what was typed is none
 */
McServer *
mc_server_group_dup_server (McServerGroup *self)
{
  guint16          port_of_host, port;
  g_autofree char *typed = NULL;
  g_autofree char *host = NULL;

  g_return_val_if_fail (MC_IS_SERVER_GROUP (self), NULL);

  typed = dup_typed_host (self, &port_of_host);
  host = mc_address_normalize_host (typed);
  if (host == NULL || !mc_typed_take_port (get_text (self->port_row), &port))
    return NULL;

  return mc_server_new (get_protocol (self), host, port_of_host != 0 ? port_of_host : port, get_security (self),
                        MC_ORIGIN_USER);
}

/**
 * mc_server_group_set_server:
 * @self: the group
 * @server: (nullable): what to fill in, %NULL for nothing
 */
void
mc_server_group_set_server (McServerGroup *self,
                            McServer      *server)
{
  McProtocol protocol = server != NULL ? mc_server_get_protocol (server) : MC_PROTOCOL_IMAP;

  g_return_if_fail (MC_IS_SERVER_GROUP (self));

  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->protocol_row, self->is_outgoing ? 0 : protocol);
  adw_combo_row_set_selected (self->security_row, server != NULL ? mc_server_get_security (server) : MC_SECURITY_TLS);
  set_text (self->host_row, server != NULL ? mc_server_get_host (server) : NULL);
  if (server != NULL)
    set_port (self, mc_server_get_port (server));
  else
    set_port (self, self->usual_port);
  self->is_filling = FALSE;

  explain (self);
  update (self);
}

/**
 * mc_server_group_dup_user:
 * @self: the group
 *
 * Returns: (transfer full) (nullable): the sign-in name, %NULL when it is the usual one
 */
char *
mc_server_group_dup_user (McServerGroup *self)
{
  g_autofree char *user = NULL;

  g_return_val_if_fail (MC_IS_SERVER_GROUP (self), NULL);

  user = g_strstrip (g_strdup (get_text (self->user_row)));

  return *user != '\0' ? g_steal_pointer (&user) : NULL;
}

void
mc_server_group_set_user (McServerGroup *self,
                          const char    *user)
{
  g_return_if_fail (MC_IS_SERVER_GROUP (self));

  set_text (self->user_row, user);
}

/**
 * mc_server_group_is_valid:
 * @self: the group
 *
 * Returns: whether a checkup can use what was typed
 */
gboolean
mc_server_group_is_valid (McServerGroup *self)
{
  g_return_val_if_fail (MC_IS_SERVER_GROUP (self), FALSE);

  return explain_host (self) == NULL && explain_port (self) == NULL;
}

/**
 * mc_server_group_is_empty:
 * @self: the group
 *
 * Returns: whether everything is found automatically
 */
gboolean
mc_server_group_is_empty (McServerGroup *self)
{
  g_return_val_if_fail (MC_IS_SERVER_GROUP (self), FALSE);

  return *get_text (self->host_row) == '\0' && *get_text (self->user_row) == '\0';
}
