/* mc-code-meanings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mc-enums.h"
#include "mc-reason.h"

G_BEGIN_DECLS

/**
 * McCodeMeaning:
 * @provider: (nullable): who means this by it; %NULL for what holds everywhere
 * @code: a reply code; an enhanced status code without its class (“7.26”) where the class
 *   changes nothing, or with it; a “*” at the end stands for more digits; a response code
 * @title: what it says, a sentence without its full stop, N_()
 * @explanation: (nullable): what to know where nothing but the code is there, N_()
 *
 * A row: what a single code says.
 */
typedef struct
{
  const char *provider;
  const char *code;
  const char *title;
  const char *explanation;
} McCodeMeaning;

const McCodeMeaning *mc_code_meaning_find (const char *provider,
                                           int         reply_code,
                                           const char *enhanced_code);
gboolean             mc_code_meaning_is_open (int         reply_code,
                                              const char *enhanced_code);
const McCodeMeaning *mc_code_meaning_find_response (McProtocol  protocol,
                                                    const char *response_code);
char                *mc_code_meaning_describe (const char  *provider,
                                               int          reply_code,
                                               const char  *enhanced_code,
                                               McReasonKind reason,
                                               gboolean     is_final);
char                *mc_code_meaning_describe_response (McProtocol  protocol,
                                                        const char *response_code);

G_END_DECLS
