/* mc-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _McProvider McProvider;

/**
 * McProviderLink:
 * @MC_PROVIDER_LINK_NONE: no page
 * @MC_PROVIDER_LINK_WEBMAIL: where mail is read in the browser
 * @MC_PROVIDER_LINK_APP_PASSWORD: where an app password is made
 * @MC_PROVIDER_LINK_ACCESS: where access for mail programs is switched on
 * @MC_PROVIDER_LINK_STATUS: where the provider tells of faults
 *
 * A page of a provider.
 */
typedef enum
{
  MC_PROVIDER_LINK_NONE,
  MC_PROVIDER_LINK_WEBMAIL,
  MC_PROVIDER_LINK_APP_PASSWORD,
  MC_PROVIDER_LINK_ACCESS,
  MC_PROVIDER_LINK_STATUS,
} McProviderLink;

#define MC_N_PROVIDER_LINKS (MC_PROVIDER_LINK_STATUS + 1)

const McProvider *mc_provider_find (const char *domain);
const McProvider *mc_provider_find_by_host (const char *host);
const McProvider *mc_provider_get_nth (guint position);
const char       *mc_provider_get_id (const McProvider *self);
const char       *mc_provider_get_title (const McProvider *self);
const char       *mc_provider_get_link (const McProvider *self,
                                        McProviderLink    link);
char             *mc_provider_suggest_domain (const char *domain);

G_END_DECLS
