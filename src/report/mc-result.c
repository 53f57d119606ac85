/* mc-result.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-result.h"

/**
 * mc_result_new:
 *
 * Returns: (transfer full): a result without account, findings and diagnoses, to be filled
 */
McResult *
mc_result_new (void)
{
  McResult *self = g_new0 (McResult, 1);

  self->symptom = MC_SYMPTOM_EVERYTHING;
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->diagnoses = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
mc_result_free (McResult *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->account);
  g_clear_pointer (&self->incoming, mc_server_unref);
  g_clear_pointer (&self->outgoing, mc_server_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->diagnoses, g_ptr_array_unref);
  g_free (self);
}
