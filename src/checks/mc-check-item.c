/* mc-check-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-check-item.h"

/**
 * McCheckItem:
 *
 * A check in one run, with its state, for a list to bind to.
 */
struct _McCheckItem
{
  GObject        parent_instance;
  const McCheck *check;
  McCheckState   state;
  McFinding     *finding;
};

typedef enum
{
  PROP_STATE = 1,
  PROP_FINDING,
} McCheckItemProperty;

static GParamSpec *properties[PROP_FINDING + 1];

G_DEFINE_ENUM_TYPE (McCheckState, mc_check_state,
                    G_DEFINE_ENUM_VALUE (MC_CHECK_STATE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (MC_CHECK_STATE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (MC_CHECK_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (MC_CHECK_STATE_NOT_NEEDED, "not-needed"))

G_DEFINE_FINAL_TYPE (McCheckItem, mc_check_item, G_TYPE_OBJECT)

static void
mc_check_item_finalize (GObject *object)
{
  McCheckItem *self = MC_CHECK_ITEM (object);

  g_clear_object (&self->finding);

  G_OBJECT_CLASS (mc_check_item_parent_class)->finalize (object);
}

static void
mc_check_item_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  McCheckItem *self = MC_CHECK_ITEM (object);

  switch ((McCheckItemProperty) property_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_FINDING:
      g_value_set_object (value, self->finding);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mc_check_item_class_init (McCheckItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mc_check_item_finalize;
  object_class->get_property = mc_check_item_get_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, MC_TYPE_CHECK_STATE, MC_CHECK_STATE_WAITING,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FINDING] =
    g_param_spec_object ("finding", NULL, NULL, MC_TYPE_FINDING, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mc_check_item_init (McCheckItem *self)
{
}

/**
 * mc_check_item_new:
 * @check: a row of the check table
 *
 * Returns: (transfer full): an item that waits
 */
McCheckItem *
mc_check_item_new (const McCheck *check)
{
  McCheckItem *self = g_object_new (MC_TYPE_CHECK_ITEM, NULL);

  self->check = check;
  return self;
}

const McCheck *
mc_check_item_get_check (McCheckItem *self)
{
  g_return_val_if_fail (MC_IS_CHECK_ITEM (self), NULL);

  return self->check;
}

McCheckState
mc_check_item_get_state (McCheckItem *self)
{
  g_return_val_if_fail (MC_IS_CHECK_ITEM (self), MC_CHECK_STATE_WAITING);

  return self->state;
}

/**
 * mc_check_item_get_finding:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what was found, once the state is done
 */
McFinding *
mc_check_item_get_finding (McCheckItem *self)
{
  g_return_val_if_fail (MC_IS_CHECK_ITEM (self), NULL);

  return self->finding;
}

/**
 * mc_check_item_begin:
 * @self: an item that waits
 *
 * The check starts to work.
 */
void
mc_check_item_begin (McCheckItem *self)
{
  g_return_if_fail (MC_IS_CHECK_ITEM (self));

  self->state = MC_CHECK_STATE_RUNNING;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * mc_check_item_end:
 * @self: an item
 * @finding: (transfer full) (nullable): what was found, %NULL when there was nothing to look at
 *
 * The check is over.
 */
void
mc_check_item_end (McCheckItem *self,
                   McFinding   *finding)
{
  g_return_if_fail (MC_IS_CHECK_ITEM (self));

  self->finding = finding;
  self->state = finding != NULL ? MC_CHECK_STATE_DONE : MC_CHECK_STATE_NOT_NEEDED;
  if (finding != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
