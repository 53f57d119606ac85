/* mc-imap-client.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-client.h"

G_BEGIN_DECLS

#define MC_TYPE_IMAP_CLIENT (mc_imap_client_get_type ())

G_DECLARE_FINAL_TYPE (McImapClient, mc_imap_client, MC, IMAP_CLIENT, McMailClient)

McMailClient *mc_imap_client_new (McConnection *connection);
GPtrArray    *mc_imap_client_list_folders (McImapClient *self,
                                           McScope      *scope,
                                           GError      **error);
char         *mc_imap_client_get_personal_namespace (McImapClient *self,
                                                     McScope      *scope,
                                                     GError      **error);

G_END_DECLS
