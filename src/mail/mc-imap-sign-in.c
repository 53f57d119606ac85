/* mc-imap-sign-in.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-sign-in.h"
#include "mc-redactor.h"
#include "mc-sasl.h"

static gboolean
send_secret (McImapDialogue *dialogue,
             McScope        *scope,
             const char     *before,
             const char     *secret,
             GError        **error)
{
  char            *line = g_strconcat (before, secret, "\r\n", NULL);
  g_autofree char *shown = g_strconcat (before, MC_REDACTED, "\r\n", NULL);
  McConnection    *connection = mc_mail_client_get_connection (mc_imap_dialogue_get_client (dialogue));
  gboolean         sent;

  sent = mc_connection_write_secret (connection, scope, line, shown, error);
  mc_secret_free_text (line);

  return sent;
}

static gboolean
send_plain (McImapDialogue *dialogue,
            McScope        *scope,
            const char     *line,
            GError        **error)
{
  return mc_connection_write (mc_mail_client_get_connection (mc_imap_dialogue_get_client (dialogue)), scope, line,
                              error);
}

/* Sends the command, with the first message where the server takes it there (RFC 4959). */
static gboolean
begin_authenticate (McImapDialogue *dialogue,
                    McScope        *scope,
                    const char     *mechanism,
                    McSasl         *sasl,
                    gboolean       *done,
                    GError        **error)
{
  McMailClient    *client = mc_imap_dialogue_get_client (dialogue);
  g_autofree char *command = NULL;
  char            *response = NULL;
  gboolean         sent;

  if (!mc_sasl_is_client_first (mechanism) || !mc_mail_client_has_capability (client, "SASL-IR"))
    {
      command = g_strdup_printf ("%s AUTHENTICATE %s\r\n", mc_imap_dialogue_begin (dialogue), mechanism);
      return send_plain (dialogue, scope, command, error);
    }

  if (!mc_sasl_step (sasl, NULL, &response, done, error))
    return FALSE;

  command = g_strdup_printf ("%s AUTHENTICATE %s ", mc_imap_dialogue_begin (dialogue), mechanism);
  sent = send_secret (dialogue, scope, command, response[0] != '\0' ? response : "=", error);
  mc_secret_free_text (response);

  return sent;
}

/* Answers a challenge, or cancels the exchange when it makes no sense (RFC 9051 section 6.2.2). */
static gboolean
answer_challenge (McImapDialogue *dialogue,
                  McScope        *scope,
                  McSasl         *sasl,
                  const char     *challenge,
                  gboolean       *done,
                  GError        **error)
{
  char    *response = NULL;
  gboolean sent;

  if (!mc_sasl_step (sasl, challenge, &response, done, error))
    {
      send_plain (dialogue, scope, "*\r\n", NULL);
      return FALSE;
    }

  sent = send_secret (dialogue, scope, "", response, error);
  mc_secret_free_text (response);

  return sent;
}

/* A success before the exchange is complete would be one that the server did not earn. */
static McMailReply *
end_authenticate (McImapDialogue *dialogue,
                  McImapResponse *response,
                  gboolean        done,
                  GError        **error)
{
  if (mc_imap_response_get_status (response) != MC_IMAP_STATUS_OK || done)
    return mc_imap_dialogue_make_reply (dialogue, response);

  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_SERVER_NOT_VERIFIED,
                       "The server called the sign-in complete before it was");
  return NULL;
}

/* AUTHENTICATE, RFC 9051 section 6.2.2. */
static McMailReply *
authenticate (McImapDialogue *dialogue,
              McScope        *scope,
              const char     *mechanism,
              const char     *user,
              McSecret       *secret,
              GError        **error)
{
  g_autoptr (McSasl) sasl = mc_sasl_new (mechanism, user, secret, error);
  gboolean           done = FALSE;
  gboolean           is_first = FALSE;

  if (sasl == NULL || !begin_authenticate (dialogue, scope, mechanism, sasl, &done, error))
    return NULL;

  /* Without an initial response the first challenge only says “go ahead” to a client that speaks first. */
  is_first = mc_sasl_is_client_first (mechanism) &&
             !mc_mail_client_has_capability (mc_imap_dialogue_get_client (dialogue), "SASL-IR");

  for (;;)
    {
      g_autoptr (McImapResponse) response = mc_imap_dialogue_await (dialogue, scope, NULL, NULL, error);
      g_autofree char           *challenge = NULL;

      if (response == NULL)
        return NULL;

      if (mc_imap_response_get_kind (response) != MC_IMAP_RESPONSE_CONTINUATION)
        return end_authenticate (dialogue, response, done, error);

      if (!is_first)
        challenge = g_strstrip (g_strdup (mc_imap_response_get_text (response, NULL)));
      is_first = FALSE;

      if (!answer_challenge (dialogue, scope, sasl, challenge, &done, error))
        return NULL;
    }
}

