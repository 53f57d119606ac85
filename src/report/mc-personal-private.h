/* mc-personal-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-personal.h"
#include "mc-placeholders.h"

G_BEGIN_DECLS

/**
 * McLiteral:
 * @text: how it is written
 * @placeholder: what stands in its place
 * @is_common: whether it only counts where it is quoted or all there is
 *
 * A value of the account that has no form of its own.
 */
typedef struct
{
  char    *text;
  char    *placeholder;
  gboolean is_common;
} McLiteral;

struct _McPersonal
{
  GPtrArray      *literals; /* McLiteral, longest first */
  McPlaceholders *placeholders;
  GPtrArray      *domains;        /* the person's, lower-case ASCII */
  gboolean        is_among_words; /* a common word that is all there is may be one of a protocol */
};

void mc_personal_collect (McPersonal     *self,
                          const McResult *result);

G_END_DECLS
