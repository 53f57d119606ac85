/* mc-check-resolver.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-doh.h"
#include "mc-name-view.h"

#define N_SIDES 2

/* What each verdict is worth: how it is told, how sure it is, what else it may be. */
typedef struct
{
  McNameVerdict verdict;
  McOutcome     outcome;
  const char   *code;
  const char   *summary;
  double        confidence;
  const char   *alternatives[3];
  const char   *decided_by;
} VerdictRow;

/* The worst first: of two servers, that one is told. */
static const VerdictRow verdict_rows[] = {
  {
    .verdict = MC_NAME_MADE_UP,
    .outcome = MC_OUTCOME_FAIL,
    .code = "network.dns-forged",
    .summary = N_ ("The name server gives the same address for the server as for names that do not exist"),
    .confidence = 0.9,
  },
  {
    .verdict = MC_NAME_FILTERED,
    .outcome = MC_OUTCOME_FAIL,
    .code = "network.dns-filtered",
    .summary = N_ ("A filter hides the server’s name"),
    .confidence = 0.9,
  },
  {
    .verdict = MC_NAME_MISSING_HERE,
    .outcome = MC_OUTCOME_FAIL,
    .code = "network.dns-filtered",
    .summary = N_ ("The server’s name is known elsewhere, but not on this network"),
    .confidence = 0.6,
    .alternatives = { "network.dns-forged", "domain.inconsistent" },
    .decided_by = N_ ("whether the server’s name is known on another network, such as the hotspot of a phone"),
  },
  {
    .verdict = MC_NAME_MADE_UP_UNKNOWN,
    .outcome = MC_OUTCOME_FAIL,
    .code = "resolver.host-made-up",
    .summary = N_ ("The server’s name does not exist, but the name server gives an address for it"),
  },
  {
    .verdict = MC_NAME_FAILS_EVERYWHERE,
    .outcome = MC_OUTCOME_FAIL,
    .code = "domain.delegation-broken",
    .summary = N_ ("No name server can tell the server’s address"),
    .confidence = 0.8,
  },
  {
    .verdict = MC_NAME_NOT_VALID,
    .outcome = MC_OUTCOME_FAIL,
    .code = "domain.dnssec-broken",
    .summary = N_ ("The signatures of the server’s domain do not fit"),
    .confidence = 0.9,
  },
  {
    .verdict = MC_NAME_FAILS_HERE,
    .outcome = MC_OUTCOME_WARNING,
    .code = "resolver.fails-here",
    .summary = N_ ("Other name servers can tell about the server, that of this network cannot"),
  },
  {
    .verdict = MC_NAME_PRIVATE_HERE,
    .outcome = MC_OUTCOME_WARNING,
    .code = "resolver.private-here",
    .summary = N_ ("On this network the server’s name leads to a private address"),
  },
  {
    .verdict = MC_NAME_ONLY_HERE,
    .outcome = MC_OUTCOME_WARNING,
    .code = "resolver.only-here",
    .summary = N_ ("The server’s name is known on this network only"),
  },
  {
    .verdict = MC_NAME_MISSING_EVERYWHERE,
    .outcome = MC_OUTCOME_PASS,
    .code = "resolver.missing-everywhere",
    .summary = N_ ("Other name servers do not know the server’s name either"),
  },
  {
    .verdict = MC_NAME_UNKNOWN,
    .outcome = MC_OUTCOME_SKIPPED,
    .code = "resolver.unknown",
    .summary = N_ ("The name server’s answers could not be compared with others"),
  },
  {
    .verdict = MC_NAME_DIFFERENT,
    .outcome = MC_OUTCOME_PASS,
    .code = "resolver.differs",
    .summary = N_ ("The name server gives other addresses than others do, which is common"),
  },
  {
    .verdict = MC_NAME_SAME,
    .outcome = MC_OUTCOME_PASS,
    .summary = N_ ("The name server says what others say"),
  },
};

static const char *
get_public_host (McCheckContext *context,
                 McDirection     direction)
{
  McServer *server = mc_check_context_get_server (context, direction);

  return server != NULL && mc_doh_may_ask (mc_server_get_host (server)) ? mc_server_get_host (server) : NULL;
}

gboolean
mc_check_resolver_applies (McCheckContext *context,
                           const McCheck  *check)
{
  return mc_check_context_allows_third_party (context) &&
         (get_public_host (context, MC_DIRECTION_INCOMING) != NULL ||
          get_public_host (context, MC_DIRECTION_OUTGOING) != NULL);
}

typedef struct
{
  McNameView *view;
  McScope    *scope;
} ViewRun;

