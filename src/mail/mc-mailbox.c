/* mc-mailbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-mailbox.h"

void
mc_mailbox_free (McMailbox *self)
{
  g_free (self);
}

void
mc_quota_free (McQuota *self)
{
  if (self == NULL)
    return;

  g_free (self->root);
  g_free (self->resource);
  g_free (self);
}

void
mc_mail_folder_free (McMailFolder *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->special_use);
  g_free (self);
}
