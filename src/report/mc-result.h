/* mc-result.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-account.h"
#include "mc-checkup.h"
#include "mc-diagnosis.h"
#include "mc-finding.h"

G_BEGIN_DECLS

#define MC_TYPE_RESULT (mc_result_get_type ())

/**
 * McResult:
 * @account: the account, as it was given
 * @incoming: (nullable): the server that was tested
 * @outgoing: (nullable): the server that was tested
 * @symptom: what the person said is wrong
 * @answers: (element-type utf8 utf8): answers by question id
 * @started: when the run began, in seconds since 1970
 * @duration_ms: how long it took
 * @has_secret: whether there was a password or token to sign in with
 * @complete: whether everything that applies was tested, sign-in too
 * @cancelled: whether the person stopped it
 * @findings: (element-type McFinding): in the order of the check table
 * @diagnoses: (element-type McDiagnosis): most likely first, never empty
 *
 * Everything a report is made from. The result owns what it holds, and does not
 * change once it is made.
 */
typedef struct
{
  McAccount  *account;
  McServer   *incoming;
  McServer   *outgoing;
  McSymptom   symptom;
  GHashTable *answers;
  gint64      started;
  gint64      duration_ms;
  gboolean    has_secret;
  gboolean    complete;
  gboolean    cancelled;
  GPtrArray  *findings;
  GPtrArray  *diagnoses;
} McResult;

GType     mc_result_get_type (void) G_GNUC_CONST;
McResult *mc_result_new (void);
McResult *mc_result_new_from_checkup (McCheckup *checkup);
McResult *mc_result_ref (McResult *self);
void      mc_result_unref (McResult *self);
gboolean  mc_result_has_signed_in (const McResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McResult, mc_result_unref)

G_END_DECLS
