/* mc-mailbox.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McMailbox:
 * @exists: how many messages it holds
 * @uid_validity: RFC 9051 section 2.3.1.1, or 0 when not told
 * @uid_next: the id the next message gets, or 0 when not told
 *
 * An open mailbox.
 */
typedef struct
{
  guint32 exists;
  guint32 uid_validity;
  guint32 uid_next;
} McMailbox;

/**
 * McQuota:
 * @root: what the limit holds for, safe to show
 * @resource: `STORAGE` (units of 1024 bytes), `MESSAGE` or another of the server's
 * @usage: how much is used
 * @limit: how much there is
 *
 * A limit of the mailbox (RFC 9208).
 */
typedef struct
{
  char   *root;
  char   *resource;
  guint64 usage;
  guint64 limit;
} McQuota;

/**
 * McMailFolder:
 * @name: its name as the server writes it, bytes made safe to show
 * @delimiter: what separates levels, or 0
 * @special_use: (nullable): `\Junk`, `\Trash`, `\Sent` … (RFC 6154)
 *
 * A folder of the mailbox.
 */
typedef struct
{
  char *name;
  char  delimiter;
  char *special_use;
} McMailFolder;

void mc_mailbox_free (McMailbox *self);
void mc_quota_free (McQuota *self);
void mc_mail_folder_free (McMailFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McMailbox, mc_mailbox_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McQuota, mc_quota_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McMailFolder, mc_mail_folder_free)

G_END_DECLS
