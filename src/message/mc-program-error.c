/* mc-program-error.c
 *
 * What mail programs say when they do not get as far as a server's words: the connection
 * failed, the certificate, the name. It is about the own account, never about a recipient.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-program-error.h"
#include "mc-program-signs.h"

#define STEP_CHECKUP  N_ ("Run a checkup of your account. It finds out what the reason is.")
#define STEP_WEBSITES N_ ("Check that websites open on this computer.")
#define STEP_WEBMAIL  N_ ("Sign in on your provider’s website with the same name and password.")
#define STEP_SERVER                                                                                                \
  N_ ("Compare the server’s name in the settings of the mail program with the one on your provider’s help pages, " \
      "letter by letter.")
#define STEP_EXCEPTION N_ ("If the mail program asks to make an exception or to go on all the same, say no.")

static const McProgramError errors[MC_PROGRAM_N_SIGNS] = {
  [MC_PROGRAM_SIGN_UNREACHABLE] = {
    .reason = MC_REASON_NETWORK_ERROR,
    .title = N_ ("The mail program could not reach its server"),
    .explanation = N_ ("It tried to connect to the server of your account and got no answer. That is not about a "
                       "single message, and your password is not the reason. It can be this network, the server, or "
                       "the server’s name and port in the settings."),
    .steps = {
      STEP_WEBSITES,
      STEP_CHECKUP,
      N_ ("If everything worked until now, try again in half an hour. The server may be out of service."),
    },
  },
  [MC_PROGRAM_SIGN_CUT_OFF] = {
    .reason = MC_REASON_NETWORK_ERROR,
    .title = N_ ("The connection to the mail server was cut off"),
    .explanation = N_ ("The mail program reached a server, and then the connection ended too early. Something on the "
                       "way can be the reason, such as a virus scanner, a VPN or the network, or the kind of "
                       "encryption in the settings, or a fault of the server."),
    .steps = { N_ ("Try once more. If you use a VPN, try without it."), STEP_CHECKUP },
  },
  [MC_PROGRAM_SIGN_NAME_NOT_FOUND] = {
    .reason = MC_REASON_NETWORK_ERROR,
    .cause = "settings.host-not-found",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The name of the mail server was not found"),
    .explanation = N_ ("This computer looked for a server with the name in the settings and found none. The name may "
                       "be misspelled or no longer in use, or this computer is not connected to the Internet."),
    .steps = { STEP_WEBSITES, STEP_SERVER, STEP_CHECKUP },
  },
  [MC_PROGRAM_SIGN_METHOD_NOT_OFFERED] = {
    .reason = MC_REASON_SIGN_IN_REQUIRED,
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The mail server does not take this way of signing in"),
    .explanation = N_ ("There are several ways to sign in to a mail server, and the one in the settings of the mail "
                       "program is not taken there. Some providers, such as Google and Microsoft, want a sign-in "
                       "through the browser, called OAuth 2. This does not mean that your password is wrong."),
    .steps = {
      N_ ("In the settings of the mail program, set the connection security of this server to TLS or STARTTLS, as on "
          "your provider’s help pages, and never to “None”."),
      N_ ("Set the authentication method to OAuth2 if your provider wants that. Otherwise choose “Normal password”, "
          "also called “PLAIN”."),
      STEP_CHECKUP,
    },
  },
  [MC_PROGRAM_SIGN_BROWSER_SIGN_IN] = {
    .reason = MC_REASON_SIGN_IN_REQUIRED,
    .cause = "login.oauth-expired",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The browser sign-in must be renewed"),
    .explanation = N_ ("For this account, the mail program needs a permission that you give on the provider’s sign-in "
                       "page, called OAuth 2. The permission has run out or was withdrawn, or the sign-in was not "
                       "finished. This does not mean that your password is wrong."),
    .steps = {
      N_ ("If the account is in the computer’s settings under Online Accounts, open it there and sign in again."),
      N_ ("If it is only in your mail program, let the program fetch mail, and sign in on the page that opens."),
      STEP_CHECKUP,
    },
  },
  [MC_PROGRAM_SIGN_SIGN_IN_REFUSED] = {
    .reason = MC_REASON_SIGN_IN_REQUIRED,
    .cause = "login.wrong-password",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The mail server did not accept the sign-in"),
    .explanation = N_ ("The mail program reached the server, which refused the name or the password. Some providers "
                       "want a special password for mail programs, an app password."),
    .steps = {
      STEP_WEBMAIL,
      N_ ("If that works, type the password in the mail program again, or look on the website for an app password."),
      STEP_CHECKUP,
    },
  },
  [MC_PROGRAM_SIGN_WRONG_ENCRYPTION] = {
    .reason = MC_REASON_TLS_FAILED,
    .cause = "settings.wrong-security",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The encryption in the settings does not fit the server"),
    .explanation = N_ ("There are two ways to begin a secure connection, TLS and STARTTLS, each with a port of its "
                       "own. As it seems, the mail program used one where the server expects the other."),
    .steps = {
      N_ ("In the settings of the mail program, set the port and the connection security of this server as on your "
          "provider’s help pages."),
      N_ ("Do not choose “None”."),
      STEP_CHECKUP,
    },
  },
  [MC_PROGRAM_SIGN_NO_ENCRYPTION] = {
    .reason = MC_REASON_TLS_FAILED,
    .cause = "tls.handshake-failed",
    .title = N_ ("A secure connection to the mail server could not be made"),
    .explanation = N_ ("The mail program reached a server, but the two could not agree on how to encrypt. The kind of "
                       "encryption or the port in the settings can be the reason, a virus scanner or the network, or "
                       "a fault of the server. Your password is not the reason."),
    .steps = {
      N_ ("In the settings of the mail program, compare the port and the connection security of this server with "
          "your provider’s help pages."),
      N_ ("Do not choose “None”."),
      STEP_CHECKUP,
    },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED] = {
    .reason = MC_REASON_TLS_FAILED,
    .cause = "tls.expired",
    .title = N_ ("The server’s certificate is no longer valid"),
    .explanation = N_ ("A certificate is a server’s identity card, with a date on which it ends. Either this one was "
                       "not renewed in time, which only the provider can do, or the clock of this computer is wrong."),
    .steps = { N_ ("Check the date and the time of this computer."), STEP_EXCEPTION, STEP_CHECKUP },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED] = {
    .reason = MC_REASON_TLS_FAILED,
    .cause = "tls.untrusted",
    .title = N_ ("The server’s certificate is not trusted"),
    .explanation = N_ ("A certificate is a server’s identity card. The one that was shown was not issued by anybody whom "
                       "this computer trusts. The server may be set up wrongly, or something on the way showed its "
                       "own, such as a virus scanner or the network."),
    .steps = { STEP_EXCEPTION, STEP_CHECKUP },
  },
  [MC_PROGRAM_SIGN_CERTIFICATE_NAME] = {
    .reason = MC_REASON_TLS_FAILED,
    .cause = "tls.wrong-host",
    .title = N_ ("The server’s certificate is for another name"),
    .explanation = N_ ("A certificate is a server’s identity card. The one that was shown is not for the name in the "
                       "settings. Often the provider wants another server name there; it can also be a stranger’s "
                       "server."),
    .steps = { STEP_SERVER, STEP_EXCEPTION, STEP_CHECKUP },
  },
  [MC_PROGRAM_SIGN_NOT_CONNECTED] = {
    .reason = MC_REASON_NETWORK_ERROR,
    .title = N_ ("The mail program did not get into the account"),
    .explanation = N_ ("It does not say why. Either it could not reach the server of your account, or the server did "
                       "not accept the sign-in."),
    .steps = { STEP_WEBSITES, STEP_WEBMAIL, STEP_CHECKUP },
  },
  [MC_PROGRAM_SIGN_HELPER] = {
    .reason = MC_REASON_NETWORK_ERROR,
    .cause = "program.helper-not-running",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The helper program for mail does not answer"),
    .explanation = N_ ("The mail program gets its mail through another program on this computer, such as Proton Mail "
                       "Bridge or DavMail, and nothing answers there. Your password is not the reason."),
    .steps = {
      N_ ("Start the helper program, and check that you are signed in there."),
      N_ ("If it is running, compare its port numbers with those in the settings of the mail program."),
      STEP_CHECKUP,
    },
  },
};

/**
 * mc_program_error_find:
 * @text: what somebody pasted, without any code of a server in it
 * @says_unreachable: whether its words say that a connection failed
 *
 * Returns: (transfer none) (nullable): what a mail program says with it; %NULL where it
 *   may be what a server says
 */
