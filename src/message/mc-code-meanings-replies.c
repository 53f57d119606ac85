/* mc-code-meanings-replies.c
 *
 * What each reply code of SMTP and each response code of IMAP and POP3 says, in plain words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-code-meanings-private.h"

#define NOT_UNDERSTOOD N_ ("The mail program and the server did not understand each other. That is a fault of one of the two, not of your message. An update of the mail program, or another outgoing server, often helps.")
#define ON_DEMAND      N_ ("This belongs to servers that collect their mail now and then, and is no matter of mail programs.")
#define NOTE           N_ ("A note for the mail program, and no error")
#define CANNOT_DO      N_ ("The mail program asked for something that the server does not do")

/* RFC 5321, 4954, 3207, 7504, 5248, 2645, 1985; then the numbers of Courier and of filters. */
static const McCodeMeaning replies[] = {
  { NULL, "211", N_ ("The server tells about its state"), NULL },
  { NULL, "214", N_ ("The server answers with a text of help"), NULL },
  { NULL, "220", N_ ("The server is ready"), NULL },
  { NULL, "221", N_ ("The server says goodbye"), NULL },
  { NULL, "235", N_ ("The sign-in worked"), NULL },
  { NULL, "250", N_ ("The server did what it was asked to"), NULL },
  { NULL, "251", N_ ("The mailbox is elsewhere, and the server passes the message on"), NULL },
  { NULL, "252", N_ ("The server does not tell whether the mailbox exists, but tries to deliver"), NULL },
  { NULL, "334", N_ ("The server waits for the next step of the sign-in"), NULL },
  { NULL, "354", N_ ("The server waits for the message"), NULL },

  { NULL, "421", N_ ("The server ends the connection: it is busy, has counted too much, or is shutting down"), N_ ("It can be the server’s own trouble, or its answer to too many messages or connections at once. Both pass. Mail servers try again by themselves.") },
  { NULL, "432", N_ ("The server wants another kind of sign-in first, or is too busy"), N_ ("Wait a while. If it stays so, sign in once on the provider’s website, or renew the password there. After that the mail program can sign in as before.") },
  { NULL, "435", N_ ("The server cannot check passwords at present"), N_ ("The fault is the server’s. Your password can be right; do not change it because of this.") },
  { NULL, "450", N_ ("The mailbox cannot be reached at present, or the server asks to try later"), N_ ("The mailbox may be busy. Many servers also turn down the first message of a new sender like this, or slow down who sends much. Mail servers try again by themselves.") },
  { NULL, "451", N_ ("The server had a fault while it worked on the message, or asks to try later"), N_ ("Something at the recipient’s server does not work at present, or it turns down the first message of a new sender on purpose. Mail servers try again by themselves.") },
  { NULL, "452", N_ ("There is no room at present, or the message has too many recipients at once"), N_ ("The disk of the server or the recipient’s mailbox is full, or it takes only some of the recipients at once. The words that came with the number tell which. Mail servers try again by themselves.") },
  { NULL, "453", N_ ("There is no mail to fetch"), ON_DEMAND },
  { NULL, "454", N_ ("Encryption or signing in does not work at the server at present"), N_ ("The fault is the server’s, and it mostly passes. It is no answer about your password; do not change it because of this.") },
  { NULL, "455", N_ ("The server cannot do at present what was asked with the message"), NULL },
  { NULL, "458", N_ ("The server cannot send its waiting messages at present"), ON_DEMAND },
  { NULL, "459", N_ ("The server does not send its waiting messages to whoever asked"), ON_DEMAND },

  { NULL, "500", N_ ("The server did not understand a command, or it was too long"), NOT_UNDERSTOOD },
  { NULL, "501", N_ ("Something in a command is written wrongly, such as an address or a name"), N_ ("Often it is the address of the sender or of a recipient: look for spaces, commas and missing dots. It can also be the name by which a computer introduces itself.") },
  { NULL, "502", N_ ("The server does not offer this command"), NOT_UNDERSTOOD },
  { NULL, "503", N_ ("A command came at the wrong moment"), N_ ("Often the server expects that you sign in first, or that the connection is encrypted first. Turn both on for the outgoing server (SMTP) in your mail program.") },
  { NULL, "504", N_ ("The server does not know what was asked for with a command"), N_ ("It can be the kind of sign-in, which the server does not offer, or the name by which a computer introduces itself. In the settings of the outgoing server, choose the ordinary password with encryption.") },
  { NULL, "521", N_ ("This server never takes mail"), NULL },
  { NULL, "523", N_ ("The connection must be encrypted first"), N_ ("Turn on encryption for the outgoing server in your mail program. A few servers give this number when a message is too large instead; the words that came with it tell which.") },
  { NULL, "524", N_ ("This way of signing in is only taken over an encrypted connection"), NULL },
  { NULL, "525", N_ ("The account is disabled"), NULL },
  { NULL, "530", N_ ("The server wants that you sign in, or that the connection is encrypted, first"), N_ ("The outgoing server only sends for people who have signed in over an encrypted connection. One of the two is missing in the settings of the mail program.") },
  { NULL, "534", N_ ("This way of signing in is not accepted for the account"), N_ ("The account exists, but this kind of sign-in is refused. Some providers give this answer when they want an app password, or a sign-in in a web browser first.") },
  { NULL, "535", N_ ("The server did not accept the sign-in"), N_ ("The name or the password can be mistyped or old. Some providers also give this answer when they want an app password, or no longer take passwords from mail programs. The words that came with the number tell which.") },
  { NULL, "538", N_ ("This way of signing in is only taken over an encrypted connection"), NULL },
  { NULL, "550", N_ ("The server refused the recipient or the message"), N_ ("The mailbox may not exist, or a rule of the server refuses the sender, the recipient or the content. The number alone does not tell which; the words that came with it do.") },
  { NULL, "551", N_ ("The mailbox is not at this server"), N_ ("Either the recipient has moved, or the server does not pass mail on for you. Some providers also give this answer when you may not use the From address. The words that came with the number tell which.") },
  { NULL, "552", N_ ("There is no room for the message: the mailbox is full, or the message is too large"), N_ ("The number alone does not tell which of the two it is; the words that came with it do. If the message has large attachments, try a small one first.") },
  { NULL, "553", N_ ("An address is not allowed, or is written wrongly"), N_ ("It can be the recipient’s address or your own: some servers only send from the address of the account that signed in. Check the spelling of both.") },
  { NULL, "554", N_ ("The server refused the message, or the whole connection"), N_ ("Often the message was taken for spam, or the server that sent it is not wanted there. The number alone does not tell which; the words that came with it do.") },
  { NULL, "555", N_ ("The server does not know something that was asked for with an address"), NULL },
  { NULL, "556", N_ ("The domain says that it never takes mail"), NULL },

  { NULL, "513", N_ ("Some servers give this number when they do not pass mail on"), NULL },
  { NULL, "517", N_ ("Some servers give this number when they refuse the sender’s address or its domain"), NULL },
  { NULL, "541", N_ ("Some servers give this number when a spam filter or the recipient’s domain refuses the message"), NULL },
  { NULL, "546", N_ ("Some servers give this number when a message goes round in a circle"), NULL },
  { NULL, "571", N_ ("Some servers give this number when a rule refuses the message"), NULL },
};

