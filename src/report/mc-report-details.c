/* mc-report-details.c
 *
 * The last part of a report: what a support desk needs to know.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-report-private.h"

static const char *const origin_titles[] = {
  [MC_ORIGIN_USER] = N_ ("entered by hand"),
  [MC_ORIGIN_PROVIDER] = N_ ("known settings of the provider"),
  [MC_ORIGIN_ISPDB] = N_ ("the settings database of Thunderbird"),
  [MC_ORIGIN_AUTOCONFIG] = N_ ("the provider’s autoconfig"),
  [MC_ORIGIN_SRV] = N_ ("the domain’s SRV records"),
  [MC_ORIGIN_AUTODISCOVER] = N_ ("the provider’s Autodiscover"),
  [MC_ORIGIN_PROGRAM] = N_ ("a mail program on this computer"),
  [MC_ORIGIN_ONLINE_ACCOUNT] = N_ ("an online account on this computer"),
  [MC_ORIGIN_GUESS] = N_ ("a guess"),
};

static void
add_clean_pair (McReport   *self,
                McBlock    *block,
                const char *name,
                const char *value)
{
  g_autofree char *clean = mc_report_clean (self, value);

  mc_block_add_pair (block, name, clean != NULL ? clean : _ ("not known"));
}

static void
add_server (McReport   *self,
            McBlock    *block,
            const char *name,
            McServer   *server)
{
  g_autofree char *value = NULL;

  if (server == NULL)
    return;

  /* Translators: a mail server: protocol, host, port, encryption, and where the settings come from */
  value = g_strdup_printf (_ ("%s, %s, port %u, %s; settings from: %s"),
                           mc_protocol_get_title (mc_server_get_protocol (server)),
                           mc_server_get_host (server),
                           mc_server_get_port (server),
                           mc_security_get_title (mc_server_get_security (server)),
                           _ (origin_titles[mc_server_get_origin (server)]));
  add_clean_pair (self, block, name, value);
}

static void
add_sign_in_names (McReport  *self,
                   McBlock   *block,
                   McAccount *account)
{
  const char *incoming = mc_account_get_user (account, MC_DIRECTION_INCOMING);
  const char *outgoing = mc_account_get_user (account, MC_DIRECTION_OUTGOING);

  add_clean_pair (self, block, _ ("Sign-in name"), incoming);
  if (!g_str_equal (incoming, outgoing))
    add_clean_pair (self, block, _ ("Sign-in name for sending"), outgoing);
}

static void
add_account (McReport *self,
             McBlock  *block)
{
  const McResult *result = self->result;

  if (result->account != NULL)
    {
      add_clean_pair (self, block, _ ("Account"), mc_account_get_address_text (result->account));
      add_sign_in_names (self, block, result->account);
    }

  add_server (self, block, _ ("Incoming mail server"), result->incoming);
  add_server (self, block, _ ("Outgoing mail server"), result->outgoing);
}

static void
add_answers (McReport *self,
             McBlock  *block)
{
  g_autoptr (GList) questions = g_list_sort (g_hash_table_get_keys (self->result->answers), (GCompareFunc) g_strcmp0);

  for (GList *l = questions; l != NULL; l = l->next)
    {
      const char      *question = l->data;
      g_autofree char *answer = mc_report_clean (self, g_hash_table_lookup (self->result->answers, question));
      g_autofree char *text = g_strdup_printf ("%s: %s", question, answer);

      mc_block_add_pair (block, _ ("Answer"), text);
    }
}

/**
 * mc_report_format_duration:
 * @milliseconds: a duration
 *
 * Returns: (transfer full): the duration in a unit that suits it
 */
char *
mc_report_format_duration (gint64 milliseconds)
{
  if (milliseconds < 1000)
    /* Translators: a duration in milliseconds; a no-break space keeps the unit beside it */
    return g_strdup_printf (_ ("%d ms"), (int) milliseconds);

  /* Translators: a duration in seconds, to a tenth; a no-break space keeps the unit beside it */
  return g_strdup_printf (_ ("%.1f s"), (double) milliseconds / 1000);
}

static void
add_run (McReport *self,
         McBlock  *block)
{
  g_autoptr (GDateTime) started = g_date_time_new_from_unix_utc (self->result->started);
  g_autofree char      *time = started != NULL ? g_date_time_format (started, "%Y-%m-%d %H:%M:%S UTC") : NULL;
  g_autofree char      *duration = mc_report_format_duration (self->result->duration_ms);

  mc_block_add_pair (block, _ ("What was asked for"), mc_symptom_get_title (self->result->symptom));
  add_answers (self, block);
  mc_block_add_pair (block, _ ("Started"), time != NULL ? time : _ ("not known"));
  mc_block_add_pair (block, _ ("Duration"), duration);
  mc_block_add_pair (block, _ ("Program"), "Mail Checkup " MC_VERSION);
}

