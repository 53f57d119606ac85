/* test-report-print.c
 *
 * Prints reports to PDF and reads them back with another program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mc-report-pages.h"
#include "mc-report-print.h"
#include "mc-test-result.h"

#define FOOTER "Report of a test"

/* Sizes of paper in points. */
typedef struct
{
  const char *name;
  double      width;
  double      height;
} Paper;

static const Paper papers[] = {
  { "A4", 595.276, 841.89 },
  { "Letter", 612, 792 },
  { "A6", 297.638, 419.528 },
};

static const char long_word[] =
  "https://mail.example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

static char *
make_path (void)
{
  g_autoptr (GError) error = NULL;
  char              *path = NULL;
  int                fd = g_file_open_tmp ("mail-checkup-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);

  return path;
}

/* What poppler reads in a PDF, which is removed. */
static char *
read_pdf (const char *path,
          const char *option)
{
  const char *const       call[] = { "pdftotext", option, "-enc", "UTF-8", path, "-", NULL };
  g_autoptr (GError)      error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (call, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char                   *text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_unlink (path);

  return text;
}

static char *
draw_pdf (McOutline   *outline,
          const Paper *paper,
          guint       *n_pages)
{
  char                     *path = make_path ();
  cairo_surface_t          *surface = cairo_pdf_surface_create (path, paper->width, paper->height);
  cairo_t                  *cr = cairo_create (surface);
  PangoContext             *context = pango_cairo_create_context (cr);
  g_autoptr (McReportPages) pages = NULL;

  pango_cairo_context_set_resolution (context, 72);
  pages = mc_report_pages_new (outline, context, paper->width, paper->height, FOOTER);
  *n_pages = mc_report_pages_get_n_pages (pages);
  for (guint i = 0; i < *n_pages; i++)
    {
      mc_report_pages_draw (pages, cr, i);
      cairo_show_page (cr);
    }

  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return path;
}

/* The pages' lines, without footers. */
static GPtrArray *
read_pages (McOutline   *outline,
            const Paper *paper)
{
  guint            n_pages;
  g_autofree char *path = draw_pdf (outline, paper, &n_pages);
  g_autofree char *text = read_pdf (path, "-raw");
  g_auto (GStrv)   sheets = g_strsplit (text, "\f", -1);
  GPtrArray       *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_cmpuint (g_strv_length (sheets), ==, n_pages + 1);
  for (guint i = 0; i < n_pages; i++)
    {
      char            *foot = strstr (sheets[i], FOOTER);
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n_pages);

      g_assert_nonnull (foot);
      g_assert_nonnull (strstr (foot, number));
      *foot = '\0';
      g_ptr_array_add (pages, g_strsplit (g_strchomp (sheets[i]), "\n", -1));
    }

  return pages;
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing in:\n%s", part, text);
}

static char *
print_result (McReportFlags flags)
{
  g_autoptr (McResult)          result = mc_test_result_new ();
  g_autoptr (GtkPrintOperation) operation = mc_report_print_operation_new (result, flags);
  g_autofree char              *path = make_path ();
  g_autoptr (GError)            error = NULL;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);

  return read_pdf (path, "-layout");
}

static void
test_report (void)
{
  static const char *const parts[] = {
    "Mail Checkup report",
    "What to do",
    "1.",
    "✗ Failed",
    "✓ Passed",
    "Certificate",
    "For the support desk",
    "tls.expired, 95 % sure",
    "2026-01-02T10:00:00Z",
    "Dialogue of incoming.port",
    "C: a1 CAPABILITY",
    "Mail Checkup report, 31 January 2026",
    "Page 1 of ",
  };
  g_autofree char *text = print_result (MC_REPORT_VERBOSE);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
  g_assert_null (strstr (text, "wombat"));
  g_assert_null (strstr (text, "quokka"));
}

static void
test_personal (void)
{
  g_autofree char *text = print_result (MC_REPORT_SHOW_PERSONAL);

  assert_contains (text, "quokka@wombat.example");
  g_assert_null (strstr (text, "CAPABILITY"));
}

/* Everything that could stick out. */
static McOutline *
create_wide_outline (void)
{
  McOutline  *outline = mc_outline_new ();
  McBlock    *block;
  McCheckRow *row;

  mc_outline_add_heading (outline, 1, long_word);
  mc_outline_add_paragraph (outline, long_word);
  block = mc_outline_add_items (outline, MC_BLOCK_STEPS);
  mc_block_add_text (block, long_word);
  block = mc_outline_add_items (outline, MC_BLOCK_LINKS);
  mc_block_add_pair (block, long_word, long_word);
  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  mc_block_add_pair (block, long_word, long_word);
  block = mc_outline_add_items (outline, MC_BLOCK_CHECKS);
  row = mc_block_add_check (block, MC_OUTCOME_WARNING, long_word, long_word);
  mc_check_row_add_detail (row, long_word, long_word);
  block = mc_outline_add_transcript (outline, long_word);
  for (guint i = 0; i < 40; i++)
    mc_block_add_text (block, long_word);

  return outline;
}

