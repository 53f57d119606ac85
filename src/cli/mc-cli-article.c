/* mc-cli-article.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-article.h"
#include "mc-cli.h"

static char *
write_article (McOutline  *article,
               const char *format)
{
  if (format == NULL || g_str_equal (format, "text"))
    return mc_outline_to_text (article, FALSE);
  if (g_str_equal (format, "markdown"))
    return mc_outline_to_markdown (article);
  if (g_str_equal (format, "html"))
    return mc_outline_to_html (article);

  return NULL;
}

/**
 * mc_cli_article:
 * @arguments: the words after `article`
 *
 * Writes a help article.
 *
 * Returns: the exit status
 */
McExit
mc_cli_article (const char *const *arguments)
{
  g_autofree char   *format = NULL;
  g_auto (GStrv)     rest = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to write the article: text, markdown or html"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = mc_command_options (mc_command_find ("article"));
  g_auto (GStrv)             copy = g_strdupv ((GStrv) arguments);
  g_autoptr (GError)         error = NULL;
  g_autoptr (McOutline)      article = NULL;
  g_autofree char           *text = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &copy, &error))
    return mc_cli_wrong_call (error->message);
  if (rest == NULL || rest[1] != NULL)
    return mc_cli_wrong_call (_ ("This command takes the id of one article"));

  article = mc_article_load (rest[0], NULL);
  if (article == NULL)
    {
      /* Translators: %s is what was typed. Keep “mail-checkup-cli article index” as it is. */
      mc_cli_error (_ ("There is no article “%s”; “mail-checkup-cli article index” lists all of them"), rest[0]);
      return MC_EXIT_PROBLEM;
    }

  text = write_article (article, format);
  if (text == NULL)
    return mc_cli_wrong_call (_ ("The format is one of text, markdown and html"));

  return mc_cli_write (text, MC_EXIT_NOTHING_WRONG);
}
