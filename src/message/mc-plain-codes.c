/* mc-plain-codes.c
 *
 * Codes that speak for themselves: the response codes of IMAP and POP3, and the replies of SMTP that are no refusal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-plain-codes.h"

#define IMAP MC_PROTOCOL_IMAP
#define POP3 MC_PROTOCOL_POP3
#define SMTP MC_PROTOCOL_SMTP

#define ALL_WELL_TITLE N_ ("The server agreed")
#define ALL_WELL_TEXT  N_ ("This is a good answer, not an error. If something does not work, look at what came after it.")
#define GOES_ON_TITLE  N_ ("The server is waiting for more")
#define GOES_ON_TEXT   N_ ("This is not an error: the server asks the mail program to go on. If it stops here, the program or the connection is the problem.")
#define NOTE_TITLE     N_ ("A note for the mail program")
#define NOTE_TEXT      N_ ("Servers send this to keep mail programs informed. It is not an error, and there is nothing to do.")
#define LACKS_TITLE    N_ ("The mail program asked for something that the server does not do")
#define LACKS_TEXT     N_ ("The server did not understand this request, or does not offer it. Your messages and your password are fine. An update of the mail program often helps.")

static const McPlainCode codes[] = {
  /* SMTP: RFC 5321, 4954, 2645 */
  { SMTP, "211", MC_REASON_UNKNOWN, NULL, ALL_WELL_TITLE, ALL_WELL_TEXT },
  { SMTP, "214", MC_REASON_UNKNOWN, NULL, ALL_WELL_TITLE, ALL_WELL_TEXT },
  { SMTP, "220", MC_REASON_UNKNOWN, NULL, N_ ("The server is ready"), ALL_WELL_TEXT },
  { SMTP, "221", MC_REASON_UNKNOWN, NULL, N_ ("The server said goodbye"), ALL_WELL_TEXT },
  { SMTP, "235", MC_REASON_UNKNOWN, NULL, N_ ("The sign-in worked"), ALL_WELL_TEXT },
  { SMTP, "250", MC_REASON_DELIVERED, NULL, N_ ("The server accepted it"), N_ ("The server did what it was asked to, for example took the message. It can still come back later from a server further on.") },
  { SMTP, "251", MC_REASON_DELIVERED, NULL, N_ ("The server passes the message on"), N_ ("The recipient’s mailbox is elsewhere, and the server forwards the message there by itself. Nothing is wrong.") },
  { SMTP, "252", MC_REASON_DELIVERED, NULL, N_ ("The server accepts the address without checking it"), N_ ("The server does not tell whether the mailbox exists, but will try to deliver.") },
  { SMTP, "334", MC_REASON_UNKNOWN, NULL, GOES_ON_TITLE, GOES_ON_TEXT },
  { SMTP, "354", MC_REASON_UNKNOWN, NULL, GOES_ON_TITLE, GOES_ON_TEXT },

  /* IMAP: RFC 9051 section 7.1, RFC 5530 */
  { IMAP, "ALERT", MC_REASON_UNKNOWN, NULL, N_ ("The server has something to tell you"), N_ ("The provider asks that you read the words of the server as they stand. They say what is wrong.") },
  { IMAP, "AUTHENTICATIONFAILED", MC_REASON_SIGN_IN_REQUIRED, "login.wrong-password", NULL, NULL },
  { IMAP, "AUTHORIZATIONFAILED", MC_REASON_SIGN_IN_REQUIRED, "login.not-authorized", NULL, NULL },
  { IMAP, "EXPIRED", MC_REASON_SIGN_IN_REQUIRED, "login.password-expired", NULL, NULL },
  { IMAP, "PRIVACYREQUIRED", MC_REASON_TLS_FAILED, "login.encryption-required", NULL, NULL },
  { IMAP, "CONTACTADMIN", MC_REASON_SIGN_IN_REQUIRED, "login.account-locked", NULL, NULL },
  { IMAP, "WEBALERT", MC_REASON_SIGN_IN_REQUIRED, "login.web-sign-in-required", NULL, NULL },
  { IMAP, "UNAVAILABLE", MC_REASON_SYSTEM_ERROR, "login.server-fault", NULL, NULL },
  { IMAP, "LIMIT", MC_REASON_RATE_LIMITED, "login.too-many-attempts", NULL, NULL },
  { IMAP, "OVERQUOTA", MC_REASON_MAILBOX_FULL, "mailbox.full", NULL, NULL },
  { IMAP, "NOPERM", MC_REASON_RECIPIENT_RESTRICTED, "login.not-authorized", NULL, NULL },
  { IMAP, "INUSE", MC_REASON_SYSTEM_ERROR, "mailbox.in-use", NULL, NULL },
  { IMAP, "EXPUNGEISSUED", MC_REASON_UNKNOWN, NULL, N_ ("The message was just deleted"), N_ ("Another program or device deleted the message while this one wanted it. Refresh the folder.") },
  { IMAP, "CORRUPTION", MC_REASON_SYSTEM_ERROR, "mailbox.damaged", NULL, NULL },
  { IMAP, "SERVERBUG", MC_REASON_SYSTEM_ERROR, "mailbox.damaged", NULL, NULL },
  { IMAP, "CLIENTBUG", MC_REASON_PROTOCOL_ERROR, NULL, N_ ("The mail program made a mistake"), N_ ("The server says that the mail program asked wrongly. Update the program, or ask its makers. Your account is fine.") },
  { IMAP, "CANNOT", MC_REASON_NOT_SUPPORTED, NULL, N_ ("This can never work on this server"), N_ ("The server does not allow what was asked, for example a folder with this name. Try another name.") },
  { IMAP, "ALREADYEXISTS", MC_REASON_UNKNOWN, NULL, N_ ("There is already a folder with this name"), N_ ("Choose another name for the folder. It may be hidden because you are not subscribed to it.") },
  { IMAP, "NONEXISTENT", MC_REASON_UNKNOWN, NULL, N_ ("There is no such folder"), N_ ("The mail program asked for a folder that the server does not have. In its account settings, choose the folders for sent mail, drafts and trash anew.") },
  { IMAP, "TRYCREATE", MC_REASON_UNKNOWN, NULL, N_ ("There is no such folder yet"), N_ ("A message should go into a folder that does not exist, mostly the one for sent mail or drafts. Create it, or choose another in the settings of the mail program.") },
  { IMAP, "HASCHILDREN", MC_REASON_UNKNOWN, NULL, N_ ("The folder has folders in it"), N_ ("It can only be deleted when the folders in it are gone.") },
  { IMAP, "READ-ONLY", MC_REASON_UNKNOWN, NULL, N_ ("The folder can be read but not changed"), N_ ("Messages there cannot be moved, deleted or marked. For a shared folder, ask its owner for more rights.") },
  { IMAP, "READ-WRITE", MC_REASON_UNKNOWN, NULL, ALL_WELL_TITLE, ALL_WELL_TEXT },
  { IMAP, "PARSE", MC_REASON_UNKNOWN, NULL, N_ ("A message in the mailbox is damaged"), N_ ("The server cannot read one of the messages. The others are not affected. If it can be found on the provider’s website, delete it there.") },
  { IMAP, "TOOBIG", MC_REASON_MESSAGE_TOO_LARGE, "sending.too-large", NULL, NULL },
  { IMAP, "REFERRAL", MC_REASON_UNKNOWN, "settings.wrong-host", NULL, NULL },
  { IMAP, "TEMPFAIL", MC_REASON_SYSTEM_ERROR, "server.unavailable", NULL, NULL },
  { IMAP, "INPROGRESS", MC_REASON_UNKNOWN, NULL, N_ ("The server is still working"), N_ ("What was asked takes long. Wait; there is nothing to do.") },
  { IMAP, "DOWNGRADED", MC_REASON_UNKNOWN, NULL, N_ ("A message was simplified"), N_ ("The mail program does not know addresses with letters beyond A to Z, so the server replaced them in this message.") },
  { IMAP, "NOTIFICATIONOVERFLOW", MC_REASON_UNKNOWN, NULL, N_ ("Too much changed at once"), N_ ("The server stopped telling about changes. Refresh the folders.") },
  { IMAP, "BADCHARSET", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "UNKNOWN-CTE", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "BADURL", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "BADCOMPARATOR", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "BADEVENT", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "ANNOTATE", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "METADATA", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "MAXCONVERTMESSAGES", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "MAXCONVERTPARTS", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "NOUPDATE", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "UNDEFINED-FILTER", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "USEATTR", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "UIDREQUIRED", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "TOOMANY", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "TOOFEW", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "NOTSAVED", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { IMAP, "UIDVALIDITY", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, N_ ("The number tells mail programs whether what they know of a folder is still right. When it changes, they load the folder anew, which can take long. It is not an error.") },
  { IMAP, "CAPABILITY", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "PERMANENTFLAGS", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "UIDNEXT", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "UNSEEN", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "UIDNOTSTICKY", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "APPENDUID", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "COPYUID", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "NEWNAME", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "URLMECH", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "HIGHESTMODSEQ", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "NOMODSEQ", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "MODIFIED", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "CLOSED", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "COMPRESSIONACTIVE", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "ANNOTATIONS", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },
  { IMAP, "MAILBOXID", MC_REASON_UNKNOWN, NULL, NOTE_TITLE, NOTE_TEXT },

  /* POP3: RFC 2449, 3206, 6856 */
  { POP3, "AUTH", MC_REASON_SIGN_IN_REQUIRED, "login.wrong-password", NULL, NULL },
  { POP3, "SYS/TEMP", MC_REASON_SYSTEM_ERROR, "login.server-fault", NULL, NULL },
  { POP3, "SYS/PERM", MC_REASON_SYSTEM_ERROR, "mailbox.damaged", NULL, NULL },
  { POP3, "IN-USE", MC_REASON_SYSTEM_ERROR, "mailbox.in-use", NULL, NULL },
  { POP3, "LOGIN-DELAY", MC_REASON_RATE_LIMITED, "login.too-many-attempts", NULL, NULL },
  { POP3, "UTF8", MC_REASON_NOT_SUPPORTED, NULL, LACKS_TITLE, LACKS_TEXT },
  { POP3, "EXPIRE", MC_REASON_UNKNOWN, "mailbox.pop-removes", NULL, NULL },
};

/**
 * mc_plain_code_find:
 * @protocol: a protocol
 * @code: a code of it, ASCII case ignored
 *
 * Returns: (transfer none) (nullable): its row
 */
const McPlainCode *
mc_plain_code_find (McProtocol  protocol,
                    const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (codes[i].protocol == protocol && g_ascii_strcasecmp (codes[i].code, code) == 0)
        return &codes[i];
    }

  return NULL;
}

/**
 * mc_plain_code_get_nth:
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the row there, %NULL past the last
 */
const McPlainCode *
mc_plain_code_get_nth (guint position)
{
  return position < G_N_ELEMENTS (codes) ? &codes[position] : NULL;
}
