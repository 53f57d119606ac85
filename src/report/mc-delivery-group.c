/* mc-delivery-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mc-delivery-group.h"

/* As many recipients a text to send names. */
#define MAX_NAMED 20

static void
group_free (gpointer data)
{
  McDeliveryGroup *self = data;

  g_ptr_array_unref (self->deliveries);
  g_free (self);
}

static McDeliveryGroup *
group_new (const McNotice *notice)
{
  McDeliveryGroup *self = g_new0 (McDeliveryGroup, 1);

  self->notice = notice;
  self->deliveries = g_ptr_array_new ();

  return self;
}

static gboolean
belongs (const McDeliveryGroup *self,
         const McDelivery      *delivery)
{
  const McDelivery *first = mc_delivery_group_get_first (self);

  return first->action == delivery->action && first->reason == delivery->reason &&
         first->is_permanent == delivery->is_permanent && first->is_final == delivery->is_final &&
         g_strcmp0 (first->cause, delivery->cause) == 0;
}

/* The group among those of this notice, from @start on, or a new one. */
static McDeliveryGroup *
find_group (GPtrArray        *groups,
            guint             start,
            const McNotice   *notice,
            const McDelivery *delivery)
{
  for (guint i = start; i < groups->len; i++)
    {
      if (belongs (g_ptr_array_index (groups, i), delivery))
        return g_ptr_array_index (groups, i);
    }

  g_ptr_array_add (groups, group_new (notice));
  return g_ptr_array_index (groups, groups->len - 1);
}

/**
 * mc_delivery_groups_new:
 * @notices: (element-type McNotice): what was read; has to live as long as the groups
 *
 * Those of a notice stand in the order of #McDeliveryAction: what did not arrive comes first.
 *
 * Returns: (transfer full) (element-type McDeliveryGroup): the groups of each notice
 */
GPtrArray *
mc_delivery_groups_new (GPtrArray *notices)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < notices->len; i++)
    {
      const McNotice *notice = g_ptr_array_index (notices, i);
      guint           start = groups->len;

      for (guint action = MC_DELIVERY_FAILED; action <= MC_DELIVERY_EXPANDED; action++)
        {
          for (guint j = 0; j < notice->deliveries->len; j++)
            {
              McDelivery *delivery = g_ptr_array_index (notice->deliveries, j);

              if (delivery->action == action)
                g_ptr_array_add (find_group (groups, start, notice, delivery)->deliveries, delivery);
            }
        }
    }

  return groups;
}

/**
 * mc_delivery_group_get_first:
 * @self: a group
 *
 * Returns: (transfer none): what stands for all
 */
const McDelivery *
mc_delivery_group_get_first (const McDeliveryGroup *self)
{
  return g_ptr_array_index (self->deliveries, 0);
}

/**
 * mc_delivery_group_get_written_to:
 * @self: a group
 *
 * Where mail is passed on, the address that is refused may be one that the sender never heard of.
 *
 * Returns: (transfer none) (nullable): the address that the sender wrote to, where it is another than the one that the
 *   group is about
 */
const char *
mc_delivery_group_get_written_to (const McDeliveryGroup *self)
{
  const McDelivery *first = mc_delivery_group_get_first (self);

  if (self->deliveries->len > 1 || first->original_recipient == NULL || first->recipient == NULL ||
      g_ascii_strcasecmp (first->original_recipient, first->recipient) == 0)
    return NULL;

  return first->original_recipient;
}

/**
 * mc_delivery_group_has_same_words:
 * @self: a group
 *
 * Returns: whether the servers said the same about all
 */
gboolean
mc_delivery_group_has_same_words (const McDeliveryGroup *self)
{
  for (guint i = 1; i < self->deliveries->len; i++)
    {
      const McDelivery *delivery = g_ptr_array_index (self->deliveries, i);

      if (g_strcmp0 (delivery->diagnostic, mc_delivery_group_get_first (self)->diagnostic) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * mc_delivery_group_dup_recipients:
 * @self: a group
 * @max_named: how many addresses to name
 *
 * Returns: (transfer full) (nullable): the addresses in a line; %NULL where none is known
 */
char *
mc_delivery_group_dup_recipients (const McDeliveryGroup *self,
                                  guint                  max_named)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint               n_named = 0;
  guint               n_left = 0;

  for (guint i = 0; i < self->deliveries->len; i++)
    {
      const McDelivery *delivery = g_ptr_array_index (self->deliveries, i);

      if (delivery->recipient == NULL || *delivery->recipient == '\0')
        continue;
      if (n_named < max_named)
        g_string_append_printf (text, "%s%s", n_named > 0 ? ", " : "", delivery->recipient);
      else
        n_left++;
      n_named++;
    }

  if (n_left > 0)
    {
      /* Translators: follows some email addresses; how many more there are */
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_left), n_left);

      g_string_append_printf (text, " %s", more);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* Whether the text to send goes to the sender's own side. Others must not learn who else got the message. */
static gboolean
may_name_all (const McExplained *explained)
{
  return explained->fixed_by == MC_FIXER_PROVIDER || explained->fixed_by == MC_FIXER_ADMINISTRATOR;
}

/**
 * mc_delivery_group_explain:
 * @self: a group
 *
 * Returns: (transfer full): what to tell about it
 */
McExplained *
mc_delivery_group_explain (const McDeliveryGroup *self)
{
  McDelivery              all = *mc_delivery_group_get_first (self);
  McExplained            *explained = mc_explained_new_for_delivery (&all);
  g_autoptr (McExplained) for_all = NULL;
  g_autofree char        *recipients = NULL;

  if (self->deliveries->len == 1)
    return explained;

  if (may_name_all (explained))
    recipients = mc_delivery_group_dup_recipients (self, MAX_NAMED);
  else if (!mc_delivery_group_has_same_words (self))
    all.diagnostic = NULL;
  all.recipient = recipients;
  for_all = mc_explained_new_for_delivery (&all);
  g_set_str (&explained->letter, for_all->letter);

  return explained;
}

/**
 * mc_delivery_group_dup_outcome:
 * @self: a group
 *
 * Returns: (transfer full) (nullable): what became of the message in a few words, translated; %NULL where that is not
 *   what the notice is about
 */
char *
mc_delivery_group_dup_outcome (const McDeliveryGroup *self)
{
  const McDelivery *first = mc_delivery_group_get_first (self);

  if (first->reason == MC_REASON_VACATION || first->reason == MC_REASON_COMPLAINT)
    return NULL;

  return mc_explained_dup_outcome (first);
}

/**
 * mc_delivery_group_dup_outline:
 * @self: a group
 *
 * Returns: (transfer full): what to copy when only this group is shown
 */
McOutline *
mc_delivery_group_dup_outline (const McDeliveryGroup *self)
{
  McNotice              notice = *self->notice;
  g_autoptr (GPtrArray) notices = g_ptr_array_new ();
  const McInput         input = { .kind = MC_INPUT_BOUNCE, .is_message = TRUE, .notices = notices };
  McOutline            *outline = mc_outline_new ();

  notice.deliveries = self->deliveries;
  g_ptr_array_add (notices, &notice);
  mc_explanation_add (&input, NULL, outline);

  return outline;
}
