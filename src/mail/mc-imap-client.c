/* mc-imap-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-client.h"
#include "mc-imap-dialogue.h"
#include "mc-imap-sign-in.h"
#include "mc-sasl.h"

#define MAX_QUOTAS         100
#define LOG_OUT_TIMEOUT_MS 2000

/**
 * McImapClient:
 *
 * IMAP (RFC 3501, RFC 9051) as far as a checkup needs it.
 */
struct _McImapClient
{
  McMailClient    parent_instance;
  McImapDialogue *dialogue;
};

G_DEFINE_FINAL_TYPE (McImapClient, mc_imap_client, MC_TYPE_MAIL_CLIENT)

/* Runs a command whose refusal leaves nothing to do. */
static gboolean
run_or_fail (McMailClient *client,
             McScope      *scope,
             const char   *command,
             McImapHandler handler,
             gpointer      data,
             GError      **error)
{
  McImapClient           *self = MC_IMAP_CLIENT (client);
  g_autoptr (McMailReply) reply = mc_imap_dialogue_run (self->dialogue, scope, command, handler, data, error);
  McMailError             code;

  if (reply == NULL)
    return FALSE;

  mc_mail_client_set_last_reply (client, reply);
  if (mc_mail_reply_is_accepted (reply))
    return TRUE;

  code = mc_mail_reply_get_status (reply) == MC_MAIL_REPLY_CLOSING ? MC_MAIL_ERROR_CLOSED : MC_MAIL_ERROR_REFUSED;
  g_set_error (error, MC_MAIL_ERROR, code, "The server refused a command: %s", mc_mail_reply_get_text (reply));
  return FALSE;
}

static gboolean
require_capability (McMailClient *client,
                    McScope      *scope,
                    const char   *capability,
                    GError      **error)
{
  if (!mc_mail_client_load_capabilities (client, scope, error))
    return FALSE;

  if (mc_mail_client_has_capability (client, capability))
    return TRUE;

  g_set_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED, "The server does not offer %s", capability);
  return FALSE;
}

/* RFC 9051 section 7.1: OK, PREAUTH or BYE. */
static McMailReply *
mc_imap_client_read_greeting (McMailClient *client,
                              McScope      *scope,
                              GError      **error)
{
  McImapClient              *self = MC_IMAP_CLIENT (client);
  g_autoptr (McImapResponse) response = mc_imap_dialogue_read_greeting (self->dialogue, scope, error);

  if (response == NULL)
    return NULL;

  mc_imap_dialogue_take_status (self->dialogue, response);

  /* On a line that is not encrypted, a signed-in client would never start TLS (RFC 9051 section 11.1). */
  if (mc_imap_response_get_status (response) == MC_IMAP_STATUS_PREAUTH &&
      mc_connection_get_tls_info (mc_mail_client_get_connection (client)) == NULL)
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_PREAUTH, "The server claims a sign-in before TLS");
      return NULL;
    }

  return mc_imap_dialogue_make_reply (self->dialogue, response);
}

/* RFC 9051 section 6.1.1. */
static gboolean
mc_imap_client_load_capabilities (McMailClient *client,
                                  McScope      *scope,
                                  GError      **error)
{
  return run_or_fail (client, scope, "CAPABILITY", NULL, NULL, error);
}

static gboolean
mc_imap_client_offers_tls (McMailClient *client)
{
  return mc_mail_client_has_capability (client, "STARTTLS");
}

/* RFC 9051 section 6.2.1. A server that says goodbye first has not agreed, whatever it says then. */
static McMailReply *
mc_imap_client_request_tls (McMailClient *client,
                            McScope      *scope,
                            GError      **error)
{
  McImapDialogue         *dialogue = MC_IMAP_CLIENT (client)->dialogue;
  g_autoptr (McMailReply) reply = mc_imap_dialogue_run (dialogue, scope, "STARTTLS", NULL, NULL, error);
  McImapResponse         *goodbye = mc_imap_dialogue_get_goodbye (dialogue);

  if (mc_mail_reply_is_accepted (reply) && goodbye != NULL)
    return mc_imap_dialogue_make_reply (dialogue, goodbye);

  return g_steal_pointer (&reply);
}

static void
mc_imap_client_forget (McMailClient *client)
{
  mc_imap_dialogue_forget (MC_IMAP_CLIENT (client)->dialogue);
}

