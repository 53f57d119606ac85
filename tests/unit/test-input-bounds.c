/* test-input-bounds.c
 *
 * What somebody opens may be made to take long, to need much memory, or to go deep.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-input.h"

#define HEAD   "From: MAILER-DAEMON@mx.example.org\nTo: anna@example.org\nSubject: Undelivered Mail Returned to Sender\n"
#define REPORT HEAD "Content-Type: multipart/report; boundary=b\n\n"
#define STATUS                                                                           \
  "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n" \
  "Final-Recipient: rfc822; ben@example.net\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; "
#define MBOX "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n"

/* A text that is as often as asked for in another. */
typedef struct
{
  const char *before;
  const char *often;
  guint       n;
  const char *after;
} Shape;

static const struct
{
  Shape       shape;
  const char *kind;
} shapes[] = {
  /* A code on each line, in a reply, in a notice for people and in its fields */
  { { "", "550\n", 16000, "" }, "reply" },
  { { HEAD "\nThis is the mail system at host mx.example.org.\n\n<ben@example.net>:\n", "no\n550\n", 8000, "" }, "bounce" },
  { { REPORT STATUS, "550 ", 16000, "\n--b--\n" }, "bounce" },
  /* Many paragraphs, none of which tells why */
  { { REPORT STATUS "\n--b\n\n", "a\n\n", 20000, "--b--\n" }, "bounce" },
  /* Within another message, or seeming to be */
  { { "Hello\n", "\n---------- Forwarded message ---------\nFrom: Ben <ben@example.net>\nSubject: Hi\n", 1500, "" }, "headers" },
  { { "Hello\n", "From: Ben\n", 10000, "" }, "headers" },
  { { MBOX "Subject: Hi\n\n", "\n\nFrom \n", 20000, "" }, "headers" },
  { { HEAD "Content-Type: multipart/mixed; boundary=b\n\n", "--b\nContent-Type: multipart/mixed; boundary=b\n\n", 2000, "" }, "headers" },
  { { HEAD "Content-Type: multipart/mixed; boundary=b\n\n", "--bb\n", 20000, "" }, "headers" },
  { { HEAD "X-Long: a\n", " b\n", 40000, "\nThis is the mail system at host mx.example.org.\n" }, "headers" },
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

/* How the time grows is measured by ./dev bench explain; here each is read to its end. */
static void
test_long (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char    *text = make (&shapes[i].shape, 4);
      g_autoptr (McInput) input = mc_input_read (text, strlen (text), MC_INPUT_UNKNOWN);

      g_test_message ("shape %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (mc_input_kind_get_id (input->kind), ==, shapes[i].kind);
      g_assert_cmpuint (input->notices->len, <=, 1);
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
  g_assert_true (input->is_truncated);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/input-bounds/long", test_long);
  g_test_add_func ("/input-bounds/depth", test_depth);
  g_test_add_func ("/input-bounds/recipients", test_recipients);

  return g_test_run ();
}
