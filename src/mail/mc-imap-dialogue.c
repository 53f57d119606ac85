/* mc-imap-dialogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-dialogue.h"
#include "mc-mail-lines.h"
#include "mc-text.h"

#define MAX_LINE_BYTES       (64 * 1024)
#define MAX_LITERAL_BYTES    (1024 * 1024)
#define MAX_COMMAND_BYTES    (4 * 1024 * 1024)
#define MAX_RESPONSES        20000
#define MAX_CAPABILITY_CHARS 100
#define GOODBYE_TIMEOUT_MS   1000

/**
 * McImapDialogue:
 *
 * Commands and responses of IMAP, one command at a time and everything bounded.
 */
struct _McImapDialogue
{
  McMailClient   *client; /* owns us */
  guint           n_commands;
  char            tag[16];
  gsize           n_bytes;     /* since the command began */
  guint           n_responses; /* likewise */
  guint           n_old_alerts;
  gboolean        told_capabilities;
  McImapResponse *goodbye;
};

McImapDialogue *
mc_imap_dialogue_new (McMailClient *client)
{
  McImapDialogue *self = g_new0 (McImapDialogue, 1);

  self->client = client;
  return self;
}

void
mc_imap_dialogue_free (McImapDialogue *self)
{
  g_clear_pointer (&self->goodbye, mc_imap_response_unref);
  g_free (self);
}

McMailClient *
mc_imap_dialogue_get_client (McImapDialogue *self)
{
  return self->client;
}

/**
 * mc_imap_dialogue_told_capabilities:
 * @self: a dialogue
 *
 * Returns: whether the server told its capabilities since the command began
 */
gboolean
mc_imap_dialogue_told_capabilities (McImapDialogue *self)
{
  return self->told_capabilities;
}

/**
 * mc_imap_dialogue_get_goodbye:
 * @self: a dialogue
 *
 * Returns: (transfer none) (nullable): what the server said when it began to leave
 */
McImapResponse *
mc_imap_dialogue_get_goodbye (McImapDialogue *self)
{
  return self->goodbye;
}

/**
 * mc_imap_dialogue_forget:
 * @self: a dialogue
 *
 * Drops what the server said. Only the tags go on: the server knows them.
 */
void
mc_imap_dialogue_forget (McImapDialogue *self)
{
  g_clear_pointer (&self->goodbye, mc_imap_response_unref);
  self->n_bytes = 0;
  self->n_responses = 0;
  self->n_old_alerts = 0;
  self->told_capabilities = FALSE;
}

/**
 * mc_imap_dialogue_begin:
 * @self: a dialogue
 *
 * Returns: the tag of a new command
 */
const char *
mc_imap_dialogue_begin (McImapDialogue *self)
{
  self->n_commands++;
  self->n_bytes = 0;
  self->n_responses = 0;
  self->told_capabilities = FALSE;
  self->n_old_alerts = mc_mail_client_get_alerts (self->client)->len;
  g_snprintf (self->tag, sizeof self->tag, "a%03u", self->n_commands);

  return self->tag;
}

static gpointer
fail_too_much (GError    **error,
               const char *message)
{
  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_TOO_MUCH, message);
  return NULL;
}

static gboolean
append_bounded (McImapDialogue *self,
                GByteArray     *response,
                const char     *bytes,
                gsize           length,
                GError        **error)
{
  self->n_bytes += length;
  if (self->n_bytes > MAX_COMMAND_BYTES)
    return fail_too_much (error, "The server answered with too many bytes") != NULL;

  g_byte_array_append (response, (const guint8 *) bytes, length);
  return TRUE;
}

static gboolean
append_literal (McImapDialogue *self,
                McScope        *scope,
                GByteArray     *response,
                gsize           length,
                GError        **error)
{
  g_autoptr (GBytes) literal = NULL;

  if (length > MAX_LITERAL_BYTES || self->n_bytes + length > MAX_COMMAND_BYTES)
    return fail_too_much (error, "The server announced a literal that is too long") != NULL;

  if (length == 0)
    return TRUE;

  literal = mc_connection_read_exactly (mc_mail_client_get_connection (self->client), scope, length, error);
  return literal != NULL && append_bounded (self, response, g_bytes_get_data (literal, NULL), length, error);
}

/**
 * mc_imap_dialogue_read:
 * @self: a dialogue
 * @scope: the time it has
 * @error: %MC_MAIL_ERROR_MALFORMED, %MC_MAIL_ERROR_TOO_MUCH or an error of the connection
 *
 * Returns: (transfer full) (nullable): the next response with its literals
 */
