/* mc-causes-domain.c
 *
 * Faults of a domain: its registration, name servers and mail servers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_domain[] = {
  {
    .id = "domain.not-registered",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain does not exist"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("The domain is the part of an address after the @ sign. The registry says that {domain} does "
                       "not exist, so mail to it cannot arrive. It may be misspelled, or somebody has given it up."),
    .steps = {
      N_ ("Read the part after the @ sign letter by letter."),
      N_ ("If the spelling is right and the domain is yours, ask the company where you registered it whether it "
          "can be renewed."),
      N_ ("If it belongs to somebody else, ask them for their current address."),
    },
    .article = "domain-registration",
    .links = {
      { N_ ("Look up the registration of a domain"), "https://lookup.icann.org/" },
    },
  },
  {
    .id = "domain.expired",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain’s registration has lapsed"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("A domain is rented for some time, and the registration of {domain} has run out or is on "
                       "hold. Mail to it does not arrive until that is settled. The mailbox and its messages may "
                       "still be there."),
    .steps = {
      N_ ("Sign in at the company where the domain is registered. Look for old invoices if you do not know which "
          "one it is."),
      N_ ("Renew the domain as soon as you can. After some weeks, somebody else could register it."),
      N_ ("Check that the address and the means of payment stored there are right."),
      N_ ("After the renewal, wait a day and check again."),
    },
    .article = "domain-registration",
    .links = {
      { N_ ("Look up the registration of a domain"), "https://lookup.icann.org/" },
    },
  },
  {
    .id = "domain.expiring",
    .fixed_by = MC_FIXER_YOU,
    .is_notice = TRUE,
    .title = N_ ("The domain’s registration ends soon"),
    /* Translators: keep {domain} (a domain such as example.org) and {until} (a date) as they are */
    .explanation = N_ ("A domain is rented for some time. The registration of {domain} runs until {until}. Mail "
                       "still works, but it stops when the domain is not renewed."),
    .steps = {
      N_ ("Sign in at the company where the domain is registered, and renew it or turn on automatic renewal."),
      N_ ("Check that the address and the means of payment stored there are right."),
      N_ ("Do not trust letters or messages from unknown companies that offer to renew the domain."),
    },
    .article = "domain-registration",
    .links = {
      { N_ ("Look up the registration of a domain"), "https://lookup.icann.org/" },
    },
  },
  {
    .id = "domain.delegation-broken",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The domain’s name servers are wrong"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("Name servers tell the world where mail for {domain} goes. The servers that are listed for "
                       "it do not answer for it. So mail to this domain gets lost or comes back, and no mail "
                       "program can help."),
    .steps = {
      N_ ("Ask the company that runs the domain’s name servers (often the one where you registered the domain) to "
          "check them. Send them the lines about the name servers in this report."),
      N_ ("If you changed the company lately, ask the new one which name servers belong in the registration, and "
          "enter these."),
      N_ ("After the repair, wait a day and check again."),
    },
    .actions = { [0] = MC_STEP_COPY_REPORT },
    .article = "domain-name-servers",
  },
  {
    .id = "domain.dnssec-broken",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The domain’s security signatures do not match"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("The entries of {domain} are signed against forgery (DNSSEC), but the signatures do not "
                       "match. Careful servers treat the domain as if it did not exist, so mail works with some "
                       "people and fails with others."),
    .steps = {
      /* Translators: keep {domain} (a domain such as example.org) as it is */
      N_ ("Tell the company that runs the domain’s name servers: “DNSSEC validation of {domain} fails.” Send them "
          "the line about DNSSEC in this report."),
      N_ ("If you moved the domain to another company lately, ask whether an old DS record (the key stored at the "
          "registry) was left behind."),
      N_ ("After the repair, wait a day and check again."),
    },
    .actions = { [0] = MC_STEP_COPY_REPORT },
    .article = "domain-name-servers",
  },
  {
    .id = "domain.inconsistent",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("The domain’s name servers disagree"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("The name servers of {domain} do not all give the same answer. This is normal for a while "
                       "after a change. Until then, mail can reach the old place or the new one."),
    .steps = {
      N_ ("Wait a day and check again."),
      N_ ("Until then, look for new messages in the old mailbox too."),
      N_ ("If it lasts longer than two days, send this report to the company that runs the domain’s name servers."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "domain-name-servers",
  },
  {
    .id = "domain.no-mx",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain names no mail server"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("Other servers look in the entries of {domain} for the server that receives its mail (the MX "
                       "record). There is none that works, so messages to this domain cannot arrive. Sending may "
                       "still work."),
    .steps = {
      N_ ("Ask your mail provider: “Which MX records does my domain need?”"),
      N_ ("Enter them where the domain is managed, often the company where you registered it."),
      N_ ("Wait a few hours and check again."),
    },
    .article = "mail-records",
  },
  {
    .id = "domain.null-mx",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain says that it takes no mail"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("In the entries of {domain}, its owner states that it receives no mail at all (a “null MX”). "
                       "So all messages to it come back at once."),
    .steps = {
      N_ ("If the domain is not yours, ask for another address."),
      N_ ("If it is yours and should receive mail, ask your mail provider which MX records (the entries for mail "
          "servers) it needs."),
      N_ ("Replace the present MX record by these where the domain is managed."),
    },
    .article = "mail-records",
  },
  {
    .id = "domain.mx-invalid",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain names a mail server that cannot work"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("The entries of {domain} say which server receives its mail (the MX record), but the name "
                       "there is wrong. Messages to this domain may get lost or come back."),
    .steps = {
      N_ ("Ask your mail provider: “Which MX records does my domain need?”"),
      N_ ("Where the domain is managed, compare them with the line about mail servers in this report, and correct "
          "the wrong one."),
      N_ ("Wait a few hours and check again."),
    },
    .article = "mail-records",
  },
  {
    .id = "domain.mx-unreachable",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The domain’s mail servers do not answer"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("None of the servers that receive mail for {domain} takes a connection. Senders’ servers "
                       "usually try again for some days, so messages can be late rather than lost."),
    .steps = {
      N_ ("Look on your mail provider’s website for a notice about a fault."),
      N_ ("Wait an hour and check again."),
      N_ ("If it lasts, send the lines about the domain’s mail servers in this report to your provider’s support."),
    },
    .actions = { [0] = MC_STEP_OPEN_STATUS, [2] = MC_STEP_COPY_REPORT },
    .article = "server-trouble",
  },
  {
    .id = "domain.mx-elsewhere",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("Mail for the domain goes to another provider"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("The entries of {domain} send its mail to another provider than the one where you look for "
                       "it. So new messages may be waiting in a mailbox there."),
    .steps = {
      N_ ("Ask whoever looks after the domain which provider is the current one."),
      N_ ("If it is the other one, set up your mail program with the mailbox there."),
      N_ ("If it is the one that you use, ask it which MX records (the entries for mail servers) the domain "
          "needs, and enter them where the domain is managed."),
    },
    .article = "moved-mailbox",
  },
  {
    .id = "domain.not-hosted",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The mail server does not know the domain"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("Mail for {domain} reaches the right server, but the server says that the domain is not its "
                       "own. Often the domain has not been added there, or an unpaid bill put it on hold."),
    .steps = {
      /* Translators: keep {domain} (a domain such as example.org) as it is */
      N_ ("Sign in on your mail provider’s website, check that {domain} is in the list of your domains, and "
          "confirm it if you are asked to."),
      N_ ("If it is listed, send the line about the domain’s mail servers in this report to your provider’s "
          "support."),
    },
    .actions = { [0] = MC_STEP_OPEN_WEBMAIL, [1] = MC_STEP_COPY_REPORT },
    .article = "mail-records",
  },
  {
    .id = "domain.mta-sts-broken",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain’s mail security policy does not fit"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("With a policy called MTA-STS, {domain} tells other servers which mail servers are genuine. "
                       "The policy does not match the servers in use, so careful providers do not deliver messages "
                       "to the domain."),
    .steps = {
      N_ ("Ask your mail provider which MTA-STS policy belongs to its servers."),
      N_ ("Correct the policy file on the domain’s website: the list of mail servers, and the certificate of the "
          "website that offers the file."),
      N_ ("After each change of the file, change the id in the domain’s MTA-STS entry too, so that other servers "
          "notice."),
      N_ ("Send the line about MTA-STS in this report to whoever helps you with the domain."),
    },
    .actions = { [3] = MC_STEP_COPY_REPORT },
    .article = "mail-security-records",
  },
  {
    .id = "domain.dane-broken",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The domain’s certificate records do not match"),
    /* Translators: keep {domain} (a domain such as example.org) as it is */
    .explanation = N_ ("With entries called TLSA, {domain} says which certificates its mail servers show. They show "
                       "other ones, so careful providers do not deliver messages to the domain. This often follows "
                       "a renewal of the certificate."),
    .steps = {
      N_ ("Ask whoever runs the mail servers whether the TLSA records or the certificates are out of date. Send "
          "them the line about TLSA in this report."),
      N_ ("Replace the old TLSA records by ones for the certificates now in use."),
      N_ ("Wait a few hours and check again."),
    },
    .actions = { [0] = MC_STEP_COPY_REPORT },
    .article = "mail-security-records",
  },
  { .id = NULL },
};
