/* mc-check-portal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"
#include "mc-comparison.h"
#include "mc-http.h"

#define MAX_BODY 4096

gboolean
mc_check_portal_applies (McCheckContext *context,
                         const McCheck  *check)
{
  return mc_check_context_allows_third_party (context);
}

static gboolean
is_expected (McHttpAnswer *answer)
{
  gsize       length;
  const char *body = g_bytes_get_data (answer->body, &length);
  const char *expected = mc_comparison_get_answer (mc_comparison_get_default ());

  return answer->status == 200 && body != NULL && g_strstr_len (body, (gssize) length, expected) == body;
}

/* A redirect's path and query can hold a session: only where it leads is kept. */
static void
add_redirect (McFindingBuilder *finding,
              const char       *location)
{
  g_autoptr (GUri) uri = g_uri_parse (location, G_URI_FLAGS_NONE, NULL);

  if (uri != NULL && g_uri_get_host (uri) != NULL)
    mc_finding_builder_add_evidence (finding, "redirected_to", "%s", g_uri_get_host (uri));
}

void
mc_check_portal_run (McCheckContext   *context,
                     const McCheck    *check,
                     McScope          *scope,
                     McFindingBuilder *finding)
{
  const char              *uri = mc_comparison_get_probe_uri (mc_comparison_get_default ());
  g_autoptr (GUri)         parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError)       error = NULL;
  g_autoptr (McHttpAnswer) answer = mc_http_get (scope, uri, MC_HTTP_DEFAULT, MAX_BODY, &error);

  mc_finding_builder_add_evidence (finding, "asked", "%s", g_uri_get_host (parsed));
  if (answer == NULL)
    {
      mc_finding_builder_add_evidence (finding, "error", "%s", error->message);
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "portal.no-answer");
      mc_finding_builder_set_summary (finding, _ ("The test page on the web does not answer"));
      return;
    }

  mc_finding_builder_add_evidence (finding, "status", "%u", answer->status);
  if (is_expected (answer))
    {
      mc_finding_builder_set_summary (finding, _ ("The network does not ask for a sign-in page"));
      return;
    }

  if (answer->location != NULL)
    add_redirect (finding, answer->location);

  /* A broken test page is not a sign-in page. */
  if (answer->status >= 400 && answer->status != 511)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "portal.no-answer");
      mc_finding_builder_set_summary (finding, _ ("The test page on the web does not work"));
      return;
    }

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "portal.page");
  mc_finding_builder_set_summary (finding, _ ("Something else answers for a page on the web, as networks do that want a sign-in first"));
}
