/* mc-checking-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-checking-page.h"

/**
 * McCheckingPage:
 *
 * The third page: what is being tested.
 */
struct _McCheckingPage
{
  AdwNavigationPage parent_instance;
  McJourney        *journey;

  GtkProgressBar *progress_bar;
};

typedef enum
{
  PROP_JOURNEY = 1,
} McCheckingPageProperty;

static GParamSpec *properties[PROP_JOURNEY + 1];

G_DEFINE_FINAL_TYPE (McCheckingPage, mc_checking_page, ADW_TYPE_NAVIGATION_PAGE)

static void
mc_checking_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  McCheckingPage *self = MC_CHECKING_PAGE (object);

  switch ((McCheckingPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_value_set_object (value, self->journey);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_checking_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  McCheckingPage *self = MC_CHECKING_PAGE (object);

  switch ((McCheckingPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_set_object (&self->journey, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_checking_page_dispose (GObject *object)
{
  McCheckingPage *self = MC_CHECKING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CHECKING_PAGE);
  g_clear_object (&self->journey);

  G_OBJECT_CLASS (mc_checking_page_parent_class)->dispose (object);
}

static void
mc_checking_page_class_init (McCheckingPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_checking_page_get_property;
  object_class->set_property = mc_checking_page_set_property;
  object_class->dispose = mc_checking_page_dispose;

  properties[PROP_JOURNEY] = g_param_spec_object ("journey", NULL, NULL, MC_TYPE_JOURNEY,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-checking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McCheckingPage, progress_bar);
}

static void
mc_checking_page_init (McCheckingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
