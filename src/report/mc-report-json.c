/* mc-report-json.c
 *
 * The JSON of a checkup. Its keys, their order and their types are a promise
 * to the outside; unknown values are null.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "mc-provider.h"
#include "mc-report-private.h"
#include "mc-text.h"

#define SCHEMA 1

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_clean_string (McReport    *self,
                  JsonBuilder *builder,
                  const char  *name,
                  const char  *value)
{
  g_autofree char *clean = mc_report_clean (self, value);

  add_string (builder, name, clean);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_strings (JsonBuilder       *builder,
             const char        *name,
             const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_server (McReport    *self,
            JsonBuilder *builder,
            const char  *name,
            McDirection  direction,
            McServer    *server)
{
  if (server == NULL)
    {
      add_string (builder, name, NULL);
      return;
    }

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_string (builder, "protocol", mc_protocol_get_id (mc_server_get_protocol (server)));
  add_clean_string (self, builder, "host", mc_server_get_host (server));
  add_int (builder, "port", mc_server_get_port (server));
  add_string (builder, "security", mc_security_get_id (mc_server_get_security (server)));
  add_clean_string (self, builder, "user", mc_account_get_user (self->result->account, direction));
  add_string (builder, "from", mc_origin_get_id (mc_server_get_origin (server)));
  json_builder_end_object (builder);
}

/* A domain of one's own is with a provider too: the server tells which. */
static const char *
name_provider (const McResult *result)
{
  McAddress        *address = mc_account_get_address (result->account);
  const McProvider *provider = address != NULL ? mc_provider_find (mc_address_get_domain (address)) : NULL;

  if (provider == NULL && result->incoming != NULL)
    provider = mc_provider_find_by_host (mc_server_get_host (result->incoming));
  if (provider == NULL && result->outgoing != NULL)
    provider = mc_provider_find_by_host (mc_server_get_host (result->outgoing));

  return provider != NULL ? mc_provider_get_title (provider) : NULL;
}

static void
add_account (McReport    *self,
             JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "account");
  json_builder_begin_object (builder);
  add_clean_string (self, builder, "address", mc_account_get_address_text (self->result->account));
  add_string (builder, "provider", name_provider (self->result));
  add_server (self, builder, "incoming", MC_DIRECTION_INCOMING, self->result->incoming);
  add_server (self, builder, "outgoing", MC_DIRECTION_OUTGOING, self->result->outgoing);
  json_builder_end_object (builder);
}

static void
add_answers (McReport    *self,
             JsonBuilder *builder)
{
  g_autoptr (GList) questions = g_list_sort (g_hash_table_get_keys (self->result->answers), (GCompareFunc) g_strcmp0);

  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  for (GList *l = questions; l != NULL; l = l->next)
    add_clean_string (self, builder, l->data, g_hash_table_lookup (self->result->answers, l->data));
  json_builder_end_object (builder);
}

static void
add_links (JsonBuilder   *builder,
           const McCause *cause)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; cause->links[i].title != NULL; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "title", _ (cause->links[i].title));
      add_string (builder, "uri", cause->links[i].uri);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_steps (McReport    *self,
           JsonBuilder *builder,
           McDiagnosis *diagnosis)
{
  g_auto (GStrv) steps = mc_diagnosis_dup_steps (diagnosis);

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autofree char *clean = mc_report_clean (self, steps[i]);

      json_builder_add_string_value (builder, clean);
    }
  json_builder_end_array (builder);
}

static void
add_diagnosis (McReport    *self,
               JsonBuilder *builder,
               McDiagnosis *diagnosis)
{
  const McCause   *cause = mc_diagnosis_get_cause (diagnosis);
  g_autofree char *title = mc_diagnosis_dup_title (diagnosis);
  g_autofree char *explanation = mc_diagnosis_dup_explanation (diagnosis);
  g_autofree char *decided_by = mc_diagnosis_dup_decided_by (diagnosis);

  json_builder_begin_object (builder);
  add_string (builder, "cause", cause->id);
  add_string (builder, "severity", mc_diagnosis_get_severity (diagnosis));
  json_builder_set_member_name (builder, "confidence");
  json_builder_add_double_value (builder, mc_diagnosis_get_confidence (diagnosis));
  add_clean_string (self, builder, "title", title);
  add_clean_string (self, builder, "explanation", explanation);
  add_string (builder, "fixed_by", mc_fixer_get_id (cause->fixed_by));
  add_strings (builder, "because", mc_diagnosis_get_because (diagnosis));
  add_strings (builder, "alternatives", mc_diagnosis_get_alternatives (diagnosis));
  add_clean_string (self, builder, "decided_by", decided_by);
  add_steps (self, builder, diagnosis);
  add_string (builder, "article", cause->article);
  add_links (builder, cause);
  json_builder_end_object (builder);
}

