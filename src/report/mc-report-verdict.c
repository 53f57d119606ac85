/* mc-report-verdict.c
 *
 * The first part of a report: what is wrong, who can fix it and how.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-values.h"
#include "mc-check.h"
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
  gboolean           is_unknown = g_str_equal (mc_diagnosis_get_cause (diagnosis)->id, "unknown");
  g_autofree char   *decided_by = mc_diagnosis_dup_decided_by (diagnosis);
  g_autofree char   *clean = mc_report_clean (self, decided_by);
  McBlock           *block;

  if (*alternatives != NULL)
    {
      mc_outline_add_paragraph (outline, is_unknown ? _ ("It could be one of these:")
                                                    : _ ("This is the most likely cause. It could also be one of these:"));
      block = mc_outline_add_items (outline, MC_BLOCK_LIST);
      for (guint i = 0; alternatives[i] != NULL; i++)
        {
          const McCause *cause = mc_cause_find (alternatives[i]);

          mc_block_add_text (block, cause != NULL ? mc_cause_get_title (cause) : alternatives[i]);
        }
    }

  if (clean != NULL && *clean != '\0')
    {
      /* Translators: %s is what would tell between several causes, such as “whether it works after an hour” */
      g_autofree char *text = g_strdup_printf (_ ("What would tell which it is: %s."), clean);

      mc_outline_add_paragraph (outline, text);
    }
}

static void
add_links (McOutline     *outline,
           const McCause *cause)
{
  McBlock *block;

  if (cause->links[0].title == NULL)
    return;

  block = mc_outline_add_items (outline, MC_BLOCK_LINKS);
  for (guint i = 0; cause->links[i].title != NULL; i++)
    mc_block_add_pair (block, _ (cause->links[i].title), cause->links[i].uri);
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
  add_links (outline, cause);
}

static gboolean
is_first (McReport   *self,
          const char *cause)
{
  McDiagnosis *first = self->result->diagnoses->len > 0 ? g_ptr_array_index (self->result->diagnoses, 0) : NULL;

  return first != NULL && g_str_equal (mc_diagnosis_get_cause (first)->id, cause);
}

/* With nothing wrong, the reader wants to know how much that says. */
static void
add_what_works (McReport  *self,
                McOutline *outline)
{
  g_autofree char *list = mc_cause_list_what_works (self->result->findings);
  g_autofree char *text = NULL;

  if (list == NULL)
    return;

  /* Translators: %s is a list such as “your network connection, the name server” */
  text = g_strdup_printf (_ ("What works: %s."), list);
  mc_outline_add_paragraph (outline, text);
}

static McFinding *
find_finding (GPtrArray  *findings,
              const char *check)
{
  for (guint i = 0; check != NULL && i < findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (mc_finding_get_check (finding), check))
        return finding;
    }

  return NULL;
}

/* Also what could not be tested because of something that was left out. */
static gboolean
was_left_out (GPtrArray *findings,
              McFinding *finding)
{
  for (guint i = 0; finding != NULL && i < findings->len; i++)
    {
      const char *code = mc_finding_get_code (finding);

      if (g_strcmp0 (code, MC_CODE_CANCELLED) == 0 || g_strcmp0 (code, MC_CODE_NO_TIME) == 0)
        return TRUE;
      finding = find_finding (findings, mc_finding_get_blocked_by (finding));
    }

  return FALSE;
}

