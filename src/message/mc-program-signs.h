/* mc-program-signs.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McProgramSign:
 * @MC_PROGRAM_SIGN_NONE: nothing that a mail program says of its own connection
 * @MC_PROGRAM_SIGN_HELPER: a program on this computer does not answer
 * @MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED: the certificate is no longer valid
 * @MC_PROGRAM_SIGN_CERTIFICATE_NAME: the certificate is for another name
 * @MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED: nobody who is trusted issued the certificate
 * @MC_PROGRAM_SIGN_WRONG_ENCRYPTION: TLS and STARTTLS are mixed up
 * @MC_PROGRAM_SIGN_NO_ENCRYPTION: no secure connection came about, for whatever reason
 * @MC_PROGRAM_SIGN_NAME_NOT_FOUND: there is no host with the name
 * @MC_PROGRAM_SIGN_CUT_OFF: the connection ended too early
 * @MC_PROGRAM_SIGN_METHOD_NOT_OFFERED: the server does not take this way of signing in
 * @MC_PROGRAM_SIGN_BROWSER_SIGN_IN: the permission that is given in the browser does not work
 * @MC_PROGRAM_SIGN_SIGN_IN_REFUSED: the server did not take the name or the password
 * @MC_PROGRAM_SIGN_UNREACHABLE: there was no connection
 * @MC_PROGRAM_SIGN_NOT_CONNECTED: there was no connection, or the sign-in was refused
 * @MC_PROGRAM_N_SIGNS: how many there are
 *
 * What a mail program says; in this order, since what comes first tells more.
 */
typedef enum
{
  MC_PROGRAM_SIGN_NONE,
  MC_PROGRAM_SIGN_HELPER,
  MC_PROGRAM_SIGN_CERTIFICATE_EXPIRED,
  MC_PROGRAM_SIGN_CERTIFICATE_NAME,
  MC_PROGRAM_SIGN_CERTIFICATE_UNTRUSTED,
  MC_PROGRAM_SIGN_WRONG_ENCRYPTION,
  MC_PROGRAM_SIGN_NO_ENCRYPTION,
  MC_PROGRAM_SIGN_NAME_NOT_FOUND,
  MC_PROGRAM_SIGN_CUT_OFF,
  MC_PROGRAM_SIGN_METHOD_NOT_OFFERED,
  MC_PROGRAM_SIGN_BROWSER_SIGN_IN,
  MC_PROGRAM_SIGN_SIGN_IN_REFUSED,
  MC_PROGRAM_SIGN_UNREACHABLE,
  MC_PROGRAM_SIGN_NOT_CONNECTED,
  MC_PROGRAM_N_SIGNS,
} McProgramSign;

McProgramSign mc_program_sign_find (const char *text,
                                    gboolean    says_unreachable);

G_END_DECLS
