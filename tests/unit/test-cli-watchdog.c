/* test-cli-watchdog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>

#include "mc-cli-watchdog.h"

/* The grace after the end of the time, of which a little is left. */
#define ALMOST_OVER_MS -4900

static void
test_late (void)
{
  if (g_test_subprocess ())
    {
      mc_watchdog_start (ALMOST_OVER_MS);
      g_usleep (20 * G_TIME_SPAN_SECOND);
      return;
    }

  g_test_trap_subprocess (NULL, 10 * G_TIME_SPAN_SECOND, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_assert_false (g_test_trap_reached_timeout ());
  g_test_trap_assert_stderr ("*does not react*");
}

static void
test_interrupted (void)
{
  if (g_test_subprocess ())
    {
      mc_watchdog_start (60000);
      raise (SIGINT);
      g_usleep (20 * G_TIME_SPAN_SECOND);
      return;
    }

  g_test_trap_subprocess (NULL, 10 * G_TIME_SPAN_SECOND, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_assert_false (g_test_trap_reached_timeout ());
  g_test_trap_assert_stderr ("*does not react*");
}

/* Work that was over in time is left alone. */
static void
test_in_time (void)
{
  for (guint i = 0; i < 100; i++)
    mc_watchdog_stop (mc_watchdog_start (60000));

  mc_watchdog_stop (mc_watchdog_start (ALMOST_OVER_MS));
  g_usleep (300 * G_TIME_SPAN_MILLISECOND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-watchdog/late", test_late);
  g_test_add_func ("/cli-watchdog/interrupted", test_interrupted);
  g_test_add_func ("/cli-watchdog/in-time", test_in_time);

  return g_test_run ();
}
