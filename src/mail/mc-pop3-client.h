/* mc-pop3-client.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-client.h"

G_BEGIN_DECLS

#define MC_TYPE_POP3_CLIENT (mc_pop3_client_get_type ())

G_DECLARE_FINAL_TYPE (McPop3Client, mc_pop3_client, MC, POP3_CLIENT, McMailClient)

McMailClient *mc_pop3_client_new (McConnection *connection);
gboolean      mc_pop3_client_count_ids (McPop3Client *self,
                                        McScope      *scope,
                                        guint        *count,
                                        GError      **error);

G_END_DECLS
