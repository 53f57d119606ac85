/* mc-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-account-page.h"
#include "mc-checking-page.h"
#include "mc-explain-page.h"
#include "mc-memory.h"
#include "mc-network-notice.h"
#include "mc-network-permission.h"
#include "mc-notification.h"
#include "mc-report-actions.h"
#include "mc-result-page.h"
#include "mc-server-page.h"
#include "mc-symptom-page.h"
#include "mc-window.h"

/**
 * McWindow:
 *
 * The journey as pages: what is wrong, which account, checking, what was found.
 * It leads from one to the next; what is known lies in its #McJourney.
 */
struct _McWindow
{
  AdwApplicationWindow parent_instance;
  McJourney           *journey;
  McMemory            *memory;
  McNetworkNotice     *network_notice;

  AdwToastOverlay   *toast_overlay;
  AdwNavigationView *navigation;
  McAccountPage     *account_page;
};

typedef enum
{
  PROP_JOURNEY = 1,
  PROP_MEMORY,
} McWindowProperty;

static GParamSpec *properties[PROP_MEMORY + 1];

G_DEFINE_FINAL_TYPE (McWindow, mc_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
shows (McWindow   *self,
       const char *tag)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return page != NULL && g_strcmp0 (adw_navigation_page_get_tag (page), tag) == 0;
}

/* From the result back leads to the account: a checkup that is over is no page to return to. */
static void
show_last_page (McWindow   *self,
                const char *tag)
{
  const char *const tags[] = { "symptom", "account", tag };

  adw_navigation_view_replace_with_tags (self->navigation, tags, G_N_ELEMENTS (tags));
}

static void
update_actions (McWindow *self)
{
  static const char *const of_result[] = { "win.check-again", "win.copy-report", "win.save-report",
                                           "win.print-report", "win.preview-report" };
  McPhase                  phase = mc_journey_get_phase (self->journey);

  for (gsize i = 0; i < G_N_ELEMENTS (of_result); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_result[i], phase == MC_PHASE_OVER);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.stop", phase == MC_PHASE_CHECKING);
}

static void
on_journey_phase_cb (McWindow *self)
{
  update_actions (self);
  if (mc_journey_get_phase (self->journey) == MC_PHASE_OVER && shows (self, "checking"))
    show_last_page (self, "result");
}

static void
on_memory_trouble_cb (McWindow   *self,
                      const char *sentence)
{
  mc_window_add_toast (self, adw_toast_new (sentence));
}

static void
on_navigation_popped_cb (McWindow          *self,
                         AdwNavigationPage *page)
{
  if (g_strcmp0 (adw_navigation_page_get_tag (page), "checking") == 0)
    mc_journey_leave (self->journey);
}

static void
choose_symptom_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  McWindow *self = MC_WINDOW (widget);
  McSymptom symptom;

  if (!mc_symptom_from_id (g_variant_get_string (parameter, NULL), &symptom))
    return;

  mc_journey_set_symptom (self->journey, symptom);
  adw_navigation_view_push_by_tag (self->navigation, "account");
}

static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  McWindow *self = MC_WINDOW (widget);

  if (mc_journey_get_account (self->journey) == NULL || mc_journey_get_phase (self->journey) == MC_PHASE_CHECKING)
    return;

  if (!mc_network_permission_ask (widget))
    return;

  mc_journey_check (self->journey);
  show_last_page (self, "checking");
}

static void
check_again_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  McWindow *self = MC_WINDOW (widget);

  if (mc_journey_get_phase (self->journey) != MC_PHASE_OVER)
    return;

  /* Whoever has gone back may have corrected something. */
  if (shows (self, "account") || shows (self, "server"))
    {
      adw_navigation_view_pop_to_tag (self->navigation, "account");
      gtk_widget_activate_action (GTK_WIDGET (self->account_page), "account.check", NULL);
      return;
    }

  mc_journey_check_again (self->journey);
  show_last_page (self, "checking");
}

/* Back to the account, to what is to be corrected there. */
static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  McWindow   *self = MC_WINDOW (widget);
  const char *what = g_variant_get_string (parameter, NULL);

  adw_navigation_view_pop_to_tag (self->navigation, "account");
  if (g_str_equal (what, "password"))
    mc_account_page_focus_password (self->account_page);
  else if (g_str_equal (what, "servers"))
    adw_navigation_view_push_by_tag (self->navigation, "server");
}

/* From anywhere; when it lies below, it is gone back to. */
static void
explain_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  McWindow          *self = MC_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  while (page != NULL && g_strcmp0 (adw_navigation_page_get_tag (page), "explain") != 0)
    page = adw_navigation_view_get_previous_page (self->navigation, page);

  if (page == NULL)
    adw_navigation_view_push_by_tag (self->navigation, "explain");
  else if (page != adw_navigation_view_get_visible_page (self->navigation))
    adw_navigation_view_pop_to_page (self->navigation, page);
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mc_journey_stop (MC_WINDOW (widget)->journey);
}

