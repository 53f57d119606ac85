/* mc-evidence-title.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-evidence-title.h"

typedef struct
{
  const char *name;
  const char *title; /* N_() */
} EvidenceTitle;

static const EvidenceTitle titles[] = {
  { "address", N_ ("Email address") },
  { "alert", N_ ("The server’s notice") },
  { "asked", N_ ("Asked for") },
  { "certificates_sent", N_ ("Certificates sent") },
  /* Translators: the method of encryption, a term of TLS */
  { "cipher", N_ ("Cipher") },
  { "compared", N_ ("For comparison") },
  { "connect_ms", N_ ("Time to connect (ms)") },
  { "domain_exists", N_ ("The domain exists") },
  { "elsewhere", N_ ("Answer elsewhere") },
  /* Translators: a code such as 5.7.1 in a mail server’s answer (RFC 3463) */
  { "enhanced_code", N_ ("Enhanced status code") },
  { "error", N_ ("Error") },
  { "filter", N_ ("Filter") },
  { "greeting_ms", N_ ("Time to the greeting (ms)") },
  { "here", N_ ("Answer here") },
  { "imap", N_ ("IMAP server") },
  { "ipv4", N_ ("IPv4 address") },
  { "ipv4_route", N_ ("Route for IPv4") },
  { "ipv6", N_ ("IPv6 address") },
  { "ipv6_route", N_ ("Route for IPv6") },
  /* Translators: of a certificate */
  { "issuer", N_ ("Issuer") },
  { "issuers", N_ ("Issuer elsewhere") },
  /* Translators: of a certificate, such as “RSA 2048” */
  { "key", N_ ("Key") },
  { "limit", N_ ("Space in all") },
  { "limit_bytes", N_ ("Largest message (bytes)") },
  { "made_up", N_ ("Answer for a name that does not exist") },
  { "mechanism", N_ ("Sign-in method") },
  { "mechanisms", N_ ("Sign-in methods") },
  { "messages", N_ ("Messages") },
  { "missing", N_ ("Missing certificate") },
  { "modern_tls", N_ ("TLS 1.2 or newer") },
  { "name_server", N_ ("Name server") },
  /* Translators: those that a certificate is good for */
  { "names", N_ ("Names") },
  { "offset_ms", N_ ("Difference of the clock (ms)") },
  { "old_tls", N_ ("TLS 1.0 or 1.1") },
  { "pop3", N_ ("POP3 server") },
  { "port", N_ ("Port") },
  { "problems", N_ ("Problems") },
  { "proxy", N_ ("Proxy") },
  { "redirected_to", N_ ("Led to") },
  { "reply", N_ ("The server’s answer") },
  { "reply_code", N_ ("Reply code") },
  { "reply_ms", N_ ("Time until ready (ms)") },
  /* Translators: what a quota is about, such as STORAGE */
  { "resource", N_ ("Resource") },
  { "response_code", N_ ("Response code") },
  { "result", N_ ("Result") },
  /* Translators: of a certificate */
  { "serial", N_ ("Serial number") },
  { "server_software", N_ ("Server software") },
  { "service", N_ ("What answers") },
  /* Translators: of a certificate: how it is signed */
  { "signature", N_ ("Signature") },
  { "smtp", N_ ("SMTP server") },
  /* Translators: OCSP says whether a certificate was withdrawn; the server sends the answer along */
  { "stapled_ocsp", N_ ("Stapled OCSP answer") },
  { "status", N_ ("HTTP status") },
  /* Translators: of a certificate: whom it is for */
  { "subject", N_ ("Subject") },
  { "tls_version", N_ ("TLS version") },
  { "tried", N_ ("Tried") },
  { "usage", N_ ("Space used") },
  { "used", N_ ("Share used") },
  { "user", N_ ("Sign-in name") },
  { "valid_since", N_ ("Valid since") },
  { "valid_until", N_ ("Valid until") },
  { "vpn", N_ ("VPN") },
  { "working", N_ ("What works") },
};

/**
 * mc_evidence_dup_title:
 * @name: name of a piece of evidence, a stable id in snake_case
 *
 * Returns: (transfer full): its name for people; one that the table does not
 *   know stands for itself
 */
char *
mc_evidence_dup_title (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_str_equal (titles[i].name, name))
        return g_strdup (_ (titles[i].title));
    }

  return g_strdelimit (g_strdup (name), "_", ' ');
}
