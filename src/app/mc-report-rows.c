/* mc-report-rows.c
 *
 * What stands on paper, from top to bottom, before it is cut into pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-report-rows.h"

/* All lengths are points, 1/72 inch. */
#define COLUMN_GAP 10
#define INDENT     16

typedef struct
{
  PangoContext *context;
  double        width;
  GPtrArray    *rows; /* McReportRow */
} Rows;

typedef enum
{
  FONT_TEXT,
  FONT_BOLD,
  FONT_MONOSPACE,
  FONT_FOOTER,
  FONT_HEADING_1,
  FONT_HEADING_2,
  FONT_HEADING_3,
  FONT_HEADING_4,
} Font;

static const char *const fonts[] = {
  [FONT_TEXT] = "Sans 10",
  [FONT_BOLD] = "Sans Bold 10",
  [FONT_MONOSPACE] = "Monospace 8",
  [FONT_FOOTER] = "Sans 8",
  [FONT_HEADING_1] = "Sans Bold 18",
  [FONT_HEADING_2] = "Sans Bold 14",
  [FONT_HEADING_3] = "Sans Bold 11",
  [FONT_HEADING_4] = "Sans Bold 10",
};

static const double heading_spaces[] = { 0, 0, 20, 14, 10 };

static gboolean
is_right_to_left (Rows *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

static PangoLayout *
create_layout (Rows       *self,
               Font        font,
               const char *text)
{
  PangoLayout                     *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (fonts[font]);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);

  return layout;
}

static McReportRow *
add_row (Rows  *self,
         double space)
{
  McReportRow *row = g_new0 (McReportRow, 1);

  row->space = space;
  g_ptr_array_add (self->rows, row);

  return row;
}

