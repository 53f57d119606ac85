/* mc-causes-network.c
 *
 * Faults between this computer and the servers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_network[] = {
  {
    .id = "network.offline",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("This computer is not connected"),
    .explanation = N_ ("This computer has no connection to any network, so no program on it can reach the Internet. "
                       "Your mail account and your password are not the cause."),
    .steps = {
      N_ ("First look at your side of it: Wi-Fi is on and airplane mode is off, or the network cable is plugged in "
          "at both ends."),
      N_ ("Connect to your usual network."),
      N_ ("If other devices near you are offline too, turn the router off, wait a minute, and turn it on again."),
      N_ ("If only this computer stays offline, restart it. If the others do too, ask whoever looks after the "
          "network, or your Internet provider."),
    },
    .actions = { [0] = MC_STEP_NETWORK_SETTINGS },
    .article = "no-connection",
  },
  {
    .id = "network.no-internet",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("The network does not reach the Internet"),
    .explanation = N_ ("This computer is connected to the local network, but nothing beyond that network answers. "
                       "Your mail account and your password are not the cause."),
    .steps = {
      N_ ("Try to open a website on another device in the same network, such as a phone with mobile data turned "
          "off."),
      N_ ("If the router is yours, turn it off, wait a minute, and turn it on again."),
      N_ ("If nothing gets through, tell your Internet provider or whoever runs the network: “The local network "
          "works, but there is no Internet behind it.”"),
    },
    .article = "no-connection",
  },
  {
    .id = "network.captive-portal",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("This network wants you to sign in first"),
    .explanation = N_ ("A test request was answered by a page of this network, not by the site that was asked. Mail "
                       "cannot pass until you sign in or agree to the terms on that page. Certificate warnings that "
                       "you see before then usually come from the same page."),
    .steps = {
      N_ ("Open a web browser. The sign-in page of the network usually appears by itself."),
      N_ ("If it does not appear, disconnect from the network, connect again, and open the browser once more."),
      N_ ("Sign in or agree to the terms there. Never type your mail password on that page."),
      N_ ("When websites open as usual, check again."),
    },
    .actions = { [0] = MC_STEP_OPEN_BROWSER, [3] = MC_STEP_CHECK_AGAIN },
    .article = "network-sign-in",
  },
  {
    .id = "network.port-blocked",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("This network blocks mail"),
    /* Translators: keep {port} (a port number, or “in your settings”) as it is */
    .explanation = N_ ("Mail servers that have nothing to do with one another cannot be reached on the port number "
                       "{port}, while other connections to them work. So this network holds mail back. Your "
                       "account, your password and your mail server are not the cause."),
    .steps = {
      N_ ("Try another connection, such as your phone’s hotspot. Mail should work there."),
      /* Translators: keep {working} (such as “port 993 with TLS”) as it is */
      N_ ("Or try another port of your mail server: set the account to {working}."),
      /* Translators: keep {port} (a port number, or “in your settings”) as it is */
      N_ ("Ask whoever runs the network to allow mail on the port number {port}. At home this is your Internet "
          "provider, or a firewall in your router."),
      N_ ("Until then, read and send mail on your provider’s website."),
    },
    .actions = { [1] = MC_STEP_COPY_WORKING, [3] = MC_STEP_OPEN_WEBMAIL },
    .article = "mail-ports",
  },
  {
    .id = "network.ipv6-broken",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("One of the two ways to the Internet is broken"),
    .explanation = N_ ("There are two kinds of Internet addresses, an older one called IPv4 and a newer one called "
                       "IPv6. This network offers both, but IPv6 fails at every server that was tried, so programs "
                       "hang or give up. Your mail account and your password are not the cause."),
    .steps = {
      N_ ("If the router is yours, turn it off, wait a minute, and turn it on again."),
      N_ ("Tell your Internet provider or whoever runs the network: “IPv6 is offered here, but connections over "
          "it fail. IPv4 works.”"),
      N_ ("Until it is repaired, you can do without IPv6: open the details of this network in the computer’s "
          "settings, go to IPv6, and disable it. Turn it on again afterwards."),
    },
    .actions = { [2] = MC_STEP_NETWORK_SETTINGS },
    .article = "network-faults",
  },
  {
    .id = "network.dns-down",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("Server names cannot be looked up"),
    .explanation = N_ ("A name server works like a phone book: it tells programs the address that belongs to a "
                       "server’s name. The one that this computer uses does not answer. Your mail account and your "
                       "password are not the cause."),
    .steps = {
      N_ ("If you use a VPN, turn it off and check again."),
      N_ ("If the router is yours, turn it off, wait a minute, and turn it on again."),
      N_ ("If somebody entered a name server (DNS) by hand on this computer, set it back to automatic."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("Tell your Internet provider or whoever runs the network: “The name server does not answer.” Send them "
          "the line {check} of this report."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN, [2] = MC_STEP_NETWORK_SETTINGS, [3] = MC_STEP_COPY_REPORT },
    .article = "name-server",
  },
  {
    .id = "network.dns-forged",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("The network gives false answers for server names"),
    .explanation = N_ ("A name server works like a phone book: it tells programs the address that belongs to a "
                       "server’s name. The one of this network gives false answers, so mail could be led to a "
                       "stranger’s server. Some networks do this on purpose, others have been tampered with."),
    .steps = {
      N_ ("Type no passwords while you use this network."),
      N_ ("Use another connection for your mail, such as your phone’s hotspot."),
      N_ ("At home, ask your Internet provider to check the name server (DNS) that is set in your router. Somebody "
          "may have changed it."),
      /* Translators: keep {check} (the title of a test in quotation marks) as it is */
      N_ ("Elsewhere, tell whoever runs the network, and send them the line {check} of this report."),
    },
    .actions = { [3] = MC_STEP_COPY_REPORT },
    .article = "name-server",
  },
  {
    .id = "network.dns-filtered",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("A filter blocks the name of the mail server"),
    /* Translators: keep {host} (a server’s name) as it is */
    .explanation = N_ ("A filter on this network or computer, such as an ad blocker or parental controls, does not "
                       "let programs find {host}. Elsewhere the name is known, so the server exists. Your password "
                       "is not the problem."),
    .steps = {
      N_ ("Look for an ad blocker, parental controls or a security filter on this computer and on your router."),
      /* Translators: keep {host} (a server’s name) as it is */
      N_ ("Add {host} to the list of names that the filter allows."),
      /* Translators: keep {host} (a server’s name) as it is */
      N_ ("If the network belongs to a workplace or a school, ask its administrator to allow {host}."),
    },
    .actions = { [1] = MC_STEP_COPY_HOST },
    .article = "network-rules",
  },
  {
    .id = "network.tls-intercepted",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("Something on the way reads secure connections"),
    /* Translators: keep {issuer} (an organization’s name) as it is */
    .explanation = N_ ("Connections from here to unrelated servers all show an identity card (a certificate) from "
                       "{issuer}, not the one that belongs to the server. So an antivirus program, a firewall or a "
                       "proxy is in between and can read what passes. The mail server is not the cause."),
    .steps = {
      N_ ("Find out who is in between: an antivirus program on this computer, a firewall on this network, or your "
          "workplace. Until you know, type no passwords here."),
      N_ ("If it is your antivirus program, turn off its scanning of secure mail connections. The rest of its "
          "protection can stay on."),
      N_ ("At a workplace or a school, ask the administrator whether this is intended and how mail should work "
          "there."),
      N_ ("If nobody can explain it, use another connection, such as your phone’s hotspot."),
    },
    .article = "interception",
  },
  {
    .id = "network.mail-intercepted",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("Something on the way changes mail connections"),
    /* Translators: keep {host} (a server’s name) as it is */
    .explanation = N_ ("What arrives from {host} is not what that server sends: on the way, the offer of encryption "
                       "is removed, or something else answers in its place. Somebody could read along. Your account "
                       "and your mail server are not the cause."),
    .steps = {
      N_ ("Leave encryption turned on in your mail program."),
      N_ ("Use another connection for your mail, such as your phone’s hotspot."),
      N_ ("If an antivirus program or your router checks mail, turn off its scanning of mail connections and "
          "check again."),
      N_ ("Tell whoever runs the network: “Something here changes mail connections and removes their encryption "
          "(STARTTLS).” Send them this report."),
    },
    .actions = { [3] = MC_STEP_COPY_REPORT },
    .article = "interception",
  },
  {
    .id = "network.slow",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("The network is too slow"),
    .explanation = N_ ("Connections work, but they take so long that mail programs give up. All servers that were "
                       "tried are affected, so the cause is the network and not your mail server."),
    .steps = {
      N_ ("Pause downloads, backups and video on this and other devices."),
      N_ ("Move closer to the Wi-Fi router, or use a cable."),
      N_ ("If the router is yours, turn it off, wait a minute, and turn it on again."),
      N_ ("If it stays slow, tell your Internet provider or whoever runs the network. The times in this report "
          "show how slow it is."),
    },
    .actions = { [3] = MC_STEP_COPY_REPORT },
    .article = "slow-mail",
  },
  {
    .id = "network.mtu",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("Large pieces of data get lost on the way"),
    .explanation = N_ ("Connections begin, but they stop as soon as a larger piece of data is sent. Some routers, "
                       "VPNs and mobile networks cause this. Your account and your password are not the cause."),
    .steps = {
      N_ ("If you use a VPN, turn it off and check again."),
      N_ ("If the router is yours, turn it off, wait a minute, and turn it on again."),
      N_ ("Tell your Internet provider or whoever runs the network: “Small packets pass, large ones vanish. "
          "Please check the MTU” (the largest packet size). Send them this report."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN, [2] = MC_STEP_COPY_REPORT },
    .article = "network-faults",
  },
  {
    .id = "network.proxy-required",
    .fixed_by = MC_FIXER_NETWORK,
    .title = N_ ("Only web pages pass through this network"),
    .explanation = N_ ("This network lets programs out only through a web proxy, a relay for web pages. Direct "
                       "connections, which mail needs, fail. Your account and your password are not the cause."),
    .steps = {
      /* Translators: keep {host} (a server’s name) as it is */
      N_ ("Ask whoever runs the network to allow direct connections to {host}."),
      N_ ("Until then, read and send mail on your provider’s website."),
      N_ ("If you need your mail program, use another connection, such as your phone’s hotspot."),
    },
    .actions = { [0] = MC_STEP_COPY_HOST, [1] = MC_STEP_OPEN_WEBMAIL },
    .article = "network-rules",
  },
  {
    .id = "network.vpn",
    .fixed_by = MC_FIXER_YOU,
    .title = N_ ("The VPN gets in the way of mail"),
    .explanation = N_ ("This computer sends everything through a VPN, a protected tunnel to another network. Mail "
                       "fails on that way and works without it. Your account and your password are not the cause."),
    .steps = {
      N_ ("Turn the VPN off and check again."),
      N_ ("If you need the VPN, look in its settings for a list of exceptions and add your mail program, or "
          "choose another location."),
      /* Translators: keep {host} (a server’s name) as it is */
      N_ ("If the VPN belongs to your workplace, ask its administrator to allow connections to {host}."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN },
    .article = "vpn",
  },
  { .id = NULL },
};
