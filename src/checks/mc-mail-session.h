/* mc-mail-session.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-check-context.h"
#include "mc-mail-client.h"
#include "mc-reach.h"

G_BEGIN_DECLS

#define MC_TYPE_MAIL_SESSION (mc_mail_session_get_type ())

G_DECLARE_FINAL_TYPE (McMailSession, mc_mail_session, MC, MAIL_SESSION, GObject)

/**
 * McSessionStep:
 * @MC_SESSION_CONNECTED: a connection is open
 * @MC_SESSION_GREETED: the server said who it is
 * @MC_SESSION_ENCRYPTED: TLS is in place
 * @MC_SESSION_READY: the server said what it offers, under TLS where that is set
 *
 * How far a session is. Which step needs which depends on the settings: with
 * TLS the greeting comes after it, with STARTTLS before.
 */
typedef enum
{
  MC_SESSION_CONNECTED,
  MC_SESSION_GREETED,
  MC_SESSION_ENCRYPTED,
  MC_SESSION_READY,
} McSessionStep;

#define MC_N_SESSION_STEPS (MC_SESSION_READY + 1)

McMailSession *mc_mail_session_new (McCheckContext *context,
                                    McServer       *server,
                                    McReach        *reach,
                                    McTranscript   *transcript);
gboolean       mc_mail_session_await (McMailSession *self,
                                      McSessionStep  step,
                                      McScope       *scope,
                                      GError       **error);
gboolean       mc_mail_session_has_reached (McMailSession *self,
                                            McSessionStep  step);
gint64         mc_mail_session_get_time (McMailSession *self, McSessionStep step);
void           mc_mail_session_stop (McMailSession *self);
McServer      *mc_mail_session_get_server (McMailSession *self);
McReach       *mc_mail_session_get_reach (McMailSession *self);
McConnection  *mc_mail_session_get_connection (McMailSession *self);
McMailClient  *mc_mail_session_get_client (McMailSession *self);
McMailReply   *mc_mail_session_get_greeting (McMailSession *self);
McTranscript  *mc_mail_session_get_transcript (McMailSession *self);

G_END_DECLS
