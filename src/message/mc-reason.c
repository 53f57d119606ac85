/* mc-reason.c
 *
 * Why messages come back: texts for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-reason.h"

/* Steps that many reasons share. */
#define STEP_OTHER_WAY  N_ ("Reach the recipient in another way, such as by phone, and send them the text below.")
#define STEP_TO_SUPPORT N_ ("Send the text below to your provider’s support, or to whoever looks after your mail server.")
#define STEP_TRY_LATER  N_ ("Send the message again after a few hours.")

static const McReason reasons[] = {
  [MC_REASON_DELIVERED] = {
    .id = "delivered",
    .fixed_by = MC_FIXER_NONE,
    .title = N_ ("The message was delivered"),
    .explanation = N_ ("This notice says that the message arrived, or was handed on to a system that sends no further "
                       "notices. Nothing is wrong."),
    .steps = { N_ ("There is nothing to do.") },
  },
  [MC_REASON_DELAYED] = {
    .id = "delayed",
    .fixed_by = MC_FIXER_WAIT,
    .cause = "sending.delayed",
    .title = N_ ("The message is late, but still on its way"),
    .explanation = N_ ("A server could not hand the message on yet. It keeps trying by itself, usually for some days, and "
                       "tells you if it gives up."),
    .steps = {
      N_ ("Wait. Do not send the message again, or it may arrive twice."),
      N_ ("If it is urgent, reach the recipient in another way."),
    },
  },
  [MC_REASON_RECIPIENT_UNKNOWN] = {
    .id = "recipient-unknown",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.recipient-refused",
    .title = N_ ("There is no such mailbox"),
    .explanation = N_ ("The recipient’s server says that it does not know this address. Either there is a spelling mistake "
                       "in the part before the @, or the mailbox no longer exists. Your own mail works."),
    .steps = {
      N_ ("Compare the address with a message that you got from this person, letter by letter."),
      N_ ("Type it anew. Your mail program may suggest an old spelling."),
      N_ ("If it is right, ask the person in another way for the current address."),
    },
  },
  [MC_REASON_RECIPIENT_MOVED] = {
    .id = "recipient-moved",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.recipient-refused",
    .title = N_ ("The recipient has moved to another address"),
    .explanation = N_ ("This address was used once, but takes no mail any more. The error message may name the new "
                       "address."),
    .steps = {
      N_ ("Look for a new address in the error message."),
      N_ ("Otherwise ask the recipient in another way for the current address."),
    },
  },
  [MC_REASON_ADDRESS_INVALID] = {
    .id = "address-invalid",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.recipient-refused",
    .title = N_ ("An address is written wrongly"),
    .explanation = N_ ("A server could not read one of the addresses: there is a character too many or too few, or one "
                       "that is not allowed there."),
    .steps = {
      N_ ("Look for spaces, commas, missing dots and a second @ in the address, and correct it."),
      N_ ("Check the spelling of your own address in the settings of your mail program."),
    },
  },
  [MC_REASON_MAILBOX_DISABLED] = {
    .id = "mailbox-disabled",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("The recipient’s mailbox is not in use"),
    .explanation = N_ ("The address exists, but its mailbox is closed, suspended or has not been used for a long time. "
                       "Your own mail works."),
    .steps = { STEP_OTHER_WAY, N_ ("If they have another address, write there.") },
    .request = N_ ("My message to you came back. Your mail system says that your mailbox is closed or suspended. Please "
                   "ask your mail provider about it, or tell me another address."),
  },
  [MC_REASON_MAILBOX_FULL] = {
    .id = "mailbox-full",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("The recipient’s mailbox is full"),
    .explanation = N_ ("There is no room left for new messages in the recipient’s mailbox. Only the recipient can make "
                       "room. The address is right, and your own mail works."),
    .steps = { STEP_OTHER_WAY, N_ ("Send the message again when they have made room.") },
    .request = N_ ("My message to you came back, because your mailbox is full. Please delete what you no longer need, also "
                   "in the trash, and tell me when I can send it again."),
  },
  [MC_REASON_MESSAGE_TOO_LARGE] = {
    .id = "message-too-large",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.too-large",
    .title = N_ ("The message is too large"),
    .explanation = N_ ("Each server limits the size of a message, and this one is larger. On the way, attachments become "
                       "about a third larger than the file on your computer."),
    .steps = {
      N_ ("Make pictures smaller, or send the attachments in several messages."),
      N_ ("Or put large files into an online storage and send a link."),
    },
  },
  [MC_REASON_HOST_UNKNOWN] = {
    .id = "host-unknown",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.recipient-refused",
    .title = N_ ("The recipient’s domain was not found"),
    .explanation = N_ ("The part of the address after the @ does not exist, as far as the server could tell. Mostly it is a "
                       "spelling mistake. It is also possible that the domain was given up."),
    .steps = {
      N_ ("Check the spelling after the @, letter by letter, also the ending such as “.com”."),
      N_ ("If it is right, ask the recipient in another way whether the address is still used."),
    },
  },
  [MC_REASON_NO_MAIL_SERVICE] = {
    .id = "no-mail-service",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.recipient-problem",
    .title = N_ ("The recipient’s domain takes no mail"),
    .explanation = N_ ("The part of the address after the @ exists, but no server there takes mail for it. That can be on "
                       "purpose, or a mistake in the domain’s settings."),
    .steps = {
      N_ ("Check the spelling after the @."),
      N_ ("If it is right, ask the recipient in another way for an address that takes mail, and send them the text below."),
    },
    .request = N_ ("My message to you could not be delivered, because no server takes mail for the domain of your address. If that "
                   "is not on purpose, please pass this on to whoever looks after the domain: its mail servers (MX records) "
                   "may be missing or wrong."),
  },
  [MC_REASON_NETWORK_ERROR] = {
    .id = "network-error",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("The recipient’s mail server could not be reached"),
    .explanation = N_ ("The server that has your message could not connect to the recipient’s server, or could not look up "
                       "where it is. The recipient’s server may be down, or there is a fault on the way."),
    .steps = {
      N_ ("Check the spelling of the address after the @."),
      STEP_TRY_LATER,
      STEP_OTHER_WAY,
    },
    .request = N_ ("My message to you could not be delivered, because your mail server could not be reached. Please pass "
                   "this on to whoever runs your mail."),
  },
  [MC_REASON_EXPIRED] = {
    .id = "expired",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("Delivery was tried for too long and given up"),
    .explanation = N_ ("The server tried again and again to deliver the message, without success, and has now stopped. The "
                       "server’s own words below tell what went wrong the last time."),
    .steps = {
      N_ ("Check the spelling of the address after the @."),
      N_ ("Send the message once more. The fault may have passed by now."),
      STEP_OTHER_WAY,
    },
    .request = N_ ("My message to you could not be delivered for a long time, and was then returned to me. Please pass this "
                   "on to whoever runs your mail."),
  },
  [MC_REASON_MAIL_LOOP] = {
    .id = "mail-loop",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("The message went round in a circle"),
    .explanation = N_ ("Servers passed the message back and forth until one of them stopped it. Mostly two mailboxes "
                       "forward to each other, or the recipient’s domain is set up wrongly."),
    .steps = {
      N_ ("If one of your own mailboxes forwards messages, check that it does not forward to itself in the end."),
      STEP_OTHER_WAY,
    },
    .request = N_ ("My message to you came back, because it went round in a circle between mail servers. Please check "
                   "whether your mailbox forwards messages, and pass this on to whoever runs your mail."),
  },
  [MC_REASON_RELAY_DENIED] = {
    .id = "relay-denied",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.relay-denied",
    .title = N_ ("A server does not pass mail on to this address"),
    .explanation = N_ ("The server that was asked to take the message is not responsible for the recipient’s domain. If it is "
                       "your own outgoing server, it wants you to sign in first. If it is the recipient’s, their domain "
                       "is set up wrongly."),
    .steps = {
      N_ ("In the settings of your mail program, check that the outgoing server (SMTP) is your provider’s and that "
          "authentication is turned on."),
      N_ ("If mail to other people works, reach the recipient in another way and send them the text below."),
    },
    .request = N_ ("My message to you came back, because the mail server that your domain names does not take mail for you. "
                   "Please pass this on to whoever runs your mail."),
  },
  [MC_REASON_FILTERED] = {
    .id = "filtered",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("The recipient’s own settings refuse the message"),
    .explanation = N_ ("The recipient has chosen which mail they want, with a filter or a list of senders, and this message "
                       "does not pass. Your own mail works."),
    .steps = { STEP_OTHER_WAY },
    .request = N_ ("My message to you was refused by a filter or a block list of your mailbox. Please add my address to the "
                   "senders that you want to hear from."),
  },
  [MC_REASON_RECIPIENT_RESTRICTED] = {
    .id = "recipient-restricted",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("Not everybody may write to this address"),
    .explanation = N_ ("The mailbox, group or mailing list takes mail from certain senders only, such as its members or "
                       "people of the same organization. It may also no longer exist."),
    .steps = {
      N_ ("If you are a member, send from the address that you joined with."),
      N_ ("Otherwise ask the group’s owner to let you write there, and send them the text below."),
    },
    .request = N_ ("My message to this address was refused, because only certain senders may write to it. Please allow my "
                   "address, or tell me whom to write to."),
  },
  [MC_REASON_BLOCKED] = {
    .id = "blocked",
    .fixed_by = MC_FIXER_PROVIDER,
    .cause = "sending.blocklisted",
    .title = N_ ("The server that sent your message is blocked"),
    .explanation = N_ ("The recipient’s server takes no mail from the server that sent yours: its network address is on a "
                       "blocklist, or it is not trusted as a mail server. It is not about you or your message."),
    .steps = {
      N_ ("Check that your mail program sends through your provider’s outgoing server."),
      STEP_TO_SUPPORT,
      N_ ("Until then, write from another address, or reach the recipient in another way."),
    },
    .request = N_ ("Messages that I send through your server are refused, because the server’s address is blocked. Please have "
                   "it removed from the list, or send my mail through another server."),
  },
  [MC_REASON_REVERSE_DNS] = {
    .id = "reverse-dns",
    .fixed_by = MC_FIXER_PROVIDER,
    .cause = "sending.rdns-missing",
    .title = N_ ("The sending server has no proper name"),
    .explanation = N_ ("The recipient’s server looked up the name that belongs to the network address of the sending server "
                       "(reverse DNS), and found none or one that does not match. Many servers take no mail then."),
    .steps = {
      N_ ("Check that your mail program sends through your provider’s outgoing server."),
      STEP_TO_SUPPORT,
    },
    .request = N_ ("Messages that I send through your server are refused, because its address has no matching reverse DNS name "
                   "(PTR record). Please set one that resolves to the same address."),
  },
  [MC_REASON_BAD_REPUTATION] = {
    .id = "bad-reputation",
    .fixed_by = MC_FIXER_PROVIDER,
    .cause = "sending.low-reputation",
    .title = N_ ("The sender is not trusted enough"),
    .explanation = N_ ("The recipient’s provider has seen unwanted mail from this server or domain before, or hardly knows it, "
                       "and therefore refuses or delays its mail. That improves with time."),
    .steps = {
      N_ ("Send few messages at first, to people who expect them."),
      N_ ("If you send through your provider’s server, send the text below to its support."),
    },
    .request = N_ ("Messages that I send through your server are refused because of its poor reputation. Please look into it, "
                   "or send my mail through another server."),
  },
  [MC_REASON_SPAM] = {
    .id = "spam",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.content-refused",
    .title = N_ ("The message was taken for spam"),
    .explanation = N_ ("The recipient’s server judged the text, a link or an attachment as unwanted advertising. That happens "
                       "to honest messages as well."),
    .steps = {
      N_ ("Write it once more in plain words, without links, many pictures or unusual attachments."),
      N_ ("If it is refused again, reach the recipient in another way and send them the text below."),
    },
    .request = N_ ("My message to you was taken for spam and refused. Please add my address to the senders that you want to hear "
                   "from, or ask whoever runs your mail to do so."),
  },
  [MC_REASON_VIRUS] = {
    .id = "virus",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.content-refused",
    .title = N_ ("The message was taken for malware"),
    .explanation = N_ ("The recipient’s server found something in the message that looks like a virus. It can be a false alarm, "
                       "but take it seriously."),
    .steps = {
      N_ ("Do not send the attachment again, and check it with a virus scanner."),
      N_ ("If you did not send this message, change your password: somebody may be using your account."),
    },
  },
  [MC_REASON_CONTENT_REJECTED] = {
    .id = "content-rejected",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.content-refused",
    .title = N_ ("Something in the message is not allowed"),
    .explanation = N_ ("The recipient’s server refuses the content, mostly the kind of an attachment, such as a program or a "
                       "packed file."),
    .steps = {
      N_ ("Send the message without the attachment, to see whether that is the reason."),
      N_ ("Put the file into an online storage and send a link."),
    },
  },
  [MC_REASON_AUTHENTICATION_FAILED] = {
    .id = "authentication-failed",
    .fixed_by = MC_FIXER_ADMINISTRATOR,
    .fixer = N_ ("Whoever looks after your domain, or your provider, has to fix this"),
    .cause = "sending.dmarc-fails",
    .title = N_ ("The message could not prove that it is from you"),
    .explanation = N_ ("The recipient’s server could not confirm that the message really comes from your address, and "
                       "refused it as a possible forgery. It is not about what you wrote. Either the message left "
                       "through a server that is not known for your domain (the part of your address after the @), or "
                       "the domain’s settings for this check (SPF, DKIM and DMARC) are not complete."),
    .steps = {
      N_ ("In the settings of your mail program, check that messages from this address go out through the outgoing server "
          "of the same provider."),
      N_ ("If the recipient has their mail forwarded to another address, write to that address."),
      N_ ("Otherwise send the text below: if the address is of your company or your own domain, to whoever looks after "
          "the domain, else to your provider’s support."),
    },
    .request = N_ ("Messages from my address are refused, because they fail the checks of SPF, DKIM or DMARC. Please check that "
                   "the SPF record of the domain allows the server that sends them, that they carry a valid DKIM signature, "
                   "and that one of the two is of the same domain as the From address."),
  },
  [MC_REASON_TLS_FAILED] = {
    .id = "tls-failed",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("A secure connection was needed and did not work"),
    .explanation = N_ ("Two servers, or your mail program and the server, could not agree on an encrypted connection, and "
                       "without it the message is not sent."),
    .steps = {
      N_ ("If this error appeared when you pressed Send, turn on encryption (TLS or STARTTLS) for the outgoing server in "
          "your mail program."),
      N_ ("If the message was sent and came back later, send the text below to your provider’s support."),
    },
    .request = N_ ("A message of mine could not be sent, because no encrypted connection between the mail servers came about. "
                   "Please look into it."),
  },
  [MC_REASON_SIGN_IN_REQUIRED] = {
    .id = "sign-in-required",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.relay-denied",
    .title = N_ ("The server wants you to sign in first"),
    .explanation = N_ ("The outgoing server only sends for people who have signed in, and this sign-in was missing or was "
                       "refused."),
    .steps = {
      N_ ("Open the settings of the outgoing server (SMTP) in your mail program."),
      N_ ("Turn on authentication, with the same name and password as for receiving."),
      N_ ("If that is already so, run a checkup of your account: it tells what is wrong with the sign-in."),
    },
  },
  [MC_REASON_RATE_LIMITED] = {
    .id = "rate-limited",
    .fixed_by = MC_FIXER_WAIT,
    .cause = "sending.rate-limited",
    .title = N_ ("Too much at once"),
    .explanation = N_ ("A server limits how many messages, recipients or connections it takes in a certain time, and that number "
                       "was reached. The address is right."),
    .steps = {
      N_ ("Wait some hours before you send again."),
      N_ ("Send to fewer recipients at once. For letters to many people, use a service for newsletters."),
      N_ ("If you did not send many messages, change your password: somebody may be sending in your name."),
    },
  },
  [MC_REASON_GREYLISTED] = {
    .id = "greylisted",
    .fixed_by = MC_FIXER_WAIT,
    .cause = "sending.greylisted",
    .title = N_ ("The first try was turned down on purpose"),
    .explanation = N_ ("The recipient’s server asks unknown senders to try again later, because senders of spam seldom do. "
                       "Most mail servers try again by themselves, and then the message is usually delivered."),
    .steps = {
      N_ ("Wait a few hours. Do not send the message again."),
      N_ ("If it came back for good, send it once more."),
    },
  },
  [MC_REASON_POLICY] = {
    .id = "policy",
    .fixed_by = MC_FIXER_RECIPIENT,
    .title = N_ ("The message was refused by a rule of the server"),
    .explanation = N_ ("The server does not want this message, and does not say clearly why. It can be about the sender, the "
                       "recipient or the content. The server’s own words below may tell more."),
    .steps = {
      N_ ("Read the server’s words. If they name a website, it may explain the rule."),
      N_ ("Send a short message without attachments, to see whether the content is the reason."),
      N_ ("If that is refused as well, reach the recipient in another way and send them the text below."),
    },
    .request = N_ ("My message to you was refused by your mail system, without a clear reason. Please pass this on to whoever runs "
                   "your mail, so that they can look it up."),
  },
  [MC_REASON_SENDER_REJECTED] = {
    .id = "sender-rejected",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The sender’s address was refused"),
    .explanation = N_ ("A server does not accept the address that the message comes from: it does not exist, is written wrongly, "
                       "its domain cannot take answers, or it is not wanted there."),
    .steps = {
      N_ ("In the settings of your mail program, check that your own address is spelled correctly."),
      N_ ("Choose the address of your account as the From address, and send again."),
      N_ ("If it is right, send the text below to your provider’s support, or to whoever looks after your domain."),
    },
    .request = N_ ("Messages from my address are refused by the recipient’s server, which does not accept the sender’s address or "
                   "its domain. Please check that the domain exists in DNS, has mail servers and accepts answers."),
  },
  [MC_REASON_SENDER_SUSPENDED] = {
    .id = "sender-suspended",
    .fixed_by = MC_FIXER_PROVIDER,
    .cause = "sending.account-suspended",
    .title = N_ ("Your own account may not send for now"),
    .explanation = N_ ("Your provider has stopped sending from your account, mostly because unusually many or suspicious messages "
                       "left it."),
    .steps = {
      N_ ("Change your password on your provider’s website. Somebody else may have sent in your name."),
      N_ ("Look there for forwarding and rules that you did not make, and remove them."),
      N_ ("Then send the text below to your provider’s support."),
    },
    .request = N_ ("My account may not send messages at present. I have changed my password. Please tell me what happened, and "
                   "allow sending again."),
  },
  [MC_REASON_NOT_COMPLIANT] = {
    .id = "not-compliant",
    .fixed_by = MC_FIXER_YOU,
    .cause = "sending.content-refused",
    .title = N_ ("The message is not built as the standards ask"),
    .explanation = N_ ("The recipient’s server found a technical mistake in the message, such as a header that is missing or "
                       "appears twice. Mail programs seldom make such mistakes; websites and scripts that send mail do."),
    .steps = {
      N_ ("Write the message anew in a current mail program or on your provider’s website."),
      N_ ("If a program of yours made the message, send the text below to whoever maintains it."),
    },
    .request = N_ ("A message was refused, because it does not follow the standard for messages (RFC 5322). Please check its "
                   "headers: each of From, Date, Subject and Message-ID once, and nothing but ASCII outside encoded "
                   "words."),
  },
  [MC_REASON_SYSTEM_FULL] = {
    .id = "system-full",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("A mail server has no room left"),
    .explanation = N_ ("The disk or the memory of a server on the way is full, so it takes no messages for now. That is a fault "
                       "of the server, not of the recipient’s mailbox."),
    .steps = { STEP_TRY_LATER, STEP_OTHER_WAY },
    .request = N_ ("My message to you could not be delivered, because your mail server has no disk space or memory left. Please "
                   "pass this on to whoever runs your mail."),
  },
  [MC_REASON_SYSTEM_ERROR] = {
    .id = "system-error",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("A mail server has a fault, or is too busy"),
    .explanation = N_ ("The server that should take the message could not do its work: it is overloaded, in maintenance or "
                       "broken. It is not about your message."),
    .steps = { STEP_TRY_LATER, STEP_OTHER_WAY },
    .request = N_ ("My message to you could not be delivered, because your mail server reported a fault. Please pass this on to "
                   "whoever runs your mail."),
  },
  [MC_REASON_MAILER_ERROR] = {
    .id = "mailer-error",
    .fixed_by = MC_FIXER_RECIPIENT,
    .cause = "sending.recipient-problem",
    .title = N_ ("A program at the recipient’s server failed"),
    .explanation = N_ ("The message reached the recipient’s server, but the program that should put it into the mailbox or process "
                       "it there failed."),
    .steps = { STEP_TRY_LATER, STEP_OTHER_WAY },
    .request = N_ ("My message to you came back, because the program that should deliver it on your mail server failed. Please "
                   "pass this on to whoever runs your mail."),
  },
  [MC_REASON_PROTOCOL_ERROR] = {
    .id = "protocol-error",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("Two mail servers did not understand each other"),
    .explanation = N_ ("A server did not understand a command, or got commands in an order that it does not accept. That is a "
                       "fault of one of the two programs, not of your message."),
    .steps = { STEP_TRY_LATER, STEP_TO_SUPPORT },
    .request = N_ ("A message of mine could not be sent, because a server did not understand a command of the other. Please look "
                   "into it."),
  },
  [MC_REASON_NOT_SUPPORTED] = {
    .id = "not-supported",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The next server cannot handle this kind of message"),
    .explanation = N_ ("The message or an address needs something that a server on the way does not offer, such as addresses with "
                       "letters beyond A to Z, or a certain kind of content."),
    .steps = {
      N_ ("Use an address without special letters, for the recipient and for yourself, if there is one."),
      N_ ("Send the message as plain text, without signing or encryption."),
    },
  },
  [MC_REASON_VACATION] = {
    .id = "vacation",
    .fixed_by = MC_FIXER_NONE,
    .title = N_ ("An automatic reply"),
    .explanation = N_ ("Your message arrived. The recipient’s mailbox answered by itself, for example because the recipient is "
                       "away."),
    .steps = { N_ ("There is nothing to do. The reply may say when the recipient is back, or whom to write to instead.") },
  },
  [MC_REASON_COMPLAINT] = {
    .id = "complaint",
    .fixed_by = MC_FIXER_SENDER,
    .title = N_ ("Somebody reported a message as unwanted"),
    .explanation = N_ ("This report does not say that a message came back. A recipient, or a program that checks senders, "
                       "reported a message from your domain or server as unwanted or as not genuine."),
    .steps = {
      N_ ("Remove the recipient from your mailing lists."),
      N_ ("If you did not send the message, change your password: somebody may be using your account."),
    },
  },
  [MC_REASON_SUPPRESSED] = {
    .id = "suppressed",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The sending service did not even try"),
    .explanation = N_ ("The service that sends your mail keeps a list of addresses that refused mail or complained before, and the "
                       "recipient is on it."),
    .steps = {
      N_ ("Check the spelling of the address."),
      N_ ("If it is right, have it removed from the service’s suppression list, with the text below."),
    },
    .request = N_ ("The recipient’s address is on the suppression list of your service, although it is right. Please remove it "
                   "from the list."),
  },
  [MC_REASON_UNKNOWN] = {
    .id = "unknown",
    .fixed_by = MC_FIXER_NONE,
    .title = N_ ("The reason is not stated clearly"),
    .explanation = N_ ("The server’s words do not say why. They are shown below, so that somebody who knows this mail system can "
                       "read them."),
    .steps = { STEP_TRY_LATER, STEP_TO_SUPPORT },
    .request = N_ ("A message of mine could not be delivered. Please tell me what this error means."),
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == MC_N_REASONS);

const McReason *
mc_reason_get (McReasonKind kind)
{
  g_return_val_if_fail ((gsize) kind < MC_N_REASONS, NULL);

  return &reasons[kind];
}

/**
 * mc_reason_from_id:
 * @id: a word
 * @kind: (out): the reason with this id
 *
 * Returns: whether there is one
 */
gboolean
mc_reason_from_id (const char   *id,
                   McReasonKind *kind)
{
  for (gsize i = 0; i < MC_N_REASONS; i++)
    {
      if (g_str_equal (reasons[i].id, id))
        {
          *kind = (McReasonKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mc_reason_dup_letter:
 * @reason: a reason
 * @recipient: (nullable): whom the message was for
 * @words: (nullable): the server's own words
 *
 * Returns: (transfer full) (nullable): a text to send to whoever has to act, its
 *   paragraphs divided by empty lines; %NULL when nobody else has to
 */
char *
mc_reason_dup_letter (const McReason *reason,
                      const char     *recipient,
                      const char     *words)
{
  g_autoptr (GString) letter = NULL;

  if (reason->request == NULL)
    return NULL;

  letter = g_string_new (_ ("Hello,"));
  g_string_append_printf (letter, "\n\n%s", _ (reason->request));
  if (recipient != NULL && *recipient != '\0')
    {
      g_string_append (letter, "\n\n");
      /* Translators: %s is an email address */
      g_string_append_printf (letter, _ ("The message was for: %s"), recipient);
    }
  if (words != NULL && *words != '\0')
    {
      g_string_append (letter, "\n\n");
      /* Translators: %s is what a server said */
      g_string_append_printf (letter, _ ("This is what the server said: %s"), words);
    }

  return g_string_free_and_steal (g_steal_pointer (&letter));
}
