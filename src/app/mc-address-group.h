/* mc-address-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_ADDRESS_GROUP (mc_address_group_get_type ())

G_DECLARE_FINAL_TYPE (McAddressGroup, mc_address_group, MC, ADDRESS_GROUP, AdwPreferencesGroup)

const char *mc_address_group_get_address (McAddressGroup *self);
void        mc_address_group_set_address (McAddressGroup *self,
                                          const char     *address);
gboolean    mc_address_group_is_valid (McAddressGroup *self);
void        mc_address_group_tidy (McAddressGroup *self);

G_END_DECLS