static DexFuture *
view_fiber (gpointer data)
{
  ViewRun *run = data;

  mc_name_view_ask (run->view, run->scope);
  return dex_future_new_for_boolean (TRUE);
}

static char *
describe_addresses (GPtrArray *addresses)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < addresses->len; i++)
    {
      g_autofree char *address = g_inet_address_to_string (g_ptr_array_index (addresses, i));

      if (strstr (text->str, address) == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", address);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const char *
describe_lookup (McLookup lookup)
{
  return lookup == MC_LOOKUP_NOT_FOUND ? "no such name" : "failed";
}

static void
add_view (McFindingBuilder *finding,
          const McNameView *view)
{
  g_autofree char *here = describe_addresses (view->here);
  g_autofree char *there = describe_addresses (view->there);

  mc_finding_builder_add_evidence (finding, "asked", "%s", view->host);
  mc_finding_builder_add_evidence (finding, "here", "%s", view->here->len > 0 ? here : describe_lookup (view->lookup));
  mc_finding_builder_add_evidence (finding, "elsewhere", "%s",
                                   view->n_known > 0    ? there
                                   : view->n_denied > 0 ? "no such name"
                                   : view->n_failed > 0 ? "failed"
                                                        : "no answer");
  if (view->is_filtered)
    mc_finding_builder_add_evidence (finding, "filter", "%s", "named by the name server");
}

static const VerdictRow *
find_row (McNameVerdict verdict)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verdict_rows); i++)
    {
      if (verdict_rows[i].verdict == verdict)
        return &verdict_rows[i];
    }

  g_assert_not_reached ();
}

static void
set_from_row (McFindingBuilder *finding,
              const VerdictRow *row,
              const McNameView *view)
{
  /* Programs here do not look at signatures, so that mail still works. */
  gboolean is_harmless = row->verdict == MC_NAME_NOT_VALID && view->here->len > 0;

  mc_finding_builder_set_target (finding, view->host, 0, NULL);
  mc_finding_builder_set_outcome (finding, is_harmless ? MC_OUTCOME_WARNING : row->outcome, row->code);
  mc_finding_builder_set_summary (finding, "%s", _ (row->summary));
  if (row->confidence > 0)
    mc_finding_builder_set_doubt (finding, row->confidence, row->alternatives, row->decided_by);
}

static void
set_from_made_up (McFindingBuilder *finding,
                  GPtrArray        *made_up)
{
  g_autofree char *addresses = describe_addresses (made_up);

  if (made_up->len == 0)
    return;

  mc_finding_builder_add_evidence (finding, "made_up", "%s", addresses);
  if (mc_finding_builder_get_outcome (finding) == MC_OUTCOME_PASS)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "resolver.makes-up");
      mc_finding_builder_set_summary (finding, _ ("The name server gives addresses for names that do not exist"));
    }
}

/* What this computer's name server says of the servers' names, and what others say. */
void
mc_check_resolver_run (McCheckContext   *context,
                       const McCheck    *check,
                       McScope          *scope,
                       McFindingBuilder *finding)
{
  const char *const     hosts[N_SIDES] = { get_public_host (context, MC_DIRECTION_INCOMING),
                                           get_public_host (context, MC_DIRECTION_OUTGOING) };
  ViewRun               runs[N_SIDES] = { 0 };
  DexFuture            *futures[N_SIDES] = { 0 };
  g_autoptr (GPtrArray) made_up = NULL;
  const VerdictRow     *worst = NULL;
  const McNameView     *worst_view = NULL;

  for (guint i = 0; i < N_SIDES; i++)
    {
      if (hosts[i] == NULL || (i > 0 && g_strcmp0 (hosts[i], hosts[0]) == 0))
        continue;

      runs[i].view = mc_name_view_new (hosts[i]);
      runs[i].scope = scope;
      futures[i] = mc_fiber_spawn (view_fiber, &runs[i], NULL);
    }

  made_up = mc_name_view_list_made_up (scope);
  for (guint i = 0; i < N_SIDES; i++)
    {
      const VerdictRow *row;

      if (futures[i] == NULL)
        continue;

      dex_await (futures[i], NULL);
      add_view (finding, runs[i].view);
      row = find_row (mc_name_view_judge (runs[i].view, made_up));
      if (worst == NULL || row < worst)
        {
          worst = row;
          worst_view = runs[i].view;
        }
    }

  set_from_row (finding, worst, worst_view);
  set_from_made_up (finding, made_up);
  for (guint i = 0; i < N_SIDES; i++)
    g_clear_pointer (&runs[i].view, mc_name_view_free);
}
