/* mc-checkup.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libdex.h>

#include "mc-account.h"
#include "mc-check.h"
#include "mc-finding.h"
#include "mc-secret.h"

G_BEGIN_DECLS

/**
 * McCheckState:
 * @MC_CHECK_STATE_WAITING: its needs are not over yet
 * @MC_CHECK_STATE_RUNNING: at work
 * @MC_CHECK_STATE_DONE: over, with a finding
 * @MC_CHECK_STATE_NOT_NEEDED: had nothing to look at; there is no finding
 */
typedef enum
{
  MC_CHECK_STATE_WAITING,
  MC_CHECK_STATE_RUNNING,
  MC_CHECK_STATE_DONE,
  MC_CHECK_STATE_NOT_NEEDED,
} McCheckState;

#define MC_TYPE_CHECK_ITEM (mc_check_item_get_type ())
#define MC_TYPE_CHECKUP    (mc_checkup_get_type ())

G_DECLARE_FINAL_TYPE (McCheckItem, mc_check_item, MC, CHECK_ITEM, GObject)
G_DECLARE_FINAL_TYPE (McCheckup, mc_checkup, MC, CHECKUP, GObject)

const McCheck *mc_check_item_get_check (McCheckItem *self);
McCheckState   mc_check_item_get_state (McCheckItem *self);
McFinding     *mc_check_item_get_finding (McCheckItem *self);

McCheckup  *mc_checkup_new (McAccount *account,
                            McSecret  *secret);
void        mc_checkup_set_symptom (McCheckup *self,
                                    McSymptom  symptom);
void        mc_checkup_set_answer (McCheckup  *self,
                                   const char *question,
                                   const char *answer);
void        mc_checkup_set_third_party (McCheckup *self,
                                        gboolean   allowed);
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
GPtrArray  *mc_checkup_list_findings (McCheckup *self);

G_END_DECLS
