/* mc-outline-markdown.c
 *
 * GitHub Flavored Markdown (CommonMark 0.31 with GitHub's extensions). Foreign
 * text must not become markup, a link, a mention or HTML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-outline.h"

#define SPECIAL_CHARS   "\\`*_[]<>|~&$"
#define LINE_START      "#+-=>"
#define OUTER_CHARS     ".,;:!?()\"'“”‘’…"
#define MIN_FENCE       3
#define NESTED_INDENT   "  "
#define CODE_SUBSTRINGS "://", "www.", "@", "#", "<", ">", NULL

static guint
longest_backtick_run (const char *text)
{
  guint longest = 0;
  guint run = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      run = *p == '`' ? run + 1 : 0;
      longest = MAX (longest, run);
    }

  return longest;
}

static void
append_fence (GString *output,
              guint    length)
{
  for (guint i = 0; i < length; i++)
    g_string_append_c (output, '`');
}

/* CommonMark section 6.1: the fence is longer than any run within, and spaces keep a backtick off it. */
static void
append_code (GString    *output,
             const char *text)
{
  guint    fence = longest_backtick_run (text) + 1;
  gboolean padded = *text == '`' || g_str_has_suffix (text, "`");

  if (*text == '\0')
    return;

  append_fence (output, fence);
  g_string_append (output, padded ? " " : "");
  g_string_append (output, text);
  g_string_append (output, padded ? " " : "");
  append_fence (output, fence);
}

static void
append_escaped (GString    *output,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr (SPECIAL_CHARS, *p) != NULL)
        g_string_append_c (output, '\\');
      g_string_append_c (output, *p);
    }
}

/* GitHub makes links of bare addresses and mentions, escaped or not, but not within code. */
static gboolean
needs_code (const char *word)
{
  static const char *const substrings[] = { CODE_SUBSTRINGS };

  for (guint i = 0; substrings[i] != NULL; i++)
    {
      if (strstr (word, substrings[i]) != NULL)
        return TRUE;
    }

  return g_ascii_strncasecmp (word, "www", 3) == 0;
}

static gboolean
is_outer_char (const char *p)
{
  return g_utf8_strchr (OUTER_CHARS, -1, g_utf8_get_char (p)) != NULL;
}

static void
append_word_as_code (GString    *output,
                     const char *word)
{
  const char      *start = word;
  const char      *end = word + strlen (word);
  g_autofree char *before = NULL;
  g_autofree char *core = NULL;

  while (start < end && is_outer_char (start))
    start = g_utf8_next_char (start);
  while (end > start && is_outer_char (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);

  before = g_strndup (word, start - word);
  core = g_strndup (start, end - start);
  append_escaped (output, before);
  append_code (output, core);
  append_escaped (output, end);
}

/* What could begin a heading, a list or a quotation. */
static gboolean
starts_block (const char *word)
{
  gsize digits = strspn (word, "0123456789");

  return strchr (LINE_START, *word) != NULL || (digits > 0 && (word[digits] == '.' || word[digits] == ')'));
}

static void
append_line_start (GString    *output,
                   const char *word)
{
  gsize digits = strspn (word, "0123456789");

  g_string_append_len (output, word, digits);
  g_string_append_c (output, '\\');
  g_string_append_c (output, word[digits]);
  append_escaped (output, word + digits + 1);
}

static void
append_prose (GString    *output,
              const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean       at_start = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;

      if (!at_start)
        g_string_append_c (output, ' ');

      if (needs_code (words[i]))
        append_word_as_code (output, words[i]);
      else if (at_start && starts_block (words[i]))
        append_line_start (output, words[i]);
      else
        append_escaped (output, words[i]);
      at_start = FALSE;
    }
}

static void
append_heading (GString       *output,
                const McBlock *block)
{
  for (guint i = 0; i < block->level; i++)
    g_string_append_c (output, '#');
  g_string_append_c (output, ' ');
  append_prose (output, block->text);
  g_string_append_c (output, '\n');
}

static void
append_list (GString       *output,
             const McBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      if (block->kind == MC_BLOCK_STEPS)
        g_string_append_printf (output, "%u. ", i + 1);
      else
        g_string_append (output, "- ");
      append_prose (output, g_ptr_array_index (block->items, i));
      g_string_append_c (output, '\n');
    }
}

static void
append_links (GString       *output,
              const McBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const McPair    *link = g_ptr_array_index (block->items, i);
      g_autofree char *uri = g_uri_escape_string (link->value, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "?#[]%", FALSE);

      g_string_append (output, "- [");
      append_prose (output, link->name);
      g_string_append_printf (output, "](<%s>)\n", uri);
    }
}

static void
append_pairs (GString    *output,
              GPtrArray  *pairs,
              const char *indent)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const McPair *pair = g_ptr_array_index (pairs, i);

      g_string_append_printf (output, "%s- ", indent);
      append_prose (output, pair->name);
      g_string_append (output, ": ");
      append_code (output, pair->value);
      g_string_append_c (output, '\n');
    }
}

static void
append_checks (GString       *output,
               const McBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const McCheckRow *row = g_ptr_array_index (block->items, i);

      g_string_append_printf (output, "- %s **%s** ", mc_outcome_get_symbol (row->outcome), mc_outcome_get_title (row->outcome));
      append_prose (output, row->title);
      if (row->text != NULL && *row->text != '\0')
        {
          g_string_append (output, " — ");
          append_prose (output, row->text);
        }
      g_string_append_c (output, '\n');
      append_pairs (output, row->details, NESTED_INDENT);
    }
}

static void
append_transcript (GString       *output,
                   const McBlock *block)
{
  guint fence = MIN_FENCE;

  for (guint i = 0; i < block->items->len; i++)
    fence = MAX (fence, longest_backtick_run (g_ptr_array_index (block->items, i)) + 1);

  append_prose (output, block->text);
  g_string_append (output, "\n\n");
  append_fence (output, fence);
  g_string_append (output, "text\n");
  for (guint i = 0; i < block->items->len; i++)
    g_string_append_printf (output, "%s\n", (const char *) g_ptr_array_index (block->items, i));
  append_fence (output, fence);
  g_string_append_c (output, '\n');
}

static void
append_block (GString       *output,
              const McBlock *block)
{
  switch (block->kind)
    {
    case MC_BLOCK_HEADING:
      append_heading (output, block);
      break;
    case MC_BLOCK_PARAGRAPH:
      append_prose (output, block->text);
      g_string_append_c (output, '\n');
      break;
    case MC_BLOCK_LIST:
    case MC_BLOCK_STEPS:
      append_list (output, block);
      break;
    case MC_BLOCK_LINKS:
      append_links (output, block);
      break;
    case MC_BLOCK_DETAILS:
      append_pairs (output, block->items, "");
      break;
    case MC_BLOCK_CHECKS:
      append_checks (output, block);
      break;
    case MC_BLOCK_TRANSCRIPT:
      append_transcript (output, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * mc_outline_to_markdown:
 * @self: an outline
 *
 * Returns: (transfer full): the outline in GitHub Flavored Markdown
 */
char *
mc_outline_to_markdown (McOutline *self)
{
  g_autoptr (GString) output = g_string_new (NULL);

  for (guint i = 0; i < mc_outline_get_n_blocks (self); i++)
    {
      if (i > 0)
        g_string_append_c (output, '\n');
      append_block (output, mc_outline_get_block (self, i));
    }

  return g_string_free_and_steal (g_steal_pointer (&output));
}