static gboolean
can_be_quoted (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isprint (*p))
      return FALSE;

  return TRUE;
}

/* RFC 9051 section 4.3; the caller wipes it. */
static char *
quote (const char *text)
{
  char *result = g_malloc (2 * strlen (text) + 3);
  char *end = result;

  *end++ = '"';
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        *end++ = '\\';
      *end++ = *p;
    }
  *end++ = '"';
  *end = '\0';

  return result;
}

/* Sends a part of LOGIN and waits; a literal needs the server's “+” before it. */
static McImapResponse *
send_part (McImapDialogue *dialogue,
           McScope        *scope,
           const char     *before,
           const char     *part,
           GError        **error)
{
  if (!send_secret (dialogue, scope, before, part, error))
    return NULL;

  return mc_imap_dialogue_await (dialogue, scope, NULL, NULL, error);
}

static McImapResponse *
login_quoted (McImapDialogue *dialogue,
              McScope        *scope,
              const char     *command,
              const char     *user,
              McSecret       *secret,
              GError        **error)
{
  char           *quoted_user = quote (user);
  char           *quoted_password = quote (mc_secret_peek (secret));
  char           *arguments = g_strconcat (quoted_user, " ", quoted_password, NULL);
  McImapResponse *response = send_part (dialogue, scope, command, arguments, error);

  mc_secret_free_text (arguments);
  mc_secret_free_text (quoted_password);
  mc_secret_free_text (quoted_user);

  return response;
}

/* What a quoted string cannot hold goes as literals, each after the server's go-ahead. */
static McImapResponse *
login_literal (McImapDialogue *dialogue,
               McScope        *scope,
               const char     *command,
               const char     *user,
               McSecret       *secret,
               GError        **error)
{
  const char      *password = mc_secret_peek (secret);
  g_autofree char *user_length = g_strdup_printf ("{%zu}", strlen (user));
  g_autofree char *user_then_length = g_strdup_printf ("%s {%zu}", user, strlen (password));
  const char      *parts[] = { user_length, user_then_length, password };
  McImapResponse  *response = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_clear_pointer (&response, mc_imap_response_unref);
      response = send_part (dialogue, scope, i == 0 ? command : "", parts[i], error);
      if (response == NULL || mc_imap_response_get_kind (response) != MC_IMAP_RESPONSE_CONTINUATION)
        return response;
    }

  return response;
}

/* LOGIN, RFC 9051 section 6.2.3. */
static McMailReply *
login (McImapDialogue *dialogue,
       McScope        *scope,
       const char     *user,
       McSecret       *secret,
       GError        **error)
{
  g_autofree char           *command = g_strdup_printf ("%s LOGIN ", mc_imap_dialogue_begin (dialogue));
  g_autoptr (McImapResponse) response = NULL;

  if (can_be_quoted (user) && can_be_quoted (mc_secret_peek (secret)))
    response = login_quoted (dialogue, scope, command, user, secret, error);
  else
    response = login_literal (dialogue, scope, command, user, secret, error);

  if (response == NULL)
    return NULL;

  if (mc_imap_response_get_kind (response) == MC_IMAP_RESPONSE_CONTINUATION)
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, "The server asks for more than LOGIN has");
      return NULL;
    }

  return mc_imap_dialogue_make_reply (dialogue, response);
}

/**
 * mc_imap_sign_in:
 * @dialogue: a dialogue
 * @scope: the time it has
 * @mechanism: a SASL mechanism, or %MC_SASL_COMMAND
 * @user: the sign-in name
 * @secret: the password
 * @error: as mc_mail_client_sign_in()
 *
 * Returns: (transfer full) (nullable): the server's answer, or %NULL with an error
 */
McMailReply *
mc_imap_sign_in (McImapDialogue *dialogue,
                 McScope        *scope,
                 const char     *mechanism,
                 const char     *user,
                 McSecret       *secret,
                 GError        **error)
{
  McMailClient *client = mc_imap_dialogue_get_client (dialogue);
  McTranscript *transcript = mc_connection_get_transcript (mc_mail_client_get_connection (client));
  McMailReply  *reply;

  mc_transcript_hide_challenges (transcript, TRUE);
  if (g_str_equal (mechanism, MC_SASL_COMMAND))
    reply = login (dialogue, scope, user, secret, error);
  else
    reply = authenticate (dialogue, scope, mechanism, user, secret, error);
  mc_transcript_hide_challenges (transcript, FALSE);

  return reply;
}
