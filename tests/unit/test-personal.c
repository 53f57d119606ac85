/* test-personal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-personal.h"
#include "mc-public-names.h"

static McResult *
result_new (const char *address,
            const char *user,
            const char *incoming)
{
  McResult *result = mc_result_new ();

  result->account = mc_account_new (address);
  if (user != NULL)
    mc_account_set_user (result->account, user);
  if (incoming != NULL)
    result->incoming = mc_server_new (MC_PROTOCOL_IMAP, incoming, 993, MC_SECURITY_TLS, MC_ORIGIN_USER);

  return result;
}

static void
assert_hides (const char *address,
              const char *user,
              const char *incoming,
              const char *text,
              const char *expected)
{
  g_autoptr (McResult)   result = result_new (address, user, incoming);
  g_autoptr (McPersonal) personal = mc_personal_new (result);
  g_autofree char       *hidden = mc_personal_hide (personal, text);

  g_assert_cmpstr (hidden, ==, expected);
}

/* An account that shares nothing with the texts. */
static void
assert_hides_of_others (const char *text,
                        const char *expected)
{
  assert_hides ("quokka@wombat.example", NULL, NULL, text, expected);
}

static void
test_account (void)
{
  const char *address = "anna.canary@canary.example";
  const char *host = "mail.canary.example";

  assert_hides (address, NULL, host, "Sign-in as anna.canary@canary.example", "Sign-in as <address>");
  assert_hides (address, NULL, host, "RCPT TO:<Anna.Canary@CANARY.example>", "RCPT TO:<<address>>");
  assert_hides (address, NULL, host, "user anna.canary unknown", "user <user> unknown");
  assert_hides (address, NULL, host, "no such domain: canary.example.", "no such domain: <domain>.");
  assert_hides (address, NULL, host, "mail.canary.example ready", "<host-1> ready");
  assert_hides (address, NULL, host, "a=mail.canary.example b=web.canary.example", "a=<host-1> b=<host-2>");
  assert_hides (address, NULL, host, "*.canary.example", "*.<domain>");
  assert_hides (address, NULL, host, "_imaps._tcp.canary.example", "_imaps._tcp.<domain>");
  assert_hides (address, NULL, host, "“mail.canary.example”", "“<host-1>”");
  assert_hides (address, NULL, host, "/home/anna.canary/mail", "/home/<user>/mail");
  assert_hides (address, NULL, host, "anna.canary%40canary.example", "<address>");
  assert_hides (address, NULL, host, "Hello Anna!", "Hello <user>!");
  assert_hides (address, NULL, host, "savanna, annal", "savanna, annal");
}

static void
test_user (void)
{
  assert_hides ("anna@canary.example", "u1234567", NULL, "u1234567 of anna@canary.example (anna)",
                "<user> of <address> (<user-2>)");
  assert_hides ("anna@canary.example", "anna", NULL, "anna of anna@canary.example", "<user> of <address>");
  assert_hides ("anna@canary.example", "me@other.example", NULL, "me@other.example of anna@canary.example",
                "<address-2> of <address>");
  assert_hides ("anna+shop@canary.example", NULL, NULL, "anna+shop is anna", "<user> is <user>");
  assert_hides ("bob+shop@canary.example", NULL, NULL, "bob+shop is bob", "<user> is <user>");
  assert_hides ("\"anna b\"@canary.example", NULL, NULL, "\"anna b\"@canary.example", "<address>");
}

static void
test_outgoing_user (void)
{
  g_autoptr (McResult)   result = result_new ("anna@canary.example", "u1234567", NULL);
  g_autoptr (McPersonal) personal = NULL;
  g_autofree char       *hidden = NULL;

  mc_account_set_outgoing_user (result->account, "anna@relay.example");
  personal = mc_personal_new (result);
  hidden = mc_personal_hide (personal, "u1234567 sends as anna@relay.example");

  g_assert_cmpstr (hidden, ==, "<user> sends as <address-2>");
}

