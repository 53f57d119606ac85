/* mc-enums.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McProtocol:
 * @MC_PROTOCOL_IMAP: RFC 3501, RFC 9051
 * @MC_PROTOCOL_POP3: RFC 1939
 * @MC_PROTOCOL_SMTP: RFC 5321, used for submission as in RFC 6409
 */
typedef enum
{
  MC_PROTOCOL_IMAP,
  MC_PROTOCOL_POP3,
  MC_PROTOCOL_SMTP,
} McProtocol;

/**
 * McSecurity:
 * @MC_SECURITY_TLS: TLS from the first byte
 * @MC_SECURITY_STARTTLS: TLS after a command in the clear
 * @MC_SECURITY_NONE: no encryption
 */
typedef enum
{
  MC_SECURITY_TLS,
  MC_SECURITY_STARTTLS,
  MC_SECURITY_NONE,
} McSecurity;

/**
 * McOrigin:
 *
 * Where a server setting comes from; the values of `from` in the JSON.
 */
typedef enum
{
  MC_ORIGIN_USER,
  MC_ORIGIN_PROVIDER,
  MC_ORIGIN_ISPDB,
  MC_ORIGIN_AUTOCONFIG,
  MC_ORIGIN_SRV,
  MC_ORIGIN_AUTODISCOVER,
  MC_ORIGIN_PROGRAM,
  MC_ORIGIN_ONLINE_ACCOUNT,
  MC_ORIGIN_GUESS,
} McOrigin;

/**
 * McDirection:
 * @MC_DIRECTION_NONE: not about one of the two servers
 * @MC_DIRECTION_INCOMING: the server messages are read from
 * @MC_DIRECTION_OUTGOING: the server messages are handed to
 */
typedef enum
{
  MC_DIRECTION_NONE,
  MC_DIRECTION_INCOMING,
  MC_DIRECTION_OUTGOING,
} McDirection;

/**
 * McSymptom:
 *
 * What the person says is wrong.
 */
typedef enum
{
  MC_SYMPTOM_EVERYTHING,
  MC_SYMPTOM_CANNOT_CONNECT,
  MC_SYMPTOM_NOT_RECEIVING,
  MC_SYMPTOM_CANNOT_SEND,
  MC_SYMPTOM_BOUNCED,
  MC_SYMPTOM_MARKED_AS_SPAM,
  MC_SYMPTOM_DELAYED,
} McSymptom;

/**
 * McOutcome:
 *
 * What a check found, from good to bad, so that a group takes its worst.
 */
typedef enum
{
  MC_OUTCOME_SKIPPED,
  MC_OUTCOME_PASS,
  MC_OUTCOME_WARNING,
  MC_OUTCOME_FAIL,
} McOutcome;

/**
 * McGroup:
 *
 * The part of the way a check looks at, in the order the report shows them.
 */
typedef enum
{
  MC_GROUP_ACCOUNT,
  MC_GROUP_COMPUTER,
  MC_GROUP_NETWORK,
  MC_GROUP_DOMAIN,
  MC_GROUP_INCOMING,
  MC_GROUP_OUTGOING,
  MC_GROUP_MAILBOX,
} McGroup;

#define MC_N_GROUPS (MC_GROUP_MAILBOX + 1)

const char *mc_protocol_get_id (McProtocol protocol);
const char *mc_protocol_get_title (McProtocol protocol);
gboolean    mc_protocol_from_id (const char *id,
                                 McProtocol *protocol);
guint16     mc_protocol_get_port (McProtocol protocol,
                                  McSecurity security);
const char *mc_security_get_id (McSecurity security);
const char *mc_security_get_title (McSecurity security);
gboolean    mc_security_from_id (const char *id,
                                 McSecurity *security);
const char *mc_origin_get_id (McOrigin origin);
const char *mc_symptom_get_id (McSymptom symptom);
const char *mc_symptom_get_title (McSymptom symptom);
gboolean    mc_symptom_from_id (const char *id,
                                McSymptom  *symptom);
const char *mc_outcome_get_id (McOutcome outcome);
const char *mc_outcome_get_title (McOutcome outcome);
const char *mc_group_get_id (McGroup group);
const char *mc_group_get_title (McGroup group);

G_END_DECLS
