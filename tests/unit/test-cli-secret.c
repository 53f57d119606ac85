/* test-cli-secret.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#define PATIENCE_MS 10000

static gboolean
shows_typing (int terminal)
{
  struct termios settings;

  g_assert_cmpint (tcgetattr (terminal, &settings), ==, 0);
  return (settings.c_lflag & ECHO) != 0;
}

static void
wait_until_hidden (int terminal)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_MS * G_TIME_SPAN_MILLISECOND;

  while (shows_typing (terminal))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }
}

static int
open_terminal (int *person)
{
  int terminal;

  *person = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (*person, >=, 0);
  g_assert_cmpint (grantpt (*person), ==, 0);
  g_assert_cmpint (unlockpt (*person), ==, 0);
  terminal = open (ptsname (*person), O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (terminal, >=, 0);

  return terminal;
}

/* Whoever runs the tests in the background ignores these, and a program keeps it that way. */
static void
heed_signals (gpointer user_data)
{
  signal (SIGINT, SIG_DFL);
  signal (SIGQUIT, SIG_DFL);
}

static GSubprocess *
start (int terminal)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError)              error = NULL;
  GSubprocess                    *process;

  g_subprocess_launcher_take_stdin_fd (launcher, dup (terminal));
  g_subprocess_launcher_set_child_setup (launcher, heed_signals, NULL, NULL);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("MC_CLI"), "check", "joe@example.org", "--incoming",
                                         "imap:127.0.0.1:9/tls", "--no-third-party", "--password-stdin", NULL);
  g_assert_no_error (error);
  return process;
}

/* However the wait for a password ends, the terminal shows again what is typed. */
static void
test_signals (void)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      int                     person;
      int                     terminal = open_terminal (&person);
      g_autoptr (GSubprocess) process = start (terminal);

      wait_until_hidden (terminal);
      g_subprocess_send_signal (process, signals[i]);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));
      g_assert_true (g_subprocess_get_if_signaled (process));
      g_assert_cmpint (g_subprocess_get_term_sig (process), ==, signals[i]);
      g_assert_true (shows_typing (terminal));

      close (terminal);
      close (person);
    }
}

static void
test_typed (void)
{
  int                     person;
  int                     terminal = open_terminal (&person);
  g_autoptr (GSubprocess) process = start (terminal);

  wait_until_hidden (terminal);
  g_assert_cmpint (write (person, "sesame\n", 7), ==, 7);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_true (shows_typing (terminal));

  close (terminal);
  close (person);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-secret/typed", test_typed);
  g_test_add_func ("/cli-secret/signals", test_signals);

  return g_test_run ();
}
