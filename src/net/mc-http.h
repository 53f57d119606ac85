/* mc-http.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "mc-scope.h"

G_BEGIN_DECLS

#define MC_TYPE_HTTP_ANSWER (mc_http_answer_get_type ())

/**
 * McHttpFlags:
 * @MC_HTTP_DEFAULT: a certificate must be trusted
 * @MC_HTTP_ANY_CERTIFICATE: any will do, since only the certificate itself or
 *   the time is of interest
 * @MC_HTTP_HEAD: without the body
 */
typedef enum
{
  MC_HTTP_DEFAULT = 0,
  MC_HTTP_ANY_CERTIFICATE = 1 << 0,
  MC_HTTP_HEAD = 1 << 1,
} McHttpFlags;

/**
 * McHttpAnswer:
 * @status: the status code
 * @location: (nullable): where a redirect points
 * @date: (nullable): the server's own clock, as it wrote it
 * @body: at most as many bytes as were asked for
 * @is_cut: whether the body was longer
 * @certificate: (nullable): the server's certificate
 * @tls_errors: why the system's trust refuses it
 */
typedef struct
{
  guint                status;
  char                *location;
  char                *date;
  GBytes              *body;
  gboolean             is_cut;
  GTlsCertificate     *certificate;
  GTlsCertificateFlags tls_errors;
} McHttpAnswer;

GType         mc_http_answer_get_type (void) G_GNUC_CONST;
McHttpAnswer *mc_http_get (McScope    *scope,
                           const char *uri,
                           McHttpFlags flags,
                           gsize       max_length,
                           GError    **error);
McHttpAnswer *mc_http_get_at (McScope            *scope,
                              GSocketConnectable *place,
                              const char         *uri,
                              McHttpFlags         flags,
                              gsize               max_length,
                              GError            **error);
SoupSession  *mc_http_session_new (GSocketConnectable *place,
                                   guint               max_connections);
McHttpAnswer *mc_http_post (McScope     *scope,
                            SoupSession *session,
                            const char  *uri,
                            const char  *content_type,
                            GBytes      *body,
                            gsize        max_length,
                            GError     **error);
void          mc_http_answer_free (McHttpAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McHttpAnswer, mc_http_answer_free)

G_END_DECLS
