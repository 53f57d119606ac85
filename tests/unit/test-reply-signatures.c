/* test-reply-signatures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-reply-signatures.h"

typedef struct
{
  const char *host;
  const char *code;
  const char *text;
  const char *cause;
  const char *alternative;
} Incoming;

typedef struct
{
  const char *host;
  int         code;
  const char *enhanced;
  const char *text;
  const char *cause;
} Outgoing;

/* What real servers say, and what the provider's own documents say it means. */
static const Incoming imap[] = {
  { "imap.gmail.com", "ALERT", "Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)", "login.app-password-required", NULL },
  { "imap.gmail.com", "ALERT", "Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)", "login.protocol-disabled", NULL },
  { "imap.gmail.com", "ALERT", "IMAP access is disabled for your domain. Please contact your domain administrator for questions about this feature. (Failure)", "login.refused-by-policy", NULL },
  { "imap.gmail.com", "ALERT", "Too many simultaneous connections. (Failure)", "login.too-many-connections", NULL },
  { "imap.gmail.com", "OVERQUOTA", "Account exceeded command or bandwidth limits.", "mailbox.usage-limit", NULL },
  { "imap.gmail.com", "UNAVAILABLE", "Temporary System Problem (Failure)", "login.server-fault", NULL },
  { "imap.gmail.com", "AUTHENTICATIONFAILED", "Invalid credentials (Failure)", "login.app-password-required", "login.wrong-password" },
  { "outlook.office365.com", NULL, "Basic authentication is disabled.", "login.oauth-required", NULL },
  { "outlook.office365.com", NULL, "LOGIN failed.", "login.oauth-required", "login.oauth-expired" },
  { "outlook.office365.com", NULL, "AUTHENTICATE failed.", "login.oauth-required", "login.oauth-expired" },
  { "outlook.office365.com", NULL, "User is authenticated but not connected.", "login.protocol-disabled", "login.too-many-connections" },
  { "outlook.office365.com", NULL, "Command Error. 12", "login.oauth-expired", NULL },
  { "imap.gmail.com", "AUTHENTICATIONFAILED", "Invalid credentials (Failure)\nOAuth status 400, scope https://mail.google.com/", "login.oauth-expired", NULL },
  { "imap.example.org", "AUTHENTICATIONFAILED", "Authentication failed.\nOAuth status invalid_token", "login.oauth-expired", NULL },
  { "imap.mail.yahoo.com", "AUTHENTICATIONFAILED", "LOGIN Invalid credentials", "login.app-password-required", "login.wrong-password" },
  { "imap.aol.com", "AUTHENTICATIONFAILED", "AUTHENTICATE Invalid credentials", "login.app-password-required", "login.wrong-password" },
  { "imap.mail.me.com", "AUTHENTICATIONFAILED", "Authentication failed", "login.app-password-required", "settings.username-form" },
  { "imap.zoho.com", "ALERT", "You are yet to enable IMAP for your account. Please contact your administrator (Failure)", "login.protocol-disabled", "settings.protocol-not-offered" },
  { "imap.fastmail.com", NULL, "Incorrect username, password or access token.", "login.app-password-required", "login.wrong-password" },
  { "imap.fastmail.com", "AUTHENTICATIONFAILED", "Authentication failed", "login.app-password-required", "login.wrong-password" },
  { "imap.yandex.com", "AUTHENTICATIONFAILED", "LOGIN invalid credentials or IMAP is disabled sc=abc", "login.protocol-disabled", "login.wrong-password" },
  { "imap.mail.ru", NULL, "NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED", "login.app-password-required", NULL },
  { "imap.qq.com", NULL, "Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023", "login.app-password-required", "login.protocol-disabled" },
  { "imap.163.com", NULL, "SELECT Unsafe Login. Please contact kefu@188.com for help", "login.client-refused", NULL },
  { "imap.arcor.de", NULL, "Account is temporarily unavailable", "login.too-many-connections", NULL },
  { "127.0.0.1", NULL, "no such user", "login.wrong-password", "settings.username-form" },
  { "127.0.0.1", NULL, "too many login attempts", "login.too-many-attempts", NULL },
  { "imap.gmx.net", "AUTHENTICATIONFAILED", "authentication failed", "login.wrong-password", "login.protocol-disabled" },

  /* Server programs */
  { "mail.example.org", "AUTHENTICATIONFAILED", "Authentication failed.", "login.wrong-password", "login.app-password-required" },
  { "mail.example.org", "UNAVAILABLE", "Temporary authentication failure. [mail:2026-01-31 09:00:00]", "login.server-fault", NULL },
  { "mail.example.org", "PRIVACYREQUIRED", "Cleartext authentication disallowed on non-secure (SSL/TLS) connections.", "login.encryption-required", NULL },
  { "mail.example.org", "PRIVACYREQUIRED", "Plaintext authentication disallowed on non-secure (SSL/TLS) connections.", "login.encryption-required", NULL },
  { "mail.example.org", "ALERT", "cleartext authentication not allowed without SSL/TLS, but your client did it anyway. If anyone was listening, the password was exposed.", "login.encryption-required", NULL },
  { "mail.example.org", "UNAVAILABLE", "Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)", "login.too-many-connections", NULL },
  { "mail.example.org", "LIMIT", "Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)", "login.too-many-connections", NULL },
  { "mail.example.org", "SERVERBUG", "Internal error occurred. Refer to server log for more information. [2026-01-31 09:00:00]", "mailbox.damaged", NULL },
  { "mail.example.org", "UNAVAILABLE", "Internal error occurred. Refer to server log for more information. [2026-01-31 09:00:00]", "login.server-fault", NULL },
  { "mail.example.org", NULL, "Login only available under a layer", "login.encryption-required", NULL },
  { "mail.example.org", NULL, "Login failed: authentication failure", "login.wrong-password", NULL },
  { "mail.example.org", NULL, "Login incorrect", "login.wrong-password", NULL },
  { "mail.example.org", NULL, "Too many connections from this user", "login.too-many-connections", NULL },
  { "mail.example.org", NULL, "Mailbox is locked by another process", "mailbox.in-use", NULL },

  /* Codes alone (RFC 5530, RFC 2221) */
  { NULL, "AUTHENTICATIONFAILED", "", "login.wrong-password", NULL },
  { NULL, "authenticationfailed", NULL, "login.wrong-password", NULL },
  { NULL, "AUTHORIZATIONFAILED", "No such authorization-ID", "login.not-authorized", NULL },
  { NULL, "EXPIRED", "That password isn't valid any more", "login.password-expired", NULL },
  { NULL, "PRIVACYREQUIRED", "Connection offers no privacy", "login.encryption-required", NULL },
  { NULL, "CONTACTADMIN", "", "login.account-locked", NULL },
  { NULL, "UNAVAILABLE", "User's backend down for a while", "login.server-fault", NULL },
  { NULL, "UNAVAILABLE", "Authentication failed", "login.server-fault", NULL },
  { NULL, "LIMIT", "", "login.too-many-attempts", "login.too-many-connections" },
  { NULL, "OVERQUOTA", "Sorry", "mailbox.full", NULL },
  { NULL, "NOPERM", "Access denied", "login.not-authorized", NULL },
  { NULL, "INUSE", "Mailbox in use", "mailbox.in-use", NULL },
  { NULL, "CORRUPTION", "", "mailbox.damaged", NULL },
  { NULL, "SERVERBUG", "This should not happen", "mailbox.damaged", NULL },
  { NULL, "WEBALERT", "", "login.web-sign-in-required", NULL },
  { NULL, "REFERRAL", "Specified user is invalid on this server", "settings.wrong-host", NULL },

  /* Nothing is better than a guess. */
  { "imap.example.org", NULL, "", NULL, NULL },
  { "imap.example.org", NULL, NULL, NULL, NULL },
  { "imap.example.org", "ALERT", "Hello", NULL, NULL },
  { "notgmail.example", "AUTHENTICATIONFAILED", "", "login.wrong-password", NULL },
  { "notmail.ru", "AUTHENTICATIONFAILED", "", "login.wrong-password", NULL },
};

