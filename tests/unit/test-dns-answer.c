/* test-dns-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-dns-query.h"

/* The parts of messages, as RFC 1035 section 4 and RFC 6891 section 6.1 lay them out. */
#define HEADER(flags, answers, more) "\x12\x34" flags "\x00\x01" answers "\x00\x00" more
#define QUESTION                     "\x04mail\x07" \
                 "example\x00\x00\x01\x00\x01"
#define ADDRESS     "\xc0\x0c\x00\x01\x00\x01\x00\x00\x01\x2c\x00\x04\xc0\x00\x02\x01"
#define OPT(length) "\x00\x00\x29\x04\xd0\x00\x00\x00\x00" length

static McDnsAnswer *
parse (const char *bytes,
       gsize       length)
{
  g_autofree guint8 *copy = g_memdup2 (bytes, length);

  return mc_dns_answer_parse (copy, length, NULL);
}

/* A string literal without the NUL at its end. */
#define PARSE(bytes) parse (bytes, sizeof (bytes) - 1)

static void
test_address (void)
{
  g_autoptr (McDnsAnswer) answer = PARSE (HEADER ("\x81\xa0", "\x00\x01", "\x00\x00") QUESTION ADDRESS);
  const McDnsRecord      *record;
  g_autofree char        *address = NULL;

  g_assert_nonnull (answer);
  g_assert_cmpuint (answer->code, ==, MC_DNS_CODE_OK);
  g_assert_true (answer->is_authenticated);
  g_assert_false (mc_dns_answer_is_denial (answer));
  g_assert_cmpuint (answer->records->len, ==, 1);

  record = g_ptr_array_index (answer->records, 0);
  address = g_inet_address_to_string (record->address);
  g_assert_cmpstr (record->name, ==, "mail.example");
  g_assert_cmpint (record->type, ==, MC_DNS_TYPE_A);
  g_assert_cmpuint (record->ttl, ==, 300);
  g_assert_cmpstr (address, ==, "192.0.2.1");
}

static void
test_other_types (void)
{
  g_autoptr (McDnsAnswer) answer = PARSE (
    HEADER ("\x81\x80", "\x00\x04", "\x00\x00") QUESTION
    "\xc0\x0c\x00\x0f\x00\x01\x00\x00\x00\x3c\x00\x04\x00\x0a\xc0\x0c"
    "\xc0\x0c\x00\x21\x00\x01\x00\x00\x00\x3c\x00\x11\x00\x01\x00\x02\x03\xe1\x01"
    "a\x07"
    "example\x00"
    "\xc0\x0c\x00\x10\x00\x01\x00\x00\x00\x3c\x00\x07\x03"
    "v=s\x02pf"
    "\xc0\x0c\x00\x05\x00\x01\x00\x00\x00\x3c\x00\x02\xc0\x11");
  const McDnsRecord *mx, *srv, *txt, *alias;

  g_assert_nonnull (answer);
  g_assert_cmpuint (answer->records->len, ==, 4);
  mx = g_ptr_array_index (answer->records, 0);
  srv = g_ptr_array_index (answer->records, 1);
  txt = g_ptr_array_index (answer->records, 2);
  alias = g_ptr_array_index (answer->records, 3);

  g_assert_cmpstr (mx->target, ==, "mail.example");
  g_assert_cmpuint (mx->priority, ==, 10);
  g_assert_cmpstr (srv->target, ==, "a.example");
  g_assert_cmpuint (srv->port, ==, 993);
  g_assert_cmpuint (srv->weight, ==, 2);
  g_assert_cmpmem (g_bytes_get_data (txt->text, NULL), g_bytes_get_size (txt->text), "v=spf", 5);
  g_assert_cmpstr (alias->target, ==, "example");
}

/* RFC 8914 section 2: option 15, its length, the info code, text. */
static void
test_extended_errors (void)
{
  g_autoptr (McDnsAnswer) filtered = PARSE (HEADER ("\x81\x83", "\x00\x00", "\x00\x01") QUESTION
                                              OPT ("\x00\x0a") "\x00\x0f\x00\x06\x00\x11list");
  g_autoptr (McDnsAnswer) bogus = PARSE (HEADER ("\x81\x82", "\x00\x00", "\x00\x01") QUESTION
                                           OPT ("\x00\x06") "\x00\x0f\x00\x02\x00\x06");
  g_autoptr (McDnsAnswer) cut = PARSE (HEADER ("\x81\x83", "\x00\x00", "\x00\x01") QUESTION
                                         OPT ("\x00\x05") "\x00\x0f\x00\x01\x00");

  g_assert_true (mc_dns_answer_is_denial (filtered));
  g_assert_true (mc_dns_answer_is_filtered (filtered));

  g_assert_cmpuint (bogus->code, ==, MC_DNS_CODE_SERVER_FAILURE);
  g_assert_false (mc_dns_answer_is_denial (bogus));
  g_assert_false (mc_dns_answer_is_filtered (bogus));
  g_assert_cmpuint (bogus->extended_errors->len, ==, 1);

  g_assert_true (cut == NULL || !mc_dns_answer_is_filtered (cut));
}