static void
mc_imap_client_add_mechanisms (McMailClient *client,
                               GStrvBuilder *mechanisms)
{
  mc_sasl_add_mechanisms (mechanisms, mc_mail_client_list_capabilities (client), "AUTH");

  if (!mc_mail_client_has_capability (client, "LOGINDISABLED"))
    g_strv_builder_add (mechanisms, MC_SASL_COMMAND);
}

/* LOGINDISABLED is about the command LOGIN alone; AUTHENTICATE PLAIN may still be offered. */
static gboolean
mc_imap_client_is_password_disabled (McMailClient *client)
{
  return mc_mail_client_has_capability (client, "LOGINDISABLED") &&
         mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD) == NULL;
}

static McMailReply *
mc_imap_client_sign_in (McMailClient *client,
                        McScope      *scope,
                        const char   *mechanism,
                        const char   *user,
                        McSecret     *secret,
                        GError      **error)
{
  McImapClient           *self = MC_IMAP_CLIENT (client);
  g_autoptr (McMailReply) reply = mc_imap_sign_in (self->dialogue, scope, mechanism, user, secret, error);

  /* More may be offered now (RFC 9051 section 6.2.2). */
  if (mc_mail_reply_is_accepted (reply) && !mc_imap_dialogue_told_capabilities (self->dialogue))
    mc_mail_client_clear_capabilities (client);

  return g_steal_pointer (&reply);
}

static void
take_server_id (McImapResponse *response,
                gpointer        data)
{
  const McImapValue *fields = mc_imap_value_get_item (mc_imap_response_get_data (response), 0);
  g_autofree char   *name = NULL;
  g_autofree char   *version = NULL;
  char             **server = data;

  if (!mc_imap_response_is (response, "ID") || *server != NULL)
    return;

  for (guint i = 0; i + 1 < mc_imap_value_get_n_items (fields); i += 2)
    {
      const McImapValue *field = mc_imap_value_get_item (fields, i);
      const McImapValue *value = mc_imap_value_get_item (fields, i + 1);

      if (name == NULL && mc_imap_value_is (field, "name"))
        name = mc_imap_value_dup_safe (value);
      else if (version == NULL && mc_imap_value_is (field, "version"))
        version = mc_imap_value_dup_safe (value);
    }

  if (name != NULL)
    *server = version != NULL ? g_strconcat (name, " ", version, NULL) : g_steal_pointer (&name);
}

/* ID, RFC 2971. A server's refusal to say means nothing. */
static gboolean
mc_imap_client_identify (McMailClient *client,
                         McScope      *scope,
                         char        **server,
                         GError      **error)
{
  static const char       command[] = "ID (\"name\" \"Mail Checkup\" \"version\" \"" MC_VERSION "\")";
  McImapClient           *self = MC_IMAP_CLIENT (client);
  g_autoptr (McMailReply) reply = NULL;

  if (!mc_mail_client_load_capabilities (client, scope, error))
    return FALSE;

  if (!mc_mail_client_has_capability (client, "ID"))
    return TRUE;

  reply = mc_imap_dialogue_run (self->dialogue, scope, command, take_server_id, server, error);
  return reply != NULL;
}

static void
take_mailbox (McImapResponse *response,
              gpointer        data)
{
  McMailbox  *mailbox = data;
  const char *code = mc_imap_response_get_code (response);
  const char *arguments = mc_imap_response_get_code_arguments (response);
  guint64     number;

  if (mc_imap_response_is (response, "EXISTS"))
    mailbox->exists = mc_imap_response_get_number (response);

  if (arguments == NULL || !g_ascii_string_to_unsigned (arguments, 10, 1, G_MAXUINT32, &number, NULL))
    return;

  if (g_strcmp0 (code, "UIDVALIDITY") == 0)
    mailbox->uid_validity = (guint32) number;
  else if (g_strcmp0 (code, "UIDNEXT") == 0)
    mailbox->uid_next = (guint32) number;
}

/*
 * EXAMINE, RFC 9051 section 6.3.3, and not SELECT: SELECT would take \Recent from
 * new messages, and a checkup must leave no trace in the mailbox.
 */
