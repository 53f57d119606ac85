/* mc-checking-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-checking-page.h"
#include "mc-group-row.h"
#include "mc-question-card.h"
#include "mc-text.h"

#define MAX_ADDRESS 80

/**
 * McCheckingPage:
 *
 * The third page: what is being tested.
 */
struct _McCheckingPage
{
  AdwNavigationPage parent_instance;
  McJourney        *journey;

  GtkLabel       *heading;
  GtkLabel       *activity;
  GtkProgressBar *progress_bar;
  GtkListBox     *group_list;
};

typedef enum
{
  PROP_JOURNEY = 1,
} McCheckingPageProperty;

static GParamSpec *properties[PROP_JOURNEY + 1];

G_DEFINE_FINAL_TYPE (McCheckingPage, mc_checking_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_progress (McCheckingPage *self)
{
  GListModel *checkup = G_LIST_MODEL (mc_journey_get_checkup (self->journey));
  guint       n_items = g_list_model_get_n_items (checkup);
  guint       n_over = 0;
  const char *running = NULL;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (checkup, i);
      McCheckState            state = mc_check_item_get_state (item);

      n_over += state == MC_CHECK_STATE_DONE || state == MC_CHECK_STATE_NOT_NEEDED;
      if (state == MC_CHECK_STATE_RUNNING && running == NULL)
        running = mc_check_get_title (mc_check_item_get_check (item));
    }

  gtk_progress_bar_set_fraction (self->progress_bar, n_items > 0 ? (double) n_over / n_items : 0);
  if (running != NULL)
    {
      /* Translators: %s is the name of a test, such as “Certificate” */
      g_autofree char *text = g_strdup_printf (_ ("Now: %s"), running);

      gtk_label_set_label (self->activity, text);
    }
}

static void
watch_items (McCheckingPage *self,
             GListModel     *checkup)
{
  for (guint i = 0; i < g_list_model_get_n_items (checkup); i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (checkup, i);

      g_signal_connect_object (item, "notify::state", G_CALLBACK (update_progress), self, G_CONNECT_SWAPPED);
    }
}

static void
show_heading (McCheckingPage *self)
{
  const char      *address = mc_account_get_address_text (mc_journey_get_account (self->journey));
  g_autofree char *safe = mc_text_make_safe (address, -1, MAX_ADDRESS);
  g_autofree char *text = NULL;

  /* Translators: %s is an email address */
  text = g_strdup_printf (_ ("Checking %s"), safe);
  gtk_label_set_label (self->heading, text);
  gtk_label_set_label (self->activity, _ ("The tests begin…"));
}

static void
on_journey_checkup_cb (McCheckingPage *self)
{
  GListModel *checkup = G_LIST_MODEL (mc_journey_get_checkup (self->journey));

  show_heading (self);
  gtk_list_box_remove_all (self->group_list);
  for (int group = 0; group < MC_N_GROUPS; group++)
    gtk_list_box_append (self->group_list, mc_group_row_new ((McGroup) group, checkup));

  watch_items (self, checkup);
  update_progress (self);
}

static void
set_journey (McCheckingPage *self,
             McJourney      *journey)
{
  if (!g_set_object (&self->journey, journey) || journey == NULL)
    return;

  g_signal_connect_object (journey, "notify::checkup", G_CALLBACK (on_journey_checkup_cb), self, G_CONNECT_SWAPPED);
}

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
      set_journey (self, g_value_get_object (value));
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

  g_type_ensure (MC_TYPE_QUESTION_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-checking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McCheckingPage, heading);
  gtk_widget_class_bind_template_child (widget_class, McCheckingPage, activity);
  gtk_widget_class_bind_template_child (widget_class, McCheckingPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, McCheckingPage, group_list);
}

static void
mc_checking_page_init (McCheckingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
