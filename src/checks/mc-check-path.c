/* mc-check-path.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include "mc-checks.h"
#include "mc-future.h"

/* The kernel is asked through a socket: /sys may show another network's interfaces in a sandbox. */
static gboolean
is_tunnel (const char *interface)
{
  struct ifreq request = { 0 };
  int          fd = socket (AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  gboolean     is_known;

  if (fd < 0)
    return FALSE;

  g_strlcpy (request.ifr_name, interface, sizeof request.ifr_name);
  is_known = ioctl (fd, SIOCGIFHWADDR, &request) == 0;
  g_close (fd, NULL);

  return is_known && (request.ifr_hwaddr.sa_family == ARPHRD_PPP || request.ifr_hwaddr.sa_family == ARPHRD_NONE);
}

/* The interface of the default route, or of one that covers half of all addresses, as VPNs set it up. */
static char *
find_default_interface (void)
{
  g_autofree char *table = NULL;
  g_auto (GStrv)   lines = NULL;

  if (!g_file_get_contents ("/proc/net/route", &table, NULL, NULL))
    return NULL;

  lines = g_strsplit (table, "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      char         interface[32];
      unsigned int destination, mask;

      if (sscanf (lines[i], "%31s %x %*x %*x %*d %*d %*d %x", interface, &destination, &mask) == 3 &&
          (mask == 0 || (destination == 0 && GUINT32_FROM_BE (mask) == 0x80000000)))
        return g_strdup (interface);
    }

  return NULL;
}

/* A proxy may come from a script that has to be fetched first, so this can take time. */
static gboolean
has_proxy (McScope *scope)
{
  g_auto (GStrv) proxies = mc_scope_await_boxed (
    scope, mc_future_lookup_proxies (g_proxy_resolver_get_default (), "https://example.com"), NULL);

  return proxies != NULL && proxies[0] != NULL && !g_str_has_prefix (proxies[0], "direct:");
}

void
mc_check_path_run (McCheckContext   *context,
                   const McCheck    *check,
                   McScope          *scope,
                   McFindingBuilder *finding)
{
  g_autofree char *interface = find_default_interface ();
  gboolean         with_vpn = interface != NULL && is_tunnel (interface);
  gboolean         with_proxy = has_proxy (scope);

  mc_finding_builder_add_evidence (finding, "vpn", "%s", with_vpn ? "yes" : "no");
  mc_finding_builder_add_evidence (finding, "proxy", "%s", with_proxy ? "yes" : "no");

  if (with_vpn)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_PASS, "path.vpn");
      mc_finding_builder_set_summary (finding, _ ("The connection goes through a VPN"));
    }
  else if (with_proxy)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_PASS, "path.proxy");
      mc_finding_builder_set_summary (finding, _ ("A proxy is set for the web; mail does not use it"));
    }
  else
    mc_finding_builder_set_summary (finding, _ ("Neither a VPN nor a proxy is in the way"));
}
