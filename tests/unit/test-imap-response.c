/* test-imap-response.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-imap-response.h"
#include "mc-mail-error.h"

static McImapResponse *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  McImapResponse    *response = mc_imap_response_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return response;
}

static void
assert_malformed (const char *bytes,
                  gsize       length)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (McImapResponse) response = mc_imap_response_parse (bytes, length, &error);

  g_assert_null (response);
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED);
}

static const McImapValue *
item (const McImapValue *value,
      guint              position)
{
  const McImapValue *result = mc_imap_value_get_item (value, position);

  g_assert_nonnull (result);
  return result;
}

/* Examples of RFC 9051 sections 7.1 and 6.2. */
static void
test_status (void)
{
  static const struct
  {
    const char        *line;
    McImapResponseKind kind;
    McImapStatus       status;
    const char        *tag;
    const char        *code;
    const char        *arguments;
    const char        *text;
  } rows[] = {
    { "* OK IMAP4rev2 server ready\r\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_OK, NULL, NULL, NULL, "IMAP4rev2 server ready" },
    { "* OK [ALERT] System shutdown in 10 minutes\r\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_OK, NULL, "ALERT", NULL, "System shutdown in 10 minutes" },
    { "A222 NO COPY failed: disk is full\r\n", MC_IMAP_RESPONSE_TAGGED, MC_IMAP_STATUS_NO, "A222", NULL, NULL, "COPY failed: disk is full" },
    { "* BAD Command line too long\r\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_BAD, NULL, NULL, NULL, "Command line too long" },
    { "* PREAUTH IMAP4rev2 server logged in as Smith\r\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_PREAUTH, NULL, NULL, NULL, "IMAP4rev2 server logged in as Smith" },
    { "* BYE Autologout; idle for too long\r\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_BYE, NULL, NULL, NULL, "Autologout; idle for too long" },
    { "* OK [UIDVALIDITY 3857529045] UIDs valid\r\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_OK, NULL, "UIDVALIDITY", "3857529045", "UIDs valid" },
    { "* OK [PERMANENTFLAGS (\\Deleted \\Seen \\*)] Limited\r\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_OK, NULL, "PERMANENTFLAGS", "(\\Deleted \\Seen \\*)", "Limited" },
    { "a002 OK [CAPABILITY IMAP4rev1 IDLE] Logged in\r\n", MC_IMAP_RESPONSE_TAGGED, MC_IMAP_STATUS_OK, "a002", "CAPABILITY", "IMAP4rev1 IDLE", "Logged in" },
    { "a NO [AUTHENTICATIONFAILED] Authentication failed.\r\n", MC_IMAP_RESPONSE_TAGGED, MC_IMAP_STATUS_NO, "a", "AUTHENTICATIONFAILED", NULL, "Authentication failed." },
    { "+ Ready for literal data\r\n", MC_IMAP_RESPONSE_CONTINUATION, MC_IMAP_STATUS_NONE, NULL, NULL, NULL, "Ready for literal data" },
    /* Sloppy, but clear */
    { "* ok\r\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_OK, NULL, NULL, NULL, "" },
    { "*  No   [alert]what\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_NO, NULL, "ALERT", NULL, "what" },
    { "a001 bad", MC_IMAP_RESPONSE_TAGGED, MC_IMAP_STATUS_BAD, "a001", NULL, NULL, "" },
    { "+\r\n", MC_IMAP_RESPONSE_CONTINUATION, MC_IMAP_STATUS_NONE, NULL, NULL, NULL, "" },
    /* No response code */
    { "a001 NO [unfinished business\r\n", MC_IMAP_RESPONSE_TAGGED, MC_IMAP_STATUS_NO, "a001", NULL, NULL, "[unfinished business" },
    { "a001 NO [] odd\r\n", MC_IMAP_RESPONSE_TAGGED, MC_IMAP_STATUS_NO, "a001", NULL, NULL, "[] odd" },
    { "* OK see {5}\r\n", MC_IMAP_RESPONSE_UNTAGGED, MC_IMAP_STATUS_OK, NULL, NULL, NULL, "see {5}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (McImapResponse) response = parse (rows[i].line);
      gsize                      length;

      g_assert_cmpint (mc_imap_response_get_kind (response), ==, rows[i].kind);
      g_assert_cmpint (mc_imap_response_get_status (response), ==, rows[i].status);
      g_assert_cmpstr (mc_imap_response_get_tag (response), ==, rows[i].tag);
      g_assert_cmpstr (mc_imap_response_get_code (response), ==, rows[i].code);
      g_assert_cmpstr (mc_imap_response_get_code_arguments (response), ==, rows[i].arguments);
      g_assert_cmpstr (mc_imap_response_get_text (response, &length), ==, rows[i].text);
      g_assert_cmpuint (length, ==, strlen (rows[i].text));
      g_assert_null (mc_imap_response_get_keyword (response));
    }
}

static void
test_exists (void)
{
  g_autoptr (McImapResponse) response = parse ("* 23 EXISTS\r\n");
  g_autoptr (McImapResponse) largest = parse ("* 4294967295 exists\r\n");

  g_assert_true (mc_imap_response_is (response, "EXISTS"));
  g_assert_cmpuint (mc_imap_response_get_number (response), ==, 23);
  g_assert_true (mc_imap_response_is (largest, "EXISTS"));
  g_assert_cmpuint (mc_imap_response_get_number (largest), ==, G_MAXUINT32);
}

static void
test_capability (void)
{
  g_autoptr (McImapResponse) response = parse ("* CAPABILITY IMAP4rev2 STARTTLS  AUTH=GSSAPI LOGINDISABLED \r\n");
  const McImapValue         *data = mc_imap_response_get_data (response);

  g_assert_true (mc_imap_response_is (response, "CAPABILITY"));
  g_assert_cmpuint (mc_imap_value_get_n_items (data), ==, 4);
  g_assert_true (mc_imap_value_is (item (data, 2), "auth=gssapi"));
  g_assert_false (mc_imap_value_is (item (data, 2), "AUTH=GSSAP"));
}

/* RFC 9208 section 4.2 and RFC 9051 section 7.3.1. */
static void
test_quota_and_list (void)
{
  g_autoptr (McImapResponse) quota = parse ("* QUOTA \"#user/alice\" (STORAGE 54 111 MESSAGE 42 1000)\r\n");
  g_autoptr (McImapResponse) list = parse ("* LIST (\\Marked \\Drafts) NIL \"a \\\"b\\\\\"\r\n");
  const McImapValue         *limits = item (mc_imap_response_get_data (quota), 1);
  const McImapValue         *values = mc_imap_response_get_data (list);
  guint64                    number;

  g_assert_cmpint (mc_imap_value_get_kind (limits), ==, MC_IMAP_VALUE_LIST);
  g_assert_cmpuint (mc_imap_value_get_n_items (limits), ==, 6);
  g_assert_true (mc_imap_value_get_number (item (limits, 2), &number));
  g_assert_cmpuint (number, ==, 111);
  g_assert_false (mc_imap_value_get_number (item (limits, 0), &number));

  g_assert_true (mc_imap_value_is (item (item (values, 0), 1), "\\Drafts"));
  g_assert_cmpint (mc_imap_value_get_kind (item (values, 1)), ==, MC_IMAP_VALUE_NIL);
  g_assert_cmpstr (mc_imap_value_get_bytes (item (values, 2), NULL), ==, "a \"b\\");
}

/* Lists side by side, as RFC 9051 has them in NAMESPACE and ENVELOPE. */
static void
test_nested (void)
{
  g_autoptr (McImapResponse) namespace = parse ("* NAMESPACE ((\"\" \"/\")(\"#mh/\" \"/\")) NIL ((\"Public/\" \"/\"))\r\n");
  g_autoptr (McImapResponse) fetch = parse ("* 12 FETCH (BODY[HEADER.FIELDS (DATE FROM)]<0> {4}\r\na)\r\n UID 7)\r\n");
  const McImapValue         *personal = item (mc_imap_response_get_data (namespace), 0);
  const McImapValue         *attributes = item (mc_imap_response_get_data (fetch), 0);

  g_assert_cmpuint (mc_imap_value_get_n_items (mc_imap_response_get_data (namespace)), ==, 3);
  g_assert_cmpuint (mc_imap_value_get_n_items (personal), ==, 2);
  g_assert_cmpstr (mc_imap_value_get_bytes (item (item (personal, 1), 0), NULL), ==, "#mh/");

  g_assert_cmpuint (mc_imap_value_get_n_items (attributes), ==, 4);
  g_assert_true (mc_imap_value_is (item (attributes, 0), "BODY[HEADER.FIELDS (DATE FROM)]<0>"));
  g_assert_cmpstr (mc_imap_value_get_bytes (item (attributes, 1), NULL), ==, "a)\r\n");
}

static void
test_literals (void)
{
  static const char          bytes[] = "* LIST () \"/\" {5}\r\na\0\r\n\xff\r\n";
  g_autoptr (GError)         error = NULL;
  g_autoptr (McImapResponse) response = mc_imap_response_parse (bytes, sizeof bytes - 1, &error);
  g_autoptr (McImapResponse) others = parse ("* ID ({0+}\r\n ~{2}\r\nhi)\r\n");
  const McImapValue         *name;
  g_autofree char           *safe = NULL;
  gsize                      length;

  g_assert_no_error (error);
  name = item (mc_imap_response_get_data (response), 2);
  g_assert_cmpmem (mc_imap_value_get_bytes (name, &length), 5, "a\0\r\n\xff", 5);
  g_assert_cmpuint (length, ==, 5);
  g_assert_false (mc_imap_value_is (name, "a"));

  safe = mc_imap_value_dup_safe (name);
  g_assert_true (g_utf8_validate (safe, -1, NULL));
  g_assert_null (strpbrk (safe, "\r\n"));

  g_assert_cmpuint (mc_imap_value_get_n_items (item (mc_imap_response_get_data (others), 0)), ==, 2);
}

static void
test_malformed (void)
{
  static const char *const lines[] = {
    "",
    "\r\n",
    "*",
    "* ",
    "*OK no space",
    "+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>",
    "220 smtp.example.org ESMTP Postfix",
    "HTTP/1.1 400 Bad Request",
    "SSH-2.0-OpenSSH_9.2p1 Debian-2",
    "a001",
    "a001 ",
    "a001 MAYBE",
    "a001 BYE",
    "a001 OKAY fine",
    "* 23",
    "* 4294967296 EXISTS",
    "* -1 EXISTS",
    "* LIST (\\Marked \"/\" x",
    "* LIST )",
    "* LIST () \"/\" \"no end",
    "* LIST () \"/\" \"quote\"more",
    "* LIST () \"/\" {5}\r\nabc",
    "* LIST () \"/\" {x}\r\nabc",
    "* LIST () \"/\" {}\r\nabc",
    "* LIST () \"/\" {99999999999999999999}\r\nabc",
    "* LIST () \"/\" {4294967297}\r\nabc",
    "* OK one\rtwo",
    "* OK one\ntwo",
    "* {3}\r\nabc",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_malformed (lines[i], strlen (lines[i]));
}

static void
test_text_keeps_bytes (void)
{
  static const char          bytes[] = "a1 NO \0\x1b[31m\xff\r\n";
  g_autoptr (McImapResponse) response = mc_imap_response_parse (bytes, sizeof bytes - 1, NULL);
  const char                *text;
  gsize                      length;

  g_assert_nonnull (response);
  text = mc_imap_response_get_text (response, &length);
  g_assert_cmpmem (text, length, "\0\x1b[31m\xff", 7);
}

static void
assert_too_much (const char *text)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (McImapResponse) response = mc_imap_response_parse (text, strlen (text), &error);

  g_assert_null (response);
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_TOO_MUCH);
}

/* A line of brackets that never close takes no longer than any other of its length. */
static void
test_open_brackets (void)
{
  g_autofree char   *brackets = g_strnfill (1024 * 1024, '[');
  g_autofree char   *line = g_strconcat ("* X ", brackets, " [x y] ", brackets, "\r\n", NULL);
  gint64             began = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  McImapResponse    *response = mc_imap_response_parse (line, strlen (line), &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 5 * G_TIME_SPAN_SECOND);
  mc_imap_response_unref (response);
}

static void
test_bounds (void)
{
  g_autoptr (GString) deep = g_string_new ("* X ");
  g_autoptr (GString) many = g_string_new ("* X");

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append_c (deep, '(');
      g_string_append (many, " y");
    }

  assert_too_much (deep->str);
  assert_too_much (many->str);
}

static void
test_literal_length (void)
{
  static const struct
  {
    const char *line;
    gboolean    is_first;
    gboolean    has_literal;
    gsize       length;
  } rows[] = {
    { "* LIST () \"/\" {12}", TRUE, TRUE, 12 },
    { "* ID ({0+}", TRUE, TRUE, 0 },
    { "* 1 FETCH (BODY[] ~{7}", TRUE, TRUE, 7 },
    { "{3}", FALSE, TRUE, 3 },
    { " BODY[TEXT] {4}", FALSE, TRUE, 4 },
    { "* X {99999999999999999999999}", TRUE, TRUE, G_MAXUINT32 },
    { "* LIST () \"/\" x", TRUE, FALSE, 0 },
    { "* X {}", TRUE, FALSE, 0 },
    { "* X {+}", TRUE, FALSE, 0 },
    { "* X {1a}", TRUE, FALSE, 0 },
    { "* X 12}", TRUE, FALSE, 0 },
    { "}", FALSE, FALSE, 0 },
    { "", TRUE, FALSE, 0 },
    /* Free text ends where its line does. */
    { "* OK see {5}", TRUE, FALSE, 0 },
    { "* bye {5}", TRUE, FALSE, 0 },
    { "a001 NO {5}", TRUE, FALSE, 0 },
    { "+ {5}", TRUE, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = 0;

      g_assert_cmpint (mc_imap_literal_length (rows[i].line, strlen (rows[i].line), rows[i].is_first, &length), ==,
                       rows[i].has_literal);
      g_assert_cmpuint (length, ==, rows[i].length);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/imap-response/status", test_status);
  g_test_add_func ("/mail/imap-response/exists", test_exists);
  g_test_add_func ("/mail/imap-response/capability", test_capability);
  g_test_add_func ("/mail/imap-response/quota-and-list", test_quota_and_list);
  g_test_add_func ("/mail/imap-response/nested", test_nested);
  g_test_add_func ("/mail/imap-response/literals", test_literals);
  g_test_add_func ("/mail/imap-response/malformed", test_malformed);
  g_test_add_func ("/mail/imap-response/text-keeps-bytes", test_text_keeps_bytes);
  g_test_add_func ("/mail/imap-response/open-brackets", test_open_brackets);
  g_test_add_func ("/mail/imap-response/bounds", test_bounds);
  g_test_add_func ("/mail/imap-response/literal-length", test_literal_length);

  return g_test_run ();
}
