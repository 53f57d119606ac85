/* mc-refusal-codes.c
 *
 * What codes mean: first at the provider that gave them, then in the registries.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-refusal.h"

/* @code without its class: “7.26” for 5.7.26 and 4.7.26. A “*” at the end stands for more digits. */
typedef struct
{
  const char  *provider;
  const char  *code;
  McReasonKind reason;
} EnhancedRow;

typedef struct
{
  int          code;
  McReasonKind reason;
} ReplyRow;

static const EnhancedRow provider_codes[] = {
  { "Google", "7.23", MC_REASON_REVERSE_DNS },
  { "Google", "7.24", MC_REASON_AUTHENTICATION_FAILED },
  { "Google", "7.25", MC_REASON_REVERSE_DNS },
  { "Google", "7.26", MC_REASON_AUTHENTICATION_FAILED },
  { "Google", "7.27", MC_REASON_AUTHENTICATION_FAILED },
  { "Google", "7.28", MC_REASON_RATE_LIMITED },
  { "Google", "7.29", MC_REASON_TLS_FAILED },
  { "Google", "7.30", MC_REASON_AUTHENTICATION_FAILED },
  { "Google", "7.32", MC_REASON_AUTHENTICATION_FAILED },
  { "Google", "7.9", MC_REASON_SIGN_IN_REQUIRED },
  { "Google", "7.14", MC_REASON_SIGN_IN_REQUIRED },
  { "Google", "4.5", MC_REASON_RATE_LIMITED },
  { "Microsoft", "1.8", MC_REASON_SENDER_SUSPENDED },
  { "Microsoft", "1.10", MC_REASON_RECIPIENT_UNKNOWN },
  { "Microsoft", "1.90", MC_REASON_RATE_LIMITED },
  { "Microsoft", "4.1", MC_REASON_RECIPIENT_UNKNOWN },
  { "Microsoft", "4.8", MC_REASON_TLS_FAILED },
  { "Microsoft", "4.14", MC_REASON_MAIL_LOOP },
  { "Microsoft", "4.310", MC_REASON_HOST_UNKNOWN },
  { "Microsoft", "4.312", MC_REASON_NETWORK_ERROR },
  { "Microsoft", "4.316", MC_REASON_NETWORK_ERROR },
  { "Microsoft", "5.0", MC_REASON_RECIPIENT_UNKNOWN },
  { "Microsoft", "7.3", MC_REASON_SIGN_IN_REQUIRED },
  { "Microsoft", "7.30", MC_REASON_SIGN_IN_REQUIRED },
  { "Microsoft", "7.32*", MC_REASON_TLS_FAILED },
  { "Microsoft", "7.500", MC_REASON_SYSTEM_ERROR },
  { "Microsoft", "7.509", MC_REASON_AUTHENTICATION_FAILED },
  { "Microsoft", "7.511", MC_REASON_BLOCKED },
  { "Microsoft", "7.515", MC_REASON_AUTHENTICATION_FAILED },
  { "Microsoft", "7.57", MC_REASON_SIGN_IN_REQUIRED },
  { "Microsoft", "7.60", MC_REASON_SENDER_REJECTED },
  { "Microsoft", "7.60*", MC_REASON_BLOCKED },
  { "Microsoft", "7.61*", MC_REASON_BLOCKED },
  { "Microsoft", "7.62*", MC_REASON_BLOCKED },
  { "Microsoft", "7.63*", MC_REASON_BLOCKED },
  { "Microsoft", "7.64*", MC_REASON_BLOCKED },
  { "Microsoft", "7.650", MC_REASON_BAD_REPUTATION },
  { "Microsoft", "7.651", MC_REASON_BAD_REPUTATION },
  { "Microsoft", "7.652", MC_REASON_RATE_LIMITED },
  { "Microsoft", "7.139", MC_REASON_SIGN_IN_REQUIRED },
  { "Microsoft", "7.700", MC_REASON_SENDER_SUSPENDED },
  { "Microsoft", "7.705", MC_REASON_SENDER_SUSPENDED },
  { "Microsoft", "7.708", MC_REASON_BLOCKED },
  { "Microsoft", "7.750", MC_REASON_SENDER_REJECTED },
  { "Yahoo", "7.2", MC_REASON_BAD_REPUTATION },
  { "Zoho", "4.1", MC_REASON_POLICY },
};

