/* mc-report-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-report-pages.h"

/* All lengths are points, 1/72 inch. Wider than any printer's own margins. */
#define MARGIN        54
#define FOOTER_HEIGHT 28
#define COLUMN_GAP    10
#define INDENT        16

/**
 * McReportPages:
 *
 * A report laid out on sheets of paper.
 *
 * An outline becomes rows of one to three cells side by side. Rows are cut into
 * slices, one for each line of text; a page is a run of slices. What must not
 * be torn apart, such as a heading and its text, is glued.
 */
struct _McReportPages
{
  PangoContext *context;
  double        width;
  double        height;
  char         *footer;
  GPtrArray    *rows;   /* Row */
  GArray       *slices; /* Slice */
  GArray       *pages;  /* guint: the first slice of each */
};

typedef struct
{
  PangoLayout *layout;
  double       x;
  double       width;
} Cell;

typedef struct
{
  Cell     cells[3];
  guint    n_cells;
  double   space; /* above */
  gboolean glued; /* to what follows */
} Row;

typedef struct
{
  const Row *row;
  int        line;
  double     height;
  double     baseline;
  double     space;
  gboolean   glued;
} Slice;

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

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    g_object_unref (row->cells[i].layout);
  g_free (row);
}

static double
get_text_width (McReportPages *self)
{
  return self->width - 2 * MARGIN;
}

static gboolean
is_right_to_left (McReportPages *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

static PangoLayout *
create_layout (McReportPages *self,
               Font           font,
               const char    *text)
{
  PangoLayout                     *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (fonts[font]);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);

  return layout;
}

static Row *
add_row (McReportPages *self,
         double         space)
{
  Row *row = g_new0 (Row, 1);

  row->space = space;
  g_ptr_array_add (self->rows, row);

  return row;
}

