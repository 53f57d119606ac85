/* mc-test-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-test-fiber.h"
#include "mc-test-watch.h"

static void
on_state_cb (McCheckItem *item,
             GParamSpec  *pspec,
             McTestWatch *self)
{
  static const char *const names[] = { "waiting", "running", "done", "not-needed" };
  McCheckState             state = mc_check_item_get_state (item);

  g_string_append_printf (self->events, "%s %s, ", mc_check_item_get_check (item)->title, names[state]);
  if (state == MC_CHECK_STATE_RUNNING)
    self->n_running++;
  else if (self->n_running > 0)
    self->n_running--;
  self->most_running = MAX (self->most_running, self->n_running);
}

void
mc_test_watch_begin (McTestWatch   *self,
                     const McCheck *checks,
                     gsize          n_checks,
                     gboolean       with_secret)
{
  g_autoptr (McAccount) account = mc_account_new ("joe@example.org");
  g_autoptr (McSecret)  secret = with_secret ? mc_secret_new (MC_SECRET_PASSWORD, "sesame", 6) : NULL;

  self->checkup = mc_checkup_new_with_checks (account, secret, checks, n_checks);
  self->events = g_string_new (NULL);
  for (guint i = 0; i < n_checks; i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (G_LIST_MODEL (self->checkup), i);

      g_assert_cmpint (mc_check_item_get_state (item), ==, MC_CHECK_STATE_WAITING);
      g_assert_null (mc_check_item_get_finding (item));
      g_signal_connect (item, "notify::state", G_CALLBACK (on_state_cb), self);
    }
}

void
mc_test_watch_run (McTestWatch   *self,
                   const McCheck *checks,
                   gsize          n_checks,
                   gint64         timeout_ms)
{
  mc_test_watch_begin (self, checks, n_checks, TRUE);
  mc_test_await (mc_checkup_run (self->checkup, timeout_ms));
}

void
mc_test_watch_clear (McTestWatch *self)
{
  g_assert_finalize_object (self->checkup);
  g_string_free (self->events, TRUE);
}

McCheckItem *
mc_test_watch_get_item (McTestWatch *self,
                        const char  *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->checkup)); i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (G_LIST_MODEL (self->checkup), i);

      if (g_str_equal (mc_check_item_get_check (item)->title, title))
        return item;
    }

  g_assert_not_reached ();
}

void
mc_test_watch_assert_finding (McTestWatch *self,
                              const char  *title,
                              McOutcome    outcome,
                              const char  *code,
                              const char  *blocked_by)
{
  McFinding *finding = mc_check_item_get_finding (mc_test_watch_get_item (self, title));

  g_assert_nonnull (finding);
  g_assert_cmpstr (mc_outcome_get_id (mc_finding_get_outcome (finding)), ==, mc_outcome_get_id (outcome));
  g_assert_cmpstr (mc_finding_get_code (finding), ==, code);
  g_assert_cmpstr (mc_finding_get_blocked_by (finding), ==, blocked_by);
}
