/* mc-explained.c
 *
 * What a person is told about a delivery or a reply.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-cause.h"
#include "mc-code-meanings.h"
#include "mc-explanation.h"
#include "mc-refusal.h"

/* Up to here a signature does not tell which of several causes it is. */
#define OPEN_CONFIDENCE 0.6

/* Causes that say more about a reply than its reason does: all of the own account. */
static const char *const own_families[] = { "login.", "mailbox.", "server.", "settings.", "sending.from-refused" };

/* What became of a delivery, in the order of McDeliveryAction. */
static const char *const outcomes[] = {
  [MC_DELIVERY_FAILED] = N_ ("Not delivered, and nobody will try again"),
  [MC_DELIVERY_DELAYED] = N_ ("Not delivered yet; the server keeps trying"),
  [MC_DELIVERY_DELIVERED] = N_ ("Delivered"),
  [MC_DELIVERY_RELAYED] = N_ ("Handed on to a server that sends no notices"),
  [MC_DELIVERY_EXPANDED] = N_ ("Passed on to several recipients"),
};

typedef struct
{
  const char *title;
  const char *explanation;
  const char *steps[4];
} Other;

#define STEP_WHAT_TO_PASTE \
  N_ ("Give Mail Checkup the whole message that came back, saved as a file, or the exact words of the error.")

/* Where a code alone leaves open what it is. */
#define STEP_ASK \
  N_ ("If there are no words, send the text below to your provider’s support, or to whoever looks after your mail server.")
#define STEP_SEND_AGAIN N_ ("Send the message once more. If it comes back again, reach the recipient in another way.")
#define STEP_WAIT       N_ ("Wait. Mail servers try again by themselves, usually for some days.")

static const Other others[] = {
  [MC_INPUT_UNKNOWN] = {
    N_ ("This was not recognized"),
    N_ ("It is no message that came back, and nothing that a mail server would say, as far as Mail Checkup can tell."),
    { STEP_WHAT_TO_PASTE,
      N_ ("Copy the words of an error as they stand, with all numbers and in the original language."),
      N_ ("If mail does not work at all, run a checkup of your account. It finds out by itself what is wrong.") },
  },
  [MC_INPUT_HEADERS] = {
    N_ ("These are the headers of a message"),
    N_ ("Mail Checkup cannot explain headers yet. That is for a later version."),
    { STEP_WHAT_TO_PASTE },
  },
  [MC_INPUT_LOG] = {
    N_ ("These are lines of a mail server’s log"),
    N_ ("Mail Checkup cannot explain logs yet. That is for a later version."),
    { N_ ("To learn about one line, paste only what the other server said, from its number on, such as “550 …”.") },
  },
};

static const Other ordinary_message = {
  N_ ("This is an ordinary message"),
  N_ ("It does not tell of a delivery: it is no message that came back and no automatic answer. To explain the headers "
      "of messages is for a later version."),
  { STEP_WHAT_TO_PASTE },
};

static const char *
find_article (const char *cause)
{
  const McCause *row = cause != NULL ? mc_cause_find (cause) : NULL;

  return row != NULL ? row->article : NULL;
}

/* The words of the reason hold as long as it has the say. */
static const char *
find_fixer (const McReason *reason,
            McFixer         fixed_by)
{
  if (reason->fixer != NULL && reason->fixed_by == fixed_by)
    return _ (reason->fixer);

  return mc_fixer_get_title (fixed_by);
}

/* Translates the steps of a table, and fills in what mc_cause_expand() knows. */
static GStrv
dup_steps (const char *const *steps,
           GHashTable        *values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    g_strv_builder_take (builder, mc_cause_expand (_ (steps[i]), values));

  return g_strv_builder_end (builder);
}

static McExplained *
new_from_reason (McReasonKind kind,
                 const char  *recipient,
                 const char  *words)
{
  const McReason *reason = mc_reason_get (kind);
  McExplained    *self = g_new0 (McExplained, 1);

  self->title = g_strdup (_ (reason->title));
  self->explanation = g_strdup (_ (reason->explanation));
  self->fixed_by = reason->fixed_by;
  self->steps = dup_steps (reason->steps, NULL);
  self->letter = mc_reason_dup_letter (reason, recipient, words);

  return self;
}

