/* mc-program-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-enums.h"
#include "mc-fixer.h"
#include "mc-reason.h"

G_BEGIN_DECLS

#define MC_PROGRAM_ERROR_MAX_STEPS 3

/**
 * McProgramError:
 * @reason: what it is about
 * @cause: (nullable): id of the cause it points at, where it points at one
 * @fixed_by: who can remove it
 * @title: one short sentence, N_()
 * @explanation: what it means, N_()
 * @steps: what to do, in order, N_(), %NULL-terminated
 *
 * What a mail program tells about its own connection, where no server said anything.
 */
typedef struct
{
  McReasonKind reason;
  const char  *cause;
  McFixer      fixed_by;
  const char  *title;
  const char  *explanation;
  const char  *steps[MC_PROGRAM_ERROR_MAX_STEPS + 1];
} McProgramError;

const McProgramError *mc_program_error_find (const char *text,
                                             gboolean    says_unreachable);
McProtocol            mc_program_error_guess_protocol (const char *text);

G_END_DECLS
