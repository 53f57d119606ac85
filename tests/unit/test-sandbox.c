/* test-sandbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mc-sandbox.h"

/* What Flatpak 1.16 writes, shortened: with the permissions of the manifest, and after "flatpak override". */
static const struct
{
  const char *name;
  const char *info;
  gboolean    allows;
} samples[] = {
  { "/sandbox/network/shared",
    "[Application]\nname=org.mailcheckup.MailCheckup\n\n[Context]\nshared=network;ipc;\nsockets=wayland;\n", TRUE },
  { "/sandbox/network/last", "[Context]\nshared=ipc;network;\n", TRUE },
  { "/sandbox/network/taken-away", "[Context]\nshared=ipc;\nsockets=wayland;\n", FALSE },
  { "/sandbox/network/nothing-shared",
    "[Application]\nname=org.mailcheckup.MailCheckup\n\n[Context]\nsockets=wayland;\n", FALSE },
  { "/sandbox/network/another-group", "[Instance]\nshared=network;\n\n[Context]\nshared=ipc;\n", FALSE },
};

static void
test_network (gconstpointer data)
{
  guint position = GPOINTER_TO_UINT (data);

  g_assert_cmpint (mc_sandbox_allows_network (samples[position].info), ==, samples[position].allows);
}

/* Without a sandbox nothing is forbidden; the tests run in one too, which has the network. */
static void
test_here (void)
{
  g_autofree char *runtime = mc_sandbox_dup_runtime ();

  g_assert_true (mc_sandbox_may_use_network ());
  if (mc_sandbox_is_active ())
    g_assert_true (g_str_has_prefix (runtime, "runtime/"));
  else
    g_assert_null (runtime);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, GUINT_TO_POINTER (i), test_network);
  g_test_add_func ("/sandbox/here", test_here);

  return g_test_run ();
}
