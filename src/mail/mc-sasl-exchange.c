/* mc-sasl-exchange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-mail-lines.h"
#include "mc-sasl-exchange.h"
#include "mc-sasl.h"

/* RFC 4954 section 4, RFC 5034 section 4: servers take lines of so many bytes, their end included. */
#define MAX_RESPONSE_BYTES 12288
#define MAX_CHALLENGES     20

/* Shorter ones, such as the dummies, are no secret, and would be hidden where they mean something else. */
#define MIN_SECRET_BYTES 8

typedef struct
{
  const McSaslProfile *profile;
  McScope             *scope;
  McSasl              *sasl;
  char                *held; /* a first message that waits for the server's go-ahead */
  gboolean             is_done;
  gboolean             is_done_after_held;
} Exchange;

/* Keeps what is secret out of what the server may repeat. */
static gboolean
send_response (Exchange   *self,
               const char *before,
               const char *response,
               GError    **error)
{
  McTranscript *transcript = mc_connection_get_transcript (mc_mail_client_get_connection (self->profile->client));

  if (strlen (response) >= MIN_SECRET_BYTES)
    mc_transcript_add_secret (transcript, response);
  return mc_mail_lines_write_secret (self->profile->client, self->scope, before, response, error);
}

static gboolean
send_plain (Exchange   *self,
            const char *line,
            GError    **error)
{
  return mc_connection_write (mc_mail_client_get_connection (self->profile->client), self->scope, line, error);
}

/* Sends the command with the first message where it may be there, without it else. */
static gboolean
begin (Exchange   *self,
       const char *mechanism,
       GError    **error)
{
  g_autofree char *command = g_strconcat (self->profile->command, " ", mechanism, NULL);
  g_autofree char *alone = g_strconcat (command, "\r\n", NULL);
  g_autofree char *with_space = g_strconcat (command, " ", NULL);
  char            *response = NULL;
  gboolean         is_done = FALSE;
  gboolean         sent;

  if (!mc_sasl_is_client_first (mechanism))
    return send_plain (self, alone, error);

  if (!mc_sasl_step (self->sasl, NULL, &response, &is_done, error))
    return FALSE;

  if (strlen (with_space) + strlen (response) + strlen ("\r\n") > self->profile->max_command)
    {
      self->held = response;
      self->is_done_after_held = is_done;
      return send_plain (self, alone, error);
    }

  /* An empty first message is “=” (RFC 4954 section 4, RFC 4959 section 3, RFC 5034 section 4). */
  self->is_done = is_done;
  sent = send_response (self, with_space, response[0] != '\0' ? response : "=", error);
  mc_secret_free_text (response);
  return sent;
}

/* What a challenge asks for; the one before a held message only says “go ahead”. */
static char *
take_response (Exchange   *self,
               const char *challenge,
               GError    **error)
{
  char *response = NULL;

  if (self->held != NULL)
    {
      self->is_done = self->is_done_after_held;
      return g_steal_pointer (&self->held);
    }

  return mc_sasl_step (self->sasl, challenge, &response, &self->is_done, error) ? response : NULL;
}

/* Answers a challenge, or cancels the exchange when it makes no sense (RFC 4422 section 3.5). */
static gboolean
answer (Exchange   *self,
        const char *challenge,
        GError    **error)
{
  char    *response = take_response (self, challenge, error);
  gboolean sent = FALSE;

  if (response == NULL)
    {
      send_plain (self, "*\r\n", NULL);
      return FALSE;
    }

  if (strlen (response) + strlen ("\r\n") <= MAX_RESPONSE_BYTES)
    sent = send_response (self, "", response, error);
  else
    {
      send_plain (self, "*\r\n", NULL);
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_SECRET, "The secret is too long for the protocol");
    }
  mc_secret_free_text (response);

  return sent;
}

static void
add_oauth_error (McMailReply        *reply,
                 const McOAuthError *oauth_error)
{
  const char      *alert = mc_mail_reply_get_alert (reply);
  g_autofree char *text = mc_oauth_error_to_string (oauth_error);
  g_autofree char *both = g_strconcat (alert != NULL ? alert : "", alert != NULL ? " " : "", text, NULL);

  mc_mail_reply_set_oauth_status (reply, oauth_error->status);
  mc_mail_reply_set_alert (reply, both);
}

/* A success before the exchange is complete would be one that the server did not earn. */
static McMailReply *
end (Exchange    *self,
     McMailReply *reply,
     GError     **error)
{
  const McOAuthError *oauth_error = mc_sasl_get_oauth_error (self->sasl);

  if (mc_mail_reply_is_accepted (reply) && !self->is_done)
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_SERVER_NOT_VERIFIED,
                           "The server called the sign-in complete before it was");
      return NULL;
    }

  if (oauth_error != NULL)
    add_oauth_error (reply, oauth_error);

  return mc_mail_reply_ref (reply);
}

static McMailReply *
converse (Exchange *self,
          GError  **error)
{
  for (guint i = 0; i < MAX_CHALLENGES; i++)
    {
      g_autofree char        *challenge = NULL;
      g_autoptr (McMailReply) reply = NULL;

      reply = self->profile->read (self->profile->dialogue, self->scope, &challenge, error);
      if (reply != NULL)
        return end (self, reply, error);

      if (challenge == NULL || !answer (self, challenge, error))
        return NULL;
    }

  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_TOO_MUCH, "The server’s challenges do not end");
  return NULL;
}

/**
 * mc_sasl_exchange:
 * @profile: how the protocol carries SASL
 * @scope: the time it has
 * @mechanism: the name of a SASL mechanism
 * @user: the sign-in name
 * @secret: the password or access token
 * @error: as mc_mail_client_sign_in()
 *
 * Signs in by a SASL mechanism. What is said meanwhile stays out of the transcript.
 *
 * Returns: (transfer full) (nullable): the server's answer, or %NULL with an error
 */
McMailReply *
mc_sasl_exchange (const McSaslProfile *profile,
                  McScope             *scope,
                  const char          *mechanism,
                  const char          *user,
                  McSecret            *secret,
                  GError             **error)
{
  McConnection      *connection = mc_mail_client_get_connection (profile->client);
  McTranscript      *transcript = mc_connection_get_transcript (connection);
  McTlsInfo         *tls_info = mc_connection_get_tls_info (connection);
  g_autoptr (McSasl) sasl = mc_sasl_new (mechanism, user, secret, error);
  Exchange           self = { .profile = profile, .scope = scope, .sasl = sasl };
  McMailReply       *reply = NULL;

  if (sasl == NULL)
    return NULL;

  if (tls_info != NULL)
    mc_sasl_set_service (sasl, mc_tls_info_get_host (tls_info), mc_connection_get_port (connection));

  mc_transcript_hide_challenges (transcript, TRUE);
  if (begin (&self, mechanism, error))
    reply = converse (&self, error);
  mc_transcript_hide_challenges (transcript, FALSE);
  mc_secret_free_text (self.held);

  return reply;
}
