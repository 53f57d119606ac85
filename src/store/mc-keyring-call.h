/* mc-keyring-call.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libdex.h>
#include <libsecret/secret.h>

#include "mc-secret.h"

G_BEGIN_DECLS

/* What kind of thing the keyring calls our passwords. */
#define MC_KEYRING_SCHEMA MC_APPLICATION_ID ".Password"

DexFuture *mc_keyring_call_search (GHashTable *attributes) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_keyring_call_retrieve (SecretRetrievable *item) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_keyring_call_store (const char *address,
                                  GHashTable *attributes,
                                  McSecret   *secret) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_keyring_call_clear (GHashTable *attributes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
