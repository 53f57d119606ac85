/* mc-code-meanings.c
 *
 * What single codes say, as sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-code-meanings-private.h"
#include "mc-refusal.h"

/* RFC 5321 section 4.2.1, RFC 3463 section 3.1: what the first digit says. */
static const char *const classes[] = {
  [2] = N_ ("The 2 at the start says: it worked."),
  [3] = N_ ("The 3 at the start says: so far so good, the server waits for more."),
  [4] = N_ ("The 4 at the start says: for now. Mail servers try again by themselves."),
  [5] = N_ ("The 5 at the start says: for good. Mail servers do not try again by themselves."),
};

#define RETRIES_ENDED N_ ("The 4 at the start says: for now. Mail servers try again by themselves for a while; here that has ended.")

/* RFC 3463 section 3: what the number in the middle is about. */
static const char *const subjects[] = {
  [0] = NULL,
  [1] = N_ ("Its middle number says that it is about an address."),
  [2] = N_ ("Its middle number says that it is about the mailbox."),
  [3] = N_ ("Its middle number says that it is about the mail server itself."),
  [4] = N_ ("Its middle number says that it is about the network, or the way to the next server."),
  [5] = N_ ("Its middle number says that it is about how the two programs talk to each other."),
  [6] = N_ ("Its middle number says that it is about the content of the message."),
  [7] = N_ ("Its middle number says that it is about a rule of the server, or about security."),
};

/* RFC 5321 section 4.2.1: what the middle digit of a reply code is about. */
static const char *const reply_subjects[] = {
  [0] = N_ ("Its middle digit says that it is about a command that was not understood."),
  [1] = N_ ("Its middle digit says that it is a piece of information."),
  [2] = N_ ("Its middle digit says that it is about the connection."),
  [5] = N_ ("Its middle digit says that it is about the mail system and what it does with the message."),
};

static gboolean
is_enhanced_code (const char *code)
{
  return code != NULL && strlen (code) > 4 && code[1] == '.';
}

/* The row of @provider, or what a code beyond the registry says at the only one who uses it. */
static const McCodeMeaning *
find_enhanced (const char *provider,
               const char *code)
{
  const McCodeMeaning *registry = mc_code_meaning_in_registry (code);
  const McCodeMeaning *row;
  const McCodeMeaning *other = NULL;
  guint                position = 0;

  while ((row = mc_code_meaning_at_provider (code, &position)) != NULL)
    {
      if (g_strcmp0 (row->provider, provider) == 0)
        return row;
      if (other == NULL)
        other = row;
    }

  return registry != NULL ? registry : other;
}

/**
 * mc_code_meaning_find:
 * @provider: (nullable): who gave the codes
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the enhanced status code
 *
 * Looks up the row that says most: of the provider first, then of the registry, then
 * that of the reply code.
 *
 * Returns: (transfer none) (nullable): what the codes say
 */
const McCodeMeaning *
mc_code_meaning_find (const char *provider,
                      int         reply_code,
                      const char *enhanced_code)
{
  const McCodeMeaning *row = NULL;

  /* “X.0.0” says less than any reply code. */
  if (is_enhanced_code (enhanced_code) && !(reply_code != 0 && g_str_has_suffix (enhanced_code, ".0.0")))
    row = find_enhanced (provider, enhanced_code);

  return row == NULL && reply_code != 0 ? mc_code_meaning_for_reply (reply_code) : row;
}

/**
 * mc_code_meaning_is_open:
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the enhanced status code
 *
 * Returns: whether a provider means something quite different by it than the registry, so
 *   that the code tells little as long as nobody knows who gave it
 */
gboolean
mc_code_meaning_is_open (int         reply_code,
                         const char *enhanced_code)
{
  const McCodeMeaning *row;
  guint                position = 0;

  if (!is_enhanced_code (enhanced_code) || mc_code_meaning_in_registry (enhanced_code) == NULL)
    return FALSE;

  while ((row = mc_code_meaning_at_provider (enhanced_code, &position)) != NULL)
    {
      if (mc_refusal_read_codes (row->provider, reply_code, enhanced_code) !=
          mc_refusal_read_codes (NULL, reply_code, enhanced_code))
        return TRUE;
    }

  return FALSE;
}

