/* mc-web-comparison.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <libsoup/soup.h>

#include "mc-certificate.h"
#include "mc-comparison.h"
#include "mc-http.h"
#include "mc-web-comparison.h"

#define MAX_SAMPLES       3
#define SAMPLE_TIMEOUT_MS 6000
/* Clocks of well-kept servers agree far better than this. */
#define AGREEMENT_MS (2 * 60 * 1000)

/**
 * McWebComparison:
 *
 * What the web servers of unrelated mail operators show: the time, and who
 * signed their certificates. A fact that several checks look at.
 */
struct _McWebComparison
{
  GObject    parent_instance;
  GPtrArray *samples; /* McWebSample */
};

typedef struct
{
  McScope     *scope;
  char        *uri;
  McWebSample *sample;
} SampleRun;

G_DEFINE_FINAL_TYPE (McWebComparison, mc_web_comparison, G_TYPE_OBJECT)

static void
sample_free (gpointer data)
{
  McWebSample *sample = data;

  g_free (sample->name);
  g_free (sample->issuer);
  g_free (sample);
}

static void
mc_web_comparison_finalize (GObject *object)
{
  McWebComparison *self = MC_WEB_COMPARISON (object);

  g_ptr_array_unref (self->samples);

  G_OBJECT_CLASS (mc_web_comparison_parent_class)->finalize (object);
}

static void
mc_web_comparison_class_init (McWebComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_web_comparison_finalize;
}

static void
mc_web_comparison_init (McWebComparison *self)
{
  self->samples = g_ptr_array_new_with_free_func (sample_free);
}

static void
read_time (McWebSample  *sample,
           McHttpAnswer *answer)
{
  g_autoptr (GDateTime) time = answer->date != NULL ? soup_date_time_new_from_http_string (answer->date) : NULL;

  if (time == NULL)
    return;

  sample->has_time = TRUE;
  sample->offset_ms = g_date_time_to_unix (time) * 1000 - g_get_real_time () / 1000;
}

static void
read_certificate (McWebSample  *sample,
                  McHttpAnswer *answer)
{
  g_autoptr (McCertificate) certificate = NULL;

  if (answer->certificate == NULL)
    return;

  certificate = mc_certificate_new_from_tls (answer->certificate, NULL);
  sample->tls_errors = answer->tls_errors;
  if (certificate == NULL)
    return;

  sample->issuer = g_strdup (mc_certificate_get_issuer (certificate));
  sample->is_logged = mc_certificate_is_logged (certificate);
}

static DexFuture *
sample_fiber (gpointer data)
{
  SampleRun               *run = data;
  g_autoptr (McHttpAnswer) answer = mc_http_get (run->scope, run->uri, MC_HTTP_HEAD | MC_HTTP_ANY_CERTIFICATE, 1, NULL);

  run->sample->answered = answer != NULL;
  if (answer != NULL)
    {
      read_time (run->sample, answer);
      read_certificate (run->sample, answer);
    }

  return dex_future_new_for_boolean (TRUE);
}

static void
sample_run_free (gpointer data)
{
  SampleRun *run = data;

  g_object_unref (run->scope);
  g_free (run->uri);
  g_free (run);
}

/**
 * mc_web_comparison_run:
 * @scope: the time it has
 *
 * Asks the web servers of the operators in the points of comparison.
 *
 * Returns: (transfer full): what they showed
 */
McWebComparison *
mc_web_comparison_run (McScope *scope)
{
  McWebComparison      *self = g_object_new (MC_TYPE_WEB_COMPARISON, NULL);
  g_autoptr (McScope)   limit = mc_scope_new (scope, SAMPLE_TIMEOUT_MS);
  g_autoptr (GPtrArray) operators = mc_comparison_list_operators (mc_comparison_get_default (), 0);
  DexFuture            *futures[MAX_SAMPLES];
  guint                 n_samples = MIN (operators->len, MAX_SAMPLES);

  for (guint i = 0; i < n_samples; i++)
    {
      const McOperator *item = g_ptr_array_index (operators, i);
      McWebSample      *sample = g_new0 (McWebSample, 1);
      SampleRun        *run = g_new0 (SampleRun, 1);

      sample->name = g_strdup (item->name);
      g_ptr_array_add (self->samples, sample);
      run->scope = g_object_ref (limit);
      run->uri = g_strdup_printf ("https://%s:%u/", item->web_host, item->web_port);
      run->sample = sample;
      futures[i] = mc_fiber_spawn (sample_fiber, run, sample_run_free);
    }

  /* Joined, since the fibers write into the samples. */
  for (guint i = 0; i < n_samples; i++)
    dex_await (futures[i], NULL);

  return self;
}

/**
 * mc_web_comparison_list:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type McWebSample): what each operator showed
 */
GPtrArray *
mc_web_comparison_list (McWebComparison *self)
{
  g_return_val_if_fail (MC_IS_WEB_COMPARISON (self), NULL);

  return self->samples;
}

/**
 * mc_web_comparison_offset:
 * @samples: (element-type McWebSample): samples
 * @offset_ms: (out): by how much this computer's clock is behind, negative when ahead
 *
 * The difference two independent time sources agree on; one alone may be wrong.
 *
 * Returns: whether two agree
 */
gboolean
mc_web_comparison_offset (GPtrArray *samples,
                          gint64    *offset_ms)
{
  for (guint i = 0; i < samples->len; i++)
    {
      const McWebSample *first = g_ptr_array_index (samples, i);

      for (guint j = i + 1; first->has_time && j < samples->len; j++)
        {
          const McWebSample *second = g_ptr_array_index (samples, j);

          if (second->has_time && ABS (first->offset_ms - second->offset_ms) < AGREEMENT_MS)
            {
              *offset_ms = first->offset_ms;
              return TRUE;
            }
        }
    }

  return FALSE;
}

/**
 * mc_web_comparison_foreign_issuer:
 * @samples: (element-type McWebSample): samples
 *
 * Unrelated operators never have the same issuer that is not a public one: then
 * something on the way signs in its place, be it trusted by this computer or not.
 *
 * Returns: (nullable): the issuer that two of them share
 */
const char *
mc_web_comparison_foreign_issuer (GPtrArray *samples)
{
  for (guint i = 0; i < samples->len; i++)
    {
      const McWebSample *first = g_ptr_array_index (samples, i);

      for (guint j = i + 1; j < samples->len; j++)
        {
          const McWebSample *second = g_ptr_array_index (samples, j);

          if (!first->is_logged && !second->is_logged && first->issuer != NULL &&
              g_strcmp0 (first->issuer, second->issuer) == 0)
            return first->issuer;
        }
    }

  return NULL;
}
