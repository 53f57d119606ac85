/* mc-report-verdict.c
 *
 * The first part of a report: what is wrong, who can fix it and how.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-report-private.h"
#include "mc-verdict.h"

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

/* With nothing wrong, the reader wants to know how much that says. */
static void
add_what_works (McVerdict *verdict,
                McOutline *outline)
{
  g_autofree char *text = NULL;

  if (mc_verdict_get_what_works (verdict) == NULL)
    return;

  /* Translators: %s is a list such as “your network connection, the name server” */
  text = g_strdup_printf (_ ("What works: %s."), mc_verdict_get_what_works (verdict));
  mc_outline_add_paragraph (outline, text);
}

static void
add_nothing_so_far (McReport  *self,
                    McVerdict *verdict,
                    McOutline *outline)
{
  g_autofree char *title = mc_verdict_dup_title (verdict);
  McBlock         *block;

  mc_outline_add_heading (outline, 2, title);
  add_what_works (verdict, outline);
  mc_outline_add_heading (outline, 3, _ ("What to do"));
  block = mc_outline_add_items (outline, MC_BLOCK_STEPS);
  mc_block_add_text (block, _ ("Run the checkup again and let it end by itself."));
  if (!self->result->cancelled)
    mc_block_add_text (block, _ ("If the time runs out again, give it more: on the command line with “--timeout 300”."));
}

/* A support desk that gets the report may confirm the server too. */
static char *
dup_how_to_confirm (McServer *server)
{
  gboolean         is_outgoing = mc_server_get_protocol (server) == MC_PROTOCOL_SMTP;
  g_autofree char *option = g_strdup_printf ("%s %s:%s:%u/%s", is_outgoing ? "--outgoing" : "--incoming",
                                             mc_protocol_get_id (mc_server_get_protocol (server)),
                                             mc_server_get_host (server), mc_server_get_port (server),
                                             mc_security_get_id (mc_server_get_security (server)));

  /* Translators: %s is an option of the command line */
  return g_strdup_printf (_ ("If it is the right server, confirm it with “%s”."), option);
}

static void
add_notes (McReport  *self,
           McOutline *outline,
           GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const McNote    *note = g_ptr_array_index (notes, i);
      g_autofree char *confirm = note->server != NULL ? dup_how_to_confirm (note->server) : NULL;
      g_autofree char *text = confirm != NULL ? g_strjoin (" ", note->text, confirm, NULL) : g_strdup (note->text);

      add_clean_paragraph (self, outline, text);
    }
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
  g_autoptr (McVerdict) verdict = mc_verdict_new (self->result);
  GPtrArray            *others = mc_verdict_list_others (verdict);

  add_notes (self, outline, mc_verdict_list_notes_before (verdict));
  if (mc_verdict_get_diagnosis (verdict) != NULL)
    add_diagnosis (self, outline, mc_verdict_get_diagnosis (verdict), 2);
  else
    add_nothing_so_far (self, verdict, outline);

  if (mc_verdict_is_healthy (verdict))
    add_what_works (verdict, outline);
  add_notes (self, outline, mc_verdict_list_notes_after (verdict));

  if (others->len > 0)
    mc_outline_add_heading (outline, 2, _ ("Also found"));
  for (guint i = 0; i < others->len; i++)
    add_diagnosis (self, outline, g_ptr_array_index (others, i), 3);
}
