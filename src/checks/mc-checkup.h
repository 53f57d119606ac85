/* mc-checkup.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libdex.h>

#include "mc-account.h"
#include "mc-check-item.h"
#include "mc-check.h"
#include "mc-finding.h"
#include "mc-secret.h"
#include "mc-sign-in-budget.h"

G_BEGIN_DECLS

#define MC_TYPE_CHECKUP (mc_checkup_get_type ())

G_DECLARE_FINAL_TYPE (McCheckup, mc_checkup, MC, CHECKUP, GObject)

McCheckup  *mc_checkup_new (McAccount *account,
                            McSecret  *secret);
McCheckup  *mc_checkup_new_with_checks (McAccount     *account,
                                        McSecret      *secret,
                                        const McCheck *checks,
                                        gsize          n_checks);
void        mc_checkup_set_symptom (McCheckup *self,
                                    McSymptom  symptom);
void        mc_checkup_set_answer (McCheckup  *self,
                                   const char *question,
                                   const char *answer);
void        mc_checkup_set_third_party (McCheckup *self,
                                        gboolean   allowed);
void        mc_checkup_set_budget (McCheckup      *self,
                                   McSignInBudget *budget);
void        mc_checkup_set_first (McCheckup         *self,
                                  const char *const *checks);
DexFuture  *mc_checkup_run (McCheckup *self,
                            gint64     timeout_ms) G_GNUC_WARN_UNUSED_RESULT;
void        mc_checkup_cancel (McCheckup *self);
McAccount  *mc_checkup_get_account (McCheckup *self);
McServer   *mc_checkup_get_server (McCheckup  *self,
                                   McDirection direction);
McSymptom   mc_checkup_get_symptom (McCheckup *self);
GHashTable *mc_checkup_get_answers (McCheckup *self);
gboolean    mc_checkup_has_secret (McCheckup *self);
gint64      mc_checkup_get_started (McCheckup *self);
gint64      mc_checkup_get_duration (McCheckup *self);
gboolean    mc_checkup_is_cancelled (McCheckup *self);
gboolean    mc_checkup_is_complete (McCheckup *self);
GPtrArray  *mc_checkup_list_findings (McCheckup *self);

G_END_DECLS
