/* mc-mail-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-client.h"
#include "mc-mail-client.h"
#include "mc-pop3-client.h"
#include "mc-sasl.h"
#include "mc-smtp-client.h"

#define MAX_ALERTS       20
#define MAX_CAPABILITIES 500

/**
 * McMailClient:
 *
 * A dialogue with a mail server, the same for each protocol. What a server
 * answers is a reply, accepted or not; what is no answer is an error. Functions
 * that take a scope suspend the fiber they are called on.
 */
typedef struct
{
  McConnection *connection;
  GPtrArray    *capabilities;
  GPtrArray    *alerts;
  McMailReply  *last_reply;
} McMailClientPrivate;

typedef enum
{
  PROP_CONNECTION = 1,
} McMailClientProperty;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (McMailClient, mc_mail_client, G_TYPE_OBJECT)

static GParamSpec *properties[PROP_CONNECTION + 1];

static McMailClientPrivate *
get_private (McMailClient *self)
{
  return mc_mail_client_get_instance_private (self);
}

static McMailReply *
remember (McMailClient *self,
          McMailReply  *reply)
{
  McMailClientPrivate *priv = get_private (self);

  if (reply == NULL)
    return NULL;

  g_clear_pointer (&priv->last_reply, mc_mail_reply_unref);
  priv->last_reply = mc_mail_reply_ref (reply);
  return reply;
}

static void
mc_mail_client_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  McMailClientPrivate *priv = get_private (MC_MAIL_CLIENT (object));

  switch ((McMailClientProperty) id)
    {
    case PROP_CONNECTION:
      priv->connection = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_mail_client_finalize (GObject *object)
{
  McMailClientPrivate *priv = get_private (MC_MAIL_CLIENT (object));

  g_clear_object (&priv->connection);
  g_clear_pointer (&priv->capabilities, g_ptr_array_unref);
  g_clear_pointer (&priv->alerts, g_ptr_array_unref);
  g_clear_pointer (&priv->last_reply, mc_mail_reply_unref);

  G_OBJECT_CLASS (mc_mail_client_parent_class)->finalize (object);
}

static void
mc_mail_client_class_init (McMailClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = mc_mail_client_set_property;
  object_class->finalize = mc_mail_client_finalize;

  properties[PROP_CONNECTION] = g_param_spec_object ("connection", NULL, NULL, MC_TYPE_CONNECTION,
                                                     G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mc_mail_client_init (McMailClient *self)
{
  McMailClientPrivate *priv = get_private (self);

  priv->capabilities = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  priv->alerts = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_mail_reply_unref);
}

/**
 * mc_mail_client_new:
 * @protocol: what to speak
 * @connection: an open connection
 *
 * Returns: (transfer full): a client for the protocol
 */
McMailClient *
mc_mail_client_new (McProtocol    protocol,
                    McConnection *connection)
{
  switch (protocol)
    {
    case MC_PROTOCOL_POP3:
      return mc_pop3_client_new (connection);
    case MC_PROTOCOL_SMTP:
      return mc_smtp_client_new (connection);
    case MC_PROTOCOL_IMAP:
    default:
      return mc_imap_client_new (connection);
    }
}

/**
 * mc_mail_client_get_connection:
 * @self: a client
 *
 * Returns: (transfer none): the connection it speaks over
 */
McConnection *
mc_mail_client_get_connection (McMailClient *self)
{
  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);

  return get_private (self)->connection;
}

/**
 * mc_mail_client_read_greeting:
 * @self: a client
 * @scope: the time it has
 * @error: %MC_MAIL_ERROR_UNEXPECTED when something else answers, its first line is
 *   the last reply then; %MC_MAIL_ERROR_PREAUTH; an error of the connection
 *
 * Reads what the server says first. A server that turns the client away right
 * here gives a reply that is not accepted.
 *
 * Returns: (transfer full) (nullable): the greeting, or %NULL with an error
 */
McMailReply *
mc_mail_client_read_greeting (McMailClient *self,
                              McScope      *scope,
                              GError      **error)
{
  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);

  return remember (self, MC_MAIL_CLIENT_GET_CLASS (self)->read_greeting (self, scope, error));
}

