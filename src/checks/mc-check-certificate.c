/* mc-check-certificate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-certificate.h"
#include "mc-checks.h"
#include "mc-issuer.h"
#include "mc-text.h"

#define ISSUER_TIMEOUT_MS 5000
#define MAX_NAMES_SHOWN   10
#define ENDS_SOON_DAYS    10

/* What a certificate can be refused for, the most telling first: its dates and
 * its name are beside the point when anybody could have made it. */
typedef struct
{
  GTlsCertificateFlags flag;
  const char          *problem; /* in the evidence */
  const char          *code;
  const char          *summary;
} FlagRow;

static const FlagRow flag_rows[] = {
  { G_TLS_CERTIFICATE_REVOKED, "revoked", "tls.revoked", N_ ("The server’s certificate was revoked") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA, "untrusted", "tls.untrusted",
    N_ ("Nobody this computer trusts has signed the server’s certificate") },
  { G_TLS_CERTIFICATE_GENERIC_ERROR, "unverifiable", "tls.untrusted", N_ ("The server’s certificate cannot be checked") },
  { G_TLS_CERTIFICATE_EXPIRED, "expired", "tls.expired", N_ ("The server’s certificate has expired") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, "not yet valid", "tls.not-yet-valid",
    N_ ("The server’s certificate is not valid yet") },
  { G_TLS_CERTIFICATE_BAD_IDENTITY, "other name", "tls.wrong-host", N_ ("The server’s certificate is for another name") },
  { G_TLS_CERTIFICATE_INSECURE, "weak", "tls.weak",
    N_ ("The server’s certificate uses methods that are not safe any more") },
};

gboolean
mc_check_certificate_applies (McCheckContext *context,
                              const McCheck  *check)
{
  McServer *server = mc_check_context_get_server (context, check->direction);

  return server != NULL && mc_server_get_security (server) != MC_SECURITY_NONE;
}

static void
add_times (McFindingBuilder *finding,
           McCertificate    *certificate)
{
  g_autofree char *since = mc_text_from_time (mc_certificate_get_not_before (certificate));
  g_autofree char *until = mc_text_from_time (mc_certificate_get_not_after (certificate));

  mc_finding_builder_add_evidence (finding, "valid_since", "%s", since);
  mc_finding_builder_add_evidence (finding, "valid_until", "%s", until);
}

