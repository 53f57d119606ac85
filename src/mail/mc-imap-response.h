/* mc-imap-response.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "mc-imap-value.h"

G_BEGIN_DECLS

#define MC_TYPE_IMAP_RESPONSE (mc_imap_response_get_type ())

typedef struct _McImapResponse McImapResponse;

/**
 * McImapResponseKind:
 * @MC_IMAP_RESPONSE_UNTAGGED: starts with `*`
 * @MC_IMAP_RESPONSE_TAGGED: ends the command with that tag
 * @MC_IMAP_RESPONSE_CONTINUATION: starts with `+`, asks for more
 */
typedef enum
{
  MC_IMAP_RESPONSE_UNTAGGED,
  MC_IMAP_RESPONSE_TAGGED,
  MC_IMAP_RESPONSE_CONTINUATION,
} McImapResponseKind;

/**
 * McImapStatus:
 *
 * The status of RFC 9051 section 7.1; %MC_IMAP_STATUS_NONE for data and continuations.
 */
typedef enum
{
  MC_IMAP_STATUS_NONE,
  MC_IMAP_STATUS_OK,
  MC_IMAP_STATUS_NO,
  MC_IMAP_STATUS_BAD,
  MC_IMAP_STATUS_PREAUTH,
  MC_IMAP_STATUS_BYE,
} McImapStatus;

GType              mc_imap_response_get_type (void) G_GNUC_CONST;
McImapResponse    *mc_imap_response_parse (const char *bytes,
                                           gsize       length,
                                           GError    **error);
McImapResponse    *mc_imap_response_ref (McImapResponse *self);
void               mc_imap_response_unref (McImapResponse *self);
McImapResponseKind mc_imap_response_get_kind (McImapResponse *self);
McImapStatus       mc_imap_response_get_status (McImapResponse *self);
const char        *mc_imap_response_get_tag (McImapResponse *self);
const char        *mc_imap_response_get_code (McImapResponse *self);
const char        *mc_imap_response_get_code_arguments (McImapResponse *self);
const char        *mc_imap_response_get_text (McImapResponse *self,
                                              gsize          *length);
const char        *mc_imap_response_get_keyword (McImapResponse *self);
gboolean           mc_imap_response_is (McImapResponse *self,
                                        const char     *keyword);
guint32            mc_imap_response_get_number (McImapResponse *self);
const McImapValue *mc_imap_response_get_data (McImapResponse *self);
gboolean           mc_imap_literal_length (const char *line,
                                           gsize       length,
                                           gboolean    is_first,
                                           gsize      *literal_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McImapResponse, mc_imap_response_unref)

G_END_DECLS
