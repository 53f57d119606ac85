/* test-report-copy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-report-copy.h"
#include "mc-test-result.h"

static void
on_written_cb (GObject      *object,
               GAsyncResult *written,
               gpointer      data)
{
  g_autoptr (GError) error = NULL;
  gboolean          *is_written = data;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (object), written, &error);
  g_assert_no_error (error);
  *is_written = TRUE;
}

static char *
paste_as (GdkContentProvider *content,
          const char         *mime_type)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean                  is_written = FALSE;

  gdk_content_provider_write_mime_type_async (content, mime_type, stream, G_PRIORITY_DEFAULT, NULL,
                                              on_written_cb, &is_written);
  while (!is_written)
    g_main_context_iteration (NULL, TRUE);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static char *
paste_text (GdkContentProvider *content)
{
  g_auto (GValue)    value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);

  return g_value_dup_string (&value);
}

static void
test_both (void)
{
  g_autoptr (McResult)           result = mc_test_result_new ();
  g_autoptr (GdkContentProvider) content = mc_report_copy_new_content (result, MC_REPORT_DEFAULT);
  g_autofree char               *text = paste_text (content);
  g_autofree char               *html = paste_as (content, "text/html");
  g_autofree char               *markdown = mc_report_to_markdown (result, MC_REPORT_DEFAULT);

  g_assert_cmpstr (text, ==, markdown);
  g_assert_true (g_str_has_prefix (text, "# "));
  g_assert_nonnull (strstr (html, "<h1>Mail Checkup report</h1>"));
  g_assert_nonnull (strstr (html, "charset=utf-8"));
  g_assert_nonnull (strstr (html, "✗ Failed"));
}

/* A place that drops <style> but keeps its text would begin a ticket with a style sheet. */
static void
test_no_page_around (void)
{
  static const char *const       of_page[] = { "<style", "<html", "<head", "<body", "<title", "color-scheme", "<!DOCTYPE" };
  g_autoptr (McResult)           result = mc_test_result_new ();
  g_autoptr (GdkContentProvider) content = mc_report_copy_new_content (result, MC_REPORT_DEFAULT);
  g_autofree char               *html = paste_as (content, "text/html");

  for (gsize i = 0; i < G_N_ELEMENTS (of_page); i++)
    g_assert_null (strstr (html, of_page[i]));
}

static void
test_personal (void)
{
  g_autoptr (McResult)           result = mc_test_result_new ();
  g_autoptr (GdkContentProvider) hidden = mc_report_copy_new_content (result, MC_REPORT_VERBOSE);
  g_autoptr (GdkContentProvider) shown = mc_report_copy_new_content (result, MC_REPORT_SHOW_PERSONAL);
  g_autofree char               *hidden_text = paste_text (hidden);
  g_autofree char               *hidden_html = paste_as (hidden, "text/html");
  g_autofree char               *shown_text = paste_text (shown);
  g_autofree char               *shown_html = paste_as (shown, "text/html");

  g_assert_null (strstr (hidden_text, "wombat"));
  g_assert_null (strstr (hidden_html, "wombat"));
  g_assert_nonnull (strstr (hidden_text, "CAPABILITY"));
  g_assert_nonnull (strstr (shown_text, "mx77.wombat.example"));
  g_assert_nonnull (strstr (shown_html, "mx77.wombat.example"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-copy/both", test_both);
  g_test_add_func ("/report-copy/no-page-around", test_no_page_around);
  g_test_add_func ("/report-copy/personal", test_personal);

  return g_test_run ();
}
