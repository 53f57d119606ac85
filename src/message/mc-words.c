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

#define APOSTROPHE "’"

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

/* A link to its end. For a constant prefix g_str_has_prefix() measures all of the text, at each letter. */
static gsize
measure_link (const char *p)
{
  if (!mc_text_has_prefix (p, "http://") && !mc_text_has_prefix (p, "https://"))
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

/* Letters and digits to their end, or whatever else stands at @p. */
static gsize
measure_word (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalnum (p[length]))
    length++;

  return MAX (length, 1);
}

/* Single spaces, without codes, addresses and links. @text is lower case. */
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
      else if (mc_text_has_prefix (p, APOSTROPHE))
        {
          /* Mail programs and websites make apostrophes nicer than servers wrote them. */
          g_string_append_c (words, '\'');
          p += strlen (APOSTROPHE);
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
        {
          length = measure_word (p);
          g_string_append_len (words, p, (gssize) length);
          p += length;
        }

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

static void
view_init (McWordsView *self,
           char        *text)
{
  self->text = text;
  self->length = strlen (text);
}

static void
count_grams (McWordsView *self)
{
  self->has_grams = TRUE;
  for (gsize i = 0; i + 2 < self->length; i++)
    {
      guint gram = hash_gram (self->text + i);

      self->grams[gram / 64] |= G_GUINT64_CONSTANT (1) << gram % 64;
    }
}

/**
 * mc_words_new:
 * @text: what a server said
 *
 * Returns: (transfer full): it, made comparable
 */
McWords *
mc_words_new (const char *text)
{
  McWords *self = g_new0 (McWords, 1);

  view_init (&self->said, mc_text_dup_lower (text));
  view_init (&self->plain, normalize (self->said.text));
  count_grams (&self->plain);

  return self;
}

void
mc_words_free (McWords *self)
{
  g_free (self->said.text);
  g_free (self->plain.text);
  g_free (self);
}

/* Whether every run of three bytes of the pattern stands somewhere: most patterns do not get any further. */
static gboolean
could_hold (const McWordsView *self,
            const char        *pattern)
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

static gboolean
view_holds (McWordsView *self,
            const char  *pattern)
{
  const char *end = self->text + self->length;
  const char *hit = self->text;
  gsize       length;

  if (!self->has_grams)
    count_grams (self);
  if (!could_hold (self, pattern))
    return FALSE;

  length = strcspn (pattern, "*");
  while ((hit = find_piece (self->text, hit, end, pattern, length)) != NULL)
    {
      if (pattern[length] == '\0' || hold_rest (self->text, hit + length, end, pattern + length + 1))
        return TRUE;
      hit++;
    }

  return FALSE;
}

/**
 * mc_words_hash_start:
 * @pattern: a pattern of mc_words_hold()
 *
 * Returns: a number for how it begins, for mc_words_may_hold(); %MC_WORDS_ANY_START
 *   when that tells nothing
 */
guint16
mc_words_hash_start (const char *pattern)
{
  return strcspn (pattern, "*") >= 3 ? (guint16) hash_gram (pattern) : MC_WORDS_ANY_START;
}

/**
 * mc_words_hold:
 * @self: words
 * @pattern: what to look for, in lower case; a “*” stands for a gap
 *
 * Returns: whether the pieces of @pattern stand in the plain words, each at the start
 *   of a word, in order and close together
 */
gboolean
mc_words_hold (McWords    *self,
               const char *pattern)
{
  return view_holds (&self->plain, pattern);
}

/**
 * mc_words_hold_mark:
 * @self: words
 * @pattern: what to look for, as in mc_words_hold()
 *
 * Returns: whether it stands in what was said, also in a code, an address or a link
 */
gboolean
mc_words_hold_mark (McWords    *self,
                    const char *pattern)
{
  return view_holds (&self->said, pattern);
}

/**
 * mc_words_find_any:
 * @self: words
 * @patterns: (array length=n_patterns): patterns of mc_words_hold()
 * @n_patterns: how many there are
 *
 * Returns: (transfer none) (nullable): the first of @patterns that the words hold
 */
const char *
mc_words_find_any (McWords           *self,
                   const char *const *patterns,
                   gsize              n_patterns)
{
  for (gsize i = 0; i < n_patterns; i++)
    {
      if (mc_words_hold (self, patterns[i]))
        return patterns[i];
    }

  return NULL;
}

/**
 * mc_words_count_letters:
 * @text: words or a pattern
 *
 * Returns: how many bytes of it are letters or digits
 */
gsize
mc_words_count_letters (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isalnum (*text) || (guchar) *text >= 0x80 ? 1 : 0;

  return n;
}
