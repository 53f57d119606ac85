/* mc-question.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-question.h"

#define BIT(symptom) (1u << MC_SYMPTOM_##symptom)
#define CONNECT      BIT (CANNOT_CONNECT)
#define RECEIVE      BIT (NOT_RECEIVING)
#define SEND         BIT (CANNOT_SEND)
#define BOUNCE       BIT (BOUNCED)
#define SPAM         BIT (MARKED_AS_SPAM)
#define DELAY        BIT (DELAYED)
#define ALL          BIT (EVERYTHING)
#define ANY          (CONNECT | RECEIVE | SEND | BOUNCE | SPAM | DELAY | ALL)

/* The last row of each set of options. */
#define NOT_SURE { MC_ANSWER_UNKNOWN, N_ ("Not sure") }

static const McOption yes_or_no[MC_QUESTION_MAX_OPTIONS] = {
  { MC_ANSWER_YES, N_ ("Yes") },
  { MC_ANSWER_NO, N_ ("No") },
  NOT_SURE,
};

/* The question table, in the order to ask: what tells most comes first. */
static const McQuestion questions[] = {
  /* What a checkup may do; it takes another run. */
  {
    .id = "trust-interception",
    .text = N_ ("Do you trust what looks into your secure connections here?"),
    .detail = N_ ("It can be an antivirus program or the firewall of your workplace. If you choose “Yes”, the next "
                  "check sends your password through it."),
    .symptoms = ANY,
    .asked_when = { { "*.login", "login.intercepted" } },
    .changes_run = TRUE,
  },
  {
    .id = "try-sending-password",
    .text = N_ ("Should the next check try the password for sending, too?"),
    .detail = N_ ("The incoming server refused it. Some servers lock an account after several refused tries."),
    .symptoms = ANY,
    .asked_when = { { "outgoing.login", "login.refused-elsewhere" } },
    .changes_run = TRUE,
  },

  /* This network */
  {
    .id = "web-pages-open",
    .text = N_ ("Do web pages open in the browser on this computer?"),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
    .options = {
      { MC_ANSWER_YES, N_ ("Yes") },
      { "sign-in-page", N_ ("A sign-in page comes first") },
      { MC_ANSWER_NO, N_ ("No") },
      NOT_SURE,
    },
    .asked_when = { { "network.internet", "internet.unreachable" }, { "network.portal", "portal.no-answer" }, { "network.portal", "portal.page" }, { "network.name-server", "=fail" } },
    .answered_by = { { "*.encryption", "=pass" }, { "computer.online", "=fail" } },
  },
  {
    .id = "works-without-vpn",
    .text = N_ ("Does your mail work when the VPN is turned off?"),
    .symptoms = CONNECT | RECEIVE | SEND | DELAY | ALL,
    .asked_when = { { "network.path", "path.vpn" } },
    .answered_by = { { "incoming.login", "=pass" } },
  },

  /* Where it works and where it does not */
  {
    .id = "webmail-works",
    .text = N_ ("Can you sign in to your mailbox on your provider’s website?"),
    .detail = N_ ("Use the same address and password as here."),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
    .options = {
      { MC_ANSWER_YES, N_ ("Yes") },
      { MC_ANSWER_NO, N_ ("No, the sign-in is refused") },
      { "no-page", N_ ("The page does not open") },
      NOT_SURE,
    },
    .answered_by = { { "incoming.login", "=pass" } },
    .link = MC_PROVIDER_LINK_WEBMAIL,
  },
  {
    .id = "other-network-works",
    .text = N_ ("Does your mail work over another Internet connection?"),
    .detail = N_ ("For example on your phone while its Wi-Fi is turned off."),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
    .asked_when = { { "*.host", "=fail" }, { "*.port", "=fail" }, { "*.greeting", "=fail" }, { "*.encryption", "=fail" }, { "*.certificate", "=fail" } },
    .answered_by = { { "computer.online", "=fail" }, { "*.elsewhere", "network.port-blocked" } },
  },
  {
    .id = "other-device-works",
    .text = N_ ("Does your mail work on another device in the same network?"),
    .detail = N_ ("For example on a phone that uses the same Wi-Fi."),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
    .answered_by = { { "computer.online", "=fail" } },
  },
  {
    .id = "everybody-affected",
    .text = N_ ("Do other people at your domain have the same trouble?"),
    .detail = N_ ("People whose address has the same part after the @ sign, for example at your workplace."),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
  },

  /* What happened before */
  {
    .id = "worked-before",
    .text = N_ ("Has this account ever worked on this computer?"),
    .symptoms = CONNECT | SEND | ALL,
    .answered_by = { { "outgoing.login", "=pass" } },
  },
  {
    .id = "recent-change",
    .text = N_ ("Did something change shortly before the trouble began?"),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
    .options = {
      { "password", N_ ("The password") },
      { "network", N_ ("The network, router or VPN") },
      { "computer", N_ ("The computer or mail program") },
      { MC_ANSWER_NO, N_ ("No") },
      NOT_SURE,
    },
  },
  {
    .id = "moved-provider",
    .text = N_ ("Has the mailbox recently moved to another provider?"),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
  },
  {
    .id = "mailbox-upgraded",
    .text = N_ ("Has your provider recently moved or upgraded the mailbox?"),
    .detail = N_ ("Providers usually announce this in a message."),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
  },

  /* Passwords */
  {
    .id = "app-password-used",
    .text = N_ ("Is the password that you entered here an app password?"),
    .detail = N_ ("An app password is made on your provider’s website, for mail programs alone."),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
    .asked_when = { { "*.login", "login.app-password-required?" }, { "*.login", "login.wrong-password?" }, { "*.login", "login.refused" } },
    .link = MC_PROVIDER_LINK_APP_PASSWORD,
  },
  {
    .id = "access-enabled",
    .text = N_ ("Is access for mail programs switched on?"),
    .detail = N_ ("Look in the mail settings on your provider’s website for IMAP, POP or mail programs."),
    .symptoms = CONNECT | RECEIVE | SEND | ALL,
    .asked_when = { { "*.login", "login.protocol-disabled?" }, { "*.login", "login.wrong-password?" }, { "*.login", "login.refused" }, { "outgoing.login", "login.refused-for-sending" } },
    .link = MC_PROVIDER_LINK_ACCESS,
  },

  /* The mail program */
  {
    .id = "program-offline",
    .text = N_ ("Is your mail program set to work offline?"),
    .detail = N_ ("Look for “Work Offline” in its menus."),
    .symptoms = CONNECT | RECEIVE | SEND,
  },
  {
    .id = "program-fails",
    .text = N_ ("Does your mail program still show an error?"),
    .detail = N_ ("Let it fetch or send messages once more."),
    .symptoms = CONNECT | SEND,
    .asked_when = { { "incoming.login", "=pass" }, { "outgoing.login", "=pass" } },
  },

  /* A message that is missing */
  {
    .id = "message-on-web",
    .text = N_ ("Is the missing message in the inbox on your provider’s website?"),
    .symptoms = RECEIVE | DELAY,
    .link = MC_PROVIDER_LINK_WEBMAIL,
  },
  {
    .id = "message-found",
    .text = N_ ("Is the missing message in another folder there?"),
    .detail = N_ ("Look into spam and trash, and search for the sender’s name or a word of the subject."),
    .symptoms = RECEIVE | DELAY,
    .options = {
      { "spam", N_ ("In spam") },
      { "trash", N_ ("In the trash") },
      { "other-folder", N_ ("In another folder") },
      { MC_ANSWER_NO, N_ ("It is nowhere") },
      NOT_SURE,
    },
    .link = MC_PROVIDER_LINK_WEBMAIL,
  },
  {
    .id = "other-mail-arrives",
    .text = N_ ("Do messages from other people arrive?"),
    .symptoms = RECEIVE | DELAY,
  },
  {
    .id = "sender-bounce",
    .text = N_ ("Did the sender get an error message back?"),
    .symptoms = RECEIVE,
  },
  {
    .id = "message-age",
    .text = N_ ("When was the missing message sent?"),
    .symptoms = RECEIVE | DELAY,
    .options = {
      { "hour", N_ ("Less than an hour ago") },
      { "day", N_ ("Less than a day ago") },
      { "longer", N_ ("Earlier") },
      NOT_SURE,
    },
  },
  {
    .id = "filters",
    .text = N_ ("Do you use filters or rules that sort or delete messages?"),
    .symptoms = RECEIVE,
    .options = {
      { "program", N_ ("In the mail program") },
      { "website", N_ ("On the provider’s website") },
      { MC_ANSWER_NO, N_ ("No") },
      NOT_SURE,
    },
  },
  {
    .id = "forwarding",
    .text = N_ ("Does the mailbox forward messages to another address?"),
    .detail = N_ ("Look for forwarding in the mail settings on your provider’s website."),
    .symptoms = RECEIVE,
    .link = MC_PROVIDER_LINK_WEBMAIL,
  },
  {
    .id = "sent-to-alias",
    .text = N_ ("Was the message sent to another address that leads to you?"),
    .detail = N_ ("For example to a second address (an alias), a group or a mailing list."),
    .symptoms = RECEIVE,
  },
  {
    .id = "messages-vanish",
    .text = N_ ("Do messages vanish from the inbox some time after they arrived?"),
    .detail = N_ ("This happens when another computer or phone collects them."),
    .symptoms = RECEIVE,
  },

  /* A message that does not leave */
  {
    .id = "sends-on-web",
    .text = N_ ("Can you send the message on your provider’s website?"),
    .symptoms = SEND,
    .link = MC_PROVIDER_LINK_WEBMAIL,
  },
  {
    .id = "in-outbox",
    .text = N_ ("Is the message still in the outbox or the drafts?"),
    .detail = N_ ("Look for these folders in your mail program."),
    .symptoms = SEND | DELAY,
  },
  {
    .id = "got-bounce",
    .text = N_ ("Did you get an error message back by mail?"),
    .symptoms = SEND | SPAM | DELAY,
  },
  {
    .id = "bounce-says",
    .text = N_ ("What does the message that came back say?"),
    .symptoms = BOUNCE,
    .follows = { "?got-bounce", MC_ANSWER_YES },
    .options = {
      { "address", N_ ("The address does not exist") },
      { "full", N_ ("The recipient’s mailbox is full") },
      { "size", N_ ("The message is too large") },
      { "spam", N_ ("It is blocked or looks like spam") },
      { MC_ANSWER_UNKNOWN, N_ ("Something else, or not sure") },
    },
  },
  {
    .id = "recipients-affected",
    .text = N_ ("Who does not get your messages?"),
    .symptoms = SEND | BOUNCE | SPAM | DELAY,
    .options = {
      { "one", N_ ("One person") },
      { "one-provider", N_ ("People at one provider") },
      { "all", N_ ("Everybody") },
      NOT_SURE,
    },
  },
  {
    .id = "address-origin",
    .text = N_ ("Where did you take the recipient’s address from?"),
    .symptoms = SEND | BOUNCE,
    .options = {
      { "typed", N_ ("I typed it") },
      { "suggested", N_ ("From suggestions or contacts") },
      { "reply", N_ ("I answered a message") },
      NOT_SURE,
    },
  },
  {
    .id = "recipient-found",
    .text = N_ ("Where did the recipient find your message?"),
    .detail = N_ ("Ask them to look into their spam folder and the other folders."),
    .symptoms = SEND | SPAM | DELAY,
    .options = {
      { "spam", N_ ("In spam") },
      { "other-folder", N_ ("In another folder") },
      { "nowhere", N_ ("Nowhere") },
      NOT_SURE,
    },
  },
  {
    .id = "large-attachment",
    .text = N_ ("Does the message have large attachments?"),
    .detail = N_ ("For example several photos, or a video."),
    .symptoms = SEND | BOUNCE | DELAY,
  },

  /* A message that is late, or not trusted */
  {
    .id = "slow-messages",
    .text = N_ ("Which messages are slow?"),
    .symptoms = DELAY,
    .options = {
      { "received", N_ ("Messages to me") },
      { "sent", N_ ("Messages from me") },
      { "program", N_ ("The mail program itself") },
      NOT_SURE,
    },
  },
  {
    .id = "first-contact",
    .text = N_ ("Is it the first message between you and the other person?"),
    .symptoms = DELAY,
  },
  {
    .id = "new-sender",
    .text = N_ ("Is your domain or the server that sends your mail new?"),
    .detail = N_ ("New means a few weeks or less, or not used for a long time."),
    .symptoms = BOUNCE | SPAM | DELAY,
  },
  {
    .id = "many-recipients",
    .text = N_ ("Do you send the same message to many people?"),
    .detail = N_ ("For example a newsletter."),
    .symptoms = BOUNCE | SPAM | DELAY,
  },
};

