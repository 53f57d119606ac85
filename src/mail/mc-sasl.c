/* mc-sasl.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gsasl.h>
#include <string.h>

#include "mc-mail-error.h"
#include "mc-sasl.h"

/* More would keep the program busy for seconds; servers use 4096 to 100 000 (RFC 7677 section 4). */
#define MAX_ITERATIONS 100000

/**
 * McSasl:
 *
 * The client's side of one SASL exchange (RFC 4422), in base64 as IMAP, POP3 and
 * SMTP carry it.
 */
struct _McSasl
{
  Gsasl         *context;
  Gsasl_session *session;
  gboolean       is_scram;
  gboolean       is_done;

  /* The mechanisms of OAuth, which GNU SASL does not have */
  const char   *oauth_mechanism;
  char         *user;
  McSecret     *token;
  char         *host;
  guint16       port;
  McOAuthError *oauth_error;
  gboolean      is_token_refused;
};

/*
 * The mechanisms for a secret, first choice first. PLAIN comes before SCRAM since
 * TLS already hides the password, mail programs use it, and a server may offer
 * SCRAM while some accounts can only be verified by PLAIN: SCRAM first would call
 * a right password wrong. The -PLUS variants are not used.
 */
static const struct
{
  const char  *name;
  McSecretKind kind;
  gboolean     is_client_first;
} mechanisms[] = {
  { "PLAIN", MC_SECRET_PASSWORD, TRUE },
  { "LOGIN", MC_SECRET_PASSWORD, FALSE },
  { MC_SASL_COMMAND, MC_SECRET_PASSWORD, TRUE },
  { "SCRAM-SHA-256", MC_SECRET_PASSWORD, TRUE },
  { "SCRAM-SHA-1", MC_SECRET_PASSWORD, TRUE },
  { "CRAM-MD5", MC_SECRET_PASSWORD, FALSE },
  { MC_SASL_APOP, MC_SECRET_PASSWORD, TRUE },
  { MC_OAUTH_BEARER, MC_SECRET_TOKEN, TRUE },
  { MC_OAUTH_XOAUTH2, MC_SECRET_TOKEN, TRUE },
};

/**
 * mc_sasl_add_mechanisms:
 * @list: gets their names, in upper case
 * @capabilities: what the server offers
 * @name: what those that name mechanisms start with
 *
 * Takes the mechanisms from `AUTH=PLAIN` of IMAP, `SASL PLAIN LOGIN` of POP3,
 * `AUTH PLAIN LOGIN` of SMTP and what came before that, `AUTH=PLAIN LOGIN`.
 */
void
mc_sasl_add_mechanisms (GStrvBuilder      *list,
                        const char *const *capabilities,
                        const char        *name)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; capabilities[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (capabilities[i], " =", -1);

      for (guint j = 1; words[0] != NULL && g_ascii_strcasecmp (words[0], name) == 0 && words[j] != NULL; j++)
        {
          char *mechanism = g_ascii_strup (words[j], -1);

          if (mechanism[0] != '\0' && !g_hash_table_contains (seen, mechanism))
            g_strv_builder_add (list, mechanism);
          g_hash_table_add (seen, mechanism);
        }
    }
}

/**
 * mc_sasl_choose:
 * @kind: what the secret is
 * @offered: the mechanisms the server offers, in upper case
 *
 * Returns: (nullable): the mechanism to use, or %NULL when none fits
 */
const char *
mc_sasl_choose (McSecretKind       kind,
                const char *const *offered)
{
  for (guint i = 0; i < G_N_ELEMENTS (mechanisms); i++)
    if (mechanisms[i].kind == kind && g_strv_contains (offered, mechanisms[i].name))
      return mechanisms[i].name;

  return NULL;
}

/**
 * mc_sasl_is_client_first:
 * @mechanism: the name of a mechanism
 *
 * Returns: whether the client speaks first, so that an initial response can be
 *   sent with the command (RFC 4959)
 */
gboolean
mc_sasl_is_client_first (const char *mechanism)
{
  for (guint i = 0; i < G_N_ELEMENTS (mechanisms); i++)
    if (g_str_equal (mechanisms[i].name, mechanism))
      return mechanisms[i].is_client_first;

  return FALSE;
}

