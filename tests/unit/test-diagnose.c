/* test-diagnose.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-diagnose.h"
#include "mc-rule.h"

/* What the checks found, each as “check:outcome:code”, or was answered, as “?question=answer”, and the causes expected,
 * in order. */
typedef struct
{
  const char *findings;
  const char *causes;
} Case;

static const Case cases[] = {
  /* A network that wants a sign-in first spoils all that comes after. */
  { "network.portal:warning:portal.page incoming.port:fail:port.timed-out", "network.captive-portal" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.page "
    "network.name-server:fail:network.dns-down incoming.host:fail:host.lookup-failed",
    "network.captive-portal" },
  { "network.portal:warning:portal.page incoming.port:pass: incoming.certificate:fail:tls.untrusted "
    "outgoing.certificate:fail:tls.wrong-host",
    "network.captive-portal" },
  { "network.portal:pass: incoming.certificate:fail:tls.untrusted", "tls.untrusted" },
  { "network.portal:warning:portal.no-answer incoming.certificate:fail:tls.untrusted", "tls.untrusted" },
  /* Where the mail server itself is reached, the page explains nothing. */
  { "network.portal:warning:portal.page incoming.certificate:pass: incoming.login:fail:login.wrong-password",
    "login.wrong-password" },
  { "network.portal:warning:portal.page incoming.greeting:pass: mailbox.inbox:pass:", "healthy" },

  /* Nothing beyond the local network answers. */
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer "
    "network.name-server:fail:network.dns-down incoming.host:fail:host.lookup-failed",
    "network.no-internet" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer network.name-server:pass: "
    "incoming.port:fail:port.timed-out incoming.other-ports:warning:other-ports.none",
    "network.no-internet" },
  { "network.internet:warning:internet.unreachable network.portal:pass: incoming.port:fail:port.timed-out", "unknown" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer network.name-server:pass: "
    "incoming.host:fail:settings.host-not-found",
    "network.no-internet" },
  { "network.internet:warning:internet.unreachable network.path:pass:path.proxy incoming.host:fail:settings.host-not-found",
    "network.proxy-required" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer incoming.port:pass: "
    "incoming.login:fail:login.wrong-password",
    "login.wrong-password" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer incoming.port:pass:", "healthy" },
  { "computer.online:fail:network.offline", "network.offline" },

  /* The name server */
  { "network.internet:pass: network.name-server:fail:network.dns-down account.settings:fail:settings.lookup-failed "
    "incoming.host:fail:host.lookup-failed",
    "network.dns-down" },
  { "network.name-server:fail:network.dns-down incoming.host:fail:host.lookup-failed", "network.dns-down" },
  { "network.internet:pass: network.name-server:fail:network.dns-down incoming.login:fail:login.wrong-password",
    "login.wrong-password network.dns-down" },
  { "network.internet:pass: network.name-server:pass: incoming.host:fail:host.lookup-failed", "unknown" },
  { "network.name-server:pass: account.settings:fail:settings.lookup-failed", "unknown" },
  { "network.name-server:pass: account.settings:fail:settings.not-found", "settings.not-found" },
  { "incoming.host:fail:settings.host-not-found", "settings.host-not-found" },

  /* The clock, and who signs all certificates */
  { "computer.clock:fail:clock.wrong incoming.certificate:fail:tls.expired", "clock.wrong" },
  { "computer.clock:pass: incoming.certificate:fail:tls.expired", "tls.expired" },
  { "network.interception:fail:network.tls-intercepted incoming.certificate:fail:tls.untrusted "
    "outgoing.certificate:fail:tls.untrusted",
    "network.tls-intercepted" },
  { "network.interception:pass: incoming.certificate:fail:tls.untrusted", "tls.untrusted" },

  /* The port does not open */
  { "incoming.port:fail:port.timed-out incoming.elsewhere:fail:network.port-blocked "
    "incoming.other-ports:warning:other-ports.web-only",
    "network.port-blocked" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:skipped:elsewhere.unknown "
    "incoming.other-ports:warning:other-ports.web-only",
    "unknown" },
  { "incoming.port:fail:port.refused incoming.elsewhere:pass: incoming.other-ports:warning:settings.wrong-port",
    "settings.wrong-port" },
  { "incoming.port:fail:port.refused incoming.elsewhere:pass: incoming.other-ports:warning:other-ports.works",
    "settings.wrong-port" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: incoming.other-ports:warning:other-ports.works", "unknown" },
  { "incoming.port:fail:port.no-route incoming.elsewhere:pass: incoming.other-ports:warning:other-ports.none", "unknown" },
  { "incoming.port:fail:port.timed-out network.path:pass:path.vpn", "unknown" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: incoming.other-ports:warning:other-ports.web-host",
    "unknown" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: incoming.other-ports:warning:other-ports.web-only",
    "server.client-banned" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:fail:network.port-blocked "
    "outgoing.port:fail:port.timed-out outgoing.elsewhere:fail:network.port-blocked",
    "network.port-blocked" },
  { "incoming.port:fail:port.refused incoming.elsewhere:pass: incoming.other-ports:warning:other-ports.none",
    "server.down" },
  { "incoming.port:fail:port.refused incoming.other-ports:warning:other-ports.none", "unknown" },
  { "incoming.port:fail:port.reset", "unknown" },
  { "incoming.port:fail:program.helper-not-running", "program.helper-not-running" },
  { "incoming.ipv6:warning:family.unreachable incoming.port:pass:", "healthy" },
  { "incoming.ipv6:warning:family.unreachable network.ipv6:fail:network.ipv6-broken", "network.ipv6-broken" },

  { "incoming.port:fail:port.timed-out incoming.elsewhere:fail:network.port-blocked network.path:pass:path.vpn",
    "network.vpn" },

  /* What answers there */
  { "incoming.greeting:fail:greeting.timed-out", "server.broken" },
  { "incoming.greeting:fail:greeting.closed", "unknown" },
  { "incoming.greeting:fail:greeting.preauth", "tls.starttls-broken" },
  { "incoming.greeting:fail:settings.wrong-protocol", "settings.wrong-protocol" },
  { "incoming.greeting:fail:server.not-mail", "server.not-mail" },
  { "incoming.encryption:fail:encryption.timed-out", "unknown" },
  { "network.internet:pass: network.interception:skipped:interception.unknown "
    "incoming.encryption:fail:encryption.timed-out",
    "network.mtu" },
  { "network.internet:pass: network.interception:pass: incoming.encryption:fail:encryption.timed-out", "unknown" },
  { "incoming.encryption:fail:tls.handshake-failed incoming.tls-versions:fail:tls.weak", "tls.weak" },
  { "incoming.encryption:fail:settings.wrong-security", "settings.wrong-security" },
  { "incoming.encryption:fail:tls.starttls-missing", "tls.starttls-missing" },
  { "incoming.certificate:fail:tls.wrong-host", "tls.wrong-host" },

  /* Sign-in and mailbox */
  { "incoming.login:fail:login.refused", "login.wrong-password" },
  { "incoming.login:fail:login.app-password-required", "login.app-password-required" },
  { "incoming.login:pass: outgoing.login:fail:login.refused-for-sending", "login.protocol-disabled" },
  { "incoming.login:fail:login.timed-out", "unknown" },
  { "incoming.login:skipped:login.not-tested", "healthy" },
  { "incoming.login:skipped:login.enough-refusals", "unknown" },
  { "incoming.login:fail:login.wrong-password outgoing.login:skipped:login.enough-refusals", "login.wrong-password" },
  { "mailbox.inbox:fail:mailbox.damaged", "mailbox.damaged" },
  { "mailbox.quota:fail:mailbox.full", "mailbox.full" },

  /* What works, but badly */
  { "incoming.port:pass: incoming.speed:warning:server.slow mailbox.inbox:pass:", "server.slow" },
  { "incoming.port:pass: incoming.speed:pass: mailbox.inbox:pass:", "healthy" },
  { "network.internet:warning:internet.slow incoming.speed:warning:speed.slow-network", "network.slow" },
  { "network.internet:pass: incoming.speed:warning:speed.slow-network", "healthy" },

  /* Nothing is wrong, or not yet */
  { "account.address:pass: incoming.port:pass: incoming.ipv6:skipped:family.not-offered", "healthy" },
  { "mailbox.quota:skipped:quota.not-told", "healthy" },
  { "mailbox.quota:warning:mailbox.nearly-full", "mailbox.nearly-full" },

  /* Several things are wrong: problems before notices, one cause for what one thing breaks */
  { "account.address:fail:settings.address-invalid incoming.login:fail:login.wrong-password",
    "settings.address-invalid login.wrong-password" },
  { "mailbox.quota:warning:mailbox.nearly-full outgoing.certificate:fail:tls.expired", "tls.expired mailbox.nearly-full" },
  { "incoming.port:pass: outgoing.port:fail:port.refused outgoing.elsewhere:pass: "
    "outgoing.other-ports:warning:settings.wrong-port",
    "settings.wrong-port" },
  { "incoming.port:fail:port.refused outgoing.port:pass: outgoing.other-ports:warning:settings.wrong-port", "unknown" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:fail:network.port-blocked "
    "outgoing.port:fail:port.timed-out outgoing.elsewhere:fail:network.port-blocked",
    "network.port-blocked" },
  { "incoming.login:fail:login.wrong-password outgoing.login:fail:login.wrong-password", "login.wrong-password" },
  { "incoming.login:fail:login.refused outgoing.login:fail:login.refused", "login.wrong-password" },

  /* What nobody has a name for */
  { "incoming.login:fail:login.something-new", "unknown" },
  { "incoming.login:fail:", "unknown" },
  { "incoming.login:fail:login.wrong-password incoming.greeting:fail:greeting.strange", "login.wrong-password unknown" },

  /* A run that was cut short proves nothing. */
  { "account.address:pass: incoming.port:skipped:run.cancelled", "unknown" },
  { "account.address:pass: incoming.port:skipped:run.no-time", "unknown" },
  { "incoming.port:skipped:run.no-time mailbox.quota:warning:mailbox.nearly-full", "unknown mailbox.nearly-full" },
  { "incoming.certificate:fail:tls.expired incoming.login:skipped:run.cancelled", "tls.expired" },

  /* What the name server says, beside what others say */
  { "network.resolver:fail:network.dns-filtered incoming.port:fail:port.refused incoming.other-ports:warning:other-ports.none",
    "network.dns-filtered" },
  { "network.resolver:fail:network.dns-filtered incoming.host:fail:settings.host-not-found", "network.dns-filtered" },
  { "network.resolver:fail:network.dns-filtered outgoing.port:fail:port.refused incoming.login:fail:login.wrong-password",
    "login.wrong-password network.dns-filtered" },
  { "network.resolver:fail:network.dns-forged incoming.port:fail:port.refused outgoing.certificate:fail:tls.wrong-host",
    "network.dns-forged" },
  { "network.resolver:fail:resolver.host-made-up incoming.port:fail:port.refused", "network.dns-forged" },
  { "network.resolver:warning:resolver.private-here incoming.certificate:fail:tls.wrong-host", "network.dns-forged" },
  { "network.resolver:warning:resolver.only-here outgoing.certificate:fail:tls.untrusted", "network.dns-forged" },
  { "network.resolver:warning:resolver.private-here incoming.certificate:pass:", "healthy" },
  { "incoming.counterpart:fail:network.dns-forged incoming.certificate:fail:tls.wrong-host", "network.dns-forged" },
  { "incoming.counterpart:pass: incoming.certificate:fail:tls.wrong-host", "tls.wrong-host" },
  { "network.resolver:warning:resolver.makes-up incoming.certificate:fail:tls.wrong-host", "tls.wrong-host" },
  { "network.resolver:pass:resolver.differs incoming.certificate:fail:tls.wrong-host", "tls.wrong-host" },
  { "network.resolver:warning:resolver.fails-here incoming.host:fail:host.lookup-failed", "network.dns-down" },
  { "network.resolver:fail:domain.dnssec-broken incoming.host:fail:host.lookup-failed", "domain.dnssec-broken" },
  { "network.resolver:warning:domain.dnssec-broken incoming.host:pass:", "healthy" },
  { "network.resolver:fail:domain.delegation-broken incoming.host:fail:host.lookup-failed", "domain.delegation-broken" },
  { "network.resolver:pass:resolver.missing-everywhere incoming.host:fail:settings.host-not-found",
    "settings.host-not-found" },
  { "network.portal:fail:portal.page network.resolver:fail:network.dns-forged incoming.port:fail:port.refused",
    "network.captive-portal" },

  /* Answers about the network */
  { "network.portal:warning:portal.page incoming.port:fail:port.timed-out ?web-pages-open=sign-in-page",
    "network.captive-portal" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer "
    "incoming.host:fail:host.lookup-failed ?web-pages-open=sign-in-page",
    "network.captive-portal" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer "
    "incoming.host:fail:host.lookup-failed network.path:pass:path.proxy ?web-pages-open=yes",
    "network.proxy-required" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer "
    "incoming.host:fail:host.lookup-failed ?web-pages-open=yes",
    "network.proxy-required" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer "
    "incoming.host:fail:host.lookup-failed ?web-pages-open=no",
    "network.no-internet" },
  { "network.internet:warning:internet.unreachable network.portal:warning:portal.no-answer "
    "incoming.host:fail:host.lookup-failed ?web-pages-open=unknown",
    "network.no-internet" },
  { "network.name-server:fail:network.dns-down incoming.host:fail:host.lookup-failed ?web-pages-open=yes",
    "network.dns-down" },
  { "network.resolver:fail:network.dns-filtered incoming.host:fail:settings.host-not-found "
    "?other-network-works=yes",
    "network.dns-filtered" },
  { "network.resolver:fail:network.dns-filtered incoming.host:fail:settings.host-not-found "
    "?other-network-works=no",
    "network.dns-filtered" },
  { "network.resolver:warning:resolver.private-here incoming.certificate:fail:tls.wrong-host "
    "?other-network-works=no",
    "tls.wrong-host" },
  { "network.resolver:warning:resolver.only-here incoming.certificate:fail:tls.untrusted "
    "?other-network-works=no",
    "tls.untrusted" },
  { "network.resolver:warning:resolver.fails-here incoming.host:fail:host.lookup-failed "
    "?other-network-works=no",
    "unknown" },
  { "incoming.host:fail:host.lookup-failed ?other-network-works=yes", "unknown" },
  { "incoming.host:fail:host.lookup-failed ?other-network-works=no", "unknown" },
  { "incoming.port:fail:port.timed-out network.path:pass:path.vpn ?works-without-vpn=yes", "network.vpn" },
  { "incoming.port:fail:port.timed-out network.path:pass:path.vpn ?works-without-vpn=no", "unknown" },
  { "incoming.host:fail:host.lookup-failed network.path:pass:path.vpn ?works-without-vpn=yes", "network.vpn" },
  { "incoming.encryption:fail:encryption.timed-out network.path:pass:path.vpn ?works-without-vpn=yes", "network.vpn" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:fail:network.port-blocked "
    "network.path:pass:path.vpn ?works-without-vpn=no",
    "network.port-blocked" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:fail:network.port-blocked "
    "network.path:pass:path.vpn ?works-without-vpn=yes",
    "network.vpn" },

  /* Answers about a server that does not answer */
  { "incoming.host:fail:settings.host-not-found ?moved-provider=yes", "settings.migrated" },
  { "incoming.host:fail:settings.host-not-found ?mailbox-upgraded=yes", "settings.migrated" },
  { "account.settings:pass: incoming.host:fail:settings.host-not-found ?moved-provider=yes",
    "settings.host-not-found" },
  { "network.resolver:fail:resolver.host-made-up incoming.host:fail:settings.host-not-found "
    "?moved-provider=yes",
    "network.dns-forged" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.none ?moved-provider=yes",
    "settings.migrated" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.none ?mailbox-upgraded=yes",
    "settings.migrated" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.web-only ?other-device-works=yes",
    "unknown" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.web-only ?other-network-works=yes",
    "server.client-banned" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.web-only ?other-network-works=no",
    "unknown" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.none ?other-network-works=yes",
    "server.client-banned" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.none ?other-network-works=no",
    "server.down" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.none ?webmail-works=no-page",
    "server.down" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.none ?everybody-affected=yes",
    "server.down" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.web-only ?recent-change=password",
    "server.client-banned" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:pass: "
    "incoming.other-ports:warning:other-ports.web-only ?worked-before=no",
    "unknown" },
  { "incoming.port:fail:port.timed-out ?other-network-works=yes", "unknown" },
  { "incoming.port:fail:port.timed-out ?other-network-works=no", "unknown" },
  { "incoming.port:fail:port.timed-out ?recent-change=network", "unknown" },
  { "incoming.port:fail:program.helper-not-running ?other-network-works=yes", "program.helper-not-running" },
  { "incoming.port:fail:port.refused incoming.elsewhere:pass: "
    "incoming.other-ports:warning:settings.wrong-port ?other-network-works=yes",
    "settings.wrong-port" },
  { "incoming.port:fail:port.timed-out incoming.elsewhere:fail:network.port-blocked "
    "?other-network-works=no",
    "network.port-blocked" },
  { "incoming.greeting:fail:greeting.timed-out ?other-network-works=yes", "unknown" },
  { "incoming.greeting:fail:greeting.closed ?other-network-works=yes", "server.client-blocked" },
  { "incoming.greeting:fail:greeting.closed ?other-network-works=no", "unknown" },
  { "incoming.encryption:fail:encryption.timed-out ?other-network-works=yes", "network.mtu" },
  { "network.interception:pass: incoming.encryption:fail:encryption.timed-out ?other-network-works=no",
    "server.broken" },

  /* Answers about a password that is refused */
  { "outgoing.login:fail:login.refused-for-sending ?access-enabled=no", "login.protocol-disabled" },
  { "outgoing.login:fail:login.refused-for-sending ?access-enabled=yes", "login.app-password-required" },
  { "outgoing.login:fail:login.refused-for-sending ?sends-on-web=yes", "login.protocol-disabled" },
  { "incoming.login:fail:login.app-password-required? ?app-password-used=no", "login.app-password-required" },
  { "incoming.login:fail:login.app-password-required? ?app-password-used=yes", "login.app-password-required" },
  { "incoming.login:fail:login.protocol-disabled? ?access-enabled=no", "login.protocol-disabled" },
  { "incoming.login:fail:login.refused ?access-enabled=no", "login.protocol-disabled" },
  { "incoming.login:fail:login.wrong-password? ?access-enabled=no", "login.protocol-disabled" },
  { "incoming.login:fail:login.refused ?everybody-affected=yes", "unknown" },
  { "incoming.login:fail:login.refused ?webmail-works=no", "login.wrong-password" },
  { "incoming.login:fail:login.wrong-password? ?webmail-works=no", "login.wrong-password" },
  { "incoming.login:fail:login.refused ?webmail-works=no-page", "login.wrong-password" },
  { "incoming.login:fail:login.refused ?moved-provider=yes", "settings.migrated" },
  { "incoming.login:fail:login.refused ?mailbox-upgraded=yes", "settings.migrated" },
  { "account.settings:pass: incoming.login:fail:login.refused ?moved-provider=yes", "login.wrong-password" },
  { "incoming.login:fail:login.refused ?webmail-works=yes ?access-enabled=yes", "login.app-password-required" },
  { "incoming.login:fail:login.refused ?webmail-works=yes", "login.app-password-required" },
  { "incoming.login:fail:login.wrong-password? ?webmail-works=yes", "login.app-password-required" },
  { "incoming.login:fail:login.refused ?recent-change=password", "login.wrong-password" },
  { "incoming.login:fail:login.refused ?other-device-works=yes", "login.wrong-password" },
  { "incoming.login:fail:login.refused ?worked-before=no", "login.wrong-password" },
  { "incoming.login:fail:login.wrong-password ?webmail-works=yes", "login.wrong-password" },
  { "incoming.login:fail:login.oauth-required ?webmail-works=no", "login.oauth-required" },

  /* Answers about a missing message, where all else works */
  { "incoming.login:pass: ?message-found=other-folder ?filters=website", "mailbox.rule-moves" },
  { "incoming.login:pass: ?message-found=other-folder ?filters=program", "program.filter" },
  { "incoming.login:pass: ?message-found=trash ?filters=website", "mailbox.rule-moves" },
  { "incoming.login:pass: ?message-found=trash ?filters=program", "program.filter" },
  { "incoming.login:pass: ?message-found=spam", "mailbox.in-spam" },
  { "incoming.login:pass: ?message-found=spam ?message-age=hour ?sender-bounce=yes", "mailbox.in-spam" },
  { "incoming.login:pass: ?message-found=trash", "mailbox.in-trash" },
  { "incoming.login:pass: ?message-found=other-folder", "mailbox.in-other-folder" },
  { "incoming.login:pass: ?message-on-web=yes ?filters=program", "program.filter" },
  { "incoming.login:pass: ?message-on-web=yes", "program.only-affected" },
  { "incoming.login:skipped:login.not-tested ?message-on-web=yes", "unknown" },
  { "incoming.login:skipped:run.cancelled ?message-on-web=yes", "unknown" },
  { "incoming.login:pass: ?other-mail-arrives=no ?moved-provider=yes", "settings.migrated" },
  { "incoming.login:pass: ?other-mail-arrives=no ?mailbox-upgraded=yes", "settings.migrated" },
  { "incoming.login:pass: ?forwarding=yes", "mailbox.forwards" },
  { "incoming.login:pass: ?messages-vanish=yes", "mailbox.pop-removes" },
  { "incoming.login:pass: ?other-mail-arrives=no ?everybody-affected=yes", "unknown" },
  { "incoming.login:pass: ?other-mail-arrives=no", "unknown" },
  { "incoming.login:pass: ?message-found=no ?sender-bounce=yes", "mailbox.never-arrived" },
  { "incoming.login:pass: ?message-found=no ?message-age=hour", "sending.delayed" },
  { "incoming.login:pass: ?message-found=no ?sent-to-alias=yes", "mailbox.never-arrived" },
  { "incoming.login:pass: ?message-found=no", "mailbox.never-arrived" },
  { "incoming.login:pass: ?sender-bounce=yes", "unknown" },
  { "incoming.login:pass: ?sent-to-alias=yes", "unknown" },
  { "incoming.login:pass: ?message-age=hour", "sending.delayed" },
  { "incoming.login:pass: ?filters=website", "unknown" },
  { "incoming.login:pass: ?filters=program", "unknown" },
  { "incoming.login:pass: ?message-found=unknown ?message-on-web=no ?forwarding=no ?filters=no "
    "?message-age=longer",
    "healthy" },

  /* Answers about a message that was sent */
  { "incoming.login:pass: ?bounce-says=address", "sending.recipient-refused" },
  { "incoming.login:pass: ?bounce-says=full", "sending.recipient-problem" },
  { "incoming.login:pass: ?bounce-says=size", "sending.too-large" },
  { "incoming.login:pass: ?bounce-says=spam ?new-sender=yes", "unknown" },
  { "incoming.login:pass: ?bounce-says=spam", "sending.content-refused" },
  { "outgoing.login:pass: ?in-outbox=yes ?large-attachment=yes", "sending.outbox-stuck" },
  { "outgoing.login:pass: ?in-outbox=yes", "sending.outbox-stuck" },
  { "incoming.login:pass: ?in-outbox=yes", "sending.outbox-stuck" },
  { "incoming.login:pass: ?got-bounce=yes ?recipients-affected=one", "sending.recipient-problem" },
  { "incoming.login:pass: ?got-bounce=yes", "unknown" },
  { "incoming.login:pass: ?recipient-found=spam", "unknown" },
  { "incoming.login:pass: ?recipient-found=other-folder", "healthy" },
  { "incoming.login:pass: ?address-origin=suggested", "unknown" },
  { "incoming.login:pass: ?sends-on-web=no", "unknown" },
  { "incoming.login:pass: ?large-attachment=yes", "unknown" },
  { "incoming.login:pass: ?first-contact=yes", "sending.greylisted" },
  { "incoming.login:pass: ?new-sender=yes", "unknown" },
  { "incoming.login:pass: ?many-recipients=yes", "unknown" },
  { "incoming.login:pass: ?recipients-affected=one-provider", "unknown" },
  { "incoming.login:pass: ?recipients-affected=one", "unknown" },
  { "incoming.login:pass: ?recipients-affected=all", "unknown" },
  { "incoming.login:pass: ?recipient-found=nowhere", "unknown" },
  { "incoming.login:pass: outgoing.login:pass: ?sends-on-web=yes", "program.only-affected" },

  /* Answers about the mail program */
  { "incoming.login:pass: ?slow-messages=program", "program.only-affected" },
  { "incoming.login:pass: ?slow-messages=received", "sending.delayed" },
  { "incoming.login:pass: ?slow-messages=sent", "sending.delayed" },
  { "incoming.login:pass: ?program-offline=yes", "program.offline" },
  { "incoming.login:pass: ?program-fails=yes ?other-device-works=yes", "program.only-affected" },
  { "incoming.login:pass: ?program-fails=yes", "program.only-affected" },
  { "incoming.login:pass: ?other-device-works=yes ?webmail-works=yes ?worked-before=no", "healthy" },

  /* No answer outweighs what was measured. */
  { "incoming.certificate:fail:tls.expired ?message-found=spam ?program-offline=yes", "tls.expired" },
  { "mailbox.quota:fail:mailbox.full ?message-found=no", "mailbox.full" },
  { "incoming.login:pass: outgoing.login:fail:login.something-new ?in-outbox=yes", "unknown" },
  { "mailbox.quota:warning:mailbox.nearly-full ?message-found=spam", "mailbox.in-spam mailbox.nearly-full" },
  { "?webmail-works=no ?other-network-works=yes ?everybody-affected=yes ?moved-provider=yes", "healthy" },
};

static McOutcome
outcome_from_id (const char *id)
{
  for (int outcome = MC_OUTCOME_SKIPPED; outcome <= MC_OUTCOME_FAIL; outcome++)
    {
      if (g_str_equal (mc_outcome_get_id ((McOutcome) outcome), id))
        return (McOutcome) outcome;
    }

  g_assert_not_reached ();
}

/* A “?” after the code stands for a check that has doubts. */
static void
set_code (McFindingBuilder *builder,
          McOutcome         outcome,
          const char       *code)
{
  gboolean         is_doubted = g_str_has_suffix (code, "?");
  g_autofree char *sure = g_strndup (code, strlen (code) - is_doubted);

  mc_finding_builder_set_outcome (builder, outcome, *sure != '\0' ? sure : NULL);
  if (is_doubted)
    mc_finding_builder_set_doubt (builder, 0.7, NULL, NULL);
}

static GPtrArray *
make_findings (const char *text)
{
  GPtrArray     *findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv)               parts = g_strsplit (words[i], ":", 3);
      g_autoptr (McFindingBuilder) builder = NULL;

      if (words[i][0] == '?')
        continue;

      builder = mc_finding_builder_new (parts[0], parts[0], MC_GROUP_NETWORK);
      set_code (builder, outcome_from_id (parts[1]), parts[2]);
      g_ptr_array_add (findings, mc_finding_builder_end (builder));
    }

  return findings;
}

