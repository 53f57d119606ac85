/* mc-finding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-finding.h"
#include "mc-text.h"

#define MAX_EVIDENCE_CHARS 1000
#define MAX_SUMMARY_CHARS  400

/**
 * McFinding:
 *
 * What one check found. Immutable; made by a #McFindingBuilder. All its texts
 * are safe to show, whoever wrote them, and hold no secret that a server repeats.
 */
struct _McFinding
{
  GObject    parent_instance;
  char      *check;
  char      *title;
  McGroup    group;
  McOutcome  outcome;
  char      *code;
  char      *summary;
  gboolean   has_values_in_summary;
  char      *blocked_by;
  gboolean   has_target;
  McTarget   target;
  GPtrArray *evidence; /* McEvidence */
  char      *transcript;
  double     confidence;
  GStrv      alternatives;
  char      *decided_by;
  gint64     started_ms;
  gint64     duration_ms;
};

struct _McFindingBuilder
{
  McFinding  *finding;
  McRedactor *redactor;
};

G_DEFINE_FINAL_TYPE (McFinding, mc_finding, G_TYPE_OBJECT)

static void
evidence_free (gpointer data)
{
  McEvidence *evidence = data;

  g_free (evidence->name);
  g_free (evidence->value);
  g_free (evidence);
}

static void
mc_finding_finalize (GObject *object)
{
  McFinding *self = MC_FINDING (object);

  g_free (self->check);
  g_free (self->title);
  g_free (self->code);
  g_free (self->summary);
  g_free (self->blocked_by);
  g_free (self->target.host);
  g_free (self->target.ip);
  g_ptr_array_unref (self->evidence);
  g_free (self->transcript);
  g_strfreev (self->alternatives);
  g_free (self->decided_by);

  G_OBJECT_CLASS (mc_finding_parent_class)->finalize (object);
}

static void
mc_finding_class_init (McFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_finding_finalize;
}

static void
mc_finding_init (McFinding *self)
{
  self->evidence = g_ptr_array_new_with_free_func (evidence_free);
  self->alternatives = g_new0 (char *, 1);
}

/**
 * mc_finding_get_check:
 * @self: a finding
 *
 * Returns: the public id of the check, such as `incoming.login`
 */
const char *
mc_finding_get_check (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  return self->check;
}

const char *
mc_finding_get_title (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  return self->title;
}

McGroup
mc_finding_get_group (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), MC_GROUP_ACCOUNT);

  return self->group;
}

McOutcome
mc_finding_get_outcome (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), MC_OUTCOME_SKIPPED);

  return self->outcome;
}

/**
 * mc_finding_get_code:
 * @self: a finding
 *
 * Returns: (nullable): the stable code of what was found: a cause id where the
 *   check alone proves it, else an id of its own such as `port.timed-out`
 */
const char *
mc_finding_get_code (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  return self->code;
}

const char *
mc_finding_get_summary (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  return self->summary;
}

/**
 * mc_finding_has_values_in_summary:
 * @self: a finding
 *
 * Returns: whether words that are not the program's own may be in the summary
 */
gboolean
mc_finding_has_values_in_summary (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), TRUE);

  return self->has_values_in_summary;
}

/**
 * mc_finding_get_blocked_by:
 * @self: a finding
 *
 * Returns: (nullable): the check whose failure kept this one from running
 */
const char *
mc_finding_get_blocked_by (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  return self->blocked_by;
}

/**
 * mc_finding_get_target:
 * @self: a finding
 *
 * Returns: (nullable): what the check was aimed at, %NULL when at nothing in particular
 */
const McTarget *
mc_finding_get_target (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  return self->has_target ? &self->target : NULL;
}

guint
mc_finding_get_n_evidence (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);

  return self->evidence->len;
}

const McEvidence *
mc_finding_get_evidence (McFinding *self,
                         guint      position)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  g_return_val_if_fail (position < self->evidence->len, NULL);

  return g_ptr_array_index (self->evidence, position);
}

