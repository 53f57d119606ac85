/* mc-notice-signs.c
 *
 * What tells a delivery notice from other messages, as tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-notice-private.h"
#include "mc-text.h"
#include "mc-words.h"

/* Who sends notices: how the address or the name begins, lower case. */
static const char *const daemons[] = {
  "mailer-daemon",
  "mailer_daemon",
  "mailerdaemon",
  "postmaster",
  "post_master",
  "poostmaster",
  "mail delivery s",
  "mail deliver s",
  "mailer daemon",
  "mail.delivery.system",
  "microsoft exchange",
  "microsoftexchange",
  "system administrator",
  "mdaemon",
  "bounce-notification",
  "mmsc ndr",
  "double-bounce",
};

/* These send other things as well, and only count beside a sentence of a notice. */
static const char *const common_senders[] = { "no-reply@", "noreply@", "do-not-reply@", "donotreply@" };

/* Subjects of notices, lower case. */
static const char *const subjects[] = {
  "undeliverable", "undelivered mail", "undelivered message", "delivery status notification", "delivery notification",
  "returned mail", "mail delivery failed", "mail delivery failure", "mail delivery error", "failure notice", "failure delivery",
  "delivery failure", "delivery failed", "failed delivery", "delivery report", "delivery error", "delivery problem", "delivery status",
  "mail system error", "mail failure", "mail failed", "nondeliverable", "non-deliverable", "non remis", "message delivery has failed",
  "message not delivered", "could not be delivered", "delivery has failed", "delivery delayed", "delayed mail", "delayed: ",
  "mail delivery status", "message status", "there was an error sending your mail", "postmaster notify", "mail delivery report",
  "returned to sender", "returning message to sender", "message delayed", "warning: message", "warning: could not send message",
  "successful mail delivery", "unzustellbar", "zustellung", "nicht zugestellt", "non recapitabile", "no se puede entregar",
  "não entregue", "onbestelbaar", "nelze doručit", "не доставлено", "недоставлен", "配信", "メールエラー", "エラー通知", "送信エラー",
  "不達", "未送達", "退信", "smtp server: errors", "delivery notice", "mail delivery", "undelivered", "bounce"
};

/* What notices say of themselves, normalized words. */
static const char *const sentences[] = {
  "this is the mail system at host",
  "this is the postfix program",
  "this is the qmail",
  "this is the dragonfly mail agent",
  "this is the mailer-daemon",
  "this is the mail delivery",
  "i'm sorry to have to inform you",
  "i'm afraid i wasn't able to deliver",
  "this message was created automatically by mail delivery software",
  "message that you sent could not be delivered",
  "message that you sent has not yet been delivered",
  "message that you have sent could not be delivered",
  "could not be delivered to one or more",
  "could not be delivered to the following",
  "your mail message to the following",
  "the following addresses had permanent",
  "the following addresses had delivery",
  "the following addresses had transient",
  "following addresses had",
  "the original message was received at",
  "transcript of session follows",
  "unable to deliver message to",
  "unable to deliver your message",
  "we were unable to deliver your message",
  "delivery to the following recipient",
  "delevery to the following recipients",
  "did not reach the following recipient",
  "did not reach some or all of the intended",
  "delivery has failed to these recipients",
  "delivery failed for the following",
  "was not delivered to:",
  "your message wasn't delivered",
  "your message couldn't be delivered",
  "your message to*couldn't be delivered",
  "your message could not be delivered",
  "your message could not be sent",
  "message could not be delivered",
  "message cannot be delivered",
  "cannot be delivered to the following",
  "had trouble delivering your message",
  "error delivering your mail to",
  "error has occurred while attempting to deliver",
  "an error occurred while trying to deliver the mail",
  "this is an automatically generated delivery status notification",
  "undeliverable to",
  "undeliverable mail",
  "failure reasons",
  "failed addresses follow",
  "was rejected by a remote",
  "rejected by a remote mail server",
  "is delayed for more than",
  "final-recipient:",
  "unknown user: <@>",
  "user mailbox exceeds allowed size",
  "invalid final delivery userid",
  "user's mailbox is full",
  "could not be delivered to: <@>",
  "error message below:",
  "account is disabled. <@>",
  "body of message generated response",
  "delivery status notification from",
  "message from interscan",
  "no valid recipients were found",
  "was automatically rejected",
  "you tried to contact*may not exist",
  "groups.google.com/support",
  "diagnostic information for administrators",
  "remote server returned",
  "your message to <@>*has been blocked",
  "couldn't be delivered to",
  "konnte nicht zugestellt",
  "nicht zugestellt werden",
  "n'a pas pu être",
  "no se ha podido entregar",
  "não foi possível entregar",
  "送信できませんでした",
  "配信できませんでした",
  "送信に失敗しました",
  "не может быть доставлено",
  "message log follows",
  "was undeliverable",
  "mail was not delivered",
  "delivery of the message failed",
  "could not deliver mail to",
  "successfully delivered to",
  "your mail could not be delivered",
  "was delivered to the following",
  "delivered to the following recipient",
  "delivery to these recipients or groups is complete",
  "is complete, but no delivery notification",
  "successfully relayed",
};

