/* mc-outline-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-outline.h"
#include "mc-text.h"

#define COLUMNS     78
#define COLOR_BOLD  "\033[1m"
#define COLOR_RESET "\033[0m"

static const char *const outcome_colors[] = {
  [MC_OUTCOME_SKIPPED] = "\033[2m",
  [MC_OUTCOME_PASS] = "\033[32m",
  [MC_OUTCOME_WARNING] = "\033[33m",
  [MC_OUTCOME_FAIL] = "\033[31m",
};

static void
append_wrapped (GString    *output,
                const char *text,
                const char *first_prefix,
                const char *next_prefix)
{
  g_autofree char *lines = mc_text_wrap (text, COLUMNS, first_prefix, next_prefix);

  g_string_append (output, lines);
}

static void
append_heading (GString       *output,
                const McBlock *block,
                gboolean       color)
{
  g_autofree char *lines = mc_text_wrap (block->text, COLUMNS, "", "");
  glong            width = MIN (g_utf8_strlen (block->text, -1), COLUMNS);

  g_string_append_printf (output, "%s%s%s", color ? COLOR_BOLD : "", lines, color ? COLOR_RESET : "");
  if (block->level > 2)
    return;

  for (glong i = 0; i < width; i++)
    g_string_append_c (output, block->level == 1 ? '=' : '-');
  g_string_append_c (output, '\n');
}

static void
append_list (GString       *output,
             const McBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%3u. ", i + 1);
      const char      *prefix = block->kind == MC_BLOCK_STEPS ? number : "   - ";

      append_wrapped (output, g_ptr_array_index (block->items, i), prefix, "     ");
    }
}

static void
append_pairs (GString    *output,
              GPtrArray  *pairs,
              const char *indent)
{
  g_autofree char *next = g_strconcat (indent, "  ", NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const McPair    *pair = g_ptr_array_index (pairs, i);
      g_autofree char *text = g_strdup_printf ("%s: %s", pair->name, pair->value);

      append_wrapped (output, text, indent, next);
    }
}

static glong
widest_outcome (void)
{
  glong width = 0;

  for (int outcome = MC_OUTCOME_SKIPPED; outcome <= MC_OUTCOME_FAIL; outcome++)
    width = MAX (width, g_utf8_strlen (mc_outcome_get_title ((McOutcome) outcome), -1));

  return width;
}

static void
append_check (GString          *output,
              const McCheckRow *row,
              gboolean          color)
{
  const char      *word = mc_outcome_get_title (row->outcome);
  const char      *symbol = mc_outcome_get_symbol (row->outcome);
  int              padding = (int) (widest_outcome () - g_utf8_strlen (word, -1));
  g_autofree char *label = g_strdup_printf ("  %s %s", symbol, word);
  g_autofree char *prefix = g_strdup_printf ("%s%*s  ", label, padding, "");
  g_autofree char *next = g_strnfill (g_utf8_strlen (prefix, -1), ' ');
  g_autofree char *text = g_strdup_printf (row->text != NULL && *row->text != '\0' ? "%s — %s" : "%s", row->title, row->text);
  g_autofree char *lines = mc_text_wrap (text, COLUMNS, prefix, next);

  if (color)
    g_string_append_printf (output, "%s%s%s", outcome_colors[row->outcome], label, COLOR_RESET);
  else
    g_string_append (output, label);

  g_string_append (output, lines + strlen (label));
  append_pairs (output, row->details, next);
}

static void
append_checks (GString       *output,
               const McBlock *block,
               gboolean       color)
{
  for (guint i = 0; i < block->items->len; i++)
    append_check (output, g_ptr_array_index (block->items, i), color);
}

static void
append_transcript (GString       *output,
                   const McBlock *block)
{
  append_wrapped (output, block->text, "", "");
  for (guint i = 0; i < block->items->len; i++)
    append_wrapped (output, g_ptr_array_index (block->items, i), "    ", "      ");
}

static void
append_block (GString       *output,
              const McBlock *block,
              gboolean       color)
{
  switch (block->kind)
    {
    case MC_BLOCK_HEADING:
      append_heading (output, block, color);
      break;
    case MC_BLOCK_PARAGRAPH:
      append_wrapped (output, block->text, "", "");
      break;
    case MC_BLOCK_LIST:
    case MC_BLOCK_STEPS:
      append_list (output, block);
      break;
    case MC_BLOCK_LINKS:
    case MC_BLOCK_DETAILS:
      append_pairs (output, block->items, "  ");
      break;
    case MC_BLOCK_CHECKS:
      append_checks (output, block, color);
      break;
    case MC_BLOCK_TRANSCRIPT:
      append_transcript (output, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A heading keeps its text close, and sections stand apart. */
static gboolean
wants_blank_line (const McBlock *previous,
                  const McBlock *block)
{
  if (previous == NULL)
    return FALSE;

  return previous->kind != MC_BLOCK_HEADING || previous->level == 1 || previous->level < block->level;
}

/**
 * mc_outline_to_text:
 * @self: an outline
 * @color: whether to add terminal sequences for colours
 *
 * Returns: (transfer full): the outline in lines of 78 columns, as far as words allow
 */
char *
mc_outline_to_text (McOutline *self,
                    gboolean   color)
{
  g_autoptr (GString) output = g_string_new (NULL);
  const McBlock      *previous = NULL;

  for (guint i = 0; i < mc_outline_get_n_blocks (self); i++)
    {
      const McBlock *block = mc_outline_get_block (self, i);

      if (wants_blank_line (previous, block))
        g_string_append_c (output, '\n');
      append_block (output, block, color);
      previous = block;
    }

  return g_string_free_and_steal (g_steal_pointer (&output));
}