static void
test_no_answers (void)
{
  g_assert_null (PARSE (""));
  g_assert_null (PARSE ("\x12\x34\x81"));
  /* A question is no answer. */
  g_assert_null (PARSE (HEADER ("\x01\x00", "\x00\x00", "\x00\x00") QUESTION));
  /* More records than there are bytes for. */
  g_assert_null (PARSE (HEADER ("\x81\x80", "\xff\xff", "\x00\x00") QUESTION ADDRESS));
  /* Names that point at themselves, at each other, and past the end. */
  g_assert_null (PARSE (HEADER ("\x81\x80", "\x00\x00", "\x00\x00") "\xc0\x0c\x00\x01\x00\x01"));
  g_assert_null (PARSE (HEADER ("\x81\x80", "\x00\x00", "\x00\x00") "\xc0\x0e\xc0\x0c\x00\x01\x00\x01"));
  g_assert_null (PARSE (HEADER ("\x81\x80", "\x00\x00", "\x00\x00") "\xff\xff\x00\x01\x00\x01"));
  /* An address of three bytes, and one cut off. */
  g_assert_null (PARSE (HEADER ("\x81\x80", "\x00\x01", "\x00\x00") QUESTION
                        "\xc0\x0c\x00\x01\x00\x01\x00\x00\x01\x2c\x00\x03\xc0\x00\x02"));
  g_assert_null (PARSE (HEADER ("\x81\x80", "\x00\x01", "\x00\x00") QUESTION
                        "\xc0\x0c\x00\x01\x00\x01\x00\x00\x01\x2c\x00\x04\xc0\x00"));
}

static void
test_too_many_records (void)
{
  g_autoptr (GByteArray)  bytes = g_byte_array_new ();
  g_autoptr (McDnsAnswer) answer = NULL;
  static const char       head[] = HEADER ("\x81\x80", "\x03\xe8", "\x00\x00") QUESTION;

  g_byte_array_append (bytes, (const guint8 *) head, sizeof head - 1);
  for (guint i = 0; i < 1000; i++)
    g_byte_array_append (bytes, (const guint8 *) ADDRESS, sizeof ADDRESS - 1);

  answer = mc_dns_answer_parse (bytes->data, bytes->len, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (answer->records->len, <=, 64);
}

static void
test_copy (void)
{
  g_autoptr (McDnsAnswer) answer = PARSE (HEADER ("\x81\x80", "\x00\x01", "\x00\x00") QUESTION ADDRESS);
  g_autoptr (McDnsAnswer) copy = mc_dns_answer_copy (answer);
  g_autoptr (GPtrArray)   addresses = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&answer, mc_dns_answer_free);
  mc_dns_answer_add_addresses (copy, addresses);
  g_assert_cmpuint (addresses->len, ==, 1);
}

static const char unchecked_question[] = "\x00\x00\x01\x30\x00\x01\x00\x00\x00\x00\x00\x01" QUESTION OPT ("\x00\x00");

/* RFC 8484 section 4.1.1: the id is 0, so that caches find the same question again. */
static void
test_question (void)
{
  g_autoptr (GBytes) question = mc_dns_query_write ("mail.example", MC_DNS_TYPE_A, MC_DNS_UNCHECKED, NULL);
  g_autoptr (GBytes) plain = mc_dns_query_write ("mail.example", MC_DNS_TYPE_A, MC_DNS_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char   *too_long = g_strnfill (64, 'a');
  gsize              length;
  const guint8      *bytes = g_bytes_get_data (question, &length);

  g_assert_cmpmem (bytes, length, unchecked_question, sizeof unchecked_question - 1);
  g_assert_cmpint (((const guint8 *) g_bytes_get_data (plain, NULL))[3], ==, 0x20);

  g_assert_null (mc_dns_query_write (too_long, MC_DNS_TYPE_A, MC_DNS_DEFAULT, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dns-answer/address", test_address);
  g_test_add_func ("/dns-answer/other-types", test_other_types);
  g_test_add_func ("/dns-answer/extended-errors", test_extended_errors);
  g_test_add_func ("/dns-answer/no-answers", test_no_answers);
  g_test_add_func ("/dns-answer/too-many-records", test_too_many_records);
  g_test_add_func ("/dns-answer/copy", test_copy);
  g_test_add_func ("/dns-answer/question", test_question);

  return g_test_run ();
}
