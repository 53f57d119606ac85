/* mc-oauth.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-secret.h"

G_BEGIN_DECLS

#define MC_OAUTH_BEARER  "OAUTHBEARER"
#define MC_OAUTH_XOAUTH2 "XOAUTH2"

/**
 * McOAuthError:
 * @status: what is wrong: an HTTP status such as `400` (XOAUTH2) or a name such as
 *   `invalid_token` (RFC 7628 section 3.2.2)
 * @scope: (nullable): what the token must allow
 * @schemes: (nullable): the kinds of token that XOAUTH2 takes
 *
 * Why a server refuses an access token, each text safe to show.
 */
typedef struct
{
  char *status;
  char *scope;
  char *schemes;
} McOAuthError;

char         *mc_oauth_message_new (const char *mechanism,
                                    const char *user,
                                    const char *host,
                                    guint16     port,
                                    McSecret   *token,
                                    GError    **error);
McOAuthError *mc_oauth_error_parse (const char *bytes,
                                    gsize       length,
                                    GError    **error);
void          mc_oauth_error_free (McOAuthError *self);
char         *mc_oauth_error_to_string (const McOAuthError *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McOAuthError, mc_oauth_error_free)

G_END_DECLS
