/* mc-reply-signatures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-reply-signatures.h"

#define IMAP     (1 << MC_PROTOCOL_IMAP)
#define POP3     (1 << MC_PROTOCOL_POP3)
#define SMTP     (1 << MC_PROTOCOL_SMTP)
#define INCOMING (IMAP | POP3)
#define ANY      (IMAP | POP3 | SMTP)

/* Translators: these complete “What would tell which it is:”. */
#define BY_KIND_OF_PASSWORD N_ ("whether the password that was used is an app password")
#define BY_WEBSITE          N_ ("whether the same name and password work on the provider’s website")
#define BY_SWITCH           N_ ("whether access for mail programs is switched on in the settings on the provider’s website")
#define BY_OTHER_DEVICES    N_ ("whether it works after mail programs on other devices are closed")
#define BY_WAITING          N_ ("whether it works after an hour")

static const char *const google[] = { "gmail.com", "googlemail.com", NULL };
static const char *const microsoft[] = { "office365.com", "outlook.com", "hotmail.com", "live.com", NULL };
static const char *const yandex[] = { "yandex.com", "yandex.ru", "yandex.net", NULL };
static const char *const connection_limits[] = { "arcor.de", "talktalk.net", NULL };

/* They take no account password from mail programs, only one made for the program. */
static const char *const app_passwords_only[] = {
  "gmail.com", "googlemail.com", "yahoo.com", "aol.com", "att.net", "sky.com",
  "me.com", "icloud.com", "fastmail.com", "messagingengine.com", "mail.ru",
  "qq.com", "163.com", "126.com", "yeah.net", "t-online.de", "infomaniak.com", NULL
};

/* A wrong password and access that was never switched on look the same there. */
static const char *const must_be_enabled[] = {
  "gmx.net", "gmx.com", "web.de", "mail.com", "freenet.de", "o2.pl", "wp.pl",
  "zoho.com", "zoho.eu", "zoho.in", "naver.com", "seznam.cz", "comcast.net", NULL
};

/*
 * What a server's words and codes mean, first match wins. The order matters:
 *  1. sentences that name the cause, whatever code stands before them, since
 *     the same code means different things at different providers;
 *  2. codes at providers where they mean something of their own;
 *  3. codes as the RFCs define them;
 *  4. sentences that only say that the sign-in failed: a code knows better.
 */
