/* mc-test-server.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-connection.h"

G_BEGIN_DECLS

typedef struct _McTestServer McTestServer;

/* What the server does with its one connection, on a thread of its own. */
typedef void (*McTestServe) (McTestServer *server,
                             GIOStream    *stream);

/* What the client does with it, on a fiber. */
typedef void (*McTestDialogue) (McTestServer *server,
                                McConnection *connection,
                                McScope      *scope);

/**
 * McTestServer:
 * @serve: what it does
 * @says: bytes for @serve to send
 * @n_says: how many; 0 where they end with a NUL
 * @certificate: what it shows in a TLS handshake
 * @wants_certificate: whether it demands one from the client too
 * @received: what came; complete after mc_test_server_join()
 * @port: where it listens, on 127.0.0.1
 * @thread: where it works
 *
 * A server in this process.
 */
struct _McTestServer
{
  McTestServe      serve;
  const char      *says;
  gsize            n_says;
  GTlsCertificate *certificate;
  gboolean         wants_certificate;
  GString         *received;
  guint16          port;
  GThread         *thread;
};

void     mc_test_server_run (McTestServer  *self,
                             McTestDialogue dialogue);
void     mc_test_server_join (McTestServer *self);
void     mc_test_server_say (McTestServer *self,
                             GIOStream    *stream);
gboolean mc_test_server_send (GIOStream  *stream,
                              const char *bytes,
                              gsize       length);
void     mc_test_server_record (McTestServer *self,
                                GIOStream    *stream);
void     mc_test_server_encrypt (McTestServer *self,
                                 GIOStream    *stream);

G_END_DECLS
