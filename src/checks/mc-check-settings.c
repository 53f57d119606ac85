/* mc-check-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-resolver.h"

/* RFC 6186 section 3, RFC 8314 section 5.1: TLS from the start is preferred. */
typedef struct
{
  const char *service;
  McDirection direction;
  McProtocol  protocol;
  McSecurity  security;
} ServiceRow;

static const ServiceRow services[] = {
  { "_imaps._tcp", MC_DIRECTION_INCOMING, MC_PROTOCOL_IMAP, MC_SECURITY_TLS },
  { "_imap._tcp", MC_DIRECTION_INCOMING, MC_PROTOCOL_IMAP, MC_SECURITY_STARTTLS },
  { "_pop3s._tcp", MC_DIRECTION_INCOMING, MC_PROTOCOL_POP3, MC_SECURITY_TLS },
  { "_pop3._tcp", MC_DIRECTION_INCOMING, MC_PROTOCOL_POP3, MC_SECURITY_STARTTLS },
  { "_submissions._tcp", MC_DIRECTION_OUTGOING, MC_PROTOCOL_SMTP, MC_SECURITY_TLS },
  { "_submission._tcp", MC_DIRECTION_OUTGOING, MC_PROTOCOL_SMTP, MC_SECURITY_STARTTLS },
};

gboolean
mc_check_settings_applies (McCheckContext *context,
                           const McCheck  *check)
{
  return mc_check_context_get_server (context, MC_DIRECTION_INCOMING) == NULL;
}

/* RFC 2782: the lowest priority first; the weight is for sharing load, not for choosing. */
static McServer *
server_from_records (const ServiceRow *row,
                     GPtrArray        *records)
{
  g_autofree char *best_host = NULL;
  guint16          best_port = 0;
  guint16          best_priority = G_MAXUINT16;

  for (guint i = 0; i < records->len; i++)
    {
      guint16          priority, weight, port;
      const char      *target;
      g_autofree char *host = NULL;

      g_variant_get (g_ptr_array_index (records, i), "(qqq&s)", &priority, &weight, &port, &target);
      host = mc_address_normalize_host (target);

      /* The target "." says that the service is decidedly not available. */
      if (host == NULL || port == 0 || (best_host != NULL && priority >= best_priority))
        continue;

      g_free (best_host);
      best_host = g_steal_pointer (&host);
      best_port = port;
      best_priority = priority;
    }

  return best_host != NULL ? mc_server_new (row->protocol, best_host, best_port, row->security, MC_ORIGIN_SRV) : NULL;
}

static void
use_server (McCheckContext   *context,
            const ServiceRow *row,
            GPtrArray        *records,
            McFindingBuilder *finding)
{
  g_autoptr (McServer) server = NULL;

  if (mc_check_context_get_server (context, row->direction) != NULL)
    return;

  server = server_from_records (row, records);
  if (server == NULL)
    return;

  mc_check_context_set_server (context, row->direction, server);
  mc_finding_builder_add_evidence (finding, mc_protocol_get_id (row->protocol), "%s:%u/%s", mc_server_get_host (server),
                                   mc_server_get_port (server), mc_security_get_id (row->security));
}

/* Asks for all services at once; @lookups says how each look-up ended. */
static void
look_up_all (McCheckContext   *context,
             const char       *domain,
             McScope          *scope,
             McFindingBuilder *finding,
             gboolean         *could_ask)
{
  DexFuture *futures[G_N_ELEMENTS (services)];

  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", services[i].service, domain);

      mc_finding_builder_add_evidence (finding, "asked", "%s", name);
      futures[i] = mc_resolver_start_lookup (name, G_RESOLVER_RECORD_SRV);
    }

  *could_ask = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    {
      g_autoptr (GPtrArray) records = NULL;
      McLookup              lookup = mc_resolver_end_lookup (scope, futures[i], &records);

      if (lookup == MC_LOOKUP_FOUND)
        use_server (context, &services[i], records, finding);
      else if (lookup != MC_LOOKUP_NOT_FOUND)
        *could_ask = FALSE;
    }
}

void
mc_check_settings_run (McCheckContext   *context,
                       const McCheck    *check,
                       McScope          *scope,
                       McFindingBuilder *finding)
{
  McAddress *address = mc_account_get_address (mc_check_context_get_account (context));
  gboolean   could_ask;

  look_up_all (context, mc_address_get_domain (address), scope, finding, &could_ask);

  if (mc_check_context_get_server (context, MC_DIRECTION_INCOMING) != NULL)
    mc_finding_builder_set_summary (finding, _ ("The server settings were found"));
  else if (could_ask)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "settings.not-found");
      mc_finding_builder_set_summary (finding, _ ("No server settings were found for this address"));
    }
  else
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "settings.lookup-failed");
      mc_finding_builder_set_summary (finding, _ ("The server settings could not be looked up"));
    }
}
