/* mc-step-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-step-row.h"

/**
 * McStepRow:
 *
 * One step of what to do, with a button where the program can take it.
 */
struct _McStepRow
{
  GtkListBoxRow parent_instance;

  GtkLabel  *number;
  GtkLabel  *text;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (McStepRow, mc_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_offer (McStepRow         *self,
            guint              number,
            const McStepOffer *offer)
{
  /* Translators: what a button does, such as “Open Website”, and the number of the step it is for */
  g_autofree char *name = g_strdup_printf (_ ("%s: step %u"), offer->label, number);

  gtk_button_set_label (self->button, offer->label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), offer->action);
  if (offer->target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", offer->target);
  /* The label that a button shows would go before the name given here. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
}

static void
mc_step_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_STEP_ROW);

  G_OBJECT_CLASS (mc_step_row_parent_class)->dispose (object);
}

static void
mc_step_row_class_init (McStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_step_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, McStepRow, number);
  gtk_widget_class_bind_template_child (widget_class, McStepRow, text);
  gtk_widget_class_bind_template_child (widget_class, McStepRow, button);
}

static void
mc_step_row_init (McStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_step_row_new:
 * @number: counted from 1; 0 for one that stands alone
 * @text: what to do
 * @offer: (nullable): what a button can do for it
 *
 * Returns: (transfer floating): the row of a step
 */
GtkWidget *
mc_step_row_new (guint              number,
                 const char        *text,
                 const McStepOffer *offer)
{
  McStepRow *self = g_object_new (MC_TYPE_STEP_ROW, NULL);
  /* Translators: the number of a step and what to do in it */
  g_autofree char *name = number > 0 ? g_strdup_printf (_ ("Step %u: %s"), number, text) : g_strdup (text);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  gtk_label_set_label (self->number, digits);
  gtk_widget_set_visible (GTK_WIDGET (self->number), number > 0);
  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (offer != NULL)
    show_offer (self, number, offer);

  return GTK_WIDGET (self);
}
