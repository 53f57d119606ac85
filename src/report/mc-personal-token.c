/* mc-personal-token.c
 *
 * What an address, a host name and an IP address look like within a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "mc-personal-token.h"

#define MAX_IP          45 /* ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255 */
#define MAX_HOST        1024
#define ELLIPSIS        0x2026
#define MIN_CUT_LITERAL 8
#define MIN_PREFIX      24

/* Scripts without case are often written without spaces: there, a neighbouring letter belongs to another word. */
static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) && g_unichar_type (c) != G_UNICODE_OTHER_LETTER;
}

/**
 * mc_token_starts_word:
 * @text: valid UTF-8
 * @position: a character of @text
 *
 * Returns: whether no word goes on at @position
 */
gboolean
mc_token_starts_word (const char *text,
                      const char *position)
{
  return position == text || !is_word_char (g_utf8_get_char (g_utf8_prev_char (position)));
}

/**
 * mc_token_ends_word:
 * @text: valid UTF-8
 * @end: the character after a word of @text, or the end
 *
 * Returns: whether the word does not go on at @end
 */
gboolean
mc_token_ends_word (const char *text,
                    const char *end)
{
  return end == text || *end == '\0' ||
         !is_word_char (g_utf8_get_char (end)) ||
         !is_word_char (g_utf8_get_char (g_utf8_prev_char (end)));
}

/* Looked at for each character of long texts, from each place in them: ASCII goes without the tables. */
static gboolean
is_alnum (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isalnum (*p) : g_unichar_isalnum (g_utf8_get_char (p));
}

static gboolean
starts_name (const char *position)
{
  return *position == '_' || is_alnum (position);
}

static gboolean
is_local_part_char (const char *position,
                    const char *p)
{
  if (*p == '\'')
    return p > position && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[1]);

  return (*p != '\0' && strchr ("._+-", *p) != NULL) || is_alnum (p);
}

static const char *
skip_host_chars (const char *p)
{
  const char *start = p;

  while (*p != '\0' && p - start < MAX_HOST &&
         (*p == '.' || *p == '-' || *p == '_' || is_alnum (p)))
    p = g_utf8_next_char (p);

  while (p > start && (p[-1] == '.' || p[-1] == '-' || p[-1] == '_'))
    p--;

  return p;
}

/**
 * mc_token_match_address:
 * @position: the start of a word in valid UTF-8
 *
 * Recognizes an email address; also with its at sign percent-encoded, or with
 * an address literal (RFC 5321 section 4.1.3) as its domain.
 *
 * Returns: its length in bytes, or 0 when there is none
 */
gsize
mc_token_match_address (const char *position)
{
  const char *p = position;
  const char *end;

  if (!starts_name (position))
    return 0;

  while (*p != '\0' && is_local_part_char (position, p))
    p = g_utf8_next_char (p);

  if (*p == '@')
    p++;
  else if (g_str_has_prefix (p, "%40"))
    p += strlen ("%40");
  else
    return 0;

  if (*p == '[')
    {
      end = p + strcspn (p, "] ");
      return *end == ']' ? (gsize) (end + 1 - position) : 0;
    }

  end = skip_host_chars (p);
  return end > p ? (gsize) (end - position) : 0;
}

/* The top-level label tells a name from a version number or an OID. */
static gboolean
is_top_level (const char *label,
              const char *end)
{
  if (g_ascii_strncasecmp (label, "xn--", 4) == 0 && end - label > 4)
    return TRUE;

  for (const char *p = label; p < end; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        return FALSE;
    }

  return end - label >= 2;
}

/**
 * mc_token_match_host:
 * @position: the start of a word in valid UTF-8
 *
 * Recognizes a name of two labels and more whose last one is not a number.
 *
 * Returns: its length in bytes, or 0 when there is none
 */
gsize
mc_token_match_host (const char *position)
{
  const char *end = skip_host_chars (position);
  const char *dot = g_strrstr_len (position, end - position, ".");

  if (!starts_name (position) || dot == NULL || g_strstr_len (position, end - position, "..") != NULL)
    return 0;

  return is_top_level (dot + 1, end) ? (gsize) (end - position) : 0;
}

/* A colon after two hexadecimal digits: the groups of a fingerprint go on. */
static gboolean
is_within_fingerprint (const char *text,
                       const char *position)
{
  return position - text >= 3 && position[-1] == ':' &&
         g_ascii_isxdigit (position[-2]) && g_ascii_isxdigit (position[-3]) &&
         (position - text == 3 || !g_ascii_isalnum (position[-4]));
}

static gboolean
may_start_ip (const char *text,
              const char *position,
              gboolean    is_ipv6)
{
  if (is_ipv6)
    return !is_within_fingerprint (text, position);

  return position - text < 2 || (position[-1] != '.' && position[-1] != '-') || !g_ascii_isdigit (position[-2]);
}

static gboolean
may_end_ip (const char *end,
            gboolean    is_ipv6)
{
  if (is_ipv6 && *end == ':')
    return !g_ascii_isxdigit (end[1]);

  return !g_ascii_isalnum (*end) && ((*end != '.' && *end != '-') || !g_ascii_isdigit (end[1]));
}

/**
 * mc_token_read_quad:
 * @position: a place in a text
 * @length: (out): how many bytes it takes up
 *
 * Reads an IPv4 address in the ways in which servers also write one:
 * `192-0-2-1`, as in names of lines, and `192.000.002.001`.
 *
 * Returns: (transfer full) (nullable): the address with dots and without leading zeros
 */
