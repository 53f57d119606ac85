/* mc-reply-belief.c
 *
 * Whether a mail server or a mail program says something, or somebody writes about something else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-refusal-private.h"
#include "mc-reply-belief.h"
#include "mc-reply-signatures.h"
#include "mc-text.h"
#include "mc-words.h"

/* What people put before a reply that they quote. */
#define LINE_START " \t\n(#[<\"'>"

/* Where somebody else is quoted, and where a sentence ends. */
#define QUOTES    "\n(?=[A-Z])|[\"“”„«»]|[:;]\\s"
#define SENTENCES "[.!?]\\s+|\n\\s*\n"

/* In these tables words are lower case; a “*” at the end stands for any end of the word. */

/* Words of mail and of little else. */
static const char *const mail_terms[] = {
  "mail", "mails", "email*", "webmail*", "mailserver*", "mailprogramm*", "mailer*", "smtp*", "esmtp", "imap*", "pop3*", "mx", "mta",
  "dsn", "rcpt", "recipient*", "postmaster", "bounce*", "undeliver*", "relay*", "spf", "dkim", "dmarc", "spamhaus", "abuseat", "dnsbl",
  "greylist*", "quota", "helo", "ehlo", "thunderbird", "outlook", "gmail", "postfix", "exim*", "sendmail", "qmail",
  "empfänger*", "absender*", "zustell*", "courriel*", "courrier*", "destinataire*", "expéditeur*", "correo*", "destinatari*",
  "remitente*", "posta", "messaggi*", "почт*", "письм*"
};

/* Of servers, also those of other services. */
static const char *const server_terms[] = {
  "server*", "starttls", "dns", "ptr", "auth", "authenticat*", "login*", "logon*", "aadsts*", "serveur*", "servidor*", "сервер*"
};

/* Of what they talk about, as anybody does. */
static const char *const common_terms[] = {
  "host", "hosts", "domain*", "sender*", "mailbox*", "message*", "user*", "command*", "reject*", "denied"
};

/* What servers of IMAP and POP3 talk about beside that. */
static const char *const answer_terms[] = {
  "account*", "append", "argument*", "authoriz*", "autologout", "basic", "cannot", "connect*", "copy", "create", "credentials", "delete",
  "disconnect*", "error*", "examine", "fail*", "fetch", "folder*", "idle*", "inactivity", "incorrect", "internal", "invalid", "list",
  "logging", "logout", "missing", "move", "password*", "permission*", "rename", "search", "select*", "status", "store", "syntax", "tag",
  "temporar*", "timed", "timeout", "unable", "unavailable", "unknown", "unrecognized", "unsupported"
};

/* What somebody writes around a number that a server gave; the start of a word. */
static const char *const around_codes[] = {
  "mail", "e-mail", "email", "webmail", "smtp", "imap", "pop3", "esmtp", "dsn", "mta", "mx ", "mx.", "server", "remote host", "remote end",
  "relay", "recipient", "rcpt", "sender", "address", "mailbox", "message", "inbox", "deliver", "undeliver", "bounce", "spam", "policy",
  "reject", "refuse", "denied", "block", "authenticat", "login", "greylist", "blacklist", "blocklist", "spf", "dkim", "dmarc", "quota",
  "error", "transaction", "outlook", "thunderbird", "gmail", "exchange", "postfix", "exim", "sendmail", "qmail", "postmaster", "mailer-daemon",
  MC_WORDS_ADDRESS, "empfänger", "absender", "nachricht", "zustell", "fehler", "postfach", "abgelehnt", "serveur", "courri", "destinataire",
  "erreur", "refusé", "servidor", "correo", "mensaje", "destinatario", "respuesta", "posta", "messaggio", "bericht", "mensagem", "сервер",
  "почт", "письм", "сообщени", "ошибк", "サーバ", "メール", "エラー", "邮", "服务器", "错误"
};

static const char *const web_terms[] = { "http", "nginx", "apache", "php", "curl" };

/* RFC 9110 section 15, with what web servers make of it. */
static const char *const web_phrases[] = {
  "internal server error", "501 not implemented", "bad gateway", "service unavailable", "service temporarily unavailable",
  "gateway timeout", "gateway time-out", "http version not supported", "too many requests"
};

/* In lower case beyond ASCII, as the tables are. */
static McWords *
words_new (const char *text)
{
  g_autofree char *lower = mc_text_dup_lower_utf8 (text);

  return mc_words_new (lower);
}

static gsize
measure_word (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalnum (p[length]) || (guchar) p[length] >= 0x80)
    length++;

  return length;
}

