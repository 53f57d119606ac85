/* mc-causes-outcome.c
 *
 * What a run says when no fault has a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-cause-private.h"

const McCause mc_causes_outcome[] = {
  {
    .id = "healthy",
    .fixed_by = MC_FIXER_NONE,
    .title = N_ ("No problem found"),
    .explanation = N_ ("Everything that was tested works. If mail still does not come or go, the cause is where "
                       "these tests do not look: in the mail program, in a folder or filter, or with the other "
                       "person’s provider."),
    .steps = {
      N_ ("If your mail program still shows an error, close it completely and open it again."),
      N_ ("If one message is missing, look for it in the spam and trash folders on your provider’s website."),
      N_ ("If the trouble comes and goes, run the checkup again while it happens."),
    },
    .actions = { [1] = MC_STEP_OPEN_WEBMAIL },
    .article = "nothing-found",
  },
  {
    .id = "unknown",
    .fixed_by = MC_FIXER_NONE,
    .title = N_ ("The cause could not be determined"),
    /* Translators: keep {ruled-out} (a list of what works) as it is */
    .explanation = N_ ("What was seen does not point to a single cause. What works: {ruled-out}."),
    .steps = {
      N_ ("Run the checkup again in a few minutes. Some faults pass by themselves."),
      N_ ("Run it once more over another connection, such as your phone’s hotspot. If it works there, the trouble "
          "is in your usual network."),
      N_ ("If it fails there too, send this report to your provider’s support."),
    },
    .actions = { [0] = MC_STEP_CHECK_AGAIN, [2] = MC_STEP_COPY_REPORT },
    .article = "cause-unknown",
  },
  { .id = NULL },
};
