/* mc-own-words.c
 *
 * The words of this program's own texts: some people's addresses begin with
 * one, and a report in which it is hidden everywhere cannot be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-cause.h"
#include "mc-check.h"
#include "mc-own-words.h"
#include "mc-reply-signatures.h"

static void
add_word (GHashTable *words,
          const char *start,
          const char *end)
{
  g_autofree char *word = g_strndup (start, end - start);

  if (end > start)
    g_hash_table_add (words, g_utf8_casefold (word, -1));
}

/* Addresses, hosts, links and placeholders are no words: names could be in them. */
static gboolean
is_prose (const char *token)
{
  const char *dot = strchr (token, '.');

  return strpbrk (token, "@{}") == NULL && strstr (token, "://") == NULL && (dot == NULL || !g_ascii_isalnum (dot[1]));
}

/* “sign-in” counts as a whole and as “sign” and “in”. */
static void
add_token (GHashTable *words,
           const char *token)
{
  const char *start = token;
  const char *p;
  const char *whole_start = NULL;
  const char *whole_end = token;

  for (p = token; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        {
          add_word (words, start, p);
          start = g_utf8_next_char (p);
          continue;
        }

      if (whole_start == NULL)
        whole_start = p;
      whole_end = g_utf8_next_char (p);
    }

  add_word (words, start, p);
  if (whole_start != NULL)
    add_word (words, whole_start, whole_end);
}

static void
add_words (GHashTable *words,
           const char *text)
{
  g_auto (GStrv) tokens = g_strsplit_set (text, " \n/", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (is_prose (tokens[i]))
        add_token (words, tokens[i]);
    }
}

/* Reports are in the language of the session, protocols in English. */
static void
add_text (GHashTable *words,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  add_words (words, text);
  add_words (words, g_dgettext (GETTEXT_PACKAGE, text));
}

static void
add_causes (GHashTable *words)
{
  const McCause *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      add_text (words, cause->title);
      add_text (words, cause->explanation);
      for (guint j = 0; cause->steps[j] != NULL; j++)
        add_text (words, cause->steps[j]);
      for (guint j = 0; cause->links[j].title != NULL; j++)
        add_text (words, cause->links[j].title);
    }
}

static GHashTable *
collect (void)
{
  GHashTable             *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize                   n_checks;
  gsize                   n_signatures;
  const McCheck          *checks = mc_check_table (&n_checks);
  const McReplySignature *signatures = mc_reply_signature_table (&n_signatures);

  add_causes (words);
  for (gsize i = 0; i < n_checks; i++)
    add_text (words, checks[i].title);
  for (gsize i = 0; i < n_signatures; i++)
    add_text (words, signatures[i].decided_by);

  return words;
}

/**
 * mc_own_words_contain:
 * @word: a word
 *
 * Returns: whether it occurs in the texts of the tables of causes and checks
 */
gboolean
mc_own_words_contain (const char *word)
{
  static GHashTable *words;
  g_autofree char   *folded = NULL;

  if (g_once_init_enter_pointer (&words))
    g_once_init_leave_pointer (&words, collect ());

  folded = g_utf8_casefold (word, -1);
  return g_hash_table_contains (words, folded);
}
