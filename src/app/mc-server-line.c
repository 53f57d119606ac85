/* mc-server-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "mc-server-line.h"

/* The host as people write it: servers keep the form that is looked up (RFC 5890). */
static char *
dup_readable_host (McServer *server)
{
  char *readable = g_hostname_to_unicode (mc_server_get_host (server));

  return readable != NULL ? readable : g_strdup (mc_server_get_host (server));
}

/**
 * mc_server_line_new:
 * @incoming: (nullable): the server that was named, if any
 * @outgoing: (nullable): likewise
 *
 * Says in one line which servers a checkup will use.
 *
 * Returns: (transfer full): the line, translated
 */
char *
mc_server_line_new (McServer *incoming,
                    McServer *outgoing)
{
  g_autofree char *incoming_host = incoming != NULL ? dup_readable_host (incoming) : NULL;
  g_autofree char *outgoing_host = outgoing != NULL ? dup_readable_host (outgoing) : NULL;

  if (incoming == NULL && outgoing == NULL)
    return g_strdup (_ ("Found automatically"));
  /* An outgoing server is looked for together with the incoming one only. */
  if (outgoing == NULL)
    /* Translators: %s is the name of a server */
    return g_strdup_printf (_ ("%s, sending not tested"), incoming_host);
  if (incoming == NULL)
    /* Translators: %s is the name of a server */
    return g_strdup_printf (_ ("Incoming found automatically, outgoing %s"), outgoing_host);
  if (g_str_equal (incoming_host, outgoing_host))
    return g_steal_pointer (&incoming_host);

  /* Translators: the names of two servers, the incoming one first */
  return g_strdup_printf (_ ("%s, %s"), incoming_host, outgoing_host);
}
