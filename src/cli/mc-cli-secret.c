/* mc-cli-secret.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "mc-cli-secret.h"

#define MAX_SECRET 16384

/* What would end or stop the program while the terminal is hidden. */
static const int deadly_signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };

/* A signal may reach any thread: this is how it reaches the one that reads. */
static int signal_pipe[2];

static void
on_signal (int number)
{
  int    saved_errno = errno;
  guint8 byte = (guint8) number;

  if (write (signal_pipe[1], &byte, 1) != 1)
    _exit (128 + number);
  errno = saved_errno;
}

/* Reads to the end, or to the end of the line where a person types. */
static gssize
read_input (char    *buffer,
            gsize    size,
            gboolean is_line)
{
  gsize length = 0;

  while (length < size)
    {
      gssize count = read (STDIN_FILENO, buffer + length, size - length);

      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return -1;
      if (count == 0)
        break;

      length += (gsize) count;
      if (is_line && buffer[length - 1] == '\n')
        break;
    }

  return (gssize) length;
}

/* Returns the signal that came before the person typed, or 0. */
static int
await_typing (void)
{
  struct pollfd fds[] = { { STDIN_FILENO, POLLIN, 0 }, { signal_pipe[0], POLLIN, 0 } };
  guint8        number;

  while (poll (fds, G_N_ELEMENTS (fds), -1) < 0 && errno == EINTR)
    continue;

  return (fds[1].revents & POLLIN) != 0 && read (signal_pipe[0], &number, 1) == 1 ? number : 0;
}

/* Catches the signals that are not ignored; gives them back with the second. */
static void
catch_signals (struct sigaction *before)
{
  struct sigaction action = { .sa_handler = on_signal };

  for (gsize i = 0; i < G_N_ELEMENTS (deadly_signals); i++)
    {
      sigaction (deadly_signals[i], NULL, &before[i]);
      if (before[i].sa_handler != SIG_IGN)
        sigaction (deadly_signals[i], &action, NULL);
    }
}

static void
release_signals (const struct sigaction *before)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deadly_signals); i++)
    sigaction (deadly_signals[i], &before[i], NULL);
}

/* Reads one line that is not shown. A signal does its work after the terminal shows again what is typed; once the
 * program goes on from a stop, it asks again. */
static gssize
read_hidden (char *buffer,
             gsize size)
{
  struct sigaction actions[G_N_ELEMENTS (deadly_signals)];
  struct termios   before;
  struct termios   hidden;
  gssize           length = -1;
  int              number;

  if (tcgetattr (STDIN_FILENO, &before) != 0 || !g_unix_open_pipe (signal_pipe, O_CLOEXEC, NULL))
    return read_input (buffer, size, FALSE);

  hidden = before;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  do
    {
      g_printerr ("%s", _ ("Password (it is not shown): "));
      catch_signals (actions);
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
      number = await_typing ();
      if (number == 0)
        length = read_input (buffer, size, TRUE);
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
      release_signals (actions);
      g_printerr ("\n");
      if (number != 0)
        raise (number);
    }
  while (number == SIGTSTP);

  close (signal_pipe[0]);
  close (signal_pipe[1]);
  return length;
}

static const char *
problem_with (const char *buffer,
              gssize      length)
{
  if (length < 0)
    return _ ("The password could not be read from standard input");
  if (length == 0)
    return _ ("The password on standard input is empty");
  if (length > MAX_SECRET)
    return _ ("The password on standard input is too long");
  if (memchr (buffer, '\0', (gsize) length) != NULL)
    return _ ("The password on standard input holds a NUL character");

  return NULL;
}

/**
 * mc_cli_read_secret:
 * @kind: what it is
 * @problem: (out): what is wrong with it, translated
 *
 * Reads a secret from standard input, without one final newline; a terminal
 * does not show it.
 *
 * Returns: (transfer full) (nullable): the secret, or %NULL with a problem
 */
McSecret *
mc_cli_read_secret (McSecretKind kind,
                    const char **problem)
{
  char     *buffer = g_malloc0 (MAX_SECRET + 3);
  gssize    length = isatty (STDIN_FILENO)
                       ? read_hidden (buffer, MAX_SECRET + 2)
                       : read_input (buffer, MAX_SECRET + 2, FALSE);
  McSecret *secret = NULL;

  if (length > 0 && buffer[length - 1] == '\n')
    length--;
  if (length > 0 && buffer[length - 1] == '\r')
    length--;

  *problem = problem_with (buffer, length);
  if (*problem == NULL)
    secret = mc_secret_new (kind, buffer, (gsize) length);

  mc_secret_wipe (buffer, MAX_SECRET + 3);
  g_free (buffer);
  return secret;
}
