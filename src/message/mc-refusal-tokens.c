/* mc-refusal-tokens.c
 *
 * The marks that providers put into their replies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-refusal-private.h"
#include "mc-words.h"

/* Lower case, looked for in the text as it stands, with its links. */
static const McRefusalPhrase tokens[] = {
  /* Google: what its links are about */
  { MC_REASON_RECIPIENT_UNKNOWN, "?p=nosuchuser", NULL },
  { MC_REASON_MAILBOX_DISABLED, "?p=disableduser", NULL },
  { MC_REASON_MAILBOX_FULL, "?p=overquota", NULL },
  { MC_REASON_RATE_LIMITED, "?p=receivingrate", NULL },
  { MC_REASON_MESSAGE_TOO_LARGE, "?p=maxsizeerror", NULL },
  { MC_REASON_MAIL_LOOP, "?p=mailloop", NULL },
  { MC_REASON_AUTHENTICATION_FAILED, "?p=dmarcrejection", NULL },
  { MC_REASON_AUTHENTICATION_FAILED, "?p=unauthenticated", NULL },
  { MC_REASON_REVERSE_DNS, "?p=ipv6autherror", NULL },
  { MC_REASON_BLOCKED, "?p=notauthorizederror", NULL },
  { MC_REASON_RATE_LIMITED, "?p=unsolicitedratelimiterror", NULL },
  { MC_REASON_SPAM, "?p=unsolicitedmessageerror", NULL },
  { MC_REASON_CONTENT_REJECTED, "?p=blockedmessage", NULL },
  { MC_REASON_NOT_COMPLIANT, "?p=rfcmessagenoncompliant", NULL },
  { MC_REASON_SIGN_IN_REQUIRED, "?p=invalidsecondfactor", NULL },
  { MC_REASON_RECIPIENT_UNKNOWN, "answer.py?answer=6596", NULL },
  { MC_REASON_RECIPIENT_UNKNOWN, "support.google.com/mail/answer/6596", NULL },
  { MC_REASON_RECIPIENT_RESTRICTED, "groups.google.com/support/", NULL },

  /* Exchange and Microsoft 365 */
  { MC_REASON_RECIPIENT_UNKNOWN, "resolver.adr.recipnotfound", NULL },
  { MC_REASON_RECIPIENT_UNKNOWN, "resolver.adr.recipientnotfound", NULL },
  { MC_REASON_RECIPIENT_UNKNOWN, "resolver.adr.exrecipnotfound", NULL },
  { MC_REASON_RECIPIENT_UNKNOWN, "resolver.adr.invalidinsmtp", NULL },
  { MC_REASON_MAIL_LOOP, "resolver.fwd.loop", NULL },
  { MC_REASON_MAIL_LOOP, "routing.loopdetected", NULL },
  { MC_REASON_RECIPIENT_RESTRICTED, "resolver.rst.", NULL },
  { MC_REASON_MESSAGE_TOO_LARGE, "resolver.rst.sendsizelimit", NULL },
  { MC_REASON_MESSAGE_TOO_LARGE, "resolver.rst.recipsizelimit", NULL },
  { MC_REASON_MAILBOX_FULL, "storedrv.deliver; mailbox full", NULL },
  { MC_REASON_MAILBOX_FULL, "storedrv*quotaexceeded", NULL },
  { MC_REASON_MAILBOX_DISABLED, "storedrv*disabled", NULL },
  { MC_REASON_RATE_LIMITED, "submissionquotaexceeded", NULL },
  { MC_REASON_RECIPIENT_UNKNOWN, "(as201806281)", NULL },
  { MC_REASON_BLOCKED, "(s3140)", NULL },
  { MC_REASON_BLOCKED, "(s3150)", NULL },
  { MC_REASON_RATE_LIMITED, "(s3115)", NULL },
  { MC_REASON_BLOCKED, "(as16012609)", NULL },

  /* Yahoo, AOL */
  { MC_REASON_BLOCKED, "[bl21]", NULL },
  { MC_REASON_BLOCKED, "[bl23]", NULL },
  { MC_REASON_BAD_REPUTATION, "[tss04]", NULL },
  { MC_REASON_BAD_REPUTATION, "[tss09]", NULL },
  { MC_REASON_BAD_REPUTATION, "[tss11]", NULL },

  /* Apple */
  { MC_REASON_AUTHENTICATION_FAILED, "[hme1]", NULL },
  { MC_REASON_POLICY, "[cs01]", NULL },

  /* GMX, WEB.DE, mail.com, IONOS: the letter in the link; T-Online */
  { MC_REASON_REVERSE_DNS, "&c=rdns", NULL },
  { MC_REASON_AUTHENTICATION_FAILED, "&c=spf", NULL },
  { MC_REASON_BLOCKED, "tosa@rx.t-online.de", NULL },

  /* Orange and La Poste: the number at the end */
  { MC_REASON_RECIPIENT_UNKNOWN, "ofr_416", NULL },
  { MC_REASON_MAILBOX_FULL, "ofr_417", NULL },
  { MC_REASON_BLOCKED, "ofr006_102", NULL },
  { MC_REASON_RATE_LIMITED, "ofr005_104", NULL },
  { MC_REASON_SPAM, "ofr_506", NULL },
  { MC_REASON_AUTHENTICATION_FAILED, "lpn004_401", NULL },
  { MC_REASON_SENDER_REJECTED, "lpn105_421", NULL },
  { MC_REASON_AUTHENTICATION_FAILED, "lpn007_517", NULL },
  { MC_REASON_RECIPIENT_UNKNOWN, "lpn007_416", NULL },

  /* Facebook */
  { MC_REASON_RECIPIENT_UNKNOWN, "rcp-p1 ", NULL },
  { MC_REASON_FILTERED, "rcp-p2 ", NULL },

  /* Mimecast */
  { MC_REASON_SPAM, "mcspamsignature", NULL },

  /* Comcast */
  { MC_REASON_AUTHENTICATION_FAILED, "#dm0", NULL },
  { MC_REASON_BLOCKED, "#bl0", NULL },

  /* Spectrum: the number of the rule */
  { MC_REASON_BLOCKED, "aup#*-100", NULL },
  { MC_REASON_REVERSE_DNS, "aup#*-110", NULL },
  { MC_REASON_BLOCKED, "aup#*-12", NULL },
  { MC_REASON_RATE_LIMITED, "aup#*-13", NULL },
  { MC_REASON_SENDER_REJECTED, "aup#*-1500", NULL },
  { MC_REASON_MESSAGE_TOO_LARGE, "aup#*-1530", NULL },
  { MC_REASON_RATE_LIMITED, "aup#*-1580", NULL },

  /* Cox */
  { MC_REASON_REVERSE_DNS, "cxdns", NULL },
  { MC_REASON_SENDER_REJECTED, "cxsndr", NULL },
  { MC_REASON_RATE_LIMITED, "cxcnct", NULL },
  { MC_REASON_RATE_LIMITED, "cxmxrt", NULL },
  { MC_REASON_RATE_LIMITED, "cxthrt", NULL },
  { MC_REASON_BLOCKED, "cxbl", NULL },
  { MC_REASON_BLOCKED, "cdrbl", NULL },
  { MC_REASON_SPAM, "urlbl0", NULL },
};

/**
 * mc_refusal_token_find:
 * @words: what was said
 *
 * Returns: the reason that a provider's own mark stands for, or %MC_REASON_UNKNOWN
 */
McReasonKind
mc_refusal_token_find (McWords *words)
{
  for (gsize i = G_N_ELEMENTS (tokens); i-- > 0;)
    {
      /* From the end, so that the longer mark of a family is tried before the shorter one above it. */
      if (mc_words_hold_mark (words, tokens[i].pattern))
        return tokens[i].reason;
    }

  return MC_REASON_UNKNOWN;
}
