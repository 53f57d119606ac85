/* test-public-name.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-doh.h"
#include "mc-public-name.h"

static void
test_names (void)
{
  static const char *const public_names[] = {
    "imap.example.com",
    "mail.xn--bcher-kva.example",
    "IMAP.Example.COM",
    "localhost.example.com",
    "1.2.0.192.in-addr.arpa",
    "homelan.org",
    "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
  };
  static const char *const private_names[] = {
    "",
    ".",
    "nas",
    "nas.",
    "localhost",
    "nas.local",
    "NAS.LOCAL",
    "mail.lan",
    "server.internal",
    "router.home.arpa",
    "mail.fritz.home",
    "x.onion",
    "y.test",
    "z.invalid",
    "mail.corp",
    "192.0.2.1",
    "2001:db8::1",
    "127.0.0.1",
    "1.1.168.192.in-addr.arpa",
    "1.0.0.10.in-addr.arpa",
    "10.in-addr.arpa",
    "1.64.100.in-addr.arpa",
    "1.0.0.127.in-addr.arpa",
    "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.f.ip6.arpa",
  };

  for (guint i = 0; i < G_N_ELEMENTS (public_names); i++)
    {
      g_test_message ("%s", public_names[i]);
      g_assert_true (mc_doh_may_ask (public_names[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (private_names); i++)
    {
      g_test_message ("%s", private_names[i]);
      g_assert_false (mc_doh_may_ask (private_names[i]));
    }
}

static void
test_addresses (void)
{
  static const char *const public_addresses[] = { "9.9.9.9", "172.32.0.1", "100.128.0.1", "2620:fe::9" };
  static const char *const private_addresses[] = {
    "0.0.0.0",
    "::",
    "127.0.0.53",
    "::1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.178.1",
    "169.254.1.1",
    "100.64.0.1",
    "fe80::1",
    "fd12::1",
    "224.0.0.251",
  };

  for (guint i = 0; i < G_N_ELEMENTS (public_addresses); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (public_addresses[i]);

      g_assert_true (mc_public_address_is_public (address));
      g_assert_false (mc_public_address_is_nowhere (address));
    }
  for (guint i = 0; i < G_N_ELEMENTS (private_addresses); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (private_addresses[i]);

      g_test_message ("%s", private_addresses[i]);
      g_assert_false (mc_public_address_is_public (address));
      g_assert_cmpint (mc_public_address_is_nowhere (address), ==, i < 4);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/public-name/names", test_names);
  g_test_add_func ("/public-name/addresses", test_addresses);

  return g_test_run ();
}
