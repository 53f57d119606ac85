/* mc-mime.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McMimeEntity:
 * @header: the header fields
 * @header_length: how many bytes, up to the empty line
 * @body: what follows the empty line, encoded as it is
 * @body_length: how many bytes
 *
 * A message or a part of one (RFC 2045 section 2.4), as places in its bytes: nothing is copied.
 */
typedef struct
{
  const char *header;
  gsize       header_length;
  const char *body;
  gsize       body_length;
} McMimeEntity;

/**
 * McMimeVisit:
 * @part: a part that has no parts of its own
 * @type: the value of its Content-Type
 *
 * Is called for each part; a message within the message is one part.
 */
typedef void (*McMimeVisit) (const McMimeEntity *part,
                             const char         *type,
                             gpointer            user_data);

void     mc_mime_entity_init (McMimeEntity *self,
                              const char   *bytes,
                              gsize         length);
char    *mc_mime_entity_dup_field (const McMimeEntity *self,
                                   const char         *name);
char    *mc_mime_entity_dup_content (const McMimeEntity *self,
                                     gsize               max_length,
                                     gsize              *length);
void     mc_mime_entity_walk (const McMimeEntity *self,
                              McMimeVisit         visit,
                              gpointer            user_data);
gboolean mc_mime_is_type (const char *value,
                          const char *type);
char    *mc_mime_dup_parameter (const char *value,
                                const char *name);

G_END_DECLS
