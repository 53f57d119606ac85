/* mc-verdict.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-values.h"
#include "mc-check.h"
#include "mc-verdict.h"

/**
 * McVerdict:
 *
 * What a result says to the person who has the trouble, and how much that is
 * worth: what the report writes and the window shows. Immutable.
 */
struct _McVerdict
{
  gboolean     is_healthy;
  McDiagnosis *diagnosis;
  GPtrArray   *others;
  GPtrArray   *notes_before;
  GPtrArray   *notes_after;
  char        *what_works;
};

static void
note_free (gpointer data)
{
  McNote *note = data;

  g_clear_pointer (&note->server, mc_server_unref);
  g_free (note->text);
  g_free (note);
}

static void
take_note (GPtrArray *notes,
           McNoteKind kind,
           McServer  *server,
           char      *text)
{
  McNote *note = g_new0 (McNote, 1);

  note->kind = kind;
  note->server = server != NULL ? mc_server_ref (server) : NULL;
  note->text = text;
  g_ptr_array_add (notes, note);
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
has_failed (GPtrArray *findings,
            McFinding *finding)
{
  return mc_finding_get_outcome (finding) == MC_OUTCOME_FAIL;
}

static gboolean
is_any (const McResult      *result,
        McCauseChooseFinding choose)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      if (choose (result->findings, g_ptr_array_index (result->findings, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
was_cut_short (const McResult *result)
{
  return result->cancelled || is_any (result, was_left_out);
}

static gboolean
is_first (const McResult *result,
          const char     *cause)
{
  McDiagnosis *first = result->diagnoses->len > 0 ? g_ptr_array_index (result->diagnoses, 0) : NULL;

  return first != NULL && g_str_equal (mc_diagnosis_get_cause (first)->id, cause);
}

static void
note_cut_short (McVerdict      *self,
                const McResult *result)
{
  g_autofree char *list = mc_cause_list_phrases (result->findings, was_left_out);

  if (result->cancelled)
    take_note (self->notes_before, MC_NOTE_STOPPED, NULL,
               g_strdup (_ ("This checkup was stopped before it was over. What follows is what was known by then.")));
  else
    take_note (self->notes_before, MC_NOTE_NO_TIME, NULL,
               g_strdup (_ ("The time ran out before everything was tested. What follows is what was known by then.")));

  if (list != NULL)
    take_note (self->notes_before, MC_NOTE_LEFT_OUT, NULL,
               /* Translators: %s is a list such as “your network connection, the name server” */
               g_strdup_printf (_ ("Not tested: %s."), list));
}

/* A password is for a server that the person named, or one in the domain of the address. */
static void
note_not_confirmed (McVerdict      *self,
                    const McResult *result,
                    McServer       *server,
                    const char     *check,
                    const char     *title)
{
  McFinding *finding = find_finding (result->findings, check);

  if (finding == NULL || server == NULL || g_strcmp0 (mc_finding_get_code (finding), MC_CODE_HOST_NOT_CONFIRMED) != 0)
    return;

  take_note (self->notes_before, MC_NOTE_NOT_CONFIRMED, server,
             /* Translators: %s is “Incoming mail server” or “Outgoing mail server” */
             g_strdup_printf (_ ("%s: the sign-in was not tested. The server’s name is outside the domain of your "
                                 "address, so the password was not sent there."),
                              title));
}

static void
note_incomplete (GPtrArray      *notes,
                 const McResult *result)
{
  if (was_cut_short (result) || result->complete)
    return;

  if (result->has_secret)
    take_note (notes, MC_NOTE_INCOMPLETE, NULL, g_strdup (_ ("Not everything could be tested.")));
  else
    take_note (notes, MC_NOTE_NO_PASSWORD, NULL, g_strdup (_ ("Sign-in was not tested, because no password was given.")));
}

/* Nothing wrong with receiving says nothing about sending. */
static void
note_no_outgoing (McVerdict      *self,
                  const McResult *result)
{
  if (result->incoming != NULL && result->outgoing == NULL && result->symptom != MC_SYMPTOM_NOT_RECEIVING)
    take_note (self->notes_before, MC_NOTE_NO_OUTGOING, NULL,
               g_strdup (_ ("Sending was not tested, because no outgoing mail server is known.")));
}

/* With nothing wrong, the first question is how much that says. */
static void
add_notes (McVerdict      *self,
           const McResult *result)
{
  if (was_cut_short (result))
    note_cut_short (self, result);
  note_not_confirmed (self, result, result->incoming, "incoming.login", _ ("Incoming mail server"));
  note_not_confirmed (self, result, result->outgoing, "outgoing.login", _ ("Outgoing mail server"));

  if (self->is_healthy)
    note_no_outgoing (self, result);
  if (!self->is_healthy)
    note_incomplete (self->notes_after, result);
  else if (!result->has_secret)
    note_incomplete (self->notes_before, result);
}

/* A run that was cut short and showed no fault has no cause to name. */
static gboolean
is_nothing_so_far (const McResult *result)
{
  return was_cut_short (result) && is_first (result, "unknown") && !is_any (result, has_failed);
}

/**
 * mc_verdict_new:
 * @result: a result
 *
 * Returns: (transfer full): what it says
 */
McVerdict *
mc_verdict_new (const McResult *result)
{
  McVerdict *self;

  g_return_val_if_fail (result != NULL, NULL);

  self = g_new0 (McVerdict, 1);
  self->is_healthy = is_first (result, "healthy");
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes_before = g_ptr_array_new_with_free_func (note_free);
  self->notes_after = g_ptr_array_new_with_free_func (note_free);

  if (result->diagnoses->len > 0 && !is_nothing_so_far (result))
    self->diagnosis = g_object_ref (g_ptr_array_index (result->diagnoses, 0));
  for (guint i = 1; i < result->diagnoses->len; i++)
    g_ptr_array_add (self->others, g_object_ref (g_ptr_array_index (result->diagnoses, i)));
  if (self->is_healthy || self->diagnosis == NULL)
    self->what_works = mc_cause_list_what_works (result->findings);
  add_notes (self, result);

  return self;
}

void
mc_verdict_free (McVerdict *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->diagnosis);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->notes_before);
  g_ptr_array_unref (self->notes_after);
  g_free (self->what_works);
  g_free (self);
}

/**
 * mc_verdict_is_healthy:
 * @self: a verdict
 *
 * Returns: whether everything was looked at and nothing wrong was found
 */
gboolean
mc_verdict_is_healthy (McVerdict *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_healthy;
}

/**
 * mc_verdict_get_diagnosis:
 * @self: a verdict
 *
 * Returns: (transfer none) (nullable): the most likely cause, or %NULL when
 *   the checkup was cut short before it could name one
 */
McDiagnosis *
mc_verdict_get_diagnosis (McVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnosis;
}

/**
 * mc_verdict_list_others:
 * @self: a verdict
 *
 * Returns: (transfer none) (element-type McDiagnosis): what else was found
 */
GPtrArray *
mc_verdict_list_others (McVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->others;
}

/**
 * mc_verdict_list_notes_before:
 * @self: a verdict
 *
 * Returns: (transfer none) (element-type McNote): what to know before reading on
 */
GPtrArray *
mc_verdict_list_notes_before (McVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notes_before;
}

/**
 * mc_verdict_list_notes_after:
 * @self: a verdict
 *
 * Returns: (transfer none) (element-type McNote): what to know besides
 */
GPtrArray *
mc_verdict_list_notes_after (McVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notes_after;
}

/**
 * mc_verdict_get_what_works:
 * @self: a verdict
 *
 * Returns: (transfer none) (nullable): what passed, as a list to stand in a
 *   sentence, where nothing wrong was found
 */
const char *
mc_verdict_get_what_works (McVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->what_works;
}

/**
 * mc_verdict_dup_title:
 * @self: a verdict
 *
 * Returns: (transfer full): its one short sentence, without period
 */
char *
mc_verdict_dup_title (McVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnosis != NULL ? mc_diagnosis_dup_title (self->diagnosis) : g_strdup (_ ("No problem found so far"));
}
