/* mc-cli-check-options.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-account.h"
#include "mc-report.h"
#include "mc-secret.h"

G_BEGIN_DECLS

/**
 * McFormat:
 *
 * How a report is written.
 */
typedef char *(*McFormat) (const McResult *result,
                           McReportFlags   flags);

/**
 * McCheckOptions:
 * @account: what is checked
 * @symptom: what the person says is wrong
 * @answers: (element-type utf8 utf8): answers by question id
 * @with_secret: whether a secret is to be read from standard input
 * @secret_kind: what it is
 * @stored_password: whether the password is to be looked up in the keyring
 * @third_party: whether others than the person's network and provider may be asked
 * @timeout_ms: bound on the whole run
 * @format: writes the report
 * @flags: how
 * @quiet: whether to show no progress
 *
 * What a call of `check` asks for.
 */
typedef struct
{
  McAccount    *account;
  McSymptom     symptom;
  GHashTable   *answers;
  gboolean      with_secret;
  McSecretKind  secret_kind;
  gboolean      stored_password;
  gboolean      third_party;
  gint64        timeout_ms;
  McFormat      format;
  McReportFlags flags;
  gboolean      quiet;
} McCheckOptions;

McCheckOptions *mc_check_options_parse (const char *const *arguments,
                                        int               *exit);
void            mc_check_options_free (McCheckOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McCheckOptions, mc_check_options_free)

G_END_DECLS
