/* mc-report-verdict.c
 *
 * The first part of a report: what is wrong, who can fix it and how.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-report-private.h"

static void
add_clean_paragraph (McReport   *self,
                     McOutline  *outline,
                     const char *text)
{
  g_autofree char *clean = mc_report_clean (self, text);

  if (clean != NULL && *clean != '\0')
    mc_outline_add_paragraph (outline, clean);
}

static void
add_fixer (McOutline     *outline,
           const McCause *cause)
{
  const char      *title = mc_fixer_get_title (cause->fixed_by);
  g_autofree char *sentence = NULL;

  if (title == NULL)
    return;

  /* Translators: makes a sentence of a phrase such as “You can fix this yourself” */
  sentence = g_strdup_printf (_ ("%s."), title);
  mc_outline_add_paragraph (outline, sentence);
}

static void
add_steps (McReport    *self,
           McOutline   *outline,
           McDiagnosis *diagnosis,
           guint        level)
{
  g_auto (GStrv) steps = mc_diagnosis_dup_steps (diagnosis);
  McBlock       *block;

  if (*steps == NULL)
    return;

  mc_outline_add_heading (outline, level, _ ("What to do"));
  block = mc_outline_add_items (outline, MC_BLOCK_STEPS);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autofree char *clean = mc_report_clean (self, steps[i]);

      mc_block_add_text (block, clean);
    }
}

static void
add_alternatives (McReport    *self,
                  McOutline   *outline,
                  McDiagnosis *diagnosis)
{
  const char *const *alternatives = mc_diagnosis_get_alternatives (diagnosis);
  g_autofree char   *decided_by = mc_diagnosis_dup_decided_by (diagnosis);
  g_autofree char   *clean = mc_report_clean (self, decided_by);
  McBlock           *block;

  if (*alternatives != NULL)
    {
      mc_outline_add_paragraph (outline, _ ("This is the most likely cause. It could also be one of these:"));
      block = mc_outline_add_items (outline, MC_BLOCK_LIST);
      for (guint i = 0; alternatives[i] != NULL; i++)
        {
          const McCause *cause = mc_cause_find (alternatives[i]);

          mc_block_add_text (block, cause != NULL ? mc_cause_get_title (cause) : alternatives[i]);
        }
    }

  if (clean != NULL && *clean != '\0')
    {
      /* Translators: %s is what would tell between several causes, a sentence without its period */
      g_autofree char *text = g_strdup_printf (_ ("What would decide: %s"), clean);

      mc_outline_add_paragraph (outline, text);
    }
}

static void
add_reading (McOutline     *outline,
             const McCause *cause)
{
  McBlock *block;

  if (cause->links[0].title != NULL)
    {
      block = mc_outline_add_items (outline, MC_BLOCK_LINKS);
      for (guint i = 0; cause->links[i].title != NULL; i++)
        mc_block_add_pair (block, _ (cause->links[i].title), cause->links[i].uri);
    }

  if (cause->article != NULL)
    {
      /* Translators: %s is the id of an article, such as “app-password” */
      g_autofree char *text = g_strdup_printf (_ ("More about this: the article “%s” in Mail Checkup’s help."),
                                               cause->article);

      mc_outline_add_paragraph (outline, text);
    }
}

static void
add_diagnosis (McReport    *self,
               McOutline   *outline,
               McDiagnosis *diagnosis,
               guint        level)
{
  const McCause   *cause = mc_diagnosis_get_cause (diagnosis);
  g_autofree char *title = mc_diagnosis_dup_title (diagnosis);
  g_autofree char *clean_title = mc_report_clean (self, title);
  g_autofree char *explanation = mc_diagnosis_dup_explanation (diagnosis);

  mc_outline_add_heading (outline, level, clean_title);
  add_clean_paragraph (self, outline, explanation);
  add_fixer (outline, cause);
  add_steps (self, outline, diagnosis, level + 1);
  add_alternatives (self, outline, diagnosis);
  add_reading (outline, cause);
}

static gboolean
is_healthy (McReport *self)
{
  McDiagnosis *first = self->result->diagnoses->len > 0 ? g_ptr_array_index (self->result->diagnoses, 0) : NULL;

  return first != NULL && g_str_equal (mc_diagnosis_get_cause (first)->id, "healthy");
}

/* With nothing wrong, the reader wants to know how much that says. */
static void
add_what_works (McReport  *self,
                McOutline *outline)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           titles = NULL;
  g_autofree char         *joined = NULL;
  g_autofree char         *text = NULL;

  for (guint i = 0; i < self->result->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (self->result->findings, i);

      if (mc_finding_get_outcome (finding) == MC_OUTCOME_PASS)
        g_strv_builder_add (builder, mc_finding_get_title (finding));
    }

  titles = g_strv_builder_end (builder);
  if (*titles == NULL)
    return;

  /* Translators: stands between the titles of tests in a list */
  joined = g_strjoinv (_ (", "), titles);
  /* Translators: %s is a list of titles of tests, such as “Port opens, Encryption” */
  text = g_strdup_printf (_ ("What works: %s."), joined);
  mc_outline_add_paragraph (outline, text);
}

static void
add_incomplete (McReport  *self,
                McOutline *outline)
{
  if (self->result->cancelled)
    mc_outline_add_paragraph (outline, _ ("This checkup was stopped before it was over. "
                                          "What follows is what was known by then."));
  else if (!self->result->complete && !self->result->has_secret)
    mc_outline_add_paragraph (outline, _ ("Sign-in was not tested, because no password was given."));
  else if (!self->result->complete)
    mc_outline_add_paragraph (outline, _ ("Not everything could be tested."));
}

/**
 * mc_report_add_verdict:
 * @self: a report
 * @outline: where to add it
 *
 * Adds the causes, the most likely first, for the person who has the trouble.
 */
void
mc_report_add_verdict (McReport  *self,
                       McOutline *outline)
{
  GPtrArray *diagnoses = self->result->diagnoses;

  if (self->result->cancelled)
    add_incomplete (self, outline);

  if (diagnoses->len > 0)
    add_diagnosis (self, outline, g_ptr_array_index (diagnoses, 0), 2);

  if (is_healthy (self))
    add_what_works (self, outline);
  if (!self->result->cancelled)
    add_incomplete (self, outline);

  if (diagnoses->len > 1)
    mc_outline_add_heading (outline, 2, _ ("Also found"));
  for (guint i = 1; i < diagnoses->len; i++)
    add_diagnosis (self, outline, g_ptr_array_index (diagnoses, i), 3);
}
