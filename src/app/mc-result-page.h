/* mc-result-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-journey.h"

G_BEGIN_DECLS

#define MC_TYPE_RESULT_PAGE (mc_result_page_get_type ())

G_DECLARE_FINAL_TYPE (McResultPage, mc_result_page, MC, RESULT_PAGE, AdwNavigationPage)

G_END_DECLS