/* The IANA registry of enhanced status codes, for a refusal (class 4 or 5). */
static const EnhancedRow registry[] = {
  { NULL, "0.0", MC_REASON_UNKNOWN },
  { NULL, "1.0", MC_REASON_ADDRESS_INVALID },
  { NULL, "1.1", MC_REASON_RECIPIENT_UNKNOWN },
  { NULL, "1.2", MC_REASON_HOST_UNKNOWN },
  { NULL, "1.3", MC_REASON_ADDRESS_INVALID },
  { NULL, "1.4", MC_REASON_RECIPIENT_UNKNOWN },
  { NULL, "1.5", MC_REASON_DELIVERED },
  { NULL, "1.6", MC_REASON_RECIPIENT_MOVED },
  { NULL, "1.7", MC_REASON_ADDRESS_INVALID },
  { NULL, "1.8", MC_REASON_SENDER_REJECTED },
  { NULL, "1.9", MC_REASON_DELIVERED },
  { NULL, "1.10", MC_REASON_NO_MAIL_SERVICE },
  { NULL, "2.0", MC_REASON_FILTERED },
  { NULL, "2.1", MC_REASON_MAILBOX_DISABLED },
  { NULL, "2.2", MC_REASON_MAILBOX_FULL },
  { NULL, "2.3", MC_REASON_MESSAGE_TOO_LARGE },
  { NULL, "2.4", MC_REASON_SYSTEM_ERROR },
  { NULL, "3.0", MC_REASON_SYSTEM_ERROR },
  { NULL, "3.1", MC_REASON_SYSTEM_FULL },
  { NULL, "3.2", MC_REASON_SYSTEM_ERROR },
  { NULL, "3.3", MC_REASON_NOT_SUPPORTED },
  { NULL, "3.4", MC_REASON_MESSAGE_TOO_LARGE },
  { NULL, "3.5", MC_REASON_SYSTEM_ERROR },
  { NULL, "3.6", MC_REASON_DELIVERED },
  { NULL, "4.0", MC_REASON_NETWORK_ERROR },
  { NULL, "4.1", MC_REASON_NETWORK_ERROR },
  { NULL, "4.2", MC_REASON_NETWORK_ERROR },
  { NULL, "4.3", MC_REASON_NETWORK_ERROR },
  { NULL, "4.4", MC_REASON_NETWORK_ERROR },
  { NULL, "4.5", MC_REASON_SYSTEM_ERROR },
  { NULL, "4.6", MC_REASON_MAIL_LOOP },
  { NULL, "4.7", MC_REASON_EXPIRED },
  { NULL, "5.0", MC_REASON_PROTOCOL_ERROR },
  { NULL, "5.1", MC_REASON_PROTOCOL_ERROR },
  { NULL, "5.2", MC_REASON_PROTOCOL_ERROR },
  { NULL, "5.3", MC_REASON_RATE_LIMITED },
  { NULL, "5.4", MC_REASON_PROTOCOL_ERROR },
  { NULL, "5.5", MC_REASON_PROTOCOL_ERROR },
  { NULL, "5.6", MC_REASON_PROTOCOL_ERROR },
  { NULL, "6.0", MC_REASON_CONTENT_REJECTED },
  { NULL, "6.1", MC_REASON_NOT_SUPPORTED },
  { NULL, "6.2", MC_REASON_NOT_SUPPORTED },
  { NULL, "6.3", MC_REASON_NOT_SUPPORTED },
  { NULL, "6.4", MC_REASON_NOT_SUPPORTED },
  { NULL, "6.5", MC_REASON_NOT_SUPPORTED },
  { NULL, "6.6", MC_REASON_NOT_SUPPORTED },
  { NULL, "6.7", MC_REASON_NOT_SUPPORTED },
  { NULL, "6.8", MC_REASON_NOT_SUPPORTED },
  { NULL, "6.9", MC_REASON_NOT_SUPPORTED },
  { NULL, "6.10", MC_REASON_NOT_SUPPORTED },
  { NULL, "7.0", MC_REASON_POLICY },
  { NULL, "7.1", MC_REASON_POLICY },
  { NULL, "7.2", MC_REASON_RECIPIENT_RESTRICTED },
  { NULL, "7.3", MC_REASON_NOT_SUPPORTED },
  { NULL, "7.4", MC_REASON_NOT_SUPPORTED },
  { NULL, "7.5", MC_REASON_NOT_SUPPORTED },
  { NULL, "7.6", MC_REASON_NOT_SUPPORTED },
  { NULL, "7.7", MC_REASON_CONTENT_REJECTED },
  { NULL, "7.8", MC_REASON_SIGN_IN_REQUIRED },
  { NULL, "7.9", MC_REASON_SIGN_IN_REQUIRED },
  { NULL, "7.10", MC_REASON_TLS_FAILED },
  { NULL, "7.11", MC_REASON_TLS_FAILED },
  { NULL, "7.12", MC_REASON_SIGN_IN_REQUIRED },
  { NULL, "7.13", MC_REASON_SENDER_SUSPENDED },
  { NULL, "7.14", MC_REASON_SIGN_IN_REQUIRED },
  { NULL, "7.15", MC_REASON_POLICY },
  { NULL, "7.16", MC_REASON_MESSAGE_TOO_LARGE },
  { NULL, "7.17", MC_REASON_RECIPIENT_MOVED },
  { NULL, "7.18", MC_REASON_RECIPIENT_MOVED },
  { NULL, "7.19", MC_REASON_POLICY },
  { NULL, "7.20", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.21", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.22", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.23", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.24", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.25", MC_REASON_REVERSE_DNS },
  { NULL, "7.26", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.27", MC_REASON_SENDER_REJECTED },
  { NULL, "7.28", MC_REASON_RATE_LIMITED },
  { NULL, "7.29", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.30", MC_REASON_TLS_FAILED },

  /* Beyond the registry, and in use by one provider only (above). */
  { NULL, "1.90", MC_REASON_RATE_LIMITED },
  { NULL, "4.8", MC_REASON_TLS_FAILED },
  { NULL, "4.14", MC_REASON_MAIL_LOOP },
  { NULL, "4.310", MC_REASON_HOST_UNKNOWN },
  { NULL, "4.312", MC_REASON_NETWORK_ERROR },
  { NULL, "4.316", MC_REASON_NETWORK_ERROR },
  { NULL, "7.32", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.32*", MC_REASON_TLS_FAILED },
  { NULL, "7.57", MC_REASON_SIGN_IN_REQUIRED },
  { NULL, "7.60", MC_REASON_SENDER_REJECTED },
  { NULL, "7.60*", MC_REASON_BLOCKED },
  { NULL, "7.61*", MC_REASON_BLOCKED },
  { NULL, "7.62*", MC_REASON_BLOCKED },
  { NULL, "7.63*", MC_REASON_BLOCKED },
  { NULL, "7.64*", MC_REASON_BLOCKED },
  { NULL, "7.139", MC_REASON_SIGN_IN_REQUIRED },
  { NULL, "7.500", MC_REASON_SYSTEM_ERROR },
  { NULL, "7.509", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.511", MC_REASON_BLOCKED },
  { NULL, "7.515", MC_REASON_AUTHENTICATION_FAILED },
  { NULL, "7.650", MC_REASON_BAD_REPUTATION },
  { NULL, "7.651", MC_REASON_BAD_REPUTATION },
  { NULL, "7.652", MC_REASON_RATE_LIMITED },
  { NULL, "7.700", MC_REASON_SENDER_SUSPENDED },
  { NULL, "7.703", MC_REASON_POLICY },
  { NULL, "7.705", MC_REASON_SENDER_SUSPENDED },
  { NULL, "7.708", MC_REASON_BLOCKED },
  { NULL, "7.750", MC_REASON_SENDER_REJECTED },
};

/* RFC 5321 and its extensions; the numbers of Courier; 541 and 571 as filters give them. */
static const ReplyRow reply_codes[] = {
  { 421, MC_REASON_SYSTEM_ERROR },
  { 422, MC_REASON_MAILBOX_FULL },
  { 431, MC_REASON_SYSTEM_FULL },
  { 432, MC_REASON_SIGN_IN_REQUIRED },
  { 450, MC_REASON_DELAYED },
  { 451, MC_REASON_SYSTEM_ERROR },
  { 452, MC_REASON_SYSTEM_FULL },
  { 453, MC_REASON_SYSTEM_ERROR },
  { 454, MC_REASON_TLS_FAILED },
  { 455, MC_REASON_SYSTEM_ERROR },
  { 458, MC_REASON_SYSTEM_ERROR },
  { 459, MC_REASON_SYSTEM_ERROR },
  { 500, MC_REASON_PROTOCOL_ERROR },
  { 501, MC_REASON_ADDRESS_INVALID },
  { 502, MC_REASON_PROTOCOL_ERROR },
  { 503, MC_REASON_PROTOCOL_ERROR },
  { 504, MC_REASON_PROTOCOL_ERROR },
  { 513, MC_REASON_RELAY_DENIED },
  { 517, MC_REASON_SENDER_REJECTED },
  { 521, MC_REASON_NO_MAIL_SERVICE },
  { 523, MC_REASON_TLS_FAILED },
  { 524, MC_REASON_TLS_FAILED },
  { 525, MC_REASON_SENDER_SUSPENDED },
  { 530, MC_REASON_SIGN_IN_REQUIRED },
  { 534, MC_REASON_SIGN_IN_REQUIRED },
  { 535, MC_REASON_SIGN_IN_REQUIRED },
  { 538, MC_REASON_TLS_FAILED },
  { 541, MC_REASON_SPAM },
  { 546, MC_REASON_MAIL_LOOP },
  { 550, MC_REASON_POLICY },
  { 551, MC_REASON_RECIPIENT_MOVED },
  { 552, MC_REASON_MAILBOX_FULL },
  { 553, MC_REASON_ADDRESS_INVALID },
  { 554, MC_REASON_POLICY },
  { 555, MC_REASON_NOT_SUPPORTED },
  { 556, MC_REASON_NO_MAIL_SERVICE },
  { 571, MC_REASON_POLICY },
};

static gboolean
is_code (const char *pattern,
         const char *code)
{
  gsize length = strlen (pattern);

  if (pattern[length - 1] != '*')
    return g_str_equal (pattern, code);

  return strncmp (pattern, code, length - 1) == 0 && code[length - 1] != '\0';
}

static McReasonKind
look_up (const EnhancedRow *rows,
         gsize              n_rows,
         const char        *provider,
         const char        *code)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      if (g_strcmp0 (rows[i].provider, provider) == 0 && is_code (rows[i].code, code))
        return rows[i].reason;
    }

  return MC_REASON_UNKNOWN;
}

/* What the class, or the reply code beside it, says more than the registry. */
static McReasonKind
sharpen (const char  *enhanced_code,
         int          reply_code,
         McReasonKind reason)
{
  /* 5.7.9 belongs to the AUTH command; beside a refused message it is a policy (Yahoo, Amazon). */
  if (g_str_equal (enhanced_code, "5.7.9") && reply_code >= 550)
    return MC_REASON_POLICY;
  if (g_str_equal (enhanced_code, "5.3.2"))
    return MC_REASON_NO_MAIL_SERVICE;
  if (g_str_equal (enhanced_code, "4.2.1"))
    return MC_REASON_DELAYED;

  return reason;
}

/**
 * mc_refusal_read_codes:
 * @provider: (nullable): who gave the codes
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the enhanced status code
 *
 * Returns: what the codes alone say, or %MC_REASON_UNKNOWN
 */
McReasonKind
mc_refusal_read_codes (const char *provider,
                       int         reply_code,
                       const char *enhanced_code)
{
  McReasonKind reason = MC_REASON_UNKNOWN;

  if (enhanced_code != NULL && strlen (enhanced_code) > 2)
    {
      if (provider != NULL)
        reason = look_up (provider_codes, G_N_ELEMENTS (provider_codes), provider, enhanced_code + 2);
      if (reason == MC_REASON_UNKNOWN)
        reason = sharpen (enhanced_code, reply_code,
                          look_up (registry, G_N_ELEMENTS (registry), NULL, enhanced_code + 2));
    }

  for (gsize i = 0; reason == MC_REASON_UNKNOWN && i < G_N_ELEMENTS (reply_codes); i++)
    {
      if (reply_codes[i].code == reply_code)
        reason = reply_codes[i].reason;
    }

  return reason;
}
