/* mc-causes-computer.c
 *
 * Faults of this computer and of the mail program on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_computer[] = {
  {
    .id = "clock.wrong",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The computer’s clock is wrong"),
    .explanation = N_ ("Independent time sources disagree with the clock of this computer. With a wrong clock, the "
                       "identity cards of servers (certificates) seem expired or not valid yet. The servers "
                       "themselves are fine."),
    .steps = {
      N_ ("Open the computer’s settings and go to the date and time."),
      N_ ("Turn on automatic date and time, and check that the time zone is yours."),
      N_ ("If the clock is wrong after every start, the small battery inside the computer may be empty. A repair "
          "shop can replace it."),
    },
    .actions = { [0] = MC_STEP_DATE_SETTINGS },
    .article = "computer-clock",
  },
  {
    .id = "computer.disk-full",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("There is no room left for mail on this computer"),
    .explanation = N_ ("The disk on which your mail program keeps messages is full, so the program cannot work "
                       "properly. New messages wait on the server until there is room."),
    .steps = {
      N_ ("Empty the trash of this computer."),
      N_ ("Delete large files that you no longer need, such as old downloads, or move them to another disk. Leave "
          "the folders of the mail program as they are."),
      N_ ("Close the mail program and open it again."),
    },
    .article = "disk-full",
  },
  {
    .id = "program.only-affected",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("Only the mail program has the problem"),
    .explanation = N_ ("With the same account, everything that was tested works outside your mail program. So the "
                       "server and the network are fine, and the fault is in the mail program or in what it has "
                       "stored."),
    .steps = {
      N_ ("Close the mail program completely and open it again."),
      N_ ("Compare its account settings with those in this report, letter by letter."),
      N_ ("Enter the password in the mail program again."),
      N_ ("Install updates for the mail program."),
      N_ ("If nothing helps, add the account to the mail program a second time. Keep the old entry until you see "
          "all your messages in the new one."),
    },
    .article = "mail-program",
  },
  {
    .id = "program.offline",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The mail program is set to work offline"),
    .explanation = N_ ("Your mail program has been told not to connect. One click in its menu is enough for that."),
    .steps = {
      N_ ("Look for “Work Offline” in the menus of the mail program, often in the File menu, and turn it off."),
      N_ ("Let the program fetch new messages."),
    },
    .article = "mail-program",
  },
  {
    .id = "program.filter",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("A filter in the mail program moves messages"),
    .explanation = N_ ("Your mail program has a filter that moves or deletes messages when they arrive. They seem "
                       "to be missing, although they did arrive."),
    .steps = {
      N_ ("Search for the missing message in all folders of the mail program, the trash too."),
      N_ ("Open the list of filters or rules in the mail program."),
      N_ ("Turn off or change each filter that fits the missing messages."),
      N_ ("Move the messages that you want back to the inbox."),
    },
    .article = "filters-and-rules",
  },
  {
    .id = "program.helper-not-running",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The helper program for mail is not running"),
    .explanation = N_ ("Your mail program gets its mail through a helper program on this computer, often called a "
                       "bridge, and nothing answers there. Your provider’s server and your password are not the "
                       "cause."),
    .steps = {
      N_ ("Start the helper program and check that you are signed in there."),
      N_ ("Set it to start by itself when you turn on the computer."),
      /* Translators: keep {port} (a port number, or “in your settings”) as it is */
      N_ ("If it is running, compare the port number {port} with the one that the helper program shows."),
    },
    .article = "helper-program",
  },
  { .id = NULL },
};
