/* mc-public-names.c
 *
 * Names that tell nothing about a person: a report that hides personal data
 * leaves them, as a support desk needs them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-own-words.h"
#include "mc-public-names.h"

/**
 * Scope:
 * @SCOPE_BELOW: the name and all below it
 * @SCOPE_EXACT: the name alone, as names of customers or of their lines lie below it
 * @SCOPE_CUSTOMERS: an exception: names below it are named after customers
 */
typedef enum
{
  SCOPE_BELOW,
  SCOPE_EXACT,
  SCOPE_CUSTOMERS,
} Scope;

typedef struct
{
  const char *name;
  Scope       scope;
} PublicHost;

/* The longest name that fits decides. */
static const PublicHost public_hosts[] = {
  /* mail for everybody */
  { "gmail.com", SCOPE_BELOW },
  { "googlemail.com", SCOPE_BELOW },
  { "google.com", SCOPE_BELOW },
  { "outlook.com", SCOPE_BELOW },
  { "mail.protection.outlook.com", SCOPE_CUSTOMERS },
  { "hotmail.com", SCOPE_BELOW },
  { "live.com", SCOPE_BELOW },
  { "msn.com", SCOPE_BELOW },
  { "office.com", SCOPE_BELOW },
  { "office365.com", SCOPE_BELOW },
  { "microsoft.com", SCOPE_BELOW },
  { "yahoo.com", SCOPE_BELOW },
  { "yahoo.co.jp", SCOPE_BELOW },
  { "ymail.com", SCOPE_BELOW },
  { "rocketmail.com", SCOPE_BELOW },
  { "yahoodns.net", SCOPE_BELOW },
  { "aol.com", SCOPE_BELOW },
  { "icloud.com", SCOPE_BELOW },
  { "me.com", SCOPE_BELOW },
  { "mac.com", SCOPE_BELOW },
  { "apple.com", SCOPE_BELOW },
  { "gmx.net", SCOPE_BELOW },
  { "gmx.de", SCOPE_BELOW },
  { "gmx.at", SCOPE_BELOW },
  { "gmx.ch", SCOPE_BELOW },
  { "gmx.com", SCOPE_BELOW },
  { "web.de", SCOPE_BELOW },
  { "mail.com", SCOPE_BELOW },
  { "posteo.de", SCOPE_BELOW },
  { "mailbox.org", SCOPE_BELOW },
  { "freenet.de", SCOPE_BELOW },
  { "fastmail.com", SCOPE_BELOW },
  { "messagingengine.com", SCOPE_BELOW },
  { "zoho.com", SCOPE_BELOW },
  { "zoho.eu", SCOPE_BELOW },
  { "zoho.in", SCOPE_BELOW },
  { "zohomail.com", SCOPE_BELOW },
  { "proton.me", SCOPE_BELOW },
  { "protonmail.com", SCOPE_BELOW },
  { "protonmail.ch", SCOPE_BELOW },
  { "tuta.com", SCOPE_BELOW },
  { "tutanota.com", SCOPE_BELOW },
  { "hey.com", SCOPE_BELOW },
  { "mail.ru", SCOPE_BELOW },
  { "yandex.com", SCOPE_BELOW },
  { "yandex.ru", SCOPE_BELOW },
  { "qq.com", SCOPE_BELOW },
  { "163.com", SCOPE_BELOW },
  { "126.com", SCOPE_BELOW },
  { "naver.com", SCOPE_BELOW },
  { "seznam.cz", SCOPE_BELOW },
  { "wp.pl", SCOPE_BELOW },
  { "mailfence.com", SCOPE_BELOW },
  { "startmail.com", SCOPE_BELOW },
  { "riseup.net", SCOPE_BELOW },
  { "disroot.org", SCOPE_BELOW },
  { "thundermail.com", SCOPE_BELOW },

  /* mail that comes with a line */
  { "t-online.de", SCOPE_EXACT },
  { "secureimap.t-online.de", SCOPE_EXACT },
  { "securepop.t-online.de", SCOPE_EXACT },
  { "securesmtp.t-online.de", SCOPE_EXACT },
  { "att.net", SCOPE_EXACT },
  { "imap.mail.att.net", SCOPE_EXACT },
  { "inbound.att.net", SCOPE_EXACT },
  { "outbound.att.net", SCOPE_EXACT },
  { "smtp.mail.att.net", SCOPE_EXACT },
  { "comcast.net", SCOPE_EXACT },
  { "imap.comcast.net", SCOPE_EXACT },
  { "mail.comcast.net", SCOPE_EXACT },
  { "smtp.comcast.net", SCOPE_EXACT },
  { "cox.net", SCOPE_EXACT },
  { "imap.cox.net", SCOPE_EXACT },
  { "pop.cox.net", SCOPE_EXACT },
  { "smtp.cox.net", SCOPE_EXACT },
  { "btinternet.com", SCOPE_EXACT },
  { "mail.btinternet.com", SCOPE_EXACT },
  { "virginmedia.com", SCOPE_EXACT },
  { "imap.virginmedia.com", SCOPE_EXACT },
  { "pop3.virginmedia.com", SCOPE_EXACT },
  { "smtp.virginmedia.com", SCOPE_EXACT },
  { "sky.com", SCOPE_EXACT },
  { "imap.tools.sky.com", SCOPE_EXACT },
  { "pop.tools.sky.com", SCOPE_EXACT },
  { "smtp.tools.sky.com", SCOPE_EXACT },
  { "orange.fr", SCOPE_EXACT },
  { "imap.orange.fr", SCOPE_EXACT },
  { "pop.orange.fr", SCOPE_EXACT },
  { "smtp.orange.fr", SCOPE_EXACT },
  { "free.fr", SCOPE_EXACT },
  { "imap.free.fr", SCOPE_EXACT },
  { "pop.free.fr", SCOPE_EXACT },
  { "smtp.free.fr", SCOPE_EXACT },
  { "laposte.net", SCOPE_EXACT },
  { "imap.laposte.net", SCOPE_EXACT },
  { "pop.laposte.net", SCOPE_EXACT },
  { "smtp.laposte.net", SCOPE_EXACT },
  { "sfr.fr", SCOPE_EXACT },
  { "imap.sfr.fr", SCOPE_EXACT },
  { "pop.sfr.fr", SCOPE_EXACT },
  { "smtp.sfr.fr", SCOPE_EXACT },
  { "libero.it", SCOPE_EXACT },
  { "imapmail.libero.it", SCOPE_EXACT },
  { "popmail.libero.it", SCOPE_EXACT },
  { "smtp.libero.it", SCOPE_EXACT },

  /* mail for domains of their customers */
  { "imap.ionos.com", SCOPE_EXACT },
  { "smtp.ionos.com", SCOPE_EXACT },
  { "imap.ionos.de", SCOPE_EXACT },
  { "smtp.ionos.de", SCOPE_EXACT },
  { "imap.1und1.de", SCOPE_EXACT },
  { "smtp.1und1.de", SCOPE_EXACT },
  { "imap.strato.de", SCOPE_EXACT },
  { "pop3.strato.de", SCOPE_EXACT },
  { "smtp.strato.de", SCOPE_EXACT },
  { "mail.your-server.de", SCOPE_EXACT },
  { "secure.emailsrvr.com", SCOPE_EXACT },
  { "imap.secureserver.net", SCOPE_EXACT },
  { "pop.secureserver.net", SCOPE_EXACT },
  { "smtpout.secureserver.net", SCOPE_EXACT },
  { "ssl0.ovh.net", SCOPE_EXACT },
  { "imap.mail.ovh.net", SCOPE_EXACT },
  { "mail.gandi.net", SCOPE_EXACT },
  { "mail.infomaniak.com", SCOPE_EXACT },
  { "imap.migadu.com", SCOPE_EXACT },
  { "pop.migadu.com", SCOPE_EXACT },
  { "smtp.migadu.com", SCOPE_EXACT },
  { "mail.privateemail.com", SCOPE_EXACT },
  { "imap.hostinger.com", SCOPE_EXACT },
  { "pop.hostinger.com", SCOPE_EXACT },
  { "smtp.hostinger.com", SCOPE_EXACT },
  { "imap.dreamhost.com", SCOPE_EXACT },
  { "pop.dreamhost.com", SCOPE_EXACT },
  { "smtp.dreamhost.com", SCOPE_EXACT },
  { "imap.one.com", SCOPE_EXACT },
  { "send.one.com", SCOPE_EXACT },

  /* points to compare with, and whom one asks about names */
  { "nmcheck.gnome.org", SCOPE_EXACT },
  { "detectportal.firefox.com", SCOPE_EXACT },
  { "cloudflare-dns.com", SCOPE_EXACT },
  { "one.one.one.one", SCOPE_EXACT },
  { "dns.google", SCOPE_EXACT },
  { "dns.quad9.net", SCOPE_EXACT },
  { "1.1.1.1", SCOPE_EXACT },
  { "2606:4700:4700::1111", SCOPE_EXACT },
  { "9.9.9.9", SCOPE_EXACT },
  { "2620:fe::9", SCOPE_EXACT },
  { "autoconfig.thunderbird.net", SCOPE_EXACT },
  { "lookup.icann.org", SCOPE_EXACT },
  { "zen.spamhaus.org", SCOPE_EXACT },
  { "spamhaus.org", SCOPE_EXACT },
  { "www.spamhaus.org", SCOPE_EXACT },

  /* issuers of certificates */
  { "letsencrypt.org", SCOPE_BELOW },
  { "digicert.com", SCOPE_BELOW },
  { "sectigo.com", SCOPE_BELOW },
  { "globalsign.com", SCOPE_BELOW },
  { "godaddy.com", SCOPE_EXACT },
  { "www.godaddy.com", SCOPE_EXACT },
  { "pki.goog", SCOPE_BELOW },
};

