/* mc-redactor-forms.c
 *
 * The ways in which programs write what they were given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-redactor-forms.h"
#include "mc-secret.h"
#include "mc-text.h"

/* Shorter parts of base64 occur in other base64 by chance. */
#define MIN_INNER_BASE64 6

/* The longest that one byte becomes, so that no buffer grows and leaves a copy behind: “&#039;” and “\u00e4” */
#define MAX_ESCAPE 6

/* Writes the character at @p, or the first byte of it, and returns what comes after it. */
typedef const char *(*EscapeFunc) (GString    *result,
                                   const char *p,
                                   guint       style);

/* strings of IMAP (RFC 9051 section 4.3) and of shells and logs */
static const char *
escape_quoted (GString    *result,
               const char *p,
               guint style G_GNUC_UNUSED)
{
  if (*p == '"' || *p == '\\')
    g_string_append_c (result, '\\');
  g_string_append_c (result, *p);

  return p + 1;
}

/* RFC 8259 section 7 */
typedef enum
{
  JSON_PLAIN = 0,
  JSON_ASCII = 1 << 0,
  JSON_SLASH = 1 << 1,
  JSON_MARKUP = 1 << 2,
  JSON_N_STYLES = 1 << 3,
} JsonStyle;

static void
append_utf16 (GString *result,
              gunichar c)
{
  if (c >= 0x10000)
    {
      g_string_append_printf (result, "\\u%04x", 0xd800 + ((c - 0x10000) >> 10));
      c = 0xdc00 + ((c - 0x10000) & 0x3ff);
    }
  g_string_append_printf (result, "\\u%04x", c);
}

static const char *
escape_json (GString    *result,
             const char *p,
             guint       style)
{
  static const char names[] = "\bb\ff\nn\rr\tt\"\"\\\\";
  gunichar          c = g_utf8_get_char_validated (p, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      g_string_append_c (result, *p);
      return p + 1;
    }

  for (gsize i = 0; i + 1 < sizeof names; i += 2)
    {
      if (names[i] == *p)
        {
          g_string_append_c (result, '\\');
          g_string_append_c (result, names[i + 1]);
          return p + 1;
        }
    }

  if (*p == '/' && (style & JSON_SLASH) != 0)
    g_string_append (result, "\\/");
  else if (c < 0x20 || (c >= 0x7f && (style & JSON_ASCII) != 0) ||
           (strchr ("<>&'", *p) != NULL && (style & JSON_MARKUP) != 0))
    append_utf16 (result, c);
  else
    g_string_append_len (result, p, g_utf8_next_char (p) - p);

  return g_utf8_next_char (p);
}

/* What writers of XML and HTML make of quotes differs. */
static const struct
{
  const char *quote;
  const char *apostrophe;
} markup_styles[] = {
  { "\"", "'" },
  { "&quot;", "'" },
  { "&quot;", "&#39;" },
  { "&quot;", "&#039;" },
  { "&quot;", "&#x27;" },
  { "&quot;", "&apos;" },
  { "&#34;", "&#39;" },
};

static const char *
escape_markup (GString    *result,
               const char *p,
               guint       style)
{
  switch (*p)
    {
    case '&':
      g_string_append (result, "&amp;");
      break;
    case '<':
      g_string_append (result, "&lt;");
      break;
    case '>':
      g_string_append (result, "&gt;");
      break;
    case '"':
      g_string_append (result, markup_styles[style].quote);
      break;
    case '\'':
      g_string_append (result, markup_styles[style].apostrophe);
      break;
    default:
      g_string_append_c (result, *p);
      break;
    }

  return p + 1;
}

/* What stays as it is, the sign before the digits, and what a space becomes. */
static const struct
{
  const char *unreserved;
  char        sign;
  char        space;
} hex_styles[] = {
  { "-._~", '%', 0 },              /* RFC 3986 section 2.3 */
  { "-._~!'()*", '%', 0 },         /* encodeURIComponent() */
  { "-._~!'()*$&+,;=:@", '%', 0 }, /* within a path */
  { "-._*", '%', '+' },            /* forms */
  { "-._~", '%', '+' },
  { "", '=', '_' },                                 /* RFC 2047 section 4.2 */
  { " !\"#$%&'()*+,-./:;<>?@[\\]^_`{|}~", '=', 0 }, /* quoted-printable, RFC 2045 section 6.7 */
};

static const char *
escape_hex (GString    *result,
            const char *p,
            guint       style)
{
  if (g_ascii_isalnum (*p) || strchr (hex_styles[style].unreserved, *p) != NULL)
    g_string_append_c (result, *p);
  else if (*p == ' ' && hex_styles[style].space != 0)
    g_string_append_c (result, hex_styles[style].space);
  else
    g_string_append_printf (result, "%c%02x", hex_styles[style].sign, (guchar) *p);

  return p + 1;
}

