/* test-transcript.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-transcript.h"

static void
assert_receives (const char *password,
                 const char *line,
                 const char *expected)
{
  g_autoptr (McRedactor)   redactor = mc_redactor_new ();
  g_autoptr (McTranscript) transcript = mc_transcript_new (redactor);
  g_autofree char         *text = NULL;

  mc_redactor_add_bytes (redactor, password, strlen (password));
  mc_transcript_received (transcript, line, strlen (line));
  text = mc_transcript_to_string (transcript);
  g_assert_cmpstr (strstr (text, " ms ") + strlen (" ms "), ==, expected);
}

static void
test_echo (void)
{
  assert_receives ("Seifenblase-42", "a1 NO Seifenblase-42\r\n", "S: a1 NO [hidden]\n");
  assert_receives ("one\ttwo", "a1 NO one\ttwo\r\n", "S: a1 NO [hidden]\n");
  assert_receives ("one\xfftwo", "a1 NO one\xfftwo\r\n", "S: a1 NO [hidden]\n");
}

/* SMTP breaks long texts into lines, each after the codes (RFC 5321 section 4.2.1). */
static void
test_broken_line (void)
{
  assert_receives ("Say hello, 7 times", "535-5.7.8 We do not know Say hello,\r\n",
                   "S: 535-5.7.8 We do not know [hidden]\n");
  assert_receives ("Say hello, 7 times", "535 5.7.8  7 times, sorry\r\n", "S: 535 5.7.8 [hidden], sorry\n");
  assert_receives ("Say hello, 7 times", "535 7 times, sorry\r\n", "S: 535 [hidden], sorry\n");
  assert_receives ("123 abc", "123 abc is wrong\r\n", "S: [hidden] is wrong\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/transcript/echo", test_echo);
  g_test_add_func ("/transcript/broken-line", test_broken_line);

  return g_test_run ();
}