/**
 * mc_finding_find_evidence:
 * @self: a finding
 * @name: name of the evidence
 *
 * Returns: (nullable): the value of the first evidence of that name
 */
const char *
mc_finding_find_evidence (McFinding  *self,
                          const char *name)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const McEvidence *evidence = g_ptr_array_index (self->evidence, i);

      if (g_strcmp0 (evidence->name, name) == 0)
        return evidence->value;
    }

  return NULL;
}

/**
 * mc_finding_get_transcript:
 * @self: a finding
 *
 * Returns: (nullable): the redacted dialogue with the server, lines ended by newlines
 */
const char *
mc_finding_get_transcript (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  return self->transcript;
}

/**
 * mc_finding_get_confidence:
 * @self: a finding
 *
 * Returns: how sure the code is as a cause, from 0 to 1; 0 when the check leaves that to the rules
 */
double
mc_finding_get_confidence (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);

  return self->confidence;
}

/**
 * mc_finding_get_alternatives:
 * @self: a finding
 *
 * Returns: ids of causes that show in the same way, likeliest first
 */
const char *const *
mc_finding_get_alternatives (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  return (const char *const *) self->alternatives;
}

/**
 * mc_finding_get_decided_by:
 * @self: a finding
 *
 * Returns: (nullable): what would decide between them, N_()
 */
const char *
mc_finding_get_decided_by (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  return self->decided_by;
}

/**
 * mc_finding_get_started:
 * @self: a finding
 *
 * Returns: when the check began, in milliseconds since the run began
 */
gint64
mc_finding_get_started (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);

  return self->started_ms;
}

/**
 * mc_finding_get_duration:
 * @self: a finding
 *
 * Returns: how long the check took, in milliseconds
 */
gint64
mc_finding_get_duration (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);

  return self->duration_ms;
}

/**
 * mc_finding_builder_new:
 * @check: the public id of the check
 * @title: its title, translated
 * @group: its group
 *
 * Begins a finding, which is `pass` until said otherwise.
 *
 * Returns: (transfer full): a builder
 */
McFindingBuilder *
mc_finding_builder_new (const char *check,
                        const char *title,
                        McGroup     group)
{
  McFindingBuilder *self = g_new0 (McFindingBuilder, 1);

  self->finding = g_object_new (MC_TYPE_FINDING, NULL);
  self->finding->check = g_strdup (check);
  self->finding->title = g_strdup (title);
  self->finding->group = group;
  self->finding->outcome = MC_OUTCOME_PASS;

  return self;
}

void
mc_finding_builder_free (McFindingBuilder *self)
{
  g_clear_object (&self->finding);
  g_clear_object (&self->redactor);
  g_free (self);
}

/**
 * mc_finding_builder_set_redactor:
 * @self: a builder
 * @redactor: knows the secrets of the run
 *
 * Hides secrets in all that is added from now on.
 */
void
mc_finding_builder_set_redactor (McFindingBuilder *self,
                                 McRedactor       *redactor)
{
  g_set_object (&self->redactor, redactor);
}

/* Takes over @text. Secrets are looked for in what came, before anything is changed or cut. */
static char *
make_showable (McFindingBuilder *self,
               char             *text,
               gsize             max_chars)
{
  char *redacted = self->redactor != NULL ? mc_redactor_apply (self->redactor, text) : g_strdup (text);
  char *safe = mc_text_make_safe (redacted, -1, max_chars);

  g_free (redacted);
  mc_secret_free_text (text);
  return safe;
}

void
mc_finding_builder_set_outcome (McFindingBuilder *self,
                                McOutcome         outcome,
                                const char       *code)
{
  self->finding->outcome = outcome;
  g_set_str (&self->finding->code, code);
}

McOutcome
mc_finding_builder_get_outcome (McFindingBuilder *self)
{
  return self->finding->outcome;
}

const char *
mc_finding_builder_get_code (McFindingBuilder *self)
{
  return self->finding->code;
}

