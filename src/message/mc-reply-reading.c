/* mc-reply-reading.c
 *
 * What a server said, alone or within other text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-code-meanings.h"
#include "mc-plain-codes.h"
#include "mc-refusal.h"
#include "mc-reply-belief.h"
#include "mc-reply-codes.h"
#include "mc-reply-reading.h"
#include "mc-reply-signatures.h"
#include "mc-reply-status.h"
#include "mc-reply-text.h"
#include "mc-words.h"

#define MAX_TEXT      (64 * 1024)
#define MAX_BARE_TEXT 1500

/* A cause that the signatures name, as the reason of a reply. A “*” at the end stands for the rest of a family. */
static const struct
{
  const char  *cause;
  McReasonKind reason;
} cause_reasons[] = {
  { "login.too-many-attempts", MC_REASON_RATE_LIMITED },
  { "login.too-many-connections", MC_REASON_RATE_LIMITED },
  { "login.server-fault", MC_REASON_SYSTEM_ERROR },
  { "login.encryption-required", MC_REASON_TLS_FAILED },
  { "login.*", MC_REASON_SIGN_IN_REQUIRED },
  { "mailbox.full", MC_REASON_MAILBOX_FULL },
  { "mailbox.usage-limit", MC_REASON_RATE_LIMITED },
  { "mailbox.*", MC_REASON_SYSTEM_ERROR },
  { "server.client-blocked", MC_REASON_BLOCKED },
  { "server.*", MC_REASON_SYSTEM_ERROR },
  { "sending.relay-denied", MC_REASON_RELAY_DENIED },
  { "sending.from-refused", MC_REASON_SENDER_REJECTED },
  { "sending.recipient-refused", MC_REASON_RECIPIENT_UNKNOWN },
  { "sending.recipient-problem", MC_REASON_MAILBOX_FULL },
  { "sending.too-large", MC_REASON_MESSAGE_TOO_LARGE },
  { "sending.rate-limited", MC_REASON_RATE_LIMITED },
  { "sending.account-suspended", MC_REASON_SENDER_SUSPENDED },
  { "sending.greylisted", MC_REASON_GREYLISTED },
  { "sending.spf-*", MC_REASON_AUTHENTICATION_FAILED },
  { "sending.dkim-*", MC_REASON_AUTHENTICATION_FAILED },
  { "sending.dmarc-*", MC_REASON_AUTHENTICATION_FAILED },
};

/* Where a provider’s servers are for the table of signatures. */
static const struct
{
  const char *provider;
  const char *host;
} provider_hosts[] = {
  { "Google", "gmail.com" },
  { "Microsoft", "office365.com" },
  { "Yahoo", "yahoo.com" },
  { "Apple", "icloud.com" },
  { "Yandex", "yandex.com" },
  { "Mail.ru", "mail.ru" },
  { "Zoho", "zoho.com" },
  { "Tencent", "qq.com" },
  { "GMX", "gmx.net" },
  { "T-Online", "t-online.de" },
  { "Comcast", "comcast.net" },
};

void
mc_reply_reading_free (McReplyReading *self)
{
  g_free (self->enhanced_code);
  g_free (self->response_code);
  g_free (self->words);
  g_free (self);
}

static McReasonKind
reason_of_cause (const char *cause)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cause_reasons); i++)
    {
      gsize length = strcspn (cause_reasons[i].cause, "*");

      if (strncmp (cause, cause_reasons[i].cause, length) == 0 &&
          (cause_reasons[i].cause[length] == '*' || cause[length] == '\0'))
        return cause_reasons[i].reason;
    }

  return MC_REASON_UNKNOWN;
}

static const char *
host_of_provider (const char *provider)
{
  for (gsize i = 0; i < G_N_ELEMENTS (provider_hosts); i++)
    {
      if (g_strcmp0 (provider, provider_hosts[i].provider) == 0)
        return provider_hosts[i].host;
    }

  return NULL;
}

