/* mc-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-evidence-title.h"
#include "mc-report-private.h"
#include "mc-text.h"

/* Foreign text is cut shorter where it is read; this holds for what comes past that. */
#define MAX_CHARS 4000

void
mc_report_init (McReport       *self,
                const McResult *result,
                McReportFlags   flags)
{
  self->result = result;
  self->flags = flags;
  self->personal = (flags & MC_REPORT_SHOW_PERSONAL) != 0 ? NULL : mc_personal_new (result);
}

void
mc_report_clear (McReport *self)
{
  g_clear_pointer (&self->personal, mc_personal_free);
}

/**
 * mc_report_clean:
 * @self: a report
 * @text: (nullable): any text, foreign text too
 *
 * Returns: (transfer full) (nullable): the text as it can be shown: on one
 *   line, without deceptive characters, without personal data unless asked for
 */
char *
mc_report_clean (McReport   *self,
                 const char *text)
{
  g_autofree char *safe = NULL;

  if (text == NULL)
    return NULL;

  safe = mc_text_make_safe (text, -1, MAX_CHARS);
  return mc_personal_hide (self->personal, safe);
}

/**
 * mc_report_clean_evidence:
 * @self: a report
 * @name: name of the evidence
 * @value: its value
 *
 * Returns: (transfer full): the value as it can be shown
 */
char *
mc_report_clean_evidence (McReport   *self,
                          const char *name,
                          const char *value)
{
  g_autofree char *safe = mc_text_make_safe (value, -1, MAX_CHARS);

  return mc_personal_hide_evidence (self->personal, name, safe);
}

static McFinding *
find_finding (const McResult *result,
              const char     *check)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (result->findings, i);

      if (g_strcmp0 (mc_finding_get_check (finding), check) == 0)
        return finding;
    }

  return NULL;
}

/**
 * mc_report_dup_summary:
 * @self: a report
 * @finding: one of its findings
 *
 * Returns: (transfer full): what was found in a sentence; for a check that was
 *   kept from running, what kept it
 */
char *
mc_report_dup_summary (McReport  *self,
                       McFinding *finding)
{
  const char *summary = mc_finding_get_summary (finding);
  const char *blocked_by = mc_finding_get_blocked_by (finding);
  McFinding  *blocker;

  if (*summary != '\0' || blocked_by == NULL)
    return mc_finding_has_values_in_summary (finding) ? mc_report_clean (self, summary) : g_strdup (summary);

  blocker = find_finding (self->result, blocked_by);
  if (blocker == NULL)
    /* Translators: %s is the id of a test, such as “incoming.port” */
    return g_strdup_printf (_ ("Not tested, because it needs “%s”"), blocked_by);

  if (mc_finding_get_outcome (blocker) == MC_OUTCOME_FAIL)
    /* Translators: %s is the title of a test, such as “Port opens” */
    return g_strdup_printf (_ ("Not tested, because “%s” failed"), mc_finding_get_title (blocker));

  /* Translators: %s is the title of a test, such as “Port opens” */
  return g_strdup_printf (_ ("Not tested, because it needs “%s”"), mc_finding_get_title (blocker));
}

/**
 * mc_report_dup_transcript:
 * @self: a report
 * @finding: one of its findings
 *
 * Returns: (transfer full): the lines of the dialogue with the server, cleaned
 */
GStrv
mc_report_dup_transcript (McReport  *self,
                          McFinding *finding)
{
  const char              *transcript = mc_finding_get_transcript (finding);
  g_auto (GStrv)           lines = g_strsplit (transcript != NULL ? transcript : "", "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' || lines[i + 1] != NULL)
        g_strv_builder_take (builder, mc_report_clean (self, lines[i]));
    }

  return g_strv_builder_end (builder);
}

/* A reply as it came, such as “554 5.7.1 Relay access denied”: SMTP's codes are kept beside its text. */
static char *
dup_reply (McFinding  *finding,
           const char *text)
{
  const char *codes[] = { mc_finding_find_evidence (finding, "reply_code"),
                          mc_finding_find_evidence (finding, "enhanced_code") };
  GString    *reply = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (codes[i] != NULL)
        g_string_append_printf (reply, "%s ", codes[i]);
    }

  g_string_append (reply, text);
  return g_string_free_and_steal (reply);
}