/**
 * mc_question_get_nth:
 * @position: counted from 0
 *
 * Returns: (transfer none) (nullable): the row, or %NULL past the last one
 */
const McQuestion *
mc_question_get_nth (guint position)
{
  return position < G_N_ELEMENTS (questions) ? &questions[position] : NULL;
}

/**
 * mc_question_find:
 * @id: a public id, such as `webmail-works`
 *
 * Returns: (transfer none) (nullable): the row with this id
 */
const McQuestion *
mc_question_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      if (g_str_equal (questions[i].id, id))
        return &questions[i];
    }

  return NULL;
}

/**
 * mc_question_get_text:
 * @question: a row of the table
 *
 * Returns: (transfer none): the question, translated
 */
const char *
mc_question_get_text (const McQuestion *question)
{
  g_return_val_if_fail (question != NULL, NULL);

  return _ (question->text);
}

/**
 * mc_question_get_detail:
 * @question: a row of the table
 *
 * Returns: (transfer none) (nullable): what helps to answer it, translated
 */
const char *
mc_question_get_detail (const McQuestion *question)
{
  g_return_val_if_fail (question != NULL, NULL);

  return question->detail != NULL ? _ (question->detail) : NULL;
}

/**
 * mc_question_is_about:
 * @question: a row of the table
 * @symptom: what is wrong
 *
 * Returns: whether the symptom brings the question up
 */
