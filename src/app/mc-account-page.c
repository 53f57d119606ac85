/* mc-account-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-account-page.h"

/**
 * McAccountPage:
 *
 * The second page: whose mail, and how to sign in.
 */
struct _McAccountPage
{
  AdwNavigationPage parent_instance;
  McJourney        *journey;

  AdwEntryRow *address_row;
};

typedef enum
{
  PROP_JOURNEY = 1,
} McAccountPageProperty;

static GParamSpec *properties[PROP_JOURNEY + 1];

G_DEFINE_FINAL_TYPE (McAccountPage, mc_account_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_next_clicked_cb (McAccountPage *self)
{
  g_autoptr (McAccount) account = mc_account_new (gtk_editable_get_text (GTK_EDITABLE (self->address_row)));

  mc_journey_set_account (self->journey, account);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.check", NULL);
}

static void
mc_account_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  McAccountPage *self = MC_ACCOUNT_PAGE (object);

  switch ((McAccountPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_value_set_object (value, self->journey);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_account_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  McAccountPage *self = MC_ACCOUNT_PAGE (object);

  switch ((McAccountPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_set_object (&self->journey, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_account_page_dispose (GObject *object)
{
  McAccountPage *self = MC_ACCOUNT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ACCOUNT_PAGE);
  g_clear_object (&self->journey);

  G_OBJECT_CLASS (mc_account_page_parent_class)->dispose (object);
}

static void
mc_account_page_class_init (McAccountPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_account_page_get_property;
  object_class->set_property = mc_account_page_set_property;
  object_class->dispose = mc_account_page_dispose;

  properties[PROP_JOURNEY] = g_param_spec_object ("journey", NULL, NULL, MC_TYPE_JOURNEY,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McAccountPage, address_row);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
}

static void
mc_account_page_init (McAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mc_account_page_set_address:
 * @self: the page
 * @address: an email address
 *
 * Fills the address in, as if it was typed.
 */
void
mc_account_page_set_address (McAccountPage *self,
                             const char    *address)
{
  g_return_if_fail (MC_IS_ACCOUNT_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->address_row), address);
}