/* RFC 9051, 5530 and their extensions. */
static const McCodeMeaning imap_codes[] = {
  { NULL, "ALERT", N_ ("Everybody should read what the server says here"), NULL },
  { NULL, "AUTHENTICATIONFAILED", N_ ("The name or the password was not accepted; the server does not tell which"), NULL },
  { NULL, "AUTHORIZATIONFAILED", N_ ("The sign-in was right, but this account may not open that mailbox"), NULL },
  { NULL, "EXPIRED", N_ ("The password was right once, but is no longer valid"), NULL },
  { NULL, "PRIVACYREQUIRED", N_ ("The connection must be encrypted first"), NULL },
  { NULL, "CONTACTADMIN", N_ ("The provider’s support or the administrator has to help"), NULL },
  { NULL, "UNAVAILABLE", N_ ("A part of the server does not work at present; the password is not the reason"), NULL },
  { NULL, "LIMIT", N_ ("A limit of the server was reached, such as too many connections"), NULL },
  { NULL, "OVERQUOTA", N_ ("The mailbox is full, or another limit of the account was reached"), NULL },
  { NULL, "NOPERM", N_ ("The account has no right to do this, for example in a shared folder"), NULL },
  { NULL, "INUSE", N_ ("Another program is using the mailbox"), NULL },
  { NULL, "EXPUNGEISSUED", N_ ("Another program has just deleted the message"), NULL },
  { NULL, "CORRUPTION", N_ ("The mailbox is damaged, and the provider has to repair it"), NULL },
  { NULL, "SERVERBUG", N_ ("The server found a mistake in itself"), NULL },
  { NULL, "CLIENTBUG", N_ ("The server thinks that the mail program made a mistake"), NULL },
  { NULL, "CANNOT", N_ ("This can never work at this server"), NULL },
  { NULL, "ALREADYEXISTS", N_ ("There is already a folder with this name"), NULL },
  { NULL, "NONEXISTENT", N_ ("There is no such folder"), NULL },
  { NULL, "TRYCREATE", N_ ("There is no such folder; it has to be created first"), NULL },
  { NULL, "HASCHILDREN", N_ ("The folder cannot be deleted, because there are folders in it"), NULL },
  { NULL, "READ-ONLY", N_ ("The folder can be read but not changed"), NULL },
  { NULL, "READ-WRITE", N_ ("The folder can be read and changed; this is no error"), NULL },
  { NULL, "PARSE", N_ ("The server cannot read one of the messages"), NULL },
  { NULL, "TOOBIG", N_ ("The message is larger than the server takes"), NULL },
  { NULL, "REFERRAL", N_ ("Another server is responsible; its name stands beside the code"), NULL },
  { NULL, "TEMPFAIL", N_ ("The server cannot do this at present"), NULL },
  { NULL, "INPROGRESS", N_ ("The server is still working on it; this is no error"), NULL },
  { NULL, "DOWNGRADED", N_ ("The server simplified a message that the mail program could not have read"), NULL },
  { NULL, "NOTIFICATIONOVERFLOW", N_ ("Too much changed at once, and the server stopped telling about it"), NULL },
  { NULL, "UIDVALIDITY", N_ ("Tells the mail program whether what it knows of a folder still holds; no error"), NULL },
  { NULL, "CAPABILITY", N_ ("Tells the mail program what the server can do; no error"), NULL },
  { NULL, "PERMANENTFLAGS", N_ ("Tells the mail program which marks on messages are kept; no error"), NULL },
  { NULL, "UIDNEXT", N_ ("Tells the mail program which number the next message will get; no error"), NULL },
  { NULL, "UNSEEN", N_ ("Tells the mail program where the first unread message is; no error"), NULL },
  { NULL, "UIDNOTSTICKY", N_ ("Tells the mail program that the numbers of messages may change; no error"), NULL },
  { NULL, "APPENDUID", N_ ("Tells the mail program which number a stored message got; no error"), NULL },
  { NULL, "COPYUID", N_ ("Tells the mail program which numbers copied messages got; no error"), NULL },
  { NULL, "CLOSED", N_ ("Tells the mail program that the folder before was closed; no error"), NULL },
  { NULL, "HIGHESTMODSEQ", N_ ("Tells the mail program how far the changes of a folder are numbered; no error"), NULL },
  { NULL, "NOMODSEQ", N_ ("Tells the mail program that changes of this folder are not numbered; no error"), NULL },
  { NULL, "MODIFIED", N_ ("Tells the mail program that messages changed in the meantime; no error"), NULL },
  { NULL, "COMPRESSIONACTIVE", N_ ("The connection is compressed already; no error"), NULL },
  { NULL, "MAILBOXID", N_ ("Tells the mail program the lasting number of a folder; no error"), NULL },
  { NULL, "ANNOTATIONS", N_ ("Tells the mail program whether notes on messages can be stored; no error"), NULL },
  { NULL, "NEWNAME", NOTE, NULL },
  { NULL, "URLMECH", NOTE, NULL },
  { NULL, "BADCHARSET", N_ ("The server cannot search in this kind of letters"), NULL },
  { NULL, "UNKNOWN-CTE", N_ ("The server cannot decode a part of the message"), NULL },
  { NULL, "BADURL", N_ ("The server cannot use the reference that the mail program gave"), NULL },
  { NULL, "BADCOMPARATOR", N_ ("The server cannot sort or compare as the mail program wants"), NULL },
  { NULL, "BADEVENT", N_ ("The server cannot tell about this kind of change"), NULL },
  { NULL, "ANNOTATE", N_ ("The server cannot store this note on a message"), NULL },
  { NULL, "METADATA", N_ ("The server cannot store this note on a folder"), NULL },
  { NULL, "MAXCONVERTMESSAGES", N_ ("The server does not convert so many messages at once"), NULL },
  { NULL, "MAXCONVERTPARTS", N_ ("The server does not convert so many parts of messages at once"), NULL },
  { NULL, "NOUPDATE", N_ ("The server does not keep the result of the search up to date"), NULL },
  { NULL, "NOTSAVED", N_ ("The server did not keep the result of the search"), NULL },
  { NULL, "UNDEFINED-FILTER", N_ ("The server does not know the stored search that was asked for"), NULL },
  { NULL, "USEATTR", N_ ("The server cannot mark a folder for this use, such as for sent mail"), NULL },
  { NULL, "UIDREQUIRED", CANNOT_DO, NULL },
  { NULL, "TOOMANY", N_ ("The mail program asked for too many messages at once"), NULL },
  { NULL, "TOOFEW", N_ ("The mail program asked for fewer messages at once than the server allows"), NULL },
  { NULL, "WEBALERT", N_ ("Sign in with a web browser first"), NULL },
};