/**
 * mc_mail_client_load_capabilities:
 * @self: a client
 * @scope: the time it has
 * @error: an error of %MC_MAIL_ERROR or of the connection
 *
 * Asks what the server offers, unless it has said so itself on this connection
 * as it is now.
 *
 * Returns: whether the capabilities are known
 */
gboolean
mc_mail_client_load_capabilities (McMailClient *self,
                                  McScope      *scope,
                                  GError      **error)
{
  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), FALSE);

  if (get_private (self)->capabilities->len > 0)
    return TRUE;

  return MC_MAIL_CLIENT_GET_CLASS (self)->load_capabilities (self, scope, error);
}

/**
 * mc_mail_client_list_capabilities:
 * @self: a client
 *
 * Returns: (transfer none): the capabilities as the server wrote them, safe to show
 */
const char *const *
mc_mail_client_list_capabilities (McMailClient *self)
{
  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);

  return (const char *const *) get_private (self)->capabilities->pdata;
}

/**
 * mc_mail_client_has_capability:
 * @self: a client
 * @capability: its name, case ignored
 *
 * Returns: whether the server offers it
 */
gboolean
mc_mail_client_has_capability (McMailClient *self,
                               const char   *capability)
{
  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), FALSE);

  return mc_mail_client_get_capability_arguments (self, capability) != NULL;
}

/**
 * mc_mail_client_get_capability_arguments:
 * @self: a client
 * @capability: its name, case ignored
 *
 * Returns: (nullable): what the server says after the name and a space, safe to
 *   show, perhaps empty, or %NULL when the server does not offer it
 */
const char *
mc_mail_client_get_capability_arguments (McMailClient *self,
                                         const char   *capability)
{
  gsize length;

  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);
  g_return_val_if_fail (capability != NULL, NULL);

  length = strlen (capability);
  for (const char *const *line = mc_mail_client_list_capabilities (self); *line != NULL; line++)
    if (g_ascii_strncasecmp (*line, capability, length) == 0 && ((*line)[length] == '\0' || (*line)[length] == ' '))
      return (*line)[length] == ' ' ? *line + length + 1 : *line + length;

  return NULL;
}

/**
 * mc_mail_client_offers_tls:
 * @self: a client that knows the capabilities
 *
 * Returns: whether the server offers to start TLS on this connection
 */
gboolean
mc_mail_client_offers_tls (McMailClient *self)
{
  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), FALSE);

  return MC_MAIL_CLIENT_GET_CLASS (self)->offers_tls (self);
}

/* Whoever sits on the line could have written all of this. */
static void
forget_everything (McMailClient *self)
{
  McMailClientPrivate *priv = get_private (self);

  mc_mail_client_clear_capabilities (self);
  g_ptr_array_set_size (priv->alerts, 0);
  g_clear_pointer (&priv->last_reply, mc_mail_reply_unref);
  MC_MAIL_CLIENT_GET_CLASS (self)->forget (self);
}

/**
 * mc_mail_client_request_tls:
 * @self: a client that knows the capabilities
 * @scope: the time it has
 * @error: %MC_MAIL_ERROR_NOT_OFFERED; %MC_MAIL_ERROR_REFUSED, the last reply says why;
 *   an error of the connection
 *
 * Asks for TLS by the protocol's command and forgets all that was learnt before.
 * The handshake is next on the connection.
 *
 * Returns: whether the server agreed
 */
gboolean
mc_mail_client_request_tls (McMailClient *self,
                            McScope      *scope,
                            GError      **error)
{
  g_autoptr (McMailReply) reply = NULL;

  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), FALSE);

  if (!mc_mail_client_offers_tls (self))
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED, "The server does not offer STARTTLS");
      return FALSE;
    }

  reply = remember (self, MC_MAIL_CLIENT_GET_CLASS (self)->request_tls (self, scope, error));
  if (reply == NULL)
    return FALSE;

  if (!mc_mail_reply_is_accepted (reply))
    {
      g_set_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_REFUSED, "The server refused STARTTLS: %s",
                   mc_mail_reply_get_text (reply));
      return FALSE;
    }

  forget_everything (self);
  return TRUE;
}

/**
 * mc_mail_client_start_tls:
 * @self: a client that knows the capabilities
 * @scope: the time it has
 * @host: the name that the certificate must be for
 * @error: as mc_mail_client_request_tls(), and an error of the connection:
 *   %MC_CONNECTION_ERROR_INJECTED when bytes came before the handshake
 *   (RFC 9051 section 11.1, RFC 3207 section 5)
 *
 * Starts TLS by the protocol's command. Afterwards the capabilities must be
 * loaded anew.
 *
 * Returns: whether the connection is encrypted now; whether it is secure the
 *   connection says
 */
