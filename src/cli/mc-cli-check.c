/* mc-cli-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "mc-checkup.h"
#include "mc-cli-check-options.h"
#include "mc-cli-keyring.h"
#include "mc-cli-secret.h"
#include "mc-cli-watchdog.h"
#include "mc-cli.h"
#include "mc-report.h"
#include "mc-sandbox.h"

static gboolean
on_interrupt_cb (gpointer user_data)
{
  mc_checkup_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

/* One line that is written over; only where somebody watches. */
static void
show_progress (McCheckup *checkup)
{
  guint       n_items = g_list_model_get_n_items (G_LIST_MODEL (checkup));
  const char *running = NULL;
  guint       n_over = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (G_LIST_MODEL (checkup), i);
      McCheckState            state = mc_check_item_get_state (item);

      n_over += state == MC_CHECK_STATE_DONE || state == MC_CHECK_STATE_NOT_NEEDED;
      if (state == MC_CHECK_STATE_RUNNING && running == NULL)
        running = mc_check_get_title (mc_check_item_get_check (item));
    }

  g_printerr ("\r\033[K[%u/%u] %s", n_over, n_items, running != NULL ? running : "");
}

static void
on_state_cb (McCheckItem *item,
             GParamSpec  *pspec,
             McCheckup   *checkup)
{
  show_progress (checkup);
}

static void
watch_items (McCheckup *checkup)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checkup)); i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (G_LIST_MODEL (checkup), i);

      g_signal_connect (item, "notify::state", G_CALLBACK (on_state_cb), checkup);
    }
}

static DexFuture *
on_over_cb (DexFuture *future,
            gpointer   user_data)
{
  g_main_loop_quit (user_data);
  return dex_ref (future);
}

static void
run (McCheckup            *checkup,
     const McCheckOptions *options)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gboolean              is_watched = !options->quiet && isatty (STDERR_FILENO);
  guint                 interrupt_id = g_unix_signal_add (SIGINT, on_interrupt_cb, checkup);
  McWatchdog           *watchdog = mc_watchdog_start (options->timeout_ms);
  DexFuture            *over;

  if (is_watched)
    watch_items (checkup);

  over = dex_future_finally (mc_checkup_run (checkup, options->timeout_ms), on_over_cb, loop, NULL);
  g_main_loop_run (loop);
  dex_unref (over);

  mc_watchdog_stop (watchdog);
  g_source_remove (interrupt_id);
  if (is_watched)
    g_printerr ("\r\033[K");
}

static McCheckup *
new_checkup (const McCheckOptions *options,
             McSecret             *secret)
{
  McCheckup     *checkup = mc_checkup_new (options->account, secret);
  GHashTableIter iter;
  gpointer       question, answer;

  mc_checkup_set_symptom (checkup, options->symptom);
  mc_checkup_set_third_party (checkup, options->third_party);
  g_hash_table_iter_init (&iter, options->answers);
  while (g_hash_table_iter_next (&iter, &question, &answer))
    mc_checkup_set_answer (checkup, question, answer);

  return checkup;
}

static McExit
exit_of (const McResult *result)
{
  if (result->cancelled)
    return MC_EXIT_COULD_NOT_RUN;

  for (guint i = 0; i < result->diagnoses->len; i++)
    {
      if (mc_diagnosis_is_problem (g_ptr_array_index (result->diagnoses, i)))
        return MC_EXIT_PROBLEM;
    }

  return MC_EXIT_NOTHING_WRONG;
}

/**
 * mc_cli_check:
 * @arguments: the words after `check`
 *
 * Runs a checkup and writes its report.
 *
 * Returns: the exit status
 */
McExit
mc_cli_check (const char *const *arguments)
{
  int                        exit;
  g_autoptr (McCheckOptions) options = mc_check_options_parse (arguments, &exit);
  g_autoptr (McSecret)       secret = NULL;
  g_autoptr (McCheckup)      checkup = NULL;
  g_autoptr (McResult)       result = NULL;
  g_autofree char           *report = NULL;
  const char                *problem;

  if (options == NULL)
    return (McExit) exit;

  if (!mc_sandbox_may_use_network ())
    {
      /* Translators: %s is a command to type in a terminal */
      mc_cli_error (_ ("the permission to use the network was taken away; this allows it again: %s"),
                    mc_sandbox_get_network_command ());
      return MC_EXIT_COULD_NOT_RUN;
    }

  if (options->with_secret)
    {
      secret = mc_cli_read_secret (options->secret_kind, &problem);
      if (secret == NULL)
        return mc_cli_wrong_call (problem);
    }
  else if (options->stored_password && mc_account_get_address (options->account) != NULL)
    {
      secret = mc_cli_look_up_secret (options->account, options->timeout_ms, &problem);
      if (secret == NULL)
        {
          mc_cli_error ("%s", problem);
          return MC_EXIT_COULD_NOT_RUN;
        }
    }

  checkup = new_checkup (options, secret);
  run (checkup, options);
  result = mc_result_new_from_checkup (checkup);
  report = options->format (result, options->flags);

  return mc_cli_write (report, exit_of (result));
}
