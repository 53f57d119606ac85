/* test-oauth.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-mail-error.h"
#include "mc-oauth.h"
#include "mc-sasl.h"

/* The token of RFC 7628 section 4.1 and of Google's description of XOAUTH2. */
#define TOKEN "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg=="

static McSasl *
start (const char *mechanism,
       const char *user,
       const char *token)
{
  g_autoptr (McSecret) secret = mc_secret_new (MC_SECRET_TOKEN, token, strlen (token));
  g_autoptr (GError)   error = NULL;
  McSasl              *sasl = mc_sasl_new (mechanism, user, secret, &error);

  g_assert_no_error (error);
  return sasl;
}

static void
assert_step (McSasl     *sasl,
             const char *challenge,
             const char *wanted,
             gboolean    wanted_done)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *response = NULL;
  gboolean           done = !wanted_done;

  mc_sasl_step (sasl, challenge, &response, &done, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (response, ==, wanted);
  g_assert_cmpint (done, ==, wanted_done);
}

/* RFC 7628 section 4.1, and section 4.3 for the refusal. */
static void
test_bearer (void)
{
  g_autoptr (McSasl)  sasl = start (MC_OAUTH_BEARER, "user@example.com", TOKEN);
  const McOAuthError *refusal;

  g_assert_true (mc_sasl_is_client_first (MC_OAUTH_BEARER));
  mc_sasl_set_service (sasl, "server.example.com", 143);
  assert_step (sasl, NULL,
               "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRj"
               "Mk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB",
               TRUE);
  g_assert_null (mc_sasl_get_oauth_error (sasl));

  assert_step (sasl,
               "eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIiwic2NvcGUiOiJleGFtcGxlX3Njb3BlIiwib3BlbmlkLWNvbmZpZ3VyYXRpb24iOiJodHRw"
               "czovL2V4YW1wbGUuY29tLy53ZWxsLWtub3duL29wZW5pZC1jb25maWd1cmF0aW9uIn0=",
               "AQ==", FALSE);
  refusal = mc_sasl_get_oauth_error (sasl);
  g_assert_nonnull (refusal);
  g_assert_cmpstr (refusal->status, ==, "invalid_token");
  g_assert_cmpstr (refusal->scope, ==, "example_scope");
}

/* Google's example; its error has the status 401 and two schemes. */
static void
test_xoauth2 (void)
{
  g_autoptr (McSasl)  sasl = start (MC_OAUTH_XOAUTH2, "someuser@example.com", "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg");
  const McOAuthError *refusal;

  assert_step (sasl, NULL,
               "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==",
               TRUE);
  assert_step (sasl, "eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIG1hYyIsInNjb3BlIjoiaHR0cHM6Ly9tYWlsLmdvb2dsZS5jb20vIn0K", "", FALSE);

  refusal = mc_sasl_get_oauth_error (sasl);
  g_assert_cmpstr (refusal->status, ==, "401");
  g_assert_cmpstr (refusal->schemes, ==, "bearer mac");
  g_assert_cmpstr (refusal->scope, ==, "https://mail.google.com/");
}

/* One refusal is enough, and one that makes no sense is one too. */
static void
test_second_challenge (void)
{
  g_autoptr (McSasl) sasl = start (MC_OAUTH_XOAUTH2, "ann", TOKEN);
  g_autoptr (GError) error = NULL;
  g_autofree char   *first = NULL;
  char              *second = NULL;
  gboolean           done;

  g_assert_true (mc_sasl_step (sasl, NULL, &first, &done, NULL));
  assert_step (sasl, "bm90IEpTT04=", "", FALSE);
  g_assert_null (mc_sasl_get_oauth_error (sasl));
  g_assert_false (mc_sasl_step (sasl, "", &second, &done, &error));
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED);
}

/* RFC 5801 section 4: what would end the name is written in another way. */
static void
test_name (void)
{
  g_autoptr (McSecret) token = mc_secret_new (MC_SECRET_TOKEN, "abc", 3);
  g_autofree char     *message = mc_oauth_message_new (MC_OAUTH_BEARER, "a,b=c", NULL, 0, token, NULL);

  g_assert_cmpstr (message, ==, "n,a=a=2Cb=3Dc,\1auth=Bearer abc\1\1");
}