static gboolean
is_any (McReport            *self,
        McCauseChooseFinding choose)
{
  for (guint i = 0; i < self->result->findings->len; i++)
    {
      if (choose (self->result->findings, g_ptr_array_index (self->result->findings, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_failed (GPtrArray *findings,
            McFinding *finding)
{
  return mc_finding_get_outcome (finding) == MC_OUTCOME_FAIL;
}

static gboolean
was_cut_short (McReport *self)
{
  return self->result->cancelled || is_any (self, was_left_out);
}

static void
add_cut_short (McReport  *self,
               McOutline *outline)
{
  g_autofree char *list = mc_cause_list_phrases (self->result->findings, was_left_out);

  if (self->result->cancelled)
    mc_outline_add_paragraph (outline, _ ("This checkup was stopped before it was over. "
                                          "What follows is what was known by then."));
  else
    mc_outline_add_paragraph (outline, _ ("The time ran out before everything was tested. "
                                          "What follows is what was known by then."));

  if (list != NULL)
    {
      /* Translators: %s is a list such as “your network connection, the name server” */
      g_autofree char *text = g_strdup_printf (_ ("Not tested: %s."), list);

      mc_outline_add_paragraph (outline, text);
    }
}

/* A run that was cut short and showed no fault has no cause to name. */
static void
add_nothing_so_far (McReport  *self,
                    McOutline *outline)
{
  McBlock *block;

  mc_outline_add_heading (outline, 2, _ ("No problem found so far"));
  add_what_works (self, outline);
  mc_outline_add_heading (outline, 3, _ ("What to do"));
  block = mc_outline_add_items (outline, MC_BLOCK_STEPS);
  mc_block_add_text (block, _ ("Run the checkup again and let it end by itself."));
  if (!self->result->cancelled)
    mc_block_add_text (block, _ ("If the time runs out again, give it more: on the command line with “--timeout 300”."));
}

/* A password is for a server that the person named, or one in the domain of the address. */
static void
add_not_confirmed (McReport   *self,
                   McOutline  *outline,
                   McServer   *server,
                   const char *check,
                   const char *title,
                   const char *option)
{
  McFinding       *finding = find_finding (self->result->findings, check);
  g_autofree char *setting = NULL;
  g_autofree char *text = NULL;

  if (finding == NULL || server == NULL || g_strcmp0 (mc_finding_get_code (finding), MC_CODE_HOST_NOT_CONFIRMED) != 0)
    return;

  setting = g_strdup_printf ("%s %s:%s:%u/%s", option, mc_protocol_get_id (mc_server_get_protocol (server)),
                             mc_server_get_host (server), mc_server_get_port (server),
                             mc_security_get_id (mc_server_get_security (server)));
  /* Translators: the first is “Incoming mail server” or “Outgoing mail server”, the second an option
   * of the command line */
  text = g_strdup_printf (_ ("%s: the sign-in was not tested. The server’s name is outside the domain of your address, "
                             "so the password was not sent there. If it is the right server, confirm it with “%s”."),
                          title, setting);
  add_clean_paragraph (self, outline, text);
}

static void
add_all_not_confirmed (McReport  *self,
                       McOutline *outline)
{
  add_not_confirmed (self, outline, self->result->incoming, "incoming.login", _ ("Incoming mail server"), "--incoming");
  add_not_confirmed (self, outline, self->result->outgoing, "outgoing.login", _ ("Outgoing mail server"), "--outgoing");
}

static void
add_incomplete (McReport  *self,
                McOutline *outline)
{
  if (was_cut_short (self) || self->result->complete)
    return;

  if (self->result->has_secret)
    mc_outline_add_paragraph (outline, _ ("Not everything could be tested."));
  else
    mc_outline_add_paragraph (outline, _ ("Sign-in was not tested, because no password was given."));
}

/**
 * mc_report_add_verdict:
 * @self: a report
 * @outline: where to add it
 *
 * Adds the causes, the most likely first, for the person who has the trouble.
 * What keeps the answer from being the whole one comes before it.
 */
void
mc_report_add_verdict (McReport  *self,
                       McOutline *outline)
{
  GPtrArray *diagnoses = self->result->diagnoses;
  gboolean   is_healthy = is_first (self, "healthy");

  if (was_cut_short (self))
    add_cut_short (self, outline);
  add_all_not_confirmed (self, outline);
  if (is_healthy && !self->result->has_secret)
    add_incomplete (self, outline);

  if (was_cut_short (self) && is_first (self, "unknown") && !is_any (self, has_failed))
    add_nothing_so_far (self, outline);
  else if (diagnoses->len > 0)
    add_diagnosis (self, outline, g_ptr_array_index (diagnoses, 0), 2);

  if (is_healthy)
    add_what_works (self, outline);
  else
    add_incomplete (self, outline);

  if (diagnoses->len > 1)
    mc_outline_add_heading (outline, 2, _ ("Also found"));
  for (guint i = 1; i < diagnoses->len; i++)
    add_diagnosis (self, outline, g_ptr_array_index (diagnoses, i), 3);
}
