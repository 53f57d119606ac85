/* mc-portal.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libdex.h>

G_BEGIN_DECLS

#define MC_PORTAL_FILE_CHOOSER "org.freedesktop.portal.FileChooser"
#define MC_PORTAL_OPEN_URI     "org.freedesktop.portal.OpenURI"
#define MC_PORTAL_PRINT        "org.freedesktop.portal.Print"

DexFuture *mc_portal_find (const char *interface) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
