/* test-address.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-address.h"

typedef struct
{
  const char *typed;
  const char *local_part;
  const char *domain;
} Valid;

typedef struct
{
  const char    *typed;
  McAddressError code;
} Invalid;

/* RFC 5321 section 4.1.2, RFC 6531 section 3.3; the domains as RFC 5891 writes them in ASCII. */
static const Valid valid[] = {
  { "user@example.org", "user", "example.org" },
  { "User.Name@EXAMPLE.Org", "User.Name", "example.org" },
  { "first.last+tag@sub.example.org", "first.last+tag", "sub.example.org" },
  { "!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~", "example.org" },
  { "1@1.example", "1", "1.example" },
  { "  user@example.org\t\n", "user", "example.org" },
  { "\"john smith\"@example.org", "\"john smith\"", "example.org" },
  { "\"a@b\"@example.org", "\"a@b\"", "example.org" },
  { "\"say \\\"hi\\\"\"@example.org", "\"say \\\"hi\\\"\"", "example.org" },
  { "\"back\\\\slash\"@example.org", "\"back\\\\slash\"", "example.org" },
  { "\"\"@example.org", "\"\"", "example.org" },
  { "\"..\"@example.org", "\"..\"", "example.org" },
  { "jörg@example.org", "jörg", "example.org" },
  { "用户@example.org", "用户", "example.org" },
  { "user@bücher.example", "user", "xn--bcher-kva.example" },
  { "user@BÜCHER.example", "user", "xn--bcher-kva.example" },
  { "user@例え.テスト", "user", "xn--r8jz45g.xn--zckzah" },
  { "user@xn--bcher-kva.example", "user", "xn--bcher-kva.example" },
};