static GHashTable *
make_answers (const char *text)
{
  GHashTable    *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i] + 1, "=", 2);

      if (words[i][0] == '?')
        g_hash_table_insert (answers, g_strdup (parts[0]), g_strdup (parts[1]));
    }

  return answers;
}

static GPtrArray *
diagnose (GPtrArray *findings)
{
  g_autoptr (McAccount) account = mc_account_new ("joe@example.org");

  return mc_diagnose (findings, NULL, account);
}

static GPtrArray *
diagnose_text (const char *text)
{
  g_autoptr (McAccount)  account = mc_account_new ("joe@example.org");
  g_autoptr (GPtrArray)  findings = make_findings (text);
  g_autoptr (GHashTable) answers = make_answers (text);

  return mc_diagnose (findings, answers, account);
}

static char *
list_causes (GPtrArray *diagnoses)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < diagnoses->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "",
                            mc_diagnosis_get_cause (g_ptr_array_index (diagnoses, i))->id);

  return g_string_free_and_steal (g_steal_pointer (&list));
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) diagnoses = diagnose_text (cases[i].findings);
      g_autofree char      *causes = list_causes (diagnoses);

      g_test_message ("%s", cases[i].findings);
      g_assert_cmpstr (causes, ==, cases[i].causes);
    }
}

