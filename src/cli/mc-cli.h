/* mc-cli.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McExit:
 *
 * Exit status (contract section 2).
 */
typedef enum
{
  MC_EXIT_NOTHING_WRONG = 0,
  MC_EXIT_PROBLEM = 1,
  MC_EXIT_WRONG_CALL = 2,
  MC_EXIT_COULD_NOT_RUN = 3,
} McExit;

/**
 * McCommand:
 * @name: what is typed
 * @arguments: (nullable): what comes after, for the help
 * @summary: what it does, N_()
 * @run: (nullable): does it, with the arguments after the command's name; %NULL
 *   while it is not available yet
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  McExit (*run) (const char *const *arguments);
} McCommand;

const McCommand *mc_command_find (const char *name);
const McCommand *mc_command_get_nth (guint position);
GOptionContext  *mc_command_options (const McCommand *command);

McExit mc_cli_check (const char *const *arguments);
McExit mc_cli_article (const char *const *arguments);
McExit mc_cli_explain (const char *const *arguments);
McExit mc_cli_causes (const char *const *arguments);
McExit mc_cli_checks (const char *const *arguments);
McExit mc_cli_questions (const char *const *arguments);

void   mc_cli_error (const char *format,
                     ...) G_GNUC_PRINTF (1, 2);
McExit mc_cli_wrong_call (const char *message);
McExit mc_cli_write (const char *text,
                     McExit      exit);

G_END_DECLS
