/* fuzz-server-syntax.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-server.h"
#include "replay.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char     *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GError)   error = NULL;
  g_autoptr (McServer) server = mc_server_new_from_string (text, &error);
  const char          *host;

  g_assert_true ((server == NULL) == (error != NULL));
  if (server == NULL)
    {
      g_assert_true (error->domain == MC_SERVER_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  host = mc_server_get_host (server);
  g_assert_true (host[0] != '\0' && g_utf8_validate (host, -1, NULL) && strpbrk (host, " /\r\n") == NULL);
  g_assert_cmpuint (mc_server_get_port (server), >, 0);
  mc_server_is_loopback (server);
  return 0;
}