/* Whether the rule is what named its cause in this case. */
static gboolean
is_reached (const McRule *rule,
            const Case   *tried)
{
  g_autoptr (GPtrArray) diagnoses = diagnose_text (tried->findings);

  for (guint i = 0; i < diagnoses->len; i++)
    {
      McDiagnosis     *diagnosis = g_ptr_array_index (diagnoses, i);
      g_autofree char *decided_by = mc_diagnosis_dup_decided_by (diagnosis);

      if (g_str_equal (mc_diagnosis_get_cause (diagnosis)->id, rule->cause) &&
          mc_diagnosis_get_confidence (diagnosis) == rule->confidence &&
          g_strcmp0 (decided_by, rule->decided_by) == 0 &&
          g_strv_equal (mc_diagnosis_get_alternatives (diagnosis), rule->alternatives))
        return TRUE;
    }

  return FALSE;
}

/* A new row of the rule table needs a case above. */
static void
test_every_rule (void)
{
  const McRule *rule;

  for (guint i = 0; (rule = mc_rule_get_nth (i)) != NULL; i++)
    {
      gboolean reached = rule->cause == MC_RULE_CAUSE_IS_CODE;

      for (gsize j = 0; j < G_N_ELEMENTS (cases) && !reached; j++)
        reached = is_reached (rule, &cases[j]);

      if (!reached)
        g_test_message ("no case for the rule %u, which names %s", i, rule->cause);
      g_assert_true (reached);
    }
}

