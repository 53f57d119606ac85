/* mc-hint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-announce.h"
#include "mc-hint.h"

/**
 * McHint:
 *
 * A sentence below a row: what is wrong with what was typed, or what may help,
 * perhaps with a button that does it.
 */
struct _McHint
{
  AdwBin     parent_instance;
  GPtrArray *described; /* (unowned): the entries that it is about */

  GtkWidget *text_box;
  GtkImage  *icon;
  GtkLabel  *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (McHint, mc_hint, ADW_TYPE_BIN)

typedef struct
{
  const char *icon;
  const char *style;
} Look;

static const Look looks[] = {
  [MC_HINT_INFO] = { "dialog-information-symbolic", "dimmed" },
  [MC_HINT_WARNING] = { "dialog-warning-symbolic", "warning" },
  [MC_HINT_ERROR] = { "dialog-error-symbolic", "error" },
};

static void
mc_hint_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_HINT);

  G_OBJECT_CLASS (mc_hint_parent_class)->dispose (object);
}

static void
mc_hint_finalize (GObject *object)
{
  g_ptr_array_unref (MC_HINT (object)->described);

  G_OBJECT_CLASS (mc_hint_parent_class)->finalize (object);
}

static void
mc_hint_class_init (McHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_hint_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_hint_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, McHint, text_box);
  gtk_widget_class_bind_template_child (widget_class, McHint, icon);
  gtk_widget_class_bind_template_child (widget_class, McHint, label);
  gtk_widget_class_bind_template_child (widget_class, McHint, button);
}

static void
mc_hint_init (McHint *self)
{
  self->described = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_hint_describe:
 * @self: a hint
 * @row: an entry row beside it
 *
 * Has screen readers say the hint where they read the row.
 */
void
mc_hint_describe (McHint      *self,
                  GtkEditable *row)
{
  g_return_if_fail (MC_IS_HINT (self));

  g_ptr_array_add (self->described, gtk_editable_get_delegate (row));
}

static void
set_text (McHint     *self,
          const char *text)
{
  gtk_label_set_text (self->label, text);
  for (guint i = 0; i < self->described->len; i++)
    gtk_accessible_update_property (g_ptr_array_index (self->described, i), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                    -1);
}

/**
 * mc_hint_show:
 * @self: a hint
 * @kind: how much it matters
 * @text: a sentence
 */
void
mc_hint_show (McHint     *self,
              McHintKind  kind,
              const char *text)
{
  mc_hint_show_with_button (self, kind, text, NULL, NULL);
}

/**
 * mc_hint_show_with_button:
 * @self: a hint
 * @kind: how much it matters
 * @text: a sentence
 * @label: (nullable): what a button says, with a mnemonic
 * @action: (nullable): the detailed name of the action that it does
 */
void
mc_hint_show_with_button (McHint     *self,
                          McHintKind  kind,
                          const char *text,
                          const char *label,
                          const char *action)
{
  gboolean is_new;

  g_return_if_fail (MC_IS_HINT (self));
  g_return_if_fail (text != NULL);

  is_new = !g_str_equal (gtk_label_get_text (self->label), text);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (self->text_box, looks[i].style);
  gtk_widget_add_css_class (self->text_box, looks[kind].style);
  gtk_image_set_from_icon_name (self->icon, looks[kind].icon);
  set_text (self, text);
  gtk_button_set_label (self->button, label != NULL ? label : "");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);

  if (is_new && gtk_widget_get_mapped (GTK_WIDGET (self)))
    mc_announce (GTK_WIDGET (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
mc_hint_clear (McHint *self)
{
  g_return_if_fail (MC_IS_HINT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  set_text (self, "");
}

/**
 * mc_hint_mark_row:
 * @row: an entry row
 * @is_wrong: whether what it holds must be corrected
 *
 * Shows in the row itself, to the eye and to screen readers, that a hint is about it.
 */
void
mc_hint_mark_row (GtkEditable *row,
                  gboolean     is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_editable_get_delegate (row)), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
