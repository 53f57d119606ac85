/* mc-causes-tls.c
 *
 * Faults of the encryption and of a server’s certificate.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_tls[] = {
  {
    .id = "tls.expired",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server’s certificate has expired"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {until} (a date) as they are */
    .explanation = N_ ("A certificate is a server’s identity card. The one of {server} was valid until {until} and "
                       "has not been renewed. Your password is not the problem; Mail Checkup did not send it over "
                       "this connection."),
    .steps = {
      /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {check} (the title of a test
       * in quotation marks) as they are */
      N_ ("Tell your provider’s support: “The certificate of {server} has expired.” Send them the line {check} of "
          "this report."),
      N_ ("If your mail program asks to make an exception, say no and wait for the renewal."),
      N_ ("Until then, read and send mail on your provider’s website, if it opens without a warning."),
    },
    .actions = { [0] = MC_STEP_COPY_REPORT, [2] = MC_STEP_OPEN_WEBMAIL },
    .article = "server-certificate",
  },
  {
    .id = "tls.not-yet-valid",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server’s certificate is not valid yet"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {since} (a date) as they are */
    .explanation = N_ ("A certificate is a server’s identity card. The one of {server} is only valid from {since}. "
                       "If this computer’s date is right, that is a mistake of whoever runs the server. Your "
                       "password is not the problem; Mail Checkup did not send it over this connection."),
    .steps = {
      /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {check} (the title of a test
       * in quotation marks) as they are */
      N_ ("Look at the date and time of this computer. If they are right, tell your provider’s support: “The "
          "certificate of {server} is not valid yet.” Send them the line {check} of this report."),
      N_ ("If your mail program asks to make an exception, say no and wait for the repair."),
      N_ ("Until then, read and send mail on your provider’s website, if it opens without a warning."),
    },
    .actions = { [0] = MC_STEP_DATE_SETTINGS, [2] = MC_STEP_OPEN_WEBMAIL },
    .article = "server-certificate",
  },
  {
    .id = "tls.wrong-host",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The certificate is for another name"),
    /* Translators: keep {host} (a server’s name) and {names} (server names) as they are */
    .explanation = N_ ("A certificate is a server’s identity card. Your settings name {host}, but the card shown "
                       "there is for {names}. Often that is your provider’s own name for the server, but it could "
                       "be a stranger’s server, so Mail Checkup did not send your password to it."),
    .steps = {
      N_ ("Look on the help pages of your provider for the server name that mail programs should use."),
      /* Translators: keep {host} (a server’s name) as it is */
      N_ ("If it is a name that the certificate is for, enter it in your mail program in place of {host}."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If it is not, send the line {check} of this report to your provider’s support."),
      N_ ("If your mail program asks to make an exception, say no."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "certificate-name",
  },
  {
    .id = "tls.self-signed",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server’s certificate is signed by itself"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("A certificate is a server’s identity card. The one of {server} was written by the server "
                       "itself. So nobody confirms that it is really your mail server, and Mail Checkup did not "
                       "send your password there."),
    .steps = {
      /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {check} (the title of a test
       * in quotation marks) as they are */
      N_ ("Tell your provider’s support or whoever runs the server: “Please install a certificate from a recognized "
          "issuer on {server}.” Send them the line {check} of this report."),
      N_ ("If your mail program asks to make an exception, say no."),
      N_ ("If you use a helper program on this computer for mail, such as a bridge, open it and let it set up your "
          "mail program again."),
    },
    .actions = { [0] = MC_STEP_COPY_REPORT },
    .article = "untrusted-certificate",
  },
  {
    .id = "tls.untrusted",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The issuer of the certificate is not trusted here"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {issuer} (an organization’s
     * name) as they are */
    .explanation = N_ ("A certificate is a server’s identity card. The one of {server} comes from {issuer}, which "
                       "is not on this computer’s list of trusted issuers. Your password is not the problem; Mail "
                       "Checkup did not send it over this connection."),
    .steps = {
      N_ ("Install the updates for this computer. They also renew the list of trusted issuers."),
      N_ ("If the server belongs to your workplace or school, ask its administrator how to make the issuer known to "
          "this computer."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("Otherwise, send the line {check} of this report to your provider’s support."),
      N_ ("If your mail program asks to make an exception, say no."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "untrusted-certificate",
  },
  {
    .id = "tls.incomplete-chain",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("A part of the server’s certificate is missing"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("A certificate is a server’s identity card. The part that connects the card of {server} with "
                       "a known issuer is not sent. Some programs find that part by themselves, so mail can work on "
                       "one device and fail on another."),
    .steps = {
      /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {check} (the title of a test
       * in quotation marks) as they are */
      N_ ("Tell your provider’s support: “The intermediate certificate of {server} is missing.” Send them the line "
          "{check} of this report."),
      N_ ("If your mail program asks to make an exception, say no and wait for the repair."),
      N_ ("Until then, read and send mail on your provider’s website."),
    },
    .actions = { [0] = MC_STEP_COPY_REPORT, [2] = MC_STEP_OPEN_WEBMAIL },
    .article = "server-certificate",
  },
  {
    .id = "tls.revoked",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server’s certificate was withdrawn"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("A certificate is a server’s identity card. The issuer has declared the one of {server} "
                       "invalid before its time. This can be a formality or a sign of misuse, so Mail Checkup did "
                       "not send your password to this server."),
    .steps = {
      N_ ("Do not sign in to this server until the certificate is replaced."),
      /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {check} (the title of a test
       * in quotation marks) as they are */
      N_ ("Tell your provider’s support: “The certificate of {server} has been revoked.” Send them the line {check} "
          "of this report."),
      N_ ("Ask whether you should change your password afterwards."),
    },
    .actions = { [1] = MC_STEP_COPY_REPORT },
    .article = "server-certificate",
  },
  {
    .id = "tls.weak",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server’s encryption is too weak"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("The encryption or the certificate of {server} is no longer safe. It may have worked so far, "
                       "but newer programs refuse it for good reason. Your password is not the problem; Mail "
                       "Checkup did not send it over this connection."),
    .steps = {
      N_ ("Look on the help pages of your provider for a newer server name, and use it if there is one."),
      /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {check} (the title of a test
       * in quotation marks) as they are */
      N_ ("Tell your provider’s support: “The encryption of {server} is too weak for current programs.” Send them "
          "the line {check} of this report."),
      N_ ("Leave the security level of this computer as it is."),
    },
    .actions = { [1] = MC_STEP_COPY_REPORT },
    .article = "secure-connection",
  },
  {
    .id = "tls.starttls-missing",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server offers no encryption on this port"),
    /* Translators: keep {port} (a port number, or “in your settings”) and {server} (“your incoming mail server
     * (…)” or the like) as they are */
    .explanation = N_ ("Without encryption, everyone on the way could read your password and your mail. On the port "
                       "number {port}, none is offered by {server}, so Mail Checkup did not send your password over "
                       "this connection."),
    .steps = {
      N_ ("Leave encryption turned on in your mail program."),
      N_ ("Look on the help pages of your provider for settings with TLS, and use them. The usual port numbers are "
          "993 for IMAP, 995 for POP, and 465 for sending."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If there are none, ask your provider’s support to offer encryption, and send them the line {check} of "
          "this report."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "connection-security",
  },
  {
    .id = "tls.starttls-broken",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server fails to start the encryption"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("Encryption does not begin as it should with {server}. Your password is not the problem; "
                       "Mail Checkup did not send it over this connection."),
    .steps = {
      N_ ("Wait half an hour and check again."),
      N_ ("If your provider names settings with TLS instead of STARTTLS, use them in your mail program."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If it still fails, send the line {check} of this report to your provider’s support."),
      N_ ("Leave encryption turned on in your mail program."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN, [2] = MC_STEP_COPY_REPORT },
    .article = "server-trouble",
  },
  {
    .id = "tls.handshake-failed",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("A secure connection could not be made"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("There is an answer from {server}, but it breaks off when the secure connection is set up. "
                       "Your password was not sent over this connection, so it is not the problem."),
    .steps = {
      N_ ("Wait a few minutes and check again."),
      N_ ("Check once over another connection, such as your phone’s hotspot. If it works there, something in your "
          "usual network disturbs it."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If it fails there too, send the line {check} of this report to your provider’s support."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN, [2] = MC_STEP_COPY_REPORT },
    .article = "secure-connection",
  },
  {
    .id = "tls.client-certificate",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server wants a certificate from this computer"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("To let you in, {server} wants more than your password: an electronic identity card that is "
                       "stored on your computer. It is called a client certificate and is used above all at "
                       "workplaces. Your password is not the problem."),
    .steps = {
      N_ ("Ask your provider or administrator whether you need a client certificate for mail, and how to get it."),
      N_ ("Ask also whether there is another server name for mail programs outside the workplace."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("Send them the line {check} of this report."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "secure-connection",
  },
  { .id = NULL },
};
