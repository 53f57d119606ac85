/* mc-fixer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McFixer:
 * @MC_FIXER_NONE: nothing to fix, or not known who could
 * @MC_FIXER_YOU: the person at this computer
 * @MC_FIXER_ADMINISTRATOR: the administrator of the person's organization
 * @MC_FIXER_PROVIDER: the mail provider
 * @MC_FIXER_NETWORK: whoever runs the network this computer is on
 * @MC_FIXER_SENDER: who sent the message
 * @MC_FIXER_RECIPIENT: who should get the message
 * @MC_FIXER_WAIT: nobody, it passes with time
 *
 * Who can remove a cause.
 */
typedef enum
{
  MC_FIXER_NONE,
  MC_FIXER_YOU,
  MC_FIXER_ADMINISTRATOR,
  MC_FIXER_PROVIDER,
  MC_FIXER_NETWORK,
  MC_FIXER_SENDER,
  MC_FIXER_RECIPIENT,
  MC_FIXER_WAIT,
} McFixer;

const char *mc_fixer_get_id (McFixer fixer);
const char *mc_fixer_get_title (McFixer fixer);

G_END_DECLS