static gboolean
fail (GError **error,
      int      code)
{
  McMailError result;

  switch (code)
    {
    case GSASL_AUTHENTICATION_ERROR:
      result = MC_MAIL_ERROR_SERVER_NOT_VERIFIED;
      break;
    case GSASL_SASLPREP_ERROR:
      result = MC_MAIL_ERROR_SECRET;
      break;
    case GSASL_UNKNOWN_MECHANISM:
      result = MC_MAIL_ERROR_NO_MECHANISM;
      break;
    default:
      result = MC_MAIL_ERROR_MALFORMED;
      break;
    }

  g_set_error (error, MC_MAIL_ERROR, result, "The SASL exchange failed: %s", gsasl_strerror (code));
  return FALSE;
}

/**
 * mc_sasl_new:
 * @mechanism: the name of a mechanism, not %MC_SASL_COMMAND or %MC_SASL_APOP
 * @user: the sign-in name
 * @secret: the password, or the access token
 * @error: %MC_MAIL_ERROR_NO_MECHANISM when the mechanism is not known
 *
 * Returns: (transfer full) (nullable): a new exchange, or %NULL with an error
 */
McSasl *
mc_sasl_new (const char *mechanism,
             const char *user,
             McSecret   *secret,
             GError    **error)
{
  g_autoptr (McSasl) self = g_new0 (McSasl, 1);
  int                code;

  g_return_val_if_fail (mechanism != NULL && user != NULL && secret != NULL, NULL);

  if (g_str_equal (mechanism, MC_OAUTH_BEARER) || g_str_equal (mechanism, MC_OAUTH_XOAUTH2))
    {
      self->oauth_mechanism = g_str_equal (mechanism, MC_OAUTH_BEARER) ? MC_OAUTH_BEARER : MC_OAUTH_XOAUTH2;
      self->user = g_strdup (user);
      self->token = mc_secret_ref (secret);
      return g_steal_pointer (&self);
    }

  self->is_scram = g_str_has_prefix (mechanism, "SCRAM-");

  code = gsasl_init (&self->context);
  if (code == GSASL_OK)
    code = gsasl_client_start (self->context, mechanism, &self->session);
  if (code == GSASL_OK)
    code = gsasl_property_set (self->session, GSASL_AUTHID, user);
  if (code == GSASL_OK)
    code = gsasl_property_set (self->session, GSASL_PASSWORD, mc_secret_peek (secret));

  if (code != GSASL_OK)
    {
      fail (error, code);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* GNU SASL frees its copies as they are. */
static void
wipe_property (McSasl        *self,
               Gsasl_property property)
{
  const char *text = gsasl_property_fast (self->session, property);

  if (text != NULL)
    mc_secret_wipe ((gpointer) text, strlen (text));
}

void
mc_sasl_free (McSasl *self)
{
  if (self == NULL)
    return;

  if (self->session != NULL)
    {
      wipe_property (self, GSASL_PASSWORD);
      wipe_property (self, GSASL_SCRAM_SALTED_PASSWORD);
      gsasl_finish (self->session);
    }
  if (self->context != NULL)
    gsasl_done (self->context);
  g_free (self->user);
  g_free (self->host);
  g_clear_pointer (&self->token, mc_secret_unref);
  g_clear_pointer (&self->oauth_error, mc_oauth_error_free);
  g_free (self);
}

/**
 * mc_sasl_set_service:
 * @self: an exchange that has not begun
 * @host: the server's name
 * @port: its port
 *
 * Says who the exchange is with, which OAUTHBEARER tells the server.
 */
void
mc_sasl_set_service (McSasl     *self,
                     const char *host,
                     guint16     port)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->host, host);
  self->port = port;
}

/* A server that asks for millions of hash rounds would freeze the program. */
static gboolean
asks_too_much_work (const char *challenge)
{
  const char *iterations = strstr (challenge, ",i=");

  return iterations != NULL && g_ascii_strtoull (iterations + strlen (",i="), NULL, 10) > MAX_ITERATIONS;
}

