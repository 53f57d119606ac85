/* mc-explanation.c
 *
 * What was recognized, as an outline for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-delivery-group.h"
#include "mc-explanation.h"
#include "mc-refusal.h"

/* What a server told about one recipient, in the order of field_names. */
enum
{
  FIELD_WORDS,
  FIELD_CODE,
  FIELD_CODE_MEANING,
  FIELD_COMMAND,
  FIELD_PROVIDER,
  FIELD_REMOTE_HOST,
  FIELD_REPORTING_HOST,
  FIELD_LAST_ATTEMPT,
  N_FIELDS,
};

static const char *const field_names[] = {
  [FIELD_WORDS] = N_ ("Words"),
  [FIELD_CODE] = N_ ("Code"),
  [FIELD_CODE_MEANING] = N_ ("What the code means"),
  [FIELD_COMMAND] = N_ ("Answer to the command"),
  [FIELD_PROVIDER] = N_ ("Provider"),
  [FIELD_REMOTE_HOST] = N_ ("Server that was asked"),
  [FIELD_REPORTING_HOST] = N_ ("Server that wrote this notice"),
  [FIELD_LAST_ATTEMPT] = N_ ("Last attempt"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (field_names) == N_FIELDS);

typedef struct
{
  char *values[N_FIELDS];
} Facts;

static void
facts_free (gpointer data)
{
  Facts *self = data;

  for (guint i = 0; i < N_FIELDS; i++)
    g_free (self->values[i]);
  g_free (self);
}

static void
add_pair (McBlock    *block,
          const char *name,
          const char *value)
{
  if (value != NULL && *value != '\0')
    mc_block_add_pair (block, name, value);
}

static void
add_steps (McOutline         *outline,
           const McExplained *explained,
           guint              level)
{
  McBlock *block;

  if (explained->steps[0] == NULL)
    return;

  mc_outline_add_heading (outline, level, _ ("What to do"));
  block = mc_outline_add_items (outline, explained->steps[1] != NULL ? MC_BLOCK_STEPS : MC_BLOCK_LIST);
  for (guint i = 0; explained->steps[i] != NULL; i++)
    mc_block_add_text (block, explained->steps[i]);
}

static void
add_letter (McOutline         *outline,
            const McExplained *explained,
            guint              level)
{
  g_auto (GStrv) paragraphs = explained->letter != NULL ? g_strsplit (explained->letter, "\n\n", -1) : NULL;

  if (paragraphs == NULL)
    return;

  mc_outline_add_heading (outline, level, _ ("A text to send"));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    mc_outline_add_paragraph (outline, paragraphs[i]);
}

/**
 * mc_explanation_dup_codes:
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the enhanced status code
 * @response_code: (nullable): the response code of IMAP or POP3
 *
 * Returns: (transfer full): them in one line, such as “550 5.1.1”; may be empty
 */
char *
mc_explanation_dup_codes (int         reply_code,
                          const char *enhanced_code,
                          const char *response_code)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  if (reply_code != 0)
    g_string_append_printf (codes, "%d", reply_code);
  if (enhanced_code != NULL)
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", enhanced_code);
  if (response_code != NULL)
    g_string_append_printf (codes, "%s[%s]", codes->len > 0 ? " " : "", response_code);

  return g_string_free_and_steal (g_steal_pointer (&codes));
}

/* As in the report of a checkup: whoever looks it up in a log sits in another time zone. */
static char *
dup_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M:%S UTC") : NULL;
}

static Facts *
facts_new (const McDelivery *delivery)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_delivery (delivery);
  const McRefusal         refusal = { .text = delivery->diagnostic, .host = delivery->remote_host };
  Facts                  *self = g_new0 (Facts, 1);

  self->values[FIELD_WORDS] = g_strdup (delivery->diagnostic);
  self->values[FIELD_CODE] = mc_explanation_dup_codes (delivery->reply_code, delivery->enhanced_code, NULL);
  self->values[FIELD_CODE_MEANING] = g_steal_pointer (&explained->code_meaning);
  self->values[FIELD_COMMAND] = g_strdup (delivery->smtp_command);
  self->values[FIELD_PROVIDER] = g_strdup (mc_refusal_name_provider (&refusal));
  self->values[FIELD_REMOTE_HOST] = g_strdup (delivery->remote_host);
  self->values[FIELD_REPORTING_HOST] = g_strdup (delivery->reporting_host);
  self->values[FIELD_LAST_ATTEMPT] = dup_time (delivery->last_attempt);

  return self;
}

