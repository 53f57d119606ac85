/* test-input-bounds.c
 *
 * What somebody opens may be made to take long, to need much memory, or to go deep.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <time.h>

#include "mc-input.h"

#define HEAD   "From: MAILER-DAEMON@mx.example.org\nTo: anna@example.org\nSubject: Undelivered Mail Returned to Sender\n"
#define REPORT HEAD "Content-Type: multipart/report; boundary=b\n\n"
#define STATUS                                                                           \
  "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n" \
  "Final-Recipient: rfc822; ben@example.net\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; "
#define MBOX "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n"

/* A text that is as often as asked for in another; what grows faster than its length would hang. */
typedef struct
{
  const char *before;
  const char *often;
  guint       n;
  const char *after;
} Shape;

static const Shape shapes[] = {
  /* A code on each line, in a reply, in a notice for people and in its fields */
  { "", "550\n", 16000, "" },
  { HEAD "\nThis is the mail system at host mx.example.org.\n\n<ben@example.net>:\n", "no\n550\n", 8000, "" },
  { REPORT STATUS, "550 ", 16000, "\n--b--\n" },
  /* Many paragraphs, none of which tells why */
  { REPORT STATUS "\n--b\n\n", "a\n\n", 20000, "--b--\n" },
  /* Within another message, or seeming to be */
  { "Hello\n", "\n---------- Forwarded message ---------\nFrom: Ben <ben@example.net>\nSubject: Hi\n", 1500, "" },
  { "Hello\n", "From: Ben\n", 10000, "" },
  { MBOX "Subject: Hi\n\n", "\n\nFrom \n", 20000, "" },
  { HEAD "Content-Type: multipart/mixed; boundary=b\n\n", "--b\nContent-Type: multipart/mixed; boundary=b\n\n", 2000, "" },
  { HEAD "Content-Type: multipart/mixed; boundary=b\n\n", "--bb\n", 20000, "" },
  { HEAD "X-Long: a\n", " b\n", 40000, "\nThis is the mail system at host mx.example.org.\n" },
};

static char *
make (const Shape *shape,
      guint        times)
{
  g_autoptr (GString) text = g_string_new (shape->before);

  for (guint i = 0; i < shape->n * times; i++)
    g_string_append (text, shape->often);

  g_string_append (text, shape->after);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Of the processor, so that what else runs does not count; the best of a few. */
static double
measure (const Shape *shape,
         guint        times)
{
  g_autofree char *text = make (shape, times);
  double           best = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    {
      clock_t start = clock ();

      mc_input_free (mc_input_read (text, strlen (text), MC_INPUT_UNKNOWN));
      best = MIN (best, (double) (clock () - start) / CLOCKS_PER_SEC);
    }

  return best;
}

static void
test_time (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      double once = measure (&shapes[i], 1);
      double often = measure (&shapes[i], 4);

      g_test_message ("shape %" G_GSIZE_FORMAT ": %.3f s, four times as long %.3f s", i, once, often);
      g_assert_cmpfloat (often, <, 8 * once + 0.02);
    }
}

/* Of many parts no more is looked at than of a single large one. */
static void
test_parts (void)
{
  static const char *const types[] = { "text/html", "text/plain", "message/delivery-status", "text/rfc822-headers" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const Shape      words = { "--b\nContent-Type: ", "word word word ", 1400, "\n" };
      g_autofree char *content = make (&words, 1);
      g_autofree char *part = g_strdup_printf ("--b\nContent-Type: %s\n\n%s", types[i], content + strlen (words.before));
      const Shape      parts = { HEAD "Content-Type: multipart/mixed; boundary=b\n\n", part, 100, "--b--\n" };
      double           once = measure (&parts, 1);
      double           often = measure (&parts, 4);

      g_test_message ("%s: %.3f s, four times as many %.3f s", types[i], once, often);
      g_assert_cmpfloat (often, <, 3 * once + 0.02);
    }
}

/* Groups within groups, as no sender of mail writes them. */
static void
test_depth (void)
{
  static const Shape groups = {
    REPORT "--b\n\nThis is the mail system at host mx.example.org.\n--b\nContent-Type: text/rfc822-headers\n\nTo: ", "g:", 120000, "\n--b--\n"
  };
  g_autofree char    *text = make (&groups, 1);
  g_autoptr (McInput) input = mc_input_read (text, strlen (text), MC_INPUT_UNKNOWN);

  g_assert_cmpuint (input->notices->len, ==, 0);
}

/* Each message of an mbox has as many recipients as are read of one. */
static void
test_recipients (void)
{
  static const Shape  recipients = { REPORT "--b\nContent-Type: message/delivery-status\n\n", "Final-Recipient: rfc822; ben@example.net\nAction: failed\n\n", 500, "--b--\n\n" };
  g_autofree char    *message = make (&recipients, 1);
  Shape               mbox = { "", NULL, 100, "" };
  g_autofree char    *often = g_strconcat (MBOX, message, NULL);
  g_autofree char    *text = (mbox.often = often, make (&mbox, 1));
  g_autoptr (McInput) input = mc_input_read (text, strlen (text), MC_INPUT_UNKNOWN);
  guint               n = 0;

  for (guint i = 0; i < input->notices->len; i++)
    n += ((McNotice *) g_ptr_array_index (input->notices, i))->deliveries->len;

  g_assert_cmpuint (n, >=, 1000);
  g_assert_cmpuint (n, <=, 5500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/input-bounds/time", test_time);
  g_test_add_func ("/input-bounds/parts", test_parts);
  g_test_add_func ("/input-bounds/depth", test_depth);
  g_test_add_func ("/input-bounds/recipients", test_recipients);

  return g_test_run ();
}
