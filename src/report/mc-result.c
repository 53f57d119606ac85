/* mc-result.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-diagnose.h"
#include "mc-result.h"

G_DEFINE_BOXED_TYPE (McResult, mc_result, mc_result_ref, mc_result_unref)

/**
 * mc_result_new:
 *
 * Returns: (transfer full): a result without account, findings and diagnoses, to be filled
 */
McResult *
mc_result_new (void)
{
  McResult *self = g_rc_box_new0 (McResult);

  self->symptom = MC_SYMPTOM_EVERYTHING;
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->diagnoses = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

McResult *
mc_result_ref (McResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
mc_result_clear (gpointer data)
{
  McResult *self = data;

  g_clear_object (&self->account);
  g_clear_pointer (&self->incoming, mc_server_unref);
  g_clear_pointer (&self->outgoing, mc_server_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->diagnoses, g_ptr_array_unref);
}

void
mc_result_unref (McResult *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, mc_result_clear);
}

static McServer *
dup_server (McCheckup  *checkup,
            McDirection direction)
{
  McServer *server = mc_checkup_get_server (checkup, direction);

  return server != NULL ? mc_server_ref (server) : NULL;
}

static void
copy_answers (GHashTable *answers,
              GHashTable *given)
{
  GHashTableIter iter;
  gpointer       question, answer;

  g_hash_table_iter_init (&iter, given);
  while (g_hash_table_iter_next (&iter, &question, &answer))
    g_hash_table_insert (answers, g_strdup (question), g_strdup (answer));
}

/**
 * mc_result_new_from_checkup:
 * @checkup: a checkup that is over, or was stopped
 *
 * Diagnoses what was found, in the light of the answers known by now.
 *
 * Returns: (transfer full): the result
 */
McResult *
mc_result_new_from_checkup (McCheckup *checkup)
{
  McResult *self = mc_result_new ();

  g_set_object (&self->account, mc_checkup_get_account (checkup));
  self->incoming = dup_server (checkup, MC_DIRECTION_INCOMING);
  self->outgoing = dup_server (checkup, MC_DIRECTION_OUTGOING);
  self->symptom = mc_checkup_get_symptom (checkup);
  copy_answers (self->answers, mc_checkup_get_answers (checkup));
  self->started = mc_checkup_get_started (checkup);
  self->duration_ms = mc_checkup_get_duration (checkup);
  self->has_secret = mc_checkup_has_secret (checkup);
  self->complete = mc_checkup_is_complete (checkup);
  self->cancelled = mc_checkup_is_cancelled (checkup);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = mc_checkup_list_findings (checkup);
  g_clear_pointer (&self->diagnoses, g_ptr_array_unref);
  self->diagnoses = mc_diagnose (self->findings, self->answers, self->account);

  return self;
}

/**
 * mc_result_has_signed_in:
 * @self: a result
 *
 * Returns: whether the password is the right one as far as servers said: one
 *   took it, and none refused it
 */
gboolean
mc_result_has_signed_in (const McResult *self)
{
  gboolean is_accepted = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (self->findings, i);

      if (!g_str_has_suffix (mc_finding_get_check (finding), ".login"))
        continue;
      if (mc_finding_get_outcome (finding) == MC_OUTCOME_FAIL)
        return FALSE;
      is_accepted |= mc_finding_get_outcome (finding) == MC_OUTCOME_PASS;
    }

  return is_accepted;
}
