/* mc-cause.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MC_CAUSE_MAX_STEPS 5
#define MC_CAUSE_MAX_LINKS 3

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

typedef struct
{
  const char *title; /* N_() */
  const char *uri;
} McLink;

/**
 * McCause:
 * @id: the public id, fixed once released (contract section 4)
 * @fixed_by: who can remove it
 * @is_notice: worth knowing, but nothing is broken yet
 * @title: one short sentence, N_()
 * @explanation: what it means and how it was told, N_(), or %NULL while no rule names it
 * @steps: what to do, in order, N_(), %NULL-terminated
 * @article: the public id of the help article
 * @links: long-lived pages to read on; ends with a row without title
 *
 * A row of the cause table. @explanation and @steps may hold the placeholders
 * of mc_cause_expand().
 */
typedef struct
{
  const char *id;
  McFixer     fixed_by;
  gboolean    is_notice;
  const char *title;
  const char *explanation;
  const char *steps[MC_CAUSE_MAX_STEPS + 1];
  const char *article;
  McLink      links[MC_CAUSE_MAX_LINKS + 1];
} McCause;

const McCause *mc_cause_find (const char *id);
const McCause *mc_cause_get_nth (guint position);
const char    *mc_cause_get_title (const McCause *cause);
char          *mc_cause_expand (const char *text,
                                GHashTable *values);

const char *mc_fixer_get_id (McFixer fixer);
const char *mc_fixer_get_title (McFixer fixer);

G_END_DECLS
