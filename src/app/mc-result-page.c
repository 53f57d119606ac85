/* mc-result-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-result-page.h"

/**
 * McResultPage:
 *
 * The last page: what was found, and what to do.
 */
struct _McResultPage
{
  AdwNavigationPage parent_instance;
  McJourney        *journey;

  AdwStatusPage *status_page;
};

typedef enum
{
  PROP_JOURNEY = 1,
} McResultPageProperty;

static GParamSpec *properties[PROP_JOURNEY + 1];

G_DEFINE_FINAL_TYPE (McResultPage, mc_result_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_journey_result_cb (McResultPage *self)
{
  McResult        *result = mc_journey_get_result (self->journey);
  g_autofree char *title = NULL;

  if (result == NULL)
    return;

  title = mc_diagnosis_dup_title (g_ptr_array_index (result->diagnoses, 0));
  adw_status_page_set_title (self->status_page, title);
}

static void
set_journey (McResultPage *self,
             McJourney    *journey)
{
  if (!g_set_object (&self->journey, journey) || journey == NULL)
    return;

  g_signal_connect_object (journey, "notify::result", G_CALLBACK (on_journey_result_cb), self, G_CONNECT_SWAPPED);
}

static void
mc_result_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  McResultPage *self = MC_RESULT_PAGE (object);

  switch ((McResultPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_value_set_object (value, self->journey);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_result_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  McResultPage *self = MC_RESULT_PAGE (object);

  switch ((McResultPageProperty) prop_id)
    {
    case PROP_JOURNEY:
      set_journey (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_result_page_dispose (GObject *object)
{
  McResultPage *self = MC_RESULT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_RESULT_PAGE);
  g_clear_object (&self->journey);

  G_OBJECT_CLASS (mc_result_page_parent_class)->dispose (object);
}

static void
mc_result_page_class_init (McResultPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_result_page_get_property;
  object_class->set_property = mc_result_page_set_property;
  object_class->dispose = mc_result_page_dispose;

  properties[PROP_JOURNEY] = g_param_spec_object ("journey", NULL, NULL, MC_TYPE_JOURNEY,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McResultPage, status_page);
}

static void
mc_result_page_init (McResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