static const Invalid invalid[] = {
  { "", MC_ADDRESS_ERROR_EMPTY },
  { " \t\n", MC_ADDRESS_ERROR_EMPTY },
  { "user", MC_ADDRESS_ERROR_NO_AT },
  { "user.example.org", MC_ADDRESS_ERROR_NO_AT },
  { "user at example.org", MC_ADDRESS_ERROR_NO_AT },
  { "@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "@", MC_ADDRESS_ERROR_LOCAL_PART },
  { "a@b@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { ".user@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "user.@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "us..er@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "us er@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "user @example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "us,er@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "us\ner@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "us\033er@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "us(er)@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "mailto:user@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "User Name <user@example.org>", MC_ADDRESS_ERROR_LOCAL_PART },
  { "<user@example.org>", MC_ADDRESS_ERROR_LOCAL_PART },
  { "one@example.org, two@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "\"@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "\"open@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "\"in\"ner\"@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "\"end\\\"@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "\"line\nbreak\"@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "\"one\".two@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "j\xf6rg@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "j\xc0\xaerg@example.org", MC_ADDRESS_ERROR_LOCAL_PART },
  { "user@", MC_ADDRESS_ERROR_DOMAIN },
  { "user@localhost", MC_ADDRESS_ERROR_DOMAIN },
  { "user@.example.org", MC_ADDRESS_ERROR_DOMAIN },
  { "user@example..org", MC_ADDRESS_ERROR_DOMAIN },
  { "user@-example.org", MC_ADDRESS_ERROR_DOMAIN },
  { "user@example-.org", MC_ADDRESS_ERROR_DOMAIN },
  { "user@exam ple.org", MC_ADDRESS_ERROR_DOMAIN },
  { "user@ example.org", MC_ADDRESS_ERROR_DOMAIN },
  { "user@example.org:993", MC_ADDRESS_ERROR_DOMAIN },
  { "user@example.org/x", MC_ADDRESS_ERROR_DOMAIN },
  { "user@192.0.2.1", MC_ADDRESS_ERROR_DOMAIN },
  { "user@[192.0.2.1]", MC_ADDRESS_ERROR_DOMAIN },
  { "user@[IPv6:2001:db8::1]", MC_ADDRESS_ERROR_DOMAIN },
  { "user@2001:db8::1", MC_ADDRESS_ERROR_DOMAIN },
  { "user@ex\xe4mple.org", MC_ADDRESS_ERROR_DOMAIN },
  { "user@example.or\xc3", MC_ADDRESS_ERROR_DOMAIN },
};

static char *
repeat (char  c,
        gsize length)
{
  char *text = g_malloc (length + 1);

  memset (text, c, length);
  text[length] = '\0';
  return text;
}

/* A domain of exactly that length, of labels no longer than 63. */
static char *
make_domain (gsize length)
{
  char *domain = repeat ('d', length);

  for (gsize i = 63; i + 1 < length; i += 64)
    domain[i] = '.';
  return domain;
}

static void
assert_fails (const char    *typed,
              McAddressError code)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (McAddress) address = mc_address_new (typed, &error);

  g_assert_null (address);
  g_assert_error (error, MC_ADDRESS_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_valid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autoptr (GError)    error = NULL;
      g_autoptr (McAddress) address = mc_address_new (valid[i].typed, &error);
      g_autofree char      *trimmed = g_strstrip (g_strdup (valid[i].typed));

      g_test_message ("%s", valid[i].typed);
      g_assert_no_error (error);
      g_assert_cmpstr (mc_address_get_text (address), ==, trimmed);
      g_assert_cmpstr (mc_address_get_local_part (address), ==, valid[i].local_part);
      g_assert_cmpstr (mc_address_get_domain (address), ==, valid[i].domain);
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

/* RFC 5321 section 4.5.3.1.1: the local part has 64 octets. */
static void
test_long_local_part (void)
{
  g_autofree char      *local_part = repeat ('l', 64);
  g_autofree char      *longest = g_strconcat (local_part, "@example.org", NULL);
  g_autofree char      *longer = g_strconcat ("l", longest, NULL);
  g_autofree char      *octets = g_strdup ("öööööööööööööööööööööööööööööööööx@example.org");
  g_autoptr (McAddress) address = mc_address_new (longest, NULL);

  g_assert_nonnull (address);
  assert_fails (longer, MC_ADDRESS_ERROR_TOO_LONG);

  /* 33 characters, but 65 octets */
  g_assert_cmpint (g_utf8_strlen (octets, -1), <, 64);
  assert_fails (octets, MC_ADDRESS_ERROR_TOO_LONG);
}

/* RFC 5321 section 4.5.3.1.3: a path has 256 octets with its angle brackets. */
static void
test_long_address (void)
{
  g_autofree char      *domain = make_domain (252);
  g_autofree char      *longest = g_strconcat ("u@", domain, NULL);
  g_autofree char      *longer = g_strconcat ("us@", domain, NULL);
  g_autoptr (McAddress) address = mc_address_new (longest, NULL);

  g_assert_cmpuint (strlen (longest), ==, 254);
  g_assert_nonnull (address);
  assert_fails (longer, MC_ADDRESS_ERROR_TOO_LONG);
}

/* RFC 1035 section 2.3.4: a label has 63 octets, here counted in ASCII. */
static void
test_long_label (void)
{
  g_autofree char      *label = repeat ('d', 63);
  g_autofree char      *longest = g_strconcat ("user@", label, ".org", NULL);
  g_autofree char      *longer = g_strconcat ("user@d", label, ".org", NULL);
  g_autoptr (McAddress) address = mc_address_new (longest, NULL);

  g_assert_nonnull (address);
  assert_fails (longer, MC_ADDRESS_ERROR_DOMAIN);
  assert_fails ("user@üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.org", MC_ADDRESS_ERROR_DOMAIN);
}

static void
test_huge (void)
{
  static const gsize sizes[] = { 10000, 1024 * 1024 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *filler = repeat ('a', sizes[i]);
      g_autofree char *long_local = g_strconcat (filler, "@example.org", NULL);
      g_autofree char *long_domain = g_strconcat ("user@", filler, ".org", NULL);
      g_autofree char *at_signs = repeat ('@', sizes[i]);
      g_autofree char *quotes = repeat ('"', sizes[i]);

      assert_fails (filler, MC_ADDRESS_ERROR_TOO_LONG);
      assert_fails (long_local, MC_ADDRESS_ERROR_TOO_LONG);
      assert_fails (long_domain, MC_ADDRESS_ERROR_TOO_LONG);
      assert_fails (at_signs, MC_ADDRESS_ERROR_TOO_LONG);
      assert_fails (quotes, MC_ADDRESS_ERROR_TOO_LONG);
    }
}

static void
test_reference (void)
{
  McAddress *address = mc_address_new ("user@example.org", NULL);
  McAddress *other = mc_address_ref (address);

  mc_address_unref (address);
  g_assert_cmpstr (mc_address_get_text (other), ==, "user@example.org");
  mc_address_unref (other);
}

static void
assert_host (const char *host,
             const char *expected)
{
  g_autofree char *normalized = mc_address_normalize_host (host);

  g_assert_cmpstr (normalized, ==, expected);
}

static void
test_host (void)
{
  g_autofree char *longest = make_domain (253);
  g_autofree char *longer = make_domain (254);

  assert_host ("Mail.Example.ORG", "mail.example.org");
  assert_host ("mail.example.org.", "mail.example.org");
  assert_host ("localhost", "localhost");
  assert_host ("mail.bücher.example", "mail.xn--bcher-kva.example");
  assert_host ("192.0.2.1", "192.0.2.1");
  assert_host ("2001:DB8::1", "2001:db8::1");
  assert_host (longest, longest);

  assert_host (longer, NULL);
  assert_host (NULL, NULL);
  assert_host ("", NULL);
  assert_host (".", NULL);
  assert_host ("..", NULL);
  assert_host ("mail..org", NULL);
  assert_host ("[2001:db8::1]", NULL);
  assert_host ("mail.example.org:993", NULL);
  assert_host ("mail example.org", NULL);
  assert_host ("mail\nexample.org", NULL);
  assert_host ("m\xff.org", NULL);
}

static void
assert_folds (const char *typed,
              const char *expected)
{
  g_autofree char *folded = mc_address_fold (typed);

  g_assert_cmpstr (folded, ==, expected);
}

/* One address, however it is typed. */
static void
test_fold (void)
{
  assert_folds ("joe@example.org", "joe@example.org");
  assert_folds (" Joe@EXAMPLE.org.\n", "joe@example.org");
  assert_folds ("jörg@bücher.example", "jörg@xn--bcher-kva.example");
  assert_folds ("JÖRG@xn--bcher-kva.example", "jörg@xn--bcher-kva.example");
  assert_folds ("joe", NULL);
  assert_folds ("", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/valid", test_valid);
  g_test_add_func ("/address/invalid", test_invalid);
  g_test_add_func ("/address/long-local-part", test_long_local_part);
  g_test_add_func ("/address/long-address", test_long_address);
  g_test_add_func ("/address/long-label", test_long_label);
  g_test_add_func ("/address/huge", test_huge);
  g_test_add_func ("/address/reference", test_reference);
  g_test_add_func ("/address/host", test_host);
  g_test_add_func ("/address/fold", test_fold);

  return g_test_run ();
}
