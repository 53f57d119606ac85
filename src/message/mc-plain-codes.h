/* mc-plain-codes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-enums.h"
#include "mc-reason.h"

G_BEGIN_DECLS

/**
 * McPlainCode:
 * @protocol: which protocol has it
 * @code: the code
 * @reason: what it is about
 * @cause: (nullable): id of the cause it points at
 * @title: (nullable): what it says, N_(); %NULL where the reason tells
 * @explanation: (nullable): what that means, N_()
 *
 * A row: a code that means something without any words.
 */
typedef struct
{
  McProtocol   protocol;
  const char  *code;
  McReasonKind reason;
  const char  *cause;
  const char  *title;
  const char  *explanation;
} McPlainCode;

const McPlainCode *mc_plain_code_find (McProtocol  protocol,
                                       const char *code);
const McPlainCode *mc_plain_code_get_nth (guint position);

G_END_DECLS
