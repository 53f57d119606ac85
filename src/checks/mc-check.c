/* mc-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"

/* What is tested in the same way at both servers. */
#define MC_SERVER_ROWS(side, side_group, side_direction) \
  {                                                      \
    .id = side ".host",                                  \
    .title = N_ ("Server’s addresses"),                  \
    .group = side_group,                                 \
    .direction = side_direction,                         \
    .needs = { "computer.online" },                      \
    .after = { "account.settings" },                     \
    .timeout_ms = 25000,                                 \
    .applies = mc_check_host_applies,                    \
    .run = mc_check_host_run,                            \
  },                                                     \
    {                                                    \
      .id = side ".port",                                \
      .title = N_ ("Server’s port"),                     \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .needs = { side ".host" },                         \
      .timeout_ms = 10000,                               \
      .run = mc_check_port_run,                          \
    },                                                   \
    {                                                    \
      .id = side ".ipv4",                                \
      .title = N_ ("Server over IPv4"),                  \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .needs = { side ".host" },                         \
      .timeout_ms = 10000,                               \
      .run = mc_check_family_run,                        \
    },                                                   \
    {                                                    \
      .id = side ".ipv6",                                \
      .title = N_ ("Server over IPv6"),                  \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .needs = { side ".host" },                         \
      .timeout_ms = 10000,                               \
      .run = mc_check_family_run,                        \
    },                                                   \
    {                                                    \
      .id = side ".elsewhere",                           \
      .title = N_ ("Same port at other providers"),      \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .after = { side ".port" },                         \
      .timeout_ms = 8000,                                \
      .applies = mc_check_elsewhere_applies,             \
      .run = mc_check_elsewhere_run,                     \
    },                                                   \
    {                                                    \
      .id = side ".other-ports",                         \
      .title = N_ ("Server’s other ports"),              \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .after = { side ".port" },                         \
      .timeout_ms = 15000,                               \
      .applies = mc_check_other_ports_applies,           \
      .run = mc_check_other_ports_run,                   \
    },                                                   \
    {                                                    \
      .id = side ".greeting",                            \
      .title = N_ ("Server’s greeting"),                 \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .needs = { side ".port" },                         \
      .timeout_ms = 20000,                               \
      .run = mc_check_greeting_run,                      \
    },                                                   \
    {                                                    \
      .id = side ".encryption",                          \
      .title = N_ ("Encryption"),                        \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .needs = { side ".port" },                         \
      .timeout_ms = 30000,                               \
      .run = mc_check_encryption_run,                    \
    },                                                   \
    {                                                    \
      .id = side ".tls-versions",                        \
      .title = N_ ("Versions of TLS"),                   \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .needs = { side ".port" },                         \
      .after = { side ".greeting", side ".encryption" }, \
      .timeout_ms = 6000,                                \
      .applies = mc_check_tls_versions_applies,          \
      .run = mc_check_tls_versions_run,                  \
    },                                                   \
    {                                                    \
      .id = side ".certificate",                         \
      .title = N_ ("Certificate"),                       \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .needs = { side ".encryption" },                   \
      .timeout_ms = 10000,                               \
      .applies = mc_check_certificate_applies,           \
      .run = mc_check_certificate_run,                   \
    },                                                   \
    {                                                    \
      .id = side ".counterpart",                         \
      .title = N_ ("Server that others are led to"),     \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .after = { side ".certificate" },                  \
      .timeout_ms = 20000,                               \
      .applies = mc_check_counterpart_applies,           \
      .run = mc_check_counterpart_run,                   \
    },                                                   \
    {                                                    \
      .id = side ".mechanisms",                          \
      .title = N_ ("Sign-in methods"),                   \
      .group = side_group,                               \
      .direction = side_direction,                       \
      .needs = { side ".greeting", side ".encryption" }, \
      .timeout_ms = 20000,                               \
      .run = mc_check_mechanisms_run,                    \
    },                                                   \
  {                                                      \
    .id = side ".speed",                                 \
    .title = N_ ("Speed of the server"),                 \
    .group = side_group,                                 \
    .direction = side_direction,                         \
    .needs = { side ".mechanisms" },                     \
    .timeout_ms = 1000,                                  \
    .run = mc_check_speed_run,                           \
  }

/* The check table. A row stands after the rows it needs; CONTRIBUTING says how
 * to add one. Nothing outside this table knows which checks there are. */