static void
test_margins (void)
{
  g_autoptr (McOutline) outline = create_wide_outline ();

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      guint            n_pages;
      g_autofree char *path = draw_pdf (outline, &papers[i], &n_pages);
      g_autofree char *text = read_pdf (path, "-bbox");
      g_auto (GStrv)   lines = g_strsplit (text, "\n", -1);
      guint            n_words = 0;

      for (guint j = 0; lines[j] != NULL; j++)
        {
          double x0, y0, x1, y1;

          if (sscanf (lines[j], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x0, &y0, &x1, &y1) != 4)
            continue;

          /* 18 mm, and what rounding takes. */
          if (x0 < 51 || y0 < 51 || x1 > papers[i].width - 51 || y1 > papers[i].height - 51)
            g_error ("%s: beyond the margins: %s", papers[i].name, lines[j]);
          n_words++;
        }
      g_assert_cmpuint (n_words, >, 100);
    }
}

/* Sections of different lengths, so that pages end at every kind of place. */
static McOutline *
create_long_outline (guint n_sections)
{
  McOutline *outline = mc_outline_new ();

  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char    *heading = g_strdup_printf ("Heading %u", i);
      g_autoptr (GString) text = g_string_new (NULL);

      mc_outline_add_heading (outline, 2 + i % 3, heading);
      for (guint j = 0; j < 1 + i * 7 % 60; j++)
        g_string_append_printf (text, "word%u.%u ", i, j);
      mc_outline_add_paragraph (outline, text->str);
    }

  return outline;
}

static gboolean
is_heading (const char *line)
{
  return g_str_has_prefix (line, "Heading ");
}

static void
test_no_lonely_lines (void)
{
  g_autoptr (McOutline) outline = create_long_outline (120);

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GPtrArray) pages = read_pages (outline, &papers[i]);

      g_assert_cmpuint (pages->len, >, 3);
      for (guint j = 0; j < pages->len; j++)
        {
          GStrv lines = g_ptr_array_index (pages, j);
          guint n_lines = g_strv_length (lines);

          g_assert_cmpuint (n_lines, >, 3);
          if (is_heading (lines[n_lines - 1]))
            g_error ("%s: page %u ends with “%s”", papers[i].name, j + 1, lines[n_lines - 1]);
          /* The end of a paragraph that began on the page before. */
          if (j > 0 && !is_heading (lines[0]) && is_heading (lines[1]))
            g_error ("%s: page %u begins with a line left over, “%s”", papers[i].name, j + 1, lines[0]);
        }
    }
}

static void
test_nothing_lost (void)
{
  g_autoptr (McOutline) outline = create_long_outline (120);
  g_autoptr (GPtrArray) pages = read_pages (outline, &papers[0]);
  g_autoptr (GString)   all = g_string_new (NULL);
  const char           *at;

  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *page = g_strjoinv (" ", g_ptr_array_index (pages, i));

      g_string_append_printf (all, "%s ", page);
    }

  at = all->str;
  for (guint i = 0; i < 120; i++)
    {
      for (guint j = 0; j < 1 + i * 7 % 60; j++)
        {
          g_autofree char *word = g_strdup_printf ("word%u.%u ", i, j);

          at = strstr (at, word);
          g_assert_nonnull (at);
        }
    }
}

/* One paragraph that fills more than a page, and a page that is full to its last line. */
static void
test_longer_than_page (void)
{
  g_autoptr (McOutline) outline = mc_outline_new ();
  g_autoptr (GString)   text = g_string_new (NULL);
  g_autoptr (GPtrArray) pages = NULL;
  GStrv                 last;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "word%u ", i);
  mc_outline_add_heading (outline, 1, "Heading");
  mc_outline_add_paragraph (outline, text->str);
  pages = read_pages (outline, &papers[0]);

  g_assert_cmpuint (pages->len, >, 2);
  g_assert_cmpuint (g_strv_length (g_ptr_array_index (pages, 0)), >, 20);
  last = g_ptr_array_index (pages, pages->len - 1);
  g_assert_nonnull (strstr (last[g_strv_length (last) - 1], "word2999"));
}

static void
test_nothing_to_say (void)
{
  g_autoptr (McOutline) outline = mc_outline_new ();
  g_autoptr (GPtrArray) pages = read_pages (outline, &papers[0]);

  g_assert_cmpuint (pages->len, ==, 1);
}

/* The first column stands where reading starts. */
static void
test_right_to_left (void)
{
  g_autoptr (McOutline)     outline = mc_outline_new ();
  cairo_surface_t          *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 595, 842);
  cairo_t                  *cr = cairo_create (surface);
  PangoContext             *context = pango_cairo_create_context (cr);
  g_autoptr (McReportPages) pages = NULL;
  const guchar             *pixels;
  guint                     left = 0, right = 0;

  mc_block_add_text (mc_outline_add_items (outline, MC_BLOCK_STEPS), "שלום");
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_base_dir (context, PANGO_DIRECTION_RTL);
  pages = mc_report_pages_new (outline, context, 595, 842, "");
  mc_report_pages_draw (pages, cr, 0);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < 100; y++)
    {
      for (int x = 0; x < 595; x++)
        *(x < 297 ? &left : &right) += pixels[y * cairo_image_surface_get_stride (surface) + x] > 0;
    }

  g_assert_cmpuint (left, ==, 0);
  g_assert_cmpuint (right, >, 20);

  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-print/report", test_report);
  g_test_add_func ("/report-print/personal", test_personal);
  g_test_add_func ("/report-print/margins", test_margins);
  g_test_add_func ("/report-print/no-lonely-lines", test_no_lonely_lines);
  g_test_add_func ("/report-print/nothing-lost", test_nothing_lost);
  g_test_add_func ("/report-print/longer-than-page", test_longer_than_page);
  g_test_add_func ("/report-print/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/report-print/right-to-left", test_right_to_left);

  return g_test_run ();
}