gboolean
mc_mail_client_start_tls (McMailClient *self,
                          McScope      *scope,
                          const char   *host,
                          GError      **error)
{
  return mc_mail_client_request_tls (self, scope, error) &&
         mc_connection_start_tls (get_private (self)->connection, scope, host, error);
}

/**
 * mc_mail_client_list_mechanisms:
 * @self: a client that knows the capabilities
 *
 * Returns: (transfer full): the names of the SASL mechanisms that the server
 *   offers, in upper case, and %MC_SASL_COMMAND where the protocol's own command
 *   can be used
 */
GStrv
mc_mail_client_list_mechanisms (McMailClient *self)
{
  g_autoptr (GStrvBuilder) mechanisms = g_strv_builder_new ();

  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);

  MC_MAIL_CLIENT_GET_CLASS (self)->add_mechanisms (self, mechanisms);
  return g_strv_builder_end (mechanisms);
}

/**
 * mc_mail_client_choose_mechanism:
 * @self: a client that knows the capabilities
 * @kind: what there is to sign in with
 *
 * Returns: (nullable): the mechanism that mc_mail_client_sign_in() would use
 */
const char *
mc_mail_client_choose_mechanism (McMailClient *self,
                                 McSecretKind  kind)
{
  g_auto (GStrv) offered = mc_mail_client_list_mechanisms (self);

  return mc_sasl_choose (kind, (const char *const *) offered);
}

/**
 * mc_mail_client_is_password_disabled:
 * @self: a client that knows the capabilities
 *
 * Returns: whether the server announces that it takes no password as things are:
 *   without TLS it wants TLS first, under TLS passwords are off
 */
gboolean
mc_mail_client_is_password_disabled (McMailClient *self)
{
  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), FALSE);

  return MC_MAIL_CLIENT_GET_CLASS (self)->is_password_disabled (self);
}

/**
 * mc_mail_client_sign_in:
 * @self: a client that knows the capabilities
 * @scope: the time it has
 * @user: the sign-in name
 * @secret: the password or access token
 * @error: %MC_MAIL_ERROR_NO_MECHANISM when the server offers nothing usable;
 *   %MC_MAIL_ERROR_SERVER_NOT_VERIFIED; %MC_MAIL_ERROR_SECRET;
 *   %MC_CONNECTION_ERROR_NOT_SECURE, then nothing was sent; others of both domains
 *
 * Signs in once, by one mechanism. A server's “no” is a reply, not an error.
 *
 * Returns: (transfer full) (nullable): the server's answer, or %NULL with an error
 */
McMailReply *
mc_mail_client_sign_in (McMailClient *self,
                        McScope      *scope,
                        const char   *user,
                        McSecret     *secret,
                        GError      **error)
{
  const char *mechanism;

  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);
  g_return_val_if_fail (user != NULL && secret != NULL, NULL);

  mechanism = mc_mail_client_choose_mechanism (self, mc_secret_get_kind (secret));
  if (mechanism == NULL)
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NO_MECHANISM,
                           "The server offers no sign-in method that can be used");
      return NULL;
    }

  if (!mc_connection_is_secure (get_private (self)->connection))
    {
      g_set_error_literal (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NOT_SECURE,
                           "The connection is not secure enough to sign in");
      return NULL;
    }

  return remember (self, MC_MAIL_CLIENT_GET_CLASS (self)->sign_in (self, scope, mechanism, user, secret, error));
}

/**
 * mc_mail_client_identify:
 * @self: a client that knows the capabilities
 * @scope: the time it has
 * @server: (out) (transfer full) (nullable): what the server calls itself, safe to
 *   show, or %NULL when it does not say
 * @error: an error of %MC_MAIL_ERROR or of the connection
 *
 * Tells the server the program's name and version and nothing else, and asks for
 * its own. Where the server or the protocol has no such command nothing is sent.
 *
 * Returns: %FALSE only when the dialogue failed
 */
