/* mc-cause.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-fixer.h"

G_BEGIN_DECLS

#define MC_CAUSE_MAX_STEPS 5
#define MC_CAUSE_MAX_LINKS 3

/**
 * McStepAction:
 * @MC_STEP_NONE: nothing that a program could do
 * @MC_STEP_CHECK_AGAIN: run the checkup again
 * @MC_STEP_COPY_REPORT: copy the report, to send it to somebody
 * @MC_STEP_COPY_HOST: copy the server's name
 * @MC_STEP_COPY_WORKING: copy the settings found to work
 * @MC_STEP_EDIT_ADDRESS: correct the address of this checkup
 * @MC_STEP_EDIT_PASSWORD: give this checkup another password
 * @MC_STEP_EDIT_SERVERS: give this checkup other servers
 * @MC_STEP_OPEN_WEBMAIL: open the website of the provider, where mail is read
 * @MC_STEP_OPEN_APP_PASSWORDS: open the provider's page for app passwords
 * @MC_STEP_OPEN_ACCESS: open the provider's page where access for mail programs is turned on
 * @MC_STEP_OPEN_STATUS: open the page where the provider tells of faults
 * @MC_STEP_OPEN_BROWSER: open a plain page, which a network that wants a sign-in replaces by its own
 * @MC_STEP_NETWORK_SETTINGS: open the network in the computer's settings
 * @MC_STEP_DATE_SETTINGS: open the date and time there
 * @MC_STEP_ONLINE_ACCOUNTS: open the online accounts there
 *
 * What can be done for the person, with one click, to take a step.
 */
typedef enum
{
  MC_STEP_NONE,
  MC_STEP_CHECK_AGAIN,
  MC_STEP_COPY_REPORT,
  MC_STEP_COPY_HOST,
  MC_STEP_COPY_WORKING,
  MC_STEP_EDIT_ADDRESS,
  MC_STEP_EDIT_PASSWORD,
  MC_STEP_EDIT_SERVERS,
  MC_STEP_OPEN_WEBMAIL,
  MC_STEP_OPEN_APP_PASSWORDS,
  MC_STEP_OPEN_ACCESS,
  MC_STEP_OPEN_STATUS,
  MC_STEP_OPEN_BROWSER,
  MC_STEP_NETWORK_SETTINGS,
  MC_STEP_DATE_SETTINGS,
  MC_STEP_ONLINE_ACCOUNTS,
} McStepAction;

#define MC_N_STEP_ACTIONS (MC_STEP_ONLINE_ACCOUNTS + 1)

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
 * @actions: what a window can do for each of the steps, counted from 0; nothing for most
 * @article: the public id of the help article
 * @links: long-lived pages to read on; ends with a row without title
 *
 * A row of the cause table. @explanation and @steps may hold the placeholders
 * of mc_cause_expand().
 */
typedef struct
{
  const char  *id;
  McFixer      fixed_by;
  gboolean     is_notice;
  const char  *title;
  const char  *explanation;
  const char  *steps[MC_CAUSE_MAX_STEPS + 1];
  McStepAction actions[MC_CAUSE_MAX_STEPS];
  const char  *article;
  McLink       links[MC_CAUSE_MAX_LINKS + 1];
} McCause;

const McCause *mc_cause_find (const char *id);
const McCause *mc_cause_get_nth (guint position);
const char    *mc_cause_get_title (const McCause *cause);
char          *mc_cause_expand (const char *text,
                                GHashTable *values);

G_END_DECLS
