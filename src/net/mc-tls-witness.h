/* mc-tls-witness.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_TLS_WITNESS (mc_tls_witness_get_type ())

G_DECLARE_FINAL_TYPE (McTlsWitness, mc_tls_witness, MC, TLS_WITNESS, GTlsInteraction)

GTlsInteraction *mc_tls_witness_new (void);
gboolean         mc_tls_witness_was_asked (McTlsWitness *self);

G_END_DECLS
