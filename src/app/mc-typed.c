/* mc-typed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-address.h"
#include "mc-text.h"
#include "mc-typed.h"

/* What people type and paste, which is seldom just what an entry asks for. */

/* What may come along unseen from a web page or a letter. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Drops blanks, and what stands in @marks, from both ends. */
static char *
strip (const char *text,
       const char *leading,
       const char *trailing)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (*start != '\0' && (is_blank (g_utf8_get_char (start)) || strchr (leading, *start) != NULL))
    start = g_utf8_next_char (start);

  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (last)) && strchr (trailing, *last) == NULL)
        break;
      end = last;
    }

  return g_strndup (start, end - start);
}

/* Brackets in a name in quotes are part of the name. */
static const char *
find_bracket (const char *text)
{
  const char *open = NULL;
  gboolean    is_quoted = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        is_quoted = !is_quoted;
      else if (*p == '<' && !is_quoted)
        open = p;
    }

  return open == NULL && g_str_has_suffix (text, ">") ? strrchr (text, '<') : open;
}

/* `Anna <anna@example.org>`: what is in the last brackets, closed or not yet. */
static char *
take_from_brackets (const char *text)
{
  const char *open = find_bracket (text);
  const char *close;

  if (open == NULL)
    return g_strdup (text);

  close = strchr (open, '>');
  return close != NULL ? g_strndup (open + 1, close - open - 1) : g_strdup (open + 1);
}

static char *
take_from_link (const char *text)
{
  g_autofree char *address = NULL;
  char            *plain;

  if (!mc_text_has_prefix (text, "mailto:"))
    return g_strdup (text);

  address = g_strdup (text + strlen ("mailto:"));
  address[strcspn (address, "?")] = '\0';
  plain = g_uri_unescape_string (address, NULL);

  return plain != NULL ? plain : g_steal_pointer (&address);
}

static char *
take_from_quotes (const char *text)
{
  gsize length = strlen (text);

  if (length < 2 || strchr ("\"'", text[0]) == NULL || text[length - 1] != text[0] || strchr (text, '@') == NULL)
    return g_strdup (text);

  return g_strndup (text + 1, length - 2);
}

static gboolean
is_address (const char *text)
{
  g_autoptr (McAddress) address = mc_address_new (text, NULL);

  return address != NULL;
}

/**
 * mc_typed_take_address:
 * @text: what was typed or pasted as an address
 *
 * Takes the address out of a text such as `Anna <anna@example.org>;`.
 *
 * Returns: (transfer full): the address, which may still be none
 */
char *
mc_typed_take_address (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *bracketed = NULL;
  g_autofree char *stripped = NULL;
  g_autofree char *linked = NULL;
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  whole = strip (valid, "", ",;.");
  bracketed = is_address (whole) ? g_strdup (whole) : take_from_brackets (whole);
  stripped = strip (bracketed, "", ",;.");
  linked = take_from_link (stripped);
  quoted = take_from_quotes (linked);

  return strip (quoted, "", "");
}

/**
 * mc_typed_is_unfinished:
 * @address: an address as far as it was typed
 *
 * Whether typing on can make an address of it, so that there is nothing to
 * correct yet.
 */
