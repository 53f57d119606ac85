/* mc-smtp-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-sasl.h"
#include "mc-smtp-client.h"
#include "mc-smtp-dialogue.h"
#include "mc-text.h"

#define LOG_OUT_TIMEOUT_MS   2000
#define MAX_CAPABILITY_CHARS 500

/* RFC 5321 section 4.5.3.1.3 allows paths of 256 bytes; RFC 6531 section 3.2 more. */
#define MAX_ADDRESS_BYTES 512

/* The size of a short letter, to see whether there is room for one. */
#define PROBE_SIZE 2048

#define CODE_UNKNOWN_COMMAND 500
#define CODE_NOT_IMPLEMENTED 502

/**
 * McSmtpClient:
 *
 * SMTP as programs hand in messages (RFC 5321, RFC 6409), up to where a message
 * would follow. It never sends one.
 */
struct _McSmtpClient
{
  McMailClient parent_instance;
  gboolean     is_introduced;
};

G_DEFINE_FINAL_TYPE (McSmtpClient, mc_smtp_client, MC_TYPE_MAIL_CLIENT)

static McMailReply *
run (McMailClient *client,
     McScope      *scope,
     const char   *command,
     GError      **error)
{
  g_autoptr (McSmtpReply) reply = mc_smtp_dialogue_run (client, scope, command, error);

  return reply != NULL ? mc_smtp_reply_to_mail_reply (reply) : NULL;
}

static McMailReply *
mc_smtp_client_read_greeting (McMailClient *client,
                              McScope      *scope,
                              GError      **error)
{
  g_autoptr (McSmtpReply) reply = mc_smtp_dialogue_read_greeting (client, scope, error);

  return reply != NULL ? mc_smtp_reply_to_mail_reply (reply) : NULL;
}

/*
 * How the client calls itself (RFC 5321 section 4.1.3): by its address on this connection, which the server
 * sees anyway and always takes, as Thunderbird does. The computer's name would tell the server about the
 * person, and is seldom one that exists for others.
 */
static char *
make_introduction (McMailClient *client,
                   const char   *command)
{
  g_autoptr (GInetAddress) address = mc_connection_dup_local_address (mc_mail_client_get_connection (client));
  g_autofree char         *text = address != NULL ? g_inet_address_to_string (address) : g_strdup ("127.0.0.1");

  return g_strdup_printf ("%s [%s%s]", command, strchr (text, ':') != NULL ? "IPv6:" : "", text);
}

/* The first line is the server's name, each other one an extension (RFC 5321 section 4.1.1.1). */
static void
take_extensions (McMailClient *client,
                 McSmtpReply  *reply)
{
  for (guint i = 1; i < mc_smtp_reply_get_n_lines (reply); i++)
    {
      g_autofree char *line = mc_text_make_safe (mc_smtp_reply_get_line (reply, i), -1, MAX_CAPABILITY_CHARS);

      g_strstrip (line);
      if (line[0] != '\0')
        mc_mail_client_add_capability (client, line);
    }
}

/* EHLO, or HELO where the server is too old for that: it has no extensions then. */
static McSmtpReply *
introduce (McMailClient *client,
           McScope      *scope,
           GError      **error)
{
  g_autofree char        *ehlo = make_introduction (client, "EHLO");
  g_autofree char        *helo = make_introduction (client, "HELO");
  g_autoptr (McSmtpReply) reply = mc_smtp_dialogue_run (client, scope, ehlo, error);

  if (reply == NULL)
    return NULL;

  if (mc_smtp_reply_get_code (reply) == CODE_UNKNOWN_COMMAND || mc_smtp_reply_get_code (reply) == CODE_NOT_IMPLEMENTED)
    return mc_smtp_dialogue_run (client, scope, helo, error);

  if (mc_smtp_reply_get_code (reply) / 100 == 2)
    take_extensions (client, reply);

  return g_steal_pointer (&reply);
}

