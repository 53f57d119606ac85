/* mc-transcript.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-redactor.h"

G_BEGIN_DECLS

#define MC_TYPE_TRANSCRIPT (mc_transcript_get_type ())

G_DECLARE_FINAL_TYPE (McTranscript, mc_transcript, MC, TRANSCRIPT, GObject)

McTranscript *mc_transcript_new (McRedactor *redactor);
void          mc_transcript_sent (McTranscript *self,
                                  const char   *bytes,
                                  gsize         length);
void          mc_transcript_received (McTranscript *self,
                                      const char   *bytes,
                                      gsize         length);
void          mc_transcript_add_secret (McTranscript *self,
                                        const char   *text);
void          mc_transcript_hide_challenges (McTranscript *self,
                                             gboolean      hide);
void          mc_transcript_note (McTranscript *self,
                                  const char   *format,
                                  ...) G_GNUC_PRINTF (2, 3);
char         *mc_transcript_to_string (McTranscript *self);

G_END_DECLS
