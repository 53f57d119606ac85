/* mc-words.c
 *
 * What servers say, made comparable.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-reply-codes.h"
#include "mc-text.h"
#include "mc-words.h"

/* RFC 5322 atext, dots and quotes: what may stand before an “@”. */
static gboolean
is_local_part_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || (c != '\0' && strchr ("!#$%&'*+-/=?^_`{|}~.\"", c) != NULL);
}

static gboolean
is_domain_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || c == '-' || c == '.' || c == '_';
}

/* A link to its end. */
static gsize
measure_link (const char *p)
{
  if ((*p != 'h' && *p != 'H') || (!mc_text_has_prefix (p, "http://") && !mc_text_has_prefix (p, "https://")))
    return 0;

  return strcspn (p, " \t\r\n<>\"");
}

static gsize
measure_enhanced_code (const char *p)
{
  char code[MC_ENHANCED_CODE_SIZE];

  return mc_reply_codes_read_enhanced (p, code) ? strlen (code) : 0;
}

/* The codes at the start of each line of a reply, which stay in the middle once the lines are joined. */
static gsize
measure_codes (const char *p)
{
  gsize length = measure_enhanced_code (p);

  if (length > 0)
    return length;

  if (*p < '2' || *p > '5' || !g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]) || (p[3] != ' ' && p[3] != '-'))
    return 0;

  length = measure_enhanced_code (p + 4);
  if (length > 0)
    return 4 + length;

  return p[3] == '-' ? 4 : 0;
}

/* Takes back what of an address was already written. */
static void
cut_local_part (GString *words)
{
  gsize length = words->len;

  while (length > 0 && is_local_part_byte (words->str[length - 1]))
    length--;
  g_string_truncate (words, length > 0 && words->str[length - 1] == '<' ? length - 1 : length);
}

static void
append_space (GString *words)
{
  if (words->len > 0 && words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
}

/* Lower case (ASCII), single spaces, without codes, addresses and links. */
static char *
normalize (const char *text)
{
  g_autoptr (GString) words = g_string_sized_new (strlen (text) + 1);
  gboolean            at_start = TRUE;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = at_start ? measure_codes (p) : 0;

      if (length == 0 && (length = measure_link (p)) > 0)
        g_string_append (words, MC_WORDS_LINK);

      if (length > 0)
        p += length;
      else if (g_ascii_isspace (*p))
        {
          append_space (words);
          p++;
        }
      else if (*p == '@' && p > text && is_local_part_byte (p[-1]) && is_domain_byte (p[1]))
        {
          cut_local_part (words);
          g_string_append (words, MC_WORDS_ADDRESS);
          for (p++; is_domain_byte (*p);)
            p++;
          p += *p == '>' ? 1 : 0;
        }
      else
        g_string_append_c (words, g_ascii_tolower (*p++));

      at_start = p > text && (g_ascii_isspace (p[-1]) || p[-1] == '\'' || p[-1] == '(');
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* A number for the three bytes at @p. */
static guint
hash_gram (const char *p)
{
  guint32 gram = (guint32) (guchar) p[0] | (guint32) (guchar) p[1] << 8 | (guint32) (guchar) p[2] << 16;

  return (gram * 2654435761u) >> (32 - MC_WORDS_GRAM_BITS);
}

static McWords *
take_words (char *text)
{
  McWords *self = g_new0 (McWords, 1);

  self->text = text;
  self->length = strlen (text);
  for (gsize i = 0; i + 2 < self->length; i++)
    {
      guint gram = hash_gram (text + i);

      self->grams[gram / 64] |= G_GUINT64_CONSTANT (1) << gram % 64;
    }

  return self;
}

/**
 * mc_words_new:
 * @text: what a server said
 *
 * Makes a text comparable: lower case (ASCII), single spaces, without the codes at
 * the start of each line, addresses as %MC_WORDS_ADDRESS and links as
 * %MC_WORDS_LINK, so that names in them are not taken for words.
 *
 * Returns: (transfer full): the words
 */
McWords *
mc_words_new (const char *text)
{
  return take_words (normalize (text));
}

/**
 * mc_words_new_with_case_folded:
 * @text: what a server said
 *
 * The same, for marks that may stand within codes, addresses and links: nothing is
 * changed but the case of ASCII letters.
 *
 * Returns: (transfer full): the words
 */
McWords *
mc_words_new_with_case_folded (const char *text)
{
  return take_words (g_ascii_strdown (text, -1));
}

void
mc_words_free (McWords *self)
{
  g_free (self->text);
  g_free (self);
}

/* Whether every run of three bytes of the pattern stands somewhere: most patterns do not get any further. */
static gboolean
could_hold (const McWords *self,
            const char    *pattern)
{
  for (const char *p = pattern; p[0] != '\0' && p[1] != '\0' && p[2] != '\0'; p++)
    {
      guint gram = hash_gram (p);

      if (p[0] != '*' && p[1] != '*' && p[2] != '*' && (self->grams[gram / 64] >> gram % 64 & 1) == 0)
        return FALSE;
    }

  return TRUE;
}

/* The next place where the piece stands at the start of a word. */
static const char *
find_piece (const char *words,
            const char *from,
            const char *end,
            const char *piece,
            gsize       length)
{
  gboolean    is_word = length > 0 && g_ascii_isalnum (*piece);
  const char *hit = from;

  while (hit < end && (hit = memmem (hit, (gsize) (end - hit), piece, length)) != NULL)
    {
      if (!is_word || hit == words || !g_ascii_isalnum (hit[-1]))
        return hit;
      hit++;
    }

  return NULL;
}

/* Whether the rest of a pattern follows within reach; @from is where the piece before it ended. */
static gboolean
hold_rest (const char *words,
           const char *from,
           const char *end,
           const char *pattern)
{
  gsize       length = strcspn (pattern, "*");
  const char *reach = MIN (end, from + MC_WORDS_MAX_GAP + length);
  const char *hit = find_piece (words, from, reach, pattern, length);

  /* The first place is as good as a later one: it leaves the most room to those after it. */
  return hit != NULL && (pattern[length] == '\0' || hold_rest (words, hit + length, end, pattern + length + 1));
}

/**
 * mc_words_hold:
 * @self: words
 * @pattern: what to look for, in lower case; a “*” stands for a gap
 *
 * Returns: whether the pieces of @pattern stand in @self, each at the start of a
 *   word, in order and close together
 */
gboolean
mc_words_hold (const McWords *self,
               const char    *pattern)
{
  gsize       length = strcspn (pattern, "*");
  const char *end = self->text + self->length;
  const char *hit = self->text;

  if (!could_hold (self, pattern))
    return FALSE;

  while ((hit = find_piece (self->text, hit, end, pattern, length)) != NULL)
    {
      if (pattern[length] == '\0' || hold_rest (self->text, hit + length, end, pattern + length + 1))
        return TRUE;
      hit++;
    }

  return FALSE;
}