McImapResponse *
mc_imap_dialogue_read (McImapDialogue *self,
                       McScope        *scope,
                       GError        **error)
{
  g_autoptr (GByteArray) response = g_byte_array_new ();
  gboolean               goes_on = TRUE;

  if (++self->n_responses > MAX_RESPONSES)
    return fail_too_much (error, "The server answered with too many responses");

  for (gboolean is_first = TRUE; goes_on; is_first = FALSE)
    {
      g_autoptr (GBytes) line = mc_mail_lines_read (self->client, scope, MAX_LINE_BYTES, error);
      const char        *bytes;
      gsize              length = 0;
      gsize              literal = 0;

      if (line == NULL)
        return NULL;

      bytes = g_bytes_get_data (line, &length);
      if (!append_bounded (self, response, bytes, length, error) ||
          !append_bounded (self, response, "\r\n", 2, error))
        return NULL;

      goes_on = mc_imap_literal_length (bytes, length, is_first, &literal);
      if (goes_on && !append_literal (self, scope, response, literal, error))
        return NULL;
    }

  return mc_imap_response_parse ((const char *) response->data, response->len, error);
}

/**
 * mc_imap_dialogue_read_greeting:
 * @self: a dialogue
 * @scope: the time it has
 * @error: %MC_MAIL_ERROR_UNEXPECTED, the client's last reply is what came then;
 *   %MC_MAIL_ERROR_TOO_MUCH or an error of the connection
 *
 * Returns: (transfer full) (nullable): the first response, which has a status
 */
McImapResponse *
mc_imap_dialogue_read_greeting (McImapDialogue *self,
                                McScope        *scope,
                                GError        **error)
{
  g_autoptr (GBytes)         line = mc_mail_lines_read (self->client, scope, MAX_LINE_BYTES, error);
  g_autoptr (McImapResponse) response = NULL;
  const char                *bytes;
  gsize                      length;

  if (line == NULL)
    return NULL;

  bytes = g_bytes_get_data (line, &length);
  response = mc_imap_response_parse (bytes, length, NULL);
  if (response != NULL &&
      mc_imap_response_get_kind (response) == MC_IMAP_RESPONSE_UNTAGGED &&
      mc_imap_response_get_status (response) != MC_IMAP_STATUS_NONE)
    return g_steal_pointer (&response);

  mc_mail_lines_fail_unexpected (self->client, line, "IMAP", error);
  return NULL;
}

static void
add_capability (McImapDialogue *self,
                const char     *bytes,
                gsize           length)
{
  g_autofree char *safe = mc_text_make_safe (bytes, length, MAX_CAPABILITY_CHARS);

  if (!self->told_capabilities)
    mc_mail_client_clear_capabilities (self->client);
  self->told_capabilities = TRUE;

  if (safe[0] != '\0')
    mc_mail_client_add_capability (self->client, safe);
}

static void
take_capability_code (McImapDialogue *self,
                      const char     *arguments)
{
  g_auto (GStrv) words = g_strsplit (arguments != NULL ? arguments : "", " ", -1);

  self->told_capabilities = FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    add_capability (self, words[i], strlen (words[i]));
}

static void
take_capability_data (McImapDialogue    *self,
                      const McImapValue *data)
{
  self->told_capabilities = FALSE;
  for (guint i = 0; i < mc_imap_value_get_n_items (data); i++)
    {
      gsize       length;
      const char *bytes = mc_imap_value_get_bytes (mc_imap_value_get_item (data, i), &length);

      if (bytes != NULL)
        add_capability (self, bytes, length);
    }
}

static McMailReplyStatus
reply_status (McImapResponse *response)
{
  static const char *const passing[] = { "UNAVAILABLE", "INUSE", NULL };
  const char              *code = mc_imap_response_get_code (response);

  switch (mc_imap_response_get_status (response))
    {
    case MC_IMAP_STATUS_OK:
    case MC_IMAP_STATUS_PREAUTH:
      return MC_MAIL_REPLY_ACCEPTED;
    case MC_IMAP_STATUS_NO:
      return code != NULL && g_strv_contains (passing, code) ? MC_MAIL_REPLY_TEMPORARY : MC_MAIL_REPLY_REFUSED;
    case MC_IMAP_STATUS_BYE:
      return MC_MAIL_REPLY_CLOSING;
    case MC_IMAP_STATUS_BAD:
    case MC_IMAP_STATUS_NONE:
    default:
      return MC_MAIL_REPLY_PROTOCOL_ERROR;
    }
}

static McMailReply *
new_reply (McImapResponse *response)
{
  gsize        length;
  const char  *text = mc_imap_response_get_text (response, &length);
  McMailReply *reply = mc_mail_reply_new (reply_status (response), text, length);

  mc_mail_reply_set_response_code (reply, mc_imap_response_get_code (response));
  return reply;
}

/**
 * mc_imap_dialogue_take_status:
 * @self: a dialogue
 * @response: any response
 *
 * Keeps the capabilities that an OK brings along, and the words of what was sent
 * unasked: a goodbye, a warning, or a text that must be shown (RFC 9051 section 7.1).
 */
void
mc_imap_dialogue_take_status (McImapDialogue *self,
                              McImapResponse *response)
{
  McImapStatus status = mc_imap_response_get_status (response);
  const char  *code = mc_imap_response_get_code (response);

  if ((status == MC_IMAP_STATUS_OK || status == MC_IMAP_STATUS_PREAUTH) && g_strcmp0 (code, "CAPABILITY") == 0)
    take_capability_code (self, mc_imap_response_get_code_arguments (response));

  if (mc_imap_response_get_kind (response) != MC_IMAP_RESPONSE_UNTAGGED || status == MC_IMAP_STATUS_NONE)
    return;

  if (status != MC_IMAP_STATUS_OK || g_strcmp0 (code, "ALERT") == 0)
    {
      g_autoptr (McMailReply) alert = new_reply (response);

      mc_mail_client_add_alert (self->client, alert);
    }
}

