/* test-sasl.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gsasl.h>
#include <string.h>

#include "mc-mail-error.h"
#include "mc-sasl.h"

static McSasl *
start (const char *mechanism,
       const char *user,
       const char *password)
{
  g_autoptr (McSecret) secret = mc_secret_new (MC_SECRET_PASSWORD, password, strlen (password));
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

static void
assert_step_fails (McSasl     *sasl,
                   const char *challenge,
                   McMailError code)
{
  g_autoptr (GError) error = NULL;
  char              *response = NULL;
  gboolean           done;

  g_assert_false (mc_sasl_step (sasl, challenge, &response, &done, &error));
  g_assert_error (error, MC_MAIL_ERROR, (int) code);
}

/* RFC 4616 section 4, with the authorization identity left out. */
static void
test_plain (void)
{
  g_autoptr (McSasl) sasl = start ("PLAIN", "tim", "tanstaaftanstaaf");
  g_autoptr (McSasl) spaced = start ("PLAIN", "jürgen", " p\"ä\\ ");

  assert_step (sasl, NULL, "AHRpbQB0YW5zdGFhZnRhbnN0YWFm", TRUE);
  assert_step (spaced, NULL, "AGrDvHJnZW4AIHAiw6RcIA==", TRUE);
}

/* draft-murchison-sasl-login-00: name, then password, whatever the prompts say. */
static void
test_login (void)
{
  g_autoptr (McSasl) sasl = start ("LOGIN", "tim", "tanstaaftanstaaf");

  g_assert_false (mc_sasl_is_client_first ("LOGIN"));
  assert_step (sasl, "VXNlcm5hbWU6", "dGlt", FALSE);
  assert_step (sasl, "", "dGFuc3RhYWZ0YW5zdGFhZg==", TRUE);
}

/* RFC 2195 section 2. */
static void
test_cram_md5 (void)
{
  g_autoptr (McSasl) sasl = start ("CRAM-MD5", "tim", "tanstaaftanstaaf");

  g_assert_false (mc_sasl_is_client_first ("CRAM-MD5"));
  assert_step (sasl, "PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+",
               "dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw", TRUE);
}

/* The account that the server side of GNU SASL knows. */
static int
on_server_asks_cb (Gsasl         *context,
                   Gsasl_session *session,
                   Gsasl_property property)
{
  if (property != GSASL_PASSWORD)
    return GSASL_NO_CALLBACK;

  return gsasl_property_set (session, GSASL_PASSWORD, "pencil");
}

/* Carries messages to and fro; returns what the server thinks in the end. */
static int
converse (Gsasl_session *server,
          McSasl        *sasl,
          gboolean      *done)
{
  char *challenge = NULL;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      char              *response = NULL;
      int                code;

      mc_sasl_step (sasl, challenge, &response, done, &error);
      g_assert_no_error (error);
      gsasl_free (challenge);

      if (response[0] == '\0')
        {
          g_free (response);
          return GSASL_OK;
        }

      code = gsasl_step64 (server, response, &challenge);
      mc_secret_free_text (response);
      if (code != GSASL_OK && code != GSASL_NEEDS_MORE)
        return code;
    }
}

static int
converse_as (const char *mechanism,
             const char *user,
             const char *password,
             gboolean   *done)
{
  g_autoptr (McSasl) sasl = start (mechanism, user, password);
  Gsasl             *context = NULL;
  Gsasl_session     *server = NULL;
  int                code;

  g_assert_cmpint (gsasl_init (&context), ==, GSASL_OK);
  gsasl_callback_set (context, on_server_asks_cb);
  g_assert_cmpint (gsasl_server_start (context, mechanism, &server), ==, GSASL_OK);

  code = converse (server, sasl, done);

  gsasl_finish (server);
  gsasl_done (context);
  return code;
}

static void
test_scram (gconstpointer mechanism)
{
  gboolean done = FALSE;

  g_assert_true (mc_sasl_is_client_first (mechanism));
  g_assert_cmpint (converse_as (mechanism, "user", "pencil", &done), ==, GSASL_OK);
  g_assert_true (done);

  /* The name has characters that SCRAM must escape (RFC 5802 section 5.1). */
  g_assert_cmpint (converse_as (mechanism, "a,b=c", "pencil", &done), ==, GSASL_OK);
  g_assert_true (done);

  /* Preparing the password drops its soft hyphen (RFC 4013 section 2.1). */
  g_assert_cmpint (converse_as (mechanism, "user", "pen\xc2\xad"
                                                   "cil",
                                &done),
                   ==, GSASL_OK);
  g_assert_true (done);

  g_assert_cmpint (converse_as (mechanism, "user", "crayon", &done), ==, GSASL_AUTHENTICATION_ERROR);
  g_assert_false (done);
}

/* Takes the first message and gives the server's, built on the client's nonce. */
static char *
first_challenge (McSasl     *sasl,
                 const char *attributes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *response = NULL;
  g_autofree char   *text = NULL;
  g_autofree char   *challenge = NULL;
  gboolean           done;
  gsize              length;

  mc_sasl_step (sasl, NULL, &response, &done, &error);
  g_assert_no_error (error);
  text = (char *) g_base64_decode (response, &length);
  text = g_realloc (text, length + 1);
  text[length] = '\0';

  challenge = g_strdup_printf ("%sabc%s", strstr (text, "r="), attributes);
  return g_base64_encode ((const guchar *) challenge, strlen (challenge));
}