static void
test_because (void)
{
  g_autoptr (GPtrArray) findings = make_findings ("incoming.port:fail:port.refused incoming.elsewhere:pass: "
                                                  "incoming.other-ports:warning:other-ports.none "
                                                  "mailbox.quota:fail:mailbox.full");
  g_autoptr (GPtrArray) diagnoses = diagnose (findings);
  g_autofree char      *because = NULL;

  /* The surer cause comes first. */
  because = g_strjoinv (" ", (GStrv) mc_diagnosis_get_because (g_ptr_array_index (diagnoses, 1)));
  g_assert_cmpstr (because, ==, "incoming.port incoming.elsewhere incoming.other-ports");
}

/* The answer counts, and stands beside the findings that it weighs. */
static void
test_answer_counts (void)
{
  g_autoptr (GPtrArray) before = diagnose_text ("incoming.login:fail:login.wrong-password?");
  g_autoptr (GPtrArray) after = diagnose_text ("incoming.login:fail:login.wrong-password? ?webmail-works=no");
  g_autofree char      *because = NULL;

  g_assert_cmpfloat (mc_diagnosis_get_confidence (g_ptr_array_index (after, 0)), >,
                     mc_diagnosis_get_confidence (g_ptr_array_index (before, 0)));
  because = g_strjoinv (" ", (GStrv) mc_diagnosis_get_because (g_ptr_array_index (after, 0)));
  g_assert_cmpstr (because, ==, "incoming.login webmail-works");
}

