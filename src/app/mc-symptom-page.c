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

  GtkListBox *symptom_list;
};

typedef enum
{
  PROP_JOURNEY = 1,
} McSymptomPageProperty;

static GParamSpec *properties[PROP_JOURNEY + 1];

G_DEFINE_FINAL_TYPE (McSymptomPage, mc_symptom_page, ADW_TYPE_NAVIGATION_PAGE)

/* In the order a person reads them; the last is for those who find nothing above. */
static const struct
{
  McSymptom   symptom;
  const char *title;
  const char *subtitle;
} choices[] = {
  { MC_SYMPTOM_CANNOT_CONNECT, N_ ("The mail program cannot connect"),
    N_ ("It shows an error, or asks for the password again and again") },
  { MC_SYMPTOM_NOT_RECEIVING, N_ ("No mail arrives"), N_ ("All messages, or only some, are missing") },
  { MC_SYMPTOM_CANNOT_SEND, N_ ("Mail cannot be sent"), N_ ("It stays in the outbox, or an error appears") },
  { MC_SYMPTOM_BOUNCED, N_ ("A message came back"), N_ ("A notice says that it could not be delivered") },
  { MC_SYMPTOM_MARKED_AS_SPAM, N_ ("My mail lands in spam"), N_ ("Others find it in their spam folder, or not at all") },
  { MC_SYMPTOM_DELAYED, N_ ("Mail is slow"), N_ ("It arrives hours late, or the program takes long") },
  { MC_SYMPTOM_EVERYTHING, N_ ("Check everything"), N_ ("Something else, or not sure") },
};

static GtkWidget *
new_image (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "icon-name", icon_name,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       NULL);
}

static void
add_choice (McSymptomPage *self,
            gsize          position)
{
  const char      *id = mc_symptom_get_id (choices[position].symptom);
  g_autofree char *icon_name = g_strdup_printf ("mc-%s-symbolic", id);
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                       "title", _ (choices[position].title),
                                       "subtitle", _ (choices[position].subtitle),
                                       "activatable", TRUE,
                                       "action-name", "win.choose-symptom",
                                       "action-target", g_variant_new_string (id),
                                       NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_image (icon_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_image ("go-next-symbolic"));
  gtk_list_box_append (self->symptom_list, row);
}

/* What was chosen last is where the keyboard begins. */
static void
on_map_cb (McSymptomPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (choices[i].symptom == mc_journey_get_symptom (self->journey))
        gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->symptom_list, (int) i)));
    }
}

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
  gtk_widget_class_bind_template_child (widget_class, McSymptomPage, symptom_list);
  gtk_widget_class_bind_template_callback (widget_class, on_map_cb);
}

static void
mc_symptom_page_init (McSymptomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    add_choice (self, i);
}
