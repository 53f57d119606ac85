/* mc-input.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-notice.h"
#include "mc-reply-reading.h"

G_BEGIN_DECLS

/* The largest input that is looked at. */
#define MC_INPUT_MAX_SIZE ((gsize) 100 * 1024 * 1024)

/**
 * McInputKind:
 * @MC_INPUT_UNKNOWN: nothing that is known here
 * @MC_INPUT_BOUNCE: a delivery notice, an automatic reply or a feedback report
 * @MC_INPUT_HEADERS: the header of a message, or an ordinary message
 * @MC_INPUT_LOG: lines of a mail server’s log
 * @MC_INPUT_REPLY: what a server said
 *
 * What somebody pasted or opened.
 */
typedef enum
{
  MC_INPUT_UNKNOWN,
  MC_INPUT_BOUNCE,
  MC_INPUT_HEADERS,
  MC_INPUT_LOG,
  MC_INPUT_REPLY,
} McInputKind;

/**
 * McInput:
 * @kind: what it is
 * @is_message: whether it is a whole message
 * @is_truncated: whether only the beginning was read, so that notices or recipients may be missing
 * @notices: (element-type McNotice): for %MC_INPUT_BOUNCE
 * @reply: (nullable): for %MC_INPUT_REPLY
 *
 * An input that was recognised and read.
 */
typedef struct
{
  McInputKind     kind;
  gboolean        is_message;
  gboolean        is_truncated;
  GPtrArray      *notices;
  McReplyReading *reply;
} McInput;

McInput    *mc_input_read (const char *data,
                           gsize       length,
                           McInputKind expected);
void        mc_input_free (McInput *self);
const char *mc_input_kind_get_id (McInputKind kind);
gboolean    mc_input_kind_from_id (const char  *id,
                                   McInputKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McInput, mc_input_free)

G_END_DECLS
