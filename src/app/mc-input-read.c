/* mc-input-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-input-read.h"
#include "mc-text.h"

#define CHUNK      65536
#define MAX_NAME   80
#define MAX_SYSTEM 200

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE

/* As much of a file tells whether it is text. */
#define MAX_LOOK 4096

/* To the end, or to the first byte too many. */
static gboolean
read_all (GInputStream *stream,
          GByteArray   *bytes,
          GCancellable *cancellable,
          GError      **error)
{
  for (;;)
    {
      guint8 buffer[CHUNK];
      gssize n = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error);

      if (n <= 0)
        return n == 0;

      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > MC_INPUT_MAX_SIZE)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "more than is looked at");
          return FALSE;
        }
    }
}

/* What can be told before it is opened: a pipe would let everybody wait. */
static gboolean
can_be_read (GFile        *file,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileType             type;

  if (info == NULL)
    return FALSE;

  /* What may not even be looked at is told by the attempt to open it. */
  if (!g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_TYPE))
    return TRUE;

  type = g_file_info_get_file_type (info);
  if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "a directory");
  else if (type == G_FILE_TYPE_SPECIAL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "a pipe, a socket or a device");
  else if (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) > MC_INPUT_MAX_SIZE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "more than is looked at");
  else
    return TRUE;

  return FALSE;
}

static GByteArray *
read_file (GFile        *file,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GByteArray)       bytes = g_byte_array_new ();
  g_autoptr (GFileInputStream) stream = NULL;

  if (!can_be_read (file, cancellable, error))
    return NULL;

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL || !read_all (G_INPUT_STREAM (stream), bytes, cancellable, error))
    return NULL;

  return g_steal_pointer (&bytes);
}

/* Text has no NUL, but for that in UTF-16; a PDF begins with its name. */
static gboolean
is_binary (const GByteArray *bytes)
{
  gsize length = MIN (bytes->len, MAX_LOOK);

  if (length >= 2 && (memcmp (bytes->data, "\xff\xfe", 2) == 0 || memcmp (bytes->data, "\xfe\xff", 2) == 0))
    return FALSE;

  return memchr (bytes->data, '\0', length) != NULL || (length >= 5 && memcmp (bytes->data, "%PDF-", 5) == 0);
}

/* What only words tell is not believed of what is no text. */
static McInput *
recognize (const GByteArray *bytes,
           GError          **error)
{
  g_autoptr (McInput) input = mc_input_read ((const char *) bytes->data, bytes->len, MC_INPUT_UNKNOWN);

  if (input->kind != MC_INPUT_BOUNCE && input->kind != MC_INPUT_HEADERS && is_binary (bytes))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no text");
      return NULL;
    }

  return g_steal_pointer (&input);
}

/* What the system says, in words for people. */
static char *
dup_sentence (const GError *error,
              const char   *name)
{
  g_autofree char *reason = NULL;

  /* Translators: %s is the name of a file, in all of these */
  switch (error->domain == G_IO_ERROR ? error->code : G_IO_ERROR_FAILED)
    {
    case G_IO_ERROR_NOT_FOUND:
      return g_strdup_printf (_ ("“%s” is not there any more."), name);
    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup_printf (_ ("You may not read “%s”. Ask whoever it belongs to, or paste its text."), name);
    case G_IO_ERROR_IS_DIRECTORY:
      return g_strdup_printf (_ ("“%s” is a folder. Choose the message in it."), name);
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return g_strdup_printf (_ ("“%s” is no ordinary file. Save the message as a file, and open that."), name);
    case G_IO_ERROR_MESSAGE_TOO_LARGE:
      return g_strdup_printf (_ ("“%s” is larger than 100 MB. Save only the message that came back, and open that."), name);
    case G_IO_ERROR_PARTIAL_INPUT:
      return g_strdup_printf (_ ("“%s” is empty. Save the message again, or paste its text."), name);
    case G_IO_ERROR_INVALID_DATA:
      return g_strdup_printf (_ ("“%s” is no text, but perhaps a picture or a document. Copy its words and paste them here."),
                              name);
    default:
      reason = mc_text_make_safe (error->message, -1, MAX_SYSTEM);
      /* Translators: the name of a file; the reason, in the words of the system */
      return g_strdup_printf (_ ("“%s” could not be read: %s"), name, reason);
    }
}

static void
explain_error (GFile  *file,
               GError *error)
{
  g_autofree char *name = mc_input_read_dup_name (file);
  g_autofree char *sentence = dup_sentence (error, name);

  g_free (error->message);
  error->message = g_steal_pointer (&sentence);
}

static void
read_file_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GError                *error = NULL;
  g_autoptr (GByteArray) bytes = read_file (task_data, cancellable, &error);
  McInput               *input = NULL;

  if (bytes != NULL && bytes->len == 0)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "nothing");
  else if (bytes != NULL)
    input = recognize (bytes, &error);

  if (input != NULL)
    {
      g_task_return_pointer (task, input, (GDestroyNotify) mc_input_free);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    explain_error (task_data, error);
  g_task_return_error (task, error);
}

static void
read_text_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  g_task_return_pointer (task, mc_input_read (task_data, strlen (task_data), MC_INPUT_UNKNOWN),
                         (GDestroyNotify) mc_input_free);
}

/* Whoever gives up does not wait: a dead mount lets nobody go, nor does what is being recognized. */
static void
run (gpointer            data,
     GDestroyNotify      free_data,
     GTaskThreadFunc     function,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, data, free_data);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, function);
}

/**
 * mc_input_read_file_async:
 * @file: what somebody opened
 * @cancellable: (nullable): to give up
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads and recognizes a file on a thread of its own: a large one takes seconds.
 */
void
mc_input_read_file_async (GFile              *file,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  run (g_object_ref (file), g_object_unref, read_file_in_thread, cancellable, callback, user_data);
}

/**
 * mc_input_read_text_async:
 * @text: (transfer full): what somebody pasted
 * @cancellable: (nullable): to give up
 * @callback: called when it is recognized
 * @user_data: for @callback
 *
 * Recognizes a text on a thread of its own.
 */
void
mc_input_read_text_async (char               *text,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (text != NULL);

  run (text, g_free, read_text_in_thread, cancellable, callback, user_data);
}

/**
 * mc_input_read_finish:
 * @result: what the callback got
 * @error: set to a GIO error whose message is a sentence for people, translated
 *
 * Returns: (transfer full) (nullable): the input, or %NULL with @error set
 */
McInput *
mc_input_read_finish (GAsyncResult *result,
                      GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mc_input_read_dup_name:
 * @file: a file
 *
 * Returns: (transfer full): its name, safe to show
 */
char *
mc_input_read_dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = name != NULL ? g_filename_display_name (name) : g_file_get_uri (file);

  return mc_text_make_safe (display_name, -1, MAX_NAME);
}