static gboolean
mc_smtp_client_load_capabilities (McMailClient *client,
                                  McScope      *scope,
                                  GError      **error)
{
  McSmtpClient           *self = MC_SMTP_CLIENT (client);
  g_autoptr (McSmtpReply) answer = NULL;
  g_autoptr (McMailReply) reply = NULL;
  gboolean                is_closing;

  /* A server may have no extension at all. */
  if (self->is_introduced)
    return TRUE;

  answer = introduce (client, scope, error);
  if (answer == NULL)
    return FALSE;

  reply = mc_smtp_reply_to_mail_reply (answer);
  mc_mail_client_set_last_reply (client, reply);
  self->is_introduced = mc_mail_reply_is_accepted (reply);
  if (self->is_introduced)
    return TRUE;

  is_closing = mc_mail_reply_get_status (reply) == MC_MAIL_REPLY_CLOSING;
  g_set_error (error, MC_MAIL_ERROR, is_closing ? MC_MAIL_ERROR_CLOSED : MC_MAIL_ERROR_REFUSED,
               "The server does not take EHLO: %s", mc_mail_reply_get_text (reply));
  return FALSE;
}

static gboolean
mc_smtp_client_offers_tls (McMailClient *client)
{
  return mc_mail_client_has_capability (client, "STARTTLS");
}

/* RFC 3207 section 4. */
static McMailReply *
mc_smtp_client_request_tls (McMailClient *client,
                            McScope      *scope,
                            GError      **error)
{
  return run (client, scope, "STARTTLS", error);
}

/* Both sides begin anew (RFC 3207 section 4.2). */
static void
mc_smtp_client_forget (McMailClient *client)
{
  MC_SMTP_CLIENT (client)->is_introduced = FALSE;
}

/* RFC 4954 section 3, and `AUTH=LOGIN` for programs of the last century. */
static void
mc_smtp_client_add_mechanisms (McMailClient *client,
                               GStrvBuilder *mechanisms)
{
  mc_sasl_add_mechanisms (mechanisms, mc_mail_client_list_capabilities (client), "AUTH");
}

/* SMTP has no word for it: what is not offered is off. */
static gboolean
mc_smtp_client_is_password_disabled (McMailClient *client)
{
  return mc_mail_client_choose_mechanism (client, MC_SECRET_PASSWORD) == NULL;
}

static void
mc_smtp_client_log_out (McMailClient *client,
                        McScope      *scope)
{
  g_autoptr (McScope)     short_scope = mc_scope_new (scope, LOG_OUT_TIMEOUT_MS);
  g_autoptr (McMailReply) reply = run (client, short_scope, "QUIT", NULL);
}

static void
mc_smtp_client_class_init (McSmtpClientClass *klass)
{
  McMailClientClass *client_class = MC_MAIL_CLIENT_CLASS (klass);

  client_class->read_greeting = mc_smtp_client_read_greeting;
  client_class->load_capabilities = mc_smtp_client_load_capabilities;
  client_class->offers_tls = mc_smtp_client_offers_tls;
  client_class->request_tls = mc_smtp_client_request_tls;
  client_class->forget = mc_smtp_client_forget;
  client_class->add_mechanisms = mc_smtp_client_add_mechanisms;
  client_class->is_password_disabled = mc_smtp_client_is_password_disabled;
  client_class->sign_in = mc_smtp_dialogue_sign_in;
  client_class->log_out = mc_smtp_client_log_out;
}

static void
mc_smtp_client_init (McSmtpClient *self)
{
}

/**
 * mc_smtp_client_new:
 * @connection: an open connection
 *
 * Returns: (transfer full): a client that speaks SMTP
 */
McMailClient *
mc_smtp_client_new (McConnection *connection)
{
  return g_object_new (MC_TYPE_SMTP_CLIENT, "connection", connection, NULL);
}

/**
 * mc_smtp_client_get_size_limit:
 * @self: a client that knows the capabilities
 *
 * Returns: the largest message the server takes, in bytes (RFC 1870 section 4), or
 *   0 when it tells none
 */
guint64
mc_smtp_client_get_size_limit (McSmtpClient *self)
{
  const char *argument;
  guint64     limit = 0;

  g_return_val_if_fail (MC_IS_SMTP_CLIENT (self), 0);

  argument = mc_mail_client_get_capability_arguments (MC_MAIL_CLIENT (self), "SIZE");
  if (argument != NULL)
    g_ascii_string_to_unsigned (argument, 10, 0, G_MAXUINT64, &limit, NULL);

  return limit;
}