static void
add_sentence (GString *sentences,
              char    *sentence)
{
  g_string_append_printf (sentences, "%s%s", sentences->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static char *
dup_meaning (const char          *code,
             const McCodeMeaning *row)
{
  if (row->provider == NULL)
    /* Translators: the first %s is a code, the second what it means, a sentence without its full stop */
    return g_strdup_printf (_ ("%s means: %s."), code, _ (row->title));

  /* Translators: a code, the name of a provider, and what the code means there, a sentence without its full stop */
  return g_strdup_printf (_ ("%s means, at %s: %s."), code, row->provider, _ (row->title));
}

static void
add_unlisted (GString    *sentences,
              const char *code,
              const char *subject)
{
  /* Translators: %s is a code */
  add_sentence (sentences, g_strdup_printf (_ ("%s is not a standard code."), code));
  if (subject != NULL)
    add_sentence (sentences, g_strdup (_ (subject)));
}

/* A code that means different things in different hands, where it is not known whose it is. */
static void
add_others (GString    *sentences,
            const char *code)
{
  const McCodeMeaning *row;
  guint                position = 0;

  while ((row = mc_code_meaning_at_provider (code, &position)) != NULL)
    /* Translators: the name of a provider, and what a code means there, a sentence without its full stop */
    add_sentence (sentences, g_strdup_printf (_ ("At %s it means: %s."), row->provider, _ (row->title)));
}

/* Whose meaning of the code fits the words, where it is not known who said them. */
static const char *
choose_provider (const char  *provider,
                 const char  *code,
                 McReasonKind reason)
{
  const McCodeMeaning *row;
  guint                position = 0;

  if (provider != NULL || reason == MC_REASON_UNKNOWN || mc_refusal_read_codes (NULL, 0, code) == reason)
    return provider;

  while ((row = mc_code_meaning_at_provider (code, &position)) != NULL)
    {
      if (mc_refusal_read_codes (row->provider, 0, code) == reason)
        return row->provider;
    }

  return NULL;
}

static void
add_enhanced (GString    *sentences,
              const char *provider,
              const char *code,
              gboolean    has_words)
{
  const McCodeMeaning *row = find_enhanced (provider, code);
  guint64              subject = g_ascii_strtoull (code + 2, NULL, 10);
  gboolean             is_own = row != NULL && g_strcmp0 (row->provider, provider) == 0;
  gboolean             is_listed = row != NULL && (is_own || row->provider == NULL);

  if (is_listed)
    add_sentence (sentences, dup_meaning (code, row));
  else if (row != NULL)
    add_unlisted (sentences, code, NULL);
  else if (*code != '2')
    add_unlisted (sentences, code, subject < G_N_ELEMENTS (subjects) ? subjects[subject] : NULL);

  if (!is_listed || (provider == NULL && !has_words))
    add_others (sentences, code);
}

static void
add_reply (GString *sentences,
           int      reply_code)
{
  const McCodeMeaning *row = mc_code_meaning_for_reply (reply_code);
  gsize                subject = (gsize) (reply_code / 10 % 10);
  g_autofree char     *code = g_strdup_printf ("%d", reply_code);

  if (row != NULL)
    add_sentence (sentences, dup_meaning (code, row));
  else
    add_unlisted (sentences, code, subject < G_N_ELEMENTS (reply_subjects) ? reply_subjects[subject] : NULL);
}

/**
 * mc_code_meaning_describe:
 * @provider: (nullable): who gave the codes
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the enhanced status code
 * @reason: what the words beside the codes say, %MC_REASON_UNKNOWN where there are none
 * @is_final: whether it is known that nobody tries again
 *
 * Tells what each code says, and what their first digit says. Of a code that is in no
 * list, only what its digits say.
 *
 * Returns: (transfer full) (nullable): that in sentences, translated; %NULL without a code
 */
char *
mc_code_meaning_describe (const char  *provider,
                          int          reply_code,
                          const char  *enhanced_code,
                          McReasonKind reason,
                          gboolean     is_final)
{
  g_autoptr (GString) sentences = g_string_new (NULL);
  const char         *enhanced = is_enhanced_code (enhanced_code) ? enhanced_code : NULL;
  int                 enhanced_class = enhanced != NULL ? enhanced[0] - '0' : 0;
  int class = reply_code != 0 ? reply_code / 100 : enhanced_class;

  if (enhanced != NULL)
    provider = choose_provider (provider, enhanced, reason);

  if (reply_code != 0)
    add_reply (sentences, reply_code);
  if (enhanced != NULL)
    add_enhanced (sentences, provider, enhanced, reason != MC_REASON_UNKNOWN);
  if (class <= 0)
    return NULL;

  if (reply_code != 0 && enhanced != NULL && enhanced_class != class)
    add_sentence (sentences, g_strdup (_ ("The two codes do not agree whether a later try can work. Mail servers go by the first one.")));
  if (class == 4 && is_final)
    add_sentence (sentences, g_strdup (_ (RETRIES_ENDED)));
  else if (class < (int) G_N_ELEMENTS (classes) && classes[class] != NULL)
    add_sentence (sentences, g_strdup (_ (classes[class])));
  if (class >= 4 && reason != MC_REASON_UNKNOWN && mc_refusal_read_codes (provider, reply_code, enhanced) != reason)
    add_sentence (sentences, g_strdup (_ ("The words that came with it tell more than the code.")));

  return g_string_free_and_steal (g_steal_pointer (&sentences));
}

/**
 * mc_code_meaning_describe_response:
 * @protocol: IMAP or POP3
 * @response_code: a response code of it
 *
 * Returns: (transfer full) (nullable): what it says, translated
 */
char *
mc_code_meaning_describe_response (McProtocol  protocol,
                                   const char *response_code)
{
  const McCodeMeaning *row = mc_code_meaning_find_response (protocol, response_code);
  g_autofree char     *code = g_strdup_printf ("[%s]", response_code);

  return row != NULL ? dup_meaning (code, row) : NULL;
}
