/* mc-keyring.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libdex.h>

#include "mc-account.h"
#include "mc-keyring-error.h"
#include "mc-secret.h"

G_BEGIN_DECLS

DexFuture *mc_keyring_has (McAccount    *account,
                           GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_keyring_lookup (McAccount    *account,
                              GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_keyring_store (McAccount    *account,
                             McSecret     *secret,
                             GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_keyring_forget (const char   *address,
                              GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *mc_keyring_forget_all (GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
