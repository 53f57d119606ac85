/* mc-finding.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mc-enums.h"
#include "mc-redactor.h"

G_BEGIN_DECLS

#define MC_TYPE_FINDING (mc_finding_get_type ())

G_DECLARE_FINAL_TYPE (McFinding, mc_finding, MC, FINDING, GObject)

typedef struct _McFindingBuilder McFindingBuilder;

/**
 * McEvidence:
 * @name: what it is, a stable id in snake_case
 * @value: its value, safe to show
 *
 * One thing that was seen.
 */
typedef struct
{
  char *name;
  char *value;
} McEvidence;

/**
 * McTarget:
 * @host: (nullable): the server's name
 * @ip: (nullable): the address that was used
 * @family: the family of @ip
 * @port: the port, or 0
 * @security: (nullable): id of the security in the settings
 *
 * What a check was aimed at.
 */
typedef struct
{
  char         *host;
  char         *ip;
  GSocketFamily family;
  guint16       port;
  const char   *security;
} McTarget;

const char        *mc_finding_get_check (McFinding *self);
const char        *mc_finding_get_title (McFinding *self);
McGroup            mc_finding_get_group (McFinding *self);
McOutcome          mc_finding_get_outcome (McFinding *self);
const char        *mc_finding_get_code (McFinding *self);
const char        *mc_finding_get_summary (McFinding *self);
gboolean           mc_finding_has_values_in_summary (McFinding *self);
const char        *mc_finding_get_blocked_by (McFinding *self);
const McTarget    *mc_finding_get_target (McFinding *self);
guint              mc_finding_get_n_evidence (McFinding *self);
const McEvidence  *mc_finding_get_evidence (McFinding *self,
                                            guint      position);
const char        *mc_finding_find_evidence (McFinding  *self,
                                             const char *name);
const char        *mc_finding_get_transcript (McFinding *self);
double             mc_finding_get_confidence (McFinding *self);
const char *const *mc_finding_get_alternatives (McFinding *self);
const char        *mc_finding_get_decided_by (McFinding *self);
gint64             mc_finding_get_started (McFinding *self);
gint64             mc_finding_get_duration (McFinding *self);

McFindingBuilder *mc_finding_builder_new (const char *check,
                                          const char *title,
                                          McGroup     group);
void              mc_finding_builder_free (McFindingBuilder *self);
void              mc_finding_builder_set_redactor (McFindingBuilder *self,
                                                   McRedactor       *redactor);
void              mc_finding_builder_set_outcome (McFindingBuilder *self,
                                                  McOutcome         outcome,
                                                  const char       *code);
void              mc_finding_builder_set_summary (McFindingBuilder *self,
                                                  const char       *format,
                                                  ...) G_GNUC_PRINTF (2, 3);
void              mc_finding_builder_set_blocked_by (McFindingBuilder *self,
                                                     const char       *check);
void              mc_finding_builder_set_target (McFindingBuilder *self,
                                                 const char       *host,
                                                 guint16           port,
                                                 const char       *security);
void              mc_finding_builder_set_target_ip (McFindingBuilder *self,
                                                    GInetAddress     *address);
void              mc_finding_builder_add_evidence (McFindingBuilder *self,
                                                   const char       *name,
                                                   const char       *format,
                                                   ...) G_GNUC_PRINTF (3, 4);
void              mc_finding_builder_set_transcript (McFindingBuilder *self,
                                                     const char       *transcript);
void              mc_finding_builder_set_times (McFindingBuilder *self,
                                                gint64            started_ms,
                                                gint64            duration_ms);
void              mc_finding_builder_set_doubt (McFindingBuilder  *self,
                                                double             confidence,
                                                const char *const *alternatives,
                                                const char        *decided_by);
McOutcome         mc_finding_builder_get_outcome (McFindingBuilder *self);
const char       *mc_finding_builder_get_code (McFindingBuilder *self);
McFinding        *mc_finding_builder_end (McFindingBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McFindingBuilder, mc_finding_builder_free)

G_END_DECLS
