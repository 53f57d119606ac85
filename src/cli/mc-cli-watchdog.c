/* mc-cli-watchdog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "mc-cli-watchdog.h"
#include "mc-cli.h"

#define INTERRUPT_GRACE_MS 2000
#define TIMEOUT_GRACE_MS   5000

/* A thread that ends the program when its main loop neither hears Ctrl-C nor keeps the time any more, whatever a
 * server did to that. */
struct _McWatchdog
{
  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
};

static gboolean
on_stuck_cb (gpointer user_data)
{
  mc_cli_error ("%s", _ ("The checkup does not react any more, so it ends here"));
  _exit (MC_EXIT_COULD_NOT_RUN);
}

static void
attach (McWatchdog *self,
        GSource    *source,
        GSourceFunc callback,
        gpointer    data)
{
  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static gboolean
on_interrupt_cb (gpointer user_data)
{
  attach (user_data, g_timeout_source_new (INTERRUPT_GRACE_MS), on_stuck_cb, NULL);
  return G_SOURCE_REMOVE;
}

static gpointer
watch (gpointer data)
{
  McWatchdog *self = data;

  g_main_loop_run (self->loop);
  return NULL;
}

/**
 * mc_watchdog_start:
 * @timeout_ms: when the work should be over
 *
 * Returns: (transfer full): a watchdog that ends the program some seconds after
 *   that, or after SIGINT, unless mc_watchdog_stop() comes before
 */
McWatchdog *
mc_watchdog_start (gint64 timeout_ms)
{
  McWatchdog *self = g_new0 (McWatchdog, 1);
  gint64      limit_ms = CLAMP (timeout_ms + TIMEOUT_GRACE_MS, 0, G_MAXUINT);

  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  attach (self, g_unix_signal_source_new (SIGINT), on_interrupt_cb, self);
  attach (self, g_timeout_source_new ((guint) limit_ms), on_stuck_cb, NULL);
  self->thread = g_thread_new ("watchdog", watch, self);

  return self;
}

static gboolean
on_stop_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

void
mc_watchdog_stop (McWatchdog *self)
{
  attach (self, g_idle_source_new (), on_stop_cb, self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self);
}
