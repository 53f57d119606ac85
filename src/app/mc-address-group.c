/* mc-address-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-address-group.h"
#include "mc-address.h"
#include "mc-hint.h"
#include "mc-provider.h"
#include "mc-typed.h"

/* Nothing is suggested to somebody who types on. */
#define PAUSE_MS 600

/**
 * McAddressGroup:
 *
 * An email address to be typed, with a word about mistakes: at once where
 * typing on cannot make it right, else when the person is done with it.
 */
struct _McAddressGroup
{
  AdwPreferencesGroup parent_instance;
  char               *address;
  char               *suggestion;
  guint               pause_id;

  AdwEntryRow *row;
  McHint      *hint;
};

typedef enum
{
  PROP_ADDRESS = 1,
} McAddressGroupProperty;

static GParamSpec *properties[PROP_ADDRESS + 1];

G_DEFINE_FINAL_TYPE (McAddressGroup, mc_address_group, ADW_TYPE_PREFERENCES_GROUP)

/* The address as it may be meant, when its domain is nearly that of a well-known provider. */
static char *
find_suggestion (McAddressGroup *self)
{
  g_autoptr (McAddress) address = mc_address_new (self->address, NULL);
  g_autofree char      *domain = NULL;

  if (address == NULL)
    return NULL;

  domain = mc_provider_suggest_domain (mc_address_get_domain (address));

  return domain != NULL ? g_strdup_printf ("%s@%s", mc_address_get_local_part (address), domain) : NULL;
}

static void
suggest (McAddressGroup *self)
{
  g_autofree char *suggestion = find_suggestion (self);
  g_autofree char *question = NULL;

  g_set_str (&self->suggestion, suggestion);
  if (suggestion == NULL)
    return;

  /* Translators: %s is an email address */
  question = g_strdup_printf (_ ("Did you mean %s?"), suggestion);
  mc_hint_show_with_button (self->hint, MC_HINT_WARNING, question, _ ("_Use This Address"), "address.use-suggestion");
}

static void
explain (McAddressGroup *self,
         gboolean        is_done)
{
  const char *explanation = mc_typed_explain_address (self->address);
  gboolean    is_empty = *gtk_editable_get_text (GTK_EDITABLE (self->row)) == '\0';
  gboolean    is_wrong = explanation != NULL && !is_empty && (is_done || !mc_typed_is_unfinished (self->address));

  mc_hint_mark_row (GTK_EDITABLE (self->row), is_wrong);
  if (is_wrong)
    mc_hint_show (self->hint, MC_HINT_ERROR, explanation);
  else if (is_done)
    suggest (self);

  if (!is_wrong && self->suggestion == NULL)
    mc_hint_clear (self->hint);
}

static void
on_pause_cb (gpointer user_data)
{
  McAddressGroup *self = user_data;

  self->pause_id = 0;
  suggest (self);
}

static void
on_row_changed_cb (McAddressGroup *self)
{
  g_autofree char *address = mc_typed_take_address (gtk_editable_get_text (GTK_EDITABLE (self->row)));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer (&self->suggestion, g_free);
  if (g_set_str (&self->address, address))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADDRESS]);
  explain (self, FALSE);
  self->pause_id = g_timeout_add_once (PAUSE_MS, on_pause_cb, self);
}

static void
on_row_done_cb (McAddressGroup *self)
{
  if (mc_address_group_is_valid (self))
    mc_address_group_tidy (self);
  explain (self, TRUE);
}

static void
use_suggestion_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  McAddressGroup  *self = MC_ADDRESS_GROUP (widget);
  g_autofree char *suggestion = g_steal_pointer (&self->suggestion);

  if (suggestion == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->row), suggestion);
  gtk_editable_set_position (GTK_EDITABLE (self->row), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static void
mc_address_group_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  McAddressGroup *self = MC_ADDRESS_GROUP (object);

  switch ((McAddressGroupProperty) prop_id)
    {
    case PROP_ADDRESS:
      g_value_set_string (value, self->address);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
mc_address_group_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_ADDRESS_GROUP (widget)->row));
}

static void
mc_address_group_dispose (GObject *object)
{
  McAddressGroup *self = MC_ADDRESS_GROUP (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ADDRESS_GROUP);

  G_OBJECT_CLASS (mc_address_group_parent_class)->dispose (object);
}

static void
mc_address_group_finalize (GObject *object)
{
  McAddressGroup *self = MC_ADDRESS_GROUP (object);

  g_free (self->address);
  g_free (self->suggestion);

  G_OBJECT_CLASS (mc_address_group_parent_class)->finalize (object);
}

static void
mc_address_group_class_init (McAddressGroupClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_address_group_get_property;
  object_class->dispose = mc_address_group_dispose;
  object_class->finalize = mc_address_group_finalize;
  widget_class->grab_focus = mc_address_group_grab_focus;

  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MC_TYPE_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-address-group.ui");
  gtk_widget_class_bind_template_child (widget_class, McAddressGroup, row);
  gtk_widget_class_bind_template_child (widget_class, McAddressGroup, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_done_cb);
  gtk_widget_class_install_action (widget_class, "address.use-suggestion", NULL, use_suggestion_action);
}

static void
mc_address_group_init (McAddressGroup *self)
{
  self->address = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_hint_describe (self->hint, GTK_EDITABLE (self->row));
}

/**
 * mc_address_group_get_address:
 * @self: the group
 *
 * Returns: the address, taken out of what was typed, valid or not
 */
const char *
mc_address_group_get_address (McAddressGroup *self)
{
  g_return_val_if_fail (MC_IS_ADDRESS_GROUP (self), NULL);

  return self->address;
}

void
mc_address_group_set_address (McAddressGroup *self,
                              const char     *address)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (MC_IS_ADDRESS_GROUP (self));

  valid = g_utf8_make_valid (address, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->row), valid);
}

gboolean
mc_address_group_is_valid (McAddressGroup *self)
{
  g_return_val_if_fail (MC_IS_ADDRESS_GROUP (self), FALSE);

  return mc_typed_explain_address (self->address) == NULL;
}

/**
 * mc_address_group_tidy:
 * @self: the group
 *
 * Leaves only the address in the entry, where it came with a name or spaces.
 */
void
mc_address_group_tidy (McAddressGroup *self)
{
  g_autofree char *address = NULL;

  g_return_if_fail (MC_IS_ADDRESS_GROUP (self));

  /* A copy, as a changed entry changes the address. */
  address = g_strdup (self->address);
  if (g_str_equal (address, gtk_editable_get_text (GTK_EDITABLE (self->row))))
    return;

  /* In between the entry is empty: a button that depends on the address would lose the click that led here. */
  g_signal_handlers_block_by_func (self->row, on_row_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->row), address);
  g_signal_handlers_unblock_by_func (self->row, on_row_changed_cb, self);
}
