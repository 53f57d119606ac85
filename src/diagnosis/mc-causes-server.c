/* mc-causes-server.c
 *
 * Faults of a mail server before encryption and sign-in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_server[] = {
  {
    .id = "server.down",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The mail server does not answer"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("Nothing at {server} takes connections, while other servers can be reached. It is probably "
                       "out of service; it can also be that it shuts out only your network. Messages that other "
                       "people send in the meantime are usually kept by their servers and tried again for some "
                       "days."),
    .steps = {
      N_ ("Look on your provider’s website for a notice about a fault."),
      N_ ("Wait half an hour and check again."),
      N_ ("Check once over another connection, such as your phone’s hotspot. If it works there, the server shuts "
          "out your usual network."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("Tell your provider’s support what you found, and send them this report. The line {check} shows how the "
          "server was tried."),
    },
    .actions = { [0] = MC_STEP_OPEN_STATUS, [1] = MC_STEP_CHECK_AGAIN, [3] = MC_STEP_COPY_REPORT },
    .article = "server-trouble",
  },
  {
    .id = "server.unavailable",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("The server is not available right now"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) and {words} (what a server
     * answered, in its own language) as they are */
    .explanation = N_ ("There is an answer from {server}, but it turns everyone away for now, because of "
                       "maintenance or too much work. Your account and your password are not the cause. The "
                       "server’s answer: {words}"),
    .steps = {
      N_ ("Wait half an hour and check again."),
      N_ ("Look on your provider’s website for a notice about maintenance."),
      N_ ("If it lasts longer than a day, send this report to your provider’s support."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN, [1] = MC_STEP_OPEN_STATUS, [2] = MC_STEP_COPY_REPORT },
    .article = "server-trouble",
  },
  {
    .id = "server.client-blocked",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server refuses your network’s address"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("Because of the address of your Internet connection, {server} refuses it. You need not have done "
                       "anything wrong: addresses are shared and passed on, and somebody else may have misused this "
                       "one. Your password is not the problem."),
    .steps = {
      N_ ("Check over another connection, such as your phone’s hotspot. Mail should work there."),
      N_ ("If the router is yours, turn it off, wait ten minutes, and turn it on again. Some Internet providers "
          "then give you a new address."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("Send the line {check} of this report to your mail provider’s support, and ask them to unblock the "
          "address."),
      N_ ("If a blocklist is named there, send the line to your Internet provider too."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "shut-out",
  },
  {
    .id = "server.client-banned",
    .fixed_by = MC_FIXER_WAIT,
    .title = N_ ("The server has shut out your network for a while"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("From here, {server} refuses mail connections, while other mail servers can be reached. "
                       "Servers do this for a while after several failed sign-ins. Often a forgotten device still "
                       "tries an old password."),
    .steps = {
      N_ ("Close the mail programs on all devices in this network."),
      N_ ("Wait a few hours and check again. Trying more often can make it longer."),
      N_ ("Correct the password on each device before you open its mail program again."),
      N_ ("If you cannot wait, use another connection, or ask your provider’s support to unblock your Internet "
          "address."),
    },
    .article = "shut-out",
  },
  {
    .id = "server.not-mail",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("What answers is not a mail server"),
    /* Translators: keep {host} (a server’s name) and {port} (a port number, or “in your settings”) as they are */
    .explanation = N_ ("Something answers at {host} on the port number {port}, but it is another service, such as a "
                       "website. So the server name or the port number in your settings is wrong. Your password is "
                       "not the problem."),
    .steps = {
      N_ ("Compare the server name and the port number with the help pages of your provider."),
      /* Translators: keep {working} (such as “port 993 with TLS”) as it is */
      N_ ("Set your mail program to {working}."),
    },
    .actions = { [1] = MC_STEP_COPY_WORKING },
    .article = "server-settings",
  },
  {
    .id = "server.broken",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The server does not answer as it should"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("When it is asked, {server} takes the connection, but then stays silent, breaks off, or says "
                       "something that is not correct. Your settings and your password do not seem to be the cause."),
    .steps = {
      N_ ("Wait half an hour and check again."),
      N_ ("Check once over another connection, such as your phone’s hotspot. If it works there, a firewall in your "
          "usual network may be the cause."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("If it fails there too, send this report to your provider’s support. The line {check} shows what was "
          "received."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN, [2] = MC_STEP_COPY_REPORT },
    .article = "server-trouble",
  },
  {
    .id = "server.slow",
    .fixed_by = MC_FIXER_PROVIDER,
    .title = N_ ("The mail server is very slow"),
    /* Translators: keep {server} (“your incoming mail server (…)” or the like) as it is */
    .explanation = N_ ("The way to {server} is fast, but its answers take very long. Mail programs may give up and "
                       "show a connection error. Your settings and your password are not the cause."),
    .steps = {
      N_ ("Check again later in the day."),
      N_ ("Close the mail programs on devices that you do not need now."),
      N_ ("If it stays slow, send this report to your provider’s support. The times in it show where the server "
          "waits."),
    },
    .actions = { [2] = MC_STEP_COPY_REPORT },
    .article = "slow-mail",
  },
  { .id = NULL },
};
