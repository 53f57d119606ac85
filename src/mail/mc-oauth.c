/* mc-oauth.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "mc-mail-error.h"
#include "mc-oauth.h"
#include "mc-text.h"

#define MAX_ERROR_BYTES 8192
#define MAX_NESTING     8
#define MAX_VALUE_CHARS 200

/* The name is a saslname (RFC 5801 section 4): a comma or equals sign would end it. */
static char *
escape_name (const char *user)
{
  GString *name = g_string_new (user);

  g_string_replace (name, "=", "=3D", 0);
  g_string_replace (name, ",", "=2C", 0);
  return g_string_free_and_steal (name);
}

static gboolean
is_token (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;

  return text[0] != '\0';
}

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      return TRUE;

  return FALSE;
}

/**
 * mc_oauth_message_new:
 * @mechanism: %MC_OAUTH_BEARER or %MC_OAUTH_XOAUTH2
 * @user: the sign-in name
 * @host: (nullable): the server's name
 * @port: its port, or 0
 * @token: the access token
 * @error: %MC_MAIL_ERROR_SECRET when the name or token holds what neither can
 *
 * The one message of the client: of OAUTHBEARER (RFC 7628 section 3.1), or of
 * XOAUTH2 as Google and Microsoft describe it.
 *
 * Returns: (transfer full) (nullable): the message, not in base64; free it with
 *   mc_secret_free_text()
 */
char *
mc_oauth_message_new (const char *mechanism,
                      const char *user,
                      const char *host,
                      guint16     port,
                      McSecret   *token,
                      GError    **error)
{
  const char      *text = mc_secret_peek (token);
  g_autofree char *service = NULL;
  g_autofree char *name = NULL;

  if (has_control (user) || !is_token (text))
    {
      g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_SECRET, "This is no access token, or no sign-in name");
      return NULL;
    }

  if (g_str_equal (mechanism, MC_OAUTH_XOAUTH2))
    return g_strconcat ("user=", user, "\1auth=Bearer ", text, "\1\1", NULL);

  if (host != NULL && port != 0)
    service = g_strdup_printf ("\1host=%s\1port=%u", host, port);
  name = escape_name (user);
  return g_strconcat ("n,a=", name, ",", service != NULL ? service : "", "\1auth=Bearer ", text, "\1\1", NULL);
}

/* json-glib descends without end; what is deep is refused before it sees it. */
static gboolean
is_shallow (const char *bytes,
            gsize       length)
{
  guint n_open = 0;

  for (gsize i = 0; i < length; i++)
    if (bytes[i] == '{' || bytes[i] == '[')
      n_open++;

  return n_open <= MAX_NESTING;
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  GType     type = G_TYPE_INVALID;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return mc_text_make_safe (json_node_get_string (node), -1, MAX_VALUE_CHARS);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return NULL;
}

/**
 * mc_oauth_error_parse:
 * @bytes: what the server sent in its challenge, base64 removed
 * @length: how many bytes
 * @error: %MC_MAIL_ERROR_MALFORMED
 *
 * Reads why a server refuses a token (RFC 7628 section 3.2.2).
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL with an error
 */
McOAuthError *
mc_oauth_error_parse (const char *bytes,
                      gsize       length,
                      GError    **error)
{
  g_autoptr (JsonParser)   parser = json_parser_new (); /* the immutable one aborts on “true{}” (json-glib 1.10) */
  g_autoptr (McOAuthError) self = g_new0 (McOAuthError, 1);
  JsonNode                *root = NULL;

  if (length > 0 && length <= MAX_ERROR_BYTES && g_utf8_validate (bytes, length, NULL) && is_shallow (bytes, length) &&
      json_parser_load_from_data (parser, bytes, length, NULL))
    root = json_parser_get_root (parser);

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      self->status = dup_member (json_node_get_object (root), "status");
      self->scope = dup_member (json_node_get_object (root), "scope");
      self->schemes = dup_member (json_node_get_object (root), "schemes");
    }

  if (self->status != NULL)
    return g_steal_pointer (&self);

  g_set_error_literal (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED, "The server’s OAuth error makes no sense");
  return NULL;
}

void
mc_oauth_error_free (McOAuthError *self)
{
  g_free (self->status);
  g_free (self->scope);
  g_free (self->schemes);
  g_free (self);
}

/**
 * mc_oauth_error_to_string:
 * @self: an error
 *
 * Returns: (transfer full): the same as a text that the table of reply signatures
 *   knows, “OAuth status 400, scope …”
 */
char *
mc_oauth_error_to_string (const McOAuthError *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat ("OAuth status ", self->status, self->scope != NULL ? ", scope " : NULL, self->scope, NULL);
}