static void
add_one_evidence (McReport         *self,
                  McFinding        *finding,
                  const McEvidence *evidence,
                  McCheckRow       *row)
{
  g_autofree char *name = mc_evidence_dup_title (evidence->name);
  g_autofree char *reply = g_str_equal (evidence->name, "reply") ? dup_reply (finding, evidence->value) : NULL;
  g_autofree char *value = mc_report_clean_evidence (self, evidence->name, reply != NULL ? reply : evidence->value);

  mc_check_row_add_detail (row, name, value);
}

static gboolean
is_part_of_reply (McFinding        *finding,
                  const McEvidence *evidence)
{
  return (g_str_equal (evidence->name, "reply_code") || g_str_equal (evidence->name, "enhanced_code")) &&
         mc_finding_find_evidence (finding, "reply") != NULL;
}

static gboolean
is_words (const McEvidence *evidence)
{
  return g_str_equal (evidence->name, "reply") || g_str_equal (evidence->name, "alert");
}

/**
 * mc_report_add_evidence:
 * @self: a report
 * @finding: one of its findings
 * @row: where to show what was seen
 */
void
mc_report_add_evidence (McReport   *self,
                        McFinding  *finding,
                        McCheckRow *row)
{
  for (guint i = 0; i < mc_finding_get_n_evidence (finding); i++)
    {
      const McEvidence *evidence = mc_finding_get_evidence (finding, i);

      if (!is_part_of_reply (finding, evidence))
        add_one_evidence (self, finding, evidence, row);
    }
}

/**
 * mc_report_add_words:
 * @self: a report
 * @finding: one of its findings
 * @row: where to show what the server itself said, as far as it said anything
 */
void
mc_report_add_words (McReport   *self,
                     McFinding  *finding,
                     McCheckRow *row)
{
  for (guint i = 0; i < mc_finding_get_n_evidence (finding); i++)
    {
      const McEvidence *evidence = mc_finding_get_evidence (finding, i);

      if (is_words (evidence))
        add_one_evidence (self, finding, evidence, row);
    }
}

/**
 * mc_report_to_outline:
 * @result: a result
 * @flags: how to report it
 *
 * Returns: (transfer full): what a report says, for whoever writes or draws it
 */
McOutline *
mc_report_to_outline (const McResult *result,
                      McReportFlags   flags)
{
  g_auto (McReport) report = { 0 };
  McOutline        *outline;

  g_return_val_if_fail (result != NULL, NULL);

  outline = mc_outline_new ();
  mc_report_init (&report, result, flags);
  mc_outline_add_heading (outline, 1, _ ("Mail Checkup report"));
  mc_report_add_verdict (&report, outline);
  mc_report_add_checks (&report, outline);
  mc_report_add_details (&report, outline);

  return outline;
}

/**
 * mc_report_to_text:
 * @result: a result
 * @flags: how to report it
 *
 * Returns: (transfer full): a report in lines of 78 columns, to read in a
 *   terminal or to paste into a mail or a ticket
 */
char *
mc_report_to_text (const McResult *result,
                   McReportFlags   flags)
{
  g_autoptr (McOutline) outline = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  outline = mc_report_to_outline (result, flags);
  return mc_outline_to_text (outline, (flags & MC_REPORT_COLOR) != 0);
}

/**
 * mc_report_to_markdown:
 * @result: a result
 * @flags: how to report it
 *
 * Returns: (transfer full): a report in GitHub Flavored Markdown; foreign text
 *   in it stays text
 */
char *
mc_report_to_markdown (const McResult *result,
                       McReportFlags   flags)
{
  g_autoptr (McOutline) outline = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  outline = mc_report_to_outline (result, flags);
  return mc_outline_to_markdown (outline);
}

/**
 * mc_report_to_html:
 * @result: a result
 * @flags: how to report it
 *
 * Returns: (transfer full): a report as a page that needs nothing else: no
 *   scripts, nothing fetched
 */
char *
mc_report_to_html (const McResult *result,
                   McReportFlags   flags)
{
  g_autoptr (McOutline) outline = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  outline = mc_report_to_outline (result, flags);
  return mc_outline_to_html (outline);
}
