/* mc-rule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-rule.h"

/* From here on a check is as sure as a check gets. */
#define SURE 0.9

const char *const mc_rule_bindings[] = { "incoming", "outgoing", NULL };

/* The rule table, from what breaks most to what breaks least: the first rule
 * that explains a failure has it. A rule is only needed where several findings
 * together mean something; a finding whose code is a cause speaks for itself,
 * by the row before the last. */
static const McRule rules[] = {
  /* The way to the Internet */
  {
    .cause = "network.captive-portal",
    .confidence = 0.85,
    .when = { { "network.portal", "portal.page" } },
    .unless = { { "*.greeting", "=pass" }, { "*.certificate", "=pass" } },
    .explains = { "network.*", "incoming.*", "outgoing.*", "account.settings" },
    .alternatives = { "network.no-internet" },
    .decided_by = N_ ("whether a web page asks you to sign in when you open the browser"),
  },
  {
    .cause = "network.proxy-required",
    .confidence = 0.8,
    .when = { { "network.internet", "internet.unreachable" }, { "network.path", "path.proxy" } },
    .unless = { { "*.port", "=pass" } },
    .explains = { "network.*", "incoming.*", "outgoing.*", "account.settings" },
    .alternatives = { "network.no-internet" },
    .decided_by = N_ ("whether web pages open on this computer"),
  },
  {
    .cause = "network.no-internet",
    .confidence = 0.85,
    .when = { { "network.internet", "internet.unreachable" },
              { "network.portal", "portal.no-answer" },
              { "network.name-server", "=fail" } },
    .unless = { { "*.port", "=pass" } },
    .explains = { "network.*", "incoming.*", "outgoing.*", "account.settings" },
    .alternatives = { "network.proxy-required", "network.vpn" },
    .decided_by = N_ ("whether any web page opens on this computer"),
  },
  {
    .cause = "network.no-internet",
    .confidence = 0.7,
    .when = { { "network.internet", "internet.unreachable" }, { "network.portal", "portal.no-answer" } },
    .unless = { { "*.port", "=pass" } },
    .explains = { "network.*", "incoming.*", "outgoing.*", "account.settings" },
    .alternatives = { "network.proxy-required", "network.vpn" },
    .decided_by = N_ ("whether any web page opens on this computer"),
  },
  {
    .cause = "network.dns-down",
    .confidence = 0.9,
    .when = { { "network.name-server", "network.dns-down" }, { "network.internet", "=pass" } },
    .explains = { "incoming.host", "outgoing.host", "account.settings" },
  },
  {
    .cause = "network.dns-down",
    .confidence = 0.6,
    .when = { { "network.name-server", "network.dns-down" } },
    .explains = { "incoming.host", "outgoing.host", "account.settings" },
    .alternatives = { "network.no-internet", "network.proxy-required" },
    .decided_by = N_ ("whether any web page opens on this computer"),
  },

  /* What the name server says, beside what others say */
  {
    .cause = "network.dns-forged",
    .confidence = 0.9,
    .when = { { "network.resolver", "network.dns-forged" } },
    .explains = { "incoming.*", "outgoing.*", "account.settings", "network.interception" },
  },
  {
    .cause = "network.dns-forged",
    .confidence = 0.97,
    .when = { { "*.counterpart", "network.dns-forged" } },
    .explains = { "*.certificate" },
  },
  {
    .cause = "network.dns-forged",
    .confidence = 0.7,
    .when = { { "network.resolver", "resolver.host-made-up" } },
    .explains = { "incoming.*", "outgoing.*" },
    .alternatives = { "settings.host-not-found" },
    .decided_by = N_ ("whether the server name in your settings is the one that your provider gives"),
  },
  {
    .cause = "network.dns-forged",
    .confidence = 0.8,
    .when = { { "network.resolver", "resolver.private-here" }, { "*.certificate", "=fail" } },
    .alternatives = { "tls.wrong-host", "tls.untrusted" },
    .decided_by = N_ ("whether the same settings work on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "network.dns-forged",
    .confidence = 0.8,
    .when = { { "network.resolver", "resolver.only-here" }, { "*.certificate", "=fail" } },
    .alternatives = { "tls.wrong-host", "tls.untrusted" },
    .decided_by = N_ ("whether the same settings work on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "network.dns-filtered",
    .confidence = 0.9,
    .when = { { "network.resolver", "network.dns-filtered" }, { "*.port", "=fail" } },
    .explains = { "*.other-ports", "*.elsewhere" },
  },
  {
    .cause = "network.dns-filtered",
    .confidence = 0.6,
    .when = { { "network.resolver", "network.dns-filtered" }, { "*.host", "settings.host-not-found" } },
    .alternatives = { "network.dns-forged", "domain.inconsistent" },
    .decided_by = N_ ("whether the server’s name is known on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "network.dns-filtered",
    .confidence = 0.9,
    .when = { { "network.resolver", "network.dns-filtered" }, { "*.host", "host.lookup-failed" } },
  },
  {
    .cause = "network.dns-down",
    .confidence = 0.7,
    .when = { { "network.resolver", "resolver.fails-here" }, { "*.host", "host.lookup-failed" } },
    .alternatives = { "network.dns-filtered", "domain.inconsistent" },
    .decided_by = N_ ("whether the server’s name is known on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "domain.dnssec-broken",
    .confidence = 0.9,
    .when = { { "network.resolver", "domain.dnssec-broken" }, { "*.host", "=fail" } },
  },
  {
    .cause = "domain.delegation-broken",
    .confidence = 0.8,
    .when = { { "network.resolver", "domain.delegation-broken" }, { "*.host", "=fail" } },
    .alternatives = { "domain.dnssec-broken" },
  },
  {
    .cause = "settings.host-not-found",
    .confidence = 0.98,
    .when = { { "network.resolver", "resolver.missing-everywhere" }, { "*.host", "settings.host-not-found" } },
  },
  {
    .cause = "network.vpn",
    .confidence = 0.7,
    .when = { { "*.elsewhere", "network.port-blocked" }, { "network.path", "path.vpn" } },
    .explains = { "*.port", "*.other-ports" },
    .alternatives = { "network.port-blocked" },
    .decided_by = N_ ("whether it works with the VPN switched off"),
  },
  {
    .cause = "network.port-blocked",
    .confidence = 0.9,
    .when = { { "*.elsewhere", "network.port-blocked" } },
    .explains = { "*.port", "*.other-ports" },
  },

  /* What spoils every certificate */
  {
    .cause = "clock.wrong",
    .confidence = 0.95,
    .when = { { "computer.clock", "clock.wrong" } },
    .unless = { { "network.portal", "portal.page" } },
    .explains = { "incoming.certificate", "outgoing.certificate" },
  },
  {
    .cause = "network.tls-intercepted",
    .confidence = 0.9,
    .when = { { "network.interception", "network.tls-intercepted" } },
    .unless = { { "network.portal", "portal.page" } },
    .explains = { "incoming.certificate", "outgoing.certificate" },
  },

  /* The mail server's ports */
  {
    .cause = "unknown",
    .confidence = 0.4,
    .when = { { "*.port", "port.no-route" } },
    .explains = { "*.other-ports" },
    .alternatives = { "network.ipv6-broken" },
    .decided_by = N_ ("whether the server can be reached on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "settings.wrong-port",
    .confidence = 0.85,
    .when = { { "*.port", "=fail" }, { "*.other-ports", "settings.wrong-port" } },
    .alternatives = { "network.port-blocked" },
    .decided_by = N_ ("whether the same settings work on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "settings.wrong-port",
    .confidence = 0.75,
    .when = { { "*.port", "port.refused" }, { "*.other-ports", "other-ports.works" }, { "*.elsewhere", "=pass" } },
    .alternatives = { "network.port-blocked" },
    .decided_by = N_ ("whether the same settings work on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "unknown",
    .confidence = 0.4,
    .when = { { "*.port", "=fail" }, { "*.other-ports", "other-ports.works" } },
    .alternatives = { "network.port-blocked", "settings.wrong-port", "server.client-blocked" },
    .decided_by = N_ ("whether the same settings work on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "server.client-banned",
    .confidence = 0.6,
    .when = { { "*.port", "=fail" }, { "*.other-ports", "other-ports.web-only" }, { "*.elsewhere", "=pass" } },
    .alternatives = { "settings.wrong-host", "server.down" },
    .decided_by = N_ ("whether the server answers on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "unknown",
    .confidence = 0.4,
    .when = { { "*.port", "=fail" }, { "*.other-ports", "other-ports.web-host" } },
    .alternatives = { "settings.wrong-host", "server.client-banned", "server.down" },
    .decided_by = N_ ("the name of the mail server in your provider’s instructions"),
  },
  {
    .cause = "server.down",
    .confidence = 0.7,
    .when = { { "*.port", "=fail" }, { "*.other-ports", "other-ports.none" }, { "*.elsewhere", "=pass" } },
    .alternatives = { "server.client-banned", "settings.wrong-host" },
    .decided_by = N_ ("whether the server answers on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "unknown",
    .confidence = 0.3,
    .when = { { "*.port", "=fail" }, { "network.path", "path.vpn" } },
    .unless = { { "*.port", "program.helper-not-running" } },
    .alternatives = { "network.vpn", "server.down", "server.client-banned", "network.port-blocked" },
    .decided_by = N_ ("whether it works with the VPN switched off"),
  },
  {
    .cause = "unknown",
    .confidence = 0.3,
    .when = { { "*.port", "=fail" } },
    .unless = { { "*.port", "program.helper-not-running" } },
    .alternatives = { "server.down", "server.client-banned", "network.port-blocked", "settings.wrong-host" },
    .decided_by = N_ ("whether the server answers on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "unknown",
    .confidence = 0.3,
    .when = { { "*.host", "host.lookup-failed" } },
    .alternatives = { "network.dns-down", "domain.delegation-broken", "domain.dnssec-broken" },
    .decided_by = N_ ("whether the server’s name is known on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "unknown",
    .confidence = 0.3,
    .when = { { "account.settings", "settings.lookup-failed" } },
    .alternatives = { "network.dns-down", "domain.delegation-broken" },
    .decided_by = N_ ("whether the look-up works on another network, or the server settings from your provider"),
  },

  /* What answers there */
  {
    .cause = "server.broken",
    .confidence = 0.8,
    .when = { { "*.greeting", "greeting.timed-out" } },
    .alternatives = { "server.slow", "network.mtu" },
  },
  {
    .cause = "unknown",
    .confidence = 0.3,
    .when = { { "*.greeting", "greeting.closed" } },
    .alternatives = { "server.client-blocked", "server.unavailable", "server.broken" },
    .decided_by = N_ ("whether the server answers on another network, such as the hotspot of a phone"),
  },
  {
    .cause = "tls.starttls-broken",
    .confidence = 0.6,
    .when = { { "*.greeting", "greeting.preauth" } },
    .alternatives = { "network.mail-intercepted" },
    .decided_by = N_ ("whether the server greets in the same way on another network"),
  },
  {
    .cause = "network.mtu",
    .confidence = 0.75,
    .when = { { "*.encryption", "encryption.timed-out" },
              { "network.internet", "=pass" },
              { "network.interception", "interception.unknown" } },
    .alternatives = { "network.vpn", "server.broken" },
    .decided_by = N_ ("whether the connection works on another network, or without a VPN"),
  },
  {
    .cause = "unknown",
    .confidence = 0.3,
    .when = { { "*.encryption", "encryption.timed-out" } },
    .alternatives = { "network.mtu", "server.broken" },
    .decided_by = N_ ("whether the connection works on another network, or without a VPN"),
  },

  {
    .cause = "tls.weak",
    .confidence = 0.9,
    .when = { { "*.tls-versions", "tls.weak" } },
    .explains = { "*.encryption" },
  },

  /* Sign-in */
  {
    .cause = "login.protocol-disabled",
    .confidence = 0.5,
    .when = { { "outgoing.login", "login.refused-for-sending" } },
    .alternatives = { "login.app-password-required", "settings.wrong-host", "login.wrong-password" },
    .decided_by = N_ ("what your provider’s instructions say about sending with a mail program"),
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

  /* What works, but badly */
  {
    .cause = "network.slow",
    .confidence = 0.8,
    .when = { { "network.internet", "internet.slow" }, { "*.speed", "speed.slow-network" } },
    .counts_alone = TRUE,
  },
  {
    .cause = "server.slow",
    .confidence = 0.8,
    .when = { { "*.speed", "server.slow" } },
    .counts_alone = TRUE,
  },

  /* A finding that speaks for itself */
  {
    .cause = MC_RULE_CAUSE_IS_CODE,
    .confidence = 0.95,
    .when = { { "*", "=fail" } },
  },
  {
    .cause = MC_RULE_CAUSE_IS_CODE,
    .confidence = 0.95,
    .when = { { "*", "=warning" } },
  },
};

/**
 * mc_rule_table:
 * @n_rules: (out): number of rows
 *
 * Returns: (array length=n_rules): the rule table, in the order it is asked
 */
const McRule *
mc_rule_table (gsize *n_rules)
{
  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

/**
 * mc_rule_get_question:
 * @condition: a condition
 *
 * Returns: (nullable): the id of the question that the condition is about, %NULL when it is about a check
 */
const char *
mc_rule_get_question (const McCondition *condition)
{
  return condition->check[0] == '?' ? condition->check + 1 : NULL;
}

/**
 * mc_rule_is_answered:
 * @condition: a condition about a question
 * @answers: (nullable) (element-type utf8 utf8): the person's answers by question id
 *
 * Returns: whether the person gave the answer that the condition asks for
 */
gboolean
mc_rule_is_answered (const McCondition *condition,
                     GHashTable        *answers)
{
  const char *question = mc_rule_get_question (condition);

  return question != NULL && answers != NULL &&
         g_strcmp0 (g_hash_table_lookup (answers, question), condition->code) == 0;
}

static gboolean
is_bound_pattern (const char *pattern)
{
  return pattern != NULL && g_str_has_prefix (pattern, "*.");
}

/**
 * mc_rule_is_bound:
 * @rule: a rule
 *
 * Returns: whether the rule is about one server, and is to be asked for each
 */
gboolean
mc_rule_is_bound (const McRule *rule)
{
  for (guint i = 0; i < MC_RULE_MAX; i++)
    {
      if (is_bound_pattern (rule->when[i].check))
        return TRUE;
    }

  return FALSE;
}

/**
 * mc_rule_is_about:
 * @pattern: a check id, `group.*`, `*.name` or `*`
 * @check: a check id
 * @binding: (nullable): the server that `*.` stands for, `incoming` or
 *   `outgoing`; %NULL for either
 *
 * Returns: whether @check is one of those @pattern stands for
 */
gboolean
mc_rule_is_about (const char *pattern,
                  const char *check,
                  const char *binding)
{
  gsize length = strlen (pattern);

  if (g_str_equal (pattern, "*"))
    return TRUE;
  if (is_bound_pattern (pattern))
    return g_str_has_suffix (check, pattern + 1) &&
           (binding == NULL || strncmp (check, binding, strlen (check) - (length - 1)) == 0);
  if (g_str_has_suffix (pattern, ".*"))
    return strncmp (check, pattern, length - 1) == 0;

  return g_str_equal (pattern, check);
}

static gboolean
is_doubted (McFinding *finding)
{
  double confidence = mc_finding_get_confidence (finding);

  return confidence > 0 && confidence < SURE;
}

/**
 * mc_rule_matches:
 * @condition: a condition
 * @finding: a finding
 * @binding: (nullable): as in mc_rule_is_about()
 *
 * Returns: whether the finding is what the condition asks for
 */
gboolean
mc_rule_matches (const McCondition *condition,
                 McFinding         *finding,
                 const char        *binding)
{
  const char *code;

  if (!mc_rule_is_about (condition->check, mc_finding_get_check (finding), binding))
    return FALSE;

  if (condition->code[0] == '=')
    return g_str_equal (condition->code + 1, mc_outcome_get_id (mc_finding_get_outcome (finding)));

  code = mc_finding_get_code (finding);
  if (g_str_has_suffix (condition->code, "?"))
    return code != NULL && is_doubted (finding) && strlen (code) == strlen (condition->code) - 1 &&
           g_str_has_prefix (condition->code, code);

  return g_strcmp0 (condition->code, code) == 0;
}