/* There was no checkup: what its report would hold is what the server said. */
static GHashTable *
dup_values (const McReplyReading *reply)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (values, (char *) "words", g_strdup (reply->words));
  /* Translators: the title of a part of the report, in quotation marks; stands in place of a test’s title */
  g_hash_table_insert (values, (char *) "check", g_strdup (_ ("“What the server said”")));

  return values;
}

static McExplained *
new_from_cause (const McCause        *cause,
                const McReplyReading *reply)
{
  g_autoptr (GHashTable) values = dup_values (reply);
  McExplained           *self = g_new0 (McExplained, 1);

  self->title = mc_cause_expand (mc_cause_get_title (cause), values);
  self->explanation = cause->explanation != NULL ? mc_cause_expand (_ (cause->explanation), values) : g_strdup ("");
  self->fixed_by = cause->fixed_by;
  self->steps = dup_steps (cause->steps, values);

  return self;
}

static McExplained *
new_from_other (const Other *other)
{
  McExplained *self = g_new0 (McExplained, 1);

  self->title = g_strdup (_ (other->title));
  self->explanation = g_strdup (_ (other->explanation));
  self->steps = dup_steps (other->steps, NULL);
  self->wants_checkup = other == &others[MC_INPUT_UNKNOWN];

  return self;
}

/**
 * mc_explained_new_for_delivery:
 * @delivery: what became of a message for one recipient
 *
 * Returns: (transfer full): what to tell about it
 */
McExplained *
mc_explained_new_for_delivery (const McDelivery *delivery)
{
  McExplained *self = new_from_reason (delivery->reason, delivery->recipient, delivery->diagnostic);
  McReasonKind reason = delivery->diagnostic != NULL ? delivery->reason : MC_REASON_UNKNOWN;
  McRefusal    refusal = {
       .text = delivery->diagnostic,
       .host = delivery->remote_host != NULL ? delivery->remote_host : delivery->reporting_host,
  };

  self->code_meaning = mc_code_meaning_describe (mc_refusal_name_provider (&refusal), delivery->reply_code,
                                                 delivery->enhanced_code, reason, delivery->is_final);
  /* As long as a server keeps trying, there is nothing to do but wait; sent again, the message may arrive twice. */
  if (delivery->action == MC_DELIVERY_DELAYED)
    {
      self->fixed_by = MC_FIXER_WAIT;
      g_strfreev (self->steps);
      self->steps = dup_steps (mc_reason_get (MC_REASON_DELAYED)->steps, NULL);
      g_clear_pointer (&self->letter, g_free);
    }
  /* Nothing passes by itself any more; the message has to be sent anew. */
  else if (delivery->action == MC_DELIVERY_FAILED && self->fixed_by == MC_FIXER_WAIT)
    {
      self->fixed_by = MC_FIXER_YOU;
      if (delivery->reason == MC_REASON_GREYLISTED)
        {
          g_strfreev (self->steps);
          self->steps = dup_steps ((const char *const[]) { STEP_SEND_AGAIN, NULL }, NULL);
        }
    }
  self->fixer = find_fixer (mc_reason_get (delivery->reason), self->fixed_by);
  self->article = find_article (delivery->cause);

  return self;
}

static gboolean
is_about_own_account (const char *cause)
{
  for (guint i = 0; cause != NULL && i < G_N_ELEMENTS (own_families); i++)
    {
      if (g_str_has_prefix (cause, own_families[i]))
        return TRUE;
    }

  return FALSE;
}

/* The titles of what else it can be, each in quotation marks. */
static char *
dup_alternatives (const McReplySignature *signature,
                  gboolean                with_first)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = with_first ? 0 : 1; i <= MC_REPLY_SIGNATURE_MAX_ALTERNATIVES; i++)
    {
      const char      *id = i == 0 ? signature->cause : signature->alternatives[i - 1];
      const McCause   *cause = id != NULL ? mc_cause_find (id) : NULL;
      g_autofree char *title = cause != NULL ? mc_cause_expand (mc_cause_get_title (cause), NULL) : NULL;

      if (title == NULL)
        break;
      /* Translators: a title in quotation marks, within a list */
      g_string_append_printf (titles, _ ("%s“%s”"), titles->len > 0 ? ", " : "", title);
    }

  return g_string_free_and_steal (g_steal_pointer (&titles));
}

