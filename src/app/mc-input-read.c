/* mc-input-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "mc-input-read.h"

#define CHUNK 65536

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
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _ ("it is larger than 100 MB"));
          return FALSE;
        }
    }
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GError                *error = NULL;

  if (read_all (task_data, bytes, cancellable, &error))
    g_task_return_pointer (task, mc_input_read ((const char *) bytes->data, bytes->len, MC_INPUT_UNKNOWN),
                           (GDestroyNotify) mc_input_free);
  else
    g_task_return_error (task, error);
}

/**
 * mc_input_read_async:
 * @stream: what somebody pasted or opened
 * @cancellable: (nullable): to give up
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads and recognizes an input on a thread of its own: a large one takes seconds.
 */
void
mc_input_read_async (GInputStream       *stream,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_INPUT_STREAM (stream));

  g_task_set_source_tag (task, mc_input_read_async);
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * mc_input_read_finish:
 * @result: what the callback got
 * @error: set to a GIO error; %G_IO_ERROR_MESSAGE_TOO_LARGE for more than is looked at
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
