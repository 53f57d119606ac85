/* mc-mail-client.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-connection.h"
#include "mc-enums.h"
#include "mc-mail-error.h"
#include "mc-mail-reply.h"
#include "mc-mailbox.h"
#include "mc-scope.h"
#include "mc-secret.h"

G_BEGIN_DECLS

#define MC_TYPE_MAIL_CLIENT (mc_mail_client_get_type ())

G_DECLARE_DERIVABLE_TYPE (McMailClient, mc_mail_client, MC, MAIL_CLIENT, GObject)

/**
 * McMailClientClass:
 * @read_greeting: reads what the server says first
 * @load_capabilities: asks what the server offers, and calls mc_mail_client_add_capability()
 * @offers_tls: whether TLS can be started on this connection
 * @request_tls: sends the command that starts TLS and reads the go-ahead
 * @forget: drops all that the subclass knows from the server
 * @add_mechanisms: adds the names of the sign-in methods offered
 * @is_password_disabled: whether the server announces that passwords are off
 * @sign_in: signs in by @mechanism, one of those @add_mechanisms named
 * @identify: (nullable): tells who we are and asks who the server is
 * @open_inbox: (nullable): opens the mailbox in a way that leaves no trace
 * @list_quotas: (nullable): asks for the limits of the mailbox
 * @log_out: says goodbye
 *
 * A protocol is one subclass in one file.
 */
struct _McMailClientClass
{
  GObjectClass parent_class;

  McMailReply *(*read_greeting) (McMailClient *self,
                                 McScope      *scope,
                                 GError      **error);
  gboolean (*load_capabilities) (McMailClient *self,
                                 McScope      *scope,
                                 GError      **error);
  gboolean (*offers_tls) (McMailClient *self);
  McMailReply *(*request_tls) (McMailClient *self,
                               McScope      *scope,
                               GError      **error);
  void (*forget) (McMailClient *self);
  void (*add_mechanisms) (McMailClient *self,
                          GStrvBuilder *mechanisms);
  gboolean (*is_password_disabled) (McMailClient *self);
  McMailReply *(*sign_in) (McMailClient *self,
                           McScope      *scope,
                           const char   *mechanism,
                           const char   *user,
                           McSecret     *secret,
                           GError      **error);
  gboolean (*identify) (McMailClient *self,
                        McScope      *scope,
                        char        **server,
                        GError      **error);
  McMailReply *(*open_inbox) (McMailClient *self,
                              McScope      *scope,
                              McMailbox   **mailbox,
                              GError      **error);
  GPtrArray *(*list_quotas) (McMailClient *self,
                             McScope      *scope,
                             GError      **error);
  void (*log_out) (McMailClient *self,
                   McScope      *scope);
};

McMailClient      *mc_mail_client_new (McProtocol    protocol,
                                       McConnection *connection);
McConnection      *mc_mail_client_get_connection (McMailClient *self);
McMailReply       *mc_mail_client_read_greeting (McMailClient *self,
                                                 McScope      *scope,
                                                 GError      **error);
gboolean           mc_mail_client_load_capabilities (McMailClient *self,
                                                     McScope      *scope,
                                                     GError      **error);
const char *const *mc_mail_client_list_capabilities (McMailClient *self);
gboolean           mc_mail_client_has_capability (McMailClient *self,
                                                  const char   *capability);
const char        *mc_mail_client_get_capability_arguments (McMailClient *self,
                                                            const char   *capability);
gboolean           mc_mail_client_offers_tls (McMailClient *self);
gboolean           mc_mail_client_request_tls (McMailClient *self, McScope *scope, GError **error);
gboolean           mc_mail_client_start_tls (McMailClient *self,
                                             McScope      *scope,
                                             const char   *host,
                                             GError      **error);
GStrv              mc_mail_client_list_mechanisms (McMailClient *self);
const char        *mc_mail_client_choose_mechanism (McMailClient *self,
                                                    McSecretKind  kind);
gboolean           mc_mail_client_is_password_disabled (McMailClient *self);
McMailReply       *mc_mail_client_sign_in (McMailClient *self,
                                           McScope      *scope,
                                           const char   *user,
                                           McSecret     *secret,
                                           GError      **error);
gboolean           mc_mail_client_identify (McMailClient *self,
                                            McScope      *scope,
                                            char        **server,
                                            GError      **error);
McMailReply       *mc_mail_client_open_inbox (McMailClient *self,
                                              McScope      *scope,
                                              McMailbox   **mailbox,
                                              GError      **error);
GPtrArray         *mc_mail_client_list_quotas (McMailClient *self,
                                               McScope      *scope,
                                               GError      **error);
void               mc_mail_client_log_out (McMailClient *self,
                                           McScope      *scope);
McMailReply       *mc_mail_client_get_last_reply (McMailClient *self);
GPtrArray         *mc_mail_client_get_alerts (McMailClient *self);

/* For subclasses. */
void mc_mail_client_add_capability (McMailClient *self,
                                    const char   *capability);
void mc_mail_client_clear_capabilities (McMailClient *self);
void mc_mail_client_add_alert (McMailClient *self,
                               McMailReply  *alert);
void mc_mail_client_set_last_reply (McMailClient *self,
                                    McMailReply  *reply);

G_END_DECLS
