/* mc-mail-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-mail-lines.h"
#include "mc-redactor.h"

/**
 * mc_mail_lines_read:
 * @client: a client
 * @scope: the time it has
 * @max_length: the longest line in bytes, its end included
 * @error: %MC_MAIL_ERROR_TOO_MUCH for a longer one; an error of the connection
 *
 * Returns: (transfer full) (nullable): the next line without its end, or %NULL
 *   with an error
 */
GBytes *
mc_mail_lines_read (McMailClient *client,
                    McScope      *scope,
                    gsize         max_length,
                    GError      **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GBytes) line = NULL;
  const char        *bytes;
  gsize              length;

  line = mc_connection_read_line (mc_mail_client_get_connection (client), scope, max_length, &own_error);
  if (line == NULL)
    {
      if (g_error_matches (own_error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TOO_MUCH))
        g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_TOO_MUCH, "The server sent a line that is too long");
      else
        g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  bytes = g_bytes_get_data (line, &length);
  if (length > 0 && bytes[length - 1] == '\n')
    length--;
  if (length > 0 && bytes[length - 1] == '\r')
    length--;

  return g_bytes_new_from_bytes (line, 0, length);
}

/**
 * mc_mail_lines_write_secret:
 * @client: a client
 * @scope: the time it has
 * @before: the start of the line, which may be shown
 * @secret: the rest of the line, which may not
 * @error: %MC_CONNECTION_ERROR_NOT_SECURE, then nothing was sent; another error
 *   of the connection
 *
 * Returns: whether the line was sent
 */
gboolean
mc_mail_lines_write_secret (McMailClient *client,
                            McScope      *scope,
                            const char   *before,
                            const char   *secret,
                            GError      **error)
{
  char            *line = g_strconcat (before, secret, "\r\n", NULL);
  g_autofree char *shown = g_strconcat (before, MC_REDACTED, "\r\n", NULL);
  gboolean         sent;

  sent = mc_connection_write_secret (mc_mail_client_get_connection (client), scope, line, shown, error);
  mc_secret_free_text (line);

  return sent;
}

/**
 * mc_mail_lines_can_hold:
 * @text: a sign-in name or password
 * @error: %MC_MAIL_ERROR_SECRET
 *
 * Returns: whether @text can be part of one line: with an end of line in it, its
 *   rest would be a command
 */
gboolean
mc_mail_lines_can_hold (const char *text,
                        GError    **error)
{
  if (strpbrk (text, "\r\n") == NULL)
    return TRUE;

  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_SECRET, "The protocol has no way to send an end of line");
  return FALSE;
}

/**
 * mc_mail_lines_fail_unexpected:
 * @client: a client
 * @line: the first line that came, which becomes the last reply
 * @protocol: the name of the protocol that should have answered
 * @error: %MC_MAIL_ERROR_UNEXPECTED
 */
void
mc_mail_lines_fail_unexpected (McMailClient *client,
                               GBytes       *line,
                               const char   *protocol,
                               GError      **error)
{
  gsize                   length;
  const char             *bytes = g_bytes_get_data (line, &length);
  g_autoptr (McMailReply) reply = mc_mail_reply_new (MC_MAIL_REPLY_PROTOCOL_ERROR, bytes, length);

  mc_mail_client_set_last_reply (client, reply);
  g_set_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_UNEXPECTED, "What answers does not speak %s", protocol);
}
