/* mc-checking-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mc-journey.h"

G_BEGIN_DECLS

#define MC_TYPE_CHECKING_PAGE (mc_checking_page_get_type ())

G_DECLARE_FINAL_TYPE (McCheckingPage, mc_checking_page, MC, CHECKING_PAGE, AdwNavigationPage)

G_END_DECLS
