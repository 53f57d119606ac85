/* replay.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gives a fuzz target the files of the folders named, for builds without libFuzzer. */

#include <gio/gio.h>

#include "replay.h"

static guint
replay_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   folder = g_dir_open (path, 0, &error);
  const char        *name;
  guint              n_files = 0;

  if (folder == NULL)
    g_error ("%s", error->message);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char   *file = g_build_filename (path, name, NULL);
      g_autofree char   *bytes = NULL;
      g_autofree guint8 *copy = NULL;
      gsize              length;

      if (!g_file_get_contents (file, &bytes, &length, &error))
        g_error ("%s", error->message);

      /* An own copy, without the NUL that hides a read past the end from sanitizers. */
      copy = g_memdup2 (bytes, length);
      LLVMFuzzerTestOneInput (copy, length);
      n_files++;
    }

  return n_files;
}

int
main (int   argc,
      char *argv[])
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    n_files += replay_folder (argv[i]);

  g_print ("%u inputs replayed\n", n_files);
  return n_files > 0 ? 0 : 1;
}
