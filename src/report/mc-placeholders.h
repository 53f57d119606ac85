/* mc-placeholders.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _McPlaceholders McPlaceholders;

/**
 * McPersonalKind:
 * @MC_PERSONAL_ADDRESS: an email address
 * @MC_PERSONAL_USER: a sign-in name or local part
 * @MC_PERSONAL_DOMAIN: the domain of an address
 * @MC_PERSONAL_HOST: the name of a host
 * @MC_PERSONAL_IP: an IP address
 *
 * What can tell who a person is.
 */
typedef enum
{
  MC_PERSONAL_ADDRESS,
  MC_PERSONAL_USER,
  MC_PERSONAL_DOMAIN,
  MC_PERSONAL_HOST,
  MC_PERSONAL_IP,
} McPersonalKind;

McPlaceholders *mc_placeholders_new (void);
void            mc_placeholders_free (McPlaceholders *self);
const char     *mc_placeholders_ensure (McPlaceholders *self,
                                        McPersonalKind  kind,
                                        const char     *value);

G_END_DECLS