char *
mc_token_read_quad (const char *position,
                    gsize      *length)
{
  const char *p = position;
  char        separator = '\0';
  guint       parts[4];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gsize n_digits = strspn (p, "0123456789");

      if (n_digits < 1 || n_digits > 3)
        return NULL;

      parts[i] = (guint) g_ascii_strtoull (p, NULL, 10);
      if (parts[i] > 255)
        return NULL;

      p += n_digits;
      if (i == 3)
        break;

      if ((*p != '.' && *p != '-') || (separator != '\0' && *p != separator))
        return NULL;
      separator = *p++;
    }

  *length = (gsize) (p - position);
  return g_strdup_printf ("%u.%u.%u.%u", parts[0], parts[1], parts[2], parts[3]);
}

static gsize
match_quad (const char *text,
            const char *position)
{
  gsize            length = 0;
  g_autofree char *ip = mc_token_read_quad (position, &length);

  return ip != NULL && may_start_ip (text, position, FALSE) && may_end_ip (position + length, FALSE) ? length : 0;
}

/**
 * mc_token_match_ip:
 * @text: valid UTF-8
 * @position: the start of a word in @text
 *
 * Recognizes an IPv4 or IPv6 address, but not a part of a longer row of numbers.
 *
 * Returns: its length in bytes, or 0 when there is none
 */
gsize
mc_token_match_ip (const char *text,
                   const char *position)
{
  gsize length = strspn (position, "0123456789abcdefABCDEF:.");

  if (strcspn (position, ":.") >= length)
    return match_quad (text, position);

  for (length = MIN (length, MAX_IP); length >= 2; length--)
    {
      g_autofree char *candidate = g_strndup (position, length);

      if (g_hostname_is_ip_address (candidate))
        {
          gboolean is_ipv6 = strchr (candidate, ':') != NULL;

          return may_start_ip (text, position, is_ipv6) && may_end_ip (position + length, is_ipv6) ? length : 0;
        }
    }

  return match_quad (text, position);
}

/* Long texts are cut where they are read, and a long beginning tells enough. */
static gboolean
is_cut (const char *p,
        guint       n_chars)
{
  return n_chars >= MIN_PREFIX || (n_chars >= MIN_CUT_LITERAL && g_utf8_get_char (p) == ELLIPSIS);
}

static const char *
read_number (const char *p,
             guint       base,
             gsize       max_digits,
             gunichar   *number)
{
  const char *start = p;

  *number = 0;
  while ((gsize) (p - start) < max_digits && (base == 16 ? g_ascii_isxdigit (*p) : g_ascii_isdigit (*p)))
    *number = *number * base + (gunichar) g_ascii_xdigit_value (*p++);

  return p;
}

/* “%40” (RFC 3986) and “=40” (RFC 2045), with several of them for a character beyond ASCII */
static const char *
decode_hex (const char *p,
            gunichar   *c)
{
  char        bytes[4];
  const char  sign = *p;
  const char *end = p;

  for (gsize n = 0; n < sizeof bytes && *end == sign; n++)
    {
      gunichar byte;

      if (read_number (end + 1, 16, 2, &byte) != end + 3)
        return NULL;

      bytes[n] = (char) byte;
      end += 3;
      *c = byte != 0 ? g_utf8_get_char_validated (bytes, (gssize) n + 1) : 0;
      if (*c != (gunichar) -1 && *c != (gunichar) -2)
        return end;
    }

  return NULL;
}

/* “&#64;” and “&#x40;” */
static const char *
decode_reference (const char *p,
                  gunichar   *c)
{
  const char *end;

  if (p[1] != '#')
    return NULL;

  end = p[2] == 'x' || p[2] == 'X' ? read_number (p + 3, 16, 6, c) : read_number (p + 2, 10, 7, c);
  return *end == ';' ? end + 1 : NULL;
}

static const char *
decode (const char *p,
        gunichar   *c)
{
  const char *end = NULL;

  if (*p == '%' || *p == '=')
    end = decode_hex (p, c);
  else if (*p == '&')
    end = decode_reference (p, c);

  return end;
}

/* What mc_text_make_safe() writes for a character that cannot be seen: “<U+034F>” */
static const char *
skip_invisible (const char *p)
{
  gunichar    c;
  const char *end;

  while (g_str_has_prefix (p, "<U+"))
    {
      end = read_number (p + 3, 16, 6, &c);
      if (*end != '>')
        break;
      p = end + 1;
    }

  return p;
}

/* Full-width letters are other characters that look the same. */
static gunichar
fold (gunichar c)
{
  return g_unichar_tolower (c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c);
}

/**
 * mc_token_match_literal:
 * @position: a place in valid UTF-8
 * @literal: what may stand there
 *
 * Compares without regard to case; characters may be encoded as in links, in
 * HTML or in quoted-printable. A long literal also matches where the text was
 * cut within it.
 *
 * Returns: how many bytes it takes up, or 0 when it does not stand there
 */
gsize
mc_token_match_literal (const char *position,
                        const char *literal)
{
  const char *p = position;
  guint       n_chars = 0;

  for (const char *q = literal; *q != '\0'; q = g_utf8_next_char (q))
    {
      gunichar    wanted = fold (g_utf8_get_char (q));
      gunichar    c;
      const char *end;

      if (n_chars > 0 && *q != '<')
        p = skip_invisible (p);

      if (*p != '\0' && fold (g_utf8_get_char (p)) == wanted)
        p = g_utf8_next_char (p);
      else if ((end = decode (p, &c)) != NULL && fold (c) == wanted)
        p = end;
      else
        return is_cut (p, n_chars) ? (gsize) (p - position) : 0;

      n_chars++;
    }

  return p - position;
}
