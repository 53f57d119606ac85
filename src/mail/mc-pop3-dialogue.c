/* mc-pop3-dialogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-mail-lines.h"
#include "mc-pop3-dialogue.h"
#include "mc-pop3-reply.h"
#include "mc-sasl-exchange.h"
#include "mc-sasl.h"

#define MAX_LINE_BYTES (8 * 1024)
#define MAX_LIST_BYTES (4 * 1024 * 1024)
#define MAX_LIST_LINES 200000

/* RFC 2449 section 4; a longer first message of SASL comes after the command (RFC 5034 section 4). */
#define MAX_COMMAND_BYTES 255

/* RFC 5034 section 4 for challenges. */
#define MAX_CHALLENGE_BYTES 12288

/**
 * mc_pop3_dialogue_read:
 * @client: a client
 * @scope: the time it has
 * @is_greeting: whether it is the first line of all
 * @error: %MC_MAIL_ERROR_MALFORMED, or for a greeting %MC_MAIL_ERROR_UNEXPECTED: the
 *   client's last reply is what came then; %MC_MAIL_ERROR_TOO_MUCH; an error of the
 *   connection
 *
 * Returns: (transfer full) (nullable): the next status line, or %NULL with an error
 */
McMailReply *
mc_pop3_dialogue_read (McMailClient *client,
                       McScope      *scope,
                       gboolean      is_greeting,
                       GError      **error)
{
  g_autoptr (GBytes) line = mc_mail_lines_read (client, scope, MAX_LINE_BYTES, error);
  McMailReply       *reply;
  gsize              length;
  const char        *bytes;

  if (line == NULL)
    return NULL;

  bytes = g_bytes_get_data (line, &length);
  reply = mc_pop3_reply_parse (bytes, length, is_greeting ? NULL : error);
  if (reply == NULL && is_greeting)
    mc_mail_lines_fail_unexpected (client, line, "POP3", error);

  return reply;
}

/**
 * mc_pop3_dialogue_run:
 * @client: a client
 * @scope: the time it has
 * @command: a command that holds no secret, without its line end
 * @error: as mc_pop3_dialogue_read()
 *
 * Returns: (transfer full) (nullable): the status line, or %NULL with an error
 */
McMailReply *
mc_pop3_dialogue_run (McMailClient *client,
                      McScope      *scope,
                      const char   *command,
                      GError      **error)
{
  g_autofree char *line = g_strconcat (command, "\r\n", NULL);

  if (!mc_connection_write (mc_mail_client_get_connection (client), scope, line, error))
    return NULL;

  return mc_pop3_dialogue_read (client, scope, FALSE, error);
}

static gboolean
read_list (McMailClient *client,
           McScope      *scope,
           McPop3Handler handler,
           gpointer      data,
           GError      **error)
{
  gsize n_bytes = 0;

  for (guint n_lines = 0; n_lines <= MAX_LIST_LINES && n_bytes <= MAX_LIST_BYTES; n_lines++)
    {
      g_autoptr (GBytes) line = mc_mail_lines_read (client, scope, MAX_LINE_BYTES, error);
      gsize              length;
      const char        *bytes;

      if (line == NULL)
        return FALSE;

      bytes = g_bytes_get_data (line, &length);
      n_bytes += length;
      bytes = mc_pop3_unstuff (bytes, &length);
      if (bytes == NULL)
        return TRUE;

      handler (bytes, length, data);
    }

  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_TOO_MUCH, "The server’s list does not end");
  return FALSE;
}

/**
 * mc_pop3_dialogue_run_list:
 * @client: a client
 * @scope: the time it has
 * @command: a command that is answered by a list, without its line end
 * @handler: gets each line of it
 * @data: for @handler
 * @error: as mc_pop3_dialogue_read()
 *
 * Returns: (transfer full) (nullable): the status line once the whole list was
 *   read, or %NULL with an error
 */