/* The table that the diagnosis of a sign-in uses as well. */
static const McReplySignature *
match_signature (const McReplyReading *self,
                 const char           *text)
{
  return mc_reply_signature_match (self->protocol, host_of_provider (self->provider), self->response_code,
                                   self->reply_code, self->enhanced_code, text);
}

static void
take_plain_code (McReplyReading *self,
                 const char     *code)
{
  const McPlainCode *row = mc_plain_code_find (self->protocol, code);

  if (row == NULL)
    return;

  self->reason = row->reason;
  self->cause = row->cause;
  self->title = row->title;
  self->explanation = row->explanation;
}

static McReplyReading *
reading_new (McProtocol  protocol,
             const char *words,
             const char *text)
{
  McReplyReading *self = g_new0 (McReplyReading, 1);

  self->protocol = protocol;
  self->words = mc_reply_text_dup_words (text, words);
  self->provider = mc_reply_text_name_provider (words, text);
  self->reason = MC_REASON_UNKNOWN;
  self->is_refusal = TRUE;

  return self;
}

static void
take_status (McReplyReading      *self,
             const McReplyStatus *status)
{
  self->reason = status->reason;
  self->title = status->title;
  self->explanation = status->explanation;
  self->is_refusal = !status->is_good;
}

static void
take_signature (McReplyReading         *self,
                const McReplySignature *signature,
                McReasonKind            reason)
{
  self->signature = signature;
  self->cause = signature->cause;
  self->reason = reason;
  self->title = NULL;
  self->explanation = NULL;
}

/* IMAP and POP3: nearly always about the sign-in or the own mailbox. */
static McReplyReading *
read_incoming (McProtocol           protocol,
               const char          *text,
               const char          *start,
               const McReplyStatus *status)
{
  McReplyReading         *self = reading_new (protocol, start, text);
  const McReplySignature *signature;

  self->response_code = mc_reply_text_find_response_code (status != NULL ? start : text, protocol);
  if (self->response_code != NULL)
    take_plain_code (self, self->response_code);
  else if (status != NULL)
    take_status (self, status);

  signature = match_signature (self, text);
  if (signature != NULL)
    take_signature (self, signature, reason_of_cause (signature->cause));

  self->is_permanent = self->reason != MC_REASON_SYSTEM_ERROR && self->reason != MC_REASON_RATE_LIMITED;
  self->is_refusal = status != NULL || signature != NULL || self->title == NULL;

  return self;
}

/* Whether what the signature says about signing in holds for this refusal. */
static gboolean
fits (const McReplySignature *signature,
      McReasonKind            reason,
      int                     reply_code,
      const char             *text)
{
  McReasonKind by_cause = reason_of_cause (signature->cause);
  gboolean     is_login = g_str_has_prefix (signature->cause, "login.");

  /* Which of two servers has the fault, the own or one further on, a reply alone does not tell. */
  if (g_str_has_prefix (signature->cause, "server."))
    return FALSE;
  if (reason == MC_REASON_UNKNOWN || reason == MC_REASON_SIGN_IN_REQUIRED || by_cause == reason)
    return TRUE;
  /* “Sender address rejected: not logged in” */
  if (g_str_equal (signature->cause, "sending.relay-denied") && reason == MC_REASON_SENDER_REJECTED)
    return TRUE;
  /* “Relaying disallowed as …” */
  if (g_str_equal (signature->cause, "sending.from-refused") && reason == MC_REASON_RELAY_DENIED)
    return TRUE;
  if (!is_login)
    return FALSE;
  /* RFC 4954: these answer a sign-in and nothing else. */
  if (reply_code == 432 || (reply_code >= 534 && reply_code <= 538))
    return TRUE;
  if (reason == MC_REASON_POLICY || reason == MC_REASON_SENDER_SUSPENDED)
    return TRUE;

  return (reason == MC_REASON_RATE_LIMITED || reason == MC_REASON_SYSTEM_ERROR || reason == MC_REASON_PROTOCOL_ERROR ||
          reason == MC_REASON_NETWORK_ERROR || reason == MC_REASON_NOT_SUPPORTED) &&
         (strstr (text, "login") != NULL || strstr (text, "auth") != NULL);
}

