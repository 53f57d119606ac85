/* test-connection-tls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-test-identity.h"
#include "mc-test-server.h"

#define HOST   "imap.example.org"
#define SECRET "a1 LOGIN joe sesame\r\n"

static const McTestFields authority = { .common_name = "Test Authority", .is_ca = TRUE };
static const McTestFields good = { .common_name = HOST, .dns_name = HOST };

static gboolean
start_tls (McConnection *connection,
           McScope      *scope,
           GError      **error)
{
  gboolean started = mc_connection_start_tls (connection, scope, HOST, error);

  if (!started)
    g_test_message ("%s", (*error)->message);
  return started;
}

static void
assert_kept_back (McTestServer *server,
                  McConnection *connection,
                  McScope      *scope)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *dialogue = NULL;

  g_assert_false (mc_connection_is_secure (connection));
  g_assert_false (mc_connection_write_secret (connection, scope, SECRET, "a1 LOGIN joe [hidden]\r\n", &error));
  g_assert_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NOT_SECURE);

  dialogue = mc_transcript_to_string (mc_connection_get_transcript (connection));
  g_assert_null (strstr (dialogue, "sesame"));
  mc_connection_close (connection);
  mc_test_server_join (server);
  g_assert_cmpstr (server->received->str, ==, "");
}

static void
talk_untrusted (McTestServer *server,
                McConnection *connection,
                McScope      *scope)
{
  g_autoptr (GError) error = NULL;
  McTlsInfo         *info;

  /* The checkup goes on, to see the rest. */
  g_assert_true (start_tls (connection, scope, &error));
  g_assert_no_error (error);
  info = mc_connection_get_tls_info (connection);
  g_assert_false (mc_tls_info_is_verified (info));
  g_assert_cmpuint (mc_tls_info_get_chain (info)->len, ==, 1);
  assert_kept_back (server, connection, scope);
}

/* A server that shows @fields, signed by an authority that is trusted where @is_trusted. */
static void
run_with_certificate (const McTestFields *fields,
                      gboolean            is_trusted,
                      McTestDialogue      dialogue)
{
  g_autoptr (McTestIdentity)  root = mc_test_identity_new (&authority, NULL);
  g_autoptr (McTestIdentity)  other = mc_test_identity_new (&authority, NULL);
  g_autoptr (McTestIdentity)  identity = mc_test_identity_new (fields, root);
  g_autoptr (GTlsCertificate) certificate = mc_test_identity_to_tls (identity);
  McTestServer                server = { .serve = mc_test_server_encrypt, .certificate = certificate };

  mc_test_identity_trust (is_trusted ? root : other);
  mc_test_server_run (&server, dialogue);
}

static void
talk_trusted (McTestServer *server,
              McConnection *connection,
              McScope      *scope)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *dialogue = NULL;
  McTlsInfo         *info;

  g_assert_true (start_tls (connection, scope, &error));
  g_assert_no_error (error);
  info = mc_connection_get_tls_info (connection);
  g_assert_true (mc_tls_info_is_verified (info));
  g_assert_true (mc_tls_info_is_modern (info));
  g_assert_cmpstr (mc_tls_info_get_host (info), ==, HOST);
  g_assert_true (mc_connection_is_secure (connection));

  g_assert_true (mc_connection_write_secret (connection, scope, SECRET, "a1 LOGIN joe [hidden]\r\n", &error));
  g_assert_no_error (error);
  dialogue = mc_transcript_to_string (mc_connection_get_transcript (connection));
  g_assert_nonnull (strstr (dialogue, "C: a1 LOGIN joe [hidden]\n"));
  g_assert_null (strstr (dialogue, "sesame"));

  mc_connection_close (connection);
  mc_test_server_join (server);
  g_assert_cmpstr (server->received->str, ==, SECRET);
}

static void
test_trusted (void)
{
  run_with_certificate (&good, TRUE, talk_trusted);
}

static void
test_untrusted (void)
{
  const McTestFields other_host = { .common_name = HOST, .dns_name = "mail.example.org" };
  const McTestFields expired = { .common_name = HOST, .dns_name = HOST, .not_before = 1000, .not_after = 2000 };
  const McTestFields early = { .common_name = HOST,
                               .dns_name = HOST,
                               .not_before = 4000000000,
                               .not_after = 4000001000 };

  run_with_certificate (&good, FALSE, talk_untrusted);
  run_with_certificate (&other_host, TRUE, talk_untrusted);
  run_with_certificate (&expired, TRUE, talk_untrusted);
  run_with_certificate (&early, TRUE, talk_untrusted);
}

/* A server that signed its certificate with @fields itself. */
static void
run_self_signed (const McTestFields *fields,
                 McTestDialogue      dialogue)
{
  g_autoptr (McTestIdentity)  root = mc_test_identity_new (&authority, NULL);
  g_autoptr (McTestIdentity)  identity = mc_test_identity_new (fields, NULL);
  g_autoptr (GTlsCertificate) certificate = mc_test_identity_to_tls (identity);
  McTestServer                server = { .serve = mc_test_server_encrypt, .certificate = certificate };

  mc_test_identity_trust (root);
  mc_test_server_run (&server, dialogue);
}

static void
test_self_signed (void)
{
  run_self_signed (&good, talk_untrusted);
}

static void
talk_by_address (McTestServer *server,
                 McConnection *connection,
                 McScope      *scope)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mc_connection_start_tls (connection, scope, "127.0.0.1", &error));
  g_assert_no_error (error);
  g_assert_true (mc_connection_is_secure (connection));
  g_assert_true (mc_connection_write_secret (connection, scope, SECRET, "a1 LOGIN joe [hidden]\r\n", &error));
  mc_connection_close (connection);
  mc_test_server_join (server);
  g_assert_cmpstr (server->received->str, ==, SECRET);
}