/* One answer, several causes: none is told as if it were certain. */
static void
tell_alternatives (McExplained            *self,
                   const McReplySignature *signature)
{
  gboolean            is_open = signature->confidence <= OPEN_CONFIDENCE;
  g_autofree char    *titles = dup_alternatives (signature, is_open);
  g_autoptr (GString) text = g_string_new (is_open ? NULL : self->explanation);

  if (signature->alternatives[0] == NULL)
    return;

  if (is_open)
    /* Translators: %s is a list of titles in quotation marks */
    g_string_append_printf (text, _ ("The server gives this answer for several reasons. It is one of these: %s."), titles);
  else
    /* Translators: %s is a list of titles in quotation marks */
    g_string_append_printf (text, _ (" The same answer can also mean: %s."), titles);
  if (signature->decided_by != NULL)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("What would tell which it is: %s."), _ (signature->decided_by));
    }

  if (is_open)
    g_set_str (&self->title, _ ("This answer has several possible reasons"));
  g_set_str (&self->explanation, text->str);
}

static McExplained *
new_from_program_error (const McProgramError *error)
{
  McExplained *self = g_new0 (McExplained, 1);

  self->title = g_strdup (_ (error->title));
  self->explanation = g_strdup (_ (error->explanation));
  self->fixed_by = error->fixed_by;
  self->steps = dup_steps (error->steps, NULL);
  self->wants_checkup = TRUE;

  return self;
}

static McExplained *
explain_reply (const McReplyReading *reply)
{
  gboolean is_sign_in = reply->reason == MC_REASON_SENDER_REJECTED &&
                        g_strcmp0 (reply->cause, "sending.relay-denied") == 0;
  const McCause *cause = is_about_own_account (reply->cause) || is_sign_in ? mc_cause_find (reply->cause) : NULL;
  McExplained   *self;

  if (reply->program_error != NULL)
    return new_from_program_error (reply->program_error);
  if (cause != NULL && cause->explanation != NULL)
    {
      self = new_from_cause (cause, reply);
      self->wants_checkup = is_about_own_account (reply->cause);
      if (reply->signature != NULL)
        tell_alternatives (self, reply->signature);
      return self;
    }

  self = new_from_reason (reply->reason, NULL, reply->words);
  if (reply->title != NULL)
    {
      g_free (self->title);
      g_free (self->explanation);
      g_strfreev (self->steps);
      g_clear_pointer (&self->letter, g_free);
      self->title = g_strdup (_ (reply->title));
      self->explanation = g_strdup (_ (reply->explanation));
      self->steps = g_new0 (char *, 1);
      self->fixed_by = MC_FIXER_NONE;
    }
  /* It comes from the own outgoing server more often than from a recipient’s. */
  if (reply->reason == MC_REASON_RELAY_DENIED)
    self->fixed_by = MC_FIXER_YOU;

  return self;
}

static void
prepend_step (McExplained *self,
              const char  *step)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, step);
  g_strv_builder_addv (builder, (const char **) self->steps);
  g_strfreev (self->steps);
  self->steps = g_strv_builder_end (builder);
}

/* A number that servers give for several things (RFC 5321): what one of them asks for may be wrong. */
static void
leave_open (McExplained          *self,
            const McReplyReading *reply)
{
  const McReason *unknown = mc_reason_get (MC_REASON_UNKNOWN);
  const char     *step = reply->is_permanent ? STEP_ASK : STEP_WAIT;

  g_strfreev (self->steps);
  g_free (self->letter);
  self->steps = dup_steps ((const char *const[]) { step, NULL }, NULL);
  self->fixed_by = reply->is_permanent ? MC_FIXER_NONE : MC_FIXER_WAIT;
  self->letter = reply->is_permanent ? mc_reason_dup_letter (unknown, NULL, reply->words) : NULL;
}

