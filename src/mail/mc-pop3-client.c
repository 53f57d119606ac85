/* mc-pop3-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-pop3-client.h"
#include "mc-pop3-dialogue.h"
#include "mc-pop3-reply.h"
#include "mc-sasl.h"
#include "mc-text.h"

#define LOG_OUT_TIMEOUT_MS   2000
#define MAX_CAPABILITY_CHARS 500

/**
 * McPop3Client:
 *
 * POP3 (RFC 1939) as far as a checkup needs it. It fetches and deletes nothing.
 */
struct _McPop3Client
{
  McMailClient parent_instance;
  char        *timestamp; /* of the greeting, for APOP */
  gboolean     knows_capabilities;
  gboolean     has_no_capa;
};

G_DEFINE_FINAL_TYPE (McPop3Client, mc_pop3_client, MC_TYPE_MAIL_CLIENT)

static McMailReply *
mc_pop3_client_read_greeting (McMailClient *client,
                              McScope      *scope,
                              GError      **error)
{
  McMailReply *reply = mc_pop3_dialogue_read (client, scope, TRUE, error);

  if (mc_mail_reply_is_accepted (reply))
    MC_POP3_CLIENT (client)->timestamp = mc_pop3_find_timestamp (mc_mail_reply_get_text (reply));

  return reply;
}

static void
take_capability (const char *bytes,
                 gsize       length,
                 gpointer    data)
{
  g_autofree char *safe = g_strstrip (mc_text_make_safe (bytes, (gssize) length, MAX_CAPABILITY_CHARS));

  if (safe[0] != '\0')
    mc_mail_client_add_capability (data, safe);
}

/* CAPA, RFC 2449 section 5. Servers that do not know it know USER and PASS. */
static gboolean
mc_pop3_client_load_capabilities (McMailClient *client,
                                  McScope      *scope,
                                  GError      **error)
{
  McPop3Client           *self = MC_POP3_CLIENT (client);
  g_autoptr (McMailReply) reply = NULL;

  if (self->knows_capabilities)
    return TRUE;

  reply = mc_pop3_dialogue_run_list (client, scope, "CAPA", take_capability, client, error);
  if (reply == NULL)
    return FALSE;

  mc_mail_client_set_last_reply (client, reply);
  self->knows_capabilities = TRUE;
  self->has_no_capa = !mc_mail_reply_is_accepted (reply);
  return TRUE;
}

static gboolean
mc_pop3_client_offers_tls (McMailClient *client)
{
  return mc_mail_client_has_capability (client, "STLS");
}

/* RFC 2595 section 4. */
static McMailReply *
mc_pop3_client_request_tls (McMailClient *client,
                            McScope      *scope,
                            GError      **error)
{
  return mc_pop3_dialogue_run (client, scope, "STLS", error);
}

/* The timestamp too: it could be anybody's. */
static void
mc_pop3_client_forget (McMailClient *client)
{
  McPop3Client *self = MC_POP3_CLIENT (client);

  self->knows_capabilities = FALSE;
  self->has_no_capa = FALSE;
  g_clear_pointer (&self->timestamp, g_free);
}

/* Whether AUTH takes a password. */
static gboolean
has_password_mechanism (McMailClient *client)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           mechanisms = NULL;

  mc_sasl_add_mechanisms (builder, mc_mail_client_list_capabilities (client), "SASL");
  mechanisms = g_strv_builder_end (builder);
  return mc_sasl_choose (MC_SECRET_PASSWORD, (const char *const *) mechanisms) != NULL;
}

/*
 * RFC 2449 sections 6.2 and 6.3; a timestamp in the greeting offers APOP. Dovecot announces USER even where it
 * refuses every plain password, so USER counts only where AUTH takes no password.
 */
static void
mc_pop3_client_add_mechanisms (McMailClient *client,
                               GStrvBuilder *mechanisms)
{
  McPop3Client *self = MC_POP3_CLIENT (client);

  mc_sasl_add_mechanisms (mechanisms, mc_mail_client_list_capabilities (client), "SASL");
  if (self->has_no_capa || (mc_mail_client_has_capability (client, "USER") && !has_password_mechanism (client)))
    g_strv_builder_add (mechanisms, MC_SASL_COMMAND);
  if (self->timestamp != NULL)
    g_strv_builder_add (mechanisms, MC_SASL_APOP);
}

static gboolean
mc_pop3_client_is_password_disabled (McMailClient *client)
{
  return mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD) == NULL;
}

static McMailReply *
mc_pop3_client_sign_in (McMailClient *client,
                        McScope      *scope,
                        const char   *mechanism,
                        const char   *user,
                        McSecret     *secret,
                        GError      **error)
{
  return mc_pop3_dialogue_sign_in (client, scope, mechanism, MC_POP3_CLIENT (client)->timestamp, user, secret, error);
}