/* RFC 2449, 3206, 6856. */
static const McCodeMeaning pop3_codes[] = {
  { NULL, "AUTH", N_ ("The name or the password was not accepted"), NULL },
  { NULL, "SYS/TEMP", N_ ("The server has a fault that should pass; the password is not the reason"), NULL },
  { NULL, "SYS/PERM", N_ ("The server has a fault that the provider has to repair"), NULL },
  { NULL, "IN-USE", N_ ("Another program or device is fetching mail from this mailbox"), NULL },
  { NULL, "LOGIN-DELAY", N_ ("The mail program looks for new mail too often"), NULL },
  { NULL, "UTF8", N_ ("The mailbox holds letters beyond A to Z that the mail program does not take"), NULL },
  { NULL, "EXPIRE", N_ ("The server deletes messages after some days"), NULL },
};

static const struct
{
  const McCodeMeaning *rows;
  gsize                n_rows;
} tables[] = {
  [MC_PROTOCOL_IMAP] = { imap_codes, G_N_ELEMENTS (imap_codes) },
  [MC_PROTOCOL_POP3] = { pop3_codes, G_N_ELEMENTS (pop3_codes) },
  [MC_PROTOCOL_SMTP] = { replies, G_N_ELEMENTS (replies) },
};

/**
 * mc_code_meaning_find_response:
 * @protocol: a protocol
 * @response_code: a response code of it, ASCII case ignored; a reply code for SMTP
 *
 * Returns: (transfer none) (nullable): what it says
 */
const McCodeMeaning *
mc_code_meaning_find_response (McProtocol  protocol,
                               const char *response_code)
{
  g_return_val_if_fail ((gsize) protocol < G_N_ELEMENTS (tables), NULL);

  for (gsize i = 0; i < tables[protocol].n_rows; i++)
    {
      if (g_ascii_strcasecmp (tables[protocol].rows[i].code, response_code) == 0)
        return &tables[protocol].rows[i];
    }

  return NULL;
}

/**
 * mc_code_meaning_for_reply:
 * @code: a reply code of SMTP
 *
 * Returns: (transfer none) (nullable): what it says
 */
const McCodeMeaning *
mc_code_meaning_for_reply (int code)
{
  g_autofree char *number = g_strdup_printf ("%d", code);

  return mc_code_meaning_find_response (MC_PROTOCOL_SMTP, number);
}