gboolean
mc_question_is_about (const McQuestion *question,
                      McSymptom         symptom)
{
  g_return_val_if_fail (question != NULL, FALSE);

  return (question->symptoms & (1u << symptom)) != 0;
}

/**
 * mc_question_get_option:
 * @question: a row of the table
 * @position: counted from 0
 *
 * Returns: (transfer none) (nullable): one of the answers, of which the last is
 *   “Not sure”; %NULL past the last one
 */
const McOption *
mc_question_get_option (const McQuestion *question,
                        guint             position)
{
  const McOption *options;

  g_return_val_if_fail (question != NULL, NULL);

  options = question->options[0].id != NULL ? question->options : yes_or_no;
  return position < MC_QUESTION_MAX_OPTIONS && options[position].id != NULL ? &options[position] : NULL;
}

/**
 * mc_question_find_option:
 * @question: a row of the table
 * @id: a public id, such as `yes`
 *
 * Returns: (transfer none) (nullable): the answer with this id, %NULL when the question has no such answer
 */
const McOption *
mc_question_find_option (const McQuestion *question,
                         const char       *id)
{
  const McOption *option;

  for (guint i = 0; (option = mc_question_get_option (question, i)) != NULL; i++)
    {
      if (g_strcmp0 (option->id, id) == 0)
        return option;
    }

  return NULL;
}

/**
 * mc_option_get_title:
 * @option: an answer
 *
 * Returns: (transfer none): its title, translated
 */
const char *
mc_option_get_title (const McOption *option)
{
  g_return_val_if_fail (option != NULL, NULL);

  return _ (option->title);
}
