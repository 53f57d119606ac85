/* mc-cli-secret.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "mc-cli-secret.h"

#define MAX_SECRET 16384

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

static gssize
read_hidden (char *buffer,
             gsize size)
{
  struct termios before;
  struct termios hidden;
  gssize         length;

  if (tcgetattr (STDIN_FILENO, &before) != 0)
    return read_input (buffer, size, FALSE);

  g_printerr ("%s", _ ("Password (it is not shown): "));
  hidden = before;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
  length = read_input (buffer, size, TRUE);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
  g_printerr ("\n");

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
