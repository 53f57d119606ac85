/* test-report-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mc-report-save.h"
#include "mc-test-fiber.h"
#include "mc-test-result.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("mail-checkup-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

/* Returns the name of what was written. */
static char *
save_as (Fixture    *fixture,
         const char *name,
         const char *format,
         gboolean    may_rename,
         GError    **error)
{
  g_autoptr (GFile)    file = g_file_new_build_filename (fixture->folder, name, NULL);
  g_autoptr (McResult) result = mc_test_result_new ();
  DexFuture           *saved = mc_report_save_to_file (file, result, MC_REPORT_DEFAULT,
                                                       mc_report_format_find (format), may_rename);
  g_autoptr (GFile)    written = NULL;
  const GValue        *value;

  mc_test_await (dex_ref (saved));
  value = dex_future_get_value (saved, error);
  written = value != NULL ? g_value_dup_object (value) : NULL;
  dex_unref (saved);

  return written != NULL ? g_file_get_basename (written) : NULL;
}

static char *
save (Fixture    *fixture,
      const char *name,
      gboolean    may_rename,
      GError    **error)
{
  return save_as (fixture, name, "text", may_rename, error);
}

static char *
read_file (Fixture    *fixture,
           const char *name)
{
  g_autofree char   *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char   *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint            count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;

  return count;
}

static void
test_formats (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *beginning;
  } cases[] = {
    { "report.txt", "Mail Checkup report\n" },
    { "report.md", "# Mail Checkup report\n" },
    { "report.htm", "<!DOCTYPE html>\n" },
    { "report.json", "{" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *written = save (fixture, cases[i].name, TRUE, &error);
      g_autofree char   *text = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (written, ==, cases[i].name);
      text = read_file (fixture, cases[i].name);
      if (!g_str_has_prefix (text, cases[i].beginning))
        g_error ("%s begins with: %.60s", cases[i].name, text);
      g_assert_null (strstr (text, "wombat"));
    }
}

static void
test_private (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *written = save (fixture, "report.txt", TRUE, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "report.txt", NULL);
  GStatBuf         status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *written = NULL;
  g_autofree char *text = NULL;

  write_file (fixture, "report.json", "something that was there before");
  written = save (fixture, "report.json", TRUE, NULL);
  text = read_file (fixture, "report.json");

  g_assert_cmpstr (written, ==, "report.json");
  g_assert_null (strstr (text, "before"));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_ending_added (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *written = save (fixture, "for Bob", TRUE, NULL);
  g_autofree char *other = save (fixture, "report.pdf", TRUE, NULL);
  g_autofree char *text = read_file (fixture, "for Bob.txt");

  g_assert_cmpstr (written, ==, "for Bob.txt");
  g_assert_cmpstr (other, ==, "report.pdf.txt");
  g_assert_true (g_str_has_prefix (text, "Mail Checkup report\n"));
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
test_format_chosen (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *written = save_as (fixture, "for Bob", "html", TRUE, NULL);
  g_autofree char *text = read_file (fixture, "for Bob.html");
  g_autofree char *other = save_as (fixture, "report.md", "html", TRUE, NULL);
  g_autofree char *markdown = read_file (fixture, "report.md");

  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  g_assert_true (g_str_has_prefix (markdown, "# "));
}

/* Nobody was asked about the file with the longer name. */
static void
test_other_file_kept (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *written = NULL;
  g_autofree char *text = NULL;

  write_file (fixture, "notes.txt", "mine");
  written = save (fixture, "notes", TRUE, NULL);
  text = read_file (fixture, "notes.txt");

  g_assert_cmpstr (written, ==, "notes");
  g_assert_cmpstr (text, ==, "mine");
}

static void
test_name_kept (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *written = save (fixture, "notes", FALSE, NULL);

  g_assert_cmpstr (written, ==, "notes");
}

static void
test_failures (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *advice;
  } cases[] = {
    { "gone/report.txt", "Choose another one" },
    { "file/report.txt", "Choose another one" },
    { "/proc/report.txt", "Choose another" },
    { "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"
      "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"
      "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX.txt",
      "Choose a shorter one" },
  };

  write_file (fixture, "file", "");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *written = NULL;
      Fixture            root = { (char *) "/" };

      written = save (*cases[i].name == '/' ? &root : fixture, cases[i].name, TRUE, &error);

      g_assert_null (written);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      if (strstr (mc_report_save_explain (error), cases[i].advice) == NULL)
        g_error ("%.20s…: %s", cases[i].name, mc_report_save_explain (error));
    }
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_advice (void)
{
  static const struct
  {
    int         code;
    const char *advice;
  } cases[] = {
    { G_IO_ERROR_PERMISSION_DENIED, "such as Documents" },
    { G_IO_ERROR_READ_ONLY, "such as Documents" },
    { G_IO_ERROR_NO_SPACE, "Delete files" },
    { G_IO_ERROR_FAILED, "Try again" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, cases[i].code, "in the words of a developer");

      g_assert_nonnull (strstr (mc_report_save_explain (error), cases[i].advice));
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  ADD ("/report-save/formats", test_formats);
  ADD ("/report-save/private", test_private);
  ADD ("/report-save/replaced", test_replaced);
  ADD ("/report-save/ending-added", test_ending_added);
  ADD ("/report-save/format-chosen", test_format_chosen);
  ADD ("/report-save/other-file-kept", test_other_file_kept);
  ADD ("/report-save/name-kept", test_name_kept);
  ADD ("/report-save/failures", test_failures);
  g_test_add_func ("/report-save/advice", test_advice);

  return g_test_run ();
}
