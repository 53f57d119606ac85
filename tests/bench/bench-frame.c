/* bench-frame.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a checkup of sixty checks as the window does, with every row open, and
 * lets all of them change at once, twice: all run, then all are over. A line a
 * round tells of the longest frame what the window's thread worked for it, and
 * how long it took, in microseconds.
 *
 * Usage: bench-frame ROUNDS
 */

#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "mc-checkup.h"
#include "mc-group-row.h"

#define N_CHECKS         60
#define N_FRAMES         30
#define WIDTH            680
#define HEIGHT           720
#define MICROSECOND      1000
#define MICRO_PER_SECOND 1000000

typedef struct
{
  GtkWindow  *window;
  GtkListBox *list;
  GMainLoop  *loop;
  McAccount  *account;
  McCheck     checks[N_CHECKS];
  McCheckup  *checkup;
  guint       rounds_left;
  guint       frame;
  gboolean    measuring;
  gint64      work_began;
  gint64      began;
  gint64      longest_work;
  gint64      longest;
} Bench;

static gint64
time_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * MICRO_PER_SECOND + time.tv_nsec / MICROSECOND;
}

static void
fill_table (Bench *self)
{
  for (guint i = 0; i < N_CHECKS; i++)
    {
      self->checks[i].id = g_strdup_printf ("bench.%u", i);
      self->checks[i].title = "A test with a title of usual length";
      self->checks[i].group = (McGroup) (i % MC_N_GROUPS);
    }
}

static void
show_checkup (Bench *self)
{
  g_set_object (&self->checkup, NULL);
  self->checkup = mc_checkup_new_with_checks (self->account, NULL, self->checks, N_CHECKS);
  gtk_list_box_remove_all (self->list);
  for (int group = 0; group < MC_N_GROUPS; group++)
    {
      GtkWidget *row = mc_group_row_new ((McGroup) group, G_LIST_MODEL (self->checkup));

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      gtk_list_box_append (self->list, row);
    }
}

static McFinding *
finding_new (const McCheck *check,
             guint          number)
{
  static const McOutcome       outcomes[] = { MC_OUTCOME_PASS, MC_OUTCOME_WARNING, MC_OUTCOME_FAIL };
  g_autoptr (McFindingBuilder) builder = mc_finding_builder_new (check->id, check->title, check->group);

  mc_finding_builder_set_outcome (builder, outcomes[number % G_N_ELEMENTS (outcomes)], "bench");
  mc_finding_builder_set_summary (builder, "The server on host %u says something of usual length", number);

  return mc_finding_builder_end (builder);
}

static void
change_all (Bench   *self,
            gboolean over)
{
  for (guint i = 0; i < N_CHECKS; i++)
    {
      g_autoptr (McCheckItem) item = g_list_model_get_item (G_LIST_MODEL (self->checkup), i);

      if (over)
        mc_check_item_end (item, finding_new (&self->checks[i], i));
      else
        mc_check_item_begin (item);
    }
}

/* What comes first, the making of the list, does not count. */
static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  Bench *self = user_data;

  switch (self->frame++)
    {
    case 0:
      self->measuring = FALSE;
      show_checkup (self);
      break;
    case N_FRAMES:
      self->measuring = TRUE;
      change_all (self, FALSE);
      break;
    case 2 * N_FRAMES:
      change_all (self, TRUE);
      break;
    case 3 * N_FRAMES:
      self->frame = 0;
      printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", self->longest_work, self->longest);
      self->longest_work = self->longest = 0;
      if (--self->rounds_left == 0)
        g_main_loop_quit (self->loop);
      break;
    default:
      break;
    }

  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
on_before_paint_cb (GdkFrameClock *clock,
                    Bench         *self)
{
  self->work_began = time_worked ();
  self->began = g_get_monotonic_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   Bench         *self)
{
  if (!self->measuring)
    return;

  self->longest_work = MAX (self->longest_work, time_worked () - self->work_began);
  self->longest = MAX (self->longest, g_get_monotonic_time () - self->began);
}

static void
show_window (Bench *self)
{
  GtkWidget     *scrolled = gtk_scrolled_window_new ();
  GdkFrameClock *clock;

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->window, WIDTH, HEIGHT);
  adw_window_set_content (ADW_WINDOW (self->window), scrolled);
  gtk_window_present (self->window);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), on_tick_cb, self, NULL);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), self);
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { 0 };

  if (argc != 2 || (self.rounds_left = (guint) strtoul (argv[1], NULL, 10)) == 0)
    {
      fprintf (stderr, "usage: bench-frame ROUNDS\n");
      return 2;
    }

  adw_init ();
  self.loop = g_main_loop_new (NULL, FALSE);
  self.account = mc_account_new ("joe@example.org");
  fill_table (&self);
  show_window (&self);
  g_main_loop_run (self.loop);

  return 0;
}
