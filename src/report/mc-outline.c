/* mc-outline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-outline.h"

/**
 * McOutline:
 *
 * A document as a list of blocks, without any format. All its texts are plain;
 * each writer escapes them for its format.
 */
struct _McOutline
{
  GPtrArray *blocks; /* McBlock */
};

static const char *const symbols[] = {
  [MC_OUTCOME_SKIPPED] = "–",
  [MC_OUTCOME_PASS] = "✓",
  [MC_OUTCOME_WARNING] = "!",
  [MC_OUTCOME_FAIL] = "✗",
};

static void
pair_free (gpointer data)
{
  McPair *pair = data;

  g_free (pair->name);
  g_free (pair->value);
  g_free (pair);
}

static void
check_row_free (gpointer data)
{
  McCheckRow *row = data;

  g_free (row->title);
  g_free (row->text);
  g_ptr_array_unref (row->details);
  g_free (row);
}

static void
block_free (gpointer data)
{
  McBlock *block = data;

  g_free (block->text);
  g_ptr_array_unref (block->items);
  g_free (block);
}

static GDestroyNotify
item_free_func (McBlockKind kind)
{
  switch (kind)
    {
    case MC_BLOCK_LINKS:
    case MC_BLOCK_DETAILS:
      return pair_free;
    case MC_BLOCK_CHECKS:
      return check_row_free;
    case MC_BLOCK_HEADING:
    case MC_BLOCK_PARAGRAPH:
    case MC_BLOCK_LIST:
    case MC_BLOCK_STEPS:
    case MC_BLOCK_TRANSCRIPT:
    default:
      return g_free;
    }
}

static McPair *
pair_new (const char *name,
          const char *value)
{
  McPair *pair = g_new0 (McPair, 1);

  pair->name = g_strdup (name);
  pair->value = g_strdup (value);

  return pair;
}

McOutline *
mc_outline_new (void)
{
  McOutline *self = g_new0 (McOutline, 1);

  self->blocks = g_ptr_array_new_with_free_func (block_free);

  return self;
}

void
mc_outline_free (McOutline *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

guint
mc_outline_get_n_blocks (McOutline *self)
{
  return self->blocks->len;
}

const McBlock *
mc_outline_get_block (McOutline *self,
                      guint      position)
{
  g_return_val_if_fail (position < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, position);
}

/**
 * mc_outline_add_items:
 * @self: an outline
 * @kind: the kind of block
 *
 * Returns: (transfer none): a new block at the end, without items
 */
McBlock *
mc_outline_add_items (McOutline  *self,
                      McBlockKind kind)
{
  McBlock *block = g_new0 (McBlock, 1);

  block->kind = kind;
  block->items = g_ptr_array_new_with_free_func (item_free_func (kind));
  g_ptr_array_add (self->blocks, block);

  return block;
}

void
mc_outline_add_heading (McOutline  *self,
                        guint       level,
                        const char *text)
{
  McBlock *block = mc_outline_add_items (self, MC_BLOCK_HEADING);

  block->level = level;
  block->text = g_strdup (text);
}

void
mc_outline_add_paragraph (McOutline  *self,
                          const char *text)
{
  McBlock *block = mc_outline_add_items (self, MC_BLOCK_PARAGRAPH);

  block->text = g_strdup (text);
}

McBlock *
mc_outline_add_transcript (McOutline  *self,
                           const char *title)
{
  McBlock *block = mc_outline_add_items (self, MC_BLOCK_TRANSCRIPT);

  block->text = g_strdup (title);

  return block;
}

void
mc_block_add_text (McBlock    *block,
                   const char *text)
{
  g_ptr_array_add (block->items, g_strdup (text));
}

void
mc_block_add_pair (McBlock    *block,
                   const char *name,
                   const char *value)
{
  g_ptr_array_add (block->items, pair_new (name, value));
}

/**
 * mc_block_add_check:
 * @block: a block of checks
 * @outcome: what came of it
 * @title: what was looked at
 * @text: (nullable): what was found
 *
 * Returns: (transfer none): the new row, without details
 */
McCheckRow *
mc_block_add_check (McBlock    *block,
                    McOutcome   outcome,
                    const char *title,
                    const char *text)
{
  McCheckRow *row = g_new0 (McCheckRow, 1);

  row->outcome = outcome;
  row->title = g_strdup (title);
  row->text = g_strdup (text);
  row->details = g_ptr_array_new_with_free_func (pair_free);
  g_ptr_array_add (block->items, row);

  return row;
}

void
mc_check_row_add_detail (McCheckRow *row,
                         const char *name,
                         const char *value)
{
  g_ptr_array_add (row->details, pair_new (name, value));
}

/**
 * mc_outcome_get_symbol:
 * @outcome: an outcome
 *
 * Returns: a sign, one column wide, that goes before the outcome's word
 */
const char *
mc_outcome_get_symbol (McOutcome outcome)
{
  return symbols[outcome];
}
