/* mc-checks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-check.h"
#include "mc-mail-session.h"
#include "mc-service.h"

G_BEGIN_DECLS

/* The work of each row of the check table, in its order; one file each. */

#define MC_DECLARE_CHECK(name)                           \
  void mc_check_##name##_run (McCheckContext   *context, \
                              const McCheck    *check,   \
                              McScope          *scope,   \
                              McFindingBuilder *finding);

#define MC_DECLARE_CHECK_APPLIES(name)                         \
  gboolean mc_check_##name##_applies (McCheckContext *context, \
                                      const McCheck  *check);

MC_DECLARE_CHECK (address)
MC_DECLARE_CHECK (online)
MC_DECLARE_CHECK (internet)
MC_DECLARE_CHECK_APPLIES (internet)
MC_DECLARE_CHECK (clock)
MC_DECLARE_CHECK_APPLIES (clock)
MC_DECLARE_CHECK (interception)
MC_DECLARE_CHECK_APPLIES (interception)
MC_DECLARE_CHECK (portal)
MC_DECLARE_CHECK_APPLIES (portal)
MC_DECLARE_CHECK (name_server)
MC_DECLARE_CHECK_APPLIES (name_server)
MC_DECLARE_CHECK (resolver)
MC_DECLARE_CHECK_APPLIES (resolver)
MC_DECLARE_CHECK (settings)
MC_DECLARE_CHECK_APPLIES (settings)
MC_DECLARE_CHECK (host)
MC_DECLARE_CHECK_APPLIES (host)
MC_DECLARE_CHECK (port)
MC_DECLARE_CHECK (family)
MC_DECLARE_CHECK (elsewhere)
MC_DECLARE_CHECK_APPLIES (elsewhere)
MC_DECLARE_CHECK (other_ports)
MC_DECLARE_CHECK_APPLIES (other_ports)
MC_DECLARE_CHECK (ipv6)
MC_DECLARE_CHECK_APPLIES (ipv6)
MC_DECLARE_CHECK (greeting)
MC_DECLARE_CHECK (encryption)
MC_DECLARE_CHECK (certificate)
MC_DECLARE_CHECK_APPLIES (certificate)
MC_DECLARE_CHECK (counterpart)
MC_DECLARE_CHECK_APPLIES (counterpart)
MC_DECLARE_CHECK (mechanisms)
MC_DECLARE_CHECK (login)
MC_DECLARE_CHECK (inbox)
MC_DECLARE_CHECK (quota)
MC_DECLARE_CHECK (sending)
MC_DECLARE_CHECK_APPLIES (sending)
MC_DECLARE_CHECK (size)
MC_DECLARE_CHECK (speed)
MC_DECLARE_CHECK (tls_versions)
MC_DECLARE_CHECK_APPLIES (tls_versions)
MC_DECLARE_CHECK (path)

#undef MC_DECLARE_CHECK
#undef MC_DECLARE_CHECK_APPLIES

/* What several checks share. */

McMailSession *mc_check_get_session (McCheckContext *context,
                                     const McCheck  *check);
void           mc_check_set_target (McFindingBuilder *finding,
                                    McMailSession    *session);
void           mc_check_set_transcript (McFindingBuilder *finding,
                                        McMailSession    *session);
void           mc_check_add_reply (McFindingBuilder *finding,
                                   McMailReply      *reply);
gboolean       mc_check_set_from_reply (McCheckContext   *context,
                                        McFindingBuilder *finding,
                                        McServer         *server,
                                        McMailReply      *reply);
void           mc_check_set_wrong_service (McFindingBuilder *finding,
                                           McServer         *server,
                                           McService         service);
const char    *mc_check_describe_attempt (McConnectionError code);

G_END_DECLS