static const Incoming pop3[] = {
  { "outlook.office365.com", NULL, "Logon failure: unknown user name or bad password.", "login.oauth-required", NULL },
  { "pop.gmail.com", "AUTH", "Invalid credentials\nOAuth status 401", "login.oauth-expired", NULL },
  { "mail.example.org", NULL, "Logon failure: unknown user name or bad password.", "login.wrong-password", NULL },
  { "mail.example.org", "AUTH", "Authentication failed.", "login.wrong-password", NULL },
  { "pop.mail.yahoo.com", "AUTH", "Invalid credentials", "login.app-password-required", NULL },
  { "mail.example.org", "IN-USE", "Mailbox is locked by another POP3 session.", "mailbox.in-use", NULL },
  { "mail.example.org", "IN-USE", "Maximum number of connections from user+IP exceeded", "login.too-many-connections", NULL },
  { "mail.example.org", "LOGIN-DELAY", "Logins must be at least 5 minutes apart", "login.too-many-attempts", NULL },
  { "mail.example.org", "SYS/TEMP", "Unable to open maildrop", "login.server-fault", NULL },
  { "mail.example.org", "AUTH", "USER command only available under a layer", "login.encryption-required", NULL },
};

static const Outgoing smtp[] = {
  { "smtp.gmail.com", 534, "5.7.9", "Application-specific password required. For more information, go to https://support.google.com/mail/?p=InvalidSecondFactor", "login.app-password-required" },
  { "smtp.gmail.com", 534, "5.7.14", "<https://accounts.google.com/signin/continue?sarp=1> Please log in via your web browser and then try again.", "login.web-sign-in-required" },
  { "smtp.gmail.com", 454, "4.7.0", "Too many login attempts, please try again later.", "login.too-many-attempts" },
  { "smtp.gmail.com", 530, "5.7.0", "Must issue a STARTTLS command first", "login.encryption-required" },
  { "smtp.gmail.com", 550, "5.4.5", "Daily user sending limit exceeded", "sending.rate-limited" },
  { "smtp.office365.com", 535, "5.7.139", "Authentication unsuccessful, basic authentication is disabled.", "login.oauth-required" },
  { "smtp.gmail.com", 535, "5.7.8", "Username and Password not accepted. https://support.google.com/mail/?p=BadCredentials\nOAuth status 400, scope https://mail.google.com/", "login.oauth-expired" },
  { "smtp.office365.com", 535, "5.7.139", "Authentication unsuccessful, basic authentication is disabled.\nOAuth status 400", "login.oauth-required" },
  { "smtp.office365.com", 535, "5.7.139", "Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.", "login.protocol-disabled" },
  { "smtp.office365.com", 535, "5.7.139", "Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.", "login.refused-by-policy" },
  { "smtp.office365.com", 535, "5.7.139", "Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.", "login.refused-by-policy" },
  { "smtp.office365.com", 535, "5.7.139", "Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.", "login.refused-by-policy" },
  { "smtp.office365.com", 535, "5.7.139", "Authentication unsuccessful, the user credentials were incorrect.", "login.wrong-password" },
  { "smtp.office365.com", 550, "5.7.30", "Basic authentication is not supported for Client Submission.", "login.oauth-required" },
  { "smtp.office365.com", 550, "5.7.60", "SMTP; Client does not have permissions to send as this sender", "sending.from-refused" },
  { "smtp.office365.com", 550, "5.1.8", "Access denied, bad outbound sender", "sending.account-suspended" },
  { "smtp.mail.yahoo.com", 535, "5.7.0", "(#AUTH005) Too many bad auth attempts.", "login.too-many-attempts" },
  { "smtp.mail.yahoo.com", 535, "5.7.0", "(#AUTH005) Bad credentials", "login.app-password-required" },
  { "smtp.mail.me.com", 535, "5.7.8", "Error: authentication failed", "login.app-password-required" },
  { "smtp.zoho.com", 535, NULL, "Authentication Failed", "login.wrong-password" },
  { "smtp.zoho.com", 553, NULL, "Sender is not allowed to relay emails", "sending.from-refused" },
  { "smtp.fastmail.com", 551, "5.7.1", "Not authorised to send from this header address", "sending.from-refused" },
  { "smtp.yandex.com", 535, "5.7.8", "Error: authentication failed: This user does not have access rights to this service", "login.protocol-disabled" },
  { "smtp.ionos.de", 550, NULL, "Sender address is not allowed", "sending.from-refused" },
  { "mail.example.org", 554, "5.7.1", "<x@example.net>: Relay access denied", "sending.relay-denied" },
  { "mail.example.org", 535, "5.7.8", "Error: authentication failed: UGFzc3dvcmQ6", "login.wrong-password" },
  { "mail.example.org", 503, "5.5.1", "Error: authentication not enabled", "login.smtp-not-offered" },
  { "mail.example.org", 535, NULL, "Incorrect authentication data", "login.wrong-password" },
  { "mail.example.org", 435, NULL, "Unable to authenticate at present", "login.server-fault" },
  { "mail.example.org", 454, "4.7.0", "Temporary authentication failure", "login.server-fault" },
  { "mail.example.org", 525, "5.7.13", "User account disabled", "login.account-locked" },
  { "mail.example.org", 250, NULL, "OK", NULL },
};

