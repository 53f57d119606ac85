/* mc-test-prompter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * McTestPrompter:
 * @dismisses: whether it dismisses each prompt at once; else it leaves it open
 * @is_open: whether one is open
 * @n_shown: how many were shown
 * @client: whose prompt was shown last
 * @callback: where its answer goes
 *
 * What shows the prompts of gnome-keyring, where the desktop's would open a window.
 */
typedef struct
{
  gboolean         dismisses;
  gboolean         is_open;
  guint            n_shown;
  char            *client;
  char            *callback;
  GDBusConnection *connection;
  guint            object_id;
} McTestPrompter;

void mc_test_prompter_start (McTestPrompter  *self,
                             GDBusConnection *connection);
void mc_test_prompter_dismiss (McTestPrompter *self);
void mc_test_prompter_stop (McTestPrompter *self);

G_END_DECLS
