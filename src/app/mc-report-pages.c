/* mc-report-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-report-pages.h"
#include "mc-report-rows.h"

/* All lengths are points, 1/72 inch. Wider than any printer's own margins. */
#define MARGIN        54
#define FOOTER_HEIGHT 28

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
  GPtrArray    *rows;   /* McReportRow */
  GArray       *slices; /* Slice */
  GArray       *pages;  /* guint: the first slice of each */
};

typedef struct
{
  const McReportRow *row;
  int                line;
  double             height;
  double             baseline;
  double             space;
  gboolean           glued;
} Slice;

static double
get_text_width (McReportPages *self)
{
  return self->width - 2 * MARGIN;
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
count_lines (const McReportRow *row)
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
is_glued (const McReportRow *row,
          int                line,
          int                n_lines)
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
      const McReportRow *row = g_ptr_array_index (self->rows, i);
      int                n_lines = count_lines (row);

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
      const McReportCell *cell = &slice->row->cells[i];
      double              x, baseline, height;
      PangoLayoutLine    *line = get_line (cell->layout, slice->line, &x, &baseline, &height);

      if (line == NULL)
        continue;

      cairo_move_to (cr, MARGIN + cell->x + x, top + slice->baseline);
      pango_cairo_show_layout_line (cr, line);
    }
}

static void
draw_footer (McReportPages *self,
             cairo_t       *cr,
             guint          page)
{
  /* Translators: at the foot of each sheet of paper, as in “Page 2 of 3” */
  g_autofree char        *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->pages->len);
  g_autoptr (McReportRow) row = mc_report_row_new_footer (self->context, get_text_width (self), self->footer, number);
  Slice                   slice = { .row = row };

  measure_slice (&slice);
  draw_slice (&slice, cr, self->height - MARGIN - slice.height);
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
  self->rows = mc_report_rows_new (outline, context, get_text_width (self));
  self->slices = g_array_new (FALSE, FALSE, sizeof (Slice));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
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
