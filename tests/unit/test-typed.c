/* test-typed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-address.h"
#include "mc-server-line.h"
#include "mc-typed.h"

typedef struct
{
  const char *typed;
  const char *taken;
} Address;

/* RFC 5322 section 3.4 for names with addresses, RFC 6068 for links. */
static const Address addresses[] = {
  { "anna@example.org", "anna@example.org" },
  { "  anna@example.org\n", "anna@example.org" },
  { "\u00a0anna@example.org\u200b", "anna@example.org" },
  { "\ufeffanna@example.org", "anna@example.org" },
  { "Anna <anna@example.org>", "anna@example.org" },
  { "\"Schmidt, Anna\" <anna@example.org>", "anna@example.org" },
  { "Anna < anna@example.org >;", "anna@example.org" },
  { "anna@old.example <anna@example.org>", "anna@example.org" },
  { "Anna <anna@exam", "anna@exam" },
  { "mailto:anna@example.org", "anna@example.org" },
  { "<MAILTO:anna@example.org?subject=Hello>", "anna@example.org" },
  { "mailto:anna%2Bshop@example.org", "anna+shop@example.org" },
  { "\"anna@example.org\"", "anna@example.org" },
  { "'anna@example.org'", "anna@example.org" },
  { "anna@example.org,", "anna@example.org" },
  { "anna@example.org.", "anna@example.org" },
  { "\"a<b\"@example.org", "\"a<b\"@example.org" },
  { "\"john smith\"@example.org", "\"john smith\"@example.org" },
  { "o'neil@example.org", "o'neil@example.org" },
  { "jörg@bücher.example", "jörg@bücher.example" },
  { "anna", "anna" },
  { "", "" },
  { " ", "" },
  { "<", "" },
  { "\"", "\"" },
  { "mailto:", "" },
  { "anna\xff@example.org", "anna\ufffd@example.org" },
};

static const char *const unfinished[] = {
  "",
  "a",
  "anna",
  "anna.",
  "anna@",
  "anna@e",
  "anna@example",
  "anna@example.",
  "anna@example-",
  "\"anna",
  "\"anna b",
};

static const char *const wrong_already[] = {
  "anna b",
  "anna@@",
  "anna@b@",
  "anna@.",
  "anna@-",
  "anna..b",
  ".anna",
  "anna@example,o",
  "anna@example..",
  "anna@exa mple",
};

static const char *const explained[] = {
  "anna",
  "anna@",
  "@example.org",
  "anna@example",
  "anna b@example.org",
  "anna@example,org",
  "a@example.org, b@example.org",
};

typedef struct
{
  const char *typed;
  const char *host;
  guint16     port;
} Host;

static const Host hosts[] = {
  { "mail.example.org", "mail.example.org", 0 },
  { " mail.example.org\t", "mail.example.org", 0 },
  { "mail.example.org:993", "mail.example.org", 993 },
  { "mail.example.org: 993", "mail.example.org", 993 },
  { "https://mail.example.org", "mail.example.org", 0 },
  { "https://mail.example.org/inbox?x#y", "mail.example.org", 0 },
  { "imaps://anna@mail.example.org:993/", "mail.example.org", 993 },
  { "mail.example.org/", "mail.example.org", 0 },
  { "192.0.2.7:143", "192.0.2.7", 143 },
  { "2001:db8::7", "2001:db8::7", 0 },
  { "[2001:db8::7]", "2001:db8::7", 0 },
  { "[2001:db8::7]:143", "2001:db8::7", 143 },
  { "", "", 0 },
  { "  ", "", 0 },
  /* Left as they are, to be corrected. */
  { "mail.example.org:imap", "mail.example.org:imap", 0 },
  { "mail.example.org:70000", "mail.example.org:70000", 0 },
  { "[2001:db8::7]:x", "[2001:db8::7]:x", 0 },
  { "anna@example.org", "anna@example.org", 0 },
};

typedef struct
{
  const char *incoming;
  const char *outgoing;
  const char *line;
} Line;

static const Line lines[] = {
  { NULL, NULL, "Found automatically" },
  { "imap:imap.example.org", "smtp:smtp.example.org", "imap.example.org, smtp.example.org" },
  { "imap:mail.example.org", "smtp:mail.example.org", "mail.example.org" },
  { "pop3:pop.example.org", NULL, "pop.example.org, sending not tested" },
  { NULL, "smtp:smtp.example.org", "Incoming found automatically, outgoing smtp.example.org" },
  { "imap:bücher.example", "smtp:bücher.example", "bücher.example" },
};

