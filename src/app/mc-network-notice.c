/* mc-network-notice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-connection.h"
#include "mc-network-notice.h"
#include "mc-sandbox.h"

/**
 * McNetworkNotice:
 *
 * Offers to check again when the network came or went: during a checkup, which
 * ends then, since its tests would speak of two different networks, or after it.
 */
struct _McNetworkNotice
{
  GObject   parent_instance;
  McWindow *window; /* not owned; it owns the notice */
  gboolean  changed;
  gboolean  has_route; /* what the kernel said last */
  AdwToast *toast;
};

G_DEFINE_FINAL_TYPE (McNetworkNotice, mc_network_notice, G_TYPE_OBJECT)

static void
take_back (McNetworkNotice *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
}

static void
offer_check_again (McNetworkNotice *self,
                   const char      *text)
{
  take_back (self);
  self->toast = g_object_ref_sink (adw_toast_new (text));
  adw_toast_set_timeout (self->toast, 0);
  adw_toast_set_button_label (self->toast, _ ("_Check Again"));
  adw_toast_set_action_name (self->toast, "win.check-again");
  mc_window_add_toast (self->window, g_object_ref (self->toast));
}

static gboolean
has_route (void)
{
  return mc_connection_has_way_out (G_SOCKET_FAMILY_IPV4) || mc_connection_has_way_out (G_SOCKET_FAMILY_IPV6);
}

/* In a sandbox the portal of the desktop tells of the network: late, when it has just been started, and of less than
 * there is. So the kernel has to agree. */
static gboolean
is_confirmed (McNetworkNotice *self)
{
  gboolean had_route = self->has_route;

  self->has_route = has_route ();

  return !mc_sandbox_is_active () || self->has_route != had_route;
}

static void
on_network_available_cb (McNetworkNotice *self,
                         GParamSpec      *pspec,
                         GNetworkMonitor *monitor)
{
  McJourney *journey = mc_window_get_journey (self->window);
  McPhase    phase = mc_journey_get_phase (journey);

  if (!is_confirmed (self))
    return;

  if (phase == MC_PHASE_CHECKING)
    {
      /* What is found on two networks together says nothing right about either: somebody would be blamed for it. */
      self->changed = TRUE;
      mc_journey_stop (journey);
    }
  else if (phase == MC_PHASE_OVER && g_network_monitor_get_network_available (monitor))
    offer_check_again (self, _ ("The network connection is back"));
}

static void
on_network_changed_cb (McNetworkNotice *self)
{
  mc_journey_forget_trust (mc_window_get_journey (self->window));
}

static void
on_journey_phase_cb (McNetworkNotice *self)
{
  McPhase phase = mc_journey_get_phase (mc_window_get_journey (self->window));

  take_back (self);
  if (phase == MC_PHASE_CHECKING)
    self->has_route = has_route ();
  if (phase == MC_PHASE_OVER && self->changed)
    offer_check_again (self, _ ("The network connection changed during the tests"));
  self->changed = FALSE;
}

static void
mc_network_notice_dispose (GObject *object)
{
  g_clear_object (&MC_NETWORK_NOTICE (object)->toast);

  G_OBJECT_CLASS (mc_network_notice_parent_class)->dispose (object);
}

static void
mc_network_notice_class_init (McNetworkNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_network_notice_dispose;
}

static void
mc_network_notice_init (McNetworkNotice *self)
{
}

/**
 * mc_network_notice_new:
 * @window: the window that owns the notice
 *
 * Returns: (transfer full): a notice that works as long as it lives
 */
McNetworkNotice *
mc_network_notice_new (McWindow *window)
{
  McNetworkNotice *self = g_object_new (MC_TYPE_NETWORK_NOTICE, NULL);

  self->window = window;
  self->has_route = has_route ();
  g_signal_connect_object (g_network_monitor_get_default (), "notify::network-available",
                           G_CALLBACK (on_network_available_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (on_network_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mc_window_get_journey (window), "notify::phase",
                           G_CALLBACK (on_journey_phase_cb), self, G_CONNECT_SWAPPED);

  return self;
}