static gboolean
take_step (McSasl     *self,
           const char *challenge,
           gsize       length,
           char      **response,
           gboolean   *done,
           GError    **error)
{
  char *output = NULL;
  gsize output_length = 0;
  int   code;

  /* “e=invalid-proof” (RFC 5802 section 7): the server's refusal comes next, to an empty response. */
  if (self->is_scram && challenge != NULL && g_str_has_prefix (challenge, "e="))
    {
      *response = g_strdup ("");
      *done = FALSE;
      return TRUE;
    }

  if (self->is_scram && challenge != NULL && asks_too_much_work (challenge))
    return fail (error, GSASL_MECHANISM_PARSE_ERROR);

  code = gsasl_step (self->session, challenge, length, &output, &output_length);
  if (code == GSASL_OK || code == GSASL_NEEDS_MORE)
    {
      *response = g_base64_encode ((const guchar *) output, output_length);
      *done = self->is_done = code == GSASL_OK;
      mc_secret_wipe (output, output_length);
      gsasl_free (output);
      return TRUE;
    }

  return fail (error, code);
}

/*
 * After its one message the client has nothing to say: a challenge is the reason for a refusal, answered
 * by a dummy so that the refusal itself comes (RFC 7628 section 3.2.3), and no success after it counts.
 */
static gboolean
take_oauth_step (McSasl     *self,
                 const char *challenge,
                 gsize       length,
                 char      **response,
                 gboolean   *done,
                 GError    **error)
{
  char *message;

  if (challenge != NULL)
    {
      if (self->is_token_refused)
        return fail (error, GSASL_MECHANISM_CALLED_TOO_MANY_TIMES);

      self->is_token_refused = TRUE;
      self->oauth_error = mc_oauth_error_parse (challenge, length, NULL);
      *response = g_strdup (g_str_equal (self->oauth_mechanism, MC_OAUTH_BEARER) ? "AQ==" : "");
      *done = FALSE;
      return TRUE;
    }

  message = mc_oauth_message_new (self->oauth_mechanism, self->user, self->host, self->port, self->token, error);
  if (message == NULL)
    return FALSE;

  *response = g_base64_encode ((const guchar *) message, strlen (message));
  *done = TRUE;
  mc_secret_free_text (message);
  return TRUE;
}

/**
 * mc_sasl_step:
 * @self: an exchange
 * @challenge: (nullable): what the server sent, in base64; %NULL for an initial
 *   response
 * @response: (out) (transfer full): what to send, in base64, perhaps empty; free it
 *   with mc_secret_free_text()
 * @done: (out): whether the mechanism has nothing more to ask of the server: only
 *   then a success that the server tells may be believed
 * @error: %MC_MAIL_ERROR_MALFORMED for a challenge that makes no sense,
 *   %MC_MAIL_ERROR_SERVER_NOT_VERIFIED for a wrong server signature (RFC 5802
 *   section 3), %MC_MAIL_ERROR_SECRET for a name or password that cannot be
 *   prepared (RFC 4013)
 *
 * Returns: whether there is something to send
 */
gboolean
mc_sasl_step (McSasl     *self,
              const char *challenge,
              char      **response,
              gboolean   *done,
              GError    **error)
{
  g_autofree char *copy = NULL;
  char            *decoded = NULL;
  gsize            length = 0;

  g_return_val_if_fail (self != NULL && response != NULL && done != NULL, FALSE);

  if (self->is_done)
    return fail (error, GSASL_MECHANISM_CALLED_TOO_MANY_TIMES);

  if (challenge != NULL && gsasl_base64_from (challenge, strlen (challenge), &decoded, &length) != GSASL_OK)
    return fail (error, GSASL_BASE64_ERROR);

  if (challenge != NULL)
    copy = g_strndup (decoded != NULL ? decoded : "", length);
  gsasl_free (decoded);

  if (copy != NULL && strlen (copy) != length)
    return fail (error, GSASL_MECHANISM_PARSE_ERROR);

  if (self->oauth_mechanism != NULL)
    return take_oauth_step (self, copy, length, response, done, error);

  return take_step (self, copy, length, response, done, error);
}

/**
 * mc_sasl_get_oauth_error:
 * @self: an exchange
 *
 * Returns: (transfer none) (nullable): why the server refuses the token, when it said so
 */
const McOAuthError *
mc_sasl_get_oauth_error (McSasl *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->oauth_error;
}
