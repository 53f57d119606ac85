/* mc-report-format.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-report-format.h"

/* The first is what is taken when nothing else was asked for. */
static const McReportFormat formats[] = {
  { "text", ".txt", "text/plain", N_ ("Text"), mc_report_to_text },
  { "markdown", ".md", "text/markdown", N_ ("Markdown"), mc_report_to_markdown },
  { "html", ".html", "text/html", N_ ("Web page"), mc_report_to_html },
  { "json", ".json", "application/json", N_ ("Data for programs (JSON)"), mc_report_to_json },
};

/* Other names that the same formats go by. */
static const struct
{
  const char *extension;
  const char *id;
} other_extensions[] = {
  { ".text", "text" },
  { ".markdown", "markdown" },
  { ".htm", "html" },
};

/**
 * mc_report_format_get:
 * @position: a number from 0
 *
 * Returns: (transfer none) (nullable): a format, or %NULL after the last one
 */
const McReportFormat *
mc_report_format_get (guint position)
{
  return position < G_N_ELEMENTS (formats) ? &formats[position] : NULL;
}

/**
 * mc_report_format_find:
 * @id: (nullable): id of a format
 *
 * Returns: (transfer none): that format, or text
 */
const McReportFormat *
mc_report_format_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].id, id) == 0)
        return &formats[i];
    }

  return &formats[0];
}

/**
 * mc_report_format_find_for_name:
 * @name: the name of a file
 *
 * Returns: (transfer none) (nullable): the format that its ending asks for, or
 *   %NULL when the ending says nothing
 */
const McReportFormat *
mc_report_format_find_for_name (const char *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  lower = g_ascii_strdown (name, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_has_suffix (lower, formats[i].extension))
        return &formats[i];
    }

  for (gsize i = 0; i < G_N_ELEMENTS (other_extensions); i++)
    {
      if (g_str_has_suffix (lower, other_extensions[i].extension))
        return mc_report_format_find (other_extensions[i].id);
    }

  return NULL;
}

/**
 * mc_report_dup_base_name:
 * @result: a result
 *
 * Returns: (transfer full): a name for the report's file, without ending. It
 *   tells the day and nothing of the person, since names of files are seen by
 *   many.
 */
char *
mc_report_dup_base_name (const McResult *result)
{
  g_autoptr (GDateTime) started = NULL;
  g_autofree char      *date = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  started = g_date_time_new_from_unix_local (result->started);
  date = started != NULL ? g_date_time_format (started, "-%Y-%m-%d") : NULL;

  return g_strconcat ("mail-checkup", date != NULL ? date : "", NULL);
}
