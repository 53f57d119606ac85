/* mc-redactor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "mc-secret.h"

G_BEGIN_DECLS

#define MC_TYPE_REDACTOR (mc_redactor_get_type ())
#define MC_REDACTED      "[hidden]"

G_DECLARE_FINAL_TYPE (McRedactor, mc_redactor, MC, REDACTOR, GObject)

McRedactor *mc_redactor_new (void);
void        mc_redactor_add_secret (McRedactor *self,
                                    const char *user,
                                    McSecret   *secret);
void        mc_redactor_add_bytes (McRedactor *self,
                                   const char *bytes,
                                   gsize       length);
char       *mc_redactor_apply (McRedactor *self,
                               const char *text);

G_END_DECLS
