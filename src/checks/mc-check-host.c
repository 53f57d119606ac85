/* mc-check-host.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "mc-checks.h"
#include "mc-resolver.h"

/* Two addresses of each family at most are used; connecting may take this long. */
#define CONNECT_TIMEOUT_MS 8000

/* Of each family. A name can have hundreds of addresses, which help nobody who reads about it. */
#define MAX_ADDRESSES 4

gboolean
mc_check_host_applies (McCheckContext *context,
                       const McCheck  *check)
{
  return mc_check_context_get_server (context, check->direction) != NULL;
}

typedef struct
{
  McScope      *scope;
  const char   *host;
  GSocketFamily family;
  GPtrArray    *addresses;
  McLookup      lookup;
} FamilyLookup;

static DexFuture *
family_fiber (gpointer data)
{
  FamilyLookup *lookup = data;

  lookup->lookup = mc_resolver_lookup_addresses (lookup->scope, lookup->host, lookup->family, &lookup->addresses);
  return dex_future_new_for_boolean (TRUE);
}

static void
add_addresses (McFindingBuilder *finding,
               const char       *name,
               GPtrArray        *from,
               GPtrArray        *to)
{
  guint count = from != NULL ? from->len : 0;

  for (guint i = 0; i < MIN (count, MAX_ADDRESSES); i++)
    {
      g_autofree char *text = g_inet_address_to_string (g_ptr_array_index (from, i));

      mc_finding_builder_add_evidence (finding, name, "%s", text);
      g_ptr_array_add (to, g_object_ref (g_ptr_array_index (from, i)));
    }
  if (count > MAX_ADDRESSES)
    mc_finding_builder_add_evidence (finding, name, "… (%u)", count);
}

/* From here on the connection is being made, whoever looks at it first. */
static void
start_session (McCheckContext *context,
               const McCheck  *check,
               McServer       *server,
               GPtrArray      *addresses)
{
  g_autoptr (McScope)      scope = mc_scope_new (mc_check_context_get_scope (context), CONNECT_TIMEOUT_MS);
  g_autoptr (McTranscript) transcript = mc_check_context_new_transcript (context);
  g_autoptr (McReach)      reach = mc_reach_new (scope, addresses, mc_server_get_port (server), transcript);

  mc_check_context_put_fact (context, check->direction, mc_mail_session_new (context, server, reach, transcript));
}

static void
add_parent (McScope          *scope,
            const char       *host,
            McFindingBuilder *finding)
{
  static const char *const alternatives[] = { "domain.not-registered", NULL };
  const char              *parent = soup_tld_get_base_domain (host, NULL);
  McLookup                 lookup;

  if (parent == NULL)
    return;

  lookup = mc_resolver_lookup_records (scope, parent, G_RESOLVER_RECORD_SOA, NULL);
  mc_finding_builder_add_evidence (finding, "domain_exists", "%s",
                                   lookup == MC_LOOKUP_FOUND ? "yes" : lookup == MC_LOOKUP_NOT_FOUND ? "no"
                                                                                                     : "unknown");
  if (lookup != MC_LOOKUP_FOUND)
    mc_finding_builder_set_doubt (finding, 0.7, alternatives, NULL);
}

void
mc_check_host_run (McCheckContext   *context,
                   const McCheck    *check,
                   McScope          *scope,
                   McFindingBuilder *finding)
{
  McServer             *server = mc_check_context_get_server (context, check->direction);
  FamilyLookup          ipv4 = { scope, mc_server_get_host (server), G_SOCKET_FAMILY_IPV4, NULL, MC_LOOKUP_FAILED };
  FamilyLookup          ipv6 = { scope, mc_server_get_host (server), G_SOCKET_FAMILY_IPV6, NULL, MC_LOOKUP_FAILED };
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_object_unref);

  mc_finding_builder_set_target (finding, mc_server_get_host (server), mc_server_get_port (server),
                                 mc_security_get_id (mc_server_get_security (server)));
  dex_await (dex_future_all (mc_fiber_spawn (family_fiber, &ipv4, NULL),
                             mc_fiber_spawn (family_fiber, &ipv6, NULL), NULL),
             NULL);
  add_addresses (finding, "ipv4", ipv4.addresses, addresses);
  add_addresses (finding, "ipv6", ipv6.addresses, addresses);
  g_clear_pointer (&ipv4.addresses, g_ptr_array_unref);
  g_clear_pointer (&ipv6.addresses, g_ptr_array_unref);

  if (addresses->len > 0)
    {
      mc_finding_builder_set_summary (finding, _ ("The server’s name has an address"));
      start_session (context, check, server, addresses);
    }
  else if (ipv4.lookup == MC_LOOKUP_NOT_FOUND && ipv6.lookup == MC_LOOKUP_NOT_FOUND)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "settings.host-not-found");
      mc_finding_builder_set_summary (finding, _ ("There is no server of this name"));
      add_parent (scope, mc_server_get_host (server), finding);
    }
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "host.lookup-failed");
      mc_finding_builder_set_summary (finding, _ ("The server’s address could not be looked up"));
    }
}
