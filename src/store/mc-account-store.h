/* mc-account-store.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mc-account.h"

G_BEGIN_DECLS

#define MC_TYPE_ACCOUNT_STORE (mc_account_store_get_type ())

G_DECLARE_FINAL_TYPE (McAccountStore, mc_account_store, MC, ACCOUNT_STORE, GObject)

McAccountStore *mc_account_store_new (GFile *file);
McAccountStore *mc_account_store_new_default (void);
gboolean        mc_account_store_add (McAccountStore *self,
                                      McAccount      *account,
                                      GError        **error);
gboolean        mc_account_store_insert (McAccountStore *self,
                                         guint           position,
                                         McAccount      *account,
                                         GError        **error);
gboolean        mc_account_store_remove (McAccountStore *self,
                                         McAccount      *account,
                                         guint          *position,
                                         GError        **error);
gboolean        mc_account_store_remove_all (McAccountStore *self,
                                             GError        **error);

G_END_DECLS
