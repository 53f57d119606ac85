/* mc-causes-login.c
 *
 * Faults that show when signing in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_login[] = {
  {
    .id = "login.wrong-password",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The password is not accepted"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("The sign-in at {server} is refused with this name and this password. It is one of these: a "
                       "typing mistake, a password that was changed, a sign-in name that is not quite right, or a "
                       "provider that wants a special password for mail programs."),
    .steps = {
      N_ ("Sign in on your provider’s website with the same name and password."),
      N_ ("If that works, type the same password in your mail program again. If it is still refused, look on the "
          "website for an app password."),
      N_ ("If it fails there too, choose “Forgot password” on the website and set a new one."),
      /* Translators: keep {user} (a sign-in name) as it is */
      N_ ("Compare {user} with the sign-in name that your provider gave you."),
      N_ ("Do not try again and again. After several failures some servers shut you out for a while."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL, [1] = MC_STEP_EDIT_PASSWORD },
    .article = "wrong-password",
  },
  {
    .id = "login.password-expired",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The password has expired"),
    .explanation = N_ ("The server says that the password has run out and must be changed. Your mail program and "
                       "its settings are fine."),
    .steps = {
      N_ ("Sign in on your provider’s website and choose a new password. If the mailbox belongs to a workplace or "
          "a school, its administrator can help."),
      N_ ("Enter the new password in your mail program, for receiving and for sending."),
      N_ ("Do the same on your phone and on all other devices."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL, [1] = MC_STEP_EDIT_PASSWORD },
    .article = "wrong-password",
  },
  {
    .id = "login.app-password-required",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The provider wants an app password"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("Many providers take your usual password only on their website. Mail programs need an extra "
                       "password, an app password, which the provider makes for you. What was found at {server} points "
                       "to that, so your usual password may well be right."),
    .steps = {
      N_ ("Sign in on your provider’s website and open the security settings of your account."),
      N_ ("If the website asks for it, first turn on two-step sign-in (a code on your phone besides the password)."),
      N_ ("Create an app password and copy it."),
      N_ ("Enter it in your mail program in place of the usual password, for receiving and for sending."),
    },
    .actions = { [2] = MC_STEP_OPEN_APP_PASSWORDS, [3] = MC_STEP_EDIT_PASSWORD },
    .article = "app-password",
  },
  {
    .id = "login.oauth-required",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("You can only sign in through the browser"),
    .explanation = N_ ("This provider no longer takes passwords from mail programs. The program opens the "
                       "provider’s sign-in page instead, a method called OAuth 2. This does not mean that your "
                       "password is wrong."),
    .steps = {
      N_ ("Open the settings of this account in your mail program and set the authentication method to OAuth2."),
      N_ ("If there is no such choice, add the account in the computer’s settings under Online Accounts, or use a "
          "mail program that offers it."),
      N_ ("Sign in on the page that opens, and allow access to your mail."),
      N_ ("Do the same for the outgoing server."),
    },
    .actions = { [1] = MC_STEP_ONLINE_ACCOUNTS },
    .article = "browser-sign-in",
  },
  {
    .id = "login.oauth-expired",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The browser sign-in must be renewed"),
    .explanation = N_ ("You once allowed a program to use your mail by signing in through the browser. This "
                       "permission has run out or was withdrawn, for example after a change of password. It does "
                       "not mean that your password is wrong."),
    .steps = {
      N_ ("If the account is in the computer’s settings under Online Accounts, open it there and sign in again."),
      N_ ("If it is only in your mail program, let the program fetch mail, and sign in on the page that opens."),
      N_ ("If no page opens, remove the account from where it was added and add it again."),
    },
    .actions = { [0] = MC_STEP_ONLINE_ACCOUNTS },
    .article = "browser-sign-in",
  },
  {
    .id = "login.web-sign-in-required",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The provider wants you to sign in on the web first"),
    .explanation = N_ ("The provider has stopped this sign-in until you show on its website that it is really you. "
                       "A new device or place is often the reason. This need not mean that your password is wrong "
                       "or that somebody broke in."),
    .steps = {
      N_ ("Type your provider’s address into the web browser yourself. Do not use a link from a message."),
      N_ ("Sign in there and read the notices. Confirm the sign-in if its time and place fit you; if they do not, "
          "change your password."),
      N_ ("Wait a few minutes and check again."),
      N_ ("If it is stopped again, look in the security settings of your account for an app password. Mail "
          "programs may need one."),
    },
    .actions = { [2] = MC_STEP_CHECK_AGAIN },
    .article = "sign-in-on-the-web",
  },
  {
    .id = "login.protocol-disabled",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("Access for mail programs is switched off"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("What was found at {server} points to IMAP, POP or SMTP being switched off for this mailbox. "
                       "Most providers let you switch it on. While it is off, mail programs cannot sign in, even "
                       "with the right password."),
    .steps = {
      N_ ("Sign in on your provider’s website with the same name and password. If that works, the password is "
          "right."),
      N_ ("Look in the mail settings there for IMAP, POP, SMTP or mail programs, and turn the access on."),
      N_ ("If the mailbox belongs to a workplace or a school, ask its administrator: “Please allow IMAP and SMTP "
          "sign-in for my mailbox.”"),
      N_ ("Wait an hour and check again. The change can take a while."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL, [1] = MC_STEP_OPEN_ACCESS },
    .article = "access-for-programs",
  },
  {
    .id = "login.refused-by-policy",
    .fixed_by = MC_FIXER_ADMINISTRATOR,
    .title = N_ ("Your organization does not allow this sign-in"),
    .explanation = N_ ("The organization that your mailbox belongs to has a rule that refuses this way of signing "
                       "in. Your password may well be right."),
    .steps = {
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("Send this report to your administrator. The line {check} holds the server’s own words."),
      N_ ("Ask which mail program and which way of signing in are allowed."),
      N_ ("Until then, read and send mail on the website of your organization."),
    },
    .actions = { [0] = MC_STEP_COPY_REPORT },
    .article = "work-account",
  },
  {
    .id = "login.not-authorized",
    .fixed_by = MC_FIXER_ADMINISTRATOR,
    .title = N_ ("There is no permission for this mailbox"),
    .explanation = N_ ("The password is right, but the name that signed in may not open this mailbox. This happens "
                       "above all with mailboxes that several people share."),
    .steps = {
      /* Translators: keep {user} (a sign-in name) as it is */
      N_ ("Check that {user} belongs to this mailbox, and not to another one."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If it does belong to it, ask your administrator for the right to open the mailbox. Send the line {check} "
          "of this report."),
    },
    .actions = { [1] = MC_STEP_COPY_REPORT },
    .article = "work-account",
  },
  {
    .id = "login.client-refused",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The server does not let this program in"),
    .explanation = N_ ("The server refuses the program, not you. It only lets in programs that it knows or that say "
                       "who they are. Your password is probably right."),
    .steps = {
      N_ ("Sign in on your provider’s website and look for a security notice about this sign-in."),
      N_ ("Look there whether mail programs must be allowed first, or need a password of their own."),
      N_ ("Use a mail program that the help pages of your provider name."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If none works, send the line {check} of this report to your provider’s support."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL, [1] = MC_STEP_OPEN_ACCESS, [3] = MC_STEP_COPY_REPORT },
    .article = "access-for-programs",
  },
  {
    .id = "login.account-locked",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The account is locked"),
    /* Translators: keep {words} (what a server answered, in its own language) as it is */
    .explanation = N_ ("The provider has locked, suspended or closed this account. The right password does not help "
                       "until the account is opened again. The server’s answer: {words}"),
    .steps = {
      N_ ("Sign in on your provider’s website. It often says why the account is locked and how to unlock it."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If it does not, contact your provider’s support and send them the line {check} of this report."),
      N_ ("Do not follow messages that promise to unlock the account. Type your provider’s address into the browser "
          "yourself."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL, [1] = MC_STEP_COPY_REPORT },
    .article = "account-locked",
  },
  {
    .id = "login.too-many-attempts",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("There were too many sign-ins in a short time"),
    .explanation = N_ ("The server has counted too many sign-ins and takes no more for now. It does not say whether "
                       "the password is right."),
    .steps = {
      N_ ("Close the mail programs on all your devices, above all on those that may still use an old password."),
      N_ ("Wait an hour, and then check again once. Each try before then can make it longer."),
      N_ ("Open the mail programs one after the other. If one asks for the password, enter the current one."),
    },
    .article = "shut-out",
  },
  {
    .id = "login.too-many-connections",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("There are too many connections at once"),
    .explanation = N_ ("The server allows only a few connections to a mailbox at the same time, and your devices "
                       "use them all. Your password is not the problem."),
    .steps = {
      N_ ("Close the mail programs on all devices that you do not need now."),
      N_ ("Wait half an hour, until the server has dropped old connections, and check again."),
      N_ ("If it happens often, look in the settings of your mail program for the number of connections, and set "
          "it to 2."),
    },
    .article = "too-many-connections",
  },
  {
    .id = "login.encryption-required",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The server wants an encrypted connection"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("Your settings connect to {server} without encryption, and a password is not taken that way. "
                       "This protects you. Your password is not the problem."),
    .steps = {
      N_ ("Open the settings of this account in your mail program and look for “Connection security” or “SSL/TLS”."),
      N_ ("Choose TLS. The port number is then 993 for IMAP, 995 for POP, and 465 for sending."),
      N_ ("If your provider names other settings with encryption, use those."),
    },
    .article = "connection-security",
  },
  {
    .id = "login.no-common-mechanism",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server offers no usable way to sign in"),
    .explanation = N_ ("The server offers no sign-in method that common mail programs know, so no password could be "
                       "tried. This does not mean that your password is wrong."),
    .steps = {
      N_ ("Look on the help pages of your provider for the mail programs and the settings that it recommends."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("Ask your provider’s support which sign-in method mail programs should use, and send them the line "
          "{check} of this report."),
    },
    .actions = { [1] = MC_STEP_COPY_REPORT },
    .article = "access-for-programs",
  },
  {
    .id = "login.server-fault",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("The server cannot check passwords right now"),
    /* Translators: keep {words} (what a server answered, in its own language) as it is */
    .explanation = N_ ("The server has a fault of its own and could not look at your password. Your password is not "
                       "the problem, so do not change it. The server’s answer: {words}"),
    .steps = {
      N_ ("Wait half an hour and check again."),
      N_ ("Look on your provider’s website for a notice about a fault."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If it lasts longer than a day, send the line {check} of this report to your provider’s support."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN, [1] = MC_STEP_OPEN_STATUS, [2] = MC_STEP_COPY_REPORT },
    .article = "server-trouble",
  },
  {
    .id = "login.smtp-not-offered",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("This port is not meant for sending your mail"),
    /* Translators: keep {port} (a port number, or “in your settings”) and {server} (“your incoming mail server
     * (…)” or the like) as they are */
    .explanation = N_ ("The port number {port} of {server} is the door for other mail servers, and nobody can sign "
                       "in there. Mail programs use another port to send. Your password is not the problem."),
    .steps = {
      N_ ("Open the settings of the outgoing server (SMTP) in your mail program."),
      N_ ("Set its port to 587 with STARTTLS or, if your provider says so, to 465 with TLS."),
      N_ ("Turn on authentication for the outgoing server, with the same name and password as for receiving."),
    },
    .article = "mail-ports",
  },
  { .id = NULL },
};