/* Of “sign in first” and “does not send for you” the former tells more, and so does what is said of the sender. */
static McReasonKind
sharper (McReasonKind reason,
         const char  *cause)
{
  McReasonKind by_cause = reason_of_cause (cause);

  if (by_cause == MC_REASON_RELAY_DENIED &&
      (reason == MC_REASON_SIGN_IN_REQUIRED || reason == MC_REASON_SENDER_REJECTED))
    return reason;

  return by_cause;
}

/* In “SMTP Error (550): …” the reply does not begin with its number. */
static const char *
find_words (const char         *text,
            const McReplyCodes *codes)
{
  const char *start = codes->start >= 0 ? text + codes->start : text;

  return start[strspn (start, "0123456789")] == ')' ? text : start;
}

static McReplyReading *
read_smtp (const char         *text,
           const McReplyCodes *codes)
{
  McReplyReading         *self = reading_new (MC_PROTOCOL_SMTP, find_words (text, codes), text);
  const McReplySignature *signature;
  g_autoptr (McWords)     words = mc_words_new (text);
  McRefusal               refusal;

  self->reply_code = codes->reply_code;
  self->enhanced_code = codes->enhanced_code[0] != '\0' ? g_strdup (codes->enhanced_code) : NULL;
  refusal = (McRefusal) {
    .text = text,
    .host = host_of_provider (self->provider),
    .reply_code = self->reply_code,
    .enhanced_code = self->enhanced_code,
  };
  self->is_code_only = self->reply_code + (self->enhanced_code != NULL) > 0 && mc_reply_codes_are_all (text);
  self->reason = mc_refusal_says_gave_up (words) ? MC_REASON_EXPIRED : mc_refusal_decide_words (&refusal, words, NULL);
  self->cause = mc_refusal_find_cause (self->reason, text);

  signature = match_signature (self, text);
  if (signature != NULL && fits (signature, self->reason, self->reply_code, text))
    take_signature (self, signature, sharper (self->reason, signature->cause));

  /* Nobody can tell which of its meanings it is. */
  if (self->is_code_only && self->provider == NULL && mc_code_meaning_is_open (self->reply_code, self->enhanced_code))
    self->cause = NULL;

  if (self->reply_code != 0)
    self->is_permanent = self->reply_code >= 500;
  else
    self->is_permanent = self->enhanced_code == NULL || self->enhanced_code[0] == '5';

  return self;
}

/* “250 2.0.0 Ok”: a reply that is no refusal, at the start of a line. */
static McReplyReading *
read_good_reply (const char *text)
{
  if (!mc_reply_belief_in_good_reply (text))
    return NULL;

  for (const char *line = text; line != NULL && *line != '\0'; line = strchr (line, '\n'))
    {
      g_autofree char *code = NULL;
      char             enhanced[MC_ENHANCED_CODE_SIZE];
      McReplyReading  *self;

      line += *line == '\n' ? 1 : 0;
      line += strspn (line, " \t");
      if ((*line != '2' && *line != '3') || strspn (line, "0123456789") != 3 || (line[3] != '\0' && strchr (" -\n", line[3]) == NULL))
        continue;

      code = g_strndup (line, 3);
      if (mc_plain_code_find (MC_PROTOCOL_SMTP, code) == NULL)
        continue;

      self = reading_new (MC_PROTOCOL_SMTP, line, line);
      self->reply_code = (int) g_ascii_strtoull (code, NULL, 10);
      if (line[3] != '\0' && mc_reply_codes_read_enhanced (line + 4, enhanced))
        self->enhanced_code = g_strdup (enhanced);
      self->is_refusal = FALSE;
      take_plain_code (self, code);
      return self;
    }

  return NULL;
}

/* “599”, a number that no server should give but some do; 40x are a website’s. */
static McReplyReading *
read_odd_number (const char *number)
{
  McReplyCodes codes = { .start = 0 };

  if ((*number != '4' && *number != '5') || strlen (number) != 3 || strspn (number, "0123456789") != 3 ||
      g_str_has_prefix (number, "40"))
    return NULL;

  codes.reply_code = (int) g_ascii_strtoull (number, NULL, 10);
  return read_smtp (number, &codes);
}

