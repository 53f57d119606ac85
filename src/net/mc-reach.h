/* mc-reach.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-connection.h"

G_BEGIN_DECLS

#define MC_TYPE_REACH (mc_reach_get_type ())

G_DECLARE_FINAL_TYPE (McReach, mc_reach, MC, REACH, GObject)

/**
 * McAttempt:
 * @address: the address that was tried
 * @connected: whether it took the connection
 * @code: why not
 * @duration_ms: how long it took
 *
 * One try to connect.
 */
typedef struct
{
  GInetAddress     *address;
  gboolean          connected;
  McConnectionError code;
  gint64            duration_ms;
} McAttempt;

McReach         *mc_reach_new (McScope      *scope,
                               GPtrArray    *addresses,
                               guint16       port,
                               McTranscript *transcript);
DexFuture       *mc_reach_when_any (McReach *self) G_GNUC_WARN_UNUSED_RESULT;
DexFuture       *mc_reach_when_family (McReach      *self,
                                       GSocketFamily family) G_GNUC_WARN_UNUSED_RESULT;
DexFuture       *mc_reach_when_all (McReach *self) G_GNUC_WARN_UNUSED_RESULT;
guint            mc_reach_get_n_attempts (McReach *self);
const McAttempt *mc_reach_get_attempt (McReach *self,
                                       guint    position);
const McAttempt *mc_reach_best_attempt (McReach      *self,
                                        GSocketFamily family);

G_END_DECLS
