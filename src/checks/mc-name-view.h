/* mc-name-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mc-resolver.h"

G_BEGIN_DECLS

/**
 * McNameVerdict:
 * @MC_NAME_UNKNOWN: nobody independent could tell
 * @MC_NAME_SAME: they share an address
 * @MC_NAME_DIFFERENT: they share none, which large operators do on purpose
 * @MC_NAME_MISSING_EVERYWHERE: all say that there is no such name
 * @MC_NAME_FILTERED: a filter answers here, and says so or names an address where nobody is
 * @MC_NAME_MISSING_HERE: only here the name does not exist
 * @MC_NAME_MADE_UP: the address is one that names which cannot exist have here too
 * @MC_NAME_MADE_UP_UNKNOWN: as before, and elsewhere there is no such name
 * @MC_NAME_ONLY_HERE: only here the name exists
 * @MC_NAME_PRIVATE_HERE: an address of a private network here, a public one elsewhere
 * @MC_NAME_FAILS_HERE: only here the name server cannot tell
 * @MC_NAME_FAILS_EVERYWHERE: no name server can tell
 * @MC_NAME_NOT_VALID: the answer is there, but its signatures do not fit
 *
 * What comes out when this computer's name server is compared with others.
 */
typedef enum
{
  MC_NAME_UNKNOWN,
  MC_NAME_SAME,
  MC_NAME_DIFFERENT,
  MC_NAME_MISSING_EVERYWHERE,
  MC_NAME_FILTERED,
  MC_NAME_MISSING_HERE,
  MC_NAME_MADE_UP,
  MC_NAME_MADE_UP_UNKNOWN,
  MC_NAME_ONLY_HERE,
  MC_NAME_PRIVATE_HERE,
  MC_NAME_FAILS_HERE,
  MC_NAME_FAILS_EVERYWHERE,
  MC_NAME_NOT_VALID,
} McNameVerdict;

/**
 * McNameView:
 * @host: the name
 * @lookup: how the look-up on this computer ended
 * @here: (element-type GInetAddress): the addresses it gave
 * @is_filtered: whether this computer's name server said that it withholds the answer
 * @there: (element-type GInetAddress): the addresses others gave
 * @n_known: how many of the others know addresses
 * @n_denied: how many say that there are none
 * @n_failed: how many say that they cannot tell
 * @n_unchecked: how many of those can when signatures are left aside
 *
 * What is known of a name, here and elsewhere.
 */
typedef struct
{
  char      *host;
  McLookup   lookup;
  GPtrArray *here;
  gboolean   is_filtered;
  GPtrArray *there;
  guint      n_known;
  guint      n_denied;
  guint      n_failed;
  guint      n_unchecked;
} McNameView;

McNameView   *mc_name_view_new (const char *host);
void          mc_name_view_free (McNameView *self);
void          mc_name_view_ask (McNameView *self,
                                McScope    *scope);
McNameVerdict mc_name_view_judge (const McNameView *self,
                                  GPtrArray        *made_up);
GPtrArray    *mc_name_view_list_made_up (McScope *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McNameView, mc_name_view_free)

G_END_DECLS
