/* mc-reply-codes.c
 *
 * The codes that stand in what a server said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-reply-codes.h"
#include "mc-text.h"

/* How much of a reply is looked at for words that say more about its codes: a text may have one on each line. */
#define MAX_REPLY 1000

/* How far the code of another server may be from that of Sendmail’s own line. */
#define MAX_WRAP 330

/* An agent's own reply about giving up quotes the reply that it gave up on: the later one decided. */
static const char *const gave_up[] = { "message expired", "delivery time expired", "retry timeout", "undeliverable after" };

/* After these words a bare number is a reply code. */
static const char *const introductions[] = {
  "said", "says", "code", "error", "returned", "with", "response", "status", "smtp", "reply", "reason", "deferred",
  "fehler", "erreur", "bedeutet", "signifie"
};

/* What people write around a code, lower case; also in the languages of their programs. */
static const char *const around_codes[] = {
  "a", "an", "and", "bounce", "code", "codes", "delivery", "dsn", "e", "email", "enhanced", "erreur", "error", "errorcode",
  "fehler", "fehlercode", "i", "imap", "is", "mail", "meldung", "message", "nr", "no", "number", "of", "or", "reply",
  "response", "returned", "server", "smtp", "status", "statuscode", "the", "what", "does", "mean", "was", "bedeutet", "que",
  "signifie"
};

/*
 * What is in use from RFC 5321 and its extensions, and of servers with numbers of their own (Courier, Sendmail).
 * 465 is a port (RFC 8314), which mail programs name in their errors; 40x are a website's (RFC 9110).
 */
static gboolean
is_reply_code (const char *p,
               int        *code)
{
  if ((*p != '4' && *p != '5') || !g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]) || g_ascii_isalnum (p[3]) ||
      (p[3] == '.' && g_ascii_isdigit (p[4])))
    return FALSE;

  *code = (p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0');

  return p[1] <= '7' && *code / 10 != 40 && *code != 465;
}

/**
 * mc_reply_codes_read_enhanced:
 * @text: where a code may stand
 * @code: (out): the code
 *
 * Returns: whether @text starts with an enhanced status code of class 2, 4 or 5
 */
gboolean
mc_reply_codes_read_enhanced (const char *text,
                              char        code[MC_ENHANCED_CODE_SIZE])
{
  gsize length = 1;

  if ((*text != '2' && *text != '4' && *text != '5'))
    return FALSE;

  for (guint part = 0; part < 2; part++)
    {
      gsize digits = text[length] == '.' ? strspn (text + length + 1, "0123456789") : 0;

      if (digits < 1 || digits > 3)
        return FALSE;
      length += 1 + digits;
    }

  if (g_ascii_isalnum (text[length]) || (text[length] == '.' && g_ascii_isdigit (text[length + 1])))
    return FALSE;

  memcpy (code, text, length);
  code[length] = '\0';

  return TRUE;
}

static const char *
skip_spaces_back (const char *text,
                  const char *p)
{
  while (p > text && g_ascii_isspace (p[-1]))
    p--;

  return p;
}

