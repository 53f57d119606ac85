/* mc-explain-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-explanation-page.h"

G_BEGIN_DECLS

#define MC_TYPE_EXPLAIN_PAGE (mc_explain_page_get_type ())

G_DECLARE_FINAL_TYPE (McExplainPage, mc_explain_page, MC, EXPLAIN_PAGE, AdwNavigationPage)

G_END_DECLS
