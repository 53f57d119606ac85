/* mc-test-script.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-test-identity.h"
#include "mc-test-script.h"

static gboolean
encrypt (McTestScript *self)
{
  g_autoptr (GIOStream) tls = g_tls_server_connection_new (self->stream, self->server.certificate, NULL);

  g_assert_nonnull (tls);
  if (!g_tls_connection_handshake (G_TLS_CONNECTION (tls), NULL, NULL))
    return FALSE;

  g_set_object (&self->stream, tls);
  return TRUE;
}

/* Says a step, and starts TLS when it ends so. */
static gboolean
say (McTestScript *self,
     const char   *step)
{
  g_autoptr (GString) text = g_string_new (step);
  gboolean            starts_tls = g_str_has_suffix (step, MC_TEST_SCRIPT_TLS);

  if (starts_tls)
    g_string_truncate (text, text->len - strlen (MC_TEST_SCRIPT_TLS));
  g_string_replace (text, "{tag}", self->tag, 0);
  mc_test_server_send (self->stream, text->str, text->len);

  return !starts_tls || encrypt (self);
}

static char *
read_line (McTestScript *self)
{
  GInputStream       *input = g_io_stream_get_input_stream (self->stream);
  g_autoptr (GString) line = g_string_new (NULL);
  char                byte;

  while (g_input_stream_read (input, &byte, 1, NULL, NULL) == 1)
    {
      if (byte == '\n')
        return g_string_free_and_steal (g_steal_pointer (&line));
      if (byte != '\r')
        g_string_append_c (line, byte);
    }

  return NULL;
}

static void
take_command (McTestScript *self,
              const char   *line)
{
  const char *space = strchr (line, ' ');

  if (self->protocol != MC_PROTOCOL_IMAP || space == NULL)
    {
      g_ptr_array_add (self->commands, g_strdup (line));
      return;
    }

  g_free (self->tag);
  self->tag = g_strndup (line, space - line);
  g_ptr_array_add (self->commands, g_strdup (space + 1));
}

static void
say_all (McTestScript *self)
{
  if (self->with_tls && !encrypt (self))
    return;

  for (guint i = 0; say (self, self->says[i]) && self->says[i + 1] != NULL; i++)
    {
      g_autofree char *line = read_line (self);

      if (line == NULL)
        break;
      take_command (self, line);
    }
}

static void
serve (McTestServer *server,
       GIOStream    *stream)
{
  McTestScript *self = (McTestScript *) server;

  self->stream = g_object_ref (stream);
  self->tag = g_strdup ("");
  say_all (self);
  g_io_stream_close (self->stream, NULL, NULL);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->tag, g_free);
}

static void
talk (McTestServer *server,
      McConnection *connection,
      McScope      *scope)
{
  McTestScript            *self = (McTestScript *) server;
  g_autoptr (McMailClient) client = NULL;
  g_autoptr (GError)       error = NULL;

  if (self->with_tls)
    {
      mc_connection_start_tls (connection, scope, MC_TEST_SCRIPT_HOST, &error);
      g_assert_no_error (error);
      g_assert_true (mc_connection_is_secure (connection));
    }

  client = mc_mail_client_new (self->protocol, connection);
  self->dialogue (client, scope);
}

/**
 * mc_test_script_run:
 * @self: a script
 * @dialogue: what the client does
 *
 * Plays it once, with a certificate that is trusted meanwhile.
 */
void
mc_test_script_run (McTestScript      *self,
                    McTestMailDialogue dialogue)
{
  static const McTestFields   authority_fields = { .common_name = "Test Authority", .is_ca = TRUE };
  static const McTestFields   fields = { .common_name = MC_TEST_SCRIPT_HOST, .dns_name = MC_TEST_SCRIPT_HOST };
  g_autoptr (McTestIdentity)  authority = mc_test_identity_new (&authority_fields, NULL);
  g_autoptr (McTestIdentity)  identity = mc_test_identity_new (&fields, authority);
  g_autoptr (GTlsCertificate) certificate = mc_test_identity_to_tls (identity);

  mc_test_identity_trust (authority);
  self->server.serve = serve;
  self->server.certificate = certificate;
  self->dialogue = dialogue;
  self->commands = g_ptr_array_new_with_free_func (g_free);
  mc_test_server_run (&self->server, talk);
}

void
mc_test_script_end (McTestScript *self)
{
  g_clear_pointer (&self->commands, g_ptr_array_unref);
}

/**
 * mc_test_script_get_command:
 * @self: a script that was played
 * @position: which command
 *
 * Returns: (nullable): the command, or %NULL when none came any more
 */
const char *
mc_test_script_get_command (McTestScript *self,
                            guint         position)
{
  return position < self->commands->len ? g_ptr_array_index (self->commands, position) : NULL;
}
