/* fuzz-oauth-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "mc-oauth.h"
#include "replay.h"

static void
look_at_text (const char *text)
{
  if (text == NULL)
    return;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, 200);
  g_assert_null (strpbrk (text, "\r\n\t\x1b"));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (McOAuthError) error = mc_oauth_error_parse ((const char *) data, size, NULL);
  g_autofree char         *text = NULL;

  if (error == NULL)
    return 0;

  g_assert_nonnull (error->status);
  look_at_text (error->status);
  look_at_text (error->scope);
  look_at_text (error->schemes);
  text = mc_oauth_error_to_string (error);
  g_assert_true (g_str_has_prefix (text, "OAuth status "));
  return 0;
}
