/* mc-test-watch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-checkup.h"

G_BEGIN_DECLS

/* A row of a check table for a test. */
#define MC_TEST_CHECK(name, ...) { .id = "test." name, .title = name, .timeout_ms = 20000, __VA_ARGS__ }

/**
 * McTestWatch:
 * @checkup: a checkup
 * @events: the states its checks went through, in order
 * @n_running: how many are running
 * @most_running: how many were at the same time
 *
 * What is seen while a checkup runs.
 */
typedef struct
{
  McCheckup *checkup;
  GString   *events;
  guint      n_running;
  guint      most_running;
} McTestWatch;

void         mc_test_watch_begin (McTestWatch   *self,
                                  const McCheck *checks,
                                  gsize          n_checks,
                                  gboolean       with_secret);
void         mc_test_watch_run (McTestWatch   *self,
                                const McCheck *checks,
                                gsize          n_checks,
                                gint64         timeout_ms);
void         mc_test_watch_clear (McTestWatch *self);
McCheckItem *mc_test_watch_get_item (McTestWatch *self,
                                     const char  *title);
void         mc_test_watch_assert_finding (McTestWatch *self,
                                           const char  *title,
                                           McOutcome    outcome,
                                           const char  *code,
                                           const char  *blocked_by);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (McTestWatch, mc_test_watch_clear)

G_END_DECLS
