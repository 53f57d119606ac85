/* mc-check-name-server.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-resolver.h"

static McAddress *
get_address (McCheckContext *context)
{
  return mc_account_get_address (mc_check_context_get_account (context));
}

static McServer *
get_named_server (McCheckContext *context)
{
  for (McDirection i = MC_DIRECTION_INCOMING; i <= MC_DIRECTION_OUTGOING; i++)
    {
      McServer *server = mc_check_context_get_server (context, i);

      if (server != NULL && !g_hostname_is_ip_address (mc_server_get_host (server)))
        return server;
    }

  return NULL;
}

gboolean
mc_check_name_server_applies (McCheckContext *context,
                              const McCheck  *check)
{
  return get_address (context) != NULL || get_named_server (context) != NULL;
}

static gboolean
is_answer (McLookup lookup)
{
  return lookup == MC_LOOKUP_FOUND || lookup == MC_LOOKUP_NOT_FOUND;
}

/* Which ones this computer was told to ask, resolv.conf(5). */
static void
add_name_servers (McFindingBuilder *finding)
{
  g_autofree char *text = NULL;
  g_auto (GStrv)   lines = NULL;

  if (!g_file_get_contents ("/etc/resolv.conf", &text, NULL, NULL))
    return;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (g_strstrip (lines[i]), " \t", -1);

      if (g_strv_length (words) >= 2 && g_str_equal (words[0], "nameserver"))
        mc_finding_builder_add_evidence (finding, "name_server", "%s", words[g_strv_length (words) - 1]);
    }
}

/* "No such name" is an answer too. The root answers everywhere, so that one
 * broken domain is not taken for a broken name server. */
void
mc_check_name_server_run (McCheckContext   *context,
                          const McCheck    *check,
                          McScope          *scope,
                          McFindingBuilder *finding)
{
  McAddress  *address = get_address (context);
  const char *name = address != NULL ? mc_address_get_domain (address)
                                     : mc_server_get_host (get_named_server (context));
  DexFuture  *root = mc_resolver_start_lookup (".", G_RESOLVER_RECORD_NS);
  McLookup    lookup = mc_resolver_lookup_records (scope, name, G_RESOLVER_RECORD_SOA, NULL);
  McLookup    root_lookup = is_answer (lookup) ? lookup : mc_resolver_end_lookup (scope, dex_ref (root), NULL);

  dex_unref (root);
  mc_finding_builder_add_evidence (finding, "asked", "%s", name);
  add_name_servers (finding);
  if (is_answer (root_lookup))
    {
      mc_finding_builder_set_summary (finding, _ ("The name server answers"));
      return;
    }

  mc_finding_builder_add_evidence (finding, "result", "%s", lookup == MC_LOOKUP_TIMED_OUT ? "timed-out" : "failed");
  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "network.dns-down");
  mc_finding_builder_set_summary (finding, _ ("The name server of this network does not answer"));
}
