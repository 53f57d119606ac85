/* mc-sasl.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-oauth.h"
#include "mc-secret.h"

G_BEGIN_DECLS

/* The protocol's own command that sends name and password: LOGIN in IMAP, USER and PASS in POP3. */
#define MC_SASL_COMMAND "LOGIN-COMMAND"

/* The command APOP of POP3, RFC 1939 section 7. */
#define MC_SASL_APOP "APOP"

typedef struct _McSasl McSasl;

void                mc_sasl_add_mechanisms (GStrvBuilder      *list,
                                            const char *const *capabilities,
                                            const char        *name);
const char         *mc_sasl_choose (McSecretKind       kind,
                                    const char *const *offered);
gboolean            mc_sasl_is_client_first (const char *mechanism);
McSasl             *mc_sasl_new (const char *mechanism,
                                 const char *user,
                                 McSecret   *secret,
                                 GError    **error);
void                mc_sasl_free (McSasl *self);
void                mc_sasl_set_service (McSasl     *self,
                                         const char *host,
                                         guint16     port);
gboolean            mc_sasl_step (McSasl     *self,
                                  const char *challenge,
                                  char      **response,
                                  gboolean   *done,
                                  GError    **error);
const McOAuthError *mc_sasl_get_oauth_error (McSasl *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSasl, mc_sasl_free)

G_END_DECLS