static void
test_doubt (void)
{
  static const char *const     alternatives[] = { "login.app-password-required", NULL };
  g_autoptr (McFindingBuilder) builder = mc_finding_builder_new ("incoming.login", "Sign-in", MC_GROUP_INCOMING);
  g_autoptr (GPtrArray)        findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray)        diagnoses = NULL;
  g_autofree char             *decided_by = NULL;
  McDiagnosis                 *diagnosis;

  mc_finding_builder_set_outcome (builder, MC_OUTCOME_FAIL, "login.wrong-password");
  mc_finding_builder_set_doubt (builder, 0.55, alternatives, "the provider’s website");
  g_ptr_array_add (findings, mc_finding_builder_end (builder));
  diagnoses = diagnose (findings);
  diagnosis = g_ptr_array_index (diagnoses, 0);

  g_assert_cmpfloat (mc_diagnosis_get_confidence (diagnosis), ==, 0.55);
  g_assert_cmpstr (mc_diagnosis_get_alternatives (diagnosis)[0], ==, "login.app-password-required");
  g_assert_null (mc_diagnosis_get_alternatives (diagnosis)[1]);
  decided_by = mc_diagnosis_dup_decided_by (diagnosis);
  g_assert_cmpstr (decided_by, ==, "the provider’s website");
}

