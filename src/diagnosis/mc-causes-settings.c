/* mc-causes-settings.c
 *
 * Faults in the address and in the account’s settings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_settings[] = {
  {
    .id = "settings.address-invalid",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("This is not a valid email address"),
    /* Translators: keep {address} (an email address) as it is */
    .explanation = N_ ("There is a mistake in {address}. An email address has a name, an @ sign and a domain, such "
                       "as anna@example.org, and no spaces."),
    .steps = {
      N_ ("Compare the address with one of your old messages, or ask somebody who writes to you."),
      N_ ("Type it again, without spaces or commas."),
    },
    .actions = { [1] = MC_STEP_EDIT_ADDRESS },
    .article = "email-address",
  },
  {
    .id = "settings.address-typo",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The address may contain a typing mistake"),
    /* Translators: keep {address} (an email address) as it is */
    .explanation = N_ ("The part after the @ sign in {address} is almost the name of a well-known provider, but not "
                       "quite. It can be right all the same. Only you can tell."),
    .steps = {
      N_ ("Read the address letter by letter, above all the part after the @ sign."),
      N_ ("If a letter is wrong, correct it here and in your mail program."),
      N_ ("If the address is right, say so when you are asked, and the checkup goes on."),
    },
    .actions = { [1] = MC_STEP_EDIT_ADDRESS },
    .article = "email-address",
  },
  {
    .id = "settings.not-found",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("No server settings were found"),
    /* Translators: keep {address} (an email address) as it is */
    .explanation = N_ ("A mail program needs the names of the servers that receive and send your mail. For "
                       "{address}, none were found in the usual places. This does not mean that the address is "
                       "wrong."),
    .steps = {
      N_ ("Look for “IMAP” and “SMTP” on the help pages of your provider, or in the letter that you got at the "
          "start."),
      N_ ("If you find nothing, ask your provider or administrator: “Which IMAP and SMTP servers, ports and "
          "encryption do I use?”"),
      N_ ("Enter the server names here and check again."),
    },
    .actions = { [2] = MC_STEP_EDIT_SERVERS },
    .article = "server-settings",
  },
  {
    .id = "settings.host-not-found",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The server’s name does not exist"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("When this computer looks up {server}, the answer is that there is no such name. It may be "
                       "misspelled, or no longer in use. Your password is not the problem."),
    .steps = {
      N_ ("Compare the server name in your settings with the one on the help pages of your provider, letter by "
          "letter."),
      N_ ("Correct the name in the account settings of your mail program."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If your provider does give this name, tell its support that the name cannot be found. Send them the line "
          "{check} of this report."),
    },
    .actions = { [0] = MC_STEP_EDIT_SERVERS, [2] = MC_STEP_COPY_REPORT },
    .article = "server-settings",
  },
  {
    .id = "settings.wrong-port",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The port in the settings is wrong"),
    /* Translators: keep {port} (a port number, or “in your settings”), {server} (“your incoming mail server (…)”
     * or the like) and {working} (such as “port 993 with TLS”) as they are */
    .explanation = N_ ("A server has many numbered doors, called ports. Mail is not at the port number {port} of "
                       "{server}; it answers on {working}. Your password is not the problem."),
    .steps = {
      N_ ("Open the settings of this account in your mail program."),
      /* Translators: keep {working} (such as “port 993 with TLS”) as it is */
      N_ ("Set the account to {working}."),
      N_ ("Leave encryption turned on."),
    },
    .actions = { [1] = MC_STEP_COPY_WORKING },
    .article = "mail-ports",
  },
  {
    .id = "settings.wrong-security",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The connection security in the settings is wrong"),
    /* Translators: keep {security} (“TLS”, “STARTTLS” or “no encryption”) and {server} (“your incoming mail
     * server (…)” or the like) as they are */
    .explanation = N_ ("There are two ways to begin a secure connection, TLS and STARTTLS. Your settings ask for "
                       "{security} at {server}, but another kind of connection is expected on this port. Your "
                       "password is not the problem."),
    .steps = {
      N_ ("Open the settings of this account in your mail program and look for “Connection security” or “SSL/TLS”."),
      /* Translators: keep {working} (such as “port 993 with TLS”) as it is */
      N_ ("Set the account to {working}."),
      N_ ("Do not choose “None”."),
    },
    .actions = { [1] = MC_STEP_COPY_WORKING },
    .article = "connection-security",
  },
  {
    .id = "settings.wrong-protocol",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("Two kinds of mail server are mixed up"),
    /* Translators: keep {port} (a port number, or “in your settings”) and {server} (“your incoming mail server
     * (…)” or the like) as they are */
    .explanation = N_ ("IMAP and POP fetch mail, SMTP sends it. At the port number {port} of {server}, another of "
                       "these is spoken than your settings say. Your password is not the problem."),
    .steps = {
      N_ ("Open the settings of this account in your mail program."),
      N_ ("Check that the incoming server (IMAP or POP) and the outgoing server (SMTP) are not swapped."),
      N_ ("Compare server names, kinds and port numbers with the help pages of your provider."),
    },
    .article = "server-settings",
  },
  {
    .id = "settings.wrong-host",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The settings name the wrong server"),
    /* Translators: keep {host} (a server’s name) as it is */
    .explanation = N_ ("Your settings name {host}, but your mailbox is not there. Your provider publishes another "
                       "server for your address. Your password may well be right."),
    .steps = {
      N_ ("Open the settings of this account in your mail program."),
      /* Translators: keep {working} (such as “port 993 with TLS”) as it is */
      N_ ("Set the account to {working}."),
      N_ ("If you are not sure, ask your provider or administrator which server belongs to your mailbox."),
    },
    .actions = { [1] = MC_STEP_COPY_WORKING },
    .article = "server-settings",
  },
  {
    .id = "settings.migrated",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The mailbox seems to have moved"),
    /* Translators: keep {domain} (a domain such as example.org) and {host} (a server’s name) as they are */
    .explanation = N_ ("Mail for {domain} now goes to another place, while your settings still name {host}. You may "
                       "still be able to sign in at the old place, but new messages do not arrive there."),
    .steps = {
      N_ ("Ask your provider or administrator which server is the current one."),
      N_ ("Add the account to your mail program again, with the new server."),
      N_ ("Keep the old entry until you have copied the messages that exist only there."),
    },
    .article = "moved-mailbox",
  },
  {
    .id = "settings.username-form",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The sign-in name has the wrong form"),
    .explanation = N_ ("Some servers want your whole email address as the sign-in name, others only the part before "
                       "the @ sign. One form was refused, the other was accepted. So your password is right."),
    .steps = {
      N_ ("Open the settings of this account in your mail program and look for the user name."),
      N_ ("If it holds your whole address, leave only the part before the @ sign. If it holds only that part, "
          "enter the whole address."),
      N_ ("If it holds an additional address (an alias), use the main address of the mailbox."),
      N_ ("Do the same for the outgoing server."),
    },
    .article = "sign-in-name",
  },
  {
    .id = "settings.protocol-not-offered",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The provider does not offer this kind of access"),
    .explanation = N_ ("Your provider, or the plan that you have with it, does not let mail programs in the way "
                       "your settings ask for. Your password is not the problem."),
    .steps = {
      N_ ("Look on the help pages of your provider for the ways that it offers (IMAP, POP, SMTP or a program of "
          "its own), and for the plans that include them."),
      N_ ("Set your mail program to one of these ways."),
      N_ ("Until then, read and send mail on your provider’s website."),
    },
    .actions = { [2] = MC_STEP_OPEN_WEBMAIL },
    .article = "access-for-programs",
  },
  { .id = NULL },
};
