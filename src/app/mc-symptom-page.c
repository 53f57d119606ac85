/* mc-symptom-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-primary-menu.h"
#include "mc-symptom-page.h"

/**
 * McSymptomPage:
 *
 * The first page: the person says what is wrong.
 */
struct _McSymptomPage
{
  AdwNavigationPage parent_instance;
  McJourney        *journey;
};

typedef enum
{
  PROP_JOURNEY = 1,
} McSymptomPageProperty;

static GParamSpec *properties[PROP_JOURNEY + 1];

G_DEFINE_FINAL_TYPE (McSymptomPage, mc_symptom_page, ADW_TYPE_NAVIGATION_PAGE)

static void
mc_symptom_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  McSymptomPage *self = MC_SYMPTOM_PAGE (object);

  switch ((McSymptomPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_value_set_object (value, self->journey);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_symptom_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  McSymptomPage *self = MC_SYMPTOM_PAGE (object);

  switch ((McSymptomPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_set_object (&self->journey, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_symptom_page_dispose (GObject *object)
{
  McSymptomPage *self = MC_SYMPTOM_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_SYMPTOM_PAGE);
  g_clear_object (&self->journey);

  G_OBJECT_CLASS (mc_symptom_page_parent_class)->dispose (object);
}

static void
mc_symptom_page_class_init (McSymptomPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_symptom_page_get_property;
  object_class->set_property = mc_symptom_page_set_property;
  object_class->dispose = mc_symptom_page_dispose;

  properties[PROP_JOURNEY] = g_param_spec_object ("journey", NULL, NULL, MC_TYPE_JOURNEY,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MC_TYPE_PRIMARY_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-symptom-page.ui");
}

static void
mc_symptom_page_init (McSymptomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