static void
test_common_words (void)
{
  const char *greeting = "IMAP4rev1 server ready; a mail for info; STARTTLS";

  assert_hides ("info@canary.example", NULL, NULL, greeting, greeting);
  assert_hides ("a@canary.example", NULL, NULL, greeting, greeting);
  assert_hides ("imap@canary.example", NULL, NULL, greeting, greeting);
  assert_hides ("mail@canary.example", NULL, NULL, greeting, greeting);
  assert_hides ("info@canary.example", NULL, NULL, "info@canary.example", "<address>");
  assert_hides ("a@canary.example", NULL, NULL, "a@canary.example", "<address>");
  assert_hides ("info@canary.example", "info", NULL, "info", "<user>");
  assert_hides ("ab@canary.example", "ab", NULL, "a1 LOGIN \"ab\" [hidden]", "a1 LOGIN \"<user>\" [hidden]");
  assert_hides ("anna@canary.example", NULL, "mail", "the mail server", "the mail server");
  assert_hides ("anna@canary.example", NULL, "diskstation", "diskstation answers", "<host-1> answers");
  assert_hides ("anna@canary.example", NULL, "localhost", "localhost answers", "localhost answers");
}

static void
test_others (void)
{
  assert_hides_of_others ("from bob@other.example to carol@other.example and bob@other.example",
                          "from <address-2> to <address-3> and <address-2>");
  assert_hides_of_others ("bob.o'brien+x@other.example;", "<address-2>;");
  assert_hides_of_others ("root@[192.0.2.1]", "<address-2>");
  assert_hides_of_others ("220 mx.other.example ESMTP", "220 <host-1> ESMTP");
  assert_hides_of_others ("names: b.example.net, B.example.net.", "names: <host-1>, <host-1>.");
  assert_hides_of_others ("https://login.other.example/?u=1", "https://<host-1>/?u=1");
  assert_hides_of_others ("Grüße von post.müller.example", "Grüße von <host-1>");
  assert_hides_of_others ("XN--MLLER-KVA.example müller.example", "<host-1> <host-1>");
}