/* Where nothing but codes is there, they tell more than the reason that many of them share. */
static void
tell_code (McExplained          *self,
           const McReplyReading *reply)
{
  const McCodeMeaning *row = mc_code_meaning_find (reply->provider, reply->reply_code, reply->enhanced_code);
  gboolean             is_number = row != NULL && g_ascii_isdigit (row->code[0]) && strchr (row->code, '.') == NULL;

  if (reply->provider == NULL && mc_code_meaning_is_open (reply->reply_code, reply->enhanced_code))
    {
      g_set_str (&self->title, _ ("This code means different things at different providers"));
      g_set_str (&self->explanation, self->code_meaning);
      leave_open (self, reply);
    }
  else if (row == NULL)
    {
      g_set_str (&self->title, _ ("This is not a standard code"));
      g_set_str (&self->explanation, self->code_meaning);
      leave_open (self, reply);
    }
  else
    {
      g_set_str (&self->title, _ (row->title));
      if (row->explanation != NULL)
        g_set_str (&self->explanation, _ (row->explanation));
      if (is_number && row->explanation != NULL &&
          (row->code[1] == '2' || row->code[1] == '5' || reply->reason == MC_REASON_PROTOCOL_ERROR))
        leave_open (self, reply);
    }

  prepend_step (self, _ ("If words came with the code, paste them here together with it. They tell more."));
}

/**
 * mc_explained_new_for_reply:
 * @reply: what a server said
 *
 * Returns: (transfer full): what to tell about it
 */
McExplained *
mc_explained_new_for_reply (const McReplyReading *reply)
{
  McExplained *self = explain_reply (reply);

  if (reply->response_code != NULL)
    self->code_meaning = mc_code_meaning_describe_response (reply->protocol, reply->response_code);
  else if (reply->program_error == NULL)
    self->code_meaning = mc_code_meaning_describe (reply->provider, reply->reply_code, reply->enhanced_code,
                                                   reply->is_code_only ? MC_REASON_UNKNOWN : reply->reason,
                                                   reply->reason == MC_REASON_EXPIRED);
  if (reply->is_code_only)
    tell_code (self, reply);
  self->fixer = find_fixer (mc_reason_get (reply->reason), self->fixed_by);
  self->article = find_article (reply->cause);

  return self;
}

/**
 * mc_explained_new_for_other:
 * @input: an input that is neither a notice nor a reply
 *
 * Returns: (transfer full): what to tell about it
 */
McExplained *
mc_explained_new_for_other (const McInput *input)
{
  g_return_val_if_fail (input->kind != MC_INPUT_BOUNCE && input->kind != MC_INPUT_REPLY, NULL);

  if (input->kind == MC_INPUT_HEADERS && input->is_message)
    return new_from_other (&ordinary_message);

  return new_from_other (&others[input->kind]);
}

void
mc_explained_free (McExplained *self)
{
  g_free (self->title);
  g_free (self->explanation);
  g_strfreev (self->steps);
  g_free (self->letter);
  g_free (self->code_meaning);
  g_free (self);
}

/**
 * mc_explained_dup_outcome:
 * @delivery: what became of a message for one recipient
 *
 * Returns: (transfer full): that in a few words, translated
 */
char *
mc_explained_dup_outcome (const McDelivery *delivery)
{
  return g_strdup (_ (outcomes[delivery->action]));
}

/* Only SMTP says by its code whether trying again helps (RFC 5321 section 4.2.1). */
static gboolean
tells_by_code (const McReplyReading *reply)
{
  return reply->protocol == MC_PROTOCOL_SMTP && (reply->reply_code != 0 || reply->enhanced_code != NULL);
}

/**
 * mc_explained_is_for_now:
 * @reply: what a server said
 *
 * Returns: whether it refused something only for now
 */
gboolean
mc_explained_is_for_now (const McReplyReading *reply)
{
  return reply->is_refusal && reply->reason != MC_REASON_EXPIRED && tells_by_code (reply) && !reply->is_permanent;
}

/**
 * mc_explained_get_reply_outcome:
 * @reply: what a server said
 *
 * Returns: (transfer none) (nullable): in a few words, translated, whether trying again
 *   helps; %NULL where a server refused nothing
 */
const char *
mc_explained_get_reply_outcome (const McReplyReading *reply)
{
  if (!reply->is_refusal || reply->program_error != NULL)
    return NULL;
  if (reply->reason == MC_REASON_EXPIRED)
    return _ (outcomes[MC_DELIVERY_FAILED]);
  if (!tells_by_code (reply) && (reply->reason == MC_REASON_NETWORK_ERROR || reply->reason == MC_REASON_HOST_UNKNOWN))
    return _ ("Not delivered");
  if (!tells_by_code (reply))
    return _ ("Refused");

  return reply->is_permanent ? _ ("Refused; trying the same again will not help")
                             : _ ("Refused for now; it may work later");
}
