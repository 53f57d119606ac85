/* mc-explanation-json.c
 *
 * The JSON of an explanation (contract section 3). Its keys and their types are a
 * promise to the outside; unknown values are null.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "mc-explanation.h"
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
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/* A reply code, a word to the outside, as a number; null when there is none. */
static void
add_code (JsonBuilder *builder,
          const char  *name,
          int          code)
{
  json_builder_set_member_name (builder, name);
  if (code != 0)
    json_builder_add_int_value (builder, code);
  else
    json_builder_add_null_value (builder);
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       time)
{
  g_autofree char *text = time != 0 ? mc_text_from_time (time) : NULL;

  add_string (builder, name, text);
}

static void
add_explained (JsonBuilder       *builder,
               const McExplained *explained)
{
  add_string (builder, "title", explained->title);
  add_string (builder, "explanation", explained->explanation);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; explained->steps[i] != NULL; i++)
    json_builder_add_string_value (builder, explained->steps[i]);
  json_builder_end_array (builder);
  add_string (builder, "fixed_by", mc_fixer_get_id (explained->fixed_by));
  add_string (builder, "letter", explained->letter);
  add_string (builder, "article", explained->article);
}

static void
add_delivery (JsonBuilder      *builder,
              const McDelivery *delivery)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_delivery (delivery);

  json_builder_begin_object (builder);
  add_string (builder, "recipient", delivery->recipient);
  add_string (builder, "action", mc_delivery_action_get_id (delivery->action));
  add_code (builder, "reply_code", delivery->reply_code);
  add_string (builder, "enhanced_code", delivery->enhanced_code);
  add_string (builder, "diagnostic", delivery->diagnostic);
  add_string (builder, "reason", mc_reason_get (delivery->reason)->id);
  add_boolean (builder, "permanent", delivery->is_permanent);
  add_boolean (builder, "final", delivery->is_final);
  add_string (builder, "smtp_command", delivery->smtp_command);
  add_string (builder, "original_recipient", delivery->original_recipient);
  add_time (builder, "last_attempt", delivery->last_attempt);
  add_string (builder, "cause", delivery->cause);
  add_explained (builder, explained);
  add_string (builder, "code_meaning", explained->code_meaning);
  add_string (builder, "remote_host", delivery->remote_host);
  add_string (builder, "reporting_host", delivery->reporting_host);
  json_builder_end_object (builder);
}

static void
add_original (JsonBuilder      *builder,
              const McOriginal *original)
{
  json_builder_set_member_name (builder, "original");
  json_builder_begin_object (builder);
  add_string (builder, "subject", original->subject);
  add_string (builder, "from", original->from);
  add_string (builder, "to", original->to);
  add_time (builder, "date", original->date);
  add_string (builder, "message_id", original->message_id);
  json_builder_end_object (builder);
}

static void
add_notice (JsonBuilder    *builder,
            const McNotice *notice)
{
  json_builder_set_member_name (builder, "deliveries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notice->deliveries->len; i++)
    add_delivery (builder, g_ptr_array_index (notice->deliveries, i));
  json_builder_end_array (builder);
  add_original (builder, &notice->original);
}

static void
add_reply (JsonBuilder          *builder,
           const McReplyReading *reply)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_reply (reply);

  add_string (builder, "protocol", mc_protocol_get_id (reply->protocol));
  add_code (builder, "reply_code", reply->reply_code);
  add_string (builder, "enhanced_code", reply->enhanced_code);
  add_string (builder, "response_code", reply->response_code);
  add_string (builder, "reason", mc_reason_get (reply->reason)->id);
  add_string (builder, "cause", reply->cause);
  add_boolean (builder, "permanent", reply->is_refusal && reply->is_permanent);
  add_explained (builder, explained);
  add_string (builder, "code_meaning", explained->code_meaning);
  add_string (builder, "provider", reply->provider);
}

static void
begin (JsonBuilder *builder,
       const char  *file)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, SCHEMA);
  add_string (builder, "kind", "explain");
  add_string (builder, "file", file);
}

static char *
end (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char     *json = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);

  return g_strconcat (json, "\n", NULL);
}

static void
add_what (JsonBuilder *builder,
          const char  *file,
          McInputKind  kind)
{
  begin (builder, file);
  add_string (builder, "what", mc_input_kind_get_id (kind));
}

static char *
other_to_json (const McInput *input,
               const char    *file)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (McExplained) explained = mc_explained_new_for_other (input);

  add_what (builder, file, input->kind);
  add_explained (builder, explained);

  return end (builder);
}

/**
 * mc_explanation_to_json:
 * @input: what was recognized
 * @file: (nullable): the name of the file
 *
 * Returns: (transfer full): a line with one object; one for each message of an mbox
 */
char *
mc_explanation_to_json (const McInput *input,
                        const char    *file)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (input->kind != MC_INPUT_BOUNCE && input->kind != MC_INPUT_REPLY)
    return other_to_json (input, file);

  for (guint i = 0; i < MAX (input->notices->len, 1); i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autofree char        *line = NULL;

      add_what (builder, file, input->kind);
      if (input->kind == MC_INPUT_BOUNCE)
        {
          add_notice (builder, g_ptr_array_index (input->notices, i));
          add_boolean (builder, "truncated", input->is_truncated);
        }
      else
        add_reply (builder, input->reply);
      line = end (builder);
      g_string_append (lines, line);
    }

  return g_string_free_and_steal (g_steal_pointer (&lines));
}

/**
 * mc_explanation_error_to_json:
 * @file: the name of a file
 * @error: why it could not be read, translated
 *
 * Returns: (transfer full): a line with one object
 */
char *
mc_explanation_error_to_json (const char *file,
                              const char *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  begin (builder, file);
  add_string (builder, "error", error);

  return end (builder);
}
