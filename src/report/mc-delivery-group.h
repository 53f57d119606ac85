/* mc-delivery-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-explanation.h"

G_BEGIN_DECLS

/**
 * McDeliveryGroup:
 * @notice: the notice it is from
 * @deliveries: (element-type McDelivery): one or more, not owned
 *
 * The recipients of a message whose deliveries went the same way for the same reason.
 */
typedef struct
{
  const McNotice *notice;
  GPtrArray      *deliveries;
} McDeliveryGroup;

GPtrArray        *mc_delivery_groups_new (GPtrArray *notices);
const McDelivery *mc_delivery_group_get_first (const McDeliveryGroup *self);
const char       *mc_delivery_group_get_written_to (const McDeliveryGroup *self);
McExplained      *mc_delivery_group_explain (const McDeliveryGroup *self);
char             *mc_delivery_group_dup_outcome (const McDeliveryGroup *self);
char             *mc_delivery_group_dup_recipients (const McDeliveryGroup *self,
                                                    guint                  max_named);
gboolean          mc_delivery_group_has_same_words (const McDeliveryGroup *self);
McOutline        *mc_delivery_group_dup_outline (const McDeliveryGroup *self);

G_END_DECLS
