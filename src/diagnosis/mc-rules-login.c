/* mc-rules-login.c
 *
 * Signing in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-rule-private.h"

const McRule mc_rules_login[] = {
  {
    .cause = "login.protocol-disabled",
    .confidence = 0.9,
    .when = { { "outgoing.login", "login.refused-for-sending" }, { "?access-enabled", "no" } },
  },
  {
    .cause = "login.app-password-required",
    .confidence = 0.5,
    .when = { { "outgoing.login", "login.refused-for-sending" }, { "?access-enabled", "yes" } },
    .alternatives = { "settings.wrong-host", "login.wrong-password" },
    .decided_by = N_ ("what your provider’s instructions say about sending with a mail program"),
  },
  {
    .cause = "login.protocol-disabled",
    .confidence = 0.6,
    .when = { { "outgoing.login", "login.refused-for-sending" }, { "?sends-on-web", "yes" } },
    .alternatives = { "login.app-password-required", "settings.wrong-host" },
    .decided_by = N_ ("what your provider’s instructions say about sending with a mail program"),
  },
  {
    .cause = "login.protocol-disabled",
    .confidence = 0.5,
    .when = { { "outgoing.login", "login.refused-for-sending" } },
    .alternatives = { "login.app-password-required", "settings.wrong-host", "login.wrong-password" },
    .decided_by = N_ ("what your provider’s instructions say about sending with a mail program"),
  },
  {
    .cause = "login.app-password-required",
    .confidence = 0.93,
    .when = { { "*.login", "login.app-password-required?" }, { "?app-password-used", "no" } },
  },
  {
    .cause = "login.app-password-required",
    .confidence = 0.5,
    .when = { { "*.login", "login.app-password-required?" }, { "?app-password-used", "yes" } },
    .alternatives = { "login.wrong-password", "settings.username-form" },
    .decided_by = N_ ("whether a newly made app password is accepted"),
  },
  {
    .cause = "login.protocol-disabled",
    .confidence = 0.93,
    .when = { { "*.login", "login.protocol-disabled?" }, { "?access-enabled", "no" } },
  },
  {
    .cause = "login.protocol-disabled",
    .confidence = 0.85,
    .when = { { "*.login", "login.refused|login.wrong-password?" }, { "?access-enabled", "no" } },
    .alternatives = { "login.wrong-password" },
    .decided_by = N_ ("whether the sign-in works after the access is switched on"),
  },
  {
    .cause = "unknown",
    .confidence = 0.4,
    .when = { { "*.login", "login.refused|login.wrong-password?" }, { "?everybody-affected", "yes" } },
    .alternatives = { "login.server-fault", "login.refused-by-policy", "login.oauth-required", "settings.migrated" },
    .decided_by = N_ ("what your administrator or provider says"),
  },
  {
    .cause = "login.wrong-password",
    .confidence = 0.93,
    .when = { { "*.login", "login.refused|login.wrong-password?" }, { "?webmail-works", "no" } },
    .alternatives = { "login.account-locked" },
    .decided_by = N_ ("whether a new password, set on the provider’s website, is accepted"),
  },
  {
    .cause = "settings.migrated",
    .confidence = 0.55,
    .when = { { "*.login", "login.refused|login.wrong-password?" }, { "?moved-provider", "yes" } },
    .unless = { { "account.settings", "=pass" } },
    .alternatives = { "login.wrong-password", "login.app-password-required" },
    .decided_by = N_ ("whether the server names in your settings are those of the new provider"),
  },
  {
    .cause = "settings.migrated",
    .confidence = 0.5,
    .when = { { "*.login", "login.refused|login.wrong-password?" }, { "?mailbox-upgraded", "yes" } },
    .unless = { { "account.settings", "=pass" } },
    .alternatives = { "login.wrong-password", "login.app-password-required", "login.oauth-required" },
    .decided_by = N_ ("the server names in the present instructions of your provider"),
  },
  {
    .cause = "login.app-password-required",
    .confidence = 0.65,
    .when = { { "*.login", "login.refused|login.wrong-password?" },
              { "?webmail-works", "yes" },
              { "?access-enabled", "yes" } },
    .alternatives = { "settings.username-form", "login.wrong-password" },
    .decided_by = N_ ("what your provider’s instructions say about passwords for mail programs"),
  },
  {
    .cause = "login.app-password-required",
    .confidence = 0.55,
    .when = { { "*.login", "login.refused|login.wrong-password?" }, { "?webmail-works", "yes" } },
    .alternatives = { "login.protocol-disabled", "settings.username-form", "login.wrong-password" },
    .decided_by = N_ ("what your provider’s instructions say about mail programs"),
  },
  {
    .cause = "login.wrong-password",
    .confidence = 0.85,
    .when = { { "*.login", "login.refused|login.wrong-password?" }, { "?recent-change", "password" } },
    .alternatives = { "login.app-password-required" },
    .decided_by = N_ ("whether the same password works on the provider’s website"),
  },
  {
    .cause = "login.wrong-password",
    .confidence = 0.75,
    .when = { { "*.login", "login.refused|login.wrong-password?" }, { "?other-device-works", "yes" } },
    .alternatives = { "login.app-password-required", "settings.username-form" },
    .decided_by = N_ ("the sign-in name and the password in the settings of the device where it works"),
  },
  {
    .cause = "login.wrong-password",
    .confidence = 0.55,
    .when = { { "*.login", "login.refused|login.wrong-password?" }, { "?worked-before", "no" } },
    .alternatives = { "settings.username-form", "login.app-password-required", "login.protocol-disabled" },
    .decided_by = N_ ("whether the same password works on the provider’s website"),
  },
  {
    .cause = "login.wrong-password",
    .confidence = 0.6,
    .when = { { "*.login", "login.refused" } },
    .alternatives = { "login.app-password-required", "login.protocol-disabled", "settings.username-form" },
    .decided_by = N_ ("whether the same password works on the provider’s website"),
  },
  {
    .cause = "unknown",
    .confidence = 0.3,
    .when = { { "*.login", "login.timed-out" } },
    .alternatives = { "server.slow", "login.too-many-attempts", "login.server-fault" },
    .decided_by = N_ ("trying again in an hour"),
  },
  {
    .cause = "unknown",
    .confidence = 0.3,
    .when = { { "*.login", "login.enough-refusals" } },
    .unless = { { "*", "=fail" } },
    .counts_alone = TRUE,
    .alternatives = { "server.slow", "login.wrong-password", "login.too-many-attempts", "login.server-fault" },
    .decided_by = N_ ("whether the same password works on the provider’s website"),
  },
  { .cause = NULL },
};