/* Columns are counted from where reading starts. */
static void
add_cell (McReportPages *self,
          Row           *row,
          Font           font,
          double         x,
          double         width,
          const char    *text)
{
  Cell *cell = &row->cells[row->n_cells++];

  cell->layout = create_layout (self, font, text);
  cell->width = width;
  cell->x = x;
  if (is_right_to_left (self))
    cell->x = get_text_width (self) - x - width;
  pango_layout_set_width (cell->layout, pango_units_from_double (width));
  pango_layout_set_alignment (cell->layout, is_right_to_left (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static Row *
add_text (McReportPages *self,
          Font           font,
          double         space,
          double         indent,
          const char    *text)
{
  Row *row = add_row (self, space);

  add_cell (self, row, font, indent, get_text_width (self) - indent, text);

  return row;
}

static double
measure (McReportPages *self,
         Font           font,
         const char    *text)
{
  g_autoptr (PangoLayout) layout = create_layout (self, font, text);
  int                     width;

  pango_layout_get_size (layout, &width, NULL);

  return pango_units_to_double (width);
}

static void
add_heading (McReportPages *self,
             const McBlock *block)
{
  guint level = CLAMP (block->level, 1, 4);

  add_text (self, FONT_HEADING_1 + level - 1, heading_spaces[level], 0, block->text)->glued = TRUE;
}

static void
add_list (McReportPages *self,
          const McBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      /* Translators: the number before a step on paper, as in “2.” */
      g_autofree char *number = g_strdup_printf (_ ("%u."), i + 1);
      Row             *row = add_row (self, 3);

      add_cell (self, row, FONT_TEXT, 0, INDENT, block->kind == MC_BLOCK_STEPS ? number : "•");
      add_cell (self, row, FONT_TEXT, INDENT, get_text_width (self) - INDENT, g_ptr_array_index (block->items, i));
    }
}

/* On paper nobody can follow a link: its address stands below its title. */
static void
add_links (McReportPages *self,
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
add_pairs (McReportPages *self,
           GPtrArray     *pairs,
           Font           value_font,
           double         first_space,
           double         indent)
{
  double name_width = 0;
  double left = get_text_width (self) - indent - COLUMN_GAP;

  for (guint i = 0; i < pairs->len; i++)
    name_width = MAX (name_width, measure (self, FONT_TEXT, ((McPair *) g_ptr_array_index (pairs, i))->name));
  name_width = MIN (name_width + 1, left * 0.4);

  for (guint i = 0; i < pairs->len; i++)
    {
      const McPair *pair = g_ptr_array_index (pairs, i);
      Row          *row = add_row (self, i == 0 ? first_space : 2);

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
measure_outcomes (McReportPages *self)
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
add_check (McReportPages    *self,
           const McCheckRow *check,
           double            outcome_width)
{
  g_autofree char *outcome = dup_outcome (check->outcome);
  Row             *row = add_row (self, 5);
  double           title_x = outcome_width + COLUMN_GAP;
  double           title_width = (get_text_width (self) - title_x - COLUMN_GAP) * 0.35;
  double           text_x = title_x + title_width + COLUMN_GAP;

  add_cell (self, row, FONT_BOLD, 0, outcome_width, outcome);
  add_cell (self, row, FONT_TEXT, title_x, title_width, check->title);
  add_cell (self, row, FONT_TEXT, text_x, get_text_width (self) - text_x, check->text);

  row->glued = check->details->len > 0;
  add_pairs (self, check->details, FONT_MONOSPACE, 2, title_x);
}

static void
add_checks (McReportPages *self,
            const McBlock *block)
{
  double outcome_width = measure_outcomes (self);

  for (guint i = 0; i < block->items->len; i++)
    add_check (self, g_ptr_array_index (block->items, i), outcome_width);
}

static void
add_transcript (McReportPages *self,
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
add_block (McReportPages *self,
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
add_outline (McReportPages *self,
             McOutline     *outline)
{
  guint n_blocks = mc_outline_get_n_blocks (outline);

  for (guint i = 0; i < n_blocks; i++)
    {
      const McBlock *next = i + 1 < n_blocks ? mc_outline_get_block (outline, i + 1) : NULL;

      add_block (self, mc_outline_get_block (outline, i), next);
    }
}

/* A line's place in its layout, from the top of the line. */
static PangoLayoutLine *
get_line (PangoLayout *layout,
          int          number,
          double      *x,
          double      *baseline,
          double      *height)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  PangoRectangle              logical;

  for (int i = 0; i < number; i++)
    {
      if (!pango_layout_iter_next_line (iter))
        return NULL;
    }

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  *x = pango_units_to_double (logical.x);
  *height = pango_units_to_double (logical.height);
  *baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter) - logical.y);

  return pango_layout_iter_get_line_readonly (iter);
}

static int
count_lines (const Row *row)
{
  int n_lines = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n_lines = MAX (n_lines, pango_layout_get_line_count (row->cells[i].layout));

  return n_lines;
}

/* The lines of a slice stand on one baseline, whatever their fonts. */
static void
measure_slice (Slice *slice)
{
  double below = 0;

  for (guint i = 0; i < slice->row->n_cells; i++)
    {
      double x, baseline, height;

      if (get_line (slice->row->cells[i].layout, slice->line, &x, &baseline, &height) == NULL)
        continue;

      slice->baseline = MAX (slice->baseline, baseline);
      below = MAX (below, height - baseline);
    }
  slice->height = slice->baseline + below;
}

/* No line of a paragraph stands alone at the top or the bottom of a page. */
static gboolean
is_glued (const Row *row,
          int        line,
          int        n_lines)
{
  if (line == n_lines - 1)
    return row->glued;

  return row->glued || line == 0 || line == n_lines - 2;
}

static void
cut_rows (McReportPages *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      int        n_lines = count_lines (row);

      for (int line = 0; line < n_lines; line++)
        {
          Slice slice = { .row = row, .line = line };

          measure_slice (&slice);
          slice.space = line == 0 ? row->space : 0;
          slice.glued = is_glued (row, line, n_lines);
          g_array_append_val (self->slices, slice);
        }
    }
}

/* The height of a slice and of what is glued to it. */
static double
get_group_height (McReportPages *self,
                  guint          first,
                  gboolean       at_top)
{
  double height = 0;

  for (guint i = first; i < self->slices->len; i++)
    {
      const Slice *slice = &g_array_index (self->slices, Slice, i);

      height += slice->height + (i == first && at_top ? 0 : slice->space);
      if (!slice->glued)
        break;
    }

  return height;
}

static gboolean
starts_group (McReportPages *self,
              guint          slice)
{
  return slice == 0 || !g_array_index (self->slices, Slice, slice - 1).glued;
}

static void
start_page (McReportPages *self,
            guint          slice)
{
  g_array_append_val (self->pages, slice);
}

static void
fill_pages (McReportPages *self)
{
  double room = self->height - 2 * MARGIN - FOOTER_HEIGHT;
  double y = 0;

  start_page (self, 0);
  for (guint i = 0; i < self->slices->len; i++)
    {
      const Slice *slice = &g_array_index (self->slices, Slice, i);
      double       needed = slice->space + slice->height;
      double       group = starts_group (self, i) ? get_group_height (self, i, FALSE) : 0;

      /* A group that fits on no page is torn where the page ends. */
      if (y > 0 && (y + needed > room || (y + group > room && get_group_height (self, i, TRUE) <= room)))
        {
          start_page (self, i);
          y = 0;
        }
      y += slice->height + (y > 0 ? slice->space : 0);
    }
}

static void
draw_slice (const Slice *slice,
            cairo_t     *cr,
            double       top)
{
  for (guint i = 0; i < slice->row->n_cells; i++)
    {
      const Cell      *cell = &slice->row->cells[i];
      double           x, baseline, height;
      PangoLayoutLine *line = get_line (cell->layout, slice->line, &x, &baseline, &height);

      if (line == NULL)
        continue;

      cairo_move_to (cr, MARGIN + cell->x + x, top + slice->baseline);
      pango_cairo_show_layout_line (cr, line);
    }
}

static Row *
create_footer (McReportPages *self,
               guint          page)
{
  double width = get_text_width (self);
  double text_width = width * 0.7;
  /* Translators: at the foot of each sheet of paper, as in “Page 2 of 3” */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->pages->len);
  Row             *row = g_new0 (Row, 1);

  add_cell (self, row, FONT_FOOTER, 0, text_width, self->footer);
  add_cell (self, row, FONT_FOOTER, text_width, width - text_width, number);
  pango_layout_set_ellipsize (row->cells[0].layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (row->cells[1].layout, is_right_to_left (self) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);

  return row;
}

static void
draw_footer (McReportPages *self,
             cairo_t       *cr,
             guint          page)
{
  Row  *row = create_footer (self, page);
  Slice slice = { .row = row };

  measure_slice (&slice);
  draw_slice (&slice, cr, self->height - MARGIN - slice.height);
  row_free (row);
}

/**
 * mc_report_pages_new:
 * @outline: what the report says
 * @context: how text is drawn there
 * @width: width of the paper, in points
 * @height: height of the paper, in points
 * @footer: what stands at the foot of each page, beside its number
 *
 * Lays a report out on paper. The margins are part of it.
 *
 * Returns: (transfer full): the pages
 */
McReportPages *
mc_report_pages_new (McOutline    *outline,
                     PangoContext *context,
                     double        width,
                     double        height,
                     const char   *footer)
{
  McReportPages *self;

  g_return_val_if_fail (outline != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (McReportPages, 1);
  self->context = g_object_ref (context);
  self->width = MAX (width, 4 * MARGIN);
  self->height = MAX (height, 4 * MARGIN);
  self->footer = g_strdup (footer);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->slices = g_array_new (FALSE, FALSE, sizeof (Slice));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  add_outline (self, outline);
  cut_rows (self);
  fill_pages (self);

  return self;
}

void
mc_report_pages_free (McReportPages *self)
{
  g_array_unref (self->pages);
  g_array_unref (self->slices);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->context);
  g_free (self->footer);
  g_free (self);
}

guint
mc_report_pages_get_n_pages (McReportPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * mc_report_pages_draw:
 * @self: the pages
 * @cr: a sheet of paper, in points from its top left corner
 * @page: which page, from 0
 *
 * Draws a page in black, whatever colours the screen has.
 */
void
mc_report_pages_draw (McReportPages *self,
                      cairo_t       *cr,
                      guint          page)
{
  guint  first, end;
  double y = MARGIN;

  g_return_if_fail (self != NULL && page < self->pages->len);

  first = g_array_index (self->pages, guint, page);
  end = page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->slices->len;

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = first; i < end; i++)
    {
      const Slice *slice = &g_array_index (self->slices, Slice, i);

      y += i > first ? slice->space : 0;
      draw_slice (slice, cr, y);
      y += slice->height;
    }
  draw_footer (self, cr, page);
}