/* The same, but said of other things as well. */
static const char *const common_sentences[] = {
  "delivery failed",
  "permanent error",
  "has been delayed",
  "was successfully delivered",
  "your message was delivered",
  "your message was successfully",
};

static const char *const delays[] = {
  "has not yet been delivered",
  "has been delayed",
  "is delayed for more than",
  "will be retried for",
  "this is a warning message only",
  "you do not need to resend your message",
  "delivery attempts will continue",
  "delay reason:",
  "will keep trying",
  "will retry for",
  "temporary problem delivering your message",
  "still being retried",
  "will continue to be attempted",
  "hasn't been delivered yet",
  "no action is required on your part",
  "delivery is delayed",
  "temporary failure report",
};

static const char *const successes[] = {
  "was successfully delivered",
  "successfully delivered to",
  "successfully relayed",
  "delivered to the following recipient",
  "delivery to these recipients or groups is complete",
  "is complete, but no delivery notification",
  "your message was delivered",
  "your message was successfully",
};

/* Headers that only automatic replies carry; an empty value stands for any. */
static const struct
{
  const char *name;
  const char *value;
} auto_headers[] = {
  { "Auto-Submitted", "auto-replied" },
  { "Auto-Submitted", "auto-generated (vacation" },
  { "X-Autoreply", "" },
  { "X-Autorespond", "" },
  { "X-Autoresponder", "" },
  { "X-Auto-Response-From", "" },
  { "X-Apple-Action", "vacation" },
  { "X-Cron-Env", "vacation" },
  { "Precedence", "auto_reply" },
  { "Precedence", "auto-reply" },
  { "X-Mail-Autoreply", "" },
};

/* How subjects of automatic replies begin, lower case: only what nobody types. */
static const char *const auto_subjects[] = {
  "automatic reply:",
  "auto reply:",
  "auto-reply:",
  "autoreply:",
  "auto response:",
  "auto-response:",
  "autoresponse:",
  "out of office:",
  "out of office auto",
  "out of office reply",
  "out of the office:",
  "out-of-office:",
  "automatische antwort:",
  "abwesenheitsnotiz",
  "abwesenheitsnachricht",
  "réponse automatique",
  "absence du bureau",
  "respuesta automática",
  "fuera de la oficina:",
  "risposta automatica",
  "automatisch antwoord",
  "resposta automática",
  "automatiskt svar",
  "automatisk svar",
  "automaattinen vastaus",
  "odpowiedź automatyczna",
  "automatická odpověď",
  "автоматический ответ",
  "автоответ",
  "自動応答",
  "自動返信",
};

