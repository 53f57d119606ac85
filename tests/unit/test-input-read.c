/* test-input-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mc-input-read.h"

#define NOBODY 65534
#define REPLY  "550 5.1.1 <bruno@example.net>: User unknown\n"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("mail-checkup-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
on_read_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static McInput *
await (GAsyncResult **result,
       GError       **error)
{
  McInput *input;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  input = mc_input_read_finish (*result, error);
  g_object_unref (*result);

  return input;
}

static McInput *
read_path (const char *path,
           GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult     *result = NULL;

  mc_input_read_file_async (file, NULL, on_read_cb, &result);
  return await (&result, error);
}

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *bytes,
            gsize       length)
{
  char              *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);

  return path;
}

/* One sentence, which names the file and nothing else of its place, and says what it is about. */
static void
assert_refused (Fixture    *fixture,
                const char *path,
                const char *says)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (McInput) input = read_path (path, &error);
  g_autofree char    *name = g_path_get_basename (path);

  g_assert_null (input);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, says));
  g_assert_null (strstr (error->message, fixture->folder));
}

static void
test_reply (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char    *path = write_file (fixture, "reply.txt", REPLY, strlen (REPLY));
  g_autoptr (GError)  error = NULL;
  g_autoptr (McInput) input = read_path (path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (input->kind, ==, MC_INPUT_REPLY);
  g_assert_cmpint (input->reply->reply_code, ==, 550);
}

/* Programs of other systems save text in UTF-16 (RFC 2781), which is full of NULs. */
static void
test_utf16 (Fixture      *fixture,
            gconstpointer data)
{
  gsize               length;
  g_autofree char    *bytes = g_convert ("\xef\xbb\xbf" REPLY, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autofree char    *path = write_file (fixture, "reply.txt", bytes, length);
  g_autoptr (GError)  error = NULL;
  g_autoptr (McInput) input = read_path (path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (input->kind, ==, MC_INPUT_REPLY);
}

/* A message may hold a NUL; what comes before and after it is read. */
static void
test_nul (Fixture      *fixture,
          gconstpointer data)
{
  static const char   message[] = "From: MAILER-DAEMON@mx.example.com\nTo: anna@example.com\n"
                                  "Subject: Undelivered Mail Returned to Sender\n\nA NUL: \0.\n"
                                  "<bruno@example.net>: 550 5.1.1 User unknown\n";
  g_autofree char    *path = write_file (fixture, "notice.eml", message, sizeof message - 1);
  g_autoptr (GError)  error = NULL;
  g_autoptr (McInput) input = read_path (path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (input->kind, ==, MC_INPUT_BOUNCE);
}

static void
test_no_message (Fixture      *fixture,
                 gconstpointer data)
{
  /* The start of a PNG file (RFC 2083 section 12.12), and an object of a PDF whose number looks like a reply. */
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR 550 5.1.1 User unknown";
  static const char pdf[] = "%PDF-1.7\n550 0 obj\n<< /Length 5.1.1 >>\nstream 550 5.7.1 rejected\n";
  g_autofree char  *empty = write_file (fixture, "empty.eml", "", 0);
  g_autofree char  *picture = write_file (fixture, "picture.png", png, sizeof png - 1);
  g_autofree char  *document = write_file (fixture, "document.pdf", pdf, sizeof pdf - 1);
  g_autofree char  *missing = g_build_filename (fixture->folder, "missing.eml", NULL);

  assert_refused (fixture, empty, "is empty");
  assert_refused (fixture, picture, "is no text");
  assert_refused (fixture, document, "is no text");
  assert_refused (fixture, missing, "is not there");
}

/* None of these ends by itself. */
static void
test_no_file (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "folder", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (fixture, folder, "is a folder");
  assert_refused (fixture, pipe, "is no ordinary file");
  assert_refused (fixture, "/dev/zero", "is no ordinary file");
}

static void
test_too_large (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "large.mbox", "", 0);

  g_assert_cmpint (truncate (path, (off_t) MC_INPUT_MAX_SIZE + 1), ==, 0);
  assert_refused (fixture, path, "larger than 100 MB");
}

static void
test_no_permission (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "private.eml", REPLY, strlen (REPLY));

  uid_t user = geteuid ();

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  /* root may read everything, nobody nothing. */
  if (user == 0 && seteuid (NOBODY) != 0)
    {
      g_test_skip ("there is no other user here");
      return;
    }
  assert_refused (fixture, path, "may not read");
  g_assert_cmpint (seteuid (user), ==, 0);
}

/* Whoever gives up is free at once, whatever is still being read. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char         *path = write_file (fixture, "large.mbox", "", 0);
  g_autoptr (GFile)        file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;
  GAsyncResult            *result = NULL;
  gint64                   start = g_get_monotonic_time ();

  g_assert_cmpint (truncate (path, (off_t) MC_INPUT_MAX_SIZE), ==, 0);
  mc_input_read_file_async (file, cancellable, on_read_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (await (&result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 10);
}

/* A name can hold what would turn the rest of a sentence round (U+202E). */
static void
test_name (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/a\xe2\x80\xae\nlme.txt");
  g_autofree char  *name = mc_input_read_dup_name (file);

  g_assert_null (strstr (name, "\xe2\x80\xae"));
  g_assert_null (strchr (name, '\n'));
}

static void
add (const char *path,
     void (*test) (Fixture      *fixture,
                   gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/input-read/reply", test_reply);
  add ("/input-read/utf16", test_utf16);
  add ("/input-read/nul", test_nul);
  add ("/input-read/no-message", test_no_message);
  add ("/input-read/no-file", test_no_file);
  add ("/input-read/too-large", test_too_large);
  add ("/input-read/no-permission", test_no_permission);
  add ("/input-read/cancel", test_cancel);
  g_test_add_func ("/input-read/name", test_name);

  return g_test_run ();
}
