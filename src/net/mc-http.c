/* mc-http.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-connection.h"
#include "mc-http.h"
#include "mc-tls-info.h"

#define READ_SIZE 16384

/* Answers before the answer (RFC 9110 section 15.2). libsoup reads them in one go as long as they come, and nothing
 * else happens meanwhile. */
#define MAX_INFORMATIONAL 5

typedef struct
{
  GCancellable *cancellable;
  guint         count;
} Informational;

static void
on_send_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DexPromise) promise = user_data;
  GError                *error = NULL;
  GInputStream          *stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);

  if (stream != NULL)
    dex_promise_resolve_object (promise, stream);
  else
    dex_promise_reject (promise, error);
}

static gboolean
on_idle_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* libsoup 3.6.5 uses what it has freed when it is cancelled after it has read the head of an answer and before it says
 * so. What is ready to be said is said before it learns of this. */
static void
on_given_up_cb (GCancellable *promised,
                GCancellable *cancellable)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle_cb, g_object_ref (cancellable), g_object_unref);
}

static void
on_got_informational_cb (SoupMessage   *message,
                         Informational *informational)
{
  if (++informational->count > MAX_INFORMATIONAL)
    g_cancellable_cancel (informational->cancellable);
}

static void
on_network_event_cb (SoupMessage       *message,
                     GSocketClientEvent event,
                     GIOStream         *connection,
                     gpointer           user_data)
{
  if (event == G_SOCKET_CLIENT_TLS_HANDSHAKING && G_IS_TLS_CONNECTION (connection))
    mc_tls_start_fresh (G_TLS_CONNECTION (connection));
}

static GInputStream *
send_message (McScope     *scope,
              SoupSession *session,
              SoupMessage *message,
              GError     **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  DexPromise              *promise = dex_promise_new_cancellable ();
  Informational            informational = { cancellable, 0 };
  gulong                   handler = g_signal_connect (message, "got-informational", G_CALLBACK (on_got_informational_cb),
                                                       &informational);
  GInputStream            *stream;

  g_signal_connect (message, "network-event", G_CALLBACK (on_network_event_cb), NULL);
  g_cancellable_connect (dex_promise_get_cancellable (promise), G_CALLBACK (on_given_up_cb), g_object_ref (cancellable),
                         g_object_unref);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, cancellable, on_send_cb, dex_ref (promise));
  stream = mc_scope_await_object (scope, DEX_FUTURE (promise), error);
  g_signal_handler_disconnect (message, handler);

  if (stream == NULL && informational.count > MAX_INFORMATIONAL)
    {
      g_clear_error (error);
      g_set_error_literal (error, MC_CONNECTION_ERROR, MC_CONNECTION_ERROR_TOO_MUCH,
                           "The server announces an answer again and again");
    }

  return stream;
}

static GBytes *
read_body (McScope      *scope,
           GInputStream *stream,
           gsize         max_length,
           gboolean     *is_cut,
           GError      **error)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();

  *is_cut = FALSE;
  for (;;)
    {
      g_autoptr (GBytes) bytes = mc_scope_await_boxed (
        scope, dex_input_stream_read_bytes (stream, READ_SIZE, G_PRIORITY_DEFAULT), error);
      gsize         length;
      gconstpointer data;

      if (bytes == NULL)
        return NULL;

      data = g_bytes_get_data (bytes, &length);
      if (length == 0)
        break;

      if (body->len + length > max_length)
        {
          g_byte_array_append (body, data, (guint) (max_length - body->len));
          *is_cut = TRUE;
          break;
        }

      g_byte_array_append (body, data, (guint) length);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&body));
}

static gboolean
on_accept_certificate_cb (SoupMessage         *message,
                          GTlsCertificate     *certificate,
                          GTlsCertificateFlags errors,
                          gpointer             user_data)
{
  return TRUE;
}

static SoupMessage *
new_message (const char *uri,
             McHttpFlags flags)
{
  SoupMessage *message = soup_message_new (flags & MC_HTTP_HEAD ? SOUP_METHOD_HEAD : SOUP_METHOD_GET, uri);

  if (message == NULL)
    return NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (flags & MC_HTTP_ANY_CERTIFICATE)
    g_signal_connect (message, "accept-certificate", G_CALLBACK (on_accept_certificate_cb), NULL);

  return message;
}

static McHttpAnswer *
answer_from_message (SoupMessage *message)
{
  McHttpAnswer       *answer = g_new0 (McHttpAnswer, 1);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  GTlsCertificate    *certificate = soup_message_get_tls_peer_certificate (message);

  answer->status = soup_message_get_status (message);
  answer->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  answer->date = g_strdup (soup_message_headers_get_one (headers, "Date"));
  answer->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  answer->tls_errors = soup_message_get_tls_peer_certificate_errors (message);

  return answer;
}

