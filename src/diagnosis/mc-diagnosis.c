/* mc-diagnosis.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-diagnosis.h"

/**
 * McDiagnosis:
 *
 * One cause as it shows in one checkup: how sure it is, which findings speak
 * for it, and its texts with the values of this account filled in. Immutable.
 */
struct _McDiagnosis
{
  GObject        parent_instance;
  const McCause *cause;
  double         confidence;
  GStrv          because;
  GStrv          alternatives;
  const char    *decided_by; /* N_(), in a table */
  GHashTable    *values;
};

G_DEFINE_FINAL_TYPE (McDiagnosis, mc_diagnosis, G_TYPE_OBJECT)

static void
mc_diagnosis_finalize (GObject *object)
{
  McDiagnosis *self = MC_DIAGNOSIS (object);

  g_strfreev (self->because);
  g_strfreev (self->alternatives);
  g_clear_pointer (&self->values, g_hash_table_unref);

  G_OBJECT_CLASS (mc_diagnosis_parent_class)->finalize (object);
}

static void
mc_diagnosis_class_init (McDiagnosisClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_diagnosis_finalize;
}

static void
mc_diagnosis_init (McDiagnosis *self)
{
}

static GStrv
dup_strv (const char *const *strings)
{
  static const char *const empty[] = { NULL };

  return g_strdupv ((GStrv) (strings != NULL ? strings : empty));
}

/**
 * mc_diagnosis_new:
 * @cause: a row of the cause table
 * @confidence: 0 to 1
 * @because: (nullable): ids of the checks and questions that speak for it
 * @alternatives: (nullable): ids of causes that the findings do not exclude
 * @decided_by: (nullable): what would decide, N_(), kept by the caller
 * @values: (nullable): values of the placeholders in the cause's texts
 *
 * Returns: (transfer full): a new diagnosis
 */
McDiagnosis *
mc_diagnosis_new (const McCause     *cause,
                  double             confidence,
                  const char *const *because,
                  const char *const *alternatives,
                  const char        *decided_by,
                  GHashTable        *values)
{
  McDiagnosis *self;

  g_return_val_if_fail (cause != NULL, NULL);

  self = g_object_new (MC_TYPE_DIAGNOSIS, NULL);
  self->cause = cause;
  self->confidence = confidence;
  self->because = dup_strv (because);
  self->alternatives = dup_strv (alternatives);
  self->decided_by = decided_by;
  self->values = values != NULL ? g_hash_table_ref (values) : NULL;

  return self;
}

const McCause *
mc_diagnosis_get_cause (McDiagnosis *self)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), NULL);

  return self->cause;
}

/**
 * mc_diagnosis_is_problem:
 * @self: a diagnosis
 *
 * Returns: whether something is broken; a notice and "healthy" are none
 */
gboolean
mc_diagnosis_is_problem (McDiagnosis *self)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), FALSE);

  return !self->cause->is_notice && !g_str_equal (self->cause->id, "healthy");
}

/**
 * mc_diagnosis_says_the_same:
 * @self: a diagnosis
 * @other: another one of the same account
 *
 * Returns: whether a reader would learn nothing new from @other
 */
gboolean
mc_diagnosis_says_the_same (McDiagnosis *self,
                            McDiagnosis *other)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), FALSE);
  g_return_val_if_fail (MC_IS_DIAGNOSIS (other), FALSE);

  return self->cause == other->cause && self->confidence == other->confidence &&
         g_strcmp0 (self->decided_by, other->decided_by) == 0 &&
         g_strv_equal ((const char *const *) self->alternatives, (const char *const *) other->alternatives);
}

/**
 * mc_diagnosis_get_severity:
 * @self: a diagnosis
 *
 * Returns: the public id, `problem` or `notice`
 */
const char *
mc_diagnosis_get_severity (McDiagnosis *self)
{
  return mc_diagnosis_is_problem (self) ? "problem" : "notice";
}

double
mc_diagnosis_get_confidence (McDiagnosis *self)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), 0);

  return self->confidence;
}

const char *const *
mc_diagnosis_get_because (McDiagnosis *self)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), NULL);

  return (const char *const *) self->because;
}

const char *const *
mc_diagnosis_get_alternatives (McDiagnosis *self)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), NULL);

  return (const char *const *) self->alternatives;
}

static char *
expand (McDiagnosis *self,
        const char  *text)
{
  return text != NULL ? mc_cause_expand (_ (text), self->values) : NULL;
}

/**
 * mc_diagnosis_dup_decided_by:
 * @self: a diagnosis
 *
 * Returns: (transfer full) (nullable): what would tell between the cause and its alternatives
 */
char *
mc_diagnosis_dup_decided_by (McDiagnosis *self)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), NULL);

  return expand (self, self->decided_by);
}

char *
mc_diagnosis_dup_title (McDiagnosis *self)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), NULL);

  return expand (self, self->cause->title);
}

/**
 * mc_diagnosis_dup_explanation:
 * @self: a diagnosis
 *
 * Returns: (transfer full) (nullable): what the cause means, with this account's values
 */
char *
mc_diagnosis_dup_explanation (McDiagnosis *self)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), NULL);

  return expand (self, self->cause->explanation);
}

/**
 * mc_diagnosis_dup_steps:
 * @self: a diagnosis
 *
 * Returns: (transfer full): what to do, in order
 */
GStrv
mc_diagnosis_dup_steps (McDiagnosis *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), NULL);

  for (guint i = 0; self->cause->steps[i] != NULL; i++)
    g_strv_builder_take (builder, expand (self, self->cause->steps[i]));

  return g_strv_builder_end (builder);
}

/**
 * mc_diagnosis_find_value:
 * @self: a diagnosis
 * @placeholder: one of mc_cause_expand(), without braces
 *
 * Returns: (transfer none) (nullable): the value this checkup learned for it
 */
const char *
mc_diagnosis_find_value (McDiagnosis *self,
                         const char  *placeholder)
{
  g_return_val_if_fail (MC_IS_DIAGNOSIS (self), NULL);

  return self->values != NULL ? g_hash_table_lookup (self->values, placeholder) : NULL;
}
