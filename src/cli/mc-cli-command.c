/* mc-cli-command.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-cli.h"

static const McCommand commands[] = {
  { "check", N_ ("ADDRESS"), N_ ("Run a checkup for an account"), mc_cli_check },
  { "settings", N_ ("ADDRESS"), N_ ("Find the account’s server settings"), NULL },
  { "accounts", NULL, N_ ("List the accounts found on this computer"), NULL },
  { "domain", N_ ("DOMAIN"), N_ ("Report on a domain’s mail set-up"), NULL },
  { "explain", N_ ("[FILE…|-]"), N_ ("Explain a bounce, message headers, a delivery log or a server’s reply"), mc_cli_explain },
  { "spf", NULL, N_ ("Evaluate SPF (RFC 7208)"), NULL },
  { "dkim", N_ ("[FILE|-]"), N_ ("Verify the DKIM signatures of a message"), NULL },
  { "dmarc", N_ ("[FILE|-]"), N_ ("Evaluate DMARC for a message"), NULL },
  { "inbox", N_ ("ADDRESS"), N_ ("Look through the mailbox"), NULL },
  { "roundtrip", N_ ("ADDRESS"), N_ ("Send a message to oneself and find where it lands"), NULL },
  { "history", N_ ("[ADDRESS]"), N_ ("Show earlier checkups"), NULL },
  { "causes", NULL, N_ ("List every cause"), mc_cli_causes },
  { "checks", NULL, N_ ("List every check"), mc_cli_checks },
  { "questions", NULL, N_ ("List every question"), mc_cli_questions },
  { "article", N_ ("ID"), N_ ("Show a help article"), mc_cli_article },
};

/**
 * mc_command_get_nth:
 * @position: from 0
 *
 * Returns: (nullable): the command there, %NULL past the last
 */
const McCommand *
mc_command_get_nth (guint position)
{
  return position < G_N_ELEMENTS (commands) ? &commands[position] : NULL;
}

const McCommand *
mc_command_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, name))
        return &commands[i];
    }

  return NULL;
}

/**
 * mc_command_options:
 * @command: a command
 *
 * Returns: (transfer full): an option parser whose help fits the command
 */
GOptionContext *
mc_command_options (const McCommand *command)
{
  g_autofree char *usage = g_strconcat (command->name, command->arguments != NULL ? " " : "",
                                        command->arguments != NULL ? _ (command->arguments) : "", NULL);
  GOptionContext  *context = g_option_context_new (usage);

  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  return context;
}