static void
assert_means (const McReplySignature *row,
              const char             *cause,
              const char             *alternative,
              const char             *text)
{
  const char *found = row != NULL ? row->cause : NULL;

  if (g_strcmp0 (found, cause) != 0)
    g_test_message ("\"%s\" is taken for %s", text, found != NULL ? found : "nothing");

  g_assert_cmpstr (found, ==, cause);
  if (alternative != NULL)
    g_assert_true (g_strv_contains (row->alternatives, alternative));
}

static void
test_imap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (imap); i++)
    assert_means (mc_reply_signature_match (MC_PROTOCOL_IMAP, imap[i].host, imap[i].code, 0, NULL, imap[i].text),
                  imap[i].cause, imap[i].alternative, imap[i].text);
}

static void
test_pop3 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pop3); i++)
    assert_means (mc_reply_signature_match (MC_PROTOCOL_POP3, pop3[i].host, pop3[i].code, 0, NULL, pop3[i].text),
                  pop3[i].cause, pop3[i].alternative, pop3[i].text);
}

static void
test_smtp (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (smtp); i++)
    assert_means (mc_reply_signature_match (MC_PROTOCOL_SMTP, smtp[i].host, NULL, smtp[i].code, smtp[i].enhanced,
                                            smtp[i].text),
                  smtp[i].cause, NULL, smtp[i].text);
}

/* A row that says nothing about the reply would match each of them. */
static void
test_table (void)
{
  gsize                   n_rows;
  const McReplySignature *rows = mc_reply_signature_table (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      g_assert_cmpuint (rows[i].protocols, !=, 0);
      g_assert_true (rows[i].text != NULL || rows[i].response_code != NULL || rows[i].reply_code != 0 ||
                     rows[i].enhanced_code != NULL);
      g_assert_nonnull (rows[i].cause);
      g_assert_cmpfloat (rows[i].confidence, >, 0);
      g_assert_cmpfloat (rows[i].confidence, <, 1);
      g_assert_false (g_strv_contains (rows[i].alternatives, rows[i].cause));

      /* What is open must say what would close it. */
      if (rows[i].confidence <= 0.6)
        g_assert_nonnull (rows[i].decided_by);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/message/reply-signatures/imap", test_imap);
  g_test_add_func ("/message/reply-signatures/pop3", test_pop3);
  g_test_add_func ("/message/reply-signatures/smtp", test_smtp);
  g_test_add_func ("/message/reply-signatures/table", test_table);

  return g_test_run ();
}