static McMailReply *
mc_imap_client_open_inbox (McMailClient *client,
                           McScope      *scope,
                           McMailbox   **mailbox,
                           GError      **error)
{
  g_autoptr (McMailbox)   opened = g_new0 (McMailbox, 1);
  g_autoptr (McMailReply) reply = NULL;

  reply = mc_imap_dialogue_run (MC_IMAP_CLIENT (client)->dialogue, scope, "EXAMINE INBOX", take_mailbox, opened, error);
  if (mc_mail_reply_is_accepted (reply))
    *mailbox = g_steal_pointer (&opened);

  return g_steal_pointer (&reply);
}

/* QUOTA root (STORAGE 10 512 MESSAGE 20 100): each limit is three values. */
static void
take_quota (McImapResponse *response,
            gpointer        data)
{
  const McImapValue *values = mc_imap_response_get_data (response);
  const McImapValue *limits = mc_imap_value_get_item (values, 1);
  GPtrArray         *quotas = data;

  if (!mc_imap_response_is (response, "QUOTA"))
    return;

  for (guint i = 0; i + 2 < mc_imap_value_get_n_items (limits) && quotas->len < MAX_QUOTAS; i += 3)
    {
      g_autofree char *resource = mc_imap_value_dup_safe (mc_imap_value_get_item (limits, i));
      McQuota         *quota;
      guint64          usage;
      guint64          limit;

      if (resource == NULL ||
          !mc_imap_value_get_number (mc_imap_value_get_item (limits, i + 1), &usage) ||
          !mc_imap_value_get_number (mc_imap_value_get_item (limits, i + 2), &limit))
        continue;

      quota = g_new0 (McQuota, 1);
      quota->root = mc_imap_value_dup_safe (mc_imap_value_get_item (values, 0));
      quota->resource = g_ascii_strup (resource, -1);
      quota->usage = usage;
      quota->limit = limit;
      g_ptr_array_add (quotas, quota);
    }
}

/* GETQUOTAROOT, RFC 9208 section 4.2. */
static GPtrArray *
mc_imap_client_list_quotas (McMailClient *client,
                            McScope      *scope,
                            GError      **error)
{
  g_autoptr (GPtrArray) quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_quota_free);

  if (!require_capability (client, scope, "QUOTA", error) ||
      !run_or_fail (client, scope, "GETQUOTAROOT INBOX", take_quota, quotas, error))
    return NULL;

  return g_steal_pointer (&quotas);
}

static void
mc_imap_client_log_out (McMailClient *client,
                        McScope      *scope)
{
  g_autoptr (McScope)     short_scope = mc_scope_new (scope, LOG_OUT_TIMEOUT_MS);
  g_autoptr (McMailReply) reply = NULL;

  reply = mc_imap_dialogue_run (MC_IMAP_CLIENT (client)->dialogue, short_scope, "LOGOUT", NULL, NULL, NULL);
}

static void
mc_imap_client_finalize (GObject *object)
{
  McImapClient *self = MC_IMAP_CLIENT (object);

  g_clear_pointer (&self->dialogue, mc_imap_dialogue_free);

  G_OBJECT_CLASS (mc_imap_client_parent_class)->finalize (object);
}

static void
mc_imap_client_class_init (McImapClientClass *klass)
{
  McMailClientClass *client_class = MC_MAIL_CLIENT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mc_imap_client_finalize;

  client_class->read_greeting = mc_imap_client_read_greeting;
  client_class->load_capabilities = mc_imap_client_load_capabilities;
  client_class->offers_tls = mc_imap_client_offers_tls;
  client_class->request_tls = mc_imap_client_request_tls;
  client_class->forget = mc_imap_client_forget;
  client_class->add_mechanisms = mc_imap_client_add_mechanisms;
  client_class->is_password_disabled = mc_imap_client_is_password_disabled;
  client_class->sign_in = mc_imap_client_sign_in;
  client_class->identify = mc_imap_client_identify;
  client_class->open_inbox = mc_imap_client_open_inbox;
  client_class->list_quotas = mc_imap_client_list_quotas;
  client_class->log_out = mc_imap_client_log_out;
}

static void
mc_imap_client_init (McImapClient *self)
{
  self->dialogue = mc_imap_dialogue_new (MC_MAIL_CLIENT (self));
}

/**
 * mc_imap_client_new:
 * @connection: an open connection
 *
 * Returns: (transfer full): a client that speaks IMAP
 */
McMailClient *
mc_imap_client_new (McConnection *connection)
{
  return g_object_new (MC_TYPE_IMAP_CLIENT, "connection", connection, NULL);
}