static void
test_address (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *taken = mc_typed_take_address (addresses[i].typed);

      g_assert_cmpstr (taken, ==, addresses[i].taken);
    }
}

static void
test_address_huge (void)
{
  g_autofree char *typed = g_strnfill (1024 * 1024, '<');
  g_autofree char *taken = mc_typed_take_address (typed);

  g_assert_cmpstr (taken, ==, "");

  memset (typed, 'a', strlen (typed));
  g_assert_false (mc_typed_is_unfinished (typed));
  g_assert_nonnull (mc_typed_explain_address (typed));
}

static void
test_unfinished (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unfinished); i++)
    {
      g_test_message ("%s", unfinished[i]);
      g_assert_true (mc_typed_is_unfinished (unfinished[i]));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (wrong_already); i++)
    {
      g_test_message ("%s", wrong_already[i]);
      g_assert_false (mc_typed_is_unfinished (wrong_already[i]));
    }
}

/* Somebody who types an address letter by letter is never told off. */
static void
test_typing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (McAddress) address = mc_address_new (addresses[i].typed, NULL);

      if (address == NULL)
        continue;

      for (gsize length = 0; length <= strlen (addresses[i].typed); length++)
        {
          g_autofree char *typed = g_strndup (addresses[i].typed, length);
          g_autofree char *taken = mc_typed_take_address (typed);

          g_test_message ("%s", typed);
          if (g_utf8_validate (typed, -1, NULL))
            g_assert_true (mc_typed_is_unfinished (taken) || mc_typed_explain_address (taken) == NULL);
        }
    }
}

static void
test_explain (void)
{
  g_assert_null (mc_typed_explain_address ("anna@example.org"));

  /* Each with a sentence of its own. */
  for (gsize i = 0; i < G_N_ELEMENTS (explained); i++)
    {
      const char *sentence = mc_typed_explain_address (explained[i]);

      g_assert_nonnull (sentence);
      g_assert_true (g_str_has_suffix (sentence, "."));
    }

  g_assert_nonnull (strstr (mc_typed_explain_address ("anna b@example.org"), "spaces"));
  g_assert_nonnull (strstr (mc_typed_explain_address ("anna@example,org"), "comma"));
  g_assert_nonnull (strstr (mc_typed_explain_address ("a@example.org, b@example.org"), "one address"));
}

static void
test_host (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      guint16          port;
      g_autofree char *host = mc_typed_take_host (hosts[i].typed, &port);

      g_assert_cmpstr (host, ==, hosts[i].host);
      g_assert_cmpuint (port, ==, hosts[i].port);
    }
}

static void
test_port (void)
{
  guint16 port = 1;

  g_assert_true (mc_typed_take_port (" 993 ", &port));
  g_assert_cmpuint (port, ==, 993);
  g_assert_true (mc_typed_take_port (":587", &port));
  g_assert_cmpuint (port, ==, 587);
  g_assert_false (mc_typed_take_port ("", &port));
  g_assert_false (mc_typed_take_port ("0", &port));
  g_assert_false (mc_typed_take_port ("65536", &port));
  g_assert_false (mc_typed_take_port ("-1", &port));
  g_assert_false (mc_typed_take_port ("imap", &port));
}

static McServer *
new_server (const char *text)
{
  return text != NULL ? mc_server_new_from_string (text, NULL) : NULL;
}

static void
test_line (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (McServer) incoming = new_server (lines[i].incoming);
      g_autoptr (McServer) outgoing = new_server (lines[i].outgoing);
      g_autofree char     *line = mc_server_line_new (incoming, outgoing);

      g_assert_cmpstr (line, ==, lines[i].line);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed/address", test_address);
  g_test_add_func ("/typed/address/huge", test_address_huge);
  g_test_add_func ("/typed/unfinished", test_unfinished);
  g_test_add_func ("/typed/typing", test_typing);
  g_test_add_func ("/typed/explain", test_explain);
  g_test_add_func ("/typed/host", test_host);
  g_test_add_func ("/typed/port", test_port);
  g_test_add_func ("/server-line", test_line);

  return g_test_run ();
}
