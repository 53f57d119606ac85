/* mc-code-meanings-registry.c
 *
 * What each enhanced status code says: the registry of IANA, in plain words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-code-meanings-private.h"

/* What a success says differs from what a refusal with the same two numbers says. */
static const McCodeMeaning successes[] = {
  { NULL, "1.5", N_ ("The recipient’s address is right"), NULL },
  { NULL, "1.9", N_ ("The message was passed on to a system that reports nothing back"), NULL },
  { NULL, "3.6", N_ ("The message was taken, but not with the urgency that was asked for"), NULL },
  { NULL, "6.4", N_ ("The message was converted on the way, and some of it got lost"), NULL },
};

/* RFC 3463 and what came after it. */
static const McCodeMeaning refusals[] = {
  { NULL, "0.0", N_ ("Something went wrong, and the server does not tell what"), NULL },
  { NULL, "1.0", N_ ("Something is wrong with an address"), NULL },
  { NULL, "1.1", N_ ("There is no mailbox with this address"), NULL },
  { NULL, "1.2", N_ ("The part of the address after the @ does not exist, or takes no mail"), NULL },
  { NULL, "1.3", N_ ("The recipient’s address is not written as an address can be"), NULL },
  { NULL, "1.4", N_ ("The address fits more than one mailbox, so the server cannot choose"), N_ ("The address is not complete or not exact enough for the recipient’s server. Ask the recipient for their full address.") },
  { NULL, "1.5", N_ ("The recipient’s address is right"), N_ ("This code says that the address is right. It does not belong to an error, so only the words of the server can tell what went wrong.") },
  { NULL, "1.6", N_ ("The mailbox was given up, and there is no forwarding address"), NULL },
  { NULL, "1.7", N_ ("The sender’s address is not written as an address can be"), N_ ("This is about the address that the message comes from, not about the recipient’s. Check how your own address is spelled in the settings of your mail program.") },
  { NULL, "1.8", N_ ("The part of the sender’s address after the @ does not exist, or takes no answers"), NULL },
  { NULL, "1.9", N_ ("The message was passed on to a system that reports nothing back"), NULL },
  { NULL, "1.10", N_ ("The recipient’s domain says that it never takes mail"), NULL },
  { NULL, "2.0", N_ ("Something about the recipient’s mailbox keeps the message out, and the server does not tell what"), N_ ("The mailbox exists. The code alone does not tell what is in the way; it can be a filter of the recipient, for example.") },
  { NULL, "2.1", N_ ("The recipient’s mailbox exists, but takes no messages"), NULL },
  { NULL, "2.2", N_ ("The recipient’s mailbox is full"), NULL },
  { NULL, "2.3", N_ ("The message is larger than this mailbox allows"), NULL },
  { NULL, "2.4", N_ ("The address is a mailing list, and the message could not be passed on to its members"), N_ ("The fault is in the mailing list, not in your message. Whoever looks after the list can see what is wrong.") },
  { NULL, "3.0", N_ ("Something is wrong at a mail server, and it does not tell what"), NULL },
  { NULL, "3.1", N_ ("The mail server has no room left"), NULL },
  { NULL, "3.2", N_ ("The mail server takes no messages"), NULL },
  { NULL, "3.3", N_ ("The mail server lacks something that the message needs"), NULL },
  { NULL, "3.4", N_ ("The message is larger than the mail server allows"), NULL },
  { NULL, "3.5", N_ ("The mail server is set up wrongly"), NULL },
  { NULL, "3.6", N_ ("The urgency of the message was changed"), N_ ("This code says that the message was taken, but not with the urgency that was asked for. It does not belong to an error.") },
  { NULL, "4.0", N_ ("Something is wrong on the way to the next mail server, and it does not tell what"), NULL },
  { NULL, "4.1", N_ ("The next mail server did not answer"), NULL },
  { NULL, "4.2", N_ ("The connection to the next mail server broke off"), NULL },
  { NULL, "4.3", N_ ("A look-up that tells where mail goes, such as that of a name server, did not work"), NULL },
  { NULL, "4.4", N_ ("The server could not find out where to send the message next"), N_ ("Often the part of the address after the @ is misspelled. Otherwise the recipient’s domain, or the server that has your message, is set up wrongly.") },
  { NULL, "4.5", N_ ("The mail server has too much to do"), NULL },
  { NULL, "4.6", N_ ("The message went round in a circle"), NULL },
  { NULL, "4.7", N_ ("The message could not be delivered in time"), NULL },
  { NULL, "5.0", N_ ("Two programs did not understand each other"), NULL },
  { NULL, "5.1", N_ ("A command came at the wrong moment, or the server does not know it"), NULL },
  { NULL, "5.2", N_ ("The server could not read a command"), NULL },
  { NULL, "5.3", N_ ("The message has more recipients than the server takes at once"), NULL },
  { NULL, "5.4", N_ ("A command held something that the server does not accept"), NULL },
  { NULL, "5.5", N_ ("The two programs speak different versions of the language of mail servers"), NULL },
  { NULL, "5.6", N_ ("What the mail program sent to sign in was longer than the server takes"), NULL },
  { NULL, "6.0", N_ ("Something about the content keeps the message out, and the server does not tell what"), NULL },
  { NULL, "6.1", N_ ("A server on the way does not take this kind of content"), NULL },
  { NULL, "6.2", N_ ("The message would have to be converted, and that is not allowed"), NULL },
  { NULL, "6.3", N_ ("The message would have to be converted, and a server on the way cannot do that"), NULL },
  { NULL, "6.4", N_ ("The message could only be converted with a loss, and that is not allowed"), NULL },
  { NULL, "6.5", N_ ("The message would have to be converted, and that did not work"), NULL },
  { NULL, "6.6", N_ ("A part of the message that is kept on another server could not be fetched"), NULL },
  { NULL, "6.7", N_ ("Letters beyond A to Z in an address are not possible for this sender or recipient"), NULL },
  { NULL, "6.8", N_ ("The server would have to answer with letters beyond A to Z, and the other program does not take them"), NULL },
  { NULL, "6.9", N_ ("A recipient’s server cannot take the letters beyond A to Z in the head of the message"), NULL },
  { NULL, "6.10", N_ ("The server would have to answer with letters beyond A to Z, and the other program does not take them"), NULL },
  { NULL, "7.0", N_ ("A rule or something about security keeps the message out, and the server does not tell what"), NULL },
  { NULL, "7.1", N_ ("A rule of the server refuses the message"), N_ ("The server does not want a message from this sender, or for this recipient. The code alone does not tell which rule it is. It does not say that the address is wrong.") },
  { NULL, "7.2", N_ ("This sender may not write to the mailing list"), NULL },
  { NULL, "7.3", N_ ("The protection of the message would have to be converted, and that is not possible"), NULL },
  { NULL, "7.4", N_ ("The message asks for a protection that the server does not offer"), NULL },
  { NULL, "7.5", N_ ("The protection of the message could not be checked or removed, because a key is missing or wrong"), NULL },
  { NULL, "7.6", N_ ("The message is protected in a way that the server does not know"), NULL },
  { NULL, "7.7", N_ ("The message was damaged or changed on the way"), N_ ("What arrived is not what was sent. Send it again; if that happens once more, ask whoever looks after your mail server whether a program there changes messages.") },
  { NULL, "7.8", N_ ("The name or the password was not accepted"), N_ ("One of them can be mistyped or old. Some providers also give this answer when they want an app password, or no longer take passwords from mail programs.") },
  { NULL, "7.9", N_ ("This way of signing in is not safe enough for the server"), N_ ("The account exists, but this kind of sign-in is refused. Some providers give this answer when they want an app password.") },
  { NULL, "7.10", N_ ("The connection must be encrypted first"), NULL },
  { NULL, "7.11", N_ ("This way of signing in is only taken over an encrypted connection"), NULL },
  { NULL, "7.12", N_ ("The password must first be taken over by the server"), N_ ("Sign in once on the provider’s website, or once with the ordinary sign-in method. After that the mail program can sign in as before.") },
  { NULL, "7.13", N_ ("The account is disabled"), NULL },
  { NULL, "7.14", N_ ("The outgoing server is not allowed to fetch a part of the message from another server"), NULL },
  { NULL, "7.15", N_ ("The server takes only more urgent messages"), N_ ("The message is marked as less urgent than what the server takes at present. Send it later, or with ordinary priority.") },
  { NULL, "7.16", N_ ("The message is too large for how urgent it is marked"), NULL },
  { NULL, "7.17", N_ ("The mailbox belongs to somebody else now"), N_ ("The address was given to another person. The message was held back so that it does not reach them. Ask the recipient for the current address.") },
  { NULL, "7.18", N_ ("The domain of the address belongs to somebody else now"), N_ ("The part after the @ has a new owner. The message was held back so that it does not reach them. Ask the recipient for the current address.") },
  { NULL, "7.19", N_ ("The server cannot tell whether the mailbox still belongs to the same person"), N_ ("The message was only to be delivered if the address has not changed hands, and the server does not know. Ask the recipient whether the address is still theirs.") },
  { NULL, "7.20", N_ ("The message has no valid signature of its sender’s server (DKIM)"), NULL },
  { NULL, "7.21", N_ ("The message has a valid signature (DKIM), but none that the server accepts"), NULL },
  { NULL, "7.22", N_ ("The message has a valid signature (DKIM), but not one of the sender’s domain"), NULL },
  { NULL, "7.23", N_ ("The server that sent the message may not send for the sender’s domain (SPF)"), NULL },
  { NULL, "7.24", N_ ("The list of servers that may send for the sender’s domain (SPF) could not be read"), NULL },
  { NULL, "7.25", N_ ("The network address of the sending server has no matching name (reverse DNS)"), NULL },
  { NULL, "7.26", N_ ("The message could not prove where it comes from: several checks failed (such as SPF and DKIM)"), NULL },
  { NULL, "7.27", N_ ("The sender’s domain says that it never takes mail, so nobody could answer"), NULL },
  { NULL, "7.28", N_ ("The message looks like one of a flood of similar messages"), NULL },
  { NULL, "7.29", N_ ("The seals of the servers that passed the message on are not valid (ARC)"), NULL },
  { NULL, "7.30", N_ ("The message may only travel encrypted all the way, and the next server does not promise that"), NULL },
};

static const McCodeMeaning *
find_row (const McCodeMeaning *rows,
          gsize                n_rows,
          const char          *code)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      if (g_str_equal (rows[i].code, code))
        return &rows[i];
    }

  return NULL;
}

/**
 * mc_code_meaning_in_registry:
 * @enhanced_code: an enhanced status code
 *
 * Returns: (transfer none) (nullable): what the registry says about it
 */
const McCodeMeaning *
mc_code_meaning_in_registry (const char *enhanced_code)
{
  g_return_val_if_fail (strlen (enhanced_code) > 2, NULL);

  if (*enhanced_code == '2')
    return find_row (successes, G_N_ELEMENTS (successes), enhanced_code + 2);

  return find_row (refusals, G_N_ELEMENTS (refusals), enhanced_code + 2);
}
