/* mc-web-comparison.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-check-context.h"

G_BEGIN_DECLS

#define MC_TYPE_WEB_COMPARISON (mc_web_comparison_get_type ())

G_DECLARE_FINAL_TYPE (McWebComparison, mc_web_comparison, MC, WEB_COMPARISON, GObject)

/**
 * McWebSample:
 * @name: the operator
 * @answered: whether its web server answered
 * @offset_ms: by how much its clock is ahead of this computer's
 * @has_time: whether it told the time
 * @issuer: (nullable): who signed its certificate
 * @tls_errors: why the system's trust refuses that
 * @is_logged: whether the certificate is one of a public authority
 *
 * What the web server of one operator showed.
 */
typedef struct
{
  char                *name;
  gboolean             answered;
  gint64               offset_ms;
  gboolean             has_time;
  char                *issuer;
  GTlsCertificateFlags tls_errors;
  gboolean             is_logged;
} McWebSample;

McWebComparison *mc_web_comparison_run (McScope *scope);
GPtrArray       *mc_web_comparison_list (McWebComparison *self);
gboolean         mc_web_comparison_offset (GPtrArray *samples,
                                           gint64    *offset_ms);
const char      *mc_web_comparison_foreign_issuer (GPtrArray *samples);

G_END_DECLS