static gboolean
is_shared (GPtrArray *facts,
           guint      field)
{
  const Facts *first = g_ptr_array_index (facts, 0);

  for (guint i = 1; i < facts->len; i++)
    {
      const Facts *other = g_ptr_array_index (facts, i);

      if (g_strcmp0 (first->values[field], other->values[field]) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Under a heading, where there is any. */
static void
add_facts (McOutline      *outline,
           guint           level,
           const char     *heading,
           const Facts    *facts,
           const gboolean *wanted,
           gboolean        is_refusal)
{
  McBlock *block = NULL;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *name = i == FIELD_REMOTE_HOST && is_refusal ? _ ("Server that refused") : _ (field_names[i]);

      if (!wanted[i] || facts->values[i] == NULL || *facts->values[i] == '\0')
        continue;
      if (block == NULL)
        {
          mc_outline_add_heading (outline, level, heading);
          block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
        }
      mc_block_add_pair (block, name, facts->values[i]);
    }
}

static const char *
get_name (const McDeliveryGroup *group,
          guint                  position)
{
  const McDelivery *delivery = g_ptr_array_index (group->deliveries, position);

  return delivery->recipient != NULL ? delivery->recipient : _ ("Recipient not named");
}

/* One line a recipient. */
static void
add_words (McOutline             *outline,
           const McDeliveryGroup *group,
           GPtrArray             *facts,
           guint                  level)
{
  McBlock *block;

  mc_outline_add_heading (outline, level, _ ("Words about each recipient"));
  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  for (guint i = 0; i < facts->len; i++)
    add_pair (block, get_name (group, i), ((const Facts *) g_ptr_array_index (facts, i))->values[FIELD_WORDS]);
}

/* What holds for all stands once; what differs, with each recipient. */
static void
add_server (McOutline             *outline,
            const McDeliveryGroup *group,
            guint                  level)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (facts_free);
  gboolean              is_refusal = mc_delivery_group_get_first (group)->action == MC_DELIVERY_FAILED;
  gboolean              shared[N_FIELDS];
  gboolean              different[N_FIELDS];
  guint                 n_different = 0;

  for (guint i = 0; i < group->deliveries->len; i++)
    g_ptr_array_add (facts, facts_new (g_ptr_array_index (group->deliveries, i)));
  for (guint i = 0; i < N_FIELDS; i++)
    {
      shared[i] = is_shared (facts, i);
      different[i] = !shared[i];
      n_different += different[i];
    }

  add_facts (outline, level, _ ("What the server said"), g_ptr_array_index (facts, 0), shared, is_refusal);
  if (n_different == 1 && different[FIELD_WORDS])
    add_words (outline, group, facts, level);
  else if (n_different > 0)
    for (guint i = 0; i < facts->len; i++)
      add_facts (outline, level, get_name (group, i), g_ptr_array_index (facts, i), different, is_refusal);
}

static void
add_recipients (McBlock               *block,
                const McDeliveryGroup *group)
{
  g_autofree char *all = mc_delivery_group_dup_recipients (group, G_MAXUINT);

  add_pair (block, group->deliveries->len > 1 ? _ ("Recipients") : _ ("Recipient"), all);
  add_pair (block, _ ("You wrote to"), mc_delivery_group_get_written_to (group));
}

static void
add_group (McOutline             *outline,
           const McDeliveryGroup *group,
           guint                  level)
{
  g_autoptr (McExplained) explained = mc_delivery_group_explain (group);
  g_autofree char        *outcome = mc_delivery_group_dup_outcome (group);
  McBlock                *block;

  mc_outline_add_heading (outline, level, explained->title);
  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  add_recipients (block, group);
  add_pair (block, _ ("Outcome"), outcome);
  add_pair (block, _ ("Who can fix it"), explained->fixer);

  mc_outline_add_paragraph (outline, explained->explanation);
  add_steps (outline, explained, level + 1);
  add_letter (outline, explained, level + 1);
  add_server (outline, group, level + 1);
}

static void
add_original (McOutline        *outline,
              const McOriginal *original,
              guint             level)
{
  g_autofree char *date = dup_time (original->date);
  McBlock         *block;

  if (original->subject == NULL && original->to == NULL && original->from == NULL)
    return;

  mc_outline_add_heading (outline, level, _ ("The message it is about"));
  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  add_pair (block, _ ("Subject"), original->subject);
  add_pair (block, _ ("From"), original->from);
  add_pair (block, _ ("To"), original->to);
  add_pair (block, _ ("Date"), date);
  add_pair (block, _ ("Message ID"), original->message_id);
}

/**
 * mc_explanation_get_limit:
 * @input: what was recognized
 *
 * Returns: (nullable): a sentence where something may be missing, since only the
 *   beginning was read
 */
const char *
mc_explanation_get_limit (const McInput *input)
{
  if (!input->is_truncated)
    return NULL;

  return _ ("This is very long. Only its beginning was read, so some notices or recipients may be missing here.");
}

static void
add_notices (McOutline     *outline,
             const McInput *input,
             guint          level)
{
  g_autoptr (GPtrArray) groups = mc_delivery_groups_new (input->notices);

  for (guint i = 0; i < groups->len; i++)
    {
      const McDeliveryGroup *group = g_ptr_array_index (groups, i);
      const McDeliveryGroup *next = i + 1 < groups->len ? g_ptr_array_index (groups, i + 1) : NULL;

      add_group (outline, group, level);
      if (next == NULL || next->notice != group->notice)
        add_original (outline, &group->notice->original, level + 1);
    }
  if (input->is_truncated)
    mc_outline_add_paragraph (outline, mc_explanation_get_limit (input));
}

static void
add_reply (McOutline            *outline,
           const McReplyReading *reply,
           guint                 level)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_reply (reply);
  g_autofree char        *codes =
    mc_explanation_dup_codes (reply->reply_code, reply->enhanced_code, reply->response_code);
  const char *outcome = mc_explained_get_reply_outcome (reply);
  McBlock    *block;

  mc_outline_add_heading (outline, level, explained->title);
  if (explained->fixer != NULL || outcome != NULL)
    {
      block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
      add_pair (block, _ ("Outcome"), outcome);
      add_pair (block, _ ("Who can fix it"), explained->fixer);
    }
  mc_outline_add_paragraph (outline, explained->explanation);
  add_steps (outline, explained, level + 1);
  add_letter (outline, explained, level + 1);

  mc_outline_add_heading (outline, level + 1,
                          reply->program_error != NULL ? _ ("What the mail program said") : _ ("What the server said"));
  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  add_pair (block, _ ("Words"), reply->words);
  add_pair (block, _ ("Code"), codes);
  add_pair (block, _ ("What the code means"), explained->code_meaning);
  add_pair (block, _ ("Provider"), reply->provider);
}

static void
add_other (McOutline     *outline,
           const McInput *input,
           guint          level)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_other (input);

  mc_outline_add_heading (outline, level, explained->title);
  mc_outline_add_paragraph (outline, explained->explanation);
  add_steps (outline, explained, level + 1);
}

/**
 * mc_explanation_add:
 * @input: what was recognized
 * @file: (nullable): the name of the file, when there are several
 * @outline: where to write
 *
 * Adds what a person is told about @input.
 */
void
mc_explanation_add (const McInput *input,
                    const char    *file,
                    McOutline     *outline)
{
  guint level = file != NULL ? 2 : 1;

  if (file != NULL)
    mc_outline_add_heading (outline, 1, file);

  switch (input->kind)
    {
    case MC_INPUT_BOUNCE:
      add_notices (outline, input, level);
      break;
    case MC_INPUT_REPLY:
      add_reply (outline, input->reply, level);
      break;
    case MC_INPUT_UNKNOWN:
    case MC_INPUT_HEADERS:
    case MC_INPUT_LOG:
    default:
      add_other (outline, input, level);
      break;
    }
}
