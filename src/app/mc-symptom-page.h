/* mc-symptom-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-journey.h"

G_BEGIN_DECLS

#define MC_TYPE_SYMPTOM_PAGE (mc_symptom_page_get_type ())

G_DECLARE_FINAL_TYPE (McSymptomPage, mc_symptom_page, MC, SYMPTOM_PAGE, AdwNavigationPage)

G_END_DECLS