/* IMPLEMENTATION, RFC 2449 section 6.9: the server has said it with its capabilities. */
static gboolean
mc_pop3_client_identify (McMailClient *client,
                         McScope      *scope,
                         char        **server,
                         GError      **error)
{
  const char *implementation = mc_mail_client_get_capability_arguments (client, "IMPLEMENTATION");

  if (implementation != NULL && implementation[0] != '\0')
    *server = g_strdup (implementation);

  return TRUE;
}

/* STAT, RFC 1939 section 5. */
static McMailReply *
mc_pop3_client_open_inbox (McMailClient *client,
                           McScope      *scope,
                           McMailbox   **mailbox,
                           GError      **error)
{
  g_autoptr (McMailbox)   opened = g_new0 (McMailbox, 1);
  g_autoptr (McMailReply) reply = mc_pop3_dialogue_run (client, scope, "STAT", error);

  if (!mc_mail_reply_is_accepted (reply))
    return g_steal_pointer (&reply);

  if (!mc_pop3_read_count (mc_mail_reply_get_text (reply), &opened->exists))
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, "The server’s answer to STAT has no number");
      return NULL;
    }

  *mailbox = g_steal_pointer (&opened);
  return g_steal_pointer (&reply);
}

static void
mc_pop3_client_log_out (McMailClient *client,
                        McScope      *scope)
{
  g_autoptr (McScope)     short_scope = mc_scope_new (scope, LOG_OUT_TIMEOUT_MS);
  g_autoptr (McMailReply) reply = mc_pop3_dialogue_run (client, short_scope, "QUIT", NULL);
}

static void
mc_pop3_client_finalize (GObject *object)
{
  McPop3Client *self = MC_POP3_CLIENT (object);

  g_free (self->timestamp);

  G_OBJECT_CLASS (mc_pop3_client_parent_class)->finalize (object);
}

static void
mc_pop3_client_class_init (McPop3ClientClass *klass)
{
  McMailClientClass *client_class = MC_MAIL_CLIENT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mc_pop3_client_finalize;

  client_class->read_greeting = mc_pop3_client_read_greeting;
  client_class->load_capabilities = mc_pop3_client_load_capabilities;
  client_class->offers_tls = mc_pop3_client_offers_tls;
  client_class->request_tls = mc_pop3_client_request_tls;
  client_class->forget = mc_pop3_client_forget;
  client_class->add_mechanisms = mc_pop3_client_add_mechanisms;
  client_class->is_password_disabled = mc_pop3_client_is_password_disabled;
  client_class->sign_in = mc_pop3_client_sign_in;
  client_class->identify = mc_pop3_client_identify;
  client_class->open_inbox = mc_pop3_client_open_inbox;
  client_class->log_out = mc_pop3_client_log_out;
}

static void
mc_pop3_client_init (McPop3Client *self)
{
}

/**
 * mc_pop3_client_new:
 * @connection: an open connection
 *
 * Returns: (transfer full): a client that speaks POP3
 */
McMailClient *
mc_pop3_client_new (McConnection *connection)
{
  return g_object_new (MC_TYPE_POP3_CLIENT, "connection", connection, NULL);
}

static void
count_id (const char *bytes,
          gsize       length,
          gpointer    data)
{
  guint *count = data;

  *count += 1;
}

/**
 * mc_pop3_client_count_ids:
 * @self: a client that has signed in
 * @scope: the time it has
 * @count: (out): how many messages have a unique id
 * @error: %MC_MAIL_ERROR_REFUSED when the server does not give ids, so that mail
 *   programs cannot leave messages there; others of both domains
 *
 * Asks for the ids of all messages by UIDL (RFC 1939 section 7) and keeps none. The
 * list can be long, and stands in the transcript.
 *
 * Returns: whether the server gave them
 */
gboolean
mc_pop3_client_count_ids (McPop3Client *self,
                          McScope      *scope,
                          guint        *count,
                          GError      **error)
{
  g_autoptr (McMailReply) reply = NULL;

  g_return_val_if_fail (MC_IS_POP3_CLIENT (self), FALSE);
  g_return_val_if_fail (count != NULL, FALSE);

  *count = 0;
  reply = mc_pop3_dialogue_run_list (MC_MAIL_CLIENT (self), scope, "UIDL", count_id, count, error);
  if (reply == NULL)
    return FALSE;

  mc_mail_client_set_last_reply (MC_MAIL_CLIENT (self), reply);
  if (mc_mail_reply_is_accepted (reply))
    return TRUE;

  g_set_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_REFUSED, "The server gives no ids: %s", mc_mail_reply_get_text (reply));
  return FALSE;
}