gboolean
mc_mail_client_identify (McMailClient *self,
                         McScope      *scope,
                         char        **server,
                         GError      **error)
{
  McMailClientClass *klass;

  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), FALSE);
  g_return_val_if_fail (server != NULL, FALSE);

  klass = MC_MAIL_CLIENT_GET_CLASS (self);
  *server = NULL;
  return klass->identify == NULL || klass->identify (self, scope, server, error);
}

/**
 * mc_mail_client_open_inbox:
 * @self: a client that has signed in
 * @scope: the time it has
 * @mailbox: (out) (transfer full) (nullable): what was opened, or %NULL
 * @error: %MC_MAIL_ERROR_NOT_OFFERED when the protocol has no mailboxes; others of
 *   both domains
 *
 * Opens the inbox and changes nothing in it.
 *
 * Returns: (transfer full) (nullable): the server's answer, or %NULL with an error
 */
McMailReply *
mc_mail_client_open_inbox (McMailClient *self,
                           McScope      *scope,
                           McMailbox   **mailbox,
                           GError      **error)
{
  McMailClientClass *klass;

  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);
  g_return_val_if_fail (mailbox != NULL, NULL);

  *mailbox = NULL;
  klass = MC_MAIL_CLIENT_GET_CLASS (self);
  if (klass->open_inbox != NULL)
    return remember (self, klass->open_inbox (self, scope, mailbox, error));

  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED, "The protocol has no mailboxes");
  return NULL;
}

/**
 * mc_mail_client_list_quotas:
 * @self: a client that has signed in
 * @scope: the time it has
 * @error: %MC_MAIL_ERROR_NOT_OFFERED; %MC_MAIL_ERROR_REFUSED, the last reply says
 *   why; others of both domains
 *
 * Returns: (transfer full) (nullable) (element-type McQuota): the limits of the
 *   inbox, perhaps none, or %NULL with an error
 */
GPtrArray *
mc_mail_client_list_quotas (McMailClient *self,
                            McScope      *scope,
                            GError      **error)
{
  McMailClientClass *klass;

  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);

  klass = MC_MAIL_CLIENT_GET_CLASS (self);
  if (klass->list_quotas != NULL)
    return klass->list_quotas (self, scope, error);

  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED, "The protocol does not tell limits");
  return NULL;
}

/**
 * mc_mail_client_log_out:
 * @self: a client
 * @scope: the time it has; a short one does
 *
 * Says goodbye as the protocol wants it and closes the connection. Nothing
 * depends on whether the server answers.
 */
void
mc_mail_client_log_out (McMailClient *self,
                        McScope      *scope)
{
  g_return_if_fail (MC_IS_MAIL_CLIENT (self));

  MC_MAIL_CLIENT_GET_CLASS (self)->log_out (self, scope);
  mc_connection_close (get_private (self)->connection);
}

/**
 * mc_mail_client_get_last_reply:
 * @self: a client
 *
 * Returns: (transfer none) (nullable): the last answer to a command
 */
McMailReply *
mc_mail_client_get_last_reply (McMailClient *self)
{
  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);

  return get_private (self)->last_reply;
}

/**
 * mc_mail_client_get_alerts:
 * @self: a client
 *
 * Returns: (transfer none) (element-type McMailReply): what the server said
 *   without being asked, oldest first: goodbyes, warnings and alerts
 */
GPtrArray *
mc_mail_client_get_alerts (McMailClient *self)
{
  g_return_val_if_fail (MC_IS_MAIL_CLIENT (self), NULL);

  return get_private (self)->alerts;
}

void
mc_mail_client_add_capability (McMailClient *self,
                               const char   *capability)
{
  McMailClientPrivate *priv = get_private (self);

  if (priv->capabilities->len < MAX_CAPABILITIES)
    g_ptr_array_add (priv->capabilities, g_strdup (capability));
}

void
mc_mail_client_clear_capabilities (McMailClient *self)
{
  g_ptr_array_set_size (get_private (self)->capabilities, 0);
}

void
mc_mail_client_add_alert (McMailClient *self,
                          McMailReply  *alert)
{
  McMailClientPrivate *priv = get_private (self);

  if (priv->alerts->len < MAX_ALERTS)
    g_ptr_array_add (priv->alerts, mc_mail_reply_ref (alert));
}

void
mc_mail_client_set_last_reply (McMailClient *self,
                               McMailReply  *reply)
{
  remember (self, reply);
}