static void
assert_explains (GPtrArray  *findings,
                 const char *cause,
                 const char *words)
{
  g_autoptr (GPtrArray) diagnoses = diagnose (findings);
  McDiagnosis          *diagnosis = g_ptr_array_index (diagnoses, 0);
  g_autofree char      *explanation = mc_diagnosis_dup_explanation (diagnosis);

  g_test_message ("%s", explanation);
  g_assert_cmpstr (mc_diagnosis_get_cause (diagnosis)->id, ==, cause);
  g_assert_nonnull (strstr (explanation, words));
}

static void
test_values (void)
{
  g_autoptr (McFindingBuilder) builder = mc_finding_builder_new ("incoming.certificate", "Certificate", MC_GROUP_INCOMING);
  g_autoptr (GPtrArray)        findings = g_ptr_array_new_with_free_func (g_object_unref);

  mc_finding_builder_set_outcome (builder, MC_OUTCOME_FAIL, "tls.expired");
  mc_finding_builder_set_target (builder, "imap.example.org", 993, "tls");
  mc_finding_builder_add_evidence (builder, "valid_until", "2026-11-03T12:00:00Z");
  g_ptr_array_add (findings, mc_finding_builder_end (builder));

  assert_explains (findings, "tls.expired", "imap.example.org");
  assert_explains (findings, "tls.expired", "3 November 2026");
}

