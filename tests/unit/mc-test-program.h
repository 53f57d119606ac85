/* mc-test-program.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * McTestRun:
 * @status: the exit status, -1 when a signal ended it
 * @output: what it wrote to standard output
 * @errors: what it wrote to standard error
 *
 * One run of the command line program.
 */
typedef struct
{
  int   status;
  char *output;
  char *errors;
} McTestRun;

GSubprocess *mc_test_program_start (const char *call);
McTestRun   *mc_test_program_end (GSubprocess *process,
                                  const char  *input,
                                  gsize        length);
McTestRun   *mc_test_program_run (const char *call);
McTestRun   *mc_test_program_run_with_input (const char *call,
                                             const char *input,
                                             gsize       length);
McTestRun   *mc_test_program_run_in_shell (const char *script);
void         mc_test_run_assert_one_error (McTestRun *self,
                                           int        status);
void         mc_test_run_assert_safe (McTestRun *self);
void         mc_test_run_free (McTestRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McTestRun, mc_test_run_free)

G_END_DECLS