static const McReplySignature signatures[] = {
  /* 1. A rule of the organization, before anything about passwords */
  { .protocols = SMTP, .text = "SmtpClientAuthentication is disabled for the Tenant", .cause = "login.refused-by-policy", .confidence = 0.97 },
  { .protocols = SMTP, .text = "SmtpClientAuthentication is disabled for the Mailbox", .cause = "login.protocol-disabled", .confidence = 0.97 },
  { .protocols = ANY, .text = "security defaults policy", .cause = "login.refused-by-policy", .confidence = 0.97 },
  { .protocols = ANY, .text = "did not meet the criteria to be authenticated", .cause = "login.refused-by-policy", .confidence = 0.95 },
  { .protocols = INCOMING, .text = "access is disabled for your domain", .cause = "login.refused-by-policy", .alternatives = { "login.protocol-disabled" }, .confidence = 0.95 },
  { .protocols = ANY, .text = "user credentials were incorrect", .cause = "login.wrong-password", .confidence = 0.9 },

  /* Passwords are off, or another one is wanted */
  { .protocols = ANY, .text = "basic authentication is disabled", .cause = "login.oauth-required", .confidence = 0.97 },
  { .protocols = ANY, .text = "basic authentication is not supported", .cause = "login.oauth-required", .confidence = 0.97 },
  { .protocols = ANY, .text = "application-specific password required", .cause = "login.app-password-required", .confidence = 0.98 },
  { .protocols = ANY, .text = "application password is required", .cause = "login.app-password-required", .confidence = 0.97 },
  { .protocols = ANY, .text = "parol prilozheniya", .cause = "login.app-password-required", .confidence = 0.97 },
  { .protocols = ANY, .text = "app password", .cause = "login.app-password-required", .confidence = 0.85, .alternatives = { "login.wrong-password" } },
  { .protocols = ANY, .text = "service is not open, password is incorrect", .cause = "login.app-password-required", .alternatives = { "login.protocol-disabled", "login.wrong-password", "login.too-many-attempts", "login.account-locked" }, .confidence = 0.5, .decided_by = BY_KIND_OF_PASSWORD },
  { .protocols = ANY, .text = "incorrect username, password or access token", .cause = "login.app-password-required", .alternatives = { "login.wrong-password" }, .confidence = 0.75, .decided_by = BY_KIND_OF_PASSWORD },
  { .protocols = SMTP, .text = "too many bad auth attempts", .cause = "login.too-many-attempts", .alternatives = { "login.app-password-required" }, .confidence = 0.8, .decided_by = BY_KIND_OF_PASSWORD },
  { .protocols = SMTP, .text = "#AUTH005", .cause = "login.app-password-required", .alternatives = { "login.wrong-password" }, .confidence = 0.8, .decided_by = BY_KIND_OF_PASSWORD },
  { .protocols = ANY, .text = "log in via your web browser", .cause = "login.web-sign-in-required", .alternatives = { "login.app-password-required" }, .confidence = 0.8, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "web login required", .cause = "login.web-sign-in-required", .confidence = 0.95 },

  /* The protocol is switched off */
  { .protocols = INCOMING, .text = "account is not enabled for", .cause = "login.protocol-disabled", .confidence = 0.97 },
  { .protocols = INCOMING, .text = "you are yet to enable", .cause = "login.protocol-disabled", .alternatives = { "settings.protocol-not-offered" }, .confidence = 0.95 },
  { .protocols = INCOMING, .text = "or IMAP is disabled", .cause = "login.protocol-disabled", .alternatives = { "login.wrong-password", "login.app-password-required" }, .confidence = 0.5, .decided_by = BY_SWITCH },
  { .protocols = ANY, .text = "does not have access rights to this service", .cause = "login.protocol-disabled", .alternatives = { "login.app-password-required" }, .confidence = 0.8, .decided_by = BY_SWITCH },
  { .protocols = IMAP, .text = "authenticated but not connected", .cause = "login.protocol-disabled", .alternatives = { "login.too-many-connections", "server.unavailable" }, .confidence = 0.6, .decided_by = BY_SWITCH },

  /* The program or the browser sign-in */
  { .protocols = ANY, .text = "unsafe login", .cause = "login.client-refused", .confidence = 0.95 },
  { .protocols = IMAP, .hosts = microsoft, .text = "command error. 1", .cause = "login.oauth-expired", .confidence = 0.8 },
  { .protocols = ANY, .text = "OAuth status invalid_token", .cause = "login.oauth-expired", .confidence = 0.95 },
  { .protocols = ANY, .text = "OAuth status 400", .cause = "login.oauth-expired", .confidence = 0.95 },
  { .protocols = ANY, .text = "OAuth status 401", .cause = "login.oauth-expired", .confidence = 0.95 },
  { .protocols = ANY, .text = "OAuth status", .cause = "login.oauth-expired", .alternatives = { "login.not-authorized" }, .confidence = 0.7 },
  { .protocols = IMAP, .text = "command error. 1", .cause = "login.oauth-expired", .confidence = 0.7, .alternatives = { "login.wrong-password" } },
  { .protocols = ANY, .text = "AADSTS65001", .cause = "login.refused-by-policy", .confidence = 0.9 },
  { .protocols = ANY, .text = "AADSTS90094", .cause = "login.refused-by-policy", .confidence = 0.95 },
  { .protocols = ANY, .text = "service abuse mode", .cause = "login.account-locked", .confidence = 0.9 },
  { .protocols = ANY, .text = "AADSTS28000", .cause = "login.client-refused", .confidence = 0.7 },
  { .protocols = ANY, .text = "AADSTS70011", .cause = "login.client-refused", .confidence = 0.7 },
  { .protocols = ANY, .text = "invalid_grant", .cause = "login.oauth-expired", .confidence = 0.9 },

  /* Too many */
  { .protocols = INCOMING, .text = "exceeded command or bandwidth limits", .cause = "mailbox.usage-limit", .confidence = 0.97 },
  { .protocols = SMTP, .text = "has exceeded the maximum number of connections", .cause = "sending.rate-limited", .confidence = 0.9 },
  { .protocols = SMTP, .text = "OFR005_104", .cause = "sending.rate-limited", .confidence = 0.95 },
  { .protocols = ANY, .text = "too many simultaneous connections", .cause = "login.too-many-connections", .confidence = 0.97 },
  { .protocols = ANY, .text = "maximum number of connections", .cause = "login.too-many-connections", .confidence = 0.97 },
  { .protocols = ANY, .text = "too many connections", .cause = "login.too-many-connections", .alternatives = { "server.unavailable" }, .confidence = 0.9, .decided_by = BY_OTHER_DEVICES },
  { .protocols = ANY, .text = "trop de connexions", .cause = "login.too-many-connections", .confidence = 0.9 },
  { .protocols = INCOMING, .hosts = connection_limits, .text = "account is temporarily unavailable", .cause = "login.too-many-connections", .alternatives = { "login.server-fault" }, .confidence = 0.7, .decided_by = BY_OTHER_DEVICES },
  { .protocols = ANY, .text = "too many login", .cause = "login.too-many-attempts", .confidence = 0.95 },
  { .protocols = ANY, .text = "too many auth", .cause = "login.too-many-attempts", .confidence = 0.9 },
  { .protocols = ANY, .text = "too many failed", .cause = "login.too-many-attempts", .confidence = 0.95 },
  { .protocols = ANY, .text = "too many invalid", .cause = "login.too-many-attempts", .confidence = 0.9 },
  { .protocols = POP3, .text = "logins must be at least", .cause = "login.too-many-attempts", .confidence = 0.95 },

  /* Encryption is missing */
  { .protocols = INCOMING, .text = "cleartext authentication", .cause = "login.encryption-required", .confidence = 0.97 },
  { .protocols = INCOMING, .text = "plaintext authentication", .cause = "login.encryption-required", .confidence = 0.97 },
  { .protocols = INCOMING, .text = "only available under a layer", .cause = "login.encryption-required", .confidence = 0.95 },
  { .protocols = SMTP, .text = "must issue a STARTTLS", .cause = "login.encryption-required", .confidence = 0.97 },

  /* The account or the address of this network */
  { .protocols = ANY, .text = "password has expired", .cause = "login.password-expired", .confidence = 0.97 },
  { .protocols = ANY, .text = "password expired", .cause = "login.password-expired", .confidence = 0.95 },
  { .protocols = ANY, .text = "account is locked", .cause = "login.account-locked", .confidence = 0.95 },
  { .protocols = ANY, .text = "account has been locked", .cause = "login.account-locked", .confidence = 0.95 },
  { .protocols = ANY, .text = "account locked", .cause = "login.account-locked", .confidence = 0.95 },
  { .protocols = ANY, .text = "account has been blocked", .cause = "login.account-locked", .confidence = 0.9 },
  { .protocols = ANY, .text = "account is blocked", .cause = "login.account-locked", .confidence = 0.9 },
  { .protocols = ANY, .text = "account has been suspended", .cause = "login.account-locked", .confidence = 0.95 },
  { .protocols = ANY, .text = "account is suspended", .cause = "login.account-locked", .confidence = 0.95 },
  { .protocols = ANY, .text = "account suspended", .cause = "login.account-locked", .confidence = 0.95 },
  { .protocols = ANY, .text = "account has been disabled", .cause = "login.account-locked", .confidence = 0.95 },
  { .protocols = ANY, .text = "account is disabled", .cause = "login.account-locked", .confidence = 0.95 },
  { .protocols = ANY, .text = "account disabled", .cause = "login.account-locked", .confidence = 0.95 },
  { .protocols = ANY, .text = "user is disabled", .cause = "login.account-locked", .confidence = 0.9 },
  { .protocols = ANY, .text = "client host rejected", .cause = "server.client-blocked", .confidence = 0.9 },
  { .protocols = SMTP, .text = "blocked using", .cause = "server.client-blocked", .confidence = 0.95 },
  { .protocols = SMTP, .text = "spamhaus", .cause = "server.client-blocked", .confidence = 0.95 },
  { .protocols = INCOMING, .text = "blocklist", .cause = "server.client-blocked", .confidence = 0.9 },
  { .protocols = INCOMING, .text = "blacklist", .cause = "server.client-blocked", .confidence = 0.9 },
  { .protocols = INCOMING, .text = "IP address has been blocked", .cause = "server.client-blocked", .confidence = 0.9 },
  { .protocols = INCOMING, .text = "IP has been blocked", .cause = "server.client-blocked", .confidence = 0.9 },

  /* The server or the mailbox */
  { .protocols = IMAP, .response_code = "UNAVAILABLE", .text = "internal error occurred", .cause = "login.server-fault", .confidence = 0.9 },
  { .protocols = INCOMING, .text = "internal error occurred", .cause = "mailbox.damaged", .alternatives = { "login.server-fault" }, .confidence = 0.7, .decided_by = BY_WAITING },
  { .protocols = ANY, .text = "internal login failure", .cause = "login.server-fault", .confidence = 0.9 },
  { .protocols = ANY, .text = "temporary authentication failure", .cause = "login.server-fault", .confidence = 0.97 },
  { .protocols = INCOMING, .text = "temporary system problem", .cause = "login.server-fault", .confidence = 0.95 },
  { .protocols = SMTP, .text = "unable to authenticate at present", .cause = "login.server-fault", .confidence = 0.95 },
  { .protocols = INCOMING, .text = "account is temporarily unavailable", .cause = "login.server-fault", .alternatives = { "login.too-many-connections" }, .confidence = 0.7, .decided_by = BY_WAITING },
  { .protocols = INCOMING, .text = "mailbox is locked", .cause = "mailbox.in-use", .confidence = 0.95 },
  { .protocols = POP3, .text = "unable to lock maildrop", .cause = "mailbox.in-use", .confidence = 0.95 },
  { .protocols = INCOMING, .text = "over quota", .cause = "mailbox.full", .confidence = 0.9 },
  { .protocols = ANY, .text = "maintenance", .cause = "server.unavailable", .confidence = 0.9 },
  { .protocols = ANY, .text = "server busy", .cause = "server.unavailable", .confidence = 0.9 },
  { .protocols = ANY, .text = "shutting down", .cause = "server.unavailable", .confidence = 0.9 },
  { .protocols = ANY, .text = "overloaded", .cause = "server.unavailable", .confidence = 0.9 },

  /* Sending for this account */
  { .protocols = SMTP, .text = "permissions to send as this sender", .cause = "sending.from-refused", .confidence = 0.97 },
  { .protocols = SMTP, .text = "SendAsDenied", .cause = "sending.from-refused", .confidence = 0.97 },
  { .protocols = SMTP, .text = "not owned by user", .cause = "sending.from-refused", .confidence = 0.97 },
  { .protocols = SMTP, .text = "sender is not allowed to relay", .cause = "sending.from-refused", .confidence = 0.95 },
  { .protocols = SMTP, .text = "relaying disallowed as", .cause = "sending.from-refused", .confidence = 0.95 },
  { .protocols = SMTP, .text = "not authorised to send from this", .cause = "sending.from-refused", .confidence = 0.97 },
  { .protocols = SMTP, .text = "sender address is not allowed", .cause = "sending.from-refused", .confidence = 0.97 },
  { .protocols = SMTP, .text = "sender address rejected: not logged in", .cause = "sending.relay-denied", .alternatives = { "sending.from-refused" }, .confidence = 0.9 },
  { .protocols = SMTP, .text = "relay access denied", .cause = "sending.relay-denied", .confidence = 0.95 },
  { .protocols = SMTP, .text = "relay not permitted", .cause = "sending.relay-denied", .confidence = 0.95 },
  { .protocols = SMTP, .text = "relaying denied", .cause = "sending.relay-denied", .confidence = 0.95 },
  { .protocols = SMTP, .text = "bad outbound sender", .cause = "sending.account-suspended", .confidence = 0.95 },
  { .protocols = SMTP, .text = "sending limit exceeded", .cause = "sending.rate-limited", .confidence = 0.97 },
  { .protocols = SMTP, .text = "sending quota exceeded", .cause = "sending.rate-limited", .confidence = 0.97 },
  { .protocols = SMTP, .text = "submission quota exceeded", .cause = "sending.rate-limited", .confidence = 0.97 },
  { .protocols = SMTP, .text = "your daily limit for message recipients", .cause = "sending.rate-limited", .confidence = 0.97 },
  { .protocols = SMTP, .text = "unrecognized authentication type", .cause = "login.no-common-mechanism", .alternatives = { "login.smtp-not-offered" }, .confidence = 0.8 },
  { .protocols = SMTP, .text = "authentication not enabled", .cause = "login.smtp-not-offered", .confidence = 0.95 },
  { .protocols = SMTP, .text = "SPF or DKIM", .cause = "sending.dmarc-fails", .confidence = 0.9 },
  { .protocols = SMTP, .text = "both SPF and DKIM", .cause = "sending.dmarc-fails", .confidence = 0.95 },
  { .protocols = SMTP, .text = "isn't aligned with", .cause = "sending.dmarc-fails", .confidence = 0.95 },
  { .protocols = SMTP, .text = "has one or more suspicious entries", .cause = "sending.spf-broken", .confidence = 0.9 },
  { .protocols = SMTP, .text = "greylist", .cause = "sending.greylisted", .confidence = 0.95 },

  /* 2. Codes of one provider */
  { .protocols = IMAP, .hosts = microsoft, .text = "LOGIN failed", .cause = "login.oauth-required", .alternatives = { "login.oauth-expired" }, .confidence = 0.85 },
  { .protocols = IMAP, .hosts = microsoft, .text = "AUTHENTICATE failed", .cause = "login.oauth-required", .alternatives = { "login.oauth-expired" }, .confidence = 0.85 },
  { .protocols = POP3, .hosts = microsoft, .text = "logon failure", .cause = "login.oauth-required", .confidence = 0.9 },
  { .protocols = SMTP, .hosts = google, .enhanced_code = "5.7.9", .cause = "login.app-password-required", .confidence = 0.95 },
  { .protocols = SMTP, .hosts = google, .enhanced_code = "5.7.14", .cause = "login.web-sign-in-required", .alternatives = { "login.app-password-required" }, .confidence = 0.8, .decided_by = BY_WEBSITE },
  { .protocols = IMAP, .hosts = yandex, .response_code = "AUTHENTICATIONFAILED", .cause = "login.protocol-disabled", .alternatives = { "login.wrong-password", "login.app-password-required" }, .confidence = 0.5, .decided_by = BY_SWITCH },
  { .protocols = IMAP, .hosts = app_passwords_only, .response_code = "AUTHENTICATIONFAILED", .cause = "login.app-password-required", .alternatives = { "login.wrong-password", "settings.username-form" }, .confidence = 0.75, .decided_by = BY_KIND_OF_PASSWORD },
  { .protocols = POP3, .hosts = app_passwords_only, .response_code = "AUTH", .cause = "login.app-password-required", .alternatives = { "login.wrong-password", "settings.username-form" }, .confidence = 0.75, .decided_by = BY_KIND_OF_PASSWORD },
  { .protocols = SMTP, .hosts = app_passwords_only, .reply_code = 535, .cause = "login.app-password-required", .alternatives = { "login.wrong-password", "settings.username-form" }, .confidence = 0.75, .decided_by = BY_KIND_OF_PASSWORD },
  { .protocols = IMAP, .hosts = must_be_enabled, .response_code = "AUTHENTICATIONFAILED", .cause = "login.wrong-password", .alternatives = { "login.protocol-disabled", "login.app-password-required", "settings.username-form" }, .confidence = 0.6, .decided_by = BY_SWITCH },
  { .protocols = POP3, .hosts = must_be_enabled, .response_code = "AUTH", .cause = "login.wrong-password", .alternatives = { "login.protocol-disabled", "login.app-password-required", "settings.username-form" }, .confidence = 0.6, .decided_by = BY_SWITCH },
  { .protocols = SMTP, .hosts = app_passwords_only, .enhanced_code = "5.7.8", .cause = "login.app-password-required", .alternatives = { "login.wrong-password", "settings.username-form" }, .confidence = 0.75, .decided_by = BY_KIND_OF_PASSWORD },
  { .protocols = SMTP, .hosts = must_be_enabled, .reply_code = 535, .cause = "login.wrong-password", .alternatives = { "login.protocol-disabled", "login.app-password-required", "settings.wrong-host" }, .confidence = 0.6, .decided_by = BY_SWITCH },

  /* 3. Codes of IMAP (RFC 9051 section 7.1, RFC 5530) and POP3 (RFC 2449 section 8.1.1, RFC 3206) */
  { .protocols = IMAP, .response_code = "UNAVAILABLE", .cause = "login.server-fault", .confidence = 0.95 },
  { .protocols = IMAP, .response_code = "AUTHENTICATIONFAILED", .cause = "login.wrong-password", .alternatives = { "login.app-password-required", "settings.username-form" }, .confidence = 0.8, .decided_by = BY_WEBSITE },
  { .protocols = IMAP, .response_code = "AUTHORIZATIONFAILED", .cause = "login.not-authorized", .confidence = 0.95 },
  { .protocols = IMAP, .response_code = "EXPIRED", .cause = "login.password-expired", .confidence = 0.95 },
  { .protocols = IMAP, .response_code = "PRIVACYREQUIRED", .cause = "login.encryption-required", .confidence = 0.95 },
  { .protocols = IMAP, .response_code = "CONTACTADMIN", .cause = "login.account-locked", .confidence = 0.9 },
  { .protocols = IMAP, .response_code = "WEBALERT", .cause = "login.web-sign-in-required", .confidence = 0.95 },
  { .protocols = IMAP, .response_code = "LIMIT", .cause = "login.too-many-attempts", .alternatives = { "login.too-many-connections" }, .confidence = 0.6, .decided_by = BY_OTHER_DEVICES },
  { .protocols = IMAP, .response_code = "OVERQUOTA", .cause = "mailbox.full", .confidence = 0.95 },
  { .protocols = IMAP, .response_code = "NOPERM", .cause = "login.not-authorized", .confidence = 0.9 },
  { .protocols = IMAP, .response_code = "INUSE", .cause = "mailbox.in-use", .confidence = 0.95 },
  { .protocols = IMAP, .response_code = "CORRUPTION", .cause = "mailbox.damaged", .confidence = 0.95 },
  { .protocols = IMAP, .response_code = "SERVERBUG", .cause = "mailbox.damaged", .confidence = 0.8 },
  { .protocols = IMAP, .response_code = "REFERRAL", .cause = "settings.wrong-host", .confidence = 0.8 },
  { .protocols = POP3, .response_code = "AUTH", .cause = "login.wrong-password", .alternatives = { "login.app-password-required", "settings.username-form" }, .confidence = 0.8, .decided_by = BY_WEBSITE },
  { .protocols = POP3, .response_code = "SYS/TEMP", .cause = "login.server-fault", .confidence = 0.9 },
  { .protocols = POP3, .response_code = "SYS/PERM", .cause = "mailbox.damaged", .confidence = 0.8 },
  { .protocols = POP3, .response_code = "IN-USE", .cause = "mailbox.in-use", .confidence = 0.95 },
  { .protocols = POP3, .response_code = "LOGIN-DELAY", .cause = "login.too-many-attempts", .confidence = 0.95 },

  /* Codes of SMTP (RFC 4954 section 6, RFC 5321, RFC 3463) */
  { .protocols = SMTP, .reply_code = 538, .cause = "login.encryption-required", .confidence = 0.95 },
  { .protocols = SMTP, .enhanced_code = "5.7.11", .cause = "login.encryption-required", .confidence = 0.95 },
  { .protocols = SMTP, .enhanced_code = "5.7.10", .cause = "login.encryption-required", .confidence = 0.95 },
  { .protocols = SMTP, .enhanced_code = "5.7.13", .cause = "login.account-locked", .confidence = 0.9 },
  { .protocols = SMTP, .reply_code = 534, .enhanced_code = "5.7.9", .cause = "login.app-password-required", .alternatives = { "login.no-common-mechanism" }, .confidence = 0.6, .decided_by = BY_KIND_OF_PASSWORD },
  { .protocols = SMTP, .reply_code = 535, .cause = "login.wrong-password", .alternatives = { "login.app-password-required", "settings.username-form" }, .confidence = 0.8, .decided_by = BY_WEBSITE },
  { .protocols = SMTP, .enhanced_code = "5.7.8", .cause = "login.wrong-password", .alternatives = { "login.app-password-required", "settings.username-form" }, .confidence = 0.8, .decided_by = BY_WEBSITE },
  { .protocols = SMTP, .reply_code = 454, .enhanced_code = "4.7.0", .cause = "login.server-fault", .confidence = 0.9 },
  { .protocols = SMTP, .enhanced_code = "5.7.60", .cause = "sending.from-refused", .confidence = 0.95 },
  { .protocols = SMTP, .enhanced_code = "5.7.57", .cause = "sending.relay-denied", .confidence = 0.95 },
  { .protocols = SMTP, .reply_code = 530, .cause = "sending.relay-denied", .confidence = 0.85 },
  { .protocols = SMTP, .reply_code = 552, .enhanced_code = "5.3.4", .cause = "sending.too-large", .confidence = 0.95 },
  { .protocols = SMTP, .enhanced_code = "5.4.5", .cause = "sending.rate-limited", .confidence = 0.9 },
  { .protocols = SMTP, .enhanced_code = "5.1.1", .cause = "sending.recipient-refused", .confidence = 0.9 },
  { .protocols = SMTP, .enhanced_code = "5.2.2", .cause = "sending.recipient-problem", .confidence = 0.9 },
  { .protocols = SMTP, .reply_code = 421, .cause = "server.unavailable", .confidence = 0.8 },

  /* 4. Sentences that only say that the sign-in failed */
  { .protocols = INCOMING, .text = "no such user", .cause = "login.wrong-password", .alternatives = { "settings.username-form" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "invalid credentials", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.75, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "authentication failed", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = SMTP, .text = "username and password not accepted", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "authentication failure", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "authenticate failed", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = INCOMING, .text = "authorization failed", .cause = "login.wrong-password", .alternatives = { "login.not-authorized" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "authentication rejected", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "login failed", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "login incorrect", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "invalid login", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = POP3, .text = "logon failure: unknown user name or bad password", .cause = "login.wrong-password", .alternatives = { "login.oauth-required", "login.app-password-required" }, .confidence = 0.6, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "logon failure", .cause = "login.wrong-password", .alternatives = { "login.app-password-required" }, .confidence = 0.7, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "incorrect password", .cause = "login.wrong-password", .confidence = 0.85, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "invalid password", .cause = "login.wrong-password", .confidence = 0.8, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "wrong password", .cause = "login.wrong-password", .confidence = 0.85, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "bad password", .cause = "login.wrong-password", .confidence = 0.8, .decided_by = BY_WEBSITE },
  { .protocols = ANY, .text = "incorrect authentication data", .cause = "login.wrong-password", .confidence = 0.8, .decided_by = BY_WEBSITE },
};

/* Whether the host is one of the domains or lies in one. */
static gboolean
is_in_domains (const char        *host,
               const char *const *domains)
{
  gsize host_length = host != NULL ? strlen (host) : 0;

  for (guint i = 0; host != NULL && domains[i] != NULL; i++)
    {
      gsize       length = strlen (domains[i]);
      const char *tail = host + host_length - length;

      if (length <= host_length && g_ascii_strcasecmp (tail, domains[i]) == 0 &&
          (tail == host || tail[-1] == '.'))
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_words (const char *text,
             const char *words)
{
  gsize length = strlen (words);

  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if (g_ascii_strncasecmp (p, words, length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_same_code (const char *code,
              const char *wanted)
{
  return wanted == NULL || (code != NULL && g_ascii_strcasecmp (code, wanted) == 0);
}

/**
 * mc_reply_signature_table:
 * @n_rows: (out): how many rows
 *
 * Returns: (transfer none) (array length=n_rows): all rows in the order they are tried
 */
const McReplySignature *
mc_reply_signature_table (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (signatures);
  return signatures;
}

/**
 * mc_reply_signature_match:
 * @protocol: what the server spoke
 * @host: (nullable): the server's name
 * @response_code: (nullable): the response code of IMAP or POP3
 * @reply_code: the SMTP reply code, or 0
 * @enhanced_code: (nullable): the SMTP enhanced status code
 * @text: (nullable): the server's words, with alerts that came along
 *
 * Looks up what a refusal means.
 *
 * Returns: (transfer none) (nullable): the first row that matches, or %NULL when
 *   the words are not known
 */
const McReplySignature *
mc_reply_signature_match (McProtocol  protocol,
                          const char *host,
                          const char *response_code,
                          int         reply_code,
                          const char *enhanced_code,
                          const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      const McReplySignature *row = &signatures[i];

      if ((row->protocols & (1u << protocol)) != 0 &&
          (row->hosts == NULL || is_in_domains (host, row->hosts)) &&
          is_same_code (response_code, row->response_code) &&
          (row->reply_code == 0 || row->reply_code == reply_code) &&
          is_same_code (enhanced_code, row->enhanced_code) &&
          (row->text == NULL || holds_words (text, row->text)))
        return row;
    }

  return NULL;
}
