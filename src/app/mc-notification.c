/* mc-notification.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-notification.h"

#define ID "checkup-over"

static void
withdraw (void)
{
  g_application_withdraw_notification (g_application_get_default (), ID);
}

/* A click on it shows the window. The portal of desktops other than GNOME needs the action to be named. */
static void
send (McResult *result)
{
  g_autofree char          *title = mc_diagnosis_dup_title (g_ptr_array_index (result->diagnoses, 0));
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, _ ("The checkup is over."));
  g_notification_set_default_action (notification, "app.show");
  g_application_send_notification (g_application_get_default (), ID, notification);
}

static void
on_journey_phase_cb (McJourney  *journey,
                     GParamSpec *pspec,
                     GtkWindow  *window)
{
  if (mc_journey_get_phase (journey) != MC_PHASE_OVER)
    withdraw ();
  else if (!gtk_window_is_active (window))
    send (mc_journey_get_result (journey));
}

static void
on_window_active_cb (GtkWindow *window)
{
  if (gtk_window_is_active (window))
    withdraw ();
}

/**
 * mc_notification_watch:
 * @window: the window
 * @journey: what it shows
 *
 * Tells the person that a checkup is over while the window is out of sight, until
 * they come back to it.
 */
void
mc_notification_watch (GtkWindow *window,
                       McJourney *journey)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (MC_IS_JOURNEY (journey));

  g_signal_connect_object (journey, "notify::phase", G_CALLBACK (on_journey_phase_cb), window, G_CONNECT_DEFAULT);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (on_window_active_cb), NULL);
  g_signal_connect (window, "destroy", G_CALLBACK (withdraw), NULL);
}
