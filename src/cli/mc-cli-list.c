/* mc-cli-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "mc-cause.h"
#include "mc-check.h"
#include "mc-cli.h"
#include "mc-question.h"

/* Adds the rows of a list as JSON objects to an array that is begun. */
typedef void (*AddRows) (JsonBuilder *builder);

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
add_causes (JsonBuilder *builder)
{
  const McCause *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "id", cause->id);
      add_string (builder, "title", mc_cause_get_title (cause));
      add_string (builder, "article", cause->article);
      add_string (builder, "fixed_by", mc_fixer_get_id (cause->fixed_by));
      json_builder_end_object (builder);
    }
}

static void
add_checks (JsonBuilder *builder)
{
  gsize          n_checks;
  const McCheck *checks = mc_check_table (&n_checks);

  for (gsize i = 0; i < n_checks; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "id", checks[i].id);
      add_string (builder, "title", mc_check_get_title (&checks[i]));
      add_string (builder, "group", mc_group_get_id (checks[i].group));
      json_builder_end_object (builder);
    }
}

static void
add_symptoms (JsonBuilder      *builder,
              const McQuestion *question)
{
  json_builder_set_member_name (builder, "symptoms");
  json_builder_begin_array (builder);
  for (int symptom = MC_SYMPTOM_EVERYTHING; symptom <= MC_SYMPTOM_DELAYED; symptom++)
    {
      if (mc_question_is_about (question, (McSymptom) symptom))
        json_builder_add_string_value (builder, mc_symptom_get_id ((McSymptom) symptom));
    }
  json_builder_end_array (builder);
}

static void
add_options (JsonBuilder      *builder,
             const McQuestion *question)
{
  const McOption *option;

  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; (option = mc_question_get_option (question, i)) != NULL; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "id", option->id);
      add_string (builder, "title", mc_option_get_title (option));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_questions (JsonBuilder *builder)
{
  const McQuestion *question;

  for (guint i = 0; (question = mc_question_get_nth (i)) != NULL; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "id", question->id);
      add_string (builder, "text", mc_question_get_text (question));
      add_string (builder, "detail", mc_question_get_detail (question));
      add_symptoms (builder, question);
      add_options (builder, question);
      json_builder_end_object (builder);
    }
}

/* A list: what it is called, and what stands beside the id of a row in the text. */
typedef struct
{
  const char *kind;
  AddRows     add_rows;
  const char *extra;
  int         extra_width;
  const char *title;
} ListKind;

static const ListKind causes = { "causes", add_causes, "article", 22, "title" };
static const ListKind checks = { "checks", add_checks, "group", 22, "title" };
static const ListKind questions = { "questions", add_questions, "options", 44, "text" };

static JsonNode *
build_list (const ListKind *kind)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, 1);
  add_string (builder, "kind", kind->kind);
  json_builder_set_member_name (builder, kind->kind);
  json_builder_begin_array (builder);
  kind->add_rows (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/* A word, or the ids of several. */
static char *
dup_extra (JsonObject *row,
           const char *name)
{
  JsonNode  *node = json_object_get_member (row, name);
  JsonArray *options = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GString   *ids;

  if (options == NULL)
    return g_strdup (json_node_get_string (node));

  ids = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (options); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "|" : "",
                            json_object_get_string_member (json_array_get_object_element (options, i), "id"));

  return g_string_free_and_steal (ids);
}

/* One row a line: id, what else the row has to say, title. */
static char *
list_to_text (JsonNode       *list,
              const ListKind *kind)
{
  JsonArray *rows = json_object_get_array_member (json_node_get_object (list), kind->kind);
  GString   *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject      *row = json_array_get_object_element (rows, i);
      g_autofree char *extra = dup_extra (row, kind->extra);

      g_string_append_printf (text, "%-32s %-*s %s\n", json_object_get_string_member (row, "id"), kind->extra_width, extra,
                              json_object_get_string_member (row, kind->title));
    }

  return g_string_free (text, FALSE);
}

static McExit
write_list (const ListKind    *kind,
            const char *const *arguments)
{
  g_autofree char   *format = NULL;
  g_auto (GStrv)     rest = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to write the list: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = mc_command_options (mc_command_find (kind->kind));
  g_auto (GStrv)             copy = g_strdupv ((GStrv) arguments);
  g_autoptr (GError)         error = NULL;
  g_autoptr (JsonNode)       list = NULL;
  g_autofree char           *text = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &copy, &error))
    return mc_cli_wrong_call (error->message);
  if (rest != NULL)
    return mc_cli_wrong_call (_ ("This command takes no words, only options"));

  list = build_list (kind);
  if (g_strcmp0 (format, "json") == 0)
    {
      g_autofree char *json = json_to_string (list, TRUE);

      text = g_strconcat (json, "\n", NULL);
    }
  else if (format == NULL || g_str_equal (format, "text"))
    text = list_to_text (list, kind);
  else
    return mc_cli_wrong_call (_ ("The format is one of text and json"));

  return mc_cli_write (text, MC_EXIT_NOTHING_WRONG);
}

/**
 * mc_cli_causes:
 * @arguments: the words after `causes`
 *
 * Writes every cause.
 *
 * Returns: the exit status
 */
McExit
mc_cli_causes (const char *const *arguments)
{
  return write_list (&causes, arguments);
}

/**
 * mc_cli_checks:
 * @arguments: the words after `checks`
 *
 * Writes every check.
 *
 * Returns: the exit status
 */
McExit
mc_cli_checks (const char *const *arguments)
{
  return write_list (&checks, arguments);
}

/**
 * mc_cli_questions:
 * @arguments: the words after `questions`
 *
 * Writes every question with its answers.
 *
 * Returns: the exit status
 */
McExit
mc_cli_questions (const char *const *arguments)
{
  return write_list (&questions, arguments);
}
