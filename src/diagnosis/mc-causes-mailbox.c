/* mc-causes-mailbox.c
 *
 * What is the matter in the mailbox itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_mailbox[] = {
  {
    .id = "mailbox.full",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The mailbox is full"),
    .explanation = N_ ("All the space that your provider gives this mailbox is used up. New messages may be sent "
                       "back to their senders until there is room. Your settings and your password are fine."),
    .steps = {
      N_ ("Sign in on your provider’s website and empty the spam and trash folders."),
      N_ ("Look for messages with large attachments. Save on your computer what you need, and delete the messages."),
      N_ ("Empty the trash again. Deleted messages count until then."),
      N_ ("If you need more space, look at the plans of your provider. With some, photos and files use the same "
          "space."),
      N_ ("Ask people whose message came back to send it again."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL },
    .article = "mailbox-full",
  },
  {
    .id = "mailbox.nearly-full",
    .fixed_by = MC_FIXER_YOU,
    .is_notice = TRUE,
    .title = N_ ("The mailbox is nearly full"),
    /* Translators: keep {used} (a share such as “97 %”) as it is */
    .explanation = N_ ("The server reports that {used} of the space of this mailbox is used. Mail still works, but "
                       "when the mailbox is full, new messages may be sent back to their senders."),
    .steps = {
      N_ ("Empty the spam and trash folders on your provider’s website."),
      N_ ("Delete messages with large attachments that you no longer need, and empty the trash again."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL },
    .article = "mailbox-full",
  },
  {
    .id = "mailbox.usage-limit",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("The mailbox has reached its daily limit"),
    .explanation = N_ ("The server limits how much a mailbox may transfer in a day, and this amount is used up. The "
                       "mailbox is not full, nothing is lost, and your password is not the problem."),
    .steps = {
      N_ ("Stop programs that copy the whole mailbox, such as a backup or a newly added account."),
      N_ ("Wait a day and check again."),
      N_ ("If it happens often, set your mail programs to fetch only recent messages."),
    },
    .article = "limits",
  },
  {
    .id = "mailbox.in-use",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("Another program is using the mailbox"),
    .explanation = N_ ("The server opens this mailbox for one program at a time, and another one has it now. It may "
                       "be your phone, or an earlier connection that broke off. Your password is not the problem."),
    .steps = {
      N_ ("Close the mail programs on your other devices."),
      N_ ("Wait a quarter of an hour and check again."),
      N_ ("If it happens often, let the devices look for new mail less often."),
    },
    .actions = { [1] = MC_STEP_CHECK_AGAIN },
    .article = "too-many-connections",
  },
  {
    .id = "mailbox.damaged",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server cannot open the mailbox"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {words} (what a server
     * answered, in its own language) as they are */
    .explanation = N_ ("The mailbox cannot be opened by {server}. This is a fault on the server; it does not mean "
                       "that your messages are lost. The server’s answer: {words}"),
    .steps = {
      N_ ("Wait half an hour and check again."),
      N_ ("Look on your provider’s website whether you see your messages there."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("Send this report to your provider’s support. The line {check} holds the server’s own words and the time."),
      N_ ("Do not remove the account from your mail program. It may hold copies of your messages."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN, [1] = MC_STEP_OPEN_WEBMAIL, [2] = MC_STEP_COPY_REPORT },
    .article = "server-trouble",
  },
  {
    .id = "mailbox.pop-removes",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("Another device takes the messages away"),
    .explanation = N_ ("One of your devices or programs collects the messages by POP, a method that can delete them "
                       "from the server afterwards. They are not lost; they are on that device."),
    .steps = {
      N_ ("Find the device or program that holds the missing messages. An old computer or a phone is often "
          "forgotten."),
      N_ ("In its account settings, turn on “Leave messages on server”."),
      N_ ("Better still, use IMAP on all devices. Then each one shows the same messages. Before you change the "
          "old device, save the messages that are only there."),
    },
    .article = "several-devices",
  },
  {
    .id = "mailbox.rule-moves",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("A rule on the server moves messages"),
    .explanation = N_ ("Your mailbox has a rule that moves or deletes messages as soon as they arrive. It works on "
                       "the server, so it affects all your devices."),
    .steps = {
      N_ ("Sign in on your provider’s website and open the filters or rules in the mail settings."),
      N_ ("Turn off or change each rule that fits the missing messages."),
      N_ ("Look for the messages in the folder that the rule names, or in the trash."),
      N_ ("If you did not make the rule, change your password. Somebody else may have made it."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL },
    .article = "filters-and-rules",
  },
  {
    .id = "mailbox.forwards",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The mailbox forwards messages elsewhere"),
    .explanation = N_ ("Messages to this mailbox are passed on to another address. Depending on the setting, no "
                       "copy stays here, and they seem to be missing."),
    .steps = {
      N_ ("Sign in on your provider’s website and look for forwarding in the mail settings and in the filters."),
      N_ ("Turn it off, or set it to keep a copy."),
      N_ ("If you did not set it up, change your password at once and tell your provider. Somebody else may be "
          "reading your mail."),
      N_ ("Look for the missing message in the spam folder of this mailbox, too. What looks like spam is often not passed "
          "on."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL },
    .article = "forwarding",
  },
  {
    .id = "mailbox.vacation",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("An automatic reply is on"),
    .explanation = N_ ("The server answers messages to you by itself, as during a vacation. Messages still arrive "
                       "in your mailbox."),
    .steps = {
      N_ ("Sign in on your provider’s website and look for the automatic or out-of-office reply in the mail "
          "settings."),
      N_ ("Turn it off, or correct its dates and its text."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL },
    .article = "filters-and-rules",
  },
  {
    .id = "mailbox.in-spam",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The message is in the spam folder"),
    .explanation = N_ ("The message did arrive, but it was taken for unwanted mail. Nothing is broken, and nothing "
                       "is lost."),
    .steps = {
      N_ ("Open the spam folder, sometimes called Junk, and mark the message as not spam."),
      N_ ("Add the sender to your contacts, so that the next message is more likely to reach the inbox."),
      N_ ("Look into this folder now and then. Most providers empty it after some weeks."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL },
    .article = "spam-folder",
  },
  {
    .id = "mailbox.in-trash",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The message is in the trash"),
    .explanation = N_ ("The message did arrive, and was deleted by hand, by a rule, or on another device. It can "
                       "still be brought back."),
    .steps = {
      N_ ("Move the message from the trash to the inbox soon. Many providers empty the trash by themselves."),
      N_ ("If you did not delete it, look for rules on your provider’s website and for filters in the mail "
          "programs on all your devices."),
      N_ ("If the trash is empty by now, look on your provider’s website for a way to restore deleted messages. Some "
          "can be brought back for a week or two."),
    },
    .article = "missing-message",
  },
  {
    .id = "mailbox.in-other-folder",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The message is in another folder"),
    .explanation = N_ ("The message did arrive, but it is not in the inbox. A rule, another device or a slip of the "
                       "hand may have moved it."),
    .steps = {
      N_ ("Move the message to the inbox."),
      N_ ("If it happens again, look for rules on your provider’s website and for filters in the mail programs on "
          "all your devices."),
    },
    .article = "missing-message",
  },
  {
    .id = "mailbox.never-arrived",
    .fixed_by = MC_FIXER_SENDER,
    .title = N_ ("The message is not in this mailbox"),
    .explanation = N_ ("The message was searched for in all folders, spam and trash too, and was not found. So it "
                       "probably never arrived. Your mail program is not hiding it."),
    .steps = {
      N_ ("Ask the sender to compare the address with yours, letter by letter."),
      N_ ("Ask whether an error message came back. It says why, and Mail Checkup can explain it."),
      N_ ("Ask the sender to send the message again. If it is lost once more, the sender’s provider can find out "
          "where it went."),
      N_ ("If it was sent to a second address, a group or a list, ask the sender to write to your main address. What "
          "looks like spam is often not passed on from there."),
      N_ ("If it may have been deleted, look on your provider’s website for a way to restore deleted messages."),
    },
    .article = "missing-message",
  },
  {
    .id = "mailbox.no-delivery",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("A test message did not arrive"),
    .explanation = N_ ("You can sign in, but a message that you sent to yourself did not reach the mailbox in time. "
                       "It may still be on its way. Your password is fine."),
    .steps = {
      N_ ("Wait an hour and look again, in the spam folder too."),
      N_ ("Look for an error message that came back. It says why."),
      N_ ("If nothing comes, send this report to your provider’s support. It says when the message was sent and "
          "what the server said."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "missing-message",
  },
  { .id = NULL },
};
