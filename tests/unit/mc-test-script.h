/* mc-test-script.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-mail-client.h"
#include "mc-test-server.h"

G_BEGIN_DECLS

#define MC_TEST_SCRIPT_HOST      "mail.example.org"
#define MC_TEST_SCRIPT_MAX_STEPS 12

/* Sent as a step's last bytes: TLS begins now. */
#define MC_TEST_SCRIPT_TLS "{tls}"

typedef void (*McTestMailDialogue) (McMailClient *client,
                                    McScope      *scope);

/**
 * McTestScript:
 * @server: its server; leave it empty
 * @protocol: what the client speaks
 * @with_tls: whether TLS comes first, with a certificate that the client trusts
 * @says: the greeting, then one answer for each line that comes, whatever it is.
 *   `{tag}` is the tag of an IMAP command. After the last one the server hangs
 *   up; an empty last one keeps the connection open instead
 * @commands: the lines that came, those of IMAP without their tags
 *
 * A mail server that says what it is told to.
 */
typedef struct
{
  McTestServer server;
  McProtocol   protocol;
  gboolean     with_tls;
  const char  *says[MC_TEST_SCRIPT_MAX_STEPS + 1];
  GPtrArray   *commands;

  /*< private >*/
  char              *tag;
  GIOStream         *stream;
  McTestMailDialogue dialogue;
} McTestScript;

void        mc_test_script_run (McTestScript      *self,
                                McTestMailDialogue dialogue);
void        mc_test_script_end (McTestScript *self);
const char *mc_test_script_get_command (McTestScript *self,
                                        guint         position);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (McTestScript, mc_test_script_end)

G_END_DECLS