static void
mc_window_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  McWindow *self = MC_WINDOW (object);

  switch ((McWindowProperty) prop_id)
    {
    case PROP_JOURNEY:
      g_value_set_object (value, self->journey);
      break;
    case PROP_MEMORY:
      g_value_set_object (value, self->memory);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mc_window_dispose (GObject *object)
{
  McWindow *self = MC_WINDOW (object);

  if (self->journey != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->journey, self);
      mc_journey_leave (self->journey);
    }
  g_clear_object (&self->network_notice);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_WINDOW);
  g_clear_object (&self->memory);
  g_clear_object (&self->journey);

  G_OBJECT_CLASS (mc_window_parent_class)->dispose (object);
}

static void
mc_window_class_init (McWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_window_get_property;
  object_class->dispose = mc_window_dispose;

  properties[PROP_JOURNEY] = g_param_spec_object ("journey", NULL, NULL, MC_TYPE_JOURNEY,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEMORY] = g_param_spec_object ("memory", NULL, NULL, MC_TYPE_MEMORY,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MC_TYPE_SYMPTOM_PAGE);
  g_type_ensure (MC_TYPE_ACCOUNT_PAGE);
  g_type_ensure (MC_TYPE_SERVER_PAGE);
  g_type_ensure (MC_TYPE_CHECKING_PAGE);
  g_type_ensure (MC_TYPE_RESULT_PAGE);
  g_type_ensure (MC_TYPE_EXPLAIN_PAGE);
  g_type_ensure (MC_TYPE_EXPLANATION_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/mailcheckup/MailCheckup/mc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, McWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, McWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, McWindow, account_page);
  gtk_widget_class_bind_template_callback (widget_class, on_navigation_popped_cb);

  gtk_widget_class_install_action (widget_class, "win.choose-symptom", "s", choose_symptom_action);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "win.check-again", NULL, check_again_action);
  gtk_widget_class_install_action (widget_class, "win.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "win.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "win.explain", NULL, explain_action);
  mc_report_actions_install (widget_class);
}

static void
mc_window_init (McWindow *self)
{
  self->journey = mc_journey_new ();
  self->memory = mc_memory_new (self->journey);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->journey, "notify::phase", G_CALLBACK (on_journey_phase_cb), self);
  g_signal_connect_object (self->memory, "trouble", G_CALLBACK (on_memory_trouble_cb), self, G_CONNECT_SWAPPED);
  self->network_notice = mc_network_notice_new (self);
  update_actions (self);
}

static gboolean
read_symptom (GValue   *value,
              GVariant *variant,
              gpointer  user_data)
{
  McSymptom symptom;

  if (!mc_symptom_from_id (g_variant_get_string (variant, NULL), &symptom))
    return FALSE;

  g_value_set_int (value, symptom);
  return TRUE;
}

static GVariant *
write_symptom (const GValue       *value,
               const GVariantType *expected_type,
               gpointer            user_data)
{
  return g_variant_new_string (mc_symptom_get_id ((McSymptom) g_value_get_int (value)));
}

/* Where nothing can be written the window must not become insensitive. */
#define KEPT (G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY)

static void
bind_settings (McWindow  *self,
               GSettings *settings)
{
  g_settings_bind (settings, "window-width", self, "default-width", KEPT);
  g_settings_bind (settings, "window-height", self, "default-height", KEPT);
  g_settings_bind (settings, "window-maximized", self, "maximized", KEPT);
  g_settings_bind_with_mapping (settings, "last-symptom", self->journey, "symptom", G_SETTINGS_BIND_DEFAULT,
                                read_symptom, write_symptom, NULL, NULL);
  g_settings_bind (settings, "third-party", self->journey, "third-party", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "remember-password", self->memory, "remember", G_SETTINGS_BIND_DEFAULT);
}

/**
 * mc_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window at the beginning of a journey
 */
McWindow *
mc_window_new (McApplication *application)
{
  McWindow *self;

  g_return_val_if_fail (MC_IS_APPLICATION (application), NULL);

  self = g_object_new (MC_TYPE_WINDOW, "application", application, NULL);
  bind_settings (self, mc_application_get_settings (application));
  mc_notification_watch (GTK_WINDOW (self), self->journey);

  return self;
}

/**
 * mc_window_get_journey:
 * @self: a window
 *
 * Returns: (transfer none): what its pages show
 */
McJourney *
mc_window_get_journey (McWindow *self)
{
  g_return_val_if_fail (MC_IS_WINDOW (self), NULL);

  return self->journey;
}

/**
 * mc_window_get_memory:
 * @self: a window
 *
 * Returns: (transfer none): what is kept from one run to the next
 */
McMemory *
mc_window_get_memory (McWindow *self)
{
  g_return_val_if_fail (MC_IS_WINDOW (self), NULL);

  return self->memory;
}

/**
 * mc_window_set_address:
 * @self: a window
 * @address: an email address, as it was given on the command line
 *
 * Fills in the address on the account page.
 */
void
mc_window_set_address (McWindow   *self,
                       const char *address)
{
  g_return_if_fail (MC_IS_WINDOW (self));

  mc_account_page_set_address (self->account_page, address);
}

/**
 * mc_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what to say for a moment
 */
void
mc_window_add_toast (McWindow *self,
                     AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;

  g_return_if_fail (MC_IS_WINDOW (self));

  /* What takes a while may end after the window was closed. */
  if (self->toast_overlay != NULL)
    adw_toast_overlay_add_toast (self->toast_overlay, g_steal_pointer (&owned));
}