const McProgramError *
mc_program_error_find (const char *text,
                       gboolean    says_unreachable)
{
  McProgramSign sign = mc_program_sign_find (text, says_unreachable);

  return sign != MC_PROGRAM_SIGN_NONE ? &errors[sign] : NULL;
}

/**
 * mc_program_error_guess_protocol:
 * @text: what a mail program says
 *
 * Returns: what it was about to speak, as far as can be told
 */
McProtocol
mc_program_error_guess_protocol (const char *text)
{
  static const struct
  {
    const char *word;
    McProtocol  protocol;
  } rows[] = {
    { "smtp", MC_PROTOCOL_SMTP },
    { "outgoing", MC_PROTOCOL_SMTP },
    { "send mail", MC_PROTOCOL_SMTP },
    { ":465", MC_PROTOCOL_SMTP },
    { ":587", MC_PROTOCOL_SMTP },
    { ":1025", MC_PROTOCOL_SMTP },
    { "pop3", MC_PROTOCOL_POP3 },
    { "pop.", MC_PROTOCOL_POP3 },
    { "pop server", MC_PROTOCOL_POP3 },
    { "pop-server", MC_PROTOCOL_POP3 },
    { ":995", MC_PROTOCOL_POP3 },
    { ":110", MC_PROTOCOL_POP3 },
  };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (strstr (lower, rows[i].word) != NULL)
        return rows[i].protocol;
    }

  return MC_PROTOCOL_IMAP;
}