static gboolean
begins_with_any (const char        *text,
                 const char *const *words,
                 gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (g_str_has_prefix (text, words[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_empty_path (const char *value)
{
  return value != NULL && (g_str_equal (value, "<>") || g_str_equal (value, "< >"));
}

/* The name or the address of a mailbox begins with one of the words. */
static gboolean
is_from_any (const char        *value,
             const char *const *words,
             gsize              n_words)
{
  g_autofree char *lower = value != NULL ? mc_text_dup_lower_utf8 (value) : NULL;
  const char      *bracket = lower != NULL ? strchr (lower, '<') : NULL;

  if (lower == NULL)
    return FALSE;

  return begins_with_any (lower + strspn (lower, "\"< "), words, n_words) ||
         (bracket != NULL && begins_with_any (bracket + 1, words, n_words));
}

static gboolean
is_daemon (const char *value)
{
  return is_from_any (value, daemons, G_N_ELEMENTS (daemons));
}

/**
 * mc_notice_sent_by_daemon:
 * @message: a message
 *
 * Returns: whether a mail system sent it, as far as its header tells (RFC 3464 section 2)
 */
gboolean
mc_notice_sent_by_daemon (const McMimeEntity *message)
{
  g_autofree char *from = mc_notice_dup_field (message, "From");
  g_autofree char *path = mc_notice_dup_field (message, "Return-Path");
  g_autofree char *failed = mc_mime_entity_dup_field (message, "X-Failed-Recipients");

  return is_daemon (from) || is_empty_path (from) || is_daemon (path) || failed != NULL;
}

/* RFC 5321 section 4.5.5: notices are sent so, and shops and calendars that want none back do the same. */
static gboolean
has_empty_path (const McMimeEntity *message)
{
  g_autofree char *path = mc_notice_dup_field (message, "Return-Path");

  return is_empty_path (path);
}

static gboolean
has_subject (const McMimeEntity *message)
{
  g_autofree char    *subject = mc_notice_dup_field (message, "Subject");
  g_autofree char    *lower = mc_text_dup_lower_utf8 (subject != NULL ? subject : "");
  g_autoptr (McWords) words = mc_words_new (lower);

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (mc_words_hold_mark (words, subjects[i]))
        return TRUE;
    }

  return FALSE;
}

/* A sentence that is about mail, not about parcels or payments. */
static gboolean
holds_mail_sentence (McWords *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const char *sentence = sentences[i];
      gboolean    is_about_mail = strstr (sentence, "mail") != NULL || strstr (sentence, "message") != NULL ||
                               strstr (sentence, MC_WORDS_ADDRESS) != NULL;

      if (is_about_mail && mc_words_hold (words, sentence))
        return TRUE;
    }

  return FALSE;
}

/* An answer that quotes another message. */
static gboolean
is_quoting (McWords *words)
{
  return g_str_has_prefix (words->plain.text, "> ") || strstr (words->plain.text, " > ") != NULL;
}

/**
 * mc_notice_looks_like_one:
 * @message: a message without fields of RFC 3464
 * @words: what it says
 *
 * Returns: whether it is a delivery notice all the same, from its sender, its subject and its words
 */
gboolean
mc_notice_looks_like_one (const McMimeEntity *message,
                          McWords            *words)
{
  g_autofree char *from = mc_notice_dup_field (message, "From");

  if (mc_notice_sent_by_daemon (message))
    return has_subject (message) || mc_notice_says_so (words) ||
           mc_words_find_any (words, common_sentences, G_N_ELEMENTS (common_sentences)) != NULL;
  if (has_empty_path (message) && holds_mail_sentence (words))
    return TRUE;

  return has_subject (message) && is_from_any (from, common_senders, G_N_ELEMENTS (common_senders)) &&
         !is_quoting (words) && holds_mail_sentence (words);
}

/**
 * mc_notice_says_so:
 * @words: a text without a header
 *
 * Returns: whether it says of itself that it is a delivery notice
 */
gboolean
mc_notice_says_so (McWords *words)
{
  return mc_words_find_any (words, sentences, G_N_ELEMENTS (sentences)) != NULL;
}

gboolean
mc_notice_says_delayed (McWords *words)
{
  return mc_words_find_any (words, delays, G_N_ELEMENTS (delays)) != NULL;
}

gboolean
mc_notice_says_delivered (McWords *words)
{
  return mc_words_find_any (words, successes, G_N_ELEMENTS (successes)) != NULL;
}

/**
 * mc_notice_is_auto_reply:
 * @message: a message that is no delivery notice
 *
 * Returns: whether a program answered (RFC 3834)
 */
gboolean
mc_notice_is_auto_reply (const McMimeEntity *message)
{
  g_autofree char *subject = mc_notice_dup_field (message, "Subject");
  g_autofree char *lower = mc_text_dup_lower_utf8 (subject != NULL ? subject : "");

  for (guint i = 0; i < G_N_ELEMENTS (auto_headers); i++)
    {
      g_autofree char *value = mc_mime_entity_dup_field (message, auto_headers[i].name);

      if (value != NULL && mc_text_has_prefix (value, auto_headers[i].value))
        return TRUE;
    }

  return begins_with_any (lower, auto_subjects, G_N_ELEMENTS (auto_subjects));
}