/* Words that stand in reports for themselves, although some people's addresses begin with them. */
static const char *const public_words[] = {
  /* roles (RFC 2142 and what is usual) */
  "abuse", "account", "accounts", "admin", "administrator", "anonymous", "billing", "contact", "email",
  "enquiries", "feedback", "guest", "hallo", "hello", "help", "helpdesk", "home", "hostmaster", "info",
  "inquiries", "kontakt", "list", "mail", "mailbox", "mailer-daemon", "mailer", "daemon", "marketing",
  "newsletter", "nobody", "noreply", "no-reply", "office", "order", "orders", "post", "postmaster", "root",
  "sales", "security", "service", "shop", "spam", "support", "team", "test", "tester", "testing", "usenet",
  "user", "users", "webmaster", "welcome", "www",

  /* words of the protocols: commands, capabilities, mechanisms, response codes */
  "8bitmime", "alert", "alreadyexists", "annotate", "annotation", "anonymous", "apop", "append", "appendlimit",
  "appenduid", "atrn", "auth", "auth-resp-code", "authenticate", "authentication", "authenticationfailed",
  "authorizationfailed", "bad", "badcharset", "badevent", "badurl", "binary", "binarymime", "burl", "bye", "cannot",
  "capa", "capability", "catenate", "children", "chunking", "client", "clientbug", "closed", "command", "compress",
  "compress=deflate", "condstore", "connect", "contactadmin", "context", "convert", "copyuid", "corruption",
  "cram-md5", "crammd5", "create-special-use", "dane", "data", "delete", "deliverby", "digest-md5", "dns", "dovecot",
  "dsn", "ehlo", "enable", "enhancedstatuscodes", "error", "esearch", "esmtp", "esort", "etrn", "examine", "exists",
  "expirationfailed", "expire", "expired", "expn", "expunge", "expungeissued", "external", "fail", "fetch", "flags",
  "future", "futurerelease", "greeting", "gssapi", "hasattachment", "helo", "help", "hibernate", "highestmodseq",
  "host", "id", "idle", "imap", "imap4", "imap4rev1", "imap4rev2", "imapsieve", "implementation", "in-use", "inbox",
  "internaldate", "inuse", "kerberos", "kerberos_v4", "language", "limit", "limits", "list", "list-extended",
  "list-myrights", "list-status", "literal", "literal+", "literal-", "login", "login-delay", "login-referrals",
  "login_disabled", "logindisabled", "logout", "lsub", "mail", "mailbox-referrals", "maxmessagesize", "mechanisms",
  "message", "metadata", "metadata-server", "modified", "move", "mt-priority", "multiappend", "multisearch",
  "namespace", "no", "nomodseq", "nonexistent", "noop", "noperm", "notify", "notimap", "notsaved", "ntlm", "oauth",
  "oauth2", "oauthbearer", "objectid", "ok", "only", "otp", "overquota", "parse", "partial", "pass", "perm",
  "permanentflags", "permdenied", "pipelining", "plain", "pop", "pop3", "port", "preauth", "preview",
  "privacyrequired", "proxy", "qresync", "quit", "quota", "quotaroot", "quotaset", "rcpt", "read-only", "read-write",
  "readonly", "readwrite", "ready", "recent", "reference", "referral", "replace", "reply", "requiretls", "resp-codes",
  "respond", "response", "rights", "rset", "sasl", "sasl-ir", "save-limit", "savedate", "savelimit", "scram-sha-1",
  "scram-sha-1-plus", "scram-sha-256", "scram-sha-256-plus", "scram-sha-512", "scram-sha-512-plus", "search",
  "searchres", "select", "send", "serverbug", "size", "sizelimit", "skey", "smtp", "smtps", "smtputf8", "sort",
  "special-use", "ssl", "starttls", "stat", "status", "status=size", "stls", "storage", "sub", "subscribe", "sys",
  "temp", "thread", "thread=references", "tls", "tlsv1", "toobig", "top", "trycreate", "turn", "uid", "uidl",
  "uidnext", "uidnotsticky", "uidonly", "uidplus", "uidvalidity", "unauthenticate", "unavailable", "unchanged",
  "unknown-cte", "unseen", "unselect", "unsubscribe", "url-partial", "urlauth", "urlmech", "usage", "useattr", "utf8",
  "utf8=accept", "utf8=only", "vrfy", "webalert", "webpush", "within", "x-gm-ext-1", "xclient", "xforward", "xlist",
  "xoauth", "xoauth2",

  /* words of large services */
  "blocked", "disabled", "exchange", "license", "mailboxes", "outlook", "policies", "policy", "tenant", "workspace",

  /* words of a report */
  "address", "and", "answer", "app", "archive", "are", "can", "cause", "certificate", "check", "checkup",
  "client", "computer", "connection", "domain", "drafts", "failed", "folder", "for", "from", "good", "group",
  "hidden", "incoming", "internet", "junk", "local", "may", "message", "messages", "name", "names", "network",
  "new", "not", "null", "outgoing", "passed", "password", "problem", "program", "provider", "report", "secret",
  "sent", "server", "sign", "skipped", "system", "that", "the", "this", "time", "trash", "unknown", "was",
  "warning", "web", "will", "with", "work", "you", "your"
};

