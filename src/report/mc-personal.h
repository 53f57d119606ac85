/* mc-personal.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-result.h"

G_BEGIN_DECLS

typedef struct _McPersonal McPersonal;

McPersonal *mc_personal_new (const McResult *result);
void        mc_personal_free (McPersonal *self);
char       *mc_personal_hide (McPersonal *self,
                              const char *text);
char       *mc_personal_hide_evidence (McPersonal *self,
                                       const char *name,
                                       const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPersonal, mc_personal_free)

G_END_DECLS
