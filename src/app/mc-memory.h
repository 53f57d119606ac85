/* mc-memory.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-journey.h"

G_BEGIN_DECLS

#define MC_TYPE_MEMORY (mc_memory_get_type ())

G_DECLARE_FINAL_TYPE (McMemory, mc_memory, MC, MEMORY, GObject)

McMemory   *mc_memory_new (McJourney *journey);
GListModel *mc_memory_get_accounts (McMemory *self);
gboolean    mc_memory_get_remember (McMemory *self);
void        mc_memory_set_remember (McMemory *self,
                                    gboolean  remember);
void        mc_memory_keep_password (McMemory *self,
                                     gboolean  keep);
gboolean    mc_memory_is_forgetting (McMemory   *self,
                                     const char *address);
AdwToast   *mc_memory_forget_account (McMemory  *self,
                                      McAccount *account);
AdwToast   *mc_memory_forget_password (McMemory   *self,
                                       const char *address);
DexFuture  *mc_memory_forget_all (McMemory *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