static McHttpAnswer *
fetch (McScope     *scope,
       SoupSession *session,
       SoupMessage *message,
       gsize        max_length,
       GError     **error)
{
  g_autoptr (GInputStream) stream = send_message (scope, session, message, error);
  g_autoptr (McHttpAnswer) answer = NULL;

  if (stream == NULL)
    return NULL;

  answer = answer_from_message (message);
  answer->body = read_body (scope, stream, max_length, &answer->is_cut, error);
  if (answer->body == NULL)
    return NULL;

  return g_steal_pointer (&answer);
}

static void
set_no_uri_error (GError    **error,
                  const char *uri)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "Not a URI: %s", uri);
}

/**
 * mc_http_get:
 * @scope: the time it has
 * @uri: an http or https URI
 * @flags: how to ask
 * @max_length: the most of the body that is read
 * @error: an error of libsoup or GIO, or %MC_CONNECTION_ERROR_TOO_MUCH
 *
 * Gets a page past any proxy, without cookies, credentials or following
 * redirects. Any status is an answer.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with an error
 */
McHttpAnswer *
mc_http_get (McScope    *scope,
             const char *uri,
             McHttpFlags flags,
             gsize       max_length,
             GError    **error)
{
  return mc_http_get_at (scope, NULL, uri, flags, max_length, error);
}

/**
 * mc_http_get_at:
 * @scope: the time it has
 * @place: (nullable): where to connect, whatever the host in @uri resolves to
 * @uri: an http or https URI
 * @flags: how to ask
 * @max_length: the most of the body that is read
 * @error: an error of libsoup or GIO, or %MC_CONNECTION_ERROR_TOO_MUCH
 *
 * As mc_http_get(), at a place of one's own choice.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with an error
 */
McHttpAnswer *
mc_http_get_at (McScope            *scope,
                GSocketConnectable *place,
                const char         *uri,
                McHttpFlags         flags,
                gsize               max_length,
                GError            **error)
{
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (SoupMessage) message = new_message (uri, flags);

  if (message == NULL)
    {
      set_no_uri_error (error, uri);
      return NULL;
    }

  session = mc_http_session_new (place, 1);
  return fetch (scope, session, message, max_length, error);
}

/**
 * mc_http_session_new:
 * @place: (nullable): where to connect, whatever the host in a URI resolves to;
 *   a #GNetworkAddress of that host, so that its certificate is still verified
 * @max_connections: at most so many at once
 *
 * Returns: (transfer full): a session for several questions to one host
 */
SoupSession *
mc_http_session_new (GSocketConnectable *place,
                     guint               max_connections)
{
  return soup_session_new_with_options ("user-agent", "MailCheckup/" MC_VERSION,
                                        "accept-language-auto", FALSE,
                                        "proxy-resolver", NULL,
                                        "max-conns-per-host", (int) max_connections,
                                        "remote-connectable", place, NULL);
}

/**
 * mc_http_post:
 * @scope: the time it has
 * @session: a session
 * @uri: an https URI
 * @content_type: the media type of @body, and of the answer wanted
 * @body: what is sent
 * @max_length: the most of the answer's body that is read
 * @error: an error of libsoup or GIO, that of an untrusted certificate among them
 *
 * Sends something as mc_http_get() asks for it. Any status is an answer.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with an error
 */
McHttpAnswer *
mc_http_post (McScope     *scope,
              SoupSession *session,
              const char  *uri,
              const char  *content_type,
              GBytes      *body,
              gsize        max_length,
              GError     **error)
{
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_POST, uri);

  if (message == NULL)
    {
      set_no_uri_error (error, uri);
      return NULL;
    }

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_append (soup_message_get_request_headers (message), "Accept", content_type);
  soup_message_set_request_body_from_bytes (message, content_type, body);

  return fetch (scope, session, message, max_length, error);
}

static McHttpAnswer *
mc_http_answer_copy (McHttpAnswer *self)
{
  McHttpAnswer *copy = g_new0 (McHttpAnswer, 1);

  copy->status = self->status;
  copy->location = g_strdup (self->location);
  copy->date = g_strdup (self->date);
  copy->body = g_bytes_ref (self->body);
  copy->is_cut = self->is_cut;
  copy->certificate = self->certificate != NULL ? g_object_ref (self->certificate) : NULL;
  copy->tls_errors = self->tls_errors;

  return copy;
}

void
mc_http_answer_free (McHttpAnswer *self)
{
  g_free (self->location);
  g_free (self->date);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_object (&self->certificate);
  g_free (self);
}

G_DEFINE_BOXED_TYPE (McHttpAnswer, mc_http_answer, mc_http_answer_copy, mc_http_answer_free)