/* “2.1.5”, or “OVERQUOTA” without its brackets, and nothing else. */
static McReplyReading *
read_bare_code (const char *text)
{
  static const McProtocol incoming[] = { MC_PROTOCOL_IMAP, MC_PROTOCOL_POP3 };
  g_autofree char        *code = g_strstrip (g_strdup (text));
  char                    enhanced[MC_ENHANCED_CODE_SIZE];
  McReplyReading         *self;

  if (*code == '2' && mc_reply_codes_read_enhanced (code, enhanced) && g_str_equal (code, enhanced))
    {
      self = reading_new (MC_PROTOCOL_SMTP, code, code);
      self->enhanced_code = g_strdup (enhanced);
      self->is_refusal = FALSE;
      take_plain_code (self, "250");
      return self;
    }

  for (guint i = 0; i < G_N_ELEMENTS (incoming); i++)
    {
      const McPlainCode *row = mc_plain_code_find (incoming[i], code);

      if (row != NULL && g_str_equal (row->code, code))
        {
          g_autofree char *bracketed = g_strdup_printf ("[%s]", code);

          return read_incoming (incoming[i], bracketed, bracketed, NULL);
        }
    }

  return read_odd_number (code);
}

/* A mark such as “AADSTS65001”, or a sentence; no word of everyday language. */
static gboolean
is_believed (const char *text,
             const char *phrase)
{
  g_autofree char *lower = g_ascii_strdown (phrase, -1);

  if (strpbrk (phrase, "_0123456789") != NULL)
    return TRUE;

  return strchr (phrase, ' ') != NULL && mc_reply_belief_in_words (text, lower);
}

/* What the table of signatures knows. */
static McReplyReading *
read_known_words (const char *text,
                  guint       except)
{
  static const McProtocol incoming[] = { MC_PROTOCOL_IMAP, MC_PROTOCOL_POP3 };

  for (guint i = 0; i < G_N_ELEMENTS (incoming); i++)
    {
      const McReplySignature *signature = mc_reply_signature_match (incoming[i], NULL, NULL, 0, NULL, text);

      if (signature != NULL && signature->text != NULL && (signature->protocols & except) == 0 &&
          is_believed (text, signature->text))
        {
          McReplyReading *self = read_incoming (incoming[i], text, text, NULL);

          self->is_refusal = TRUE;
          return self;
        }
    }

  return NULL;
}

static McReplyReading *
read_program_error (const char           *text,
                    const McProgramError *error)
{
  McReplyReading *self = reading_new (mc_program_error_guess_protocol (text), text, text);

  self->program_error = error;
  self->reason = error->reason;
  self->cause = error->cause;

  return self;
}

/* “Your mailbox is full”, as providers write to its owner, and “my mailbox”, as the owner does. */
static gboolean
is_own_mailbox (McWords *words)
{
  static const char *const own[] = {
    "my mailbox", "my inbox", "my quota", "my storage", "our mailbox", "your mailbox", "your inbox", "your quota", "your storage",
    "your account"
  };

  return mc_words_find_any (words, own, G_N_ELEMENTS (own)) != NULL;
}

static McReplyReading *
read_own_mailbox_full (const char *text)
{
  McReplyReading *self = reading_new (MC_PROTOCOL_IMAP, text, text);

  take_plain_code (self, "OVERQUOTA");
  self->is_permanent = TRUE;

  return self;
}

static gboolean
names_password (const char *cause)
{
  return g_strcmp0 (cause, "login.wrong-password") == 0;
}

/* A server’s sentence within tells more, unless it is only that the sign-in failed and the program knows why. */
static McReplyReading *
read_program_or_server (const char           *text,
                        const McProgramError *error)
{
  g_autoptr (McReplyReading) found = NULL;

  if (error->reason == MC_REASON_SIGN_IN_REQUIRED)
    found = read_known_words (text, 0);
  if (found == NULL || (names_password (found->cause) && !names_password (error->cause)))
    return read_program_error (text, error);

  return g_steal_pointer (&found);
}

