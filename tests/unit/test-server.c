/* test-server.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-server.h"

typedef struct
{
  const char *typed;
  McProtocol  protocol;
  const char *host;
  guint16     port;
  McSecurity  security;
} Valid;

typedef struct
{
  const char   *typed;
  McServerError code;
} Invalid;

/* The contract, section 2; without a port but with a security it is the registered port of that. */
static const Valid valid[] = {
  { "imap:mail.example.org", MC_PROTOCOL_IMAP, "mail.example.org", 993, MC_SECURITY_TLS },
  { "pop3:mail.example.org", MC_PROTOCOL_POP3, "mail.example.org", 995, MC_SECURITY_TLS },
  { "smtp:mail.example.org", MC_PROTOCOL_SMTP, "mail.example.org", 465, MC_SECURITY_TLS },
  { "imap:mail.example.org/tls", MC_PROTOCOL_IMAP, "mail.example.org", 993, MC_SECURITY_TLS },
  { "imap:mail.example.org/starttls", MC_PROTOCOL_IMAP, "mail.example.org", 143, MC_SECURITY_STARTTLS },
  { "pop3:mail.example.org/starttls", MC_PROTOCOL_POP3, "mail.example.org", 110, MC_SECURITY_STARTTLS },
  { "smtp:mail.example.org/starttls", MC_PROTOCOL_SMTP, "mail.example.org", 587, MC_SECURITY_STARTTLS },
  { "imap:h.example:993", MC_PROTOCOL_IMAP, "h.example", 993, MC_SECURITY_TLS },
  { "pop3:h.example:995", MC_PROTOCOL_POP3, "h.example", 995, MC_SECURITY_TLS },
  { "smtp:h.example:465", MC_PROTOCOL_SMTP, "h.example", 465, MC_SECURITY_TLS },
  { "imap:h.example:143", MC_PROTOCOL_IMAP, "h.example", 143, MC_SECURITY_STARTTLS },
  { "pop3:h.example:110", MC_PROTOCOL_POP3, "h.example", 110, MC_SECURITY_STARTTLS },
  { "smtp:h.example:25", MC_PROTOCOL_SMTP, "h.example", 25, MC_SECURITY_STARTTLS },
  { "smtp:h.example:587", MC_PROTOCOL_SMTP, "h.example", 587, MC_SECURITY_STARTTLS },
  { "imap:h.example:143/tls", MC_PROTOCOL_IMAP, "h.example", 143, MC_SECURITY_TLS },
  { "imap:h.example:993/none", MC_PROTOCOL_IMAP, "h.example", 993, MC_SECURITY_NONE },
  { "imap:h.example:1143/starttls", MC_PROTOCOL_IMAP, "h.example", 1143, MC_SECURITY_STARTTLS },
  { "smtp:h.example:1/tls", MC_PROTOCOL_SMTP, "h.example", 1, MC_SECURITY_TLS },
  { "smtp:h.example:65535/tls", MC_PROTOCOL_SMTP, "h.example", 65535, MC_SECURITY_TLS },
  { "imap:[2001:db8::1]", MC_PROTOCOL_IMAP, "2001:db8::1", 993, MC_SECURITY_TLS },
  { "imap:[2001:DB8::1]:143", MC_PROTOCOL_IMAP, "2001:db8::1", 143, MC_SECURITY_STARTTLS },
  { "imap:[::1]:1143/none", MC_PROTOCOL_IMAP, "::1", 1143, MC_SECURITY_NONE },
  { "imap:192.0.2.1:993", MC_PROTOCOL_IMAP, "192.0.2.1", 993, MC_SECURITY_TLS },
  { "imap:IMAP.Example.ORG", MC_PROTOCOL_IMAP, "imap.example.org", 993, MC_SECURITY_TLS },
  { "imap:mail.example.org.", MC_PROTOCOL_IMAP, "mail.example.org", 993, MC_SECURITY_TLS },
  { "imap:mail.bücher.example:993", MC_PROTOCOL_IMAP, "mail.xn--bcher-kva.example", 993, MC_SECURITY_TLS },
  { "imap:localhost:143", MC_PROTOCOL_IMAP, "localhost", 143, MC_SECURITY_STARTTLS },
};

