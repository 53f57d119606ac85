/* mc-check-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-check.h"
#include "mc-finding.h"

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

#define MC_TYPE_CHECK_STATE (mc_check_state_get_type ())
#define MC_TYPE_CHECK_ITEM  (mc_check_item_get_type ())

GType mc_check_state_get_type (void) G_GNUC_CONST;

G_DECLARE_FINAL_TYPE (McCheckItem, mc_check_item, MC, CHECK_ITEM, GObject)

McCheckItem   *mc_check_item_new (const McCheck *check);
const McCheck *mc_check_item_get_check (McCheckItem *self);
McCheckState   mc_check_item_get_state (McCheckItem *self);
McFinding     *mc_check_item_get_finding (McCheckItem *self);
void           mc_check_item_begin (McCheckItem *self);
void           mc_check_item_end (McCheckItem *self,
                                  McFinding   *finding);

G_END_DECLS
