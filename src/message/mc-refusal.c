/* mc-refusal.c
 *
 * Why a message was not taken.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-refusal-private.h"
#include "mc-text.h"
#include "mc-words.h"

/* @signs: how its servers’ names end, or what only its replies hold */
typedef struct
{
  const char *name;
  const char *signs[9];
} Provider;

/* @word: what the text holds, lower case */
typedef struct
{
  McReasonKind reason;
  const char  *word;
  const char  *cause;
} CauseRow;

static const Provider providers[] = {
  { "Google", { "google.com", "googlemail.com", "gsmtp", "gmail.com", "(?p=", "/?p=", "gmail requires", "gmail has" } },
  { "Microsoft", { "outlook.com", "office365.com", "hotmail.com", "microsoft.com", "exchangelabs.com", "aka.ms/", "smtpclientauthentication", "5.7.139" } },
  { "Yahoo", { "yahoodns.net", "yahoo.com", "yahooinc.com", "verizonmedia.com", "aol.com", "yahoo requires" } },
  { "Apple", { "icloud.com", "me.com.akadns.net", "mail.me.com", "mac.com" } },
  { "Comcast", { "comcast.net" } },
  { "Orange", { "orange.fr", "wanadoo.fr", "ofr_" } },
  { "La Poste", { "laposte.net", " lpn0" } },
  { "Spectrum", { "charter.net", "spectrum.net", "aup#" } },
  { "Cox", { "cox.net" } },
  { "T-Online", { "t-online.de" } },
  { "Mail.ru", { "mail.ru" } },
  { "Yandex", { "yandex." } },
  { "Zoho", { "zoho." } },
  { "GMX", { "gmx.net", "gmx.com", "web.de", "kundenserver.de" } },
  { "Tencent", { "qq.com" } },
  { "Proofpoint", { "pphosted.com", "proofpoint.com" } },
  { "Mimecast", { "mimecast.com" } },
  { "Barracuda", { "barracudanetworks.com", "ess.barracuda" } },
};

static const char *const expired[] = {
  "message expired",
  "envelope expired",
  "delivery time expired",
};

static const char *const gave_up[] = {
  "retry timeout exceeded",
  "retry timeout",
  "queue.expired",
  "in the queue too long",
  "in queue too long",
  "queue*too long",
  "been in the queue for",
  "queue lifetime",
  "multiple retries, giving up",
  "after multiple retries",
  "message could not be delivered for",
  "could not be delivered for more than",
  "could not be delivered within",
  "was aborted after",
  "delivery attempts*expired",
  "unable to deliver*for*days",
  "cannot send message for",
  "giving up after",
  "has expired after",
  "message timed out",
  "too many delivery attempts",
  "maximum retries",
};

/* Which cause a reason points at where the words decide; the first that fits. */
static const CauseRow causes[] = {
  { MC_REASON_AUTHENTICATION_FAILED, "dmarc", "sending.dmarc-fails" },
  { MC_REASON_AUTHENTICATION_FAILED, "either spf or dkim", "sending.dmarc-fails" },
  { MC_REASON_AUTHENTICATION_FAILED, "spf", "sending.spf-excludes-server" },
  { MC_REASON_AUTHENTICATION_FAILED, "dkim", "sending.dkim-broken" },
  { MC_REASON_SENDER_REJECTED, "not owned by", "sending.from-refused" },
  { MC_REASON_SENDER_REJECTED, "permissions to send as", "sending.from-refused" },
  { MC_REASON_SENDER_REJECTED, "from this header address", "sending.from-refused" },
  { MC_REASON_SENDER_REJECTED, "sender address is not allowed", "sending.from-refused" },
};

static const char *
find_expired (McWords *words)
{
  return mc_words_find_any (words, expired, G_N_ELEMENTS (expired));
}

/* The sentence with which retries end. */
static const char *
find_gave_up (McWords *words)
{
  const char *phrase = find_expired (words);

  return phrase != NULL ? phrase : mc_words_find_any (words, gave_up, G_N_ELEMENTS (gave_up));
}

/**
 * mc_refusal_says_expired:
 * @words: what is said of one delivery
 *
 * The other words of mc_refusal_says_gave_up() may also say in a warning when it would be.
 *
 * Returns: whether the time for it is over
 */
gboolean
mc_refusal_says_expired (McWords *words)
{
  return find_expired (words) != NULL;
}

/**
 * mc_refusal_says_gave_up:
 * @words: what a notice says
 *
 * Returns: whether the retries have ended
 */
gboolean
mc_refusal_says_gave_up (McWords *words)
{
  return find_gave_up (words) != NULL;
}

