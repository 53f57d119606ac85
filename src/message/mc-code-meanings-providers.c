/* mc-code-meanings-providers.c
 *
 * What enhanced status codes say at single providers, which goes before the registry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-code-meanings-private.h"

#define NO_REVERSE_DNS N_ ("The network address of the sending server has no name, or one that does not lead back to it (reverse DNS)")
#define BANNED_SERVER  N_ ("The network address of the sending server is banned")
#define TOO_MUCH_SENT  N_ ("The sender’s organization may not send for now, because too much or unwanted mail came from it")
#define SLOWED_DOWN    N_ ("Little is taken from the sending server for now, because its network address has a poor reputation")

static const McCodeMeaning rows[] = {
  { "Google", "4.2.1", N_ ("The recipient gets too many messages at once"), NULL },
  { "Google", "5.2.1", N_ ("The recipient’s account is disabled or not in use"), NULL },
  { "Google", "4.5", N_ ("The sender has reached the number of messages that may be sent in a day"), NULL },
  { "Google", "7.9", N_ ("Mail programs need an app password for this account, not the account’s own password"), NULL },
  { "Google", "7.14", N_ ("Sign in to the account once with a web browser, and then try again in the mail program"), NULL },
  { "Google", "4.7.23", NO_REVERSE_DNS, NULL },
  { "Google", "7.24", N_ ("The list of servers that may send for the sender’s domain (SPF) allows suspiciously much"), NULL },
  { "Google", "7.25", NO_REVERSE_DNS, NULL },
  { "Google", "7.26", N_ ("The message could not prove that it comes from the sender’s domain (SPF, DKIM or DMARC)"), NULL },
  { "Google", "7.27", N_ ("The server that sent the message may not send for the sender’s domain (SPF)"), NULL },
  { "Google", "7.28", N_ ("Unusually many messages came from this sender or server"), NULL },
  { "Google", "7.29", N_ ("The message came over a connection that was not encrypted"), NULL },
  { "Google", "7.30", N_ ("The message has no valid signature of the sender’s domain (DKIM)"), NULL },
  { "Google", "7.32", N_ ("The address in From is of another domain than the one that was checked (SPF and DKIM)"), NULL },

  { "Microsoft", "5.1.8", N_ ("The sender’s own account may not send, because too much unwanted mail left it"), NULL },
  { "Microsoft", "5.1.10", N_ ("There is no mailbox with this address"), NULL },
  { "Microsoft", "5.1.90", N_ ("The sender has reached the number of recipients that are allowed in a day"), NULL },
  { "Microsoft", "5.4.1", N_ ("There is no mailbox with this address"), NULL },
  { "Microsoft", "4.8", N_ ("The recipient’s domain asks for an encrypted connection to its own servers (MTA-STS), and that did not work"), NULL },
  { "Microsoft", "4.14", N_ ("The message went round in a circle"), NULL },
  { "Microsoft", "4.310", N_ ("The part of the address after the @ was not found"), NULL },
  { "Microsoft", "4.312", N_ ("The recipient’s mail server could not be looked up"), NULL },
  { "Microsoft", "4.316", N_ ("The recipient’s mail server refused the connection"), NULL },
  { "Microsoft", "5.5.0", N_ ("There is no mailbox with this address"), NULL },
  { "Microsoft", "7.3", N_ ("The sign-in was not accepted"), NULL },
  { "Microsoft", "7.30", N_ ("Passwords are no longer taken from programs that send mail"), NULL },
  { "Microsoft", "7.32*", N_ ("The encrypted connection to the recipient’s server did not pass the check that their domain asks for (DANE)"), NULL },
  { "Microsoft", "7.57", N_ ("The mail program did not sign in before sending"), NULL },
  { "Microsoft", "7.60", N_ ("The signed-in account may not send with this From address"), NULL },
  { "Microsoft", "7.60*", BANNED_SERVER, NULL },
  { "Microsoft", "7.61*", BANNED_SERVER, NULL },
  { "Microsoft", "7.62*", BANNED_SERVER, NULL },
  { "Microsoft", "7.63*", BANNED_SERVER, NULL },
  { "Microsoft", "7.64*", BANNED_SERVER, NULL },
  { "Microsoft", "7.139", N_ ("The sign-in was refused; the words after the code tell whether a rule, a switch or the password is the reason"), N_ ("Microsoft gives this code for several things: passwords from mail programs are no longer taken, sending is switched off for the mailbox or the organization, a rule of the organization forbids it, the account is locked, or the password is wrong.") },
  { "Microsoft", "4.7.500", N_ ("The server is busy, or holds back messages from this sending server for now"), NULL },
  { "Microsoft", "7.509", N_ ("The message failed the check that the sender’s domain asks for (DMARC)"), NULL },
  { "Microsoft", "7.511", N_ ("The sender is banned"), NULL },
  { "Microsoft", "7.515", N_ ("The sender’s domain lacks what is asked of those who send much mail (SPF, DKIM and DMARC)"), NULL },
  { "Microsoft", "7.520", N_ ("The organization does not let messages be forwarded to addresses outside it"), NULL },
  { "Microsoft", "7.650", SLOWED_DOWN, NULL },
  { "Microsoft", "7.651", SLOWED_DOWN, NULL },
  { "Microsoft", "7.652", N_ ("The sending server opened too many connections"), NULL },
  { "Microsoft", "7.700", TOO_MUCH_SENT, NULL },
  { "Microsoft", "7.703", N_ ("The sender’s own organization has put a recipient on its list of blocked addresses"), NULL },
  { "Microsoft", "7.705", TOO_MUCH_SENT, NULL },
  { "Microsoft", "7.708", N_ ("Nothing is taken from the network address that sent the message"), NULL },
  { "Microsoft", "7.750", N_ ("The sender’s domain is not registered with the organization that sent the message"), NULL },

  { "Yahoo", "7.2", N_ ("No messages are taken from the sending server, because of its reputation"), NULL },
  { "Yahoo", "7.9", N_ ("A rule refuses the message, often because it could not prove that it comes from the sender’s domain (SPF or DKIM)"), NULL },

  { "Comcast", "4.1.1", N_ ("The recipient’s mailbox is full"), NULL },

  { "Zoho", "5.4.1", N_ ("The recipient’s domain refused the message"), NULL },
};

static gboolean
is_code (const char *pattern,
         const char *code)
{
  gsize length = strlen (pattern);

  /* A pattern without a class holds for all. */
  if (strchr (pattern, '.') == strrchr (pattern, '.'))
    code += 2;
  if (pattern[length - 1] != '*')
    return g_str_equal (pattern, code);

  return strncmp (pattern, code, length - 1) == 0 && code[length - 1] != '\0';
}

/**
 * mc_code_meaning_at_provider:
 * @enhanced_code: an enhanced status code
 * @position: (inout): where to begin in the table; then behind the row that was found
 *
 * Returns: (transfer none) (nullable): the next row for this code, of any provider
 */
const McCodeMeaning *
mc_code_meaning_at_provider (const char *enhanced_code,
                             guint      *position)
{
  g_return_val_if_fail (strlen (enhanced_code) > 2, NULL);

  while (*position < G_N_ELEMENTS (rows))
    {
      const McCodeMeaning *row = &rows[(*position)++];

      if (is_code (row->code, enhanced_code))
        return row;
    }

  return NULL;
}
