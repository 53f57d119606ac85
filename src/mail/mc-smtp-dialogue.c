/* mc-smtp-dialogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-mail-lines.h"
#include "mc-sasl-exchange.h"
#include "mc-sasl.h"
#include "mc-smtp-dialogue.h"

/* The longest command, RFC 5321 section 4.5.3.1.4; AUTH keeps to it (RFC 4954 section 4). */
#define MAX_COMMAND_BYTES 512

#define CODE_SERVICE_READY    220
#define CODE_CHALLENGE        334
#define CODE_PARAMETERS_WRONG 501

static gboolean
add_lines (McSmtpReply  *reply,
           McMailClient *client,
           McScope      *scope,
           GError      **error)
{
  while (!mc_smtp_reply_is_complete (reply))
    {
      g_autoptr (GBytes) line = mc_mail_lines_read (client, scope, MC_SMTP_MAX_LINE_BYTES, error);
      gsize              length;
      const char        *bytes;

      if (line == NULL)
        return FALSE;

      bytes = g_bytes_get_data (line, &length);
      if (!mc_smtp_reply_add_line (reply, bytes, length, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * mc_smtp_dialogue_read:
 * @client: a client
 * @scope: the time it has
 * @error: %MC_MAIL_ERROR_MALFORMED, %MC_MAIL_ERROR_TOO_MUCH or an error of the connection
 *
 * Returns: (transfer full) (nullable): the next reply, or %NULL with an error
 */
McSmtpReply *
mc_smtp_dialogue_read (McMailClient *client,
                       McScope      *scope,
                       GError      **error)
{
  g_autoptr (McSmtpReply) reply = mc_smtp_reply_new ();

  return add_lines (reply, client, scope, error) ? g_steal_pointer (&reply) : NULL;
}

/**
 * mc_smtp_dialogue_read_greeting:
 * @client: a client
 * @scope: the time it has
 * @error: %MC_MAIL_ERROR_UNEXPECTED, the client's last reply is what came then;
 *   others as mc_smtp_dialogue_read()
 *
 * Reads the greeting (RFC 5321 section 3.1): 220, or a refusal.
 *
 * Returns: (transfer full) (nullable): the greeting, or %NULL with an error
 */
McSmtpReply *
mc_smtp_dialogue_read_greeting (McMailClient *client,
                                McScope      *scope,
                                GError      **error)
{
  g_autoptr (GBytes)      line = mc_mail_lines_read (client, scope, MC_SMTP_MAX_LINE_BYTES, error);
  g_autoptr (McSmtpReply) reply = mc_smtp_reply_new ();
  gsize                   length;
  const char             *bytes;

  if (line == NULL)
    return NULL;

  bytes = g_bytes_get_data (line, &length);
  if (!mc_smtp_reply_add_line (reply, bytes, length, NULL) ||
      (mc_smtp_reply_get_code (reply) != CODE_SERVICE_READY && mc_smtp_reply_get_code (reply) < 400))
    {
      mc_mail_lines_fail_unexpected (client, line, "SMTP", error);
      return NULL;
    }

  return add_lines (reply, client, scope, error) ? g_steal_pointer (&reply) : NULL;
}

/**
 * mc_smtp_dialogue_run:
 * @client: a client
 * @scope: the time it has
 * @command: a command that holds no secret, without its line end
 * @error: as mc_smtp_dialogue_read()
 *
 * Returns: (transfer full) (nullable): the server's reply, or %NULL with an error
 */
McSmtpReply *
mc_smtp_dialogue_run (McMailClient *client,
                      McScope      *scope,
                      const char   *command,
                      GError      **error)
{
  g_autofree char *line = g_strconcat (command, "\r\n", NULL);

  if (!mc_connection_write (mc_mail_client_get_connection (client), scope, line, error))
    return NULL;

  return mc_smtp_dialogue_read (client, scope, error);
}

static McMailReply *
read_turn (gpointer data,
           McScope *scope,
           char   **challenge,
           GError **error)
{
  g_autoptr (McSmtpReply) reply = mc_smtp_dialogue_read (data, scope, error);

  if (reply == NULL)
    return NULL;

  if (mc_smtp_reply_get_code (reply) != CODE_CHALLENGE)
    return mc_smtp_reply_to_mail_reply (reply);

  if (mc_smtp_reply_get_n_lines (reply) == 1)
    *challenge = g_strstrip (g_strdup (mc_smtp_reply_get_line (reply, 0)));
  else
    g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, "A challenge is one line");
  return NULL;
}

/**
 * mc_smtp_dialogue_sign_in:
 * @client: a client
 * @scope: the time it has
 * @mechanism: a SASL mechanism
 * @user: the sign-in name
 * @secret: the password or access token
 * @error: as mc_mail_client_sign_in()
 *
 * Signs in by AUTH (RFC 4954 section 4). A server that does not understand the
 * client's first message beside the command, and so has not looked at it, gets it
 * after the command.
 *
 * Returns: (transfer full) (nullable): the server's answer, or %NULL with an error
 */
McMailReply *
mc_smtp_dialogue_sign_in (McMailClient *client,
                          McScope      *scope,
                          const char   *mechanism,
                          const char   *user,
                          McSecret     *secret,
                          GError      **error)
{
  McSaslProfile           profile = { client, "AUTH", MAX_COMMAND_BYTES, read_turn, client };
  g_autoptr (McMailReply) reply = mc_sasl_exchange (&profile, scope, mechanism, user, secret, error);

  if (reply == NULL || mc_mail_reply_get_reply_code (reply) != CODE_PARAMETERS_WRONG ||
      !mc_sasl_is_client_first (mechanism))
    return g_steal_pointer (&reply);

  profile.max_command = 0;
  return mc_sasl_exchange (&profile, scope, mechanism, user, secret, error);
}