static void
assert_no_message (const char *user,
                   const char *text)
{
  g_autoptr (McSecret) token = mc_secret_new (MC_SECRET_TOKEN, text, strlen (text));
  g_autoptr (GError)   error = NULL;

  g_assert_null (mc_oauth_message_new (MC_OAUTH_XOAUTH2, user, "mail.example", 993, token, &error));
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_SECRET);
}

static void
test_unusable (void)
{
  assert_no_message ("ann\1auth=Bearer x", "abc");
  assert_no_message ("ann\r\n", "abc");
  assert_no_message ("ann", "");
  assert_no_message ("ann", "a b");
  assert_no_message ("ann", "a\1b");
  assert_no_message ("ann", "a\r\nb");
}

static void
test_error_values (void)
{
  static const char        number[] = "{\"status\":400,\"schemes\":\"Bearer\",\"scope\":\"https://mail.google.com/\"}";
  static const char        odd[] = "{\"status\":\"a\\u202eb\",\"scope\":{\"x\":[1]},\"schemes\":null}";
  g_autoptr (McOAuthError) first = mc_oauth_error_parse (number, strlen (number), NULL);
  g_autoptr (McOAuthError) second = mc_oauth_error_parse (odd, strlen (odd), NULL);
  g_autofree char         *text = NULL;

  g_assert_cmpstr (first->status, ==, "400");
  text = mc_oauth_error_to_string (first);
  g_assert_cmpstr (text, ==, "OAuth status 400, scope https://mail.google.com/");

  g_assert_cmpstr (second->status, ==, "a<U+202E>b");
  g_assert_null (second->scope);
  g_assert_null (second->schemes);
}

static void
assert_malformed (const char *bytes,
                  gsize       length)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (McOAuthError) parsed = mc_oauth_error_parse (bytes, length, &error);

  g_assert_null (parsed);
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_MALFORMED);
}

static void
test_error_hostile (void)
{
  static const char *const malformed[] = {
    "",
    "[]",
    "\"400\"",
    "{}",
    "{\"status\":null}",
    "{\"status\":[\"400\"]}",
    "{\"status\":\"400\"",
    "{\"status\":\"\xff\"}",
    "not JSON",
  };
  g_autofree char *deep = g_strnfill (8000, '[');
  g_autofree char *filling = g_strnfill (9000, 'x');
  g_autofree char *large = g_strdup_printf ("{\"status\":\"400\",\"scope\":\"%s\"}", filling);

  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    assert_malformed (malformed[i], strlen (malformed[i]));
  assert_malformed (deep, strlen (deep));
  assert_malformed (large, strlen (large));
}

static void
test_choose (void)
{
  static const char *const both[] = { "PLAIN", "XOAUTH2", "OAUTHBEARER", NULL };
  static const char *const one[] = { "PLAIN", "XOAUTH2", NULL };
  static const char *const none[] = { "PLAIN", "LOGIN", MC_SASL_COMMAND, MC_SASL_APOP, NULL };

  g_assert_cmpstr (mc_sasl_choose (MC_SECRET_TOKEN, both), ==, "OAUTHBEARER");
  g_assert_cmpstr (mc_sasl_choose (MC_SECRET_TOKEN, one), ==, "XOAUTH2");
  g_assert_null (mc_sasl_choose (MC_SECRET_TOKEN, none));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/oauth/bearer", test_bearer);
  g_test_add_func ("/mail/oauth/xoauth2", test_xoauth2);
  g_test_add_func ("/mail/oauth/second-challenge", test_second_challenge);
  g_test_add_func ("/mail/oauth/name", test_name);
  g_test_add_func ("/mail/oauth/unusable", test_unusable);
  g_test_add_func ("/mail/oauth/error-values", test_error_values);
  g_test_add_func ("/mail/oauth/error-hostile", test_error_hostile);
  g_test_add_func ("/mail/oauth/choose", test_choose);

  return g_test_run ();
}
