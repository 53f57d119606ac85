/* mc-causes-authenticity.c
 *
 * Why others do not believe where a message comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_authenticity[] = {
  {
    .id = "sending.spf-missing",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain does not list its sending servers"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("With an entry called SPF, a domain says which servers may send its mail. There is none for "
                       "{domain}, so other providers cannot tell your messages from forged ones and may refuse them."),
    .steps = {
      N_ ("Make a list of all services that send for the domain: your mail provider, the website, newsletters."),
      N_ ("Ask your mail provider which SPF record it recommends."),
      N_ ("Enter it as one TXT record (a text entry) where the domain is managed."),
      N_ ("Wait a few hours and check again."),
    },
    .article = "spf",
  },
  {
    .id = "sending.spf-broken",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The list of sending servers has a mistake"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("With an entry called SPF, {domain} says which servers may send its mail. The entry has a "
                       "mistake, so other providers ignore it or refuse your messages."),
    .steps = {
      N_ ("Read the line about SPF in this report. It names the mistake."),
      N_ ("Correct the entry where the domain is managed. There may be only one SPF record, and it may lead to at "
          "most ten further look-ups."),
      N_ ("If you are not sure, send the line to your mail provider’s support."),
      N_ ("Wait a few hours and check again."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "spf",
  },
  {
    .id = "sending.spf-excludes-server",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The sending server is not on the domain’s list"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("With an entry called SPF, {domain} says which servers may send its mail. The server that "
                       "sent your message is not among them, so the message looks forged."),
    .steps = {
      N_ ("If your mail program sends through another provider’s server, set the outgoing server to the one of "
          "your mailbox."),
      N_ ("If a website or a newsletter service sent it, ask that service what to add to the SPF record, and add "
          "it where the domain is managed."),
      N_ ("If the message was forwarded, this can happen without any mistake of yours. Ask the recipient to look "
          "for it in the spam folder."),
    },
    .article = "spf",
  },
  {
    .id = "sending.dkim-missing",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("Messages from the domain are not signed"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("A signature called DKIM shows that a message really comes from its domain. Messages from "
                       "{domain} carry none, so other providers trust them less."),
    .steps = {
      N_ ("Look for DKIM in the domain settings on your mail provider’s website, and turn it on."),
      N_ ("Enter the record that your provider shows there where the domain is managed."),
      N_ ("Wait a day, send a message to yourself, and check it again."),
    },
    .article = "dkim",
  },
  {
    .id = "sending.dkim-broken",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The signatures of the domain do not verify"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("A signature called DKIM shows that a message really comes from its domain. The one on "
                       "messages from {domain} cannot be confirmed: the key is missing or wrong, or the message was "
                       "changed on the way."),
    .steps = {
      N_ ("Compare the DKIM record at the place where the domain is managed with the one that your mail provider "
          "shows, character by character."),
      N_ ("If something adds text to your messages after sending, such as a footer or a mailing list, send one "
          "without it and check that."),
      N_ ("If both records agree, send the line about DKIM in this report to your provider’s support."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "dkim",
  },
  {
    .id = "sending.dmarc-missing",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain does not say what to do with forgeries"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("With an entry called DMARC, a domain tells others what to do with messages that only "
                       "pretend to come from it. There is none for {domain}, and some large providers expect one."),
    .steps = {
      N_ ("First make sure that SPF and DKIM of the domain are in order. This report shows both."),
      N_ ("Then enter a TXT record (a text entry) with the name _dmarc and the text v=DMARC1; p=none where the "
          "domain is managed. It changes nothing for your messages yet."),
      N_ ("Wait a few hours and check again."),
    },
    .article = "dmarc",
  },
  {
    .id = "sending.dmarc-broken",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain’s DMARC record has a mistake"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("With an entry called DMARC, {domain} tells others what to do with messages that only "
                       "pretend to come from it. The entry has a mistake, so it is ignored."),
    .steps = {
      N_ ("Read the line about DMARC in this report. It names the mistake."),
      N_ ("Correct the entry where the domain is managed. There may be only one DMARC record, and it begins with "
          "v=DMARC1."),
      N_ ("Wait a few hours and check again."),
    },
    .article = "dmarc",
  },
  {
    .id = "sending.dmarc-fails",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("Messages cannot prove that they come from the domain"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("Other providers compare the address in the From line with the proof that a message carries "
                       "(SPF and DKIM). For messages from {domain}, neither belongs to that domain, so they look "
                       "forged and may be refused."),
    .steps = {
      /* Translators: keep {domain} (a domain such as example.org) as it is */
      N_ ("Send through the server of the provider that looks after {domain}."),
      N_ ("If another service sends for you, look in its settings for your own domain or DKIM, and turn it on."),
      N_ ("Enter the records that the service shows where the domain is managed."),
      N_ ("Wait a day, send a message to yourself, and check it again."),
    },
    .article = "dmarc",
  },
  {
    .id = "sending.blocklisted",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The sending server is on a blocklist"),
    .explanation = N_ ("A blocklist is a list of servers that have sent unwanted mail, and other providers refuse "
                       "mail from them. The server is usually shared by many customers, so you need not be the "
                       "reason."),
    .steps = {
      N_ ("Send the lines about blocklists in this report to the provider of the outgoing server. Only they can "
          "have it removed."),
      N_ ("If the server is your own, find out why it was listed, put an end to that, and then ask the list to "
          "remove it. Never pay for a removal."),
      N_ ("Small lists that hardly anybody uses can be ignored. A list counts when an error message names it."),
    },
    .actions = { [0] = MC_STEP_COPY_REPORT },
    .article = "blocklists",
  },
  {
    .id = "sending.domain-blocklisted",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain is on a blocklist"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("Some providers refuse messages that come from or mention domains on such a list, and "
                       "{domain} is on one. Often a website was broken into, or an account was misused."),
    .steps = {
      N_ ("Look into the website and the mail accounts of the domain for misuse. Change their passwords and "
          "install updates."),
      N_ ("When that is done, ask the list named in this report to remove the domain. Never pay for a removal."),
      N_ ("If the domain is new, wait some weeks. Some lists distrust all new domains."),
    },
    .article = "blocklists",
  },
  {
    .id = "sending.rdns-missing",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The sending server has no matching name"),
    .explanation = N_ ("Other providers look up the name that belongs to the address of a server (reverse DNS). For "
                       "the server that sends your mail, there is none, or it does not lead back to the same "
                       "address. Many providers refuse mail from such servers."),
    .steps = {
      N_ ("Send the line about reverse DNS in this report to the provider of the outgoing server."),
      N_ ("If the server is your own, ask the company that rents it to you to set the reverse DNS name to the "
          "server’s name."),
      N_ ("If you send from home without your provider’s server, set the outgoing server in your mail program to "
          "the one of your mailbox."),
    },
    .actions = { [0] = MC_STEP_COPY_REPORT },
    .article = "reverse-dns",
  },
  { .id = NULL },
};
