/* mc-test-keyring.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _McTestKeyring McTestKeyring;

McTestKeyring   *mc_test_keyring_new (void);
void             mc_test_keyring_free (McTestKeyring *self);
void             mc_test_keyring_start (McTestKeyring *self);
void             mc_test_keyring_stop (McTestKeyring *self);
void             mc_test_keyring_stop_bus (McTestKeyring *self);
void             mc_test_keyring_lock (McTestKeyring *self);
GDBusConnection *mc_test_keyring_connect (McTestKeyring *self);
void             mc_test_own_name (GDBusConnection *connection,
                                   const char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McTestKeyring, mc_test_keyring_free)

G_END_DECLS
