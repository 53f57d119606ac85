/* mc-imap-sign-in.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-sign-in.h"
#include "mc-mail-lines.h"
#include "mc-sasl-exchange.h"
#include "mc-sasl.h"

/* Enough for any token; servers need not take longer commands (RFC 7162 section 4). */
#define MAX_COMMAND_BYTES 8192

static McMailReply *
read_turn (gpointer data,
           McScope *scope,
           char   **challenge,
           GError **error)
{
  McImapDialogue            *dialogue = data;
  g_autoptr (McImapResponse) response = mc_imap_dialogue_await (dialogue, scope, NULL, NULL, error);

  if (response == NULL)
    return NULL;

  if (mc_imap_response_get_kind (response) != MC_IMAP_RESPONSE_CONTINUATION)
    return mc_imap_dialogue_make_reply (dialogue, response);

  *challenge = g_strstrip (g_strdup (mc_imap_response_get_text (response, NULL)));
  return NULL;
}

/* AUTHENTICATE, RFC 9051 section 6.2.2; the first message goes along where the server takes it there (RFC 4959). */
static McMailReply *
authenticate (McImapDialogue *dialogue,
              McScope        *scope,
              const char     *mechanism,
              const char     *user,
              McSecret       *secret,
              GError        **error)
{
  McMailClient    *client = mc_imap_dialogue_get_client (dialogue);
  g_autofree char *command = g_strconcat (mc_imap_dialogue_begin (dialogue), " AUTHENTICATE", NULL);
  McSaslProfile    profile = {
       .client = client,
       .command = command,
       .max_command = mc_mail_client_has_capability (client, "SASL-IR") ? MAX_COMMAND_BYTES : 0,
       .read = read_turn,
       .dialogue = dialogue,
  };

  return mc_sasl_exchange (&profile, scope, mechanism, user, secret, error);
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
  if (!mc_mail_lines_write_secret (mc_imap_dialogue_get_client (dialogue), scope, before, part, error))
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
 * @secret: the password or access token
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
  if (g_str_equal (mechanism, MC_SASL_COMMAND))
    return login (dialogue, scope, user, secret, error);

  return authenticate (dialogue, scope, mechanism, user, secret, error);
}