static const Invalid invalid[] = {
  { "", MC_SERVER_ERROR_SYNTAX },
  { "imap", MC_SERVER_ERROR_SYNTAX },
  { "mail.example.org", MC_SERVER_ERROR_SYNTAX },
  { "imap:m\xff.example", MC_SERVER_ERROR_SYNTAX },
  { ":mail.example.org", MC_SERVER_ERROR_PROTOCOL },
  { "mail.example.org:993", MC_SERVER_ERROR_PROTOCOL },
  { "imaps:mail.example.org", MC_SERVER_ERROR_PROTOCOL },
  { "http:mail.example.org", MC_SERVER_ERROR_PROTOCOL },
  { " imap:mail.example.org", MC_SERVER_ERROR_PROTOCOL },
  { "imap:", MC_SERVER_ERROR_HOST },
  { "imap::993", MC_SERVER_ERROR_HOST },
  { "imap:2001:db8::1", MC_SERVER_ERROR_HOST },
  { "imap:2001:db8::1:993", MC_SERVER_ERROR_HOST },
  { "imap:[2001:db8::1", MC_SERVER_ERROR_HOST },
  { "imap:[2001:db8::1]993", MC_SERVER_ERROR_HOST },
  { "imap:[mail.example.org]", MC_SERVER_ERROR_HOST },
  { "imap:[]", MC_SERVER_ERROR_HOST },
  { "imap:-mail.example.org", MC_SERVER_ERROR_HOST },
  { "imap:mail..example.org", MC_SERVER_ERROR_HOST },
  { "imap:mail example.org", MC_SERVER_ERROR_HOST },
  { "imap:mail.example.org\n", MC_SERVER_ERROR_HOST },
  { "imap:user@mail.example.org", MC_SERVER_ERROR_HOST },
  { "imap:mail.example.org:", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:0", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:65536", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:99999999999999999999999", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:-1", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:+1", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:+993/tls", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org: 993", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:993 ", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:0x3e1", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:imaps", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:९९३", MC_SERVER_ERROR_PORT },
  { "imap:[::1]:", MC_SERVER_ERROR_PORT },
  { "imap:[::1]:0/tls", MC_SERVER_ERROR_PORT },
  { "imap:mail.example.org:1143", MC_SERVER_ERROR_SECURITY },
  { "imap:[::1]:1143", MC_SERVER_ERROR_SECURITY },
  { "imap:mail.example.org:993/", MC_SERVER_ERROR_SECURITY },
  { "imap:mail.example.org:993/ssl", MC_SERVER_ERROR_SECURITY },
  { "imap:mail.example.org:993/TLS ", MC_SERVER_ERROR_SECURITY },
  { "imap:mail.example.org:993/tls/starttls", MC_SERVER_ERROR_SECURITY },
  { "imap:mail.example.org/993", MC_SERVER_ERROR_SECURITY },
};

static void
assert_fails (const char   *typed,
              McServerError code)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (McServer) server = mc_server_new_from_string (typed, &error);

  g_assert_null (server);
  g_assert_error (error, MC_SERVER_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_valid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autoptr (GError)   error = NULL;
      g_autoptr (McServer) server = mc_server_new_from_string (valid[i].typed, &error);

      g_test_message ("%s", valid[i].typed);
      g_assert_no_error (error);
      g_assert_cmpint (mc_server_get_protocol (server), ==, valid[i].protocol);
      g_assert_cmpstr (mc_server_get_host (server), ==, valid[i].host);
      g_assert_cmpuint (mc_server_get_port (server), ==, valid[i].port);
      g_assert_cmpint (mc_server_get_security (server), ==, valid[i].security);
      g_assert_cmpint (mc_server_get_origin (server), ==, MC_ORIGIN_USER);
    }
}

static void
test_invalid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autofree char *shown = g_strescape (invalid[i].typed, NULL);

      g_test_message ("%s", shown);
      assert_fails (invalid[i].typed, invalid[i].code);
    }
}

/* What is written is read as the same server. */
static void
test_written (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autoptr (McServer) server = mc_server_new_from_string (valid[i].typed, NULL);
      g_autofree char     *text = mc_server_to_string (server);
      g_autoptr (McServer) again = mc_server_new_from_string (text, NULL);

      g_test_message ("%s", text);
      g_assert_nonnull (again);
      g_assert_cmpint (mc_server_get_protocol (again), ==, valid[i].protocol);
      g_assert_cmpstr (mc_server_get_host (again), ==, valid[i].host);
      g_assert_cmpuint (mc_server_get_port (again), ==, valid[i].port);
      g_assert_cmpint (mc_server_get_security (again), ==, valid[i].security);
    }
}

static void
test_huge (void)
{
  g_autofree char *filler = g_strnfill (1024 * 1024, '9');
  g_autofree char *long_host = g_strconcat ("imap:", filler, ".example", NULL);
  g_autofree char *long_port = g_strconcat ("imap:mail.example.org:", filler, NULL);

  assert_fails (filler, MC_SERVER_ERROR_SYNTAX);
  assert_fails (long_host, MC_SERVER_ERROR_SYNTAX);
  assert_fails (long_port, MC_SERVER_ERROR_SYNTAX);
}

/* A password may go to a helper on this computer, but not to what a name server calls one. */
static void
test_loopback (void)
{
  static const char *const helpers[] = { "imap:127.0.0.1", "imap:127.255.1.2", "imap:[::1]" };
  static const char *const others[] = { "imap:localhost", "imap:128.0.0.1", "imap:126.255.255.255",
                                        "imap:[::2]", "imap:127.0.0.1.example.org", "imap:0.0.0.0" };

  for (gsize i = 0; i < G_N_ELEMENTS (helpers); i++)
    {
      g_autoptr (McServer) server = mc_server_new_from_string (helpers[i], NULL);

      g_assert_true (mc_server_is_loopback (server));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (McServer) server = mc_server_new_from_string (others[i], NULL);

      g_test_message ("%s", others[i]);
      g_assert_false (mc_server_is_loopback (server));
    }
}

static void
test_reference (void)
{
  McServer *server = mc_server_new (MC_PROTOCOL_IMAP, "Mail.Example.org", 993, MC_SECURITY_TLS, MC_ORIGIN_SRV);
  McServer *other = mc_server_ref (server);

  mc_server_unref (server);
  g_assert_cmpstr (mc_server_get_host (other), ==, "mail.example.org");
  g_assert_cmpint (mc_server_get_origin (other), ==, MC_ORIGIN_SRV);
  mc_server_unref (other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/server/valid", test_valid);
  g_test_add_func ("/server/invalid", test_invalid);
  g_test_add_func ("/server/written", test_written);
  g_test_add_func ("/server/huge", test_huge);
  g_test_add_func ("/server/loopback", test_loopback);
  g_test_add_func ("/server/reference", test_reference);

  return g_test_run ();
}
