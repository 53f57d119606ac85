/* mc-test-program.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-test-program.h"

static GSubprocess *
spawn (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  GSubprocess       *process = g_subprocess_newv (arguments,
                                                  G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                    G_SUBPROCESS_FLAGS_STDERR_PIPE,
                                                  &error);

  g_assert_no_error (error);
  return process;
}

/**
 * mc_test_program_start:
 * @call: the words after the program's name, quoted as for a shell
 *
 * Returns: (transfer full): the running program, named by $MC_CLI
 */
GSubprocess *
mc_test_program_start (const char *call)
{
  g_autofree char   *line = g_strconcat ("program ", call, NULL);
  g_autofree char   *shown = g_strescape (call, NULL);
  g_auto (GStrv)     words = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("mail-checkup-cli %.200s", shown);
  g_assert_true (g_shell_parse_argv (line, NULL, &words, &error));
  g_set_str (&words[0], g_getenv ("MC_CLI"));
  g_assert_nonnull (words[0]);

  return spawn ((const char *const *) words);
}

static char *
text_of (GBytes *bytes)
{
  gsize       length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return data != NULL ? g_strndup (data, length) : g_strdup ("");
}

/**
 * mc_test_program_end:
 * @process: a running program
 * @input: (nullable): what it reads on standard input
 * @length: how much of it
 *
 * Returns: (transfer full): how it ended
 */
McTestRun *
mc_test_program_end (GSubprocess *process,
                     const char  *input,
                     gsize        length)
{
  g_autoptr (GBytes) in = g_bytes_new (input, length);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  McTestRun         *self = g_new0 (McTestRun, 1);

  /* A program that does not read its input is no failure. */
  if (!g_subprocess_communicate (process, in, NULL, &out, &err, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));

  self->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  self->output = text_of (out);
  self->errors = text_of (err);

  return self;
}

McTestRun *
mc_test_program_run (const char *call)
{
  return mc_test_program_run_with_input (call, NULL, 0);
}

McTestRun *
mc_test_program_run_with_input (const char *call,
                                const char *input,
                                gsize       length)
{
  g_autoptr (GSubprocess) process = mc_test_program_start (call);

  return mc_test_program_end (process, input, length);
}

/**
 * mc_test_program_run_in_shell:
 * @script: a shell script, in which $MC_CLI is the program
 *
 * Returns: (transfer full): how the shell ended
 */
McTestRun *
mc_test_program_run_in_shell (const char *script)
{
  const char *const       arguments[] = { "sh", "-c", script, NULL };
  g_autoptr (GSubprocess) process = NULL;

  g_test_message ("%s", script);
  process = spawn (arguments);
  return mc_test_program_end (process, NULL, 0);
}

/**
 * mc_test_run_assert_one_error:
 * @self: a run
 * @status: the exit status it should have
 *
 * The contract, section 2: errors are one line on standard error, and standard output holds the report only.
 */
void
mc_test_run_assert_one_error (McTestRun *self,
                              int        status)
{
  const char *end = strchr (self->errors, '\n');

  g_test_message ("%s", self->errors);
  g_assert_cmpint (self->status, ==, status);
  g_assert_cmpstr (self->output, ==, "");
  g_assert_true (g_str_has_prefix (self->errors, "mail-checkup-cli: "));
  g_assert_nonnull (end);
  g_assert_cmpstr (end, ==, "\n");
}

/**
 * mc_test_run_assert_safe:
 * @self: a run
 *
 * Nothing in it makes a terminal or the direction of text do anything.
 */
void
mc_test_run_assert_safe (McTestRun *self)
{
  const char *const texts[] = { self->output, self->errors };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_utf8_validate (texts[i], -1, NULL));
      for (const char *p = texts[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          GUnicodeType type = g_unichar_type (g_utf8_get_char (p));

          g_assert_true (*p == '\n' || (type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT));
        }
    }
}

void
mc_test_run_free (McTestRun *self)
{
  g_free (self->output);
  g_free (self->errors);
  g_free (self);
}
