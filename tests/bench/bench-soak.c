/* bench-soak.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks one account again and again in one process, and tells after every
 * tenth checkup what the process holds: the number of checkups, how many of
 * them found all well, KiB resident, KiB allocated, descriptors, threads. What grows here would grow in a window that
 * stays open all day.
 *
 * Usage: bench-soak ADDRESS INCOMING OUTGOING RUNS <password
 */

#include "config.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mc-checkup.h"

#define TIMEOUT_MS 60000
#define SETTLE_MS  700
#define STEP       10

typedef struct
{
  GMainLoop *loop;
  McAccount *account;
  McSecret  *secret;
} Soak;

static guint
count_entries (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  guint            n_entries = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_entries++;

  return n_entries;
}

/* Resident memory in KiB. */
static gulong
measure_resident (void)
{
  g_autofree char *text = NULL;
  gulong           pages = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) || sscanf (text, "%*u %lu", &pages) != 1)
    return 0;

  return pages * (gulong) sysconf (_SC_PAGESIZE) / 1024;
}

static DexFuture *
on_over_cb (DexFuture *future,
            gpointer   user_data)
{
  g_main_loop_quit (user_data);
  return dex_ref (future);
}

/* Whether every check ran to its end, and none failed. */
static gboolean
is_well (McCheckup *checkup)
{
  g_autoptr (GPtrArray) findings = mc_checkup_list_findings (checkup);

  for (guint i = 0; i < findings->len; i++)
    {
      McOutcome outcome = mc_finding_get_outcome (g_ptr_array_index (findings, i));

      if (outcome == MC_OUTCOME_FAIL || outcome == MC_OUTCOME_SKIPPED)
        return FALSE;
    }

  return mc_checkup_is_complete (checkup);
}

static gboolean
check_once (const Soak *soak)
{
  g_autoptr (McCheckup) checkup = mc_checkup_new (soak->account, soak->secret);
  g_autoptr (DexFuture) over = NULL;

  over = dex_future_finally (mc_checkup_run (checkup, TIMEOUT_MS), on_over_cb, soak->loop, NULL);
  g_main_loop_run (soak->loop);

  return is_well (checkup);
}

/* GLib's worker threads stay with their pool for half a second and then wait for any work; what stays without work is
 * what counts. */
static guint
count_threads (void)
{
  g_usleep (SETTLE_MS * 1000);
  g_thread_pool_stop_unused_threads ();
  g_usleep (SETTLE_MS * 1000);

  return count_entries ("/proc/self/task");
}

static void
tell (guint run,
      guint n_well)
{
  guint            n_threads = count_threads ();
  struct mallinfo2 heap = mallinfo2 ();

  printf ("%u %u %lu %zu %u %u\n", run, n_well, measure_resident (),
          (heap.uordblks + heap.hblkhd) / 1024, count_entries ("/proc/self/fd"), n_threads);
  fflush (stdout);
}

static gboolean
soak_init (Soak  *soak,
           char **arguments)
{
  g_autoptr (McServer) incoming = mc_server_new_from_string (arguments[2], NULL);
  g_autoptr (McServer) outgoing = mc_server_new_from_string (arguments[3], NULL);
  char                 password[1024];

  if (incoming == NULL || outgoing == NULL || fgets (password, sizeof password, stdin) == NULL)
    return FALSE;

  soak->loop = g_main_loop_new (NULL, FALSE);
  soak->account = mc_account_new (arguments[1]);
  mc_account_set_server (soak->account, MC_DIRECTION_INCOMING, incoming);
  mc_account_set_server (soak->account, MC_DIRECTION_OUTGOING, outgoing);
  soak->secret = mc_secret_new (MC_SECRET_PASSWORD, password, strcspn (password, "\n"));
  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  Soak  soak = { 0 };
  guint runs;
  guint n_well = 0;

  dex_init ();
  if (argc != 5 || (runs = (guint) strtoul (argv[4], NULL, 10)) == 0 || !soak_init (&soak, argv))
    {
      fputs ("Usage: bench-soak ADDRESS INCOMING OUTGOING RUNS <password\n", stderr);
      return 2;
    }

  for (guint run = 1; run <= runs; run++)
    {
      n_well += check_once (&soak);
      if (run % STEP == 0)
        tell (run, n_well);
    }

  mc_secret_unref (soak.secret);
  g_object_unref (soak.account);
  g_main_loop_unref (soak.loop);
  return 0;
}
