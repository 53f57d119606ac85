/* test-turkish.c
 *
 * What is recognised does not depend on the language of the desktop: in Turkish the small letter of “I” is “ı”.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "mc-address.h"
#include "mc-input.h"

static const struct
{
  const char *text;
  const char *kind;
} inputs[] = {
  { "From: MAILER-DAEMON <>\nSubject: Mail delivery failed\n\nThere was an error delivering your mail to <ben@example.net>.\n\n"
    "mx.example.net [192.0.2.25] did not like our RCPT TO:\n550 5.1.1 User unknown\n",
    "bounce" },
  { "THE MAILBOX OF THE RECIPIENT IS FULL: MAILBOX IS FULL", "reply" },
  { "SSL CERTIFICATE PROBLEM: CERTIFICATE HAS EXPIRED. IMAP.EXAMPLE.ORG", "reply" },
};

/* GLib asks for the language here; where the tests run, no other one may be installed. */
char *
setlocale (int         category,
           const char *locale)
{
  static char turkish[] = "tr_TR.UTF-8";

  return turkish;
}

static void
test_inputs (void)
{
  g_autofree char *lower = g_utf8_strdown ("I", -1);

  g_assert_cmpstr (lower, ==, "ı");

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (McInput) input = mc_input_read (inputs[i].text, strlen (inputs[i].text), MC_INPUT_UNKNOWN);

      g_test_message ("%s", inputs[i].text);
      g_assert_cmpstr (mc_input_kind_get_id (input->kind), ==, inputs[i].kind);
    }
}

static void
test_address (void)
{
  g_autofree char *upper = mc_address_fold ("INFO@example.org");
  g_autofree char *lower = mc_address_fold ("info@example.org");

  g_assert_cmpstr (upper, ==, lower);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/turkish/inputs", test_inputs);
  g_test_add_func ("/turkish/address", test_address);

  return g_test_run ();
}
