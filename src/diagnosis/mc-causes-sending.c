/* mc-causes-sending.c
 *
 * Why a message does not leave, or does not arrive elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_sending[] = {
  {
    .id = "sending.relay-denied",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The server does not send mail for you"),
    .explanation = N_ ("The outgoing server only sends for people who have signed in, or it is not the one of your "
                       "mailbox. Reading mail can still work, and the message itself is fine."),
    .steps = {
      N_ ("Open the settings of the outgoing server (SMTP) in your mail program."),
      N_ ("Turn on authentication, with the same name and password as for receiving."),
      N_ ("Compare the server name and the port number with the help pages of your provider. The usual port is 587 "
          "with STARTTLS or 465 with TLS."),
    },
    .article = "outgoing-server",
  },
  {
    .id = "sending.from-refused",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The server does not accept this From address"),
    .explanation = N_ ("The account that signed in may not send with the address in the From line. Your password is "
                       "right, and reading mail is not affected."),
    .steps = {
      N_ ("Choose the address of your account as the From address, and send again."),
      N_ ("In the account settings of your mail program, check that your address is spelled correctly."),
      /* Translators: keep {user} (a sign-in name) as it is */
      N_ ("If you want to send with the other address, ask your provider or administrator to allow it for {user}."),
    },
    .article = "outgoing-server",
  },
  {
    .id = "sending.recipient-refused",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The recipient’s address is refused"),
    .explanation = N_ ("The server says that the address you write to does not exist. Your account is fine, and "
                       "mail to other people is not affected."),
    .steps = {
      N_ ("Compare the address with a message that you got from this person, letter by letter."),
      N_ ("Type it anew. Your mail program may suggest an old spelling."),
      N_ ("If it is right, ask the person in another way for the current address."),
    },
    .article = "recipient",
  },
  {
    .id = "sending.too-large",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The message is too large"),
    .explanation = N_ ("Each server limits the size of a message, and this one is larger. On the way, attachments "
                       "become about a third larger than the file on your computer. Nothing is wrong with your "
                       "account."),
    .steps = {
      N_ ("Make pictures smaller, or send the attachments in several messages."),
      N_ ("Or put large files into an online storage and send a link."),
    },
    .article = "limits",
  },
  {
    .id = "sending.rate-limited",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("Too many messages were sent in a short time"),
    .explanation = N_ ("The provider limits how many messages may be sent in an hour or a day, and this number is "
                       "reached. Your account and your password are fine."),
    .steps = {
      N_ ("Wait a day before you send more, and then check again."),
      N_ ("If you did not send many messages, change your password. Somebody else may be sending in your name."),
      N_ ("For letters to many people, use a service for newsletters."),
    },
    .article = "limits",
  },
  {
    .id = "sending.account-suspended",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("This account may not send for now"),
    .explanation = N_ ("The provider has stopped sending from this account, mostly because unusually many or "
                       "suspicious messages left it. Reading mail may still work."),
    .steps = {
      N_ ("Change your password on your provider’s website. Somebody else may have sent in your name."),
      N_ ("Look there for forwarding and rules that you did not make, and remove them."),
      N_ ("Then ask your provider’s support to allow sending again. Send them the line about sending in this "
          "report."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL, [2] = MC_STEP_COPY_REPORT },
    .article = "account-locked",
  },
  {
    .id = "sending.low-reputation",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The sender is not trusted yet"),
    .explanation = N_ ("The domain or server that you send from is new, or has sent unwanted mail before. The "
                       "messages carry correct proof of where they come from, but are still delayed or put into "
                       "spam. This improves with time."),
    .steps = {
      N_ ("Send few messages at first, to people who expect them, and increase the number slowly."),
      N_ ("Ask recipients to mark your messages as not spam and to reply."),
      N_ ("Remove from your lists people who did not ask for mail, and addresses that do not exist."),
      N_ ("If you use your mail provider’s server and send little, ask its support about the server’s reputation."),
    },
    .article = "sender-reputation",
  },
  {
    .id = "sending.greylisted",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("The first try was turned down on purpose"),
    .explanation = N_ ("The recipient’s server asks unknown senders to try again later, because senders of spam "
                       "seldom do. Your server tries again by itself, and then the message is usually delivered."),
    .steps = {
      N_ ("Wait a few hours. Do not send the message again."),
      N_ ("If it comes back to you after all, open the error message in Mail Checkup to see why."),
    },
    .article = "delayed-messages",
  },
  {
    .id = "sending.delayed",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("The message waits on the way"),
    .explanation = N_ ("One of the servers on the way is holding the message and will try again. The message is not "
                       "lost. If it cannot be delivered, you usually get an error message after some days."),
    .steps = {
      N_ ("Wait a day. Do not send the message again."),
      N_ ("If it is urgent, reach the recipient in another way."),
      N_ ("If many messages are late, send this report to your provider’s support. It shows which server holds "
          "them."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "delayed-messages",
  },
  {
    .id = "sending.recipient-problem",
    .fixed_by = MC_FIXER_RECIPIENT,
    .title = N_ ("The fault is at the recipient’s end"),
    .explanation = N_ ("Your message left correctly, but the recipient’s mailbox or server did not take it. Your "
                       "account and your settings are fine."),
    .steps = {
      N_ ("Tell the recipient in another way, for example by phone, that mail to this address fails."),
      N_ ("Pass on the error message that you got. The recipient’s provider can see the reason in it."),
      N_ ("Send the message again when they say that it is repaired."),
    },
    .article = "recipient",
  },
  {
    .id = "sending.content-refused",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The content of the message is refused"),
    .explanation = N_ ("A server took the message for spam or for something harmful. Filters err now and then, and "
                       "it does not mean that you did something wrong."),
    .steps = {
      N_ ("Send a short message without attachments and links to see if it passes."),
      N_ ("Then change the original: no programs or locked archives as attachments, fewer links, and a clear "
          "subject."),
      N_ ("If an attachment comes from somebody else, check this computer and the file for viruses."),
      N_ ("If harmless messages are refused too, send the error message to your provider’s support."),
    },
    .article = "refused-content",
  },
  {
    .id = "sending.outbox-stuck",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("Messages are stuck in the outbox"),
    .explanation = N_ ("Messages that you wrote are still in your mail program and have not been sent. They are not "
                       "lost."),
    .steps = {
      N_ ("Check that the mail program is not set to work offline."),
      N_ ("Open the outbox, and look for a message with a large attachment or a wrong address. Move it to the "
          "drafts."),
      N_ ("Let the mail program send again. Look in the drafts too, for messages that were never sent."),
    },
    .article = "mail-program",
  },
  { .id = NULL },
};