/* Words of a server are text: braces in them are not filled in. */
static void
test_values_hostile (void)
{
  g_autoptr (McFindingBuilder) builder = mc_finding_builder_new ("incoming.certificate", "Certificate", MC_GROUP_INCOMING);
  g_autoptr (GPtrArray)        findings = g_ptr_array_new_with_free_func (g_object_unref);

  mc_finding_builder_set_outcome (builder, MC_OUTCOME_FAIL, "tls.wrong-host");
  mc_finding_builder_add_evidence (builder, "names", "{host} {address}");
  g_ptr_array_add (findings, mc_finding_builder_end (builder));

  assert_explains (findings, "tls.wrong-host", "{host} {address}");
}

static void
test_ruled_out (void)
{
  g_autoptr (GPtrArray) findings = make_findings ("computer.online:pass: incoming.host:pass: network.ipv6:skipped: "
                                                  "incoming.port:fail:port.timed-out");

  assert_explains (findings, "unknown", "What works: your network connection, the name of your incoming mail server.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diagnose/cases", test_cases);
  g_test_add_func ("/diagnose/every-rule", test_every_rule);
  g_test_add_func ("/diagnose/because", test_because);
  g_test_add_func ("/diagnose/answer-counts", test_answer_counts);
  g_test_add_func ("/diagnose/doubt", test_doubt);
  g_test_add_func ("/diagnose/values/filled", test_values);
  g_test_add_func ("/diagnose/values/hostile", test_values_hostile);
  g_test_add_func ("/diagnose/values/ruled-out", test_ruled_out);

  return g_test_run ();
}
