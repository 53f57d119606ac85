/* mc-status.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mc-check-item.h"

G_BEGIN_DECLS

/**
 * McStatus:
 * @MC_STATUS_WAITING: not begun
 * @MC_STATUS_RUNNING: at work
 * @MC_STATUS_SKIPPED: could not be tested
 * @MC_STATUS_PASSED: all well
 * @MC_STATUS_WARNING: works, but something is odd
 * @MC_STATUS_FAILED: does not work
 *
 * How a test stands, from what matters least to what matters most, so that a
 * group takes the highest of its tests.
 */
typedef enum
{
  MC_STATUS_WAITING,
  MC_STATUS_SKIPPED,
  MC_STATUS_PASSED,
  MC_STATUS_RUNNING,
  MC_STATUS_WARNING,
  MC_STATUS_FAILED,
} McStatus;

McStatus    mc_status_of_outcome (McOutcome outcome);
McStatus    mc_status_of_item (McCheckItem *item);
const char *mc_status_get_title (McStatus status);
void        mc_status_show (McStatus  status,
                            GtkImage *image);

G_END_DECLS
