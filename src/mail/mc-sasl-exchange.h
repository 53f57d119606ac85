/* mc-sasl-exchange.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-client.h"

G_BEGIN_DECLS

/**
 * McSaslRead:
 * @dialogue: what the profile has
 * @scope: the time it has
 * @challenge: (out) (transfer full) (nullable): a challenge, in base64, perhaps empty
 * @error: an error of %MC_MAIL_ERROR or of the connection
 *
 * Reads what the server says next in a SASL exchange.
 *
 * Returns: (transfer full) (nullable): the server's answer that ends the exchange,
 *   or %NULL with a challenge or an error
 */
typedef McMailReply *(*McSaslRead) (gpointer dialogue,
                                    McScope *scope,
                                    char   **challenge,
                                    GError **error);

/**
 * McSaslProfile:
 * @client: the client
 * @command: what begins the exchange, up to the mechanism's name
 * @max_command: the longest first line that may carry the client's first message,
 *   its end included, or 0 when none may
 * @read: reads what the server says
 * @dialogue: for @read
 *
 * How a protocol carries SASL (RFC 4422 section 4): `AUTHENTICATE` or `AUTH`, then
 * base64 to and fro, one line each.
 */
typedef struct
{
  McMailClient *client;
  const char   *command;
  gsize         max_command;
  McSaslRead    read;
  gpointer      dialogue;
} McSaslProfile;

McMailReply *mc_sasl_exchange (const McSaslProfile *profile,
                               McScope             *scope,
                               const char          *mechanism,
                               const char          *user,
                               McSecret            *secret,
                               GError             **error);

G_END_DECLS