static gboolean
holds_sign (const char     *text,
            const Provider *provider)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (provider->signs) && provider->signs[i] != NULL; i++)
    {
      if (strstr (text, provider->signs[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* @host and @text are lower case. */
static const char *
name_provider (const char *host,
               const char *text)
{
  for (gsize i = 0; host != NULL && i < G_N_ELEMENTS (providers); i++)
    {
      if (holds_sign (host, &providers[i]))
        return providers[i].name;
    }

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (providers); i++)
    {
      if (holds_sign (text, &providers[i]))
        return providers[i].name;
    }

  return NULL;
}

/**
 * mc_refusal_name_provider:
 * @self: a refusal
 *
 * Returns: (transfer none) (nullable): the name of the provider that said it
 */
const char *
mc_refusal_name_provider (const McRefusal *self)
{
  g_autofree char *host = self->host != NULL ? mc_text_dup_lower (self->host) : NULL;
  g_autofree char *text = self->text != NULL ? mc_text_dup_lower (self->text) : NULL;

  return name_provider (host, text);
}

/* What the words say, codes aside. */
static McReasonKind
read_words (McWords *words)
{
  McReasonKind           reason = mc_refusal_token_find (words);
  const McRefusalPhrase *phrase = reason == MC_REASON_UNKNOWN ? mc_refusal_phrase_find (words) : NULL;

  return phrase != NULL ? phrase->reason : reason;
}

/**
 * mc_refusal_is_clear:
 * @text: any text
 *
 * Returns: whether it holds what only a server would say: a mark of a provider, or
 *   several words that name a reason
 */
gboolean
mc_refusal_is_clear (const char *text)
{
  g_autoptr (McWords) words = mc_words_new (text);

  return mc_refusal_token_find (words) != MC_REASON_UNKNOWN ||
         mc_refusal_phrase_is_clear (mc_refusal_phrase_find (words));
}

/**
 * mc_refusal_find_clear:
 * @words: any words
 *
 * Returns: (transfer none) (nullable): the longest pattern in them that names a reason,
 *   or else says that retries have ended
 */
const char *
mc_refusal_find_clear (McWords *words)
{
  if (!mc_refusal_phrase_is_clear (mc_refusal_phrase_find (words)))
    return find_gave_up (words);

  return mc_refusal_phrase_find_longest (words)->pattern;
}

/* Words that say no more than that it was refused. */
static gboolean
is_vague (McReasonKind reason)
{
  return reason == MC_REASON_UNKNOWN || reason == MC_REASON_POLICY;
}

/* What is said of an address at MAIL FROM is said of the sender’s. */
static gboolean
is_about_address (McReasonKind reason)
{
  return is_vague (reason) || reason == MC_REASON_RECIPIENT_UNKNOWN || reason == MC_REASON_HOST_UNKNOWN ||
         reason == MC_REASON_ADDRESS_INVALID || reason == MC_REASON_NO_MAIL_SERVICE || reason == MC_REASON_FILTERED ||
         reason == MC_REASON_MAILBOX_DISABLED || reason == MC_REASON_RECIPIENT_RESTRICTED;
}

/* With 517 Courier answers MAIL FROM alone: “Invalid domain” is the sender’s then. */
static McRefusalPhase
find_phase (const McRefusal *self)
{
  return self->reply_code == 517 ? MC_REFUSAL_PHASE_MAIL : self->phase;
}

/* A bare refusal before the message was named can only be about who sends it. */
static McReasonKind
judge_phase (McRefusalPhase phase,
             McReasonKind   reason)
{
  if (phase == MC_REFUSAL_PHASE_CONNECT && is_vague (reason))
    return MC_REASON_BLOCKED;
  if (phase == MC_REFUSAL_PHASE_MAIL && is_about_address (reason))
    return MC_REASON_SENDER_REJECTED;

  return reason;
}

/**
 * mc_refusal_decide:
 * @self: a refusal
 *
 * Tells why a message was refused (contract section 5): the words first, then what
 * the codes mean at the provider that gave them, then the registries.
 *
 * Returns: the reason, %MC_REASON_UNKNOWN when it cannot be told
 */
McReasonKind
mc_refusal_decide (const McRefusal *self)
{
  g_autoptr (McWords) text = self->text != NULL ? mc_words_new (self->text) : NULL;
  g_autoptr (McWords) context = self->context != NULL ? mc_words_new (self->context) : NULL;

  return mc_refusal_decide_words (self, text, context);
}

/**
 * mc_refusal_decide_words:
 * @self: a refusal, whose texts are not looked at
 * @text: (nullable): what was said
 * @context: (nullable): other text around it, which counts where @text does not tell
 *
 * The same as mc_refusal_decide(), for words that are comparable already.
 *
 * Returns: the reason, %MC_REASON_UNKNOWN when it cannot be told
 */
McReasonKind
mc_refusal_decide_words (const McRefusal *self,
                         McWords         *text,
                         McWords         *context)
{
  g_autofree char *host = self->host != NULL ? mc_text_dup_lower (self->host) : NULL;
  const char      *provider = name_provider (host, text != NULL ? text->said.text : NULL);
  McReasonKind     by_codes = mc_refusal_read_codes (provider, self->reply_code, self->enhanced_code);
  McReasonKind     reason = text != NULL ? read_words (text) : MC_REASON_UNKNOWN;

  if (is_vague (reason) && context != NULL)
    {
      McReasonKind around = read_words (context);

      reason = is_vague (around) && reason != MC_REASON_UNKNOWN ? reason : around;
    }

  if (is_vague (reason) && by_codes != MC_REASON_UNKNOWN)
    reason = by_codes;

  return judge_phase (find_phase (self), reason);
}

/**
 * mc_refusal_find_cause:
 * @reason: why a message was refused
 * @text: (nullable): what was said
 *
 * Returns: (transfer none) (nullable): id of the cause that it points at
 */
const char *
mc_refusal_find_cause (McReasonKind reason,
                       const char  *text)
{
  g_autofree char *lower = NULL;

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (causes); i++)
    {
      if (causes[i].reason != reason)
        continue;
      if (lower == NULL)
        lower = mc_text_dup_lower (text);
      if (strstr (lower, causes[i].word) != NULL)
        return causes[i].cause;
    }

  return mc_reason_get (reason)->cause;
}
