/* mc-mail-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MC_MAIL_ERROR (mc_mail_error_quark ())

/**
 * McMailError:
 * @MC_MAIL_ERROR_MALFORMED: the server sent something that its protocol does not allow
 * @MC_MAIL_ERROR_UNEXPECTED: what answers speaks another protocol
 * @MC_MAIL_ERROR_CLOSED: the server said goodbye; its words are among the alerts
 * @MC_MAIL_ERROR_PREAUTH: the server claims that one is signed in already, before TLS
 * @MC_MAIL_ERROR_NO_MECHANISM: no sign-in method is offered that this kind of secret can use
 * @MC_MAIL_ERROR_NOT_OFFERED: the server does not offer what was asked for
 * @MC_MAIL_ERROR_REFUSED: the server refused a command; its words are in the last reply
 * @MC_MAIL_ERROR_TOO_MUCH: more came than any honest server sends
 * @MC_MAIL_ERROR_SERVER_NOT_VERIFIED: the server could not prove that it knows the password
 * @MC_MAIL_ERROR_SECRET: the secret or the sign-in name cannot be used with the mechanism
 * @MC_MAIL_ERROR_ADDRESS: an address cannot be written in the protocol
 *
 * What can go wrong in a mail protocol. Trouble with the connection itself stays
 * an error of the connection's domain.
 */
typedef enum
{
  MC_MAIL_ERROR_MALFORMED,
  MC_MAIL_ERROR_UNEXPECTED,
  MC_MAIL_ERROR_CLOSED,
  MC_MAIL_ERROR_PREAUTH,
  MC_MAIL_ERROR_NO_MECHANISM,
  MC_MAIL_ERROR_NOT_OFFERED,
  MC_MAIL_ERROR_REFUSED,
  MC_MAIL_ERROR_TOO_MUCH,
  MC_MAIL_ERROR_SERVER_NOT_VERIFIED,
  MC_MAIL_ERROR_SECRET,
  MC_MAIL_ERROR_ADDRESS,
} McMailError;

GQuark mc_mail_error_quark (void);

G_END_DECLS
