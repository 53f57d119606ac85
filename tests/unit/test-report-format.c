/* test-report-format.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-report-format.h"
#include "mc-test-result.h"

static void
test_of_name (void)
{
  static const struct
  {
    const char *name;
    const char *id;
  } cases[] = {
    { "report.txt", "text" },
    { "Report.TXT", "text" },
    { "notes.text", "text" },
    { "report.md", "markdown" },
    { "report.markdown", "markdown" },
    { "report.html", "html" },
    { "report.HTM", "html" },
    { "report.json", "json" },
    { "my.json.txt", "text" },
    { "report", NULL },
    { "report.pdf", NULL },
    { "report.", NULL },
    { "md", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const McReportFormat *format = mc_report_format_find_for_name (cases[i].name);

      g_test_message ("“%s”", cases[i].name);
      g_assert_cmpstr (format != NULL ? format->id : NULL, ==, cases[i].id);
    }
}

static void
test_base_name (void)
{
  g_autoptr (McResult) result = mc_test_result_new ();
  g_autofree char     *name = mc_report_dup_base_name (result);

  g_assert_cmpstr (name, ==, "mail-checkup-2026-01-31");
}

/* What is proposed is saved in the format it was proposed for. */
static void
test_extensions (void)
{
  for (guint i = 0; mc_report_format_get (i) != NULL; i++)
    {
      const McReportFormat *format = mc_report_format_get (i);
      g_autofree char      *name = g_strconcat ("mail-checkup-2026-01-31", format->extension, NULL);

      g_assert_true (mc_report_format_find_for_name (name) == format);
    }
}

static void
test_unknown (void)
{
  g_assert_cmpstr (mc_report_format_find ("json")->id, ==, "json");
  g_assert_cmpstr (mc_report_format_find ("docx")->id, ==, "text");
  g_assert_cmpstr (mc_report_format_find (NULL)->id, ==, "text");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-format/of-name", test_of_name);
  g_test_add_func ("/report-format/base-name", test_base_name);
  g_test_add_func ("/report-format/extensions", test_extensions);
  g_test_add_func ("/report-format/unknown", test_unknown);

  return g_test_run ();
}
