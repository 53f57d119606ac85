/* mc-explanation.c
 *
 * What was recognized, as an outline for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-explanation.h"

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

/* “550 5.1.1” */
static char *
dup_codes (int         reply_code,
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

static void
add_delivery (McOutline        *outline,
              const McDelivery *delivery,
              guint             level)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_delivery (delivery);
  g_autofree char        *outcome = mc_explained_dup_outcome (delivery);
  g_autofree char        *codes = dup_codes (delivery->reply_code, delivery->enhanced_code, NULL);
  McBlock                *block;

  mc_outline_add_heading (outline, level, explained->title);
  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  add_pair (block, _ ("Recipient"), delivery->recipient);
  if (delivery->reason != MC_REASON_VACATION && delivery->reason != MC_REASON_COMPLAINT)
    add_pair (block, _ ("Outcome"), outcome);
  add_pair (block, _ ("Who can fix it"), mc_fixer_get_title (explained->fixed_by));

  mc_outline_add_paragraph (outline, explained->explanation);
  add_steps (outline, explained, level + 1);
  add_letter (outline, explained, level + 1);

  if (delivery->diagnostic == NULL && *codes == '\0' && delivery->reporting_host == NULL)
    return;

  mc_outline_add_heading (outline, level + 1, _ ("What the server said"));
  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  add_pair (block, _ ("Words"), delivery->diagnostic);
  add_pair (block, _ ("Code"), codes);
  add_pair (block, _ ("What the code means"), explained->code_meaning);
  add_pair (block, _ ("Server that refused"), delivery->remote_host);
  add_pair (block, _ ("Server that wrote this notice"), delivery->reporting_host);
}

static void
add_original (McOutline        *outline,
              const McOriginal *original,
              guint             level)
{
  g_autoptr (GDateTime) date = original->date != 0 ? g_date_time_new_from_unix_local (original->date) : NULL;
  g_autofree char      *date_text = date != NULL ? g_date_time_format (date, "%x %X") : NULL;
  McBlock              *block;

  if (original->subject == NULL && original->to == NULL && original->from == NULL)
    return;

  mc_outline_add_heading (outline, level, _ ("The message it is about"));
  block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
  add_pair (block, _ ("Subject"), original->subject);
  add_pair (block, _ ("From"), original->from);
  add_pair (block, _ ("To"), original->to);
  add_pair (block, _ ("Date"), date_text);
}

static void
add_notices (McOutline     *outline,
             const McInput *input,
             guint          level)
{
  for (guint i = 0; i < input->notices->len; i++)
    {
      const McNotice *notice = g_ptr_array_index (input->notices, i);

      for (guint j = 0; j < notice->deliveries->len; j++)
        add_delivery (outline, g_ptr_array_index (notice->deliveries, j), level);
      add_original (outline, &notice->original, level + 1);
    }
}

static void
add_reply (McOutline            *outline,
           const McReplyReading *reply,
           guint                 level)
{
  g_autoptr (McExplained) explained = mc_explained_new_for_reply (reply);
  g_autofree char        *codes = dup_codes (reply->reply_code, reply->enhanced_code, reply->response_code);
  McBlock                *block;

  mc_outline_add_heading (outline, level, explained->title);
  if (explained->fixed_by != MC_FIXER_NONE)
    {
      block = mc_outline_add_items (outline, MC_BLOCK_DETAILS);
      add_pair (block, _ ("Who can fix it"), mc_fixer_get_title (explained->fixed_by));
    }
  mc_outline_add_paragraph (outline, explained->explanation);
  add_steps (outline, explained, level + 1);
  add_letter (outline, explained, level + 1);

  mc_outline_add_heading (outline, level + 1, _ ("What the server said"));
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