/* The proof that the server knows the password too (RFC 5802 section 3, “v=”). */
static void
test_scram_server_signature (void)
{
  g_autoptr (McSasl) sasl = start ("SCRAM-SHA-256", "user", "pencil");
  g_autofree char   *challenge = first_challenge (sasl, ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
  g_autofree char   *response = NULL;
  gboolean           done = TRUE;

  g_assert_true (mc_sasl_step (sasl, challenge, &response, &done, NULL));
  g_assert_false (done);

  /* “v=” and 32 zero bytes */
  assert_step_fails (sasl, "dj1BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBPQ==", MC_MAIL_ERROR_SERVER_NOT_VERIFIED);
}

static void
test_scram_refusal (void)
{
  g_autoptr (McSasl) sasl = start ("SCRAM-SHA-1", "user", "pencil");
  g_autofree char   *challenge = first_challenge (sasl, ",s=QSXCR+Q6sek8bf92,i=4096");
  g_autofree char   *response = NULL;
  gboolean           done = TRUE;

  g_assert_true (mc_sasl_step (sasl, challenge, &response, &done, NULL));

  /* “e=invalid-proof”: nothing to add, and no success to believe */
  assert_step (sasl, "ZT1pbnZhbGlkLXByb29m", "", FALSE);
}

static void
test_scram_hostile (void)
{
  g_autoptr (McSasl) busy = start ("SCRAM-SHA-1", "user", "pencil");
  g_autofree char   *endless = first_challenge (busy, ",s=QSXCR+Q6sek8bf92,i=4294967295");
  g_autoptr (McSasl) slow = start ("SCRAM-SHA-256", "user", "pencil");
  g_autofree char   *many = first_challenge (slow, ",s=QSXCR+Q6sek8bf92,i=100001");
  g_autoptr (McSasl) other = start ("SCRAM-SHA-1", "user", "pencil");
  g_autofree char   *own = first_challenge (other, "");
  g_autoptr (McSasl) no_base64 = start ("SCRAM-SHA-256", "user", "pencil");
  g_autofree char   *unused = first_challenge (no_base64, "");

  assert_step_fails (busy, endless, MC_MAIL_ERROR_MALFORMED);
  assert_step_fails (slow, many, MC_MAIL_ERROR_MALFORMED);
  /* “r=other,s=c2FsdA==,i=4096”: a nonce that is not built on ours */
  assert_step_fails (other, "cj1vdGhlcixzPWMyRnNkQT09LGk9NDA5Ng==", MC_MAIL_ERROR_SERVER_NOT_VERIFIED);
  assert_step_fails (no_base64, "not base64!", MC_MAIL_ERROR_MALFORMED);
}

static void
test_unknown (void)
{
  g_autoptr (McSecret) secret = mc_secret_new (MC_SECRET_PASSWORD, "x", 1);
  g_autoptr (GError)   error = NULL;
  g_autoptr (McSasl)   sasl = mc_sasl_new ("KERBEROS_V4", "user", secret, &error);

  g_assert_null (sasl);
  g_assert_error (error, MC_MAIL_ERROR, MC_MAIL_ERROR_NO_MECHANISM);
}

static void
test_choose (void)
{
  static const struct
  {
    const char *offered[6];
    const char *chosen;
  } rows[] = {
    { { "SCRAM-SHA-256", "PLAIN", "LOGIN", NULL }, "PLAIN" },
    { { "LOGIN", "CRAM-MD5", NULL }, "LOGIN" },
    { { "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", NULL }, "SCRAM-SHA-256" },
    { { "SCRAM-SHA-256", MC_SASL_COMMAND, NULL }, MC_SASL_COMMAND },
    { { "CRAM-MD5", "SCRAM-SHA-1-PLUS", NULL }, "CRAM-MD5" },
    { { "XOAUTH2", "GSSAPI", "SCRAM-SHA-256-PLUS", NULL }, NULL },
    { { NULL }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (mc_sasl_choose (MC_SECRET_PASSWORD, rows[i].offered), ==, rows[i].chosen);

  /* A token must never go where a password is due. */
  g_assert_null (mc_sasl_choose (MC_SECRET_TOKEN, rows[0].offered));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/sasl/plain", test_plain);
  g_test_add_func ("/mail/sasl/login", test_login);
  g_test_add_func ("/mail/sasl/cram-md5", test_cram_md5);
  g_test_add_data_func ("/mail/sasl/scram-sha-1", "SCRAM-SHA-1", test_scram);
  g_test_add_data_func ("/mail/sasl/scram-sha-256", "SCRAM-SHA-256", test_scram);
  g_test_add_func ("/mail/sasl/scram-server-signature", test_scram_server_signature);
  g_test_add_func ("/mail/sasl/scram-refusal", test_scram_refusal);
  g_test_add_func ("/mail/sasl/scram-hostile", test_scram_hostile);
  g_test_add_func ("/mail/sasl/unknown", test_unknown);
  g_test_add_func ("/mail/sasl/choose", test_choose);

  return g_test_run ();
}
