/* mc-outline-html.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-outline.h"

/* Nothing is fetched and nothing runs, whatever foreign text might contain. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'"

static const char style[] =
  ":root { color-scheme: light dark; --fail: #a51d2d; --warning: #7a4300; --pass: #1b6e3c; --skipped: #5e5c64; --line: #c0bfbc; }\n"
  "@media (prefers-color-scheme: dark) { :root { --fail: #ff938c; --warning: #f8e45c; --pass: #8ff0a4; --skipped: #c0bfbc; --line: #5e5c64; } }\n"
  "body { font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }\n"
  "table { border-collapse: collapse; width: 100%; }\n"
  "th, td { text-align: start; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: normal; }\n"
  "thead th { font-weight: bold; } thead th:nth-child(1) { width: 6rem; } thead th:nth-child(2) { width: 28%; }\n"
  ".outcome { white-space: nowrap; font-weight: bold; }\n"
  ".fail { color: var(--fail); } .warning { color: var(--warning); } .pass { color: var(--pass); } .skipped { color: var(--skipped); }\n"
  "dl { margin: .3rem 0 0; } dt { float: left; clear: left; padding-inline-end: .5rem; color: var(--skipped); }\n"
  "dd { margin: 0; } dd, pre { font-family: monospace; } pre { white-space: pre-wrap; }\n"
  "@media print { body { margin: 0; max-width: none; } }\n";

static void
append_escaped (GString    *output,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (output, escaped);
}

static void
append_element (GString    *output,
                const char *tag,
                const char *text)
{
  gsize name_length = strcspn (tag, " ");

  g_string_append_printf (output, "<%s>", tag);
  append_escaped (output, text);
  g_string_append_printf (output, "</%.*s>\n", (int) name_length, tag);
}

static void
append_heading (GString       *output,
                const McBlock *block)
{
  g_autofree char *tag = g_strdup_printf ("h%u", block->level);

  append_element (output, tag, block->text);
}

static void
append_list (GString       *output,
             const McBlock *block)
{
  const char *tag = block->kind == MC_BLOCK_STEPS ? "ol" : "ul";

  g_string_append_printf (output, "<%s>\n", tag);
  for (guint i = 0; i < block->items->len; i++)
    append_element (output, "li", g_ptr_array_index (block->items, i));
  g_string_append_printf (output, "</%s>\n", tag);
}

static void
append_links (GString       *output,
              const McBlock *block)
{
  g_string_append (output, "<ul>\n");
  for (guint i = 0; i < block->items->len; i++)
    {
      const McPair    *link = g_ptr_array_index (block->items, i);
      g_autofree char *escaped = g_markup_escape_text (link->value, -1);
      g_autofree char *tag = g_strdup_printf ("a href=\"%s\" rel=\"noreferrer\"", escaped);

      g_string_append (output, "<li>");
      append_element (output, tag, link->name);
      g_string_append (output, "</li>\n");
    }
  g_string_append (output, "</ul>\n");
}

static void
append_details (GString       *output,
                const McBlock *block)
{
  g_string_append (output, "<table>\n");
  for (guint i = 0; i < block->items->len; i++)
    {
      const McPair *pair = g_ptr_array_index (block->items, i);

      g_string_append (output, "<tr>");
      append_element (output, "th scope=\"row\"", pair->name);
      append_element (output, "td", pair->value);
      g_string_append (output, "</tr>\n");
    }
  g_string_append (output, "</table>\n");
}

static void
append_check (GString          *output,
              const McCheckRow *row)
{
  g_autofree char *outcome = g_strdup_printf ("%s %s", mc_outcome_get_symbol (row->outcome), mc_outcome_get_title (row->outcome));
  g_autofree char *tag = g_strdup_printf ("td class=\"outcome %s\"", mc_outcome_get_id (row->outcome));

  g_string_append (output, "<tr>");
  append_element (output, tag, outcome);
  append_element (output, "th scope=\"row\"", row->title);
  g_string_append (output, "<td>");
  append_escaped (output, row->text != NULL ? row->text : "");

  if (row->details->len > 0)
    g_string_append (output, "\n<dl>\n");
  for (guint i = 0; i < row->details->len; i++)
    {
      const McPair *pair = g_ptr_array_index (row->details, i);

      append_element (output, "dt", pair->name);
      append_element (output, "dd", pair->value);
    }
  if (row->details->len > 0)
    g_string_append (output, "</dl>\n");

  g_string_append (output, "</td></tr>\n");
}

static void
append_checks (GString       *output,
               const McBlock *block)
{
  g_string_append (output, "<table>\n<thead><tr>");
  append_element (output, "th scope=\"col\"", _ ("Outcome"));
  append_element (output, "th scope=\"col\"", _ ("Test"));
  append_element (output, "th scope=\"col\"", _ ("What was found"));
  g_string_append (output, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < block->items->len; i++)
    append_check (output, g_ptr_array_index (block->items, i));
  g_string_append (output, "</tbody>\n</table>\n");
}

static void
append_transcript (GString       *output,
                   const McBlock *block)
{
  append_element (output, "h4", block->text);
  g_string_append (output, "<pre>");
  for (guint i = 0; i < block->items->len; i++)
    {
      append_escaped (output, g_ptr_array_index (block->items, i));
      g_string_append_c (output, '\n');
    }
  g_string_append (output, "</pre>\n");
}

static void
append_block (GString       *output,
              const McBlock *block)
{
  switch (block->kind)
    {
    case MC_BLOCK_HEADING:
      append_heading (output, block);
      break;
    case MC_BLOCK_PARAGRAPH:
      append_element (output, "p", block->text);
      break;
    case MC_BLOCK_LIST:
    case MC_BLOCK_STEPS:
      append_list (output, block);
      break;
    case MC_BLOCK_LINKS:
      append_links (output, block);
      break;
    case MC_BLOCK_DETAILS:
      append_details (output, block);
      break;
    case MC_BLOCK_CHECKS:
      append_checks (output, block);
      break;
    case MC_BLOCK_TRANSCRIPT:
      append_transcript (output, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_blocks (GString   *output,
               McOutline *outline)
{
  for (guint i = 0; i < mc_outline_get_n_blocks (outline); i++)
    append_block (output, mc_outline_get_block (outline, i));
}

/**
 * mc_outline_to_html:
 * @self: an outline
 *
 * Returns: (transfer full): the outline as a page that needs nothing else
 */
char *
mc_outline_to_html (McOutline *self)
{
  g_autoptr (GString) output = g_string_new ("<!DOCTYPE html>\n");

  /* Translators: the code of the language you translate to (BCP 47), such as “de” or “pt-BR” */
  g_string_append_printf (output, "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", C_ ("language code", "en"));
  g_string_append (output, "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n"
                           "<meta name=\"referrer\" content=\"no-referrer\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width\">\n");
  append_element (output, "title", _ ("Mail Checkup report"));
  g_string_append_printf (output, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
  append_blocks (output, self);
  g_string_append (output, "</main>\n</body>\n</html>\n");

  return g_string_free_and_steal (g_steal_pointer (&output));
}

/**
 * mc_outline_to_html_fragment:
 * @self: an outline
 *
 * What a clipboard carries. A whole page pasted into a ticket would bring its
 * style sheet along as text in places that keep no styles.
 *
 * Returns: (transfer full): the outline as elements alone, preceded by the
 *   encoding, which some programs would guess otherwise
 */
char *
mc_outline_to_html_fragment (McOutline *self)
{
  g_autoptr (GString) output =
    g_string_new ("<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">\n");

  append_blocks (output, self);

  return g_string_free_and_steal (g_steal_pointer (&output));
}
