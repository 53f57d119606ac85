/* mc-explanation-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-input.h"

G_BEGIN_DECLS

#define MC_TYPE_EXPLANATION_PAGE (mc_explanation_page_get_type ())

G_DECLARE_FINAL_TYPE (McExplanationPage, mc_explanation_page, MC, EXPLANATION_PAGE, AdwNavigationPage)

void mc_explanation_page_show (McExplanationPage *self,
                               McInput           *input);

G_END_DECLS