static void
add_target (McReport    *self,
            JsonBuilder *builder,
            McFinding   *finding)
{
  const McTarget *target = mc_finding_get_target (finding);
  const char     *family = NULL;

  if (target == NULL)
    {
      add_string (builder, "target", NULL);
      return;
    }

  if (target->ip != NULL)
    family = target->family == G_SOCKET_FAMILY_IPV6 ? "ipv6" : "ipv4";

  json_builder_set_member_name (builder, "target");
  json_builder_begin_object (builder);
  add_clean_string (self, builder, "host", target->host);
  add_clean_string (self, builder, "ip", target->ip);
  add_string (builder, "family", family);
  if (target->port != 0)
    add_int (builder, "port", target->port);
  else
    add_string (builder, "port", NULL);
  add_string (builder, "security", target->security);
  json_builder_end_object (builder);
}

static void
add_evidence (McReport    *self,
              JsonBuilder *builder,
              McFinding   *finding)
{
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mc_finding_get_n_evidence (finding); i++)
    {
      const McEvidence *evidence = mc_finding_get_evidence (finding, i);
      g_autofree char  *value = mc_report_clean_evidence (self, evidence->name, evidence->value);

      json_builder_begin_object (builder);
      add_string (builder, "name", evidence->name);
      add_string (builder, "value", value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_finding (McReport    *self,
             JsonBuilder *builder,
             McFinding   *finding)
{
  g_autofree char *summary = mc_report_dup_summary (self, finding);

  json_builder_begin_object (builder);
  add_string (builder, "check", mc_finding_get_check (finding));
  add_string (builder, "group", mc_group_get_id (mc_finding_get_group (finding)));
  add_string (builder, "title", mc_finding_get_title (finding));
  add_string (builder, "outcome", mc_outcome_get_id (mc_finding_get_outcome (finding)));
  add_string (builder, "code", mc_finding_get_code (finding));
  add_string (builder, "summary", summary);
  add_target (self, builder, finding);
  add_evidence (self, builder, finding);
  add_string (builder, "blocked_by", mc_finding_get_blocked_by (finding));
  add_int (builder, "started_ms", mc_finding_get_started (finding));
  add_int (builder, "duration_ms", mc_finding_get_duration (finding));

  if ((self->flags & MC_REPORT_VERBOSE) != 0)
    {
      g_auto (GStrv) lines = mc_report_dup_transcript (self, finding);

      add_strings (builder, "transcript", (const char *const *) lines);
    }
  json_builder_end_object (builder);
}

static void
add_clock_offset (JsonBuilder    *builder,
                  const McResult *result)
{
  json_builder_set_member_name (builder, "clock_offset_ms");
  for (guint i = 0; i < result->findings->len; i++)
    {
      const char *value = mc_finding_find_evidence (g_ptr_array_index (result->findings, i), "offset_ms");

      if (value != NULL)
        {
          json_builder_add_int_value (builder, g_ascii_strtoll (value, NULL, 10));
          return;
        }
    }

  json_builder_add_null_value (builder);
}

static void
add_run (McReport    *self,
         JsonBuilder *builder)
{
  const McResult  *result = self->result;
  g_autofree char *started = mc_text_from_time (result->started);

  add_int (builder, "schema", SCHEMA);
  add_string (builder, "kind", "check");
  add_string (builder, "program", MC_VERSION);
  add_string (builder, "started", started);
  add_int (builder, "duration_ms", result->duration_ms);
  add_boolean (builder, "complete", result->complete);
  add_boolean (builder, "cancelled", result->cancelled);
  add_string (builder, "personal", self->personal != NULL ? "hidden" : "shown");
  add_clock_offset (builder, result);
  add_account (self, builder);
  add_string (builder, "symptom", mc_symptom_get_id (result->symptom));
  add_answers (self, builder);
}

static char *
generate (JsonBuilder *builder)
{
  g_autoptr (JsonNode)      root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char          *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}

/**
 * mc_report_to_json:
 * @result: a result, with its account
 * @flags: how to report it
 *
 * Returns: (transfer full): the checkup as one JSON object (contract section 3)
 */
char *
mc_report_to_json (const McResult *result,
                   McReportFlags   flags)
{
  g_auto (McReport)       report = { 0 };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (result != NULL, NULL);
  g_return_val_if_fail (result->account != NULL, NULL);

  mc_report_init (&report, result, flags);
  json_builder_begin_object (builder);
  add_run (&report, builder);

  json_builder_set_member_name (builder, "diagnosis");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->diagnoses->len; i++)
    add_diagnosis (&report, builder, g_ptr_array_index (result->diagnoses, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->findings->len; i++)
    add_finding (&report, builder, g_ptr_array_index (result->findings, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return generate (builder);
}
