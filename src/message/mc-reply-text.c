/* mc-reply-text.c
 *
 * What stands in the words of a server beside its codes of SMTP.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-plain-codes.h"
#include "mc-refusal.h"
#include "mc-reply-text.h"
#include "mc-text.h"

#define MAX_WORDS  1000
#define MAX_AROUND 1500
#define MAX_STATUS 40

/**
 * mc_reply_text_find_response_code:
 * @text: what a server said
 * @protocol: IMAP or POP3
 *
 * Returns: (transfer full) (nullable): the code of “[CODE]” or “[CODE arguments]”
 */
char *
mc_reply_text_find_response_code (const char *text,
                                  McProtocol  protocol)
{
  for (const char *p = strchr (text, '['); p != NULL; p = strchr (p + 1, '['))
    {
      gsize            length = strspn (p + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/");
      g_autofree char *code = g_strndup (p + 1, MIN (length, 40));

      /* “list[LIMIT]” is a programmer’s. */
      if (p > text && g_ascii_isalnum (p[-1]))
        continue;
      if (length > 0 && (p[1 + length] == ']' || p[1 + length] == ' ') && mc_plain_code_find (protocol, code) != NULL)
        return g_steal_pointer (&code);
    }

  return NULL;
}

/* Where somebody quotes a reply, it ends where the quotation does. */
static const char *
find_closing_quote (const char *text,
                    const char *start)
{
  static const char *const quotes[][2] = { { "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "«", "»" }, { "'", "'" } };

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gsize length = strlen (quotes[i][0]);

      if ((gsize) (start - text) < length || strncmp (start - length, quotes[i][0], length) != 0)
        continue;
      for (const char *p = strstr (start, quotes[i][1]); p != NULL; p = strstr (p + 1, quotes[i][1]))
        {
          if (!g_ascii_isspace (p[-1]) && !g_ascii_isalnum (p[strlen (quotes[i][1])]))
            return p;
        }
    }

  return NULL;
}

/**
 * mc_reply_text_find_end:
 * @text: any text
 * @start: where in @text a reply begins
 *
 * Returns: (transfer none): where the paragraph or the quotation ends that it stands in
 */
const char *
mc_reply_text_find_end (const char *text,
                        const char *start)
{
  const char *end = strstr (start, "\n\n");
  const char *quote = find_closing_quote (text, start);

  if (end == NULL)
    end = start + strlen (start);

  return quote != NULL && quote < end ? quote : end;
}

/**
 * mc_reply_text_dup_words:
 * @text: any text
 * @start: where in @text the words begin
 *
 * Returns: (transfer full): the words up to mc_reply_text_find_end(), on one line, safe to show
 */
char *
mc_reply_text_dup_words (const char *text,
                         const char *start)
{
  g_autofree char *words = g_strndup (start, (gsize) (mc_reply_text_find_end (text, start) - start));

  g_strdelimit (g_strstrip (words), "\n\t", ' ');
  return mc_text_make_safe (words, -1, MAX_WORDS);
}

/**
 * mc_reply_text_dup_oauth_status:
 * @text: what a server said
 *
 * Reads XOAUTH2's way of saying no: JSON in base64 after “334 ” or “+ ” (RFC 7628 section 3.2.2).
 *
 * Returns: (transfer full) (nullable): that in words
 */
char *
mc_reply_text_dup_oauth_status (const char *text)
{
  const char        *start = strstr (text, "eyJ");
  gsize              length = start != NULL ? strspn (start, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") : 0;
  g_autofree char   *encoded = g_strndup (start != NULL ? start : "", MIN (length, 4096));
  gsize              n_bytes = 0;
  g_autofree guchar *bytes = g_base64_decode (encoded, &n_bytes);
  g_autofree char   *json = g_strndup ((const char *) bytes, n_bytes);
  const char        *status = strstr (json, "\"status\"");
  g_autofree char   *value = NULL;

  if (status == NULL)
    return NULL;

  status += strlen ("\"status\"");
  status += strspn (status, " :\"");
  /* What was encoded may be any bytes. */
  value = mc_text_make_safe (status, (gssize) strcspn (status, "\","), MAX_STATUS);
  return g_strconcat ("OAuth status ", value, NULL);
}

/* Whom a server names for questions is its own: “ask tosa@rx.t-online.de”. */
static gboolean
ends_with_contact (const char *text,
                   const char *end)
{
  static const char *const contacts[] = { "postmaster", "abuse", "tosa", "kefu" };

  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      gsize length = strlen (contacts[i]);

      if ((gsize) (end - text) >= length && g_ascii_strncasecmp (end - length, contacts[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The domain of any other address does not tell who is talking. */
static char *
dup_without_domains (const char *text)
{
  char *copy = g_strdup (text);

  for (char *p = strchr (copy, '@'); p != NULL; p = strchr (p, '@'))
    {
      gboolean is_contact = ends_with_contact (copy, p);

      for (p++; g_ascii_isalnum (*p) || *p == '.' || *p == '-'; p++)
        *p = is_contact ? *p : 'x';
    }

  return copy;
}

/**
 * mc_reply_text_name_provider:
 * @words: what a server said
 * @text: what a mail program wrote around it
 *
 * Returns: (transfer none) (nullable): whose server it is
 */
const char *
mc_reply_text_name_provider (const char *words,
                             const char *text)
{
  g_autofree char *said = dup_without_domains (words);
  g_autofree char *around = dup_without_domains (text);
  McRefusal        refusal = { .text = said };
  const char      *provider = mc_refusal_name_provider (&refusal);

  if (provider != NULL || strlen (around) > MAX_AROUND)
    return provider;

  refusal.text = around;
  return mc_refusal_name_provider (&refusal);
}