static gboolean
is_term (const char        *word,
         gsize              length,
         const char *const *terms,
         gsize              n_terms)
{
  for (gsize i = 0; i < n_terms; i++)
    {
      gsize stem = strcspn (terms[i], "*");

      if (length >= stem && strncmp (word, terms[i], stem) == 0 && (length == stem || terms[i][stem] == '*'))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_word (const char *text,
          const char *word,
          gsize       length)
{
  for (const char *p = text; *p != '\0'; p += MAX (measure_word (p), 1))
    {
      if (measure_word (p) == length && strncmp (p, word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One of the terms, beside what @phrase says itself: “The user manual was not found” is not about users. */
static gboolean
holds_term (McWords           *words,
            const char        *phrase,
            const char *const *terms,
            gsize              n_terms)
{
  for (const char *p = words->plain.text; *p != '\0'; p += MAX (measure_word (p), 1))
    {
      gsize length = measure_word (p);

      if (is_term (p, length, terms, n_terms) && !has_word (phrase, p, length))
        return TRUE;
    }

  return FALSE;
}

/* “192.0.2.1”, also at the end of a sentence */
static gboolean
holds_ip_address (const char *text)
{
  for (const char *p = text; (p = strpbrk (p, "0123456789")) != NULL;)
    {
      const char      *end = p + strspn (p, "0123456789.");
      g_autofree char *address = NULL;

      while (end[-1] == '.')
        end--;
      address = g_strndup (p, (gsize) (end - p));
      if (g_hostname_is_ip_address (address))
        return TRUE;
      p = end;
    }

  return FALSE;
}

static gboolean
is_about_mail (McWords *words)
{
  return holds_term (words, "", mail_terms, G_N_ELEMENTS (mail_terms));
}

static gboolean
is_about_servers (McWords    *words,
                  const char *phrase)
{
  return is_about_mail (words) || strstr (words->plain.text, MC_WORDS_ADDRESS) != NULL ||
         holds_ip_address (words->said.text) || holds_term (words, "", server_terms, G_N_ELEMENTS (server_terms)) ||
         holds_term (words, phrase, common_terms, G_N_ELEMENTS (common_terms));
}

static gboolean
holds_any (McWords           *words,
           const char *const *patterns,
           gsize              n_patterns)
{
  for (gsize i = 0; i < n_patterns; i++)
    {
      if (mc_words_hold (words, patterns[i]) || mc_words_hold_mark (words, patterns[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_web (McWords *words)
{
  return holds_term (words, "", web_terms, G_N_ELEMENTS (web_terms));
}

/* What a web server says, and a browser shows. Servers of mail have such words as well. */
static gboolean
is_about_web (McWords *words)
{
  return !is_about_mail (words) && (names_web (words) || holds_any (words, web_phrases, G_N_ELEMENTS (web_phrases)));
}

/* Numbers that web servers give as well, and far more often. */
static gboolean
is_web_code (int code)
{
  return code == 429 || code / 10 == 50;
}

/* Each line begins with a number of three digits, as RFC 5321 section 4.2 has it. */
static gboolean
is_reply (const char *text)
{
  for (const char *line = text + strspn (text, LINE_START); *line != '\0'; line += strspn (line, LINE_START))
    {
      gsize digits = strspn (line, "0123456789");

      if (digits != 3 || strchr ("- \n", line[digits]) == NULL)
        return FALSE;
      line += strcspn (line, "\n");
    }

  return TRUE;
}

static gboolean
knows_signature (McProtocol  protocol,
                 const char *text)
{
  const McReplySignature *signature = mc_reply_signature_match (protocol, NULL, NULL, 0, NULL, text);

  return signature != NULL && signature->text != NULL;
}

/* “It responded: 500 …” */
static gboolean
is_announced (const char         *text,
              const McReplyCodes *codes)
{
  const char *before = text + codes->start;

  while (before > text && g_ascii_isspace (before[-1]))
    before--;

  return before > text && strchr (":\"'", before[-1]) != NULL;
}

/* “The mail server responded: 5.7.1 …”, as Thunderbird tells without the reply code; no version of a program. */
static gboolean
is_told_status (McWords            *words,
                const char         *text,
                const McReplyCodes *codes)
{
  /* RFC 3463 section 3: the subjects. */
  gboolean has_subject = codes->enhanced_code[2] <= '7' && codes->enhanced_code[3] == '.';

  return has_subject && is_announced (text, codes) && is_about_mail (words) && !mc_words_hold (words, "version");
}

static gboolean
is_about_replies (McWords            *words,
                  const char         *text,
                  const McReplyCodes *codes)
{
  if (is_web_code (codes->reply_code))
    return is_about_mail (words) || (is_announced (text, codes) && is_about_servers (words, ""));

  return holds_any (words, around_codes, G_N_ELEMENTS (around_codes));
}

/**
 * mc_reply_belief_in_codes:
 * @text: a text
 * @codes: the codes in it
 *
 * Returns: whether they are more likely a server's than “We were\n550 at the wedding”,
 *   the version of a program, or the number of a website's error
 */
gboolean
mc_reply_belief_in_codes (const char         *text,
                          const McReplyCodes *codes)
{
  g_autoptr (McWords) words = NULL;

  if (codes->start < 0)
    return FALSE;
  if (codes->reply_code != 0 && codes->enhanced_code[0] != '\0')
    return TRUE;

  words = words_new (text);
  if (is_web_code (codes->reply_code) && (names_web (words) || is_about_web (words)))
    return FALSE;
  if (mc_reply_codes_are_all (text) || mc_refusal_is_clear (text))
    return TRUE;
  if (codes->reply_code == 0)
    return is_told_status (words, text, codes) ||
           ((gsize) codes->start == strspn (text, LINE_START) &&
            (is_about_replies (words, text, codes) || knows_signature (MC_PROTOCOL_SMTP, text)));

  return is_reply (text) || is_about_replies (words, text, codes);
}

/**
 * mc_reply_belief_in_good_reply:
 * @text: a text with a number in it that means no refusal
 *
 * Returns: whether a server gave it
 */
gboolean
mc_reply_belief_in_good_reply (const char *text)
{
  g_autoptr (McWords) words = NULL;

  if (is_reply (text))
    return TRUE;

  words = words_new (text);
  return holds_any (words, around_codes, G_N_ELEMENTS (around_codes));
}

/* @wanted, or anything that only a server would say. */
static const char *
find_phrase (McWords    *words,
             const char *wanted)
{
  if (wanted == NULL)
    return mc_refusal_find_clear (words);

  return mc_words_hold (words, wanted) ? wanted : NULL;
}

static gboolean
is_most (McWords    *words,
         const char *phrase)
{
  return mc_words_count_letters (phrase) > mc_words_count_letters (words->plain.text) * 2 / 3;
}

/* “It says: mailbox full” */
static gboolean
is_quoted (const char *text,
           const char *wanted)
{
  g_auto (GStrv) pieces = g_regex_split_simple (QUOTES, text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      g_autoptr (McWords) words = words_new (pieces[i]);
      const char         *phrase = find_phrase (words, wanted);

      if (phrase != NULL && is_most (words, phrase))
        return TRUE;
    }

  return FALSE;
}

/* “User unknown in virtual mailbox table”, “No mail goes out. The mailbox is full.” */
static gboolean
is_told (const char *text,
         const char *wanted,
         gboolean    is_around)
{
  g_auto (GStrv) sentences = g_regex_split_simple (SENTENCES, text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);

  for (gsize i = 0; sentences[i] != NULL; i++)
    {
      g_autoptr (McWords) words = words_new (sentences[i]);
      const char         *phrase = find_phrase (words, wanted);

      if (phrase != NULL && (is_about_servers (words, phrase) || (is_around && is_most (words, phrase))))
        return TRUE;
    }

  return FALSE;
}

/**
 * mc_reply_belief_in_words:
 * @text: a text without any code
 * @phrase: (nullable): what of it a server says, as mc_words_hold() has it; %NULL for
 *   anything that the tables of refusals know
 *
 * Returns: whether a server says it: when it is a mark, or most of what is said, or when
 *   the same sentence is about mail or names a server
 */
gboolean
mc_reply_belief_in_words (const char *text,
                          const char *phrase)
{
  g_autoptr (McWords) words = words_new (text);
  const char         *found = find_phrase (words, phrase);

  if (phrase == NULL && mc_refusal_token_find (words) != MC_REASON_UNKNOWN)
    return TRUE;
  if (found == NULL || is_about_web (words))
    return FALSE;

  return is_most (words, found) || is_quoted (text, phrase) || is_told (text, phrase, is_about_servers (words, found));
}

/**
 * mc_reply_belief_in_answer:
 * @text: what stands after “NO”, or around a response code
 *
 * Returns: whether servers of IMAP and POP3 talk about that
 */
gboolean
mc_reply_belief_in_answer (const char *text)
{
  g_autoptr (McWords) words = words_new (text);

  return is_about_servers (words, "") || holds_term (words, "", answer_terms, G_N_ELEMENTS (answer_terms)) ||
         mc_refusal_is_clear (text) || knows_signature (MC_PROTOCOL_IMAP, text);
}
