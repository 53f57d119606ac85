/* mc-address.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-address.h"
#include "mc-text.h"

/* RFC 5321 section 4.5.3.1; the path limit of 256 counts the angle brackets. */
#define MAX_ADDRESS    254
#define MAX_LOCAL_PART 64
#define MAX_HOST       253
#define MAX_LABEL      63

/**
 * McAddress:
 *
 * An email address with a domain (RFC 5321 section 4.1.2, RFC 6531 for
 * characters beyond ASCII). Immutable.
 */
struct _McAddress
{
  gatomicrefcount ref_count;
  char           *text;
  char           *local_part;
  char           *domain; /* lower case, ASCII (RFC 5890) */
};

G_DEFINE_QUARK (mc-address-error-quark, mc_address_error)
G_DEFINE_BOXED_TYPE (McAddress, mc_address, mc_address_ref, mc_address_unref)

static gboolean
is_atext (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || (c != '\0' && strchr ("!#$%&'*+-/=?^_`{|}~", c));
}

/* Dot-string of RFC 5321 section 4.1.2. */
static gboolean
is_dot_string (const char *text)
{
  gboolean after_dot = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' && !after_dot)
        after_dot = TRUE;
      else if (is_atext (*p))
        after_dot = FALSE;
      else
        return FALSE;
    }

  return !after_dot;
}

/* Quoted-string of RFC 5321 section 4.1.2. */
static gboolean
is_quoted_string (const char *text)
{
  gsize length = strlen (text);

  if (length < 2 || text[0] != '"' || text[length - 1] != '"')
    return FALSE;

  for (gsize i = 1; i < length - 1; i++)
    {
      if (text[i] == '\\')
        i++;
      else if (text[i] == '"')
        return FALSE;

      if (i >= length - 1 || g_ascii_iscntrl (text[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_label (const char *label)
{
  gsize length = strlen (label);

  if (length == 0 || length > MAX_LABEL || label[0] == '-' || label[length - 1] == '-')
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (label[i]) && label[i] != '-' && label[i] != '_')
        return FALSE;
    }

  return TRUE;
}

/* The zone of an IPv6 address, “fe80::1%eth0”, is a text of any kind for GLib (RFC 4007 section 11.2). */
static gboolean
has_plain_zone (const char *address)
{
  const char *zone = strchr (address, '%');

  for (const char *p = zone != NULL ? zone + 1 : ""; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-._", *p) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * mc_address_normalize_host:
 * @host: a host or domain name, or an IP address without brackets
 *
 * Returns: (transfer full) (nullable): the name in lower-case ASCII (RFC 5890)
 *   without a final dot, or %NULL when it is none
 */
char *
mc_address_normalize_host (const char *host)
{
  g_autofree char *ascii = NULL;
  g_autofree char *lower = NULL;
  g_auto (GStrv)   labels = NULL;
  gsize            length;

  if (host == NULL || *host == '\0' || strlen (host) > 4 * MAX_HOST || !g_utf8_validate (host, -1, NULL))
    return NULL;

  if (g_hostname_is_ip_address (host))
    return has_plain_zone (host) ? g_ascii_strdown (host, -1) : NULL;

  ascii = g_hostname_to_ascii (host);
  if (ascii == NULL)
    return NULL;

  lower = g_ascii_strdown (ascii, -1);
  length = strlen (lower);
  if (length > 0 && lower[length - 1] == '.')
    lower[--length] = '\0';
  if (length == 0 || length > MAX_HOST)
    return NULL;

  labels = g_strsplit (lower, ".", -1);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (!is_label (labels[i]))
        return NULL;
    }

  return g_steal_pointer (&lower);
}

static gboolean
is_domain (const char *host)
{
  return host != NULL && strchr (host, '.') != NULL && !g_hostname_is_ip_address (host);
}

/**
 * mc_address_new:
 * @text: what the person typed; spaces around it are dropped
 *
 * Returns: (transfer full): the address, or %NULL with an error of
 *   %MC_ADDRESS_ERROR that tells what is wrong, ready to be shown
 */
McAddress *
mc_address_new (const char *text,
                GError    **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *local_part = NULL;
  g_autofree char *domain = NULL;
  const char      *at;
  McAddress       *self;

  g_return_val_if_fail (text != NULL, NULL);

  trimmed = g_strstrip (g_strndup (text, 4 * MAX_ADDRESS + 1));
  if (*trimmed == '\0')
    {
      g_set_error_literal (error, MC_ADDRESS_ERROR, MC_ADDRESS_ERROR_EMPTY, _ ("The address is empty."));
      return NULL;
    }

  if (strlen (text) > 4 * MAX_ADDRESS)
    {
      g_set_error_literal (error, MC_ADDRESS_ERROR, MC_ADDRESS_ERROR_TOO_LONG, _ ("The address is too long."));
      return NULL;
    }

  at = strrchr (trimmed, '@');
  if (at == NULL)
    {
      g_set_error_literal (error, MC_ADDRESS_ERROR, MC_ADDRESS_ERROR_NO_AT, _ ("The address has no @ sign."));
      return NULL;
    }

  local_part = g_strndup (trimmed, at - trimmed);
  if (!g_utf8_validate (local_part, -1, NULL) ||
      !(is_dot_string (local_part) || is_quoted_string (local_part)))
    {
      g_set_error_literal (error, MC_ADDRESS_ERROR, MC_ADDRESS_ERROR_LOCAL_PART,
                           _ ("The part before the @ sign is not valid."));
      return NULL;
    }

  domain = mc_address_normalize_host (at + 1);
  if (!is_domain (domain))
    {
      g_set_error_literal (error, MC_ADDRESS_ERROR, MC_ADDRESS_ERROR_DOMAIN,
                           _ ("The part after the @ sign is not a domain name."));
      return NULL;
    }

  if (strlen (local_part) > MAX_LOCAL_PART || strlen (local_part) + 1 + strlen (domain) > MAX_ADDRESS)
    {
      g_set_error_literal (error, MC_ADDRESS_ERROR, MC_ADDRESS_ERROR_TOO_LONG, _ ("The address is too long."));
      return NULL;
    }

  self = g_new0 (McAddress, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_steal_pointer (&trimmed);
  self->local_part = g_steal_pointer (&local_part);
  self->domain = g_steal_pointer (&domain);

  return self;
}

McAddress *
mc_address_ref (McAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mc_address_unref (McAddress *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_free (self->local_part);
  g_free (self->domain);
  g_free (self);
}

/**
 * mc_address_get_text:
 * @self: an address
 *
 * Returns: the address as it was typed, trimmed
 */
const char *
mc_address_get_text (McAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

const char *
mc_address_get_local_part (McAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->local_part;
}

/**
 * mc_address_get_domain:
 * @self: an address
 *
 * Returns: the domain in lower-case ASCII, as it is looked up
 */
const char *
mc_address_get_domain (McAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->domain;
}

/**
 * mc_address_fold:
 * @text: what the person typed
 *
 * By the letter capitals before the @ sign matter (RFC 5321 section 2.4), but
 * no provider tells two people apart by them, and a person types them now so
 * and now so.
 *
 * Returns: (transfer full) (nullable): the same text for every way to write an
 *   address, or %NULL when it is none
 */
char *
mc_address_fold (const char *text)
{
  g_autoptr (McAddress) address = NULL;
  g_autofree char      *local_part = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  address = mc_address_new (text, NULL);
  if (address == NULL)
    return NULL;

  local_part = mc_text_dup_lower_utf8 (address->local_part);
  return g_strconcat (local_part, "@", address->domain, NULL);
}
