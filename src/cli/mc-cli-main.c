/* mc-cli-main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <libdex.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "mc-cli.h"

/* A closed standard stream would let the next file or socket take its number. */
static void
keep_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      /* A stream that should be read is opened for writing and the reverse, so that using it still fails. */
      if (fcntl (fd, F_GETFD) == -1 && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
        _exit (MC_EXIT_COULD_NOT_RUN);
    }
}

/* The password is in memory, and what protects it on the way are the keys of a session: no core dump, no other program
 * that looks in, no file with the keys. */
static void
keep_to_itself (void)
{
#ifndef __SANITIZE_ADDRESS__
  prctl (PR_SET_DUMPABLE, 0);
#endif
  unsetenv ("SSLKEYLOGFILE");
}

static McExit
show_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const McCommand    *command;

  g_string_append_printf (text, "%s\n  mail-checkup-cli %s\n\n%s\n\n%s\n", _ ("Usage:"),
                          _ ("COMMAND [OPTIONS]"),
                          _ ("Finds out why email does not work, and says what to do."), _ ("Commands:"));
  for (guint i = 0; (command = mc_command_get_nth (i)) != NULL; i++)
    {
      g_string_append_printf (text, "  %-12s %s", command->name, _ (command->summary));
      if (command->run == NULL)
        g_string_append_printf (text, " %s", _ ("(not available yet)"));
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "\n%s\n", _ ("“mail-checkup-cli COMMAND --help” tells the options of a command."));

  return mc_cli_write (text->str, MC_EXIT_NOTHING_WRONG);
}

static McExit
dispatch (const char *const *arguments)
{
  const McCommand *command;

  if (arguments[0] == NULL)
    return mc_cli_wrong_call (_ ("The command is missing"));
  if (g_str_equal (arguments[0], "--help") || g_str_equal (arguments[0], "-h"))
    return show_help ();
  if (g_str_equal (arguments[0], "--version"))
    return mc_cli_write ("mail-checkup-cli " MC_VERSION "\n", MC_EXIT_NOTHING_WRONG);

  command = mc_command_find (arguments[0]);
  if (command == NULL)
    {
      /* Translators: %s is what was typed */
      g_autofree char *problem = g_strdup_printf (_ ("There is no command “%s”"), arguments[0]);

      return mc_cli_wrong_call (problem);
    }

  if (command->run == NULL)
    {
      if (g_strv_contains (arguments, "--help") || g_strv_contains (arguments, "-h"))
        return show_help ();

      /* Translators: %s is a command */
      mc_cli_error (_ ("“%s” is not available yet"), command->name);
      return MC_EXIT_COULD_NOT_RUN;
    }

  return command->run (arguments);
}

int
main (int   argc,
      char *argv[])
{
  keep_standard_streams ();
  keep_to_itself ();
  signal (SIGPIPE, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, MC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("mail-checkup-cli");
  dex_init ();

  return (int) dispatch ((const char *const *) argv + 1);
}
