/* mc-check-certificate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-certificate.h"
#include "mc-checks.h"
#include "mc-http.h"
#include "mc-text.h"

#define MAX_ISSUER_LENGTH (64 * 1024)
#define ISSUER_TIMEOUT_MS 5000
#define MAX_NAMES_SHOWN   10
#define ENDS_SOON_DAYS    10

/* What a certificate can be refused for, the most telling first: a wrong name
 * is beside the point when the certificate is not trusted at all. */
typedef struct
{
  GTlsCertificateFlags flag;
  const char          *code;
  const char          *summary;
} FlagRow;

static const FlagRow flag_rows[] = {
  { G_TLS_CERTIFICATE_REVOKED, "tls.revoked", N_ ("The server’s certificate was revoked") },
  { G_TLS_CERTIFICATE_EXPIRED, "tls.expired", N_ ("The server’s certificate has expired") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, "tls.not-yet-valid", N_ ("The server’s certificate is not valid yet") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA, "tls.untrusted", N_ ("Nobody this computer trusts has signed the server’s certificate") },
  { G_TLS_CERTIFICATE_BAD_IDENTITY, "tls.wrong-host", N_ ("The server’s certificate is for another name") },
  { G_TLS_CERTIFICATE_INSECURE, "tls.weak", N_ ("The server’s certificate uses methods that are not safe any more") },
  { G_TLS_CERTIFICATE_GENERIC_ERROR, "tls.untrusted", N_ ("The server’s certificate cannot be checked") },
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

static GTlsCertificate *
fetch_issuer (McScope         *scope,
              McCertificate   *certificate,
              GTlsCertificate *model)
{
  const char              *uri = mc_certificate_get_issuer_uri (certificate);
  g_autoptr (McScope)      limit = mc_scope_new (scope, ISSUER_TIMEOUT_MS);
  g_autoptr (McHttpAnswer) answer = NULL;
  g_autoptr (GByteArray)   der = NULL;

  if (uri == NULL)
    return NULL;

  answer = mc_http_get (limit, uri, MC_HTTP_DEFAULT, MAX_ISSUER_LENGTH, NULL);
  if (answer == NULL || answer->status != 200 || answer->is_cut)
    return NULL;

  der = g_bytes_unref_to_array (g_steal_pointer (&answer->body));
  return g_initable_new (G_OBJECT_TYPE (model), NULL, NULL, "certificate", der, NULL);
}

/* The proof that an intermediate certificate is missing: with the one that the
 * certificate itself points at (RFC 5280 section 4.2.2.1), the chain is trusted. */
static gboolean
is_trusted_with_issuer (McScope         *scope,
                        GTlsCertificate *last,
                        McCertificate   *last_read)
{
  g_autoptr (GTlsDatabase)    trust = g_tls_backend_get_default_database (g_tls_backend_get_default ());
  g_autoptr (GTlsCertificate) issuer = fetch_issuer (scope, last_read, last);
  g_autoptr (GTlsCertificate) whole = NULL;
  GTlsCertificateFlags        flags;

  if (issuer == NULL || trust == NULL)
    return FALSE;

  whole = certificate_with_issuer (last, issuer);
  if (whole == NULL)
    return FALSE;

  flags = g_tls_database_verify_chain (trust, whole, G_TLS_DATABASE_PURPOSE_AUTHENTICATE_SERVER, NULL, NULL,
                                       G_TLS_DATABASE_VERIFY_NONE, NULL, NULL);
  return (flags & G_TLS_CERTIFICATE_UNKNOWN_CA) == 0;
}

/* Why the issuer is not known: signed by itself, a link missing, or foreign. */
static void
set_untrusted (McScope          *scope,
               GPtrArray        *chain,
               McCertificate    *own,
               McFindingBuilder *finding)
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
           is_trusted_with_issuer (scope, last, last_read))
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
set_from_flags (McScope             *scope,
                GPtrArray           *chain,
                McCertificate       *own,
                GTlsCertificateFlags flags,
                McFindingBuilder    *finding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flag_rows); i++)
    {
      const FlagRow *row = &flag_rows[i];

      if ((flags & row->flag) == 0)
        continue;

      if (row->flag == G_TLS_CERTIFICATE_UNKNOWN_CA)
        set_untrusted (scope, chain, own, finding);
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
  else
    set_from_flags (scope, chain, own, mc_tls_info_get_errors (info), finding);
}