/**
 * mc_finding_builder_set_summary:
 * @self: a builder
 * @format: printf format of one translated sentence for people
 * @...: its arguments
 *
 * Secrets are hidden in it when @format takes words; those of @format are our own.
 */
void
mc_finding_builder_set_summary (McFindingBuilder *self,
                                const char       *format,
                                ...)
{
  char   *text;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_free (self->finding->summary);
  self->finding->has_values_in_summary = strstr (format, "%s") != NULL;
  if (self->finding->has_values_in_summary)
    self->finding->summary = make_showable (self, text, MAX_SUMMARY_CHARS);
  else
    self->finding->summary = text;
}

/**
 * mc_finding_builder_set_blocked_by:
 * @self: a builder
 * @check: the check whose failure keeps this one from being judged
 *
 * Makes the finding `skipped`.
 */
void
mc_finding_builder_set_blocked_by (McFindingBuilder *self,
                                   const char       *check)
{
  mc_finding_builder_set_outcome (self, MC_OUTCOME_SKIPPED, NULL);
  g_set_str (&self->finding->blocked_by, check);
}

void
mc_finding_builder_set_target (McFindingBuilder *self,
                               const char       *host,
                               guint16           port,
                               const char       *security)
{
  self->finding->has_target = TRUE;
  g_set_str (&self->finding->target.host, host);
  self->finding->target.port = port;
  self->finding->target.security = security;
}

void
mc_finding_builder_set_target_ip (McFindingBuilder *self,
                                  GInetAddress     *address)
{
  g_free (self->finding->target.ip);
  self->finding->target.ip = g_inet_address_to_string (address);
  self->finding->target.family = g_inet_address_get_family (address);
}

/**
 * mc_finding_builder_add_evidence:
 * @self: a builder
 * @name: a stable id in snake_case
 * @format: printf format of the value; foreign bytes may be among the arguments
 * @...: its arguments
 *
 * Adds something that was seen. Secrets are hidden in the value, then it is
 * made safe to show and cut at 1000 characters.
 */
void
mc_finding_builder_add_evidence (McFindingBuilder *self,
                                 const char       *name,
                                 const char       *format,
                                 ...)
{
  McEvidence *evidence = g_new0 (McEvidence, 1);
  va_list     arguments;
  char       *text;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  evidence->name = g_strdup (name);
  evidence->value = make_showable (self, text, MAX_EVIDENCE_CHARS);
  g_ptr_array_add (self->finding->evidence, evidence);
}

void
mc_finding_builder_set_transcript (McFindingBuilder *self,
                                   const char       *transcript)
{
  g_free (self->finding->transcript);
  self->finding->transcript = self->redactor != NULL ? mc_redactor_apply (self->redactor, transcript)
                                                     : g_strdup (transcript);
}

/**
 * mc_finding_builder_set_doubt:
 * @self: a builder
 * @confidence: how sure the code is as a cause, from 0 to 1
 * @alternatives: (nullable): ids of causes that show in the same way
 * @decided_by: (nullable): what would decide between them, N_()
 */
void
mc_finding_builder_set_doubt (McFindingBuilder  *self,
                              double             confidence,
                              const char *const *alternatives,
                              const char        *decided_by)
{
  self->finding->confidence = confidence;
  if (alternatives != NULL)
    {
      g_strfreev (self->finding->alternatives);
      self->finding->alternatives = g_strdupv ((GStrv) alternatives);
    }
  g_set_str (&self->finding->decided_by, decided_by);
}

void
mc_finding_builder_set_times (McFindingBuilder *self,
                              gint64            started_ms,
                              gint64            duration_ms)
{
  self->finding->started_ms = started_ms;
  self->finding->duration_ms = duration_ms;
}

/**
 * mc_finding_builder_end:
 * @self: a builder, which must not be added to afterwards
 *
 * Returns: (transfer full): the finding
 */
McFinding *
mc_finding_builder_end (McFindingBuilder *self)
{
  if (self->finding->summary == NULL)
    self->finding->summary = g_strdup ("");

  return g_steal_pointer (&self->finding);
}
