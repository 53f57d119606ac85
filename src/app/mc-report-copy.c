/* mc-report-copy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-report-actions.h"
#include "mc-report-copy.h"

/**
 * mc_report_copy_new_outline_content:
 * @outline: what to copy
 *
 * Returns: (transfer full): it for the clipboard: Markdown for whoever takes
 *   text, HTML for whoever keeps headings and tables
 */
GdkContentProvider *
mc_report_copy_new_outline_content (McOutline *outline)
{
  g_autofree char    *markdown = mc_outline_to_markdown (outline);
  char               *html = mc_outline_to_html_fragment (outline);
  g_autoptr (GBytes)  bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = { gdk_content_provider_new_typed (G_TYPE_STRING, markdown),
                                      gdk_content_provider_new_for_bytes ("text/html", bytes) };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * mc_report_copy_new_content:
 * @result: a result
 * @flags: how to report it
 *
 * Returns: (transfer full): a report for the clipboard
 */
GdkContentProvider *
mc_report_copy_new_content (const McResult *result,
                            McReportFlags   flags)
{
  g_autoptr (McOutline) outline = mc_report_to_outline (result, flags);

  return mc_report_copy_new_outline_content (outline);
}

/**
 * mc_report_copy:
 * @widget: where it was asked for: a window, or a dialog in it
 * @result: a result
 * @flags: how to report it
 *
 * Copies a report to the clipboard, and says so.
 */
void
mc_report_copy (GtkWidget      *widget,
                const McResult *result,
                McReportFlags   flags)
{
  g_autoptr (GdkContentProvider) content = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  content = mc_report_copy_new_content (result, flags);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  mc_report_actions_finish (widget, _ ("Report copied"));
}