/* Words without any code are only believed when they are clear, and nearly all there is. */
static McReplyReading *
read_bare_words (const char *text)
{
  const McReplyCodes    none = { .start = -1 };
  const McRefusal       no_codes = { 0 };
  g_autoptr (McWords)   words = NULL;
  const McProgramError *error;
  McReplyReading       *found;
  McReasonKind          by_words;

  if (strlen (text) > MAX_BARE_TEXT)
    return NULL;

  words = mc_words_new (text);
  by_words = mc_refusal_decide_words (&no_codes, words, NULL);
  /* “Internal error occurred” is what IMAP servers say. */
  if (by_words == MC_REASON_SYSTEM_ERROR && (found = read_known_words (text, 1u << MC_PROTOCOL_SMTP)) != NULL)
    return found;
  error = mc_program_error_find (text, by_words == MC_REASON_NETWORK_ERROR);
  if (error != NULL)
    return read_program_or_server (text, error);
  if (mc_reply_belief_in_words (text, NULL))
    return by_words == MC_REASON_MAILBOX_FULL && is_own_mailbox (words) ? read_own_mailbox_full (text)
                                                                        : read_smtp (text, &none);

  return read_known_words (text, 0);
}

/* Response codes such as “[CLOSED]” are also words of everyday language. */
static gboolean
is_answer (const char *text,
           const char *response_code)
{
  return mc_words_count_letters (text) == mc_words_count_letters (response_code) ||
         mc_reply_status_find_success (text) != NULL || mc_reply_belief_in_answer (text);
}

/* What is looked at, and no part of a character. */
static char *
dup_start (const char *text)
{
  const char *end = text + strlen (text);

  if (end - text > MAX_TEXT)
    end = g_utf8_find_prev_char (text, text + MAX_TEXT + 1);

  return g_strndup (text, (gsize) (end - text));
}

/**
 * mc_reply_reading_new:
 * @text: what a server said, alone or within other text; valid UTF-8
 *
 * Reads what an SMTP, IMAP or POP3 server said: the provider's sentences first, then
 * what a provider means by a code, then the registries.
 *
 * Returns: (transfer full) (nullable): what it means; %NULL when it is nothing that a
 *   server would say
 */
McReplyReading *
mc_reply_reading_new (const char *text)
{
  g_autofree char *start = dup_start (text);
  g_autofree char *oauth = mc_reply_text_dup_oauth_status (start);
  g_autofree char *full = oauth != NULL ? g_strconcat (start, "\n", oauth, NULL) : g_strdup (start);
  g_autofree char *imap_code = mc_reply_text_find_response_code (full, MC_PROTOCOL_IMAP);
  g_autofree char *pop3_code = mc_reply_text_find_response_code (full, MC_PROTOCOL_POP3);
  const char      *said = full;

  const McReplyStatus *status;
  McReplyCodes         codes;
  McReplyReading      *found;

  status = mc_reply_status_find_refusal (MC_PROTOCOL_POP3, full, &said);
  if (status != NULL || (pop3_code != NULL && imap_code == NULL && is_answer (full, pop3_code)))
    return read_incoming (MC_PROTOCOL_POP3, full, said, status);
  status = mc_reply_status_find_refusal (MC_PROTOCOL_IMAP, full, &said);
  if (status != NULL || (imap_code != NULL && is_answer (full, imap_code)))
    return read_incoming (MC_PROTOCOL_IMAP, full, said, status);

  mc_reply_codes_find (full, &codes);
  if (mc_reply_belief_in_codes (full, &codes))
    return read_smtp (full, &codes);
  if (oauth == NULL && (found = read_good_reply (full)) != NULL)
    return found;
  if (oauth != NULL)
    return read_smtp (full, &codes);
  if ((found = read_bare_code (full)) != NULL)
    return found;
  if ((status = mc_reply_status_find_success (full)) != NULL)
    {
      found = reading_new (status->protocol, full, full);
      take_status (found, status);
      return found;
    }

  return read_bare_words (full);
}