static void
take_untagged (McImapDialogue *self,
               McImapResponse *response,
               McImapHandler   handler,
               gpointer        data)
{
  mc_imap_dialogue_take_status (self, response);

  if (mc_imap_response_get_status (response) == MC_IMAP_STATUS_BYE && self->goodbye == NULL)
    self->goodbye = mc_imap_response_ref (response);
  else if (mc_imap_response_is (response, "CAPABILITY"))
    take_capability_data (self, mc_imap_response_get_data (response));

  if (handler != NULL)
    handler (response, data);
}

/* Nobody but LOGOUT gets an answer after a goodbye, though some servers give one. */
static McImapResponse *
read_after_goodbye (McImapDialogue *self,
                    McScope        *scope)
{
  g_autoptr (McScope)        short_scope = mc_scope_new (scope, GOODBYE_TIMEOUT_MS);
  g_autoptr (McImapResponse) response = mc_imap_dialogue_read (self, short_scope, NULL);

  return response != NULL ? g_steal_pointer (&response) : mc_imap_response_ref (self->goodbye);
}

/**
 * mc_imap_dialogue_await:
 * @self: a dialogue in which a command was sent
 * @scope: the time it has
 * @handler: (nullable): gets the untagged responses
 * @data: for @handler
 * @error: an error of %MC_MAIL_ERROR or of the connection
 *
 * Returns: (transfer full) (nullable): the response that ends the command or asks
 *   for more, or the server's goodbye
 */
McImapResponse *
mc_imap_dialogue_await (McImapDialogue *self,
                        McScope        *scope,
                        McImapHandler   handler,
                        gpointer        data,
                        GError        **error)
{
  for (;;)
    {
      g_autoptr (McImapResponse) response = NULL;

      response = self->goodbye != NULL ? read_after_goodbye (self, scope) : mc_imap_dialogue_read (self, scope, error);
      if (response == NULL || response == self->goodbye)
        return g_steal_pointer (&response);

      if (mc_imap_response_get_kind (response) == MC_IMAP_RESPONSE_UNTAGGED)
        {
          take_untagged (self, response, handler, data);
          continue;
        }

      if (mc_imap_response_get_kind (response) == MC_IMAP_RESPONSE_CONTINUATION)
        return g_steal_pointer (&response);

      if (!g_str_equal (mc_imap_response_get_tag (response), self->tag))
        {
          g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, "The server answered a command that was not sent");
          return NULL;
        }

      mc_imap_dialogue_take_status (self, response);
      return g_steal_pointer (&response);
    }
}

/**
 * mc_imap_dialogue_make_reply:
 * @self: a dialogue
 * @response: a response with a status
 *
 * Returns: (transfer full): the same as a reply, with what else the server said
 *   since the command began
 */
McMailReply *
mc_imap_dialogue_make_reply (McImapDialogue *self,
                             McImapResponse *response)
{
  McMailReply        *reply = new_reply (response);
  GPtrArray          *alerts = mc_mail_client_get_alerts (self->client);
  g_autoptr (GString) text = g_string_new (NULL);

  /* A goodbye is among the alerts itself. */
  if (mc_imap_response_get_kind (response) == MC_IMAP_RESPONSE_UNTAGGED)
    return reply;

  for (guint i = self->n_old_alerts; i < alerts->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", mc_mail_reply_get_text (g_ptr_array_index (alerts, i)));
  if (text->len > 0)
    mc_mail_reply_set_alert (reply, text->str);

  return reply;
}

/**
 * mc_imap_dialogue_run:
 * @self: a dialogue
 * @scope: the time it has
 * @command: the command without its tag and line end
 * @handler: (nullable): gets the untagged responses
 * @data: for @handler
 * @error: an error of %MC_MAIL_ERROR or of the connection
 *
 * Sends a command that holds no secret and waits for its end.
 *
 * Returns: (transfer full) (nullable): the server's answer, or %NULL with an error
 */
McMailReply *
mc_imap_dialogue_run (McImapDialogue *self,
                      McScope        *scope,
                      const char     *command,
                      McImapHandler   handler,
                      gpointer        data,
                      GError        **error)
{
  g_autofree char           *line = g_strdup_printf ("%s %s\r\n", mc_imap_dialogue_begin (self), command);
  g_autoptr (McImapResponse) response = NULL;

  if (!mc_connection_write (mc_mail_client_get_connection (self->client), scope, line, error))
    return NULL;

  response = mc_imap_dialogue_await (self, scope, handler, data, error);
  if (response == NULL)
    return NULL;

  if (mc_imap_response_get_kind (response) == MC_IMAP_RESPONSE_CONTINUATION)
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, "The server asks for more than the command has");
      return NULL;
    }

  return mc_imap_dialogue_make_reply (self, response);
}
