/* test-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-service.h"

typedef struct
{
  const char *bytes;
  gssize      length; /* -1: NUL-terminated */
  McService   service;
} First;

/* Greetings as Dovecot, Courier, Cyrus, Postfix, Exim, Exchange, OpenSSH, nginx and OpenSSL send them. */
static const First firsts[] = {
  { "* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] Dovecot ready.\r\n", -1, MC_SERVICE_IMAP },
  { "* PREAUTH IMAP4rev1 server logged in as Smith\r\n", -1, MC_SERVICE_IMAP },
  { "* BYE Too many connections\r\n", -1, MC_SERVICE_IMAP },
  { "* ok ready\r\n", -1, MC_SERVICE_IMAP },
  { "+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>\r\n", -1, MC_SERVICE_POP3 },
  { "-ERR [SYS/TEMP] try later\r\n", -1, MC_SERVICE_POP3 },
  { "220 mail.example.org ESMTP Postfix\r\n", -1, MC_SERVICE_SMTP },
  { "220-mail.example.org ESMTP Exim 4.96\r\n220 ready\r\n", -1, MC_SERVICE_SMTP },
  { "421 4.3.2 Service not available\r\n", -1, MC_SERVICE_SMTP },
  { "554 5.7.1 Service unavailable; client blocked\r\n", -1, MC_SERVICE_SMTP },
  { "HTTP/1.1 400 Bad Request\r\n", -1, MC_SERVICE_HTTP },
  { "<!doctype html>\n<title>x", -1, MC_SERVICE_HTTP },
  { "<html><body>", -1, MC_SERVICE_HTTP },
  { "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", -1, MC_SERVICE_SSH },
  { "\x15\x03\x03\x00\x02\x02\x28", 7, MC_SERVICE_TLS },
  { "\x15\x03\x01\x00\x02\x02\x46", 7, MC_SERVICE_TLS },
  { "\x16\x03\x03\x00\x7a\x02", 6, MC_SERVICE_TLS },
  { "", 0, MC_SERVICE_SILENT },

  { "hello\r\n", -1, MC_SERVICE_OTHER },
  { "*", -1, MC_SERVICE_OTHER },
  { "OK ready\r\n", -1, MC_SERVICE_OTHER },
  { "+", -1, MC_SERVICE_OTHER },
  { "22", -1, MC_SERVICE_OTHER },
  { " 220 mail.example.org", -1, MC_SERVICE_OTHER },
  { "\x15", 1, MC_SERVICE_OTHER },
  { "\x15\x04\x03", 3, MC_SERVICE_OTHER },
  { "\0\0\0\0", 4, MC_SERVICE_OTHER },
  { "\0* OK", 5, MC_SERVICE_OTHER },
  { "\xff\xfb\x01\xff\xfb\x03", 6, MC_SERVICE_OTHER },
  { "\r\n", -1, MC_SERVICE_OTHER },

  /* Only what came counts, not what stands behind it in memory. */
  { "* OK", 3, MC_SERVICE_OTHER },
  { "220 ", 2, MC_SERVICE_OTHER },
};

static void
test_first_bytes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      gsize            length = firsts[i].length < 0 ? strlen (firsts[i].bytes) : (gsize) firsts[i].length;
      g_autofree char *shown = g_strescape (firsts[i].bytes, NULL);
      McService        service = mc_service_from_bytes (firsts[i].bytes, length);

      g_test_message ("%s", shown);
      g_assert_cmpstr (mc_service_get_id (service), ==, mc_service_get_id (firsts[i].service));
    }
}

/* What came is not NUL-terminated; the sanitizer sees a read past its end. */
static void
test_exact_memory (void)
{
  for (gsize length = 0; length <= 4; length++)
    {
      g_autofree char *bytes = g_memdup2 ("* OK", length);

      g_assert_true ((mc_service_from_bytes (bytes, length) == MC_SERVICE_IMAP) == (length == 4));
    }
}

static void
test_protocol (void)
{
  g_assert_true (mc_service_is_protocol (MC_SERVICE_IMAP, MC_PROTOCOL_IMAP));
  g_assert_true (mc_service_is_protocol (MC_SERVICE_POP3, MC_PROTOCOL_POP3));
  g_assert_true (mc_service_is_protocol (MC_SERVICE_SMTP, MC_PROTOCOL_SMTP));
  g_assert_false (mc_service_is_protocol (MC_SERVICE_POP3, MC_PROTOCOL_IMAP));
  g_assert_false (mc_service_is_protocol (MC_SERVICE_SMTP, MC_PROTOCOL_POP3));
  g_assert_false (mc_service_is_protocol (MC_SERVICE_SILENT, MC_PROTOCOL_IMAP));
}

static void
test_table (void)
{
  for (int service = MC_SERVICE_SILENT; service <= MC_SERVICE_OTHER; service++)
    {
      gboolean is_mail = service == MC_SERVICE_IMAP || service == MC_SERVICE_POP3 || service == MC_SERVICE_SMTP;

      g_assert_nonnull (mc_service_get_id ((McService) service));
      g_assert_cmpstr (mc_service_get_title ((McService) service), !=, "");
      g_assert_true (mc_service_is_mail ((McService) service) == is_mail);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/first-bytes", test_first_bytes);
  g_test_add_func ("/service/exact-memory", test_exact_memory);
  g_test_add_func ("/service/protocol", test_protocol);
  g_test_add_func ("/service/table", test_table);

  return g_test_run ();
}