/* Columns are counted from where reading starts. */
static void
add_cell (Rows        *self,
          McReportRow *row,
          Font         font,
          double       x,
          double       width,
          const char  *text)
{
  McReportCell *cell = &row->cells[row->n_cells++];

  cell->layout = create_layout (self, font, text);
  cell->x = x;
  if (is_right_to_left (self))
    cell->x = self->width - x - width;
  pango_layout_set_width (cell->layout, pango_units_from_double (width));
  pango_layout_set_alignment (cell->layout, is_right_to_left (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static McReportRow *
add_text (Rows       *self,
          Font        font,
          double      space,
          double      indent,
          const char *text)
{
  McReportRow *row = add_row (self, space);

  add_cell (self, row, font, indent, self->width - indent, text);

  return row;
}

static double
measure (Rows       *self,
         Font        font,
         const char *text)
{
  g_autoptr (PangoLayout) layout = create_layout (self, font, text);
  int                     width;

  pango_layout_get_size (layout, &width, NULL);

  return pango_units_to_double (width);
}

static void
add_heading (Rows          *self,
             const McBlock *block)
{
  guint level = CLAMP (block->level, 1, 4);

  add_text (self, FONT_HEADING_1 + level - 1, heading_spaces[level], 0, block->text)->glued = TRUE;
}

static void
add_list (Rows          *self,
          const McBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      /* Translators: the number before a step on paper, as in “2.” */
      g_autofree char *number = g_strdup_printf (_ ("%u."), i + 1);
      McReportRow     *row = add_row (self, 3);

      add_cell (self, row, FONT_TEXT, 0, INDENT, block->kind == MC_BLOCK_STEPS ? number : "•");
      add_cell (self, row, FONT_TEXT, INDENT, self->width - INDENT, g_ptr_array_index (block->items, i));
    }
}

/* On paper nobody can follow a link: its address stands below its title. */
static void
add_links (Rows          *self,
           const McBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const McPair *link = g_ptr_array_index (block->items, i);

      add_text (self, FONT_TEXT, 4, 0, link->name)->glued = TRUE;
      add_text (self, FONT_MONOSPACE, 0, INDENT, link->value);
    }
}

static void
add_pairs (Rows      *self,
           GPtrArray *pairs,
           Font       value_font,
           double     first_space,
           double     indent)
{
  double name_width = 0;
  double left = self->width - indent - COLUMN_GAP;

  for (guint i = 0; i < pairs->len; i++)
    name_width = MAX (name_width, measure (self, FONT_TEXT, ((McPair *) g_ptr_array_index (pairs, i))->name));
  name_width = MIN (name_width + 1, left * 0.4);

  for (guint i = 0; i < pairs->len; i++)
    {
      const McPair *pair = g_ptr_array_index (pairs, i);
      McReportRow  *row = add_row (self, i == 0 ? first_space : 2);

      add_cell (self, row, FONT_TEXT, indent, name_width, pair->name);
      add_cell (self, row, value_font, indent + name_width + COLUMN_GAP, left - name_width, pair->value);
    }
}

static char *
dup_outcome (McOutcome outcome)
{
  return g_strdup_printf ("%s %s", mc_outcome_get_symbol (outcome), mc_outcome_get_title (outcome));
}

static double
measure_outcomes (Rows *self)
{
  double width = 0;

  for (int outcome = MC_OUTCOME_SKIPPED; outcome <= MC_OUTCOME_FAIL; outcome++)
    {
      g_autofree char *text = dup_outcome ((McOutcome) outcome);

      width = MAX (width, measure (self, FONT_BOLD, text));
    }

  return width + 1;
}

static void
add_check (Rows             *self,
           const McCheckRow *check,
           double            outcome_width)
{
  g_autofree char *outcome = dup_outcome (check->outcome);
  McReportRow     *row = add_row (self, 5);
  double           title_x = outcome_width + COLUMN_GAP;
  double           title_width = (self->width - title_x - COLUMN_GAP) * 0.35;
  double           text_x = title_x + title_width + COLUMN_GAP;

  add_cell (self, row, FONT_BOLD, 0, outcome_width, outcome);
  add_cell (self, row, FONT_TEXT, title_x, title_width, check->title);
  add_cell (self, row, FONT_TEXT, text_x, self->width - text_x, check->text);

  row->glued = check->details->len > 0;
  add_pairs (self, check->details, FONT_MONOSPACE, 2, title_x);
}

static void
add_checks (Rows          *self,
            const McBlock *block)
{
  double outcome_width = measure_outcomes (self);

  for (guint i = 0; i < block->items->len; i++)
    add_check (self, g_ptr_array_index (block->items, i), outcome_width);
}

static void
add_transcript (Rows          *self,
                const McBlock *block)
{
  add_text (self, FONT_HEADING_4, heading_spaces[4], 0, block->text)->glued = TRUE;
  for (guint i = 0; i < block->items->len; i++)
    add_text (self, FONT_MONOSPACE, 1, INDENT, g_ptr_array_index (block->items, i));
}

static gboolean
introduces (const McBlock *next)
{
  return next != NULL && (next->kind == MC_BLOCK_LIST || next->kind == MC_BLOCK_STEPS || next->kind == MC_BLOCK_LINKS);
}

static void
add_block (Rows          *self,
           const McBlock *block,
           const McBlock *next)
{
  switch (block->kind)
    {
    case MC_BLOCK_HEADING:
      add_heading (self, block);
      break;
    case MC_BLOCK_PARAGRAPH:
      add_text (self, FONT_TEXT, 6, 0, block->text)->glued = introduces (next);
      break;
    case MC_BLOCK_LIST:
    case MC_BLOCK_STEPS:
      add_list (self, block);
      break;
    case MC_BLOCK_LINKS:
      add_links (self, block);
      break;
    case MC_BLOCK_DETAILS:
      add_pairs (self, block->items, FONT_TEXT, 6, 0);
      break;
    case MC_BLOCK_CHECKS:
      add_checks (self, block);
      break;
    case MC_BLOCK_TRANSCRIPT:
      add_transcript (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_outline (Rows      *self,
             McOutline *outline)
{
  guint n_blocks = mc_outline_get_n_blocks (outline);

  for (guint i = 0; i < n_blocks; i++)
    {
      const McBlock *next = i + 1 < n_blocks ? mc_outline_get_block (outline, i + 1) : NULL;

      add_block (self, mc_outline_get_block (outline, i), next);
    }
}

/**
 * mc_report_rows_new:
 * @outline: what the report says
 * @context: how text is drawn
 * @width: how wide a row may be, in points
 *
 * Returns: (transfer full) (element-type McReportRow): the outline's rows
 */
GPtrArray *
mc_report_rows_new (McOutline    *outline,
                    PangoContext *context,
                    double        width)
{
  Rows self = { .context = context, .width = width };

  self.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mc_report_row_free);
  add_outline (&self, outline);

  return self.rows;
}

/**
 * mc_report_row_new_footer:
 * @context: how text is drawn
 * @width: how wide the row may be, in points
 * @text: what stands at the foot of each page
 * @number: which page it is
 *
 * Returns: (transfer full): the last row of a page
 */
McReportRow *
mc_report_row_new_footer (PangoContext *context,
                          double        width,
                          const char   *text,
                          const char   *number)
{
  Rows         self = { .context = context, .width = width };
  McReportRow *row = g_new0 (McReportRow, 1);
  double       text_width = width * 0.7;

  add_cell (&self, row, FONT_FOOTER, 0, text_width, text);
  add_cell (&self, row, FONT_FOOTER, text_width, width - text_width, number);
  pango_layout_set_ellipsize (row->cells[0].layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (row->cells[1].layout, is_right_to_left (&self) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);

  return row;
}

void
mc_report_row_free (McReportRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_object_unref (row->cells[i].layout);
  g_free (row);
}
