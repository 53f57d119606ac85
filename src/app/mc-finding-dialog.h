/* mc-finding-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-result.h"

G_BEGIN_DECLS

#define MC_TYPE_FINDING_DIALOG (mc_finding_dialog_get_type ())

G_DECLARE_FINAL_TYPE (McFindingDialog, mc_finding_dialog, MC, FINDING_DIALOG, AdwDialog)

AdwDialog *mc_finding_dialog_new (McResult  *result,
                                  McFinding *finding);

G_END_DECLS