static gboolean
is_special_use (const McImapValue *attribute)
{
  static const char *const uses[] = { "\\All", "\\Archive", "\\Drafts", "\\Flagged", "\\Junk", "\\Sent", "\\Trash", NULL };

  for (guint i = 0; uses[i] != NULL; i++)
    if (mc_imap_value_is (attribute, uses[i]))
      return TRUE;

  return FALSE;
}

/* LIST (attributes) delimiter name */
static void
take_folder (McImapResponse *response,
             gpointer        data)
{
  const McImapValue *values = mc_imap_response_get_data (response);
  const McImapValue *attributes = mc_imap_value_get_item (values, 0);
  const char        *delimiter = mc_imap_value_get_bytes (mc_imap_value_get_item (values, 1), NULL);
  g_autofree char   *name = mc_imap_value_dup_safe (mc_imap_value_get_item (values, 2));
  McMailFolder      *folder;

  if (!mc_imap_response_is (response, "LIST") || name == NULL)
    return;

  folder = g_new0 (McMailFolder, 1);
  folder->name = g_steal_pointer (&name);
  folder->delimiter = delimiter != NULL && g_ascii_isgraph (delimiter[0]) ? delimiter[0] : '\0';
  for (guint i = 0; i < mc_imap_value_get_n_items (attributes) && folder->special_use == NULL; i++)
    if (is_special_use (mc_imap_value_get_item (attributes, i)))
      folder->special_use = mc_imap_value_dup_safe (mc_imap_value_get_item (attributes, i));

  g_ptr_array_add (data, folder);
}

/**
 * mc_imap_client_list_folders:
 * @self: a client that has signed in
 * @scope: the time it has
 * @error: %MC_MAIL_ERROR_REFUSED, the last reply says why; others of both domains
 *
 * Asks for all folders by LIST (RFC 9051 section 6.3.9), with their special use
 * where the server tells it (RFC 6154).
 *
 * Returns: (transfer full) (nullable) (element-type McMailFolder): the folders, or
 *   %NULL with an error
 */
GPtrArray *
mc_imap_client_list_folders (McImapClient *self,
                             McScope      *scope,
                             GError      **error)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_mail_folder_free);
  McMailClient         *client = MC_MAIL_CLIENT (self);
  const char           *command = "LIST \"\" \"*\"";

  g_return_val_if_fail (MC_IS_IMAP_CLIENT (self), NULL);

  if (!mc_mail_client_load_capabilities (client, scope, error))
    return NULL;

  if (mc_mail_client_has_capability (client, "SPECIAL-USE") && mc_mail_client_has_capability (client, "LIST-EXTENDED"))
    command = "LIST \"\" \"*\" RETURN (SPECIAL-USE)";

  if (!run_or_fail (client, scope, command, take_folder, folders, error))
    return NULL;

  return g_steal_pointer (&folders);
}

static void
take_namespace (McImapResponse *response,
                gpointer        data)
{
  const McImapValue *personal = mc_imap_value_get_item (mc_imap_response_get_data (response), 0);
  const McImapValue *first = mc_imap_value_get_item (personal, 0);
  char             **prefix = data;

  if (mc_imap_response_is (response, "NAMESPACE") && *prefix == NULL)
    *prefix = mc_imap_value_dup_safe (mc_imap_value_get_item (first, 0));
}

/**
 * mc_imap_client_get_personal_namespace:
 * @self: a client that has signed in
 * @scope: the time it has
 * @error: %MC_MAIL_ERROR_NOT_OFFERED; %MC_MAIL_ERROR_REFUSED, the last reply says
 *   why; others of both domains
 *
 * Asks for the prefix of the person's own folders (RFC 9051 section 6.3.10).
 *
 * Returns: (transfer full) (nullable): the prefix, safe to show, perhaps empty, or
 *   %NULL with an error
 */
char *
mc_imap_client_get_personal_namespace (McImapClient *self,
                                       McScope      *scope,
                                       GError      **error)
{
  g_autofree char *prefix = NULL;

  g_return_val_if_fail (MC_IS_IMAP_CLIENT (self), NULL);

  if (!require_capability (MC_MAIL_CLIENT (self), scope, "NAMESPACE", error) ||
      !run_or_fail (MC_MAIL_CLIENT (self), scope, "NAMESPACE", take_namespace, &prefix, error))
    return NULL;

  return prefix != NULL ? g_steal_pointer (&prefix) : g_strdup ("");
}