static void
test_no_names (void)
{
  const char *const texts[] = {
    "Dovecot 2.4.1 ready.",
    "550 5.7.1 Refused",
    "OID 1.3.6.1.5.5.7.3.1",
    "2026-01-31T09:00:00Z",
    "AB:CD:EF:01:02:03:04:05:06:07:08:09:0A:0B:0C:0D:0E:0F:10:11",
    "e.g. this, i.e. that...",
    "TLS 1.3, AES-256-GCM; std::string",
    "You can fix this yourself. Then go on.",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_hides_of_others (texts[i], texts[i]);
}

static void
test_ip_addresses (void)
{
  assert_hides_of_others ("192.0.2.1:993 and [192.0.2.2] and 192.0.2.1.", "<ip-1>:993 and [<ip-2>] and <ip-1>.");
  assert_hides_of_others ("2001:db8::1 = 2001:DB8:0:0:0:0:0:1", "<ip-1> = <ip-1>");
  assert_hides_of_others ("[IPv6:2001:db8::1]", "[IPv6:<ip-1>]");
  assert_hides_of_others ("connect to 2001:db8::1: refused", "connect to <ip-1>: refused");
  assert_hides_of_others ("code:192.0.2.7 ip4:192.0.2.8/24 ip6:2001:db8::/32", "code:<ip-1> ip4:<ip-2>/24 ip6:<ip-3>/32");
  assert_hides_of_others ("::ffff:192.0.2.9", "<ip-1>");
  assert_hides_of_others ("fe80::1%eth0 10.0.0.7", "<ip-1>%eth0 <ip-2>");
  assert_hides_of_others ("127.0.0.1, 127.8.8.8, ::1 and 0.0.0.0", "127.0.0.1, 127.8.8.8, ::1 and 0.0.0.0");
  assert_hides_of_others ("1.2.0.192.in-addr.arpa", "<host-1>");
  assert_hides_of_others ("1.1.1.1 and 9.9.9.9", "1.1.1.1 and 9.9.9.9");
}

static void
test_providers (void)
{
  assert_hides ("quokka@gmail.com", NULL, "imap.gmail.com", "imap.gmail.com, gmail.com, quokka@gmail.com, quokka",
                "imap.gmail.com, gmail.com, <address>, <user>");
  assert_hides ("quokka@gmail.com", NULL, NULL, "quokka.gmail.com", "<host-1>");
  assert_hides_of_others ("outlook.office365.com, imap.mail.me.com, secureimap.t-online.de",
                          "outlook.office365.com, imap.mail.me.com, secureimap.t-online.de");
  assert_hides_of_others ("wombat-example.mail.protection.outlook.com", "<host-1>");
  assert_hides_of_others ("c-192-0-2-1.hsd1.ca.comcast.net", "<host-1>");
  assert_hides_of_others ("notgmail.com gmail.com.evil.example", "<host-1> <host-2>");
  assert_hides_of_others ("bob@gmail.com", "<address-2>");
}

/* A long value is cut where it is read; what is left of it tells as much. */
static void
test_cut (void)
{
  g_autofree char *local_part = g_strnfill (500, 'q');
  g_autofree char *long_address = g_strdup_printf ("%s@canary.example", local_part);
  g_autofree char *cut = g_strdup_printf ("%.320s", long_address);
  g_autofree char *quoted = g_strdup_printf ("“%s” is wrong", cut);

  assert_hides ("anna.canary@canary.example", NULL, NULL, "“anna.canary…", "“<address>…");
  assert_hides ("anna.canary@canary.example", NULL, NULL, "“anna.cana…", "“<address>…");
  assert_hides (long_address, NULL, NULL, cut, "<address>");
  assert_hides (long_address, NULL, NULL, quoted, "“<address>” is wrong");
}

static void
test_invalid_address (void)
{
  assert_hides ("quokka at wombat", NULL, NULL, "“quokka at wombat” is wrong", "“<address>” is wrong");
  assert_hides ("quokka@wom bat", NULL, NULL, "quokka@wom bat; wom bat; quokka", "<address>; <domain>; <user>");
  assert_hides ("quokka\033[1m@x", NULL, NULL, "quokka<U+001B>[1m@x", "<address>");
  assert_hides ("\xff\xfe", NULL, NULL, "<FF><FE>", "<address>");
  assert_hides ("", NULL, NULL, "Nothing given", "Nothing given");
}

static void
test_scripts_without_spaces (void)
{
  assert_hides ("anna@canary.example", NULL, NULL, "用户anna的邮箱", "用户<user>的邮箱");
  assert_hides ("jürgen@canary.example", NULL, NULL, "JÜRGEN’s", "<user>’s");
}

static void
test_stable (void)
{
  g_autoptr (McResult)         result = result_new ("anna@canary.example", NULL, "mail.canary.example");
  g_autoptr (McFindingBuilder) builder = mc_finding_builder_new ("incoming.host", "Server name", MC_GROUP_INCOMING);
  g_autoptr (McPersonal)       first = NULL;
  g_autoptr (McPersonal)       second = NULL;
  g_autofree char             *forwards = NULL;
  g_autofree char             *backwards = NULL;

  mc_finding_builder_add_evidence (builder, "ipv4", "192.0.2.1");
  mc_finding_builder_add_evidence (builder, "ipv6", "2001:db8::1");
  mc_finding_builder_set_transcript (builder, "S: hello from\nS: web.canary.example\nS: ftp.canary.example\n");
  g_ptr_array_add (result->findings, mc_finding_builder_end (builder));

  first = mc_personal_new (result);
  second = mc_personal_new (result);
  forwards = mc_personal_hide (first, "192.0.2.1 2001:db8::1 mail.canary.example web.canary.example ftp.canary.example");
  backwards = mc_personal_hide (second, "ftp.canary.example web.canary.example mail.canary.example 2001:db8::1 192.0.2.1");
  g_assert_cmpstr (forwards, ==, "<ip-1> <ip-2> <host-1> <host-2> <host-3>");
  g_assert_cmpstr (backwards, ==, "<host-3> <host-2> <host-1> <ip-2> <ip-1>");
}

static void
test_shown (void)
{
  g_autofree char *same = mc_personal_hide (NULL, "anna@canary.example");

  g_assert_cmpstr (same, ==, "anna@canary.example");
  g_assert_null (mc_personal_hide (NULL, NULL));
}

/* What we say ourselves must stay readable: no sentence of ours looks like somebody's data. */
static void
test_own_texts (void)
{
  g_autoptr (McResult)   result = result_new ("quokka@wombat.example", NULL, NULL);
  g_autoptr (McPersonal) personal = mc_personal_new (result);
  const McCause         *cause;

  for (guint i = 0; (cause = mc_cause_get_nth (i)) != NULL; i++)
    {
      g_autofree char *title = mc_personal_hide (personal, cause->title);
      g_autofree char *explanation = mc_personal_hide (personal, cause->explanation);

      g_assert_cmpstr (title, ==, cause->title);
      g_assert_cmpstr (explanation, ==, cause->explanation);
      for (guint step = 0; cause->steps[step] != NULL; step++)
        {
          g_autofree char *hidden = mc_personal_hide (personal, cause->steps[step]);

          g_assert_cmpstr (hidden, ==, cause->steps[step]);
        }
    }
}

/* Local parts and domains that are words of ours; “anna” is none of them. */
static void
test_own_words (void)
{
  static const char *const addresses[] = {
    "passwords@security.example", "security@referral.example", "server@starttls.example", "starttls@server.example",
    "referral@tenant.example", "mail@passwords.example", "tenant@mail.example", "info@starttls-x.example",
    "anna@referral-x.example"
  };
  static const char *const texts[] = {
    "Microsoft no longer takes passwords from mail programs",
    "The administrator can change the security defaults policy of the tenant",
    "The server takes passwords; a mail for info",
    "250-STARTTLS",
    "S: 250 STARTTLS",
    "NO [REFERRAL imap://]",
    "AUTH=PLAIN, STARTTLS",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (McResult)   result = result_new (addresses[i], NULL, NULL);
      g_autoptr (McPersonal) personal = mc_personal_new (result);
      g_autofree char       *starttls = mc_personal_hide_evidence (personal, "mechanisms", "STARTTLS");
      g_autofree char       *referral = mc_personal_hide_evidence (personal, "response_code", "REFERRAL");
      g_autofree char       *user = g_strndup (addresses[i], strcspn (addresses[i], "@"));
      g_autofree char       *hidden_user = mc_personal_hide_evidence (personal, "user", user);
      const McCause         *cause;

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        assert_hides (addresses[i], NULL, NULL, texts[j], texts[j]);
      g_assert_cmpstr (starttls, ==, "STARTTLS");
      g_assert_cmpstr (referral, ==, "REFERRAL");
      g_assert_cmpstr (hidden_user, ==, "<user>");
      assert_hides (addresses[i], NULL, NULL, addresses[i], "<address>");

      for (guint j = 0; (cause = mc_cause_get_nth (j)) != NULL; j++)
        {
          g_autofree char *title = mc_personal_hide (personal, cause->title);
          g_autofree char *explanation = mc_personal_hide (personal, cause->explanation);

          g_assert_cmpstr (title, ==, cause->title);
          g_assert_cmpstr (explanation, ==, cause->explanation);
        }
    }

  assert_hides ("security@canary.example", NULL, NULL, "Sign in as “security”", "Sign in as “<user>”");
  assert_hides ("anna@canary.example", NULL, NULL, "user anna is unknown", "user <user> is unknown");
}

static void
test_parts (void)
{
  const char *address = "anna.canary+shop@zz-kanarien.example";
  const char *host = "annas-nas.dyn.example";

  assert_hides (address, NULL, host, "O=zz-kanarien, ou=ZZ-Kanarien", "O=<domain>, ou=<domain>");
  assert_hides (address, NULL, host, "Annas-NAS ready", "<host-1> ready");
  assert_hides (address, NULL, NULL, "Annas iPhone, anna2", "<user>s iPhone, <user>2");
  assert_hides (address, NULL, NULL, "annacanary anna_canary xannacanaryx", "<user> <user>_<user> x<user>x");
}

static void
test_encoded (void)
{
  const char *address = "anna.canary+shop@zz-kanarien.example";

  assert_hides (address, NULL, NULL, "?u=anna.canary%2Bshop%40zz-kanarien.example&x", "?u=<address>&x");
  assert_hides (address, NULL, NULL, "%61nna.canary%2bshop%40zz-kanarien%2Eexample!", "<address>!");
  assert_hides (address, NULL, NULL, "anna.canary=2Bshop=40zz-kanarien.example", "<address>");
  assert_hides (address, NULL, NULL, "anna.canary+shop&#64;zz-kanarien&#x2e;example", "<address>");
  assert_hides (address, NULL, NULL, "zz%2Dkanarien%2Eexample", "<domain>");
  assert_hides (address, NULL, NULL, "a<U+034F>nna.canary ａｎｎａ.canary", "<user> <user>");
  assert_hides ("jörg@möwe.example", NULL, NULL, "j%C3%B6rg%40m%c3%b6we.example", "<address>");
  assert_hides (address, NULL, NULL, "100%, &c.; a=b %zz &#; %4", "100%, &c.; a=b %zz &#; %4");
}

static void
test_quads (void)
{
  assert_hides_of_others ("84-12-3-4 is 84.12.3.4 and 084.012.003.004", "<ip-1> is <ip-1> and <ip-1>");
  assert_hides_of_others ("ip-84-12-3-4: hello", "ip-<ip-1>: hello");
  assert_hides_of_others ("2026-01-31-12 1-2-3 1-2-3-4-5 84-12.3-4 300-1-1-1",
                          "2026-01-31-12 1-2-3 1-2-3-4-5 84-12.3-4 300-1-1-1");
}

/* Logs of certificates that are open to all find the name by issuer and serial number. */
static void
test_certificate (void)
{
  g_autoptr (McResult)         result = result_new ("quokka@wombat.example", NULL, "mail.wombat.example");
  g_autoptr (McFindingBuilder) builder = mc_finding_builder_new ("incoming.certificate", "Names", MC_GROUP_INCOMING);
  g_autoptr (McPersonal)       personal = NULL;
  g_autofree char             *serial = NULL;
  g_autofree char             *subject = NULL;
  g_autofree char             *issuer = NULL;
  g_autofree char             *other = NULL;

  mc_finding_builder_add_evidence (builder, "subject", "CN=mail.wombat.example,O=Marsupials GmbH");
  mc_finding_builder_add_evidence (builder, "serial", "01");
  g_ptr_array_add (result->findings, mc_finding_builder_end (builder));
  personal = mc_personal_new (result);

  serial = mc_personal_hide_evidence (personal, "serial", "01");
  subject = mc_personal_hide_evidence (personal, "subject", "CN=mail.wombat.example,O=Marsupials GmbH");
  issuer = mc_personal_hide_evidence (personal, "issuer", "CN=mail.wombat.example,O=Marsupials GmbH");
  other = mc_personal_hide_evidence (personal, "issuer", "CN=R11,O=Let's Encrypt");
  g_assert_cmpstr (serial, ==, "<serial>");
  g_assert_cmpstr (subject, ==, "<subject>");
  g_assert_cmpstr (issuer, ==, "<subject>");
  g_assert_cmpstr (other, ==, "CN=R11,O=Let's Encrypt");
}

static void
test_public_names (void)
{
  g_assert_true (mc_public_names_has_host ("IMAP.GMAIL.COM"));
  g_assert_true (mc_public_names_has_host ("comcast.net"));
  g_assert_false (mc_public_names_has_host ("x.comcast.net"));
  g_assert_false (mc_public_names_has_host ("anna.free.fr"));
  g_assert_false (mc_public_names_has_host ("com"));
  g_assert_true (mc_public_names_has_word ("Postmaster"));
  g_assert_false (mc_public_names_has_word ("quokka"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/personal/account", test_account);
  g_test_add_func ("/personal/user", test_user);
  g_test_add_func ("/personal/outgoing-user", test_outgoing_user);
  g_test_add_func ("/personal/common-words", test_common_words);
  g_test_add_func ("/personal/others", test_others);
  g_test_add_func ("/personal/no-names", test_no_names);
  g_test_add_func ("/personal/ip-addresses", test_ip_addresses);
  g_test_add_func ("/personal/providers", test_providers);
  g_test_add_func ("/personal/cut", test_cut);
  g_test_add_func ("/personal/invalid-address", test_invalid_address);
  g_test_add_func ("/personal/scripts-without-spaces", test_scripts_without_spaces);
  g_test_add_func ("/personal/stable", test_stable);
  g_test_add_func ("/personal/shown", test_shown);
  g_test_add_func ("/personal/own-texts", test_own_texts);
  g_test_add_func ("/personal/own-words", test_own_words);
  g_test_add_func ("/personal/parts", test_parts);
  g_test_add_func ("/personal/encoded", test_encoded);
  g_test_add_func ("/personal/quads", test_quads);
  g_test_add_func ("/personal/certificate", test_certificate);
  g_test_add_func ("/personal/public-names", test_public_names);

  return g_test_run ();
}
