/* mc-status.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-status.h"

/* How each status looks: a shape, a colour and, for those who see neither, a word. */
static const struct
{
  const char *icon_name;
  const char *css_class;
  const char *title;
} looks[] = {
  [MC_STATUS_WAITING] = { "mc-waiting-symbolic", "dimmed", N_ ("Waiting") },
  [MC_STATUS_SKIPPED] = { "mc-skipped-symbolic", "dimmed", N_ ("Not tested") },
  [MC_STATUS_PASSED] = { "mc-passed-symbolic", "success", N_ ("Passed") },
  [MC_STATUS_RUNNING] = { "mc-running-symbolic", "accent", N_ ("Testing now") },
  [MC_STATUS_WARNING] = { "mc-warning-symbolic", "warning", N_ ("Warning") },
  [MC_STATUS_FAILED] = { "mc-failed-symbolic", "error", N_ ("Failed") },
};

McStatus
mc_status_of_outcome (McOutcome outcome)
{
  switch (outcome)
    {
    case MC_OUTCOME_PASS:
      return MC_STATUS_PASSED;
    case MC_OUTCOME_WARNING:
      return MC_STATUS_WARNING;
    case MC_OUTCOME_FAIL:
      return MC_STATUS_FAILED;
    case MC_OUTCOME_SKIPPED:
    default:
      return MC_STATUS_SKIPPED;
    }
}

/**
 * mc_status_of_item:
 * @item: a check in a run
 *
 * Returns: how it stands; a check that was not needed counts as skipped
 */
McStatus
mc_status_of_item (McCheckItem *item)
{
  McFinding *finding = mc_check_item_get_finding (item);

  if (finding != NULL)
    return mc_status_of_outcome (mc_finding_get_outcome (finding));

  switch (mc_check_item_get_state (item))
    {
    case MC_CHECK_STATE_WAITING:
      return MC_STATUS_WAITING;
    case MC_CHECK_STATE_RUNNING:
      return MC_STATUS_RUNNING;
    case MC_CHECK_STATE_DONE:
    case MC_CHECK_STATE_NOT_NEEDED:
    default:
      return MC_STATUS_SKIPPED;
    }
}

/**
 * mc_status_get_title:
 * @status: how a test stands
 *
 * Returns: a word or two for it, in the person's language
 */
const char *
mc_status_get_title (McStatus status)
{
  return _ (looks[status].title);
}

/**
 * mc_status_show:
 * @status: how a test stands
 * @image: the image that shows it beside its title
 */
void
mc_status_show (McStatus  status,
                GtkImage *image)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (image), looks[i].css_class);

  gtk_widget_add_css_class (GTK_WIDGET (image), looks[status].css_class);
  gtk_image_set_from_icon_name (image, looks[status].icon_name);
}