static const char *
escape_all (GString    *result,
            const char *p,
            guint       style)
{
  if (style != 0)
    g_string_append_c (result, (char) style);
  g_string_append_printf (result, "%02x", (guchar) *p);

  return p + 1;
}

static char *
escape (const char *text,
        EscapeFunc  func,
        guint       style)
{
  GString *result = g_string_sized_new (strlen (text) * MAX_ESCAPE + 1);

  while (*text != '\0')
    text = func (result, text, style);

  return g_string_free_and_steal (result);
}

static void
take_writings (const char *text,
               McFormFunc  take,
               gpointer    user_data)
{
  take (MC_FORM_TEXT, g_strdup (text), user_data);
  take (MC_FORM_TEXT, escape (text, escape_quoted, 0), user_data);
  for (guint style = 0; style < JSON_N_STYLES; style++)
    take (MC_FORM_TEXT, escape (text, escape_json, style), user_data);
  for (guint style = 0; style < G_N_ELEMENTS (markup_styles); style++)
    take (MC_FORM_TEXT, escape (text, escape_markup, style), user_data);
  for (guint style = 0; style < G_N_ELEMENTS (hex_styles); style++)
    take (MC_FORM_TEXT, escape (text, escape_hex, style), user_data);
  take (MC_FORM_TEXT, escape (text, escape_all, 0), user_data);
  take (MC_FORM_TEXT, escape (text, escape_all, '%'), user_data);
}

/* What stands in base64 whatever is before and after it, when @before bytes of a group are before it. */
static char *
encode_inner (const char *bytes,
              gsize       length,
              guint       before)
{
  gsize   n_bytes = before + length;
  guchar *padded = g_malloc0 (n_bytes + 1);
  gsize   start = before == 0 ? 0 : before + 1;
  gsize   end = n_bytes * 8 / 6;
  char   *encoded;

  memcpy (padded + before, bytes, length);
  encoded = g_base64_encode (padded, n_bytes);
  mc_secret_wipe (padded, n_bytes);
  g_free (padded);

  if (end < start + MIN_INNER_BASE64)
    {
      mc_secret_free_text (encoded);
      return NULL;
    }

  memmove (encoded, encoded + start, end - start);
  mc_secret_wipe (encoded + end - start, strlen (encoded) - (end - start));
  return encoded;
}

/* RFC 4648 section 5 */
static char *
make_url_safe (const char *base64)
{
  return g_strdelimit (g_strdelimit (g_strdup (base64), "+", '-'), "/", '_');
}

static void
take_base64 (char      *base64,
             McFormFunc take,
             gpointer   user_data)
{
  if (base64 == NULL)
    return;

  base64[strcspn (base64, "=")] = '\0';
  if (strpbrk (base64, "+/") != NULL)
    take (MC_FORM_BASE64, make_url_safe (base64), user_data);
  take (MC_FORM_BASE64, base64, user_data);
}

/**
 * mc_redactor_forms_of_bytes:
 * @bytes: a secret sequence of any content
 * @length: its length
 * @take: called with each form
 * @user_data: passed on to it
 *
 * Gives the base64 forms: the whole, and the part that shows within a longer text.
 */
void
mc_redactor_forms_of_bytes (const char *bytes,
                            gsize       length,
                            McFormFunc  take,
                            gpointer    user_data)
{
  take_base64 (g_base64_encode ((const guchar *) bytes, length), take, user_data);
  for (guint before = 0; before < 3; before++)
    take_base64 (encode_inner (bytes, length, before), take, user_data);
}

/**
 * mc_redactor_forms_of_text:
 * @text: a secret, perhaps not valid UTF-8
 * @take: called with each form
 * @user_data: passed on to it
 *
 * Gives the forms in which @text can stand in what a server answers, and those
 * that our own making safe gives it.
 */
void
mc_redactor_forms_of_text (const char *text,
                           McFormFunc  take,
                           gpointer    user_data)
{
  gsize length = strlen (text);
  char *valid = g_utf8_make_valid (text, (gssize) length);
  char *safe = mc_text_make_safe (text, (gssize) length, G_MAXSIZE);
  char *forms[] = { g_strdup (text), valid, safe, g_utf8_normalize (valid, -1, G_NORMALIZE_NFC),
                    g_utf8_normalize (valid, -1, G_NORMALIZE_NFD) };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (i == 0 || !g_str_equal (forms[i], text))
        {
          take_writings (forms[i], take, user_data);
          mc_redactor_forms_of_bytes (forms[i], strlen (forms[i]), take, user_data);
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    mc_secret_free_text (forms[i]);
}