McMailReply *
mc_pop3_dialogue_run_list (McMailClient *client,
                           McScope      *scope,
                           const char   *command,
                           McPop3Handler handler,
                           gpointer      data,
                           GError      **error)
{
  g_autoptr (McMailReply) reply = mc_pop3_dialogue_run (client, scope, command, error);

  if (mc_mail_reply_is_accepted (reply) && !read_list (client, scope, handler, data, error))
    return NULL;

  return g_steal_pointer (&reply);
}

/* USER and PASS, RFC 1939 section 7. A password may hold spaces: the line ends it. */
static McMailReply *
run_user_pass (McMailClient *client,
               McScope      *scope,
               const char   *user,
               McSecret     *secret,
               GError      **error)
{
  const char             *password = mc_secret_peek (secret);
  g_autofree char        *command = g_strconcat ("USER ", user, NULL);
  g_autoptr (McMailReply) reply = NULL;

  if (!mc_mail_lines_can_hold (user, error) || !mc_mail_lines_can_hold (password, error))
    return NULL;

  reply = mc_pop3_dialogue_run (client, scope, command, error);
  if (!mc_mail_reply_is_accepted (reply))
    return g_steal_pointer (&reply);

  if (!mc_mail_lines_write_secret (client, scope, "PASS ", password, error))
    return NULL;

  return mc_pop3_dialogue_read (client, scope, FALSE, error);
}

/* APOP, RFC 1939 section 7. From the digest passwords can be tried, so it is as secret as they are. */
static McMailReply *
run_apop (McMailClient *client,
          McScope      *scope,
          const char   *timestamp,
          const char   *user,
          McSecret     *secret,
          GError      **error)
{
  const char           *password = mc_secret_peek (secret);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  g_autofree char      *command = g_strconcat ("APOP ", user, " ", NULL);

  if (!mc_mail_lines_can_hold (user, error))
    return NULL;

  g_checksum_update (checksum, (const guchar *) timestamp, (gssize) strlen (timestamp));
  g_checksum_update (checksum, (const guchar *) password, (gssize) strlen (password));
  if (!mc_mail_lines_write_secret (client, scope, command, g_checksum_get_string (checksum), error))
    return NULL;

  return mc_pop3_dialogue_read (client, scope, FALSE, error);
}

static McMailReply *
read_turn (gpointer data,
           McScope *scope,
           char   **challenge,
           GError **error)
{
  g_autoptr (GBytes) line = mc_mail_lines_read (data, scope, MAX_CHALLENGE_BYTES, error);
  gsize              length;
  const char        *bytes;

  if (line == NULL)
    return NULL;

  bytes = g_bytes_get_data (line, &length);
  if (!mc_pop3_is_challenge (bytes, length))
    return mc_pop3_reply_parse (bytes, length, error);

  *challenge = g_strstrip (g_strndup (bytes + 1, length - 1));
  return NULL;
}

/**
 * mc_pop3_dialogue_sign_in:
 * @client: a client
 * @scope: the time it has
 * @mechanism: a SASL mechanism (RFC 5034), %MC_SASL_COMMAND or %MC_SASL_APOP
 * @timestamp: (nullable): the timestamp of the greeting, for %MC_SASL_APOP
 * @user: the sign-in name
 * @secret: the password or access token
 * @error: as mc_mail_client_sign_in()
 *
 * Returns: (transfer full) (nullable): the server's answer, or %NULL with an error
 */
McMailReply *
mc_pop3_dialogue_sign_in (McMailClient *client,
                          McScope      *scope,
                          const char   *mechanism,
                          const char   *timestamp,
                          const char   *user,
                          McSecret     *secret,
                          GError      **error)
{
  McSaslProfile profile = { client, "AUTH", MAX_COMMAND_BYTES, read_turn, client };

  if (g_str_equal (mechanism, MC_SASL_COMMAND))
    return run_user_pass (client, scope, user, secret, error);

  if (g_str_equal (mechanism, MC_SASL_APOP) && timestamp != NULL)
    return run_apop (client, scope, timestamp, user, secret, error);

  return mc_sasl_exchange (&profile, scope, mechanism, user, secret, error);
}