static void
add_cause_ids (McReport *self,
               McBlock  *block)
{
  for (guint i = 0; i < self->result->diagnoses->len; i++)
    {
      McDiagnosis     *diagnosis = g_ptr_array_index (self->result->diagnoses, i);
      g_autofree char *because = g_strjoinv (", ", (GStrv) mc_diagnosis_get_because (diagnosis));
      g_autofree char *alternatives = g_strjoinv (", ", (GStrv) mc_diagnosis_get_alternatives (diagnosis));
      GString         *text = g_string_new (mc_diagnosis_get_cause (diagnosis)->id);

      /* Translators: how sure a cause is, in percent */
      g_string_append_printf (text, _ (", %.0f %% sure"), mc_diagnosis_get_confidence (diagnosis) * 100);
      if (*because != '\0')
        /* Translators: %s is a list of ids of tests */
        g_string_append_printf (text, _ ("; shown by: %s"), because);
      if (*alternatives != '\0')
        /* Translators: %s is a list of ids of causes */
        g_string_append_printf (text, _ ("; not excluded: %s"), alternatives);

      mc_block_add_pair (block, _ ("Cause"), text->str);
      g_string_free (text, TRUE);
    }
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, part);
}

static void
append_target (McReport       *self,
               GString        *text,
               const McTarget *target)
{
  g_autofree char *host = target != NULL ? mc_report_clean (self, target->host) : NULL;
  g_autofree char *ip = target != NULL ? mc_report_clean (self, target->ip) : NULL;

  if (target == NULL)
    return;

  append_part (text, host);
  if (g_strcmp0 (ip, host) != 0)
    append_part (text, ip);

  if (target->port != 0)
    {
      /* Translators: %u is the number of a port */
      g_autofree char *port = g_strdup_printf (_ ("port %u"), target->port);

      append_part (text, port);
    }

  append_part (text, target->security);
}

static char *
describe_finding (McReport  *self,
                  McFinding *finding)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_part (text, mc_finding_get_code (finding));
  append_target (self, text, mc_finding_get_target (finding));

  if (mc_finding_get_blocked_by (finding) == NULL)
    {
      g_autofree char *started = mc_report_format_duration (mc_finding_get_started (finding));
      g_autofree char *duration = mc_report_format_duration (mc_finding_get_duration (finding));
      /* Translators: when a test began, counted from the start of the run, and how long it took */
      g_autofree char *times = g_strdup_printf (_ ("after %s, took %s"), started, duration);

      append_part (text, times);
    }
  else
    {
      /* Translators: %s is the id of the test that kept this one from running */
      g_autofree char *blocked_by = g_strdup_printf (_ ("needs %s"), mc_finding_get_blocked_by (finding));

      append_part (text, blocked_by);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_every_check (McReport  *self,
                 McOutline *outline)
{
  McBlock *block;

  if (self->result->findings->len == 0)
    return;

  mc_outline_add_heading (outline, 3, _ ("Every test"));
  block = mc_outline_add_items (outline, MC_BLOCK_CHECKS);
  for (guint i = 0; i < self->result->findings->len; i++)
    {
      McFinding       *finding = g_ptr_array_index (self->result->findings, i);
      g_autofree char *text = describe_finding (self, finding);

      mc_report_add_evidence (self, finding,
                              mc_block_add_check (block, mc_finding_get_outcome (finding),
                                                  mc_finding_get_check (finding), text));
    }
}

static void
add_transcripts (McReport  *self,
                 McOutline *outline)
{
  for (guint i = 0; i < self->result->findings->len; i++)
    {
      McFinding       *finding = g_ptr_array_index (self->result->findings, i);
      g_auto (GStrv)   lines = mc_report_dup_transcript (self, finding);
      g_autofree char *title = NULL;
      McBlock         *block;

      if (*lines == NULL)
        continue;

      /* Translators: %s is the id of a test; what follows is what the program and the server said to each other */
      title = g_strdup_printf (_ ("Dialogue of %s"), mc_finding_get_check (finding));
      block = mc_outline_add_transcript (outline, title);
      for (guint j = 0; lines[j] != NULL; j++)
        mc_block_add_text (block, lines[j]);
    }
}

/**
 * mc_report_add_details:
 * @self: a report
 * @outline: where to add it
 *
 * Adds what was tested, when, with which program, and everything that was seen.
 */
void
mc_report_add_details (McReport  *self,
                       McOutline *outline)
{
  McBlock *block;

  mc_outline_add_heading (outline, 2, _ ("For the support desk"));
  if (self->personal != NULL)
    mc_outline_add_paragraph (outline, _ ("Personal details are hidden. The same placeholder, such as <host-1>, always "
                                          "stands for the same value. To include them, make the report again "
                                          "with personal details shown (--show-personal on the command line)."));
  else
    mc_outline_add_paragraph (outline, _ ("This report contains personal details: addresses, names and hosts. "
                                          "Passwords are never in it."));

  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  add_account (self, block);
  add_run (self, block);
  add_cause_ids (self, block);

  add_every_check (self, outline);
  if ((self->flags & MC_REPORT_VERBOSE) != 0)
    add_transcripts (self, outline);
}
