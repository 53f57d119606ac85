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

static gboolean
starts_name (const char *position)
{
  return *position == '_' || g_unichar_isalnum (g_utf8_get_char (position));
}

static gboolean
is_local_part_char (const char *position,
                    const char *p)
{
  if (*p == '\'')
    return p > position && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[1]);

  return (*p != '\0' && strchr ("._+-", *p) != NULL) || g_unichar_isalnum (g_utf8_get_char (p));
}

static const char *
skip_host_chars (const char *p)
{
  const char *start = p;

  while (*p != '\0' && p - start < MAX_HOST &&
         (*p == '.' || *p == '-' || *p == '_' || g_unichar_isalnum (g_utf8_get_char (p))))
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

  return position - text < 2 || position[-1] != '.' || !g_ascii_isdigit (position[-2]);
}

static gboolean
may_end_ip (const char *end,
            gboolean    is_ipv6)
{
  if (is_ipv6 && *end == ':')
    return !g_ascii_isxdigit (end[1]);

  return !g_ascii_isalnum (*end) && (*end != '.' || !g_ascii_isdigit (end[1]));
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
    return 0;

  for (length = MIN (length, MAX_IP); length >= 2; length--)
    {
      g_autofree char *candidate = g_strndup (position, length);

      if (g_hostname_is_ip_address (candidate))
        {
          gboolean is_ipv6 = strchr (candidate, ':') != NULL;

          return may_start_ip (text, position, is_ipv6) && may_end_ip (position + length, is_ipv6) ? length : 0;
        }
    }

  return 0;
}

/* Long texts are cut where they are read, and a long beginning tells enough. */
static gboolean
is_cut (gunichar next,
        guint    n_chars)
{
  return n_chars >= MIN_PREFIX || (n_chars >= MIN_CUT_LITERAL && (next == ELLIPSIS || next == 0));
}

/**
 * mc_token_match_literal:
 * @position: a place in valid UTF-8
 * @literal: what may stand there
 *
 * Compares without regard to case. A long literal also matches where the text
 * was cut within it.
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
      gunichar c = g_utf8_get_char (p);

      if (c == 0 || g_unichar_tolower (c) != g_unichar_tolower (g_utf8_get_char (q)))
        return is_cut (c, n_chars) ? (gsize) (p - position) : 0;

      p = g_utf8_next_char (p);
      n_chars++;
    }

  return p - position;
}
