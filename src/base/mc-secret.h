/* mc-secret.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MC_TYPE_SECRET (mc_secret_get_type ())

typedef struct _McSecret McSecret;

/**
 * McSecretKind:
 * @MC_SECRET_PASSWORD: a password, app passwords too
 * @MC_SECRET_TOKEN: an OAuth 2 access token
 */
typedef enum
{
  MC_SECRET_PASSWORD,
  MC_SECRET_TOKEN,
} McSecretKind;

GType        mc_secret_get_type (void) G_GNUC_CONST;
McSecret    *mc_secret_new (McSecretKind kind,
                            const char  *text,
                            gsize        length);
McSecret    *mc_secret_ref (McSecret *self);
void         mc_secret_unref (McSecret *self);
McSecretKind mc_secret_get_kind (McSecret *self);
const char  *mc_secret_peek (McSecret *self);
gboolean     mc_secret_equal (McSecret *self,
                              McSecret *other);
void         mc_secret_wipe (gpointer memory,
                             gsize    length);
void         mc_secret_free_text (char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSecret, mc_secret_unref)

G_END_DECLS