static void
add_names (McFindingBuilder *finding,
           McCertificate    *certificate)
{
  const char *const  *names = mc_certificate_get_names (certificate);
  g_autoptr (GString) list = g_string_new (NULL);
  guint               count = g_strv_length ((GStrv) names);

  for (guint i = 0; i < MIN (count, MAX_NAMES_SHOWN); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", names[i]);
  if (count > MAX_NAMES_SHOWN)
    g_string_append (list, ", …");

  mc_finding_builder_add_evidence (finding, "names", "%s", list->str);
}

static void
add_certificate (McFindingBuilder *finding,
                 McCertificate    *certificate,
                 guint             chain_length)
{
  mc_finding_builder_add_evidence (finding, "subject", "%s", mc_certificate_get_subject (certificate));
  mc_finding_builder_add_evidence (finding, "issuer", "%s", mc_certificate_get_issuer (certificate));
  add_names (finding, certificate);
  add_times (finding, certificate);
  mc_finding_builder_add_evidence (finding, "key", "%s", mc_certificate_get_key (certificate));
  mc_finding_builder_add_evidence (finding, "signature", "%s", mc_certificate_get_signature (certificate));
  mc_finding_builder_add_evidence (finding, "serial", "%s", mc_certificate_get_serial (certificate));
  mc_finding_builder_add_evidence (finding, "certificates_sent", "%u", chain_length);
}

static GTlsCertificate *
certificate_with_issuer (GTlsCertificate *certificate,
                         GTlsCertificate *issuer)
{
  g_autoptr (GByteArray) der = NULL;

  g_object_get (certificate, "certificate", &der, NULL);
  return g_initable_new (G_OBJECT_TYPE (certificate), NULL, NULL, "certificate", der, "issuer", issuer, NULL);
}

static gboolean
is_oversized (GTlsCertificate *certificate)
{
  g_autoptr (McCertificate) read = mc_certificate_new_from_tls (certificate, NULL);

  return read == NULL || mc_certificate_is_oversized (read);
}

static GTlsCertificate *
fetch_issuer (McScope         *scope,
              const char      *uri,
              GTlsCertificate *model)
{
  g_autoptr (McScope)         limit = mc_scope_new (scope, ISSUER_TIMEOUT_MS);
  g_autoptr (GBytes)          bytes = uri != NULL ? mc_issuer_fetch (limit, uri, NULL) : NULL;
  g_autoptr (GByteArray)      der = NULL;
  g_autoptr (GTlsCertificate) issuer = NULL;

  if (bytes == NULL)
    return NULL;

  der = g_bytes_unref_to_array (g_steal_pointer (&bytes));
  issuer = g_initable_new (G_OBJECT_TYPE (model), NULL, NULL, "certificate", der, NULL);
  return issuer != NULL && !is_oversized (issuer) ? g_steal_pointer (&issuer) : NULL;
}

/* The whole chain, the server's own certificate first, with one more at its end. */
static GTlsCertificate *
chain_with_issuer (GPtrArray       *chain,
                   GTlsCertificate *issuer)
{
  g_autoptr (GTlsCertificate) above = g_object_ref (issuer);

  for (guint i = chain->len; i > 0; i--)
    {
      GTlsCertificate *certificate = g_ptr_array_index (chain, i - 1);
      GTlsCertificate *whole = is_oversized (certificate) ? NULL : certificate_with_issuer (certificate, above);

      if (whole == NULL)
        return NULL;

      g_set_object (&above, whole);
      g_object_unref (whole);
    }

  return g_steal_pointer (&above);
}

/* The proof that an intermediate certificate is missing: with the one that the
 * last certificate itself points at (RFC 5280 section 4.2.2.1), nothing is wrong
 * with the chain. That it is named as the issuer proves nothing. */
static gboolean
is_trusted_with_issuer (McScope       *scope,
                        GPtrArray     *chain,
                        McCertificate *last_read)
{
  g_autoptr (GTlsDatabase)    trust = g_tls_backend_get_default_database (g_tls_backend_get_default ());
  g_autoptr (GTlsCertificate) issuer = fetch_issuer (scope, mc_certificate_get_issuer_uri (last_read),
                                                     g_ptr_array_index (chain, 0));
  g_autoptr (GTlsCertificate) whole = issuer != NULL ? chain_with_issuer (chain, issuer) : NULL;

  return whole != NULL && trust != NULL &&
         g_tls_database_verify_chain (trust, whole, G_TLS_DATABASE_PURPOSE_AUTHENTICATE_SERVER, NULL, NULL,
                                      G_TLS_DATABASE_VERIFY_NONE, NULL, NULL) == G_TLS_CERTIFICATE_NO_FLAGS;
}

/* Whether the missing link may be looked for: it lies on a server that the certificate names, and a certificate
 * that is bad anyway does not get to name one. */
static gboolean
may_fetch (McCheckContext      *context,
           GTlsCertificateFlags flags)
{
  return mc_check_context_allows_third_party (context) &&
         (flags & ~(G_TLS_CERTIFICATE_UNKNOWN_CA | G_TLS_CERTIFICATE_BAD_IDENTITY)) == 0;
}

/* Why the issuer is not known: signed by itself, a link missing, or foreign. */
static void
set_untrusted (McCheckContext      *context,
               McScope             *scope,
               GPtrArray           *chain,
               McCertificate       *own,
               GTlsCertificateFlags flags,
               McFindingBuilder    *finding)
{
  static const char *const  alternatives[] = { "tls.incomplete-chain", "network.tls-intercepted", NULL };
  GTlsCertificate          *last = g_ptr_array_index (chain, chain->len - 1);
  g_autoptr (McCertificate) last_read = mc_certificate_new_from_tls (last, NULL);

  if (mc_certificate_is_self_signed (own))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "tls.self-signed");
      mc_finding_builder_set_summary (finding, _ ("The server signed its certificate itself"));
    }
  else if (last_read != NULL && !mc_certificate_is_self_signed (last_read) &&
           may_fetch (context, flags) && is_trusted_with_issuer (scope, chain, last_read))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "tls.incomplete-chain");
      mc_finding_builder_add_evidence (finding, "missing", "%s", mc_certificate_get_issuer (last_read));
      mc_finding_builder_set_summary (finding, _ ("The server leaves out a certificate that belongs to its own"));
    }
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "tls.untrusted");
      mc_finding_builder_set_doubt (finding, 0.8,
                                    last_read == NULL || mc_certificate_is_self_signed (last_read)
                                      ? &alternatives[1]
                                      : alternatives,
                                    NULL);
      mc_finding_builder_set_summary (finding, _ ("Nobody this computer trusts has signed the server’s certificate"));
    }
}