/* An address is written between angle brackets; nothing in it may end them or the line. */
static gboolean
can_be_path (const char *address,
             GError    **error)
{
  gboolean can_be = address[0] != '\0' && strlen (address) <= MAX_ADDRESS_BYTES &&
                    g_utf8_validate (address, -1, NULL) && strpbrk (address, "<> ") == NULL;

  for (const char *p = address; can_be && *p != '\0'; p = g_utf8_next_char (p))
    can_be = !g_unichar_iscntrl (g_utf8_get_char (p));

  if (!can_be)
    g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_ADDRESS, "This address cannot be written in SMTP");

  return can_be;
}

/* RFC 6531 section 3.4: letters outside ASCII only where the server takes them. */
static gboolean
are_letters_taken (McMailClient *client,
                   const char   *from,
                   const char   *to,
                   GError      **error)
{
  if ((g_str_is_ascii (from) && g_str_is_ascii (to)) || mc_mail_client_has_capability (client, "SMTPUTF8"))
    return TRUE;

  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NOT_OFFERED,
                       "The server takes no addresses with letters outside ASCII");
  return FALSE;
}

static char *
make_mail_command (McMailClient *client,
                   const char   *from,
                   const char   *to)
{
  GString *command = g_string_new (NULL);

  g_string_append_printf (command, "MAIL FROM:<%s>", from);
  if (mc_mail_client_has_capability (client, "SIZE"))
    g_string_append_printf (command, " SIZE=%u", PROBE_SIZE);
  if (!g_str_is_ascii (from) || !g_str_is_ascii (to))
    g_string_append (command, " SMTPUTF8");

  return g_string_free_and_steal (command);
}

/* RSET, so that nothing of the try is left; its answer changes nothing. */
static void
forget_try (McMailClient *client,
            McScope      *scope)
{
  g_autoptr (McMailReply) reply = run (client, scope, "RSET", NULL);
}

/**
 * mc_smtp_client_try_sender:
 * @self: a client that knows the capabilities
 * @scope: the time it has
 * @from: the sender's address
 * @to: the recipient's address
 * @from_reply: (out) (transfer full) (nullable): the answer to `MAIL FROM`
 * @to_reply: (out) (transfer full) (nullable): the answer to `RCPT TO`, %NULL when
 *   the sender was refused
 * @error: %MC_MAIL_ERROR_ADDRESS for what is no address and %MC_MAIL_ERROR_NOT_OFFERED
 *   for letters that the server does not take, then nothing was sent; others of
 *   both domains
 *
 * Asks whether a message from @from to @to would be taken (RFC 5321 section 3.3),
 * and takes the question back before a message would follow.
 *
 * Returns: %FALSE only when the dialogue failed; @from_reply may be there even then
 */
gboolean
mc_smtp_client_try_sender (McSmtpClient *self,
                           McScope      *scope,
                           const char   *from,
                           const char   *to,
                           McMailReply **from_reply,
                           McMailReply **to_reply,
                           GError      **error)
{
  McMailClient    *client = MC_MAIL_CLIENT (self);
  g_autofree char *mail = NULL;
  g_autofree char *rcpt = NULL;

  g_return_val_if_fail (MC_IS_SMTP_CLIENT (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL && from_reply != NULL && to_reply != NULL, FALSE);

  *from_reply = NULL;
  *to_reply = NULL;
  if (!can_be_path (from, error) || !can_be_path (to, error) || !are_letters_taken (client, from, to, error))
    return FALSE;

  mail = make_mail_command (client, from, to);
  *from_reply = run (client, scope, mail, error);
  if (*from_reply == NULL)
    return FALSE;

  mc_mail_client_set_last_reply (client, *from_reply);
  if (!mc_mail_reply_is_accepted (*from_reply))
    return TRUE;

  rcpt = g_strdup_printf ("RCPT TO:<%s>", to);
  *to_reply = run (client, scope, rcpt, error);
  if (*to_reply == NULL)
    return FALSE;

  mc_mail_client_set_last_reply (client, *to_reply);
  if (mc_mail_reply_get_status (*to_reply) != MC_MAIL_REPLY_CLOSING)
    forget_try (client, scope);

  return TRUE;
}