static gboolean
is_below (const char *host,
          const char *name)
{
  gsize host_length = strlen (host);
  gsize name_length = strlen (name);

  return host_length > name_length && host[host_length - name_length - 1] == '.' &&
         g_ascii_strcasecmp (host + host_length - name_length, name) == 0;
}

/**
 * mc_public_names_has_host:
 * @host: a host or domain name, or an IP address
 *
 * Returns: whether the name is a known provider's or service's, and the same for all its customers
 */
gboolean
mc_public_names_has_host (const char *host)
{
  gsize    best = 0;
  gboolean is_public = FALSE;

  g_return_val_if_fail (host != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (public_hosts); i++)
    {
      const PublicHost *row = &public_hosts[i];
      gsize             length = strlen (row->name);

      if (g_ascii_strcasecmp (host, row->name) == 0)
        return TRUE;

      if (length > best && row->scope != SCOPE_EXACT && is_below (host, row->name))
        {
          best = length;
          is_public = row->scope == SCOPE_BELOW;
        }
    }

  return is_public;
}

/**
 * mc_public_names_has_word:
 * @word: a local part or sign-in name
 *
 * Returns: whether it is a role or a common word, so that it says nothing when it stands alone
 */
gboolean
mc_public_names_has_word (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (public_words); i++)
    {
      if (g_ascii_strcasecmp (word, public_words[i]) == 0)
        return TRUE;
    }

  return mc_own_words_contain (word);
}