static void
add_problems (McFindingBuilder    *finding,
              GTlsCertificateFlags flags)
{
  g_autoptr (GString) problems = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (flag_rows); i++)
    {
      if (flags & flag_rows[i].flag)
        g_string_append_printf (problems, "%s%s", problems->len > 0 ? ", " : "", flag_rows[i].problem);
    }

  mc_finding_builder_add_evidence (finding, "problems", "%s", problems->str);
}

static void
set_from_flags (McCheckContext      *context,
                McScope             *scope,
                GPtrArray           *chain,
                McCertificate       *own,
                GTlsCertificateFlags flags,
                McFindingBuilder    *finding)
{
  add_problems (finding, flags);
  for (gsize i = 0; i < G_N_ELEMENTS (flag_rows); i++)
    {
      const FlagRow *row = &flag_rows[i];

      if ((flags & row->flag) == 0)
        continue;

      if (row->flag == G_TLS_CERTIFICATE_UNKNOWN_CA)
        set_untrusted (context, scope, chain, own, flags, finding);
      else
        {
          mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, row->code);
          mc_finding_builder_set_summary (finding, "%s", _ (row->summary));
        }
      return;
    }
}

/* What is worth saying of a certificate that is trusted. */
static void
set_verified (McCertificate    *own,
              McFindingBuilder *finding)
{
  gint64 left = mc_certificate_get_not_after (own) - g_get_real_time () / G_TIME_SPAN_SECOND;
  guint  days = (guint) (MAX (left, 0) / (24 * 60 * 60));

  if (mc_certificate_is_weak (own))
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "tls.weak");
      mc_finding_builder_set_summary (finding, _ ("The server’s certificate uses methods that are not safe any more"));
    }
  else if (days < ENDS_SOON_DAYS)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "certificate.ends-soon");
      /* Translators: %u is a number of days */
      mc_finding_builder_set_summary (finding, ngettext ("The server’s certificate ends in %u day", "The server’s certificate ends in %u days", days),
                                      days);
    }
  else
    mc_finding_builder_set_summary (finding, _ ("The server’s certificate is valid and trusted"));
}

void
mc_check_certificate_run (McCheckContext   *context,
                          const McCheck    *check,
                          McScope          *scope,
                          McFindingBuilder *finding)
{
  McMailSession            *session = mc_check_get_session (context, check);
  McTlsInfo                *info = mc_connection_get_tls_info (mc_mail_session_get_connection (session));
  GPtrArray                *chain = mc_tls_info_get_chain (info);
  g_autoptr (McCertificate) own = chain->len > 0 ? mc_certificate_new_from_tls (g_ptr_array_index (chain, 0), NULL)
                                                 : NULL;

  mc_check_set_target (finding, session);
  if (own == NULL)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "tls.handshake-failed");
      mc_finding_builder_set_summary (finding, _ ("The server shows no certificate that can be read"));
      return;
    }

  add_certificate (finding, own, chain->len);
  if (mc_tls_info_is_verified (info))
    set_verified (own, finding);
  else if (mc_connection_is_secure (mc_mail_session_get_connection (session)))
    mc_finding_builder_set_summary (finding, _ ("The certificate was made by a program on this computer"));
  else
    set_from_flags (context, scope, chain, own, mc_tls_info_get_errors (info), finding);
}