static gboolean
follows_introduction (const char *text,
                      const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (introductions); i++)
    {
      gsize length = strlen (introductions[i]);

      if ((gsize) (end - text) >= length && mc_text_has_prefix (end - length, introductions[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether a bare number stands where a reply would begin, and is not just a number in a sentence. */
static gboolean
begins_reply (const char *text,
              const char *p)
{
  const char *before = skip_spaces_back (text, p);

  /* “… Hauptstr. 451.” */
  if (before > text && strchr (",.", before[-1]) != NULL && p[3] != '\0' && strchr (",.", p[3]) != NULL)
    return FALSE;

  if (before == text || memchr (before, '\n', (gsize) (p - before)) != NULL)
    return TRUE;

  return strchr (":;<([{'\"|#>,.", before[-1]) != NULL || follows_introduction (text, before) ||
         (before - text >= 3 && g_ascii_isdigit (before[-1]) && g_ascii_isdigit (before[-2]) &&
          g_ascii_isdigit (before[-3]) && (before - text == 3 || !g_ascii_isalnum (before[-4])));
}

static gboolean
begins_word (const char *text,
             const char *p)
{
  /* “550-5.1.1” */
  gboolean follows_code = p - text >= 4 && p[-1] == '-' && g_ascii_isdigit (p[-2]) && g_ascii_isdigit (p[-3]) &&
                          g_ascii_isdigit (p[-4]);

  return p == text || follows_code || (!g_ascii_isalnum (p[-1]) && strchr (".=-_@", p[-1]) == NULL);
}

/* “550 <anna@example.org>... ” before another code is Sendmail's own line around the reply of the other server. */
static gboolean
wraps_another (const char *after)
{
  const char *dots = g_strstr_len (after, MAX_WRAP, "... ");
  int         code;

  return dots != NULL && memchr (after, '\n', (gsize) (dots - after)) == NULL && is_reply_code (dots + 4, &code);
}

/* Reads the codes at @p: “550 5.1.1”, “550-5.1.1”, “550-'5.7.1”, “550: 5.2.2”, “550 - ” or one of them alone. */
static gboolean
read_codes (const char   *text,
            const char   *p,
            McReplyCodes *codes)
{
  McReplyCodes found = { .start = p - text };

  if (!begins_word (text, p))
    return FALSE;

  if (mc_reply_codes_read_enhanced (p, found.enhanced_code))
    {
      *codes = found;
      return TRUE;
    }

  if (!is_reply_code (p, &found.reply_code))
    return FALSE;

  if (!mc_reply_codes_read_enhanced (p + 3 + strspn (p + 3, " -:'#("), found.enhanced_code) &&
      (!begins_reply (text, p) || wraps_another (p + 3)))
    return FALSE;

  *codes = found;
  return TRUE;
}

/* How much of the text the codes take. */
static gsize
measure (const char         *p,
         const McReplyCodes *codes)
{
  gsize length = codes->reply_code != 0 ? 3 : 0;

  if (codes->enhanced_code[0] != '\0')
    length += strspn (p + length, " -:'#(") + strlen (codes->enhanced_code);

  return length;
}

static gboolean
says_gave_up (const char *text,
              gsize       length)
{
  g_autofree char *words = g_ascii_strdown (text, (gssize) MIN (length, MAX_REPLY));

  for (guint i = 0; i < G_N_ELEMENTS (gave_up); i++)
    {
      if (strstr (words, gave_up[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Which of two replies in the same text decided: codes of both kinds over one, the first over the next. */
static gboolean
is_better (const char         *text,
           const McReplyCodes *best,
           const McReplyCodes *found)
{
  if (best->start < 0)
    return TRUE;
  if (found->reply_code != 0 && found->enhanced_code[0] != '\0' &&
      (best->reply_code == 0 || best->enhanced_code[0] == '\0') &&
      (best->reply_code == 0 || best->reply_code == found->reply_code))
    return TRUE;

  return found->reply_code != 0 && best->reply_code != 0 &&
         says_gave_up (text + best->start, (gsize) (found->start - best->start));
}

/* “550 User unknown (#5.1.1)”: the other code of the same reply. */
static void
complete (McReplyCodes       *best,
          const McReplyCodes *found)
{
  if (best->reply_code == 0 && found->reply_code != 0 && found->enhanced_code[0] == '\0' &&
      best->enhanced_code[0] - '0' == found->reply_code / 100)
    best->reply_code = found->reply_code;
  if (best->enhanced_code[0] == '\0' && found->reply_code == 0 &&
      found->enhanced_code[0] - '0' == best->reply_code / 100)
    g_strlcpy (best->enhanced_code, found->enhanced_code, sizeof best->enhanced_code);
}

/**
 * mc_reply_codes_find:
 * @text: what a server said, alone or within other text
 * @codes: (out): the codes that decided
 *
 * Finds the reply that decided. Codes are taken as they stand, never made up.
 *
 * Returns: whether there is a code
 */
gboolean
mc_reply_codes_find (const char   *text,
                     McReplyCodes *codes)
{
  *codes = (McReplyCodes) { .start = -1 };

  for (const char *p = text; (p = strpbrk (p, "245")) != NULL; p++)
    {
      McReplyCodes found;
      gsize        length;

      if (!read_codes (text, p, &found) || found.enhanced_code[0] == '2')
        continue;

      length = measure (p, &found);
      if (is_better (text, codes, &found))
        {
          if (codes->start >= 0)
            complete (&found, codes);
          *codes = found;
        }
      else
        complete (codes, &found);

      p += length - 1;
    }

  return codes->start >= 0;
}

static gboolean
stands_around_codes (const char *word,
                     gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (around_codes); i++)
    {
      if (strlen (around_codes[i]) == length && g_ascii_strncasecmp (around_codes[i], word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * mc_reply_codes_are_all:
 * @text: what somebody pasted, with a code in it
 *
 * Returns: whether there is nothing but codes in it, and words such as “error”
 */
gboolean
mc_reply_codes_are_all (const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize length = 0;

      while (g_ascii_isalpha (p[length]) || (guchar) p[length] >= 0x80)
        length++;
      if (length > 0 && !stands_around_codes (p, length))
        return FALSE;
      p += MAX (length, 1);
    }

  return TRUE;
}
