/* mc-verdict.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-result.h"

G_BEGIN_DECLS

typedef struct _McVerdict McVerdict;

/**
 * McNoteKind:
 * @MC_NOTE_STOPPED: the person stopped the checkup
 * @MC_NOTE_NO_TIME: the time ran out
 * @MC_NOTE_LEFT_OUT: what was not tested because of either
 * @MC_NOTE_NOT_CONFIRMED: a server that the password was not sent to
 * @MC_NOTE_NO_PASSWORD: there was none to sign in with
 * @MC_NOTE_NO_OUTGOING: no server to send with is known
 * @MC_NOTE_INCOMPLETE: something else could not be tested
 *
 * What keeps a verdict from being the whole answer.
 */
typedef enum
{
  MC_NOTE_STOPPED,
  MC_NOTE_NO_TIME,
  MC_NOTE_LEFT_OUT,
  MC_NOTE_NOT_CONFIRMED,
  MC_NOTE_NO_PASSWORD,
  MC_NOTE_NO_OUTGOING,
  MC_NOTE_INCOMPLETE,
} McNoteKind;

/**
 * McNote:
 * @kind: what it is about
 * @server: (nullable): the server that was not confirmed
 * @text: one or two sentences, without personal data
 *
 * A sentence beside a verdict.
 */
typedef struct
{
  McNoteKind kind;
  McServer  *server;
  char      *text;
} McNote;

McVerdict   *mc_verdict_new (const McResult *result);
void         mc_verdict_free (McVerdict *self);
gboolean     mc_verdict_is_healthy (McVerdict *self);
McDiagnosis *mc_verdict_get_diagnosis (McVerdict *self);
GPtrArray   *mc_verdict_list_others (McVerdict *self);
GPtrArray   *mc_verdict_list_notes_before (McVerdict *self);
GPtrArray   *mc_verdict_list_notes_after (McVerdict *self);
const char  *mc_verdict_get_what_works (McVerdict *self);
char        *mc_verdict_dup_title (McVerdict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McVerdict, mc_verdict_free)

G_END_DECLS