static const McCheck checks[] = {
  {
    .id = "account.address",
    .title = N_ ("Email address"),
    .group = MC_GROUP_ACCOUNT,
    .timeout_ms = 1000,
    .run = mc_check_address_run,
  },
  {
    .id = "computer.online",
    .title = N_ ("Network connection"),
    .group = MC_GROUP_COMPUTER,
    .timeout_ms = 1000,
    .run = mc_check_online_run,
  },
  {
    .id = "computer.clock",
    .title = N_ ("Clock"),
    .group = MC_GROUP_COMPUTER,
    .needs = { "computer.online" },
    .timeout_ms = 8000,
    .applies = mc_check_clock_applies,
    .run = mc_check_clock_run,
  },
  {
    .id = "network.internet",
    .title = N_ ("Internet access"),
    .group = MC_GROUP_NETWORK,
    .needs = { "computer.online" },
    .timeout_ms = 8000,
    .applies = mc_check_internet_applies,
    .run = mc_check_internet_run,
  },
  {
    .id = "network.portal",
    .title = N_ ("Sign-in page of the network"),
    .group = MC_GROUP_NETWORK,
    .needs = { "computer.online" },
    .timeout_ms = 10000,
    .applies = mc_check_portal_applies,
    .run = mc_check_portal_run,
  },
  {
    .id = "network.name-server",
    .title = N_ ("Name server"),
    .group = MC_GROUP_NETWORK,
    .needs = { "computer.online" },
    .timeout_ms = 25000,
    .applies = mc_check_name_server_applies,
    .run = mc_check_name_server_run,
  },
  {
    .id = "account.settings",
    .title = N_ ("Server settings"),
    .group = MC_GROUP_ACCOUNT,
    .needs = { "account.address", "network.name-server" },
    .timeout_ms = 15000,
    .applies = mc_check_settings_applies,
    .applies_at_once = TRUE,
    .run = mc_check_settings_run,
  },
  {
    .id = "network.resolver",
    .title = N_ ("Name server’s answers"),
    .group = MC_GROUP_NETWORK,
    .needs = { "network.name-server" },
    .after = { "account.settings" },
    .timeout_ms = 15000,
    .applies = mc_check_resolver_applies,
    .run = mc_check_resolver_run,
  },
  {
    .id = "network.interception",
    .title = N_ ("Secure connections to other places"),
    .group = MC_GROUP_NETWORK,
    .needs = { "computer.online" },
    .after = { "computer.clock" },
    .timeout_ms = 1000,
    .applies = mc_check_interception_applies,
    .run = mc_check_interception_run,
  },
  MC_SERVER_ROWS ("incoming", MC_GROUP_INCOMING, MC_DIRECTION_INCOMING),
  {
    .id = "incoming.login",
    .title = N_ ("Sign-in"),
    .group = MC_GROUP_INCOMING,
    .direction = MC_DIRECTION_INCOMING,
    .needs = { "incoming.mechanisms" },
    .after = { "incoming.certificate", "network.interception" },
    .timeout_ms = 20000,
    .run = mc_check_login_run,
  },
  {
    .id = "mailbox.inbox",
    .title = N_ ("Inbox"),
    .group = MC_GROUP_MAILBOX,
    .direction = MC_DIRECTION_INCOMING,
    .needs = { "incoming.login" },
    .timeout_ms = 20000,
    .run = mc_check_inbox_run,
  },
  {
    .id = "mailbox.quota",
    .title = N_ ("Room in the mailbox"),
    .group = MC_GROUP_MAILBOX,
    .direction = MC_DIRECTION_INCOMING,
    .needs = { "mailbox.inbox" },
    .timeout_ms = 10000,
    .run = mc_check_quota_run,
  },
  MC_SERVER_ROWS ("outgoing", MC_GROUP_OUTGOING, MC_DIRECTION_OUTGOING),
  /* After the other sign-in: a password refused there is not tried here. */
  {
    .id = "outgoing.login",
    .title = N_ ("Sign-in"),
    .group = MC_GROUP_OUTGOING,
    .direction = MC_DIRECTION_OUTGOING,
    .needs = { "outgoing.mechanisms" },
    .after = { "outgoing.certificate", "incoming.login", "network.interception" },
    .timeout_ms = 20000,
    .run = mc_check_login_run,
  },
  {
    .id = "outgoing.sending",
    .title = N_ ("Sending"),
    .group = MC_GROUP_OUTGOING,
    .direction = MC_DIRECTION_OUTGOING,
    .needs = { "outgoing.login" },
    .timeout_ms = 20000,
    .applies = mc_check_sending_applies,
    .run = mc_check_sending_run,
  },
  {
    .id = "outgoing.size",
    .title = N_ ("Size of messages"),
    .group = MC_GROUP_OUTGOING,
    .direction = MC_DIRECTION_OUTGOING,
    .needs = { "outgoing.mechanisms" },
    .timeout_ms = 1000,
    .run = mc_check_size_run,
  },
  /* Asking for the proxy loads libraries for some 20 ms: late, when the others wait for answers. */
  {
    .id = "network.path",
    .title = N_ ("VPN and proxy"),
    .group = MC_GROUP_NETWORK,
    .needs = { "computer.online" },
    .timeout_ms = 2000,
    .run = mc_check_path_run,
  },
  {
    .id = "network.ipv6",
    .title = N_ ("IPv6 to other places"),
    .group = MC_GROUP_NETWORK,
    .after = { "incoming.ipv6", "outgoing.ipv6" },
    .timeout_ms = 8000,
    .applies = mc_check_ipv6_applies,
    .run = mc_check_ipv6_run,
  },
};

/**
 * mc_check_table:
 * @n_checks: (out): number of rows
 *
 * Returns: (array length=n_checks): the check table
 */
const McCheck *
mc_check_table (gsize *n_checks)
{
  *n_checks = G_N_ELEMENTS (checks);
  return checks;
}

/**
 * mc_check_find:
 * @id: a public id
 *
 * Returns: (nullable): the row of that id
 */
const McCheck *
mc_check_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      if (g_strcmp0 (checks[i].id, id) == 0)
        return &checks[i];
    }

  return NULL;
}

/**
 * mc_check_get_title:
 * @check: a row
 *
 * Returns: its title, translated
 */
const char *
mc_check_get_title (const McCheck *check)
{
  return _ (check->title);
}
