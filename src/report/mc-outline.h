/* mc-outline.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-enums.h"

G_BEGIN_DECLS

typedef struct _McOutline McOutline;

/**
 * McBlockKind:
 * @MC_BLOCK_HEADING: `text` at `level` 1 to 4
 * @MC_BLOCK_PARAGRAPH: `text`, on one line
 * @MC_BLOCK_LIST: `items` of plain text
 * @MC_BLOCK_STEPS: `items` of plain text, in order
 * @MC_BLOCK_LINKS: `items` of #McPair, title and URI; of our own tables alone
 * @MC_BLOCK_DETAILS: `items` of #McPair, label and value
 * @MC_BLOCK_CHECKS: `items` of #McCheckRow
 * @MC_BLOCK_TRANSCRIPT: `items` of lines, under the title in `text`
 */
typedef enum
{
  MC_BLOCK_HEADING,
  MC_BLOCK_PARAGRAPH,
  MC_BLOCK_LIST,
  MC_BLOCK_STEPS,
  MC_BLOCK_LINKS,
  MC_BLOCK_DETAILS,
  MC_BLOCK_CHECKS,
  MC_BLOCK_TRANSCRIPT,
} McBlockKind;

typedef struct
{
  char *name;
  char *value;
} McPair;

/**
 * McCheckRow:
 * @outcome: what came of it
 * @title: what was looked at
 * @text: (nullable): what was found
 * @details: (element-type McPair): what was seen
 */
typedef struct
{
  McOutcome  outcome;
  char      *title;
  char      *text;
  GPtrArray *details;
} McCheckRow;

typedef struct
{
  McBlockKind kind;
  guint       level;
  char       *text;
  GPtrArray  *items;
} McBlock;

McOutline     *mc_outline_new (void);
void           mc_outline_free (McOutline *self);
guint          mc_outline_get_n_blocks (McOutline *self);
const McBlock *mc_outline_get_block (McOutline *self,
                                     guint      position);
void           mc_outline_add_heading (McOutline  *self,
                                       guint       level,
                                       const char *text);
void           mc_outline_add_paragraph (McOutline  *self,
                                         const char *text);
McBlock       *mc_outline_add_items (McOutline  *self,
                                     McBlockKind kind);
McBlock       *mc_outline_add_transcript (McOutline  *self,
                                          const char *title);
void           mc_block_add_text (McBlock    *block,
                                  const char *text);
void           mc_block_add_pair (McBlock    *block,
                                  const char *name,
                                  const char *value);
McCheckRow    *mc_block_add_check (McBlock    *block,
                                   McOutcome   outcome,
                                   const char *title,
                                   const char *text);
void           mc_check_row_add_detail (McCheckRow *row,
                                        const char *name,
                                        const char *value);
const char    *mc_outcome_get_symbol (McOutcome outcome);

char *mc_outline_to_text (McOutline *self,
                          gboolean   color);
char *mc_outline_to_markdown (McOutline *self);
char *mc_outline_to_html (McOutline *self);
char *mc_outline_to_html_fragment (McOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McOutline, mc_outline_free)

G_END_DECLS
