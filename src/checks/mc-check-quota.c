/* mc-check-quota.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"

#define NEARLY_FULL_PERCENT 90

static guint
percent_used (const McQuota *quota)
{
  if (quota->limit == 0)
    return 0;

  return (guint) MIN (100.0 * (double) quota->usage / (double) quota->limit, 1000.0);
}

/* The limit that is closest to being reached; one of 0 is no limit. */
static const McQuota *
find_tightest (GPtrArray *quotas)
{
  const McQuota *tightest = NULL;

  for (guint i = 0; i < quotas->len; i++)
    {
      const McQuota *quota = g_ptr_array_index (quotas, i);

      if (quota->limit > 0 && (tightest == NULL || percent_used (quota) > percent_used (tightest)))
        tightest = quota;
    }

  return tightest;
}

/* RFC 9208 section 5: the only resource that is counted in units of 1024 bytes. */
static void
add_amount (McFindingBuilder *finding,
            const char       *name,
            const McQuota    *quota,
            guint64           amount)
{
  gboolean is_storage = g_ascii_strcasecmp (quota->resource, "STORAGE") == 0;

  mc_finding_builder_add_evidence (finding, name, "%" G_GUINT64_FORMAT "%s", amount, is_storage ? " KiB" : "");
}

static void
set_from_quota (McFindingBuilder *finding,
                const McQuota    *quota)
{
  guint percent = percent_used (quota);

  mc_finding_builder_add_evidence (finding, "resource", "%s", quota->resource);
  add_amount (finding, "usage", quota, quota->usage);
  add_amount (finding, "limit", quota, quota->limit);
  /* Translators: a share, such as "97 %" */
  mc_finding_builder_add_evidence (finding, "used", _ ("%u %%"), percent);

  if (percent >= 100)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "mailbox.full");
      mc_finding_builder_set_summary (finding, _ ("The mailbox is full"));
    }
  else if (percent > NEARLY_FULL_PERCENT)
    {
      mc_finding_builder_set_outcome (finding, MC_OUTCOME_WARNING, "mailbox.nearly-full");
      /* Translators: %u is a percentage */
      mc_finding_builder_set_summary (finding, _ ("The mailbox is nearly full: %u %% is used"), percent);
    }
  else
    {
      /* Translators: %u is a percentage */
      mc_finding_builder_set_summary (finding, _ ("The mailbox has room: %u %% is used"), percent);
    }
}

void
mc_check_quota_run (McCheckContext   *context,
                    const McCheck    *check,
                    McScope          *scope,
                    McFindingBuilder *finding)
{
  McMailSession        *session = mc_check_get_session (context, check);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) quotas = mc_mail_client_list_quotas (mc_mail_session_get_client (session), scope, &error);
  const McQuota        *tightest = quotas != NULL ? find_tightest (quotas) : NULL;

  mc_check_set_target (finding, session);
  if (tightest != NULL)
    {
      set_from_quota (finding, tightest);
      return;
    }

  if (error != NULL)
    mc_finding_builder_add_evidence (finding, "error", "%s", error->message);
  mc_finding_builder_set_outcome (finding, MC_OUTCOME_SKIPPED, "quota.not-told");
  mc_finding_builder_set_summary (finding, _ ("The server does not say how full the mailbox is"));
}