static void
talk_by_local_name (McTestServer *server,
                    McConnection *connection,
                    McScope      *scope)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mc_connection_start_tls (connection, scope, "localhost", &error));
  assert_kept_back (server, connection, scope);
}

static void
talk_by_address_in_vain (McTestServer *server,
                         McConnection *connection,
                         McScope      *scope)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mc_connection_start_tls (connection, scope, "127.0.0.1", &error));
  assert_kept_back (server, connection, scope);
}

/* A helper on this computer signs its own certificate: by its literal address it gets the
 * password, by a name, or with a certificate that has run out, it does not. */
static void
test_local_helper (void)
{
  const McTestFields expired = { .common_name = HOST, .dns_name = HOST, .not_before = 1000, .not_after = 2000 };

  run_self_signed (&good, talk_by_address);
  run_self_signed (&good, talk_by_local_name);
  run_self_signed (&expired, talk_by_address_in_vain);
}

static void
read_greeting (McConnection *connection,
               McScope      *scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) line = mc_connection_read_line (connection, scope, 1000, &error);

  g_assert_no_error (error);
}

static void
talk_injected (McTestServer *server,
               McConnection *connection,
               McScope      *scope)
{
  g_autoptr (GError) error = NULL;

  read_greeting (connection, scope);
  g_assert_false (start_tls (connection, scope, &error));
  g_assert_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_INJECTED);
  assert_kept_back (server, connection, scope);
}

static void
say_and_record (McTestServer *server,
                GIOStream    *stream)
{
  mc_test_server_send (stream, server->says, strlen (server->says));
  mc_test_server_record (server, stream);
}

/* Bytes behind the answer to STARTTLS, in the same segment (RFC 3207 section 4.2, CVE-2011-0411). */
static void
test_injected (void)
{
  McTestServer server = { .serve = say_and_record, .says = "a1 OK begin TLS\r\n* CAPABILITY AUTH=PLAIN\r\n" };

  mc_test_server_run (&server, talk_injected);
}

static void
talk_plain (McTestServer *server,
            McConnection *connection,
            McScope      *scope)
{
  g_autoptr (GError) error = NULL;

  /* Which of the two it is depends on the first byte. */
  g_assert_false (start_tls (connection, scope, &error));
  g_assert_true (g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_NOT_TLS) ||
                 g_error_matches (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TLS));
  g_assert_false (mc_connection_is_secure (connection));
}

static void
say_after_hello (McTestServer *server,
                 GIOStream    *stream)
{
  char bytes[4096];

  g_input_stream_read (g_io_stream_get_input_stream (stream), bytes, sizeof bytes, NULL, NULL);
  mc_test_server_say (server, stream);
}

/* A server in the clear; also what an injection in a segment of its own looks like. */
static void
test_not_tls (void)
{
  McTestServer smtp = { .serve = say_after_hello, .says = "220 mail.example.org ESMTP\r\n" };
  McTestServer imap = { .serve = say_after_hello, .says = "* OK ready\r\n" };
  McTestServer web = { .serve = say_after_hello, .says = "HTTP/1.1 400 Bad Request\r\n\r\n" };

  mc_test_server_run (&smtp, talk_plain);
  mc_test_server_run (&imap, talk_plain);
  mc_test_server_run (&web, talk_plain);
}

static void
talk_deaf (McTestServer *server,
           McConnection *connection,
           McScope      *scope)
{
  g_autoptr (McScope) limit = mc_scope_new (scope, 200);
  g_autoptr (GError)  error = NULL;

  g_assert_false (start_tls (connection, limit, &error));
  g_assert_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TIMED_OUT);
  g_assert_false (mc_connection_is_secure (connection));
}

static void
test_no_answer (void)
{
  McTestServer server = { .serve = mc_test_server_record };

  mc_test_server_run (&server, talk_deaf);
}

static void
talk_hung_up (McTestServer *server,
              McConnection *connection,
              McScope      *scope)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (start_tls (connection, scope, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == MC_CONNECTION_ERROR);
  g_assert_false (mc_connection_is_secure (connection));
}

static void
test_hung_up (void)
{
  McTestServer server = { .serve = say_after_hello, .says = "" };

  mc_test_server_run (&server, talk_hung_up);
}

static void
talk_without_certificate (McTestServer *server,
                          McConnection *connection,
                          McScope      *scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) line = NULL;

  /* In TLS 1.3 the client is done before the server looks for its certificate. */
  if (start_tls (connection, scope, &error))
    line = mc_connection_read_line (connection, scope, 1000, &error);

  g_assert_null (line);
  g_assert_error (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_CLIENT_CERTIFICATE);
}

static void
test_client_certificate (void)
{
  g_autoptr (McTestIdentity)  identity = mc_test_identity_new (&good, NULL);
  g_autoptr (GTlsCertificate) certificate = mc_test_identity_to_tls (identity);
  McTestServer                server = { .serve = mc_test_server_encrypt,
                                         .certificate = certificate,
                                         .wants_certificate = TRUE };

  mc_test_server_run (&server, talk_without_certificate);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection-tls/trusted", test_trusted);
  g_test_add_func ("/connection-tls/untrusted", test_untrusted);
  g_test_add_func ("/connection-tls/self-signed", test_self_signed);
  g_test_add_func ("/connection-tls/local-helper", test_local_helper);
  g_test_add_func ("/connection-tls/injected", test_injected);
  g_test_add_func ("/connection-tls/not-tls", test_not_tls);
  g_test_add_func ("/connection-tls/no-answer", test_no_answer);
  g_test_add_func ("/connection-tls/hung-up", test_hung_up);
  g_test_add_func ("/connection-tls/client-certificate", test_client_certificate);

  return g_test_run ();
}
