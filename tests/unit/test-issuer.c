/* test-issuer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-issuer.h"
#include "mc-public-name.h"
#include "mc-test-fiber.h"

static void
test_uri (void)
{
  static const char *const good[] = { "http://ca.example.org/ca.crt", "http://ca.example.org:80/a/b.der",
                                      "http://198.51.100.7/ca.der" };
  static const char *const bad[] = { "https://ca.example.org/ca.crt", "http://ca.example.org:631/printers",
                                     "http://ca.example.org/ca?delete=all", "http://admin:admin@ca.example.org/",
                                     "http://admin@ca.example.org/", "http:///ca.crt", "file:///etc/passwd", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (mc_issuer_is_fetchable (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mc_issuer_is_fetchable (bad[i]));
}

static void
test_addresses (void)
{
  static const char *const open[] = { "198.51.100.7", "203.0.113.9", "192.0.2.1", "2001:db8::7", "9.9.9.9",
                                      "64:ff9b::c633:6407" };
  static const char *const closed[] = { "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1",
                                        "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::", "::1",
                                        "fe80::1", "fec0::1", "fd00::1", "ff02::1", "::ffff:127.0.0.1",
                                        "::ffff:192.168.1.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::c0a8:101",
                                        "2002:7f00:1::" };

  for (gsize i = 0; i < G_N_ELEMENTS (open); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (open[i]);

      g_assert_true (mc_public_address_is_public (address));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (closed); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (closed[i]);

      g_assert_false (mc_public_address_is_public (address));
    }
}

static void
fetch_here (gpointer data)
{
  g_autoptr (McScope) scope = mc_scope_new (NULL, 5000);
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  bytes = mc_issuer_fetch (scope, data, &error);

  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

/* The certificate of a stranger does not make this computer ask itself. */
static void
test_fetch_here (void)
{
  static const char *const uris[] = { "http://127.0.0.1/", "http://[::1]/", "http://localhost/", "http://[::ffff:127.0.0.1]/" };

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++)
    mc_test_run_fiber (fetch_here, (gpointer) uris[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/issuer/uri", test_uri);
  g_test_add_func ("/issuer/addresses", test_addresses);
  g_test_add_func ("/issuer/fetch-here", test_fetch_here);

  return g_test_run ();
}
