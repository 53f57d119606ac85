/* mc-cli-output.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "mc-cli.h"
#include "mc-text.h"

/**
 * mc_cli_error:
 * @format: printf format of what is wrong and what to do, translated
 * @...: its arguments
 *
 * Writes one line to standard error. What came from the call is made safe.
 */
void
mc_cli_error (const char *format,
              ...)
{
  g_autofree char *text = NULL;
  g_autofree char *safe = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  safe = mc_text_make_safe (text, -1, 400);
  g_printerr ("mail-checkup-cli: %s\n", safe);
}

/**
 * mc_cli_wrong_call:
 * @message: what is wrong with the call, translated
 *
 * Returns: the exit status to end with
 */
McExit
mc_cli_wrong_call (const char *message)
{
  /* Translators: %s says what is wrong */
  mc_cli_error (_ ("%s (see mail-checkup-cli --help)"), message);
  return MC_EXIT_WRONG_CALL;
}

/**
 * mc_cli_write:
 * @text: what goes to standard output
 * @exit: the exit status when all goes well
 *
 * Writes all of @text. A reader that went away is no error of ours.
 *
 * Returns: the exit status to end with
 */
McExit
mc_cli_write (const char *text,
              McExit      exit)
{
  gsize left = strlen (text);

  while (left > 0)
    {
      gssize written = write (STDOUT_FILENO, text, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0 && errno == EPIPE)
        return exit;
      if (written < 0)
        {
          /* Translators: %s is the system's reason */
          mc_cli_error (_ ("The report could not be written: %s"), g_strerror (errno));
          return MC_EXIT_COULD_NOT_RUN;
        }

      text += written;
      left -= (gsize) written;
    }

  return exit;
}
