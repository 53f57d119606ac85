/* mc-tls-witness.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-tls-witness.h"

/**
 * McTlsWitness:
 *
 * Notes whether a server asks for a certificate of this computer; it never
 * gives one. GIO asks it in the middle of the handshake.
 */
struct _McTlsWitness
{
  GTlsInteraction parent_instance;
  int             was_asked; /* atomic: the handshake runs in another thread */
};

G_DEFINE_FINAL_TYPE (McTlsWitness, mc_tls_witness, G_TYPE_TLS_INTERACTION)

static GTlsInteractionResult
mc_tls_witness_request_certificate (GTlsInteraction            *interaction,
                                    GTlsConnection             *connection,
                                    GTlsCertificateRequestFlags flags,
                                    GCancellable               *cancellable,
                                    GError                    **error)
{
  g_atomic_int_set (&MC_TLS_WITNESS (interaction)->was_asked, TRUE);
  return G_TLS_INTERACTION_UNHANDLED;
}

static void
mc_tls_witness_class_init (McTlsWitnessClass *klass)
{
  G_TLS_INTERACTION_CLASS (klass)->request_certificate = mc_tls_witness_request_certificate;
}

static void
mc_tls_witness_init (McTlsWitness *self)
{
}

GTlsInteraction *
mc_tls_witness_new (void)
{
  return g_object_new (MC_TYPE_TLS_WITNESS, NULL);
}

/**
 * mc_tls_witness_was_asked:
 * @self: a witness of a handshake that is over
 *
 * Returns: whether the server asked for a certificate
 */
gboolean
mc_tls_witness_was_asked (McTlsWitness *self)
{
  g_return_val_if_fail (MC_IS_TLS_WITNESS (self), FALSE);

  return g_atomic_int_get (&self->was_asked);
}
