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

#define MAX_WORDS 2

#define STEP_CHECKUP  N_ ("Run a checkup of your account. It finds out what the reason is.")
#define STEP_WEBSITES N_ ("Check that websites open on this computer.")
#define STEP_SERVER                                                                                                \
  N_ ("Compare the server’s name in the settings of the mail program with the one on your provider’s help pages, " \
      "letter by letter.")
#define STEP_EXCEPTION N_ ("If the mail program asks to make an exception or to go on all the same, say no.")

typedef enum
{
  UNREACHABLE,
  CUT_OFF,
  NAME_NOT_FOUND,
  SIGN_IN_REFUSED,
  WRONG_ENCRYPTION,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_UNTRUSTED,
  CERTIFICATE_NAME,
  HELPER,
} Kind;

static const McProgramError errors[] = {
  [UNREACHABLE] = {
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
  [CUT_OFF] = {
    .reason = MC_REASON_NETWORK_ERROR,
    .title = N_ ("The connection to the mail server was cut off"),
    .explanation = N_ ("The mail program reached a server, and then the connection ended too early. Something on the "
                       "way can be the reason, such as a virus scanner, a VPN or the network, or the kind of "
                       "encryption in the settings, or a fault of the server."),
    .steps = { N_ ("Try once more. If you use a VPN, try without it."), STEP_CHECKUP },
  },
  [NAME_NOT_FOUND] = {
    .reason = MC_REASON_NETWORK_ERROR,
    .cause = "settings.host-not-found",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The name of the mail server was not found"),
    .explanation = N_ ("This computer looked for a server with the name in the settings and found none. The name may "
                       "be misspelled or no longer in use, or this computer is not connected to the Internet."),
    .steps = { STEP_WEBSITES, STEP_SERVER, STEP_CHECKUP },
  },
  [SIGN_IN_REFUSED] = {
    .reason = MC_REASON_SIGN_IN_REQUIRED,
    .cause = "login.wrong-password",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The mail server did not accept the sign-in"),
    .explanation = N_ ("The mail program reached the server, which refused the name or the password. Some providers "
                       "want a special password for mail programs, an app password."),
    .steps = {
      N_ ("Sign in on your provider’s website with the same name and password."),
      N_ ("If that works, type the password in the mail program again, or look on the website for an app password."),
      STEP_CHECKUP,
    },
  },
  [WRONG_ENCRYPTION] = {
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
  [CERTIFICATE_EXPIRED] = {
    .reason = MC_REASON_TLS_FAILED,
    .cause = "tls.expired",
    .title = N_ ("The server’s certificate is no longer valid"),
    .explanation = N_ ("A certificate is a server’s identity card, with a date on which it ends. Either this one was "
                       "not renewed in time, which only the provider can do, or the clock of this computer is wrong."),
    .steps = { N_ ("Check the date and the time of this computer."), STEP_EXCEPTION, STEP_CHECKUP },
  },
  [CERTIFICATE_UNTRUSTED] = {
    .reason = MC_REASON_TLS_FAILED,
    .cause = "tls.untrusted",
    .title = N_ ("The server’s certificate is not trusted"),
    .explanation = N_ ("A certificate is a server’s identity card. The one that was shown was not issued by anybody whom "
                       "this computer trusts. The server may be set up wrongly, or something on the way showed its "
                       "own, such as a virus scanner or the network."),
    .steps = { STEP_EXCEPTION, STEP_CHECKUP },
  },
  [CERTIFICATE_NAME] = {
    .reason = MC_REASON_TLS_FAILED,
    .cause = "tls.wrong-host",
    .title = N_ ("The server’s certificate is for another name"),
    .explanation = N_ ("A certificate is a server’s identity card. The one that was shown is not for the name in the "
                       "settings. Often the provider wants another server name there; it can also be a stranger’s "
                       "server."),
    .steps = { STEP_SERVER, STEP_EXCEPTION, STEP_CHECKUP },
  },
  [HELPER] = {
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

typedef struct
{
  Kind        kind;
  const char *words[MAX_WORDS];
} Sign;

/*
 * Words that all have to be there, lower case; the first row that fits decides. Of Outlook and Windows Mail
 * (0x…), Thunderbird and its relatives, Apple Mail, Evolution and Geary (GIO), and of the libraries for TLS.
 */
static const Sign signs[] = {
  { HELPER, { "127.0.0.1:1143" } },
  { HELPER, { "127.0.0.1:1025" } },
  { HELPER, { "localhost:1143" } },
  { HELPER, { "localhost:1025" } },
  { HELPER, { "mail server 127.0.0.1", "refused" } },
  { HELPER, { "mail server localhost", "refused" } },
  { HELPER, { "server (smtp) 127.0.0.1", "refused" } },
  { HELPER, { "server (smtp) localhost", "refused" } },

  { CERTIFICATE_EXPIRED, { "certificate has expired", "peer" } },
  { CERTIFICATE_EXPIRED, { "certificate has expired", "server" } },
  { CERTIFICATE_EXPIRED, { "certificate has expired", "ssl" } },
  { CERTIFICATE_EXPIRED, { "certificate has expired", "tls" } },
  { CERTIFICATE_EXPIRED, { "certificate verify failed", "certificate has expired" } },
  { CERTIFICATE_EXPIRED, { "chain uses expired certificate" } },
  { CERTIFICATE_EXPIRED, { "sec_error_expired_certificate" } },
  { CERTIFICATE_NAME, { "ssl_error_bad_cert_domain" } },
  { CERTIFICATE_NAME, { "target principal name is incorrect" } },
  { CERTIFICATE_NAME, { "certificate", "hostname mismatch" } },
  { CERTIFICATE_NAME, { "certificate", "does not match hostname" } },
  { CERTIFICATE_NAME, { "certificate", "does not match the expected identity" } },
  { CERTIFICATE_UNTRUSTED, { "self-signed certificate" } },
  { CERTIFICATE_UNTRUSTED, { "self signed certificate" } },
  { CERTIFICATE_UNTRUSTED, { "unable to get local issuer certificate" } },
  { CERTIFICATE_UNTRUSTED, { "sec_error_unknown_issuer" } },
  { CERTIFICATE_UNTRUSTED, { "mozilla_pkix_error_self_signed_cert" } },
  { CERTIFICATE_UNTRUSTED, { "certificate", "issuer is unknown" } },
  { CERTIFICATE_UNTRUSTED, { "unacceptable tls certificate" } },
  { CERTIFICATE_UNTRUSTED, { "certificate verify failed" } },
  { CERTIFICATE_UNTRUSTED, { "security certificate that cannot be verified" } },
  { CERTIFICATE_UNTRUSTED, { "cannot verify server identity" } },
  { CERTIFICATE_UNTRUSTED, { "verify the identity of the server" } },

  { WRONG_ENCRYPTION, { "0x800ccc1a" } },
  { WRONG_ENCRYPTION, { "does not support the connection encryption type" } },
  { WRONG_ENCRYPTION, { "ssl", "wrong version number" } },
  { WRONG_ENCRYPTION, { "ssl_error_rx_record_too_long" } },
  { WRONG_ENCRYPTION, { "unexpected tls packet was received" } },
  { WRONG_ENCRYPTION, { "packet with illegal or unsupported version was received" } },

  { NAME_NOT_FOUND, { "0x800ccc0d" } },
  { NAME_NOT_FOUND, { "unable to find the e", "mail server" } },
  { NAME_NOT_FOUND, { "failed to find the server" } },
  { NAME_NOT_FOUND, { "failed to find server" } },
  { NAME_NOT_FOUND, { "error resolving", "name or service not known" } },
  { NAME_NOT_FOUND, { "cannot locate host" } },

  { CUT_OFF, { "0x800ccc0f" } },
  { CUT_OFF, { "connection to the server was interrupted" } },
  { CUT_OFF, { "has disconnected", "the server may have gone down" } },
  { CUT_OFF, { "was lost in the middle of the transaction" } },
  { CUT_OFF, { "tls connection was non-properly terminated" } },

  { UNREACHABLE, { "0x800ccc0e" } },
  { UNREACHABLE, { "0x800ccc19" } },
  { UNREACHABLE, { "0x80042108" } },
  { UNREACHABLE, { "0x80042109" } },
  { UNREACHABLE, { "0x8004210a" } },
  { UNREACHABLE, { "0x8004210b" } },
  { UNREACHABLE, { "outlook cannot connect to your" } },
  { UNREACHABLE, { "outlook is unable to connect to your" } },
  { UNREACHABLE, { "connection to outgoing server (smtp)", "was refused" } },
  { UNREACHABLE, { "connection to outgoing server (smtp)", "timed out" } },
  { UNREACHABLE, { "connecting to outgoing server (smtp)", "failed" } },
  { UNREACHABLE, { "could not connect to mail server", "refused" } },
  { UNREACHABLE, { "cannot be contacted on port" } },
  { UNREACHABLE, { "refused to allow a connection on port" } },
  { UNREACHABLE, { "cannot get mail", "connection to the server failed" } },
  { UNREACHABLE, { "cannot send mail", "connection to the outgoing server" } },

  { SIGN_IN_REFUSED, { "0x800ccc91" } },
  { SIGN_IN_REFUSED, { "0x800ccc92" } },
  { SIGN_IN_REFUSED, { "login to server", "failed" } },
  { SIGN_IN_REFUSED, { "unable to log in at server" } },
  { SIGN_IN_REFUSED, { "unable to authenticate to outgoing server (smtp)" } },
  { SIGN_IN_REFUSED, { "the user name or password for", "is incorrect" } },
};

/* How mail programs name the servers that they connect to, lower case; those of recipients listen at port 25. */
static const char *const own_servers[] = {
  "server imap", "server pop", "server mail.", "server (smtp)", "imap server", "pop server", "pop3 server",
  "imap-server", "pop3-server", ":993", ":143", ":995", ":110", ":465", ":587"
};

static gboolean
has_words (const char *text,
           const Sign *sign)
{
  for (guint i = 0; i < MAX_WORDS && sign->words[i] != NULL; i++)
    {
      if (strstr (text, sign->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* “:143” but not “:1433”. */
static gboolean
has_name (const char *text,
          const char *name)
{
  const char *found = strstr (text, name);

  return found != NULL && (*name != ':' || !g_ascii_isdigit (found[strlen (name)]));
}

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
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (has_words (lower, &signs[i]))
        return &errors[signs[i].kind];
    }
  for (gsize i = 0; says_unreachable && i < G_N_ELEMENTS (own_servers); i++)
    {
      if (has_name (lower, own_servers[i]))
        return &errors[UNREACHABLE];
    }

  return NULL;
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
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (strstr (lower, "smtp") != NULL || strstr (lower, "outgoing") != NULL || strstr (lower, "send mail") != NULL)
    return MC_PROTOCOL_SMTP;
  if (strstr (lower, "pop3") != NULL || strstr (lower, "pop.") != NULL)
    return MC_PROTOCOL_POP3;

  return MC_PROTOCOL_IMAP;
}
