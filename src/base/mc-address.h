/* mc-address.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MC_TYPE_ADDRESS  (mc_address_get_type ())
#define MC_ADDRESS_ERROR (mc_address_error_quark ())

typedef struct _McAddress McAddress;

/**
 * McAddressError:
 * @MC_ADDRESS_ERROR_EMPTY: nothing was given
 * @MC_ADDRESS_ERROR_NO_AT: no @ sign
 * @MC_ADDRESS_ERROR_LOCAL_PART: the part before the @ is not valid
 * @MC_ADDRESS_ERROR_DOMAIN: the part after the @ is not a domain name
 * @MC_ADDRESS_ERROR_TOO_LONG: longer than RFC 5321 section 4.5.3.1 allows
 */
typedef enum
{
  MC_ADDRESS_ERROR_EMPTY,
  MC_ADDRESS_ERROR_NO_AT,
  MC_ADDRESS_ERROR_LOCAL_PART,
  MC_ADDRESS_ERROR_DOMAIN,
  MC_ADDRESS_ERROR_TOO_LONG,
} McAddressError;

GType       mc_address_get_type (void) G_GNUC_CONST;
GQuark      mc_address_error_quark (void);
McAddress  *mc_address_new (const char *text,
                            GError    **error);
McAddress  *mc_address_ref (McAddress *self);
void        mc_address_unref (McAddress *self);
const char *mc_address_get_text (McAddress *self);
const char *mc_address_get_local_part (McAddress *self);
const char *mc_address_get_domain (McAddress *self);
char       *mc_address_normalize_host (const char *host);
char       *mc_address_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McAddress, mc_address_unref)

G_END_DECLS