gboolean
mc_typed_is_unfinished (const char *address)
{
  static const char *const endings[] = { "@a.aa", "a@a.aa", "a.aa", ".aa", "\"@a.aa" };

  g_return_val_if_fail (address != NULL, FALSE);

  if (*address == '\0')
    return TRUE;
  if (is_address (address))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *finished = g_strconcat (address, endings[i], NULL);

      if (is_address (finished))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_blank (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static const char *
explain_error (const GError *error)
{
  switch ((McAddressError) error->code)
    {
    case MC_ADDRESS_ERROR_EMPTY:
      return _ ("Enter an email address, such as anna@example.org.");
    case MC_ADDRESS_ERROR_NO_AT:
      return _ ("The @ sign is missing. An address looks like anna@example.org.");
    case MC_ADDRESS_ERROR_LOCAL_PART:
      return _ ("There is a mistake before the @ sign.");
    case MC_ADDRESS_ERROR_DOMAIN:
      return _ ("The part after the @ sign is not complete, or has a mistake. It looks like example.org.");
    case MC_ADDRESS_ERROR_TOO_LONG:
      return _ ("This is too long for an email address.");
    default:
      return _ ("This is not an email address.");
    }
}

/**
 * mc_typed_explain_address:
 * @address: what should be an address
 *
 * Returns: (nullable): a sentence that tells what is wrong with it, or %NULL
 *   when nothing is
 */
const char *
mc_typed_explain_address (const char *address)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (McAddress) valid = NULL;
  const char           *at;

  g_return_val_if_fail (address != NULL, NULL);

  valid = mc_address_new (address, &error);
  if (valid != NULL)
    return NULL;

  if (error->code == MC_ADDRESS_ERROR_TOO_LONG)
    return explain_error (error);

  at = strchr (address, '@');
  if (at != NULL && strchr (at + 1, '@') != NULL)
    return _ ("There is more than one @ sign. Enter one address only.");
  if (has_blank (address))
    return _ ("An email address contains no spaces.");
  if (at != NULL && strchr (at, ',') != NULL)
    return _ ("There is a comma after the @ sign where a dot may belong.");

  return explain_error (error);
}

/* What of a web address or a sign-in address is no host. */
static char *
take_from_uri (const char *text)
{
  const char *scheme = strstr (text, "://");
  const char *start = scheme != NULL ? scheme + 3 : text;
  gsize       length = strcspn (start, "/?#");
  char       *host = g_strndup (start, length);
  char       *at = scheme != NULL ? strrchr (host, '@') : NULL;

  if (at != NULL)
    memmove (host, at + 1, strlen (at));

  return host;
}

/**
 * mc_typed_take_host:
 * @text: what was typed or pasted as a server’s name
 * @port: (out): the port that came with it, 0 when there is none
 *
 * Takes the host out of a text such as `imaps://mail.example.org:993/`.
 *
 * Returns: (transfer full): the host, which may still be none
 */
char *
mc_typed_take_host (const char *text,
                    guint16    *port)
{
  g_autofree char *valid = NULL;
  g_autofree char *stripped = NULL;
  g_autofree char *host = NULL;
  char            *colon, *bracket;

  g_return_val_if_fail (text != NULL, NULL);

  *port = 0;
  valid = g_utf8_make_valid (text, -1);
  stripped = strip (valid, "", ",;");
  host = take_from_uri (stripped);

  colon = strrchr (host, ':');
  bracket = *host == '[' ? strchr (host, ']') : NULL;
  if (bracket != NULL)
    {
      if (bracket[1] == ':' && !mc_typed_take_port (bracket + 2, port))
        return g_steal_pointer (&host);
      return g_strndup (host + 1, bracket - host - 1);
    }

  /* Two colons: an IPv6 address. */
  if (colon != NULL && strchr (host, ':') == colon && mc_typed_take_port (colon + 1, port))
    *colon = '\0';

  return g_steal_pointer (&host);
}

/**
 * mc_typed_take_port:
 * @text: what was typed as a port
 * @port: (out): the port
 *
 * Returns: whether it is one
 */
gboolean
mc_typed_take_port (const char *text,
                    guint16    *port)
{
  g_autofree char *valid = NULL;
  g_autofree char *stripped = NULL;
  guint64          number;

  g_return_val_if_fail (text != NULL, FALSE);

  valid = g_utf8_make_valid (text, -1);
  stripped = strip (valid, ":", "");
  if (!g_ascii_string_to_unsigned (stripped, 10, 1, G_MAXUINT16, &number, NULL))
    return FALSE;

  *port = (guint16) number;
  return TRUE;
}
