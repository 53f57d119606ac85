/* mc-imap-value.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McImapValueKind:
 * @MC_IMAP_VALUE_NIL: nothing
 * @MC_IMAP_VALUE_ATOM: a word or a number
 * @MC_IMAP_VALUE_STRING: a quoted string or a literal
 * @MC_IMAP_VALUE_LIST: a list in parentheses
 */
typedef enum
{
  MC_IMAP_VALUE_NIL,
  MC_IMAP_VALUE_ATOM,
  MC_IMAP_VALUE_STRING,
  MC_IMAP_VALUE_LIST,
} McImapValueKind;

typedef struct _McImapValue McImapValue;

McImapValue       *mc_imap_value_parse (const char *bytes,
                                        gsize       length,
                                        GError    **error);
void               mc_imap_value_free (McImapValue *self);
McImapValueKind    mc_imap_value_get_kind (const McImapValue *self);
const char        *mc_imap_value_get_bytes (const McImapValue *self,
                                            gsize             *length);
char              *mc_imap_value_dup_safe (const McImapValue *self);
gboolean           mc_imap_value_is (const McImapValue *self,
                                     const char        *word);
gboolean           mc_imap_value_get_number (const McImapValue *self,
                                             guint64           *number);
guint              mc_imap_value_get_n_items (const McImapValue *self);
const McImapValue *mc_imap_value_get_item (const McImapValue *self,
                                           guint              position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McImapValue, mc_imap_value_free)

G_END_DECLS
