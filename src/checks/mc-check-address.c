/* mc-check-address.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-checks.h"

void
mc_check_address_run (McCheckContext   *context,
                      const McCheck    *check,
                      McScope          *scope,
                      McFindingBuilder *finding)
{
  const char           *text = mc_account_get_address_text (mc_check_context_get_account (context));
  g_autoptr (GError)    error = NULL;
  g_autoptr (McAddress) address = mc_address_new (text, &error);

  mc_finding_builder_add_evidence (finding, "address", "%.320s", text);
  if (address != NULL)
    {
      mc_finding_builder_set_summary (finding, _ ("The email address has the right form"));
      return;
    }

  mc_finding_builder_set_outcome (finding, MC_OUTCOME_FAIL, "settings.address-invalid");
  mc_finding_builder_set_summary (finding, "%s", error->message);
}
